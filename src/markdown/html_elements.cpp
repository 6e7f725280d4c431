#include "markdown/html_writer.h"

#include "document/table_columns.h"
#include "markdown/attribute_list.h"
#include "markdown/characters.h"
#include "markdown/entities.h"
#include "markdown/page_parser.h"

#include <algorithm>

/// What each allowed element does: HtmlWriter's part that knows them.
namespace hubglass::markdown {

using document::Align;
using document::BlockKind;
using document::Index;
using document::InlineKind;
using document::none;
using document::Role;

namespace {

bool is_definition_part(Role role) {
  return role == Role::definition_term || role == Role::definition;
}

// What a browser shows around a quotation.
constexpr std::string_view opening_mark = "\xE2\x80\x9C";
constexpr std::string_view closing_mark = "\xE2\x80\x9D";

/// A span of columns or rows, 1 to `most`.
std::uint8_t read_span(const HtmlToken& token, std::string_view name, unsigned most) {
  const HtmlAttribute* attribute = token.find(name);
  unsigned span = 0;
  if (attribute == nullptr) return 1;
  for (const char digit : attribute->value) {
    if (!is_digit(digit)) return 1;
    span = std::min(most, span * 10 + static_cast<unsigned>(digit - '0'));
  }
  return static_cast<std::uint8_t>(std::max(1u, span));
}

Align align_of(std::string_view value) {
  if (equal_ignoring_case(value, "left")) return Align::left;
  if (equal_ignoring_case(value, "center")) return Align::centre;
  if (equal_ignoring_case(value, "right")) return Align::right;
  return Align::none;
}

}  // namespace

void HtmlWriter::open(const HtmlToken& token, ElementId id, bool as_block) {
  const Element& element = element_at(id);
  TreeWriter& tree = page_.tree();
  const bool is_inline = element.form == Form::wrapper || element.form == Form::link || element.form == Form::image ||
                         element.form == Form::code || element.form == Form::word_break;
  if (is_inline) {
    end_code();
    if (as_block) write_pending_space();
  }
  // Elements that are opened over and over and never closed: beyond this depth a tag means nothing.
  constexpr std::size_t deepest = 200;
  if (tree.depth() > deepest || tree.inline_depth() > deepest) return;
  switch (element.form) {
    case Form::container:
      // Within a paragraph a container's tags mean nothing; its content is the paragraph's.
      if (as_block) open_container(id, token, opener_of(id));
      break;
    case Form::leaf:
      if (as_block) open_leaf(id, token);
      break;
    case Form::part:
      if (as_block) in_table_head_ = equal_ignoring_case(token.name, "thead");
      break;
    case Form::code_block:
      if (!as_block) break;
      end_inlines();
      tree.close_loose_leaf();
      close_html_leaf();
      code_block_ = tree.open_block(BlockKind::code, Role::none, opener_of(id));
      code_block_begin_ = static_cast<std::uint32_t>(page_.document().text.size());
      in_code_block_ = true;
      set_attributes(code_block_, token);
      break;
    case Form::hidden:
    case Form::media:
      begin_hidden(token, element);
      if (media_) {
        media_->as_block = as_block;
        if (hidden_.empty()) write_media();
      }
      break;
    case Form::wrapper:
      open_wrapper(id, token);
      break;
    case Form::link:
      open_link(id, token);
      break;
    case Form::code:
      code_.emplace();
      break;
    case Form::image:
      write_image(token);
      break;
    case Form::line_break:
      end_code();
      pending_space_ = false;
      if (!as_block || tree.in_leaf()) tree.add_inline(InlineKind::hard_break);
      break;
    case Form::word_break:
      tree.add_inline(InlineKind::wbr);
      break;
    case Form::rule:
      if (as_block) write_rule();
      break;
  }
}

void HtmlWriter::write_rule() {
  end_inlines();
  page_.tree().close_loose_leaf();
  close_html_leaf();
  const Index rule = page_.tree().open_block(BlockKind::rule, Role::none, by_markdown);
  if (rule != none) page_.document().blocks[rule].line = position_.line;
  page_.tree().close_block();
}

/// An item ends the item before it, a row the row, a cell the cell, as in HTML.
void HtmlWriter::close_open_parts(const Element& element) {
  TreeWriter& tree = page_.tree();
  const auto ends = [&](const Element& open) {
    if (element.block == BlockKind::list_item) return open.block == BlockKind::list_item;
    if (element.block == BlockKind::table_row) {
      return open.block == BlockKind::table_row || open.block == BlockKind::table_cell;
    }
    if (is_definition_part(element.role)) return is_definition_part(open.role);
    return element.block == BlockKind::table_cell && open.block == BlockKind::table_cell;
  };
  std::size_t depth = tree.depth();
  for (std::size_t i = depth; i-- > 1 && tree.opener(i) != by_markdown;) {
    if (!is_element(tree.opener(i))) continue;
    const Element& open = element_of(tree.opener(i));
    if (open.block == BlockKind::table || open.block == BlockKind::bullet_list ||
        open.block == BlockKind::ordered_list || open.role == Role::definition_list) {
      break;
    }
    if (ends(open)) depth = i;
  }
  if (depth < tree.depth()) {
    end_inlines();
    tree.close_blocks_to(depth);
  }
}

Index HtmlWriter::open_container(ElementId id, const HtmlToken& token, Opener opener) {
  const Element& element = element_at(id);
  TreeWriter& tree = page_.tree();
  end_inlines();
  tree.close_loose_leaf();
  close_html_leaf();
  close_open_parts(element);
  const Index block = tree.open_block(element.block, element.role, opener);
  if (block == none) return none;
  document::Block& node = page_.document().blocks[block];
  node.line = position_.line;
  switch (element.block) {
    case BlockKind::bullet_list:
      node.tight = true;
      break;
    case BlockKind::ordered_list:
      node.tight = true;
      if (const HtmlAttribute* start = token.find("start"); start != nullptr && !start->value.empty()) {
        std::uint32_t value = 0;
        const bool fits = start->value.size() <= 9 && std::all_of(start->value.begin(), start->value.end(), is_digit);
        if (fits) {
          for (const char digit : start->value) value = value * 10 + static_cast<std::uint32_t>(digit - '0');
          node.start = value;
        }
      }
      break;
    case BlockKind::table_row:
      node.header = in_table_head_;
      column_ = 0;
      break;
    case BlockKind::table:
      in_table_head_ = false;
      row_spans_.clear();
      break;
    default:
      node.open = element.role == Role::details && token.find("open") != nullptr;
      node.tight = element.role == Role::definition;
      break;
  }
  set_attributes(block, token);
  return block;
}

void HtmlWriter::open_leaf(ElementId id, const HtmlToken& token) {
  const Element& element = element_at(id);
  TreeWriter& tree = page_.tree();
  end_inlines();
  tree.close_loose_leaf();
  close_html_leaf();
  if (element.block == BlockKind::table_cell || is_definition_part(element.role)) close_open_parts(element);
  if (element.block == BlockKind::table_cell) write_spanned_cells();
  const bool summary = element.name == "summary";
  const bool titles_details = summary && page_.document().blocks[tree.block()].role == Role::details &&
                              page_.document().blocks[tree.block()].first_child == none;
  const Index block = tree.open_block(element.block, titles_details ? Role::summary : element.role, opener_of(id));
  if (block == none) return;
  document::Block& node = page_.document().blocks[block];
  node.line = position_.line;
  node.level = element.level;
  if (element.block == BlockKind::table_cell) {
    node.header = element.name == "th";
    if (const HtmlAttribute* align = token.find("align")) node.align = align_of(align->value);
    node.column_span = read_span(token, "colspan", document::widest_span);
    constexpr unsigned most_rows = 100;
    constexpr std::size_t most_columns = 1000;
    const auto rows = static_cast<std::uint8_t>(read_span(token, "rowspan", most_rows) - 1);
    const std::size_t end = column_ + node.column_span;
    if (end <= most_columns) {
      if (row_spans_.size() < end) row_spans_.resize(end);
      std::fill(row_spans_.begin() + static_cast<std::ptrdiff_t>(column_),
                row_spans_.begin() + static_cast<std::ptrdiff_t>(end), rows);
      column_ = end;
    }
  }
  set_attributes(block, token);
}

/// Where a cell of a row above reaches into this one, an empty cell keeps the columns in line.
void HtmlWriter::write_spanned_cells() {
  TreeWriter& tree = page_.tree();
  while (column_ < row_spans_.size() && row_spans_[column_] > 0) {
    --row_spans_[column_];
    ++column_;
    const std::size_t depth = tree.depth();
    tree.open_block(BlockKind::table_cell, Role::none, by_writer);
    tree.close_blocks_to(depth);
  }
}

void HtmlWriter::begin_hidden(const HtmlToken& token, const Element& element) {
  const bool alone = token.raw.size() > 1 && token.raw[token.raw.size() - 2] == '/';
  if (element.form == Form::media) {
    media_.emplace();
    media_->kind = lower(token.name);
    for (const std::string_view key : {"src", "data"}) {
      if (const HtmlAttribute* address = token.find(key); address != nullptr && media_->address.empty()) {
        append_decoded(media_->address, trim(address->value), page_.entities());
      }
    }
    for (const std::string_view key : {"title", "aria-label", "alt"}) {
      if (const HtmlAttribute* title = token.find(key); title != nullptr && media_->title.empty()) {
        append_decoded(media_->title, trim(title->value), page_.entities());
      }
    }
    if (!alone && element.name != "embed") hidden_ = media_->kind;
    return;
  }
  page_.report(Severity::note, position_, "<" + std::string(token.name) + "> is left out");
  if (!alone) hidden_ = lower(token.name);
}

void HtmlWriter::write_hidden(const HtmlToken& token) {
  if (token.kind == HtmlToken::Kind::end_tag && equal_ignoring_case(token.name, hidden_)) {
    end_hidden();
  } else if (media_ && media_->address.empty() && token.kind == HtmlToken::Kind::start_tag &&
             equal_ignoring_case(token.name, "source")) {
    if (const HtmlAttribute* source = token.find("src")) {
      append_decoded(media_->address, trim(source->value), page_.entities());
    }
  }
}

void HtmlWriter::end_hidden() {
  hidden_.clear();
  if (media_) write_media();
}

/// A link that says what is there. Nothing is loaded before somebody follows it.
void HtmlWriter::write_media() {
  const HiddenMedia media = *media_;
  media_.reset();
  if (media.address.empty()) {
    page_.report(Severity::note, position_, "<" + media.kind + "> has no address and is left out");
    return;
  }
  TreeWriter& tree = page_.tree();
  document::Document& document = page_.document();
  const bool alone = media.as_block && !tree.in_leaf();
  const std::size_t depth = tree.depth();
  if (alone) {
    if (const Index card = tree.open_block(BlockKind::paragraph, Role::media, by_writer); card != none) {
      const document::Text kind = document.store(media.kind);
      document.blocks[card].variant = kind;
      document.blocks[card].line = position_.line;
    }
  }
  const Index icon = tree.add_inline(InlineKind::icon);
  // A paragraph that begins with it is its card.
  document::Block& leaf = document.blocks[tree.block()];
  if (!alone && leaf.kind == BlockKind::paragraph && leaf.role == Role::none && leaf.first_inline == icon) {
    leaf.role = Role::media;
    leaf.variant = document.store(media.kind);
  }
  document.inlines[icon].text = document.store(media.kind == "audio"   ? "material-volume-high"
                                               : media.kind == "video" ? "material-play-circle-outline"
                                                                       : "material-open-in-new");
  tree.append_text(" ");
  const bool in_link = tree.within_link();
  const std::size_t inline_depth = tree.inline_depth();
  if (!in_link) {
    const Index node = tree.open_inline(InlineKind::link, by_writer);
    if (node != none) {
      document::Link link;
      link.href = document.store(media.address);
      document.inlines[node].detail = static_cast<Index>(document.links.size());
      document.links.push_back(link);
    }
  }
  const std::size_t begin = document.text.size();
  tree.append_text(media.title.empty() ? media.address : media.title);
  page_.note_literal(begin);
  tree.close_inlines_to(inline_depth);
  if (alone) tree.close_blocks_to(depth);
}

void HtmlWriter::open_wrapper(ElementId id, const HtmlToken& token) {
  const Index node = page_.tree().open_inline(element_at(id).inline_kind, opener_of(id));
  if (node == none) return;
  document::Document& document = page_.document();
  if (const HtmlAttribute* classes = token.find("class"))
    document.inlines[node].classes = store_classes(classes->value);
  const InlineKind kind = element_at(id).inline_kind;
  if (const HtmlAttribute* title = token.find("title"); title != nullptr && kind == InlineKind::abbreviation) {
    document.inlines[node].text2 = store_decoded(title->value);
  }
  if (const HtmlAttribute* anchor = token.find("id"); anchor != nullptr && allowed_id(anchor->value)) {
    document.inlines[node].id = document.store(anchor->value);
  }
  if (kind == InlineKind::quotation) write_text(opening_mark);
}

void HtmlWriter::open_link(ElementId id, const HtmlToken& token) {
  TreeWriter& tree = page_.tree();
  document::Document& document = page_.document();
  const HtmlAttribute* href = token.find("href");
  const HtmlAttribute* anchor = token.find("id");
  if (anchor == nullptr) anchor = token.find("name");
  const bool leads = href != nullptr && !tree.within_link();
  const Index node = tree.open_inline(leads ? InlineKind::link : InlineKind::span, opener_of(id));
  if (node == none) return;
  if (anchor != nullptr && allowed_id(anchor->value)) document.inlines[node].id = document.store(anchor->value);
  if (!leads) return;
  document::Link link;
  link.href = store_decoded(trim(href->value));
  if (const HtmlAttribute* title = token.find("title")) link.title = store_decoded(title->value);
  if (const HtmlAttribute* classes = token.find("class")) {
    AttributeList list;
    for_each_word(classes->value, [&](std::string_view name) { list.classes.push_back(name); });
    document.inlines[node].detail = static_cast<Index>(document.links.size());
    document.links.push_back(link);
    apply_to_inline(page_, node, list, position_);
    return;
  }
  document.inlines[node].detail = static_cast<Index>(document.links.size());
  document.links.push_back(link);
}

void HtmlWriter::write_image(const HtmlToken& token) {
  const Index node = page_.tree().add_inline(InlineKind::image);
  document::Document& document = page_.document();
  document::Image image;
  if (const HtmlAttribute* source = token.find("src")) image.source = store_decoded(trim(source->value));
  if (const HtmlAttribute* alternative = token.find("alt")) {
    image.alt = store_decoded(alternative->value);
    image.decorative = image.alt.empty();
  }
  for (const std::string_view key : {"title", "width", "height", "align"}) {
    const HtmlAttribute* attribute = token.find(key);
    if (attribute == nullptr) continue;
    std::string value;
    append_decoded(value, attribute->value, page_.entities());
    if (!set_image_attribute(document, image, key, value)) {
      page_.report(Severity::note, position_, std::string(key) + "=\"" + value + "\" of an image is left out");
    }
  }
  document.inlines[node].detail = static_cast<Index>(document.images.size());
  document.images.push_back(image);
}

void HtmlWriter::close(const HtmlToken& token, ElementId id, bool as_block) {
  TreeWriter& tree = page_.tree();
  const Element& element = element_at(id);
  if (element.form == Form::code) {
    end_code();
    return;
  }
  if (element.form == Form::part && as_block) in_table_head_ = false;
  if (element.form == Form::wrapper || element.form == Form::link) {
    end_code();
    for (std::size_t i = tree.inline_depth(); i-- > 1 && tree.inline_opener(i) != by_markdown;) {
      if (tree.inline_opener(i) != opener_of(id)) continue;
      if (element.inline_kind == InlineKind::quotation) write_text(closing_mark);
      tree.close_inlines_to(i);
      break;
    }
    return;
  }
  (void)token;
  if (!as_block || (element.form != Form::container && element.form != Form::leaf)) return;
  for (std::size_t i = tree.depth(); i-- > 1 && tree.opener(i) != by_markdown;) {
    if (tree.opener(i) != opener_of(id)) continue;
    end_inlines();
    tree.close_blocks_to(i);
    if (element.block == BlockKind::table) in_table_head_ = false;
    return;
  }
}

void HtmlWriter::report_attributes(const HtmlToken& token, const Element& element) {
  for (const HtmlAttribute& attribute : token.attributes) {
    if (allowed_attribute(element, lower(attribute.name))) continue;
    page_.report(Severity::note, position_,
                 "attribute " + std::string(attribute.name) + " of <" + std::string(token.name) + "> is left out");
  }
}

void HtmlWriter::set_attributes(Index block, const HtmlToken& token) {
  if (block == none) return;
  document::Document& document = page_.document();
  if (const HtmlAttribute* id = token.find("id"); id != nullptr && allowed_id(id->value)) {
    document.blocks[block].id = document.store(id->value);
  }
  if (const HtmlAttribute* classes = token.find("class"))
    document.blocks[block].classes = store_classes(classes->value);
}

document::Text HtmlWriter::store_decoded(std::string_view value) {
  std::string& arena = page_.document().text;
  const auto begin = static_cast<std::uint32_t>(arena.size());
  append_decoded(arena, value, page_.entities());
  return {begin, static_cast<std::uint32_t>(arena.size()) - begin};
}

document::Text HtmlWriter::store_classes(std::string_view value) {
  std::string kept;
  for_each_word(value, [&](std::string_view name) {
    if (allowed_class(name)) kept.append(kept.empty() ? "" : " ").append(name);
  });
  return kept.empty() ? document::Text{} : page_.document().store(kept);
}

}  // namespace hubglass::markdown
