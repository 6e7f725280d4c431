#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace hubglass::layout {

/// Admonition types that do not look like a note.
struct VariantName {
  std::string_view name;
  std::uint8_t variant = 0;  ///< 1 tip, 2 warning, 3 danger
};

inline constexpr std::array variant_names = {
    VariantName{"tip", 1},       VariantName{"hint", 1},     VariantName{"important", 2}, VariantName{"success", 1},
    VariantName{"check", 1},     VariantName{"done", 1},     VariantName{"warning", 2},   VariantName{"caution", 2},
    VariantName{"attention", 2}, VariantName{"question", 2}, VariantName{"help", 2},      VariantName{"faq", 2},
    VariantName{"danger", 3},    VariantName{"error", 3},    VariantName{"failure", 3},   VariantName{"fail", 3},
    VariantName{"missing", 3},   VariantName{"bug", 3},
};

inline std::uint8_t variant_of(std::string_view name) {
  for (const VariantName& known : variant_names) {
    if (known.name == name) {
      return known.variant;
    }
  }
  return 0;
}

}  // namespace hubglass::layout
