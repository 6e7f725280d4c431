#pragma once

#include "markdown/extension.h"
#include "markdown/source.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hubglass::markdown {

/// A text with the scanner's edits made, and what it was.
struct Rewritten {
  std::string_view original;
  const SourceMap* original_map = nullptr;
  std::vector<Edit>* edits = nullptr;  ///< in order; `at` is filled in
  Content content;

  /// The edit whose replacement touches the bytes [begin, end) of the content, or npos.
  [[nodiscard]] std::size_t find_edit(std::size_t begin, std::size_t end) const;
  /// The author's text for the bytes [begin, end) of the content: replacements taken back.
  [[nodiscard]] std::string restored(std::size_t begin, std::size_t end) const;
};

Rewritten rewrite(std::string_view text, const SourceMap& map, std::vector<Edit>& edits,
                  std::string_view appended_definitions);

/// The bytes [begin, end) of a text, with up to `columns` of blanks taken off each line.
Content dedented(std::string_view text, const SourceMap& map, std::size_t begin, std::size_t end, std::size_t columns);

}  // namespace hubglass::markdown
