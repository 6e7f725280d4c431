#include "layout/lines.h"
#include "unit/layout/page.h"

#include <gtest/gtest.h>

#include <string>

namespace hubglass::layout {
namespace {

using document::Index;

TEST(Characters, HoldTogetherWhatAReaderSeesAsOne) {
  EXPECT_EQ(next_character("ab", 0), 1u);
  EXPECT_EQ(next_character("e\u0301x", 0), 3u);
  EXPECT_EQ(next_character("\U0001F469\u200D\U0001F4BBx", 0), 11u);
  EXPECT_EQ(next_character("\U0001F1E9\U0001F1EA\U0001F1EB\U0001F1F7", 0), 8u);
  EXPECT_EQ(next_character("\xF0\x9F", 0), 2u);
}

TEST(Lines, OfCodeWithoutSpacesAreFilled) {
  constexpr std::string_view letters = "aB3";
  for (const float characters : {1.0F, 2.0F, 7.0F, 80.0F}) {
    std::string code;
    for (std::size_t i = 0; i < 5000; ++i) {
      code += letters[i * i % 7 % letters.size()];
    }
    Page page;
    const Index leaf = page.block(page.main, document::BlockKind::code);
    page.document.blocks[leaf].literal = page.document.store(code);
    const float edges = 40;  // more than the padding of a code block, less than it and a character
    const LaidOut laid(page.document, characters * 9 + edges, 320);
    const std::vector<std::string> lines = laid.lines(leaf);
    ASSERT_GT(lines.size(), 1u);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
      ASSERT_EQ(lines[i].size(), lines.front().size()) << "line " << i << " at " << characters;
    }
    EXPECT_LE(lines.back().size(), lines.front().size());
    EXPECT_GE(lines.front().size(), static_cast<std::size_t>(characters));
    std::string whole;
    for (const std::string& line : lines) {
      whole += line;
    }
    EXPECT_EQ(whole, code);
  }
}

}  // namespace
}  // namespace hubglass::layout
