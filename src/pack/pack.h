#pragma once

#include "document/result.h"
#include "hub/hub.h"
#include "markdown/markdown.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The content pack (`*.hubpack`): write and read. The only folder that knows the file format. It checks everything it
/// reads (magic, version, bounds, SHA-256 of every entry) and trusts nothing. It never touches files.
namespace hubglass::pack {

inline constexpr std::uint16_t major_version = 1;
inline constexpr std::uint16_t minor_version = 2;  ///< 1: languages; 2: named entities

struct Entry {
  std::string name;  ///< "page/communities_content/index.md"
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
  std::string sha256;  ///< 64 hexadecimal digits
};

/// Writes a pack: the hub and the Markdown of each of its pages, in the order of Hub::pages; then that of the
/// translations, by language and in the order of Language::pages. Same input, same bytes.
std::string write(const hub::Hub& hub, const std::vector<std::string>& page_texts,
                  const std::vector<std::vector<std::string>>& translation_texts = {});

/// A pack that was read and found whole. Owns its bytes.
struct Pack {
  std::string bytes;
  hub::Hub hub;
  markdown::Entities entities;  ///< the named ones that pages use
  std::vector<Entry> entries;
  std::uint16_t major = 0;
  std::uint16_t minor = 0;

  /// Markdown of page `page` of the hub; a view into `bytes`.
  [[nodiscard]] std::string_view page_text(hub::Index page) const;

  /// Markdown of a page in a language; the original's where it is not translated.
  [[nodiscard]] std::string_view page_text(hub::Index page, hub::Index language) const;

  std::vector<std::uint32_t> page_entries;                      ///< entry index by page index
  std::vector<std::vector<std::uint32_t>> translation_entries;  ///< by language and index into Language::pages

 private:
  [[nodiscard]] std::string_view entry_text(std::uint32_t entry) const;
};

/// Reads the description of a pack, and finds it unaltered. Nothing may be shown of it before check().
Result<Pack> open(std::string bytes);

/// Checks the pages of an opened pack, and that its description points to nothing that is missing.
Result<void> check(Pack& pack);

/// Opens and checks a pack. The error's `where` names the entry at fault, here as above.
Result<Pack> read(std::string bytes);

}  // namespace hubglass::pack
