#pragma once

#include <cstdio>
#include <cstdlib>

/// Ends the process when something that must always hold does not: the fuzzer then keeps the input.
#define HUBGLASS_EXPECT(condition)                                                             \
  do {                                                                                         \
    if (!(condition)) {                                                                        \
      std::fprintf(stderr, "%s:%d: this does not hold: %s\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                                            \
    }                                                                                          \
  } while (false)
