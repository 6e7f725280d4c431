#include "document/document.h"

#include <cstddef>
#include <functional>
#include <limits>

namespace hubglass::document {

namespace {

/// The entry of `last` for `node`. A node that existed before the builder is looked up once by walking its children.
template <typename Nodes>
Index& last_of(std::vector<Index>& last, const Nodes& nodes, Index node, std::size_t size, Index first) {
  if (last.size() < size) last.resize(size, none);
  Index& entry = last[node];
  if (entry == none) entry = first;
  if (entry != none) {
    while (nodes[entry].next != none) entry = nodes[entry].next;
  }
  return entry;
}

Text copy_text(const Document& source, Text range, Document& target) {
  return range.empty() ? Text{} : target.store(source.view(range));
}

}  // namespace

Text Document::store(std::string_view value) {
  if (value.size() > std::numeric_limits<std::uint32_t>::max() - std::uint64_t{text.size()}) return {};
  const Text range{static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(value.size())};
  text.append(value);
  return range;
}

Index Builder::add_block(Index parent, BlockKind kind, Role role) {
  const auto index = static_cast<Index>(document_.blocks.size());
  Block block;
  block.kind = kind;
  block.role = role;
  block.parent = parent;
  document_.blocks.push_back(block);
  Index& last =
      last_of(last_child_, document_.blocks, parent, document_.blocks.size(), document_.blocks[parent].first_child);
  (last == none ? document_.blocks[parent].first_child : document_.blocks[last].next) = index;
  last = index;
  return index;
}

Index Builder::add_inline(Index block, InlineKind kind) {
  const auto index = static_cast<Index>(document_.inlines.size());
  Inline node;
  node.kind = kind;
  document_.inlines.push_back(node);
  Index& last =
      last_of(last_inline_, document_.inlines, block, document_.blocks.size(), document_.blocks[block].first_inline);
  (last == none ? document_.blocks[block].first_inline : document_.inlines[last].next) = index;
  last = index;
  return index;
}

Index Builder::add_inline_child(Index parent, InlineKind kind) {
  const auto index = static_cast<Index>(document_.inlines.size());
  Inline node;
  node.kind = kind;
  document_.inlines.push_back(node);
  Index& last = last_of(last_inline_child_, document_.inlines, parent, document_.inlines.size(),
                        document_.inlines[parent].first_child);
  (last == none ? document_.inlines[parent].first_child : document_.inlines[last].next) = index;
  last = index;
  return index;
}

Index Builder::add_text(Index block, std::string_view text) {
  const Text range = document_.store(text);
  const Index index = add_inline(block, InlineKind::text);
  document_.inlines[index].text = range;
  return index;
}

Index Builder::add_text_child(Index parent, std::string_view text) {
  const Text range = document_.store(text);
  const Index index = add_inline_child(parent, InlineKind::text);
  document_.inlines[index].text = range;
  return index;
}

Link& Builder::add_link(Index block, std::string_view href, LinkKind kind, std::string_view label) {
  const Index index = add_inline(block, InlineKind::link);
  const auto detail = static_cast<Index>(document_.links.size());
  document_.inlines[index].detail = detail;
  Link link;
  link.href = document_.store(href);
  link.kind = kind;
  document_.links.push_back(link);
  if (!label.empty()) add_text_child(index, label);
  return document_.links[detail];
}

namespace {

/// Copies the inline list from `first` on to the end of block `block`, or of inline `parent` when that is not none.
void copy_inline_list(Builder& builder, const Document& source, Index first, Index block, Index parent) {
  for (Index i = first; i != none; i = source.inlines[i].next) {
    // A copy, since source and target may be one Document whose arrays grow below.
    Inline node = source.inlines[i];
    Document& target = builder.document();
    node.text = copy_text(source, node.text, target);
    node.text2 = copy_text(source, node.text2, target);
    node.classes = copy_text(source, node.classes, target);
    node.id = copy_text(source, node.id, target);
    if (node.detail != none && node.kind == InlineKind::link) {
      Link link = source.links[node.detail];
      link.href = copy_text(source, link.href, target);
      link.title = copy_text(source, link.title, target);
      link.language = copy_text(source, link.language, target);
      node.detail = static_cast<Index>(target.links.size());
      target.links.push_back(link);
    } else if (node.detail != none && node.kind == InlineKind::image) {
      Image image = source.images[node.detail];
      image.source = copy_text(source, image.source, target);
      image.alt = copy_text(source, image.alt, target);
      image.title = copy_text(source, image.title, target);
      node.detail = static_cast<Index>(target.images.size());
      target.images.push_back(image);
    }
    const Index first_child = node.first_child;
    node.first_child = none;
    node.next = none;
    const Index copy =
        parent == none ? builder.add_inline(block, node.kind) : builder.add_inline_child(parent, node.kind);
    target.inlines[copy] = node;
    if (first_child != none) copy_inline_list(builder, source, first_child, block, copy);
  }
}

}  // namespace

Index Builder::copy_block(const Document& source, Index source_block, Index parent) {
  Block block = source.blocks[source_block];
  block.id = copy_text(source, block.id, document_);
  block.classes = copy_text(source, block.classes, document_);
  block.literal = copy_text(source, block.literal, document_);
  block.info = copy_text(source, block.info, document_);
  block.variant = copy_text(source, block.variant, document_);
  block.language = copy_text(source, block.language, document_);
  block.marked_lines = copy_text(source, block.marked_lines, document_);
  Index child = block.first_child;
  block.first_child = none;
  block.first_inline = none;
  block.next = none;
  block.parent = parent;
  const Index copy = add_block(parent, block.kind, block.role);
  document_.blocks[copy] = block;
  copy_inlines(source, source_block, copy);
  for (; child != none; child = source.blocks[child].next) copy_block(source, child, copy);
  return copy;
}

void Builder::copy_inlines(const Document& source, Index source_block, Index target) {
  copy_inline_list(*this, source, source.blocks[source_block].first_inline, target, none);
}

}  // namespace hubglass::document
