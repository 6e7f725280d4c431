#pragma once

#include "cli/site/site.h"

#include <chrono>
#include <mutex>

namespace hubglass::site {

using Clock = std::chrono::steady_clock;

inline double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// Counts a stage's steps and passes them on, seldom enough not to flood a terminal.
class ProgressMeter {
 public:
  ProgressMeter(const Progress& progress, Clock::time_point start) : progress_(progress), start_(start) {}

  void begin(std::string_view stage, std::size_t total) {
    stage_ = stage;
    total_ = total;
    done_ = 0;
  }
  void step() {
    if (!progress_) {
      return;
    }
    const std::lock_guard lock(mutex_);
    ++done_;
    const Clock::time_point now = Clock::now();
    if (now - start_ > std::chrono::seconds(1) && now - shown_ > std::chrono::milliseconds(250)) {
      shown_ = now;
      progress_(stage_, done_, total_);
    }
  }

 private:
  const Progress& progress_;
  Clock::time_point start_;
  Clock::time_point shown_;
  std::mutex mutex_;
  std::string_view stage_;
  std::size_t total_ = 0;
  std::size_t done_ = 0;
};

}  // namespace hubglass::site
