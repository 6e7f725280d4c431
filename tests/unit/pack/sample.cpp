#include "unit/pack/sample.h"

#include "pack/format.h"
#include "pack/write/write.h"

namespace hubglass::pack {
namespace {

using document::Block;
using document::BlockKind;
using document::Document;
using document::Index;
using document::InlineKind;
using document::Role;

void add_link(Document& document, document::Builder& builder, Index block) {
  document::Link& link = builder.add_link(block, "a/b/#c", document::LinkKind::internal, "Onwards");
  link.title = document.store("Title");
  link.language = document.store("de");
  link.current = true;
  link.button = 2;
  link.covers_card = true;
  link.use = document::LinkUse::back;
  builder.add_link(block, "https://example.org/ü", document::LinkKind::external, "Away");
  builder.add_link(block, "assets/a.pdf", document::LinkKind::asset, "File");
}

void add_image(Document& document, document::Builder& builder, Index block) {
  document::Image image;
  image.source = document.store("assets/a.0a1b2c3d.2x.webp");
  image.alt = document.store("What it shows");
  image.title = document.store("Title");
  image.width = 640.5F;
  image.height = 200;
  image.align = document::Align::right;
  image.scheme = document::Scheme::light;
  image.transparent = image.decorative = image.stated_width = true;
  const Index index = builder.add_inline(block, InlineKind::image);
  document.inlines[index].detail = static_cast<Index>(document.images.size());
  document.images.push_back(image);
}

/// A paragraph with one inline of every kind, those that may with a text below.
void add_inlines(Document& document, document::Builder& builder, Index block) {
  for (int kind = 0; kind < static_cast<int>(document::inline_kind_count); ++kind) {
    const auto which = static_cast<InlineKind>(kind);
    if (which == InlineKind::link || which == InlineKind::image || which == InlineKind::html) continue;
    const Index index = builder.add_inline(block, which);
    document.inlines[index].text = document.store("text " + std::to_string(kind));
    document.inlines[index].text2 = document.store("more");
    document.inlines[index].classes = document.store("a b");
    document.inlines[index].id = document.store("inline-" + std::to_string(kind));
    if (which == InlineKind::strong || which == InlineKind::button) builder.add_text_child(index, "below");
  }
}

Document everything() {
  Document document;
  document::Builder builder(document);
  for (int role = 0; role < static_cast<int>(document::role_count); ++role) {
    const Index group = builder.add_block(0, BlockKind::group, static_cast<Role>(role));
    Block& block = document.blocks[group];
    block.id = document.store("id-" + std::to_string(role));
    block.classes = document.store("left");
    block.variant = document.store("note");
    block.language = document.store("fr");
    block.accent = 6;
    block.open = true;
    builder.add_text(builder.add_block(group, BlockKind::paragraph), "Ünïcode 漢字 🏙");
  }
  const Index heading = builder.add_block(0, BlockKind::heading);
  document.blocks[heading].level = 6;
  builder.add_text(heading, "Heading");
  const Index quote = builder.add_block(0, BlockKind::quote);
  const Index paragraph = builder.add_block(quote, BlockKind::paragraph);
  add_link(document, builder, paragraph);
  add_image(document, builder, paragraph);
  add_inlines(document, builder, paragraph);
  for (const BlockKind kind : {BlockKind::bullet_list, BlockKind::ordered_list}) {
    const Index list = builder.add_block(0, kind);
    document.blocks[list].start = 7;
    document.blocks[list].tight = true;
    const Index item = builder.add_block(list, BlockKind::list_item);
    document.blocks[item].task = document::Task::done;
    builder.add_text(builder.add_block(item, BlockKind::paragraph), "item");
  }
  const Index code = builder.add_block(0, BlockKind::code);
  document.blocks[code].literal = document.store("a = 1\n\tb\n");
  document.blocks[code].info = document.store("py title=\"x\"");
  document.blocks[code].numbered = true;
  document.blocks[code].marked_lines = document.store("1-2");
  builder.add_block(0, BlockKind::rule);
  const Index table = builder.add_block(0, BlockKind::table);
  const Index row = builder.add_block(table, BlockKind::table_row);
  document.blocks[row].header = true;
  const Index cell = builder.add_block(row, BlockKind::table_cell);
  document.blocks[cell].align = document::Align::centre;
  document.blocks[cell].header = true;
  document.blocks[cell].column_span = 3;
  builder.add_text(cell, "cell");
  return document;
}

}  // namespace

document::Page sample_page() {
  document::Page page;
  page.kind = document::PageKind::cluster;
  page.route = "de/data spaces/";
  page.title = "Data \"spaces\" – ünï";
  page.description = "What it is.";
  page.hub_title = "Hub";
  page.language = "de";
  page.text_language = "en";
  page.missing = "de/404.html";
  page.accent = 3;
  page.languages = {{"en", "data spaces/"}, {"de", "de/data spaces/"}};
  page.labels.skip = "Zum Inhalt";
  page.labels.task_done.clear();
  page.icons = {{"material-database", {24, 24, "M12 3C7.58 3-1.5e3z"}}, {"other", {512, 448.5F, "m0,0h1"}}};
  page.header = everything();
  page.navigation = everything();
  page.content = everything();
  document::Builder builder(page.contents);
  const Index list = builder.add_block(0, BlockKind::bullet_list, Role::contents_list);
  const Index item = builder.add_block(list, BlockKind::list_item);
  document::Link& link =
      builder.add_link(builder.add_block(item, BlockKind::paragraph), "#c", document::LinkKind::internal, "Heading");
  for (Index i = 0; i < page.content.blocks.size(); ++i) {
    if (page.content.blocks[i].kind == BlockKind::heading) link.heading = i + 1;
  }
  return page;
}

std::string body_of(const std::string& pack) {
  return pack.substr(header_size);
}

std::string with_body(std::string_view body) {
  std::string bytes(magic);
  for (const std::uint32_t number : {version, static_cast<std::uint32_t>(body.size())}) {
    for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(number >> shift);
  }
  for (const std::uint8_t byte : hash_of(bytes, body)) bytes += static_cast<char>(byte);
  return bytes.append(body);
}

}  // namespace hubglass::pack
