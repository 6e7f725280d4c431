#pragma once

#include "document/budgets.h"
#include "text/sha256.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

/// How the bytes of a pack lie, shared by writer and reader.
///
///     0   8  magic
///     8   4  version, little endian, as all numbers here
///     12  4  size of what follows the header
///     16  32 SHA-256 of bytes 0–15 and of what follows the header
///     48     the page (pack/fields.h), then its four Documents: content, contents, header, navigation
///
/// A number is a varint: seven bits a byte, the lowest first. A record is a varint whose bits say which of its fields
/// differ from the usual value, then those fields. A Document is two chunks, each behind its size: its blocks and
/// inlines as records, each followed by what it holds, so that no tree can be ill-formed; and their texts one after the
/// other, each stored once.
namespace hubglass::pack {

/// Starts with a byte that is no text and holds both line endings, so that a transfer that mangles text is noticed.
inline constexpr std::string_view magic = "\x89HUB\r\n\x1a\n";
/// Of the format and of what the Documents' kinds and roles mean. Engine and packs of one build have the same.
inline constexpr std::uint32_t version = 4;
inline constexpr std::size_t hashed_header_size = 16;
inline constexpr std::size_t header_size = 48;

/// Levels of blocks, and of inlines: what an author may nest, with room for what is composed around it.
inline constexpr int deepest = 2 * budgets::nesting_depth;

inline text::Sha256Digest hash_of(std::string_view header, std::string_view body) {
  return text::Sha256().update(header.substr(0, hashed_header_size)).update(body).finish();
}

}  // namespace hubglass::pack
