#pragma once

#include "layout/text_engine.h"

#include <array>
#include <string>
#include <vector>

namespace hubglass::platform::web {

/// TextEngine over the browser: measureText for advances, the DOM itself for baselines.
class WebTextEngine final : public layout::TextEngine {
 public:
  explicit WebTextEngine(std::uint32_t instance) : instance_(instance) { forget_fonts(); }
  void measure(std::span<const layout::Run> runs, std::span<float> advances) override;
  float baseline(layout::Style style) override;
  [[nodiscard]] bool balances() const override { return !is_firefox && !is_webkit; }
  [[nodiscard]] layout::Breaks breaks() const override {
    using layout::Breaks;
    return is_firefox ? Breaks::by_the_book : is_webkit ? Breaks::by_table_then_book : Breaks::by_table;
  }
  [[nodiscard]] bool reshapes() const override { return !is_firefox; }
  [[nodiscard]] float length_unit() const override { return is_firefox ? 0 : TextEngine::length_unit(); }
  [[nodiscard]] bool kerns_hanging_space() const override { return is_webkit; }
  [[nodiscard]] layout::Overhang overhang() const override {
    using layout::Overhang;
    return is_firefox ? Overhang::after_word : is_webkit ? Overhang::within_word : Overhang::nowhere;
  }
  [[nodiscard]] bool joins() const override { return !is_webkit; }
  /// Fonts changed: baselines are asked for anew.
  void forget_fonts() { baselines_.fill(-1.0F); }

  bool is_firefox = false;
  bool is_webkit = false;

 private:
  std::uint32_t instance_;
  std::string text_;
  std::vector<std::uint32_t> runs_;
  std::array<float, layout::style_count> baselines_{};
};

}  // namespace hubglass::platform::web
