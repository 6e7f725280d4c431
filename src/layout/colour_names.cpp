#include "layout/colour_names.h"

#include <array>

namespace hubglass::layout {

namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Colour::count)> names = {
    "none",           "surface",        "raised",         "sunken",         "text",
    "muted",          "line",           "accent",         "on-accent",      "code",
    "mark",           "plate",          "shadow",         "note",           "tip",
    "warning",        "danger",         "note-tint",      "tip-tint",       "warning-tint",
    "danger-tint",    "cluster-1",      "cluster-2",      "cluster-3",      "cluster-4",
    "cluster-5",      "cluster-6",      "cluster-1-tint", "cluster-2-tint", "cluster-3-tint",
    "cluster-4-tint", "cluster-5-tint", "cluster-6-tint", "accent-tint",
};

}  // namespace

std::string_view colour_name(Colour colour) {
  return names[static_cast<std::size_t>(colour)];
}

std::string hexadecimal(Rgba colour) {
  const unsigned last = (colour & 0xFFu) == 0xFF ? 8 : 0;
  std::string text = "#";
  for (unsigned shift = 32; shift > last; shift -= 4) {
    text += "0123456789abcdef"[(colour >> (shift - 4)) & 0xFu];
  }
  return text;
}

}  // namespace hubglass::layout
