#include "layout/builtin_icons.h"

#include <array>

namespace hubglass::layout {

namespace {

// Inner outlines run against the outer one, so that the nonzero rule leaves them open.
constexpr std::array icons = {
    BuiltinIcon{icon_chevron_right, "M9 5.5L15.5 12L9 18.5L7.6 17.1L12.7 12L7.6 6.9Z"},
    BuiltinIcon{icon_chevron_down, "M5.5 9L12 15.5L18.5 9L17.1 7.6L12 12.7L6.9 7.6Z"},
    BuiltinIcon{icon_task_open,
                "M5 3H19A2 2 0 0 1 21 5V19A2 2 0 0 1 19 21H5A2 2 0 0 1 3 19V5A2 2 0 0 1 5 3ZM5 5V19H19V5Z"},
    BuiltinIcon{
        icon_task_done,
        "M5 3H19A2 2 0 0 1 21 5V19A2 2 0 0 1 19 21H5A2 2 0 0 1 3 19V5A2 2 0 0 1 5 3ZM10 17L19 8L17.6 6.6L10 14.2"
        "L6.4 10.6L5 12Z"},
    BuiltinIcon{icon_note, "M12 2A10 10 0 0 1 12 22A10 10 0 0 1 12 2ZM11 11V17H13V11ZM11 7V9H13V7Z"},
    BuiltinIcon{icon_tip, "M12 2A10 10 0 0 1 12 22A10 10 0 0 1 12 2ZM10.5 16.5L18 9L16.6 7.6L10.5 13.7L7.4 10.6L6 12Z"},
    BuiltinIcon{icon_warning, "M12 2.5L23 21.5H1ZM11 10V15H13V10ZM11 17V19H13V17Z"},
    BuiltinIcon{icon_danger, "M8 2H16L22 8V16L16 22H8L2 16V8ZM11 6.5V13.5H13V6.5ZM11 15.5V17.5H13V15.5Z"},
};

}  // namespace

std::span<const BuiltinIcon> builtin_icons() {
  return icons;
}

const BuiltinIcon* find_builtin_icon(std::string_view name) {
  for (const BuiltinIcon& icon : icons) {
    if (icon.name == name) {
      return &icon;
    }
  }
  return nullptr;
}

}  // namespace hubglass::layout
