#include "markdown/sibling_writer.h"

namespace hubglass::markdown {

using document::Index;
using document::Inline;
using document::InlineKind;
using document::none;

void SiblingWriter::link(Index node) {
  Frame& frame = frames_.back();
  (frame.last == none ? frame.first : document_.inlines[frame.last].next) = node;
  frame.last = node;
  document_.inlines[node].next = none;
}

void SiblingWriter::keep(Index node) {
  link(node);
}

Index SiblingWriter::add(InlineKind kind, Position position) {
  const auto index = static_cast<Index>(document_.inlines.size());
  Inline& node = document_.inlines.emplace_back();
  node.kind = kind;
  node.line = position.line;
  node.column = position.column;
  link(index);
  return index;
}

void SiblingWriter::add_text(document::Text range, Position position) {
  if (range.empty()) return;
  document_.inlines[add(InlineKind::text, position)].text = range;
}

Index SiblingWriter::open(InlineKind kind, Position position) {
  const Index node = add(kind, position);
  frames_.push_back({.node = node});
  return node;
}

Index SiblingWriter::open_link(std::string_view href, Position position) {
  const Index node = open(InlineKind::link, position);
  document::Link link;
  link.href = document_.store(href);
  document_.inlines[node].detail = static_cast<Index>(document_.links.size());
  document_.links.push_back(link);
  return node;
}

void SiblingWriter::close() {
  const Frame frame = frames_.back();
  frames_.pop_back();
  document_.inlines[frame.node].first_child = frame.first;
}

}  // namespace hubglass::markdown
