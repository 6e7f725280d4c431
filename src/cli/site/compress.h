#pragma once

#include "cli/site/cache.h"

#include <string>
#include <string_view>

namespace hubglass::site {

/// The levels of Brotli that are used: the densest takes about 28 ms for a page, the quick one 2 and gives some 4 %
/// more.
inline constexpr int densest = 11;
inline constexpr int quick = 9;

/// Brotli. Ask the cache first.
std::string brotli(std::string_view bytes, int level = densest);
/// gzip at level 9, without time or name, so the same input gives the same bytes.
std::string gzip(std::string_view bytes);

struct Compressed {
  std::string brotli;
  std::string gzip;
};
/// As brotli() and gzip(), by way of the cache. A member is empty when memory ran out.
Compressed cached_compressed(std::string_view bytes, int level, Cache& cache);

/// True for what shrinks: text formats, WebAssembly, packs; false for images that are compressed already, and for files
/// that servers read themselves ("_headers").
bool is_compressible(std::string_view file);

}  // namespace hubglass::site
