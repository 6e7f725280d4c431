#pragma once

#include "layout/text_engine.h"
#include "layout/theme.h"

#include <cstdint>
#include <span>

namespace hubglass::layout {

/// A TextEngine with fixed metrics, for native tests and benchmarks: half an em per character (monospaced 0.6, East
/// Asian wide and emoji 1, marks and joiners 0), a twentieth more in bold. The same text measures the same everywhere.
class FixedTextEngine final : public TextEngine {
 public:
  explicit FixedTextEngine(const Theme& theme) : theme_(theme) {}
  void measure(std::span<const Run> runs, std::span<float> advances) override;
  float baseline(Style style) override;

  std::uint64_t batches = 0;   ///< calls of measure()
  std::uint64_t measured = 0;  ///< runs in them
  std::uint64_t measured_bytes = 0;

 private:
  const Theme& theme_;
};

}  // namespace hubglass::layout
