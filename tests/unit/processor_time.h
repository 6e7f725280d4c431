#pragma once

#include <ctime>

namespace hubglass::test {

/// s of processor time that this process has used: unlike a clock on the wall, it does not count what else the machine
/// does.
inline double processor_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

}  // namespace hubglass::test
