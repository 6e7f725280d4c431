#pragma once

#include "document/page.h"

#include <cstdint>

/// What of a finished page travels, once for writer and reader: a record visits its fields in a fixed order, each with
/// its usual value. Source positions stay behind: nothing in the glass asks for them.
namespace hubglass::pack {

// A trap: whoever adds a member must name it below, or say here that it does not travel.
static_assert(sizeof(document::Block) == 100 && sizeof(document::Inline) == 56, "all fields are named below");
static_assert(sizeof(document::Link) == 36 && sizeof(document::Image) == 40, "all fields are named below");

constexpr document::BlockKind last_value(document::BlockKind) {
  return document::BlockKind::table_cell;  // raw HTML never travels
}
constexpr document::Role last_value(document::Role) {
  return static_cast<document::Role>(document::role_count - 1);
}
constexpr document::InlineKind last_value(document::InlineKind) {
  return static_cast<document::InlineKind>(document::inline_kind_count - 1);
}
constexpr document::Align last_value(document::Align) {
  return document::Align::right;
}
constexpr document::Task last_value(document::Task) {
  return document::Task::done;
}
constexpr document::LinkKind last_value(document::LinkKind) {
  return document::LinkKind::broken;
}
constexpr document::LinkUse last_value(document::LinkUse) {
  return document::LinkUse::back;
}
constexpr document::Scheme last_value(document::Scheme) {
  return document::Scheme::dark;
}
constexpr document::PageKind last_value(document::PageKind) {
  return document::PageKind::missing;
}

/// `held`: blocks below it; `inlines`: at the top of its list.
template <typename Record, typename Block>
void block_fields(Record& record, Block& block, std::uint32_t& held, std::uint32_t& inlines) {
  record.field(block.kind, document::BlockKind::paragraph);
  record.field(inlines, 1u);
  record.field(held, 0u);
  record.field(block.role, document::Role::none);
  record.field(block.level, std::uint8_t{0});
  record.field(block.tight, false);
  record.field(block.id);
  record.field(block.literal);
  record.field(block.align, document::Align::none);
  record.field(block.header, false);
  record.field(block.classes);
  record.field(block.variant);
  record.field(block.accent, std::uint8_t{0});
  record.field(block.language);
  record.field(block.start, 1u);
  record.field(block.open, false);
  record.field(block.task, document::Task::none);
  record.field(block.info);
  record.field(block.numbered, false);
  record.field(block.marked_lines);
  record.field(block.column_span, std::uint8_t{1});
}

/// `held`: inlines at the top of its list.
template <typename Record, typename Inline>
void inline_fields(Record& record, Inline& node, std::uint32_t& held) {
  record.field(node.kind, document::InlineKind::text);
  record.field(node.text);
  record.field(held, 0u);
  record.field(node.text2);
  record.field(node.classes);
  record.field(node.id);
}

template <typename Record, typename Link>
void link_fields(Record& record, Link& link) {
  record.field(link.href);
  record.field(link.kind, document::LinkKind::internal);
  record.field(link.title);
  record.field(link.heading, 0u);
  record.field(link.current, false);
  record.field(link.language);
  record.field(link.covers_card, false);
  record.field(link.button, std::uint8_t{0});
  record.field(link.use, document::LinkUse::plain);
}

template <typename Record, typename Image>
void image_fields(Record& record, Image& image) {
  record.field(image.source);
  record.field(image.alt);
  record.field(image.width, 0.0F);
  record.field(image.height, 0.0F);
  record.field(image.title);
  record.field(image.transparent, false);
  record.field(image.decorative, false);
  record.field(image.align, document::Align::none);
  record.field(image.stated_width, false);
  record.field(image.scheme, document::Scheme::any);
}

template <typename Record, typename Page>
void page_fields(Record& record, Page& page) {
  record.field(page.kind, document::PageKind::ordinary);
  record.field(page.route);
  record.field(page.title);
  record.field(page.description);
  record.field(page.hub_title);
  record.field(page.language);
  record.field(page.text_language);
  record.field(page.missing);
  record.field(page.accent, std::uint8_t{0});
}

template <typename Record, typename Labels>
void label_fields(Record& record, Labels& labels) {
  record.field(labels.skip);
  record.field(labels.navigation);
  record.field(labels.contents);
  record.field(labels.breadcrumb);
  record.field(labels.pager);
  record.field(labels.facts);
  record.field(labels.languages);
  record.field(labels.task_open);
  record.field(labels.task_done);
  record.field(labels.leads_out);
  record.field(labels.unreadable);
}

template <typename Record, typename LanguageRoute>
void language_fields(Record& record, LanguageRoute& language) {
  record.field(language.code);
  record.field(language.route);
}

template <typename Record, typename Text, typename Icon>
void icon_fields(Record& record, Text& name, Icon& icon) {
  record.field(name);
  record.field(icon.width, 24.0F);
  record.field(icon.height, 24.0F);
  record.field(icon.path);
}

}  // namespace hubglass::pack
