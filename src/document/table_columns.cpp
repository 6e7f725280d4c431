#include "document/table_columns.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace hubglass::document {

namespace {

constexpr std::size_t longest_word = 20;  // letters; longer ones are broken, as every column has to give
constexpr std::size_t longest_text = 90;  // letters; beyond these a column grows in height only
constexpr double text_letters_per_word_letter = 5;
constexpr double padding_letters = 2;

struct Extent {
  std::size_t word = 0;  ///< letters of the longest word
  std::size_t text = 0;  ///< letters of the longest cell
};

void extend(Extent& extent, const std::string& text) {
  std::size_t word = 0;
  std::size_t letters = 0;
  for (const char byte : text) {
    if ((static_cast<unsigned char>(byte) & 0xC0) == 0x80) continue;  // not the first byte of a code point
    ++letters;
    word = byte == ' ' || byte == '\n' ? 0 : word + 1;
    extent.word = std::max(extent.word, word);
  }
  extent.text = std::max(extent.text, letters);
}

}  // namespace

int span_weight(const std::vector<std::uint8_t>& columns, std::size_t first, std::size_t span) {
  int weight = 0;
  for (std::size_t i = first; i < first + span; ++i) weight += i < columns.size() ? columns[i] : 1;
  return weight;
}

std::vector<std::uint8_t> column_weights(const Document& document, Index table) {
  std::vector<Extent> columns;
  for (Index row = document.blocks[table].first_child; row != none; row = document.blocks[row].next) {
    std::size_t column = 0;
    for (Index cell = document.blocks[row].first_child; cell != none; cell = document.blocks[cell].next) {
      const std::size_t span = document.blocks[cell].column_span;
      if (columns.size() < column + span) columns.resize(column + span);
      if (span == 1) extend(columns[column], plain_text(document, cell));
      column += span;
    }
  }
  std::vector<double> wishes;
  wishes.reserve(columns.size());
  for (const Extent& column : columns) {
    wishes.push_back(padding_letters + static_cast<double>(std::min(column.word, longest_word)) +
                     static_cast<double>(std::min(column.text, longest_text)) / text_letters_per_word_letter);
  }
  const double greatest = wishes.empty() ? 1 : *std::max_element(wishes.begin(), wishes.end());
  std::vector<std::uint8_t> weights;
  weights.reserve(wishes.size());
  for (const double wish : wishes) {
    weights.push_back(static_cast<std::uint8_t>(std::max(1L, std::lround(heaviest_column * wish / greatest))));
  }
  return weights;
}

}  // namespace hubglass::document
