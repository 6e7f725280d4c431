#pragma once

#include "document/document.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hubglass::document {

/// The greatest weight a column can have.
inline constexpr std::uint8_t heaviest_column = 12;

/// How the columns of a table share its width, 1 to heaviest_column each, by what they hold: the longest word must fit
/// first, long texts get more than short ones. Decided from the text alone, so that static pages and layout agree.
/// Linear in the table's text.
std::vector<std::uint8_t> column_weights(const Document& document, Index table);

/// The weight of a cell that spans `span` columns from `first` on; a column that is not there weighs 1.
int span_weight(const std::vector<std::uint8_t>& columns, std::size_t first, std::size_t span);

/// How many columns a cell may span at most.
inline constexpr std::uint8_t widest_span = 8;

}  // namespace hubglass::document
