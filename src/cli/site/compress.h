#pragma once

#include "cli/site/cache.h"

#include <string>
#include <string_view>

namespace hubglass::site {

/// Brotli at level 11. About 28 ms for a page: ask the cache first.
std::string brotli(std::string_view bytes);
/// gzip at level 9, without time or name, so the same input gives the same bytes.
std::string gzip(std::string_view bytes);

struct Compressed {
  std::string brotli;
  std::string gzip;
};
/// As brotli() and gzip(), by way of the cache. A member is empty when memory ran out.
Compressed cached_compressed(std::string_view bytes, Cache& cache);

/// True for what shrinks: text formats, WebAssembly, packs; false for images that are compressed already, and for files
/// that servers read themselves ("_headers").
bool is_compressible(std::string_view file);

}  // namespace hubglass::site
