#pragma once

#include "layout/measurer.h"
#include "layout/text_pool.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace hubglass::layout {

/// Finds where lines may break (Unicode Standard Annex 14, by libunibreak; inside an address only at its wbr inlines) and cuts
/// leaves into words.
class WordFinder {
 public:
  explicit WordFinder(Measurer& measurer);

  /// Cuts a flattened leaf, the last one in the pool, into words and asks the measurer for them. O(text).
  void find(TextPool& pool, LeafText& leaf);
  /// Appends the byte offsets inside `text` (no spaces) after which a line may break.
  void breaks_inside(std::string_view text, std::vector<std::uint32_t>& offsets);

 private:
  struct Token {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;   ///< of the text
    std::uint32_t next = 0;  ///< after the spaces
    bool plain = false;      ///< letters and such only: breaks at its spaces, nowhere else
    bool hard = false;
  };

  std::uint32_t next_token(const std::string& text, std::uint32_t at, std::uint32_t end, Token& token) const;
  void cut(TextPool& pool, LeafText& leaf, const Token& token);
  void cut_address(TextPool& pool, LeafText& leaf, const Token& token);
  void cut_window(TextPool& pool, LeafText& leaf, std::size_t first, std::size_t last);
  void add_word(TextPool& pool, const LeafText& leaf, std::uint32_t begin, std::uint32_t end, std::uint32_t next, bool hard);

  Measurer& measurer_;
  std::vector<Token> window_;
  std::vector<char> marks_;
  static constexpr std::uint32_t none = 0xFFFFFFFFu;
  std::uint32_t element_ = 0;         ///< cursor over the leaf's elements
  std::uint32_t element_before_ = 0;  ///< where it was before the last word
  std::uint32_t join_ = none;         ///< where the next word really begins
  std::uint32_t break_ = 0;    ///< cursor over the leaf's wbr places
};

}  // namespace hubglass::layout
