#pragma once

#include "layout/measurer.h"
#include "layout/text_pool.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace hubglass::layout {

/// Finds where lines may break and cuts leaves into words. Browsers do not follow Unicode Standard Annex 14 to the
/// letter, and static page and canvas must agree, so this does what Chromium and WebKit do: a line may break after any
/// run of spaces; between two ASCII characters a small table decides (in Firefox the annex does, too); beside any other
/// character the annex does (by libunibreak). In an address lines break at its wbr inlines and nowhere else.
class WordFinder {
 public:
  explicit WordFinder(Measurer& measurer);

  /// Cuts a flattened leaf, the last one in the pool, into words and asks the measurer for them. O(text).
  void find(TextPool& pool, LeafText& leaf);
  /// Replaces `offsets` by those inside `text` (which holds no spaces) at which a line may break.
  void breaks_inside(std::string_view text, std::vector<std::uint32_t>& offsets);

 private:
  struct Token {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;   ///< of the text
    std::uint32_t next = 0;  ///< after the spaces
    bool whole = false;      ///< lines break at its spaces, nowhere else
    bool hard = false;
  };

  [[nodiscard]] Token next_token(const std::string& text, std::uint32_t at, std::uint32_t end) const;
  void cut(TextPool& pool, LeafText& leaf, const Token& token);
  void add_word(TextPool& pool, const LeafText& leaf, std::uint32_t begin, std::uint32_t end, std::uint32_t next,
                bool hard);

  Measurer& measurer_;
  std::vector<char> marks_;
  std::vector<std::uint32_t> offsets_;
  std::uint32_t element_ = 0;  ///< cursor over the leaf's elements
  std::uint32_t break_ = 0;    ///< cursor over the leaf's wbr places
};

}  // namespace hubglass::layout
