#pragma once

#include <cstddef>

namespace hubglass::tests {

/// What the whole program asks of operator new.
class Heap {
 public:
  static void restart();
  /// Bytes since restart(), whether or not they were given back.
  static std::size_t allocated();
  /// The most bytes held at once since restart(), beyond those held then.
  static std::size_t peak();
};

}  // namespace hubglass::tests
