#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hubglass::markdown {

/// A place in the page's source, both 1-based; the column counts bytes.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

/// Finds line and column of offsets. Lookups that move forwards are O(1); any other is a binary search.
class LineTable {
 public:
  explicit LineTable(std::string_view text);
  [[nodiscard]] Position position(std::size_t offset);

 private:
  std::vector<std::uint32_t> starts_;
  std::size_t current_ = 0;
};

/// Where the bytes of a rewritten or dedented text come from in the page.
class SourceMap {
 public:
  SourceMap() = default;
  /// A text that is the page itself from offset `source` on.
  explicit SourceMap(std::size_t source) { add(0, source); }
  /// From byte `at` of the text on, bytes come from `source` on. `at` must not fall.
  void add(std::size_t at, std::size_t source);
  [[nodiscard]] std::size_t source(std::size_t at) const;

 private:
  struct Segment {
    std::uint32_t at = 0;
    std::uint32_t source = 0;
  };
  std::vector<Segment> segments_;
  mutable std::size_t current_ = 0;
};

/// A text to parse and where it comes from.
struct Content {
  std::string text;
  SourceMap map;
};

/// YAML lines at the top of a page, between two `---` lines.
struct FrontMatter {
  std::size_t size = 0;  ///< bytes up to where the Markdown begins; 0 when there is none
  std::string title;
  std::string description;
};

FrontMatter read_front_matter(std::string_view page);

/// True when some line ends with a carriage return, or a NUL is in the text.
bool needs_normalising(std::string_view text);
/// CRLF and lone CR become LF, so that line numbers stay what they were; U+0000, which HTML cannot hold, becomes
/// U+FFFD.
std::string normalise(std::string_view text);

}  // namespace hubglass::markdown
