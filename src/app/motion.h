#pragma once

#include <algorithm>

namespace hubglass::app {

inline constexpr float hover_ms = 150;
inline constexpr float drawer_ms = 220;

/// A value on its way to 0 or 1 in a given time, eased out.
struct Motion {
  float progress = 0;
  bool forward = false;

  /// True while it has not arrived.
  bool advance(float elapsed_ms, float duration_ms, bool at_once) {
    const float step = at_once ? 1.0F : elapsed_ms / duration_ms;
    progress = std::clamp(forward ? progress + step : progress - step, 0.0F, 1.0F);
    return moving();
  }
  [[nodiscard]] bool moving() const { return progress != (forward ? 1.0F : 0.0F); }
  [[nodiscard]] float value() const {
    const float left = 1.0F - progress;
    return 1.0F - left * left * left;
  }
};

}  // namespace hubglass::app
