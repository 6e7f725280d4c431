#include "html/conformance.h"

#include "text/address.h"

#include <string>

namespace hubglass::html {

namespace {

using document::Align;
using document::Block;
using document::BlockKind;
using document::Document;
using document::Inline;
using document::InlineKind;
using document::none;
using document::Task;

constexpr std::string_view heading_tags[] = {"h1", "h2", "h3", "h4", "h5", "h6"};

class ConformanceWriter {
 public:
  ConformanceWriter(const Document& document, Sink& sink) : document_(document), sink_(sink) {}

  void write_block(Index index);

 private:
  void write_children(Index index);
  void write_container(std::string_view tag, Index index);
  void write_list(const Block& block, Index index);
  void write_item(const Block& block, Index index);
  void write_paragraph(const Block& block);
  void write_code(const Block& block);
  void write_table(Index index);
  void write_row(Index index);
  void write_inlines(Index first);
  void write_inline(const Inline& node);
  void write_wrapped(std::string_view tag, const Inline& node);
  void write_link(const Inline& node);
  void write_image(const Inline& node);
  [[nodiscard]] bool in_tight_list(const Block& paragraph) const;

  const Document& document_;
  Sink& sink_;
};

void ConformanceWriter::write_children(Index index) {
  for (Index child = document_.blocks[index].first_child; child != none; child = document_.blocks[child].next) {
    write_block(child);
  }
}

void ConformanceWriter::write_container(std::string_view tag, Index index) {
  sink_.newline();
  sink_.open(tag);
  sink_.newline();
  write_children(index);
  sink_.newline();
  sink_.close();
  sink_.newline();
}

void ConformanceWriter::write_block(Index index) {
  const Block& block = document_.blocks[index];
  switch (block.kind) {
    case BlockKind::root:
    case BlockKind::group:
      write_children(index);
      break;
    case BlockKind::paragraph:
      write_paragraph(block);
      break;
    case BlockKind::heading:
      sink_.newline();
      sink_.open(heading_tags[block.level >= 1 && block.level <= 6 ? block.level - 1 : 5]);
      write_inlines(block.first_inline);
      sink_.close();
      sink_.newline();
      break;
    case BlockKind::quote:
      write_container("blockquote", index);
      break;
    case BlockKind::bullet_list:
    case BlockKind::ordered_list:
      write_list(block, index);
      break;
    case BlockKind::list_item:
      write_item(block, index);
      break;
    case BlockKind::code:
      write_code(block);
      break;
    case BlockKind::rule:
      sink_.newline();
      sink_.open("hr");
      sink_.close();
      sink_.newline();
      break;
    case BlockKind::table:
      write_table(index);
      break;
    case BlockKind::table_row:
    case BlockKind::table_cell:
      break;
    case BlockKind::html:
      sink_.newline();
      sink_.raw(document_.view(block.literal));
      sink_.newline();
      break;
  }
}

void ConformanceWriter::write_list(const Block& block, Index index) {
  sink_.newline();
  if (block.kind == BlockKind::bullet_list) {
    sink_.open("ul");
  } else {
    sink_.open("ol");
    if (block.start != 1) {
      sink_.attribute("start", std::to_string(block.start));
    }
  }
  sink_.newline();
  write_children(index);
  sink_.close();
  sink_.newline();
}

void ConformanceWriter::write_item(const Block& block, Index index) {
  sink_.newline();
  sink_.open("li");
  if (block.task != Task::none) {
    sink_.open("input");
    sink_.attribute("type", "checkbox");
    if (block.task == Task::done) {
      sink_.attribute("checked", "");
    }
    sink_.attribute("disabled", "");
    sink_.close();
    sink_.text(" ");
  }
  write_children(index);
  sink_.close();
  sink_.newline();
}

bool ConformanceWriter::in_tight_list(const Block& paragraph) const {
  if (paragraph.parent == none) {
    return false;
  }
  const Block& item = document_.blocks[paragraph.parent];
  return item.kind == BlockKind::list_item && item.parent != none && document_.blocks[item.parent].tight;
}

void ConformanceWriter::write_paragraph(const Block& block) {
  if (in_tight_list(block)) {
    write_inlines(block.first_inline);
    return;
  }
  sink_.newline();
  sink_.open("p");
  write_inlines(block.first_inline);
  sink_.close();
  sink_.newline();
}

void ConformanceWriter::write_code(const Block& block) {
  const std::string_view info = document_.view(block.info);
  const std::string_view language = info.substr(0, info.find_first_of(" \t\n\r\f\v"));
  sink_.newline();
  sink_.open("pre");
  sink_.open("code");
  if (!language.empty()) {
    sink_.attribute("class", std::string("language-").append(language));
  }
  sink_.text(document_.view(block.literal));
  sink_.close();
  sink_.close();
  sink_.newline();
}

void ConformanceWriter::write_table(Index index) {
  sink_.newline();
  sink_.open("table");
  sink_.newline();
  Index row = document_.blocks[index].first_child;
  for (const bool header : {true, false}) {
    if (row == none || document_.blocks[row].header != header) {
      continue;
    }
    sink_.open(header ? "thead" : "tbody");
    sink_.newline();
    for (; row != none && document_.blocks[row].header == header; row = document_.blocks[row].next) {
      write_row(row);
    }
    sink_.close();
    sink_.newline();
  }
  sink_.close();
  sink_.newline();
}

void ConformanceWriter::write_row(Index index) {
  const Block& row = document_.blocks[index];
  sink_.open("tr");
  sink_.newline();
  for (Index child = row.first_child; child != none; child = document_.blocks[child].next) {
    const Block& cell = document_.blocks[child];
    sink_.open(row.header ? "th" : "td");
    if (cell.align != Align::none) {
      sink_.attribute("align", cell.align == Align::left ? "left" : cell.align == Align::right ? "right" : "center");
    }
    write_inlines(cell.first_inline);
    sink_.close();
    sink_.newline();
  }
  sink_.close();
  sink_.newline();
}

void ConformanceWriter::write_inlines(Index first) {
  for (Index i = first; i != none; i = document_.inlines[i].next) {
    write_inline(document_.inlines[i]);
  }
}

void ConformanceWriter::write_wrapped(std::string_view tag, const Inline& node) {
  sink_.open(tag);
  write_inlines(node.first_child);
  sink_.close();
}

void ConformanceWriter::write_inline(const Inline& node) {
  switch (node.kind) {
    case InlineKind::text:
      sink_.text(document_.view(node.text));
      break;
    case InlineKind::soft_break:
      sink_.text("\n");
      break;
    case InlineKind::hard_break:
      sink_.open("br");
      sink_.close();
      sink_.text("\n");
      break;
    case InlineKind::code:
      sink_.open("code");
      sink_.text(document_.view(node.text));
      sink_.close();
      break;
    case InlineKind::emphasis:
      write_wrapped("em", node);
      break;
    case InlineKind::strong:
      write_wrapped("strong", node);
      break;
    case InlineKind::strikethrough:
      write_wrapped("del", node);
      break;
    case InlineKind::link:
      write_link(node);
      break;
    case InlineKind::image:
      write_image(node);
      break;
    case InlineKind::html:
      sink_.raw(document_.view(node.text));
      break;
    case InlineKind::wbr:
    case InlineKind::icon:
      break;
    default:  // the dialect's own; the parser makes none of them in conformance runs
      write_inlines(node.first_child);
      break;
  }
}

void ConformanceWriter::write_link(const Inline& node) {
  const document::Link& link = document_.links[node.detail];
  sink_.open("a");
  sink_.attribute("href", text::encode_address(document_.view(link.href)));
  if (!link.title.empty()) {
    sink_.attribute("title", document_.view(link.title));
  }
  write_inlines(node.first_child);
  sink_.close();
}

void ConformanceWriter::write_image(const Inline& node) {
  const document::Image& image = document_.images[node.detail];
  sink_.open("img");
  sink_.attribute("src", text::encode_address(document_.view(image.source)));
  sink_.attribute("alt", document_.view(image.alt));
  if (!image.title.empty()) {
    sink_.attribute("title", document_.view(image.title));
  }
  sink_.close();
}

}  // namespace

void write_conformance(const Document& document, Sink& sink, Index block) {
  ConformanceWriter(document, sink).write_block(block);
}

}  // namespace hubglass::html
