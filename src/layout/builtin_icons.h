#pragma once

#include <span>
#include <string_view>

namespace hubglass::layout {

/// An icon that layout itself puts on a page (markers, chevrons, admonitions), in a view box of 24 × 24 at the origin.
/// Static pages show the same outlines.
struct BuiltinIcon {
  std::string_view name;  ///< as in Item::text; no hub's icon starts with "hubglass-"
  std::string_view path;  ///< SVG path data, filled with the nonzero rule
};

inline constexpr std::string_view icon_chevron_right = "hubglass-chevron-right";
inline constexpr std::string_view icon_chevron_down = "hubglass-chevron-down";
inline constexpr std::string_view icon_task_open = "hubglass-task-open";
inline constexpr std::string_view icon_task_done = "hubglass-task-done";
inline constexpr std::string_view icon_note = "hubglass-note";
inline constexpr std::string_view icon_tip = "hubglass-tip";
inline constexpr std::string_view icon_warning = "hubglass-warning";
inline constexpr std::string_view icon_danger = "hubglass-danger";

std::span<const BuiltinIcon> builtin_icons();
/// The icon of that name, or nullptr.
const BuiltinIcon* find_builtin_icon(std::string_view name);

}  // namespace hubglass::layout
