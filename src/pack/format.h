#pragma once

#include "document/budgets.h"
#include "pack/sha256.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// How the bytes of a pack lie, shared by writer and reader.
///
///     0   8  magic
///     8   2  major version        little endian, as all numbers
///     10  2  minor version
///     12  4  reserved, 0
///     16  8  size of the JSON chunk
///     24  8  size of the binary chunk
///     32  32 SHA-256 of bytes 0–31 and the JSON chunk
///     64     JSON chunk: {"entries": [...], "hub": {...}}
///            binary chunk: the entries' bytes, one after the other in the order of "entries"; nothing else
///
/// So each byte of a pack is covered by a hash or is one. A newer minor version may add members to the JSON and entries
/// with new name prefixes; readers skip what they do not know.
namespace hubglass::pack {

/// Starts with a byte that is no text and holds both line endings, so that a transfer that mangles text is noticed.
inline constexpr std::string_view magic = "\x89HUB\r\n\x1a\n";
inline constexpr std::size_t hashed_header_size = 32;
inline constexpr std::size_t header_size = 64;
inline constexpr std::string_view page_prefix = "page/";

/// The JSON chunk as a parsed tree takes about ten times its size in memory.
inline constexpr std::size_t manifest_bytes = 24u << 20;
/// Nesting of the JSON chunk; the navigation is the only deep part.
inline constexpr int manifest_depth = 64;
/// Levels of the navigation. Each costs two levels of blocks in the composed list.
inline constexpr int navigation_depth = budgets::navigation_levels;

inline Sha256Digest manifest_hash(std::string_view header, std::string_view json) {
  return Sha256().update(header.substr(0, hashed_header_size)).update(json).finish();
}

}  // namespace hubglass::pack
