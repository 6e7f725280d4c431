#include "cli/site/compress.h"

#include "text/sha256.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

#include <brotli/encode.h>
#include <zlib.h>

namespace hubglass::site {
namespace {

template <typename Make>
std::string by_way_of(Cache& cache, std::string_view recipe, std::string_view digest, std::string_view bytes,
                      Make&& make) {
  const std::string key = Cache::key(recipe, digest);
  if (auto found = cache.find(key)) {
    return std::move(*found);
  }
  std::string made = make(bytes);
  if (!made.empty()) {
    cache.keep(key, made);
  }
  return made;
}

}  // namespace

std::string brotli(std::string_view bytes, int level) {
  int window = BROTLI_MIN_WINDOW_BITS;
  while (window < BROTLI_MAX_WINDOW_BITS && (std::size_t{1} << window) < bytes.size() + 16) {
    ++window;  // a wider one than the bytes need costs memory and time, and saves nothing
  }
  std::size_t size = std::max<std::size_t>(BrotliEncoderMaxCompressedSize(bytes.size()), 64);
  std::string out(size, '\0');
  const BROTLI_BOOL done = BrotliEncoderCompress(level, window, BROTLI_MODE_GENERIC, bytes.size(),
                                                 reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                                                 reinterpret_cast<std::uint8_t*>(out.data()));
  out.resize(done == BROTLI_TRUE ? size : 0);
  return out;
}

std::string gzip(std::string_view bytes) {
  constexpr int gzip_window = 15 + 16;
  constexpr int most_memory = 9;
  z_stream stream = {};
  if (bytes.size() > std::numeric_limits<uInt>::max() ||
      deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_window, most_memory, Z_DEFAULT_STRATEGY) != Z_OK) {
    return {};
  }
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib only reads it
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  out.resize(done ? stream.total_out : 0);
  deflateEnd(&stream);
  return out;
}

Compressed cached_compressed(std::string_view bytes, int level, Cache& cache) {
  // Hashing is what a cached build spends its time on: once for both.
  const std::string digest = text::hexadecimal(text::sha256(bytes));
  const std::string recipe = "brotli " + std::to_string(level) + " " + std::to_string(BrotliEncoderVersion());
  return {by_way_of(cache, recipe, digest, bytes, [&](std::string_view text) { return brotli(text, level); }),
          by_way_of(cache, std::string("gzip 9 ") + zlibVersion(), digest, bytes, gzip)};
}

bool is_compressible(std::string_view file) {
  constexpr std::array<std::string_view, 12> endings = {".html", ".css", ".js",   ".mjs",     ".json",        ".xml",
                                                        ".txt",  ".svg", ".wasm", ".hubpack", ".webmanifest", ".map"};
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return file.ends_with(ending); });
}

}  // namespace hubglass::site
