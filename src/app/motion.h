#pragma once

#include <algorithm>

namespace hubglass::app {

inline constexpr float hover_ms = 150;
inline constexpr float drawer_ms = 220;

/// A value on its way to 0 or 1 in a given time, eased out. Turning round on the way starts from where it is.
class Motion {
 public:
  void aim(bool forward) {
    if (forward != forward_) {
      from_ = value();
      forward_ = forward;
      progress_ = 0;
    }
  }
  /// True while it has not arrived.
  bool advance(float elapsed_ms, float duration_ms, bool at_once) {
    progress_ = at_once ? 1.0F : std::min(1.0F, progress_ + elapsed_ms / duration_ms);
    return moving();
  }
  [[nodiscard]] bool forward() const { return forward_; }
  [[nodiscard]] bool moving() const { return progress_ < 1; }
  [[nodiscard]] float value() const {
    const float left = 1 - progress_;
    const float target = forward_ ? 1.0F : 0.0F;
    return target + (from_ - target) * left * left * left;
  }

 private:
  float from_ = 0;
  float progress_ = 1;
  bool forward_ = false;
};

}  // namespace hubglass::app
