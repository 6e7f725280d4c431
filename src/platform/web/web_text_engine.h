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
  [[nodiscard]] bool balances() const override { return balanced; }
  [[nodiscard]] bool joins() const override { return joined; }
  /// Fonts changed: baselines are asked for anew.
  void forget_fonts() { baselines_.fill(-1.0F); }

  bool balanced = true;
  bool joined = true;

 private:
  std::uint32_t instance_;
  std::string text_;
  std::vector<std::uint32_t> runs_;
  std::array<float, layout::style_count> baselines_{};
};

}  // namespace hubglass::platform::web
