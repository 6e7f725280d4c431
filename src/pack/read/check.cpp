#include "pack/read/check.h"

#include "text/safe.h"

namespace hubglass::pack {
namespace {

using document::BlockKind;
using document::InlineKind;

constexpr float largest_picture = 100'000;  // px; more would break the geometry of a page
constexpr float largest_icon = 10'000;

/// False for NaN, too.
bool is_size(float value, float most) {
  return value >= 0 && value <= most;
}

bool is_path_data(std::string_view path) {
  return path.find_first_not_of("MmZzLlHhVvCcSsQqTtAaEe0123456789 ,.+-\t\r\n") == std::string_view::npos;
}

bool is_list(BlockKind kind) {
  return kind == BlockKind::bullet_list || kind == BlockKind::ordered_list;
}

}  // namespace

bool may_hold(const document::Block& parent, const document::Block& child) {
  switch (parent.kind) {
    case BlockKind::bullet_list:
    case BlockKind::ordered_list:
      return child.kind == BlockKind::list_item;
    case BlockKind::table:
      return child.kind == BlockKind::table_row;
    case BlockKind::table_row:
      return child.kind == BlockKind::table_cell;
    case BlockKind::root:
    case BlockKind::group:
    case BlockKind::quote:
    case BlockKind::list_item:
      return child.kind != BlockKind::root && child.kind != BlockKind::list_item &&
             child.kind != BlockKind::table_row && child.kind != BlockKind::table_cell;
    default:
      return false;
  }
}

bool holds_inlines(BlockKind kind) {
  return kind == BlockKind::paragraph || kind == BlockKind::heading || kind == BlockKind::table_cell;
}

bool holds_inlines(InlineKind kind) {
  switch (kind) {
    case InlineKind::text:
    case InlineKind::soft_break:
    case InlineKind::hard_break:
    case InlineKind::code:
    case InlineKind::image:
    case InlineKind::icon:
    case InlineKind::wbr:
    case InlineKind::html:
      return false;
    default:
      return true;
  }
}

bool is_sound(const document::Block& block) {
  const bool level_fits = block.kind == BlockKind::heading ? block.level >= 1 && block.level <= 6 : block.level <= 6;
  return level_fits && block.accent <= document::accents && (!is_list(block.kind) || block.literal.empty());
}

bool is_sound(const document::Document& document, const document::Link& link) {
  return text::is_safe_address(document.view(link.href)) && link.button <= 2;
}

bool is_sound(const document::Document& document, const document::Image& image) {
  const std::string_view source = document.view(image.source);
  return (source.empty() || text::is_safe_path(source, false)) && is_size(image.width, largest_picture) &&
         is_size(image.height, largest_picture);
}

bool is_sound(const document::Icon& icon) {
  return is_size(icon.width, largest_icon) && is_size(icon.height, largest_icon) && icon.width > 0 && icon.height > 0 &&
         is_path_data(icon.path);
}

}  // namespace hubglass::pack
