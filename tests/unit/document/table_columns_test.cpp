#include "document/table_columns.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace hubglass::document {
namespace {

Document table_of(const std::vector<std::vector<std::string>>& rows) {
  Document document;
  Builder builder(document);
  const Index table = builder.add_block(0, BlockKind::table);
  for (const auto& row : rows) {
    const Index line = builder.add_block(table, BlockKind::table_row);
    for (const std::string& text : row) builder.add_text(builder.add_block(line, BlockKind::table_cell), text);
  }
  return document;
}

using Weights = std::vector<std::uint8_t>;

TEST(TableColumns, ShareEquallyWhenTheyHoldTheSame) {
  EXPECT_EQ(column_weights(table_of({{"one", "two"}, {"six", "ten"}}), 1), Weights({12, 12}));
}

TEST(TableColumns, GiveLongWordsAndLongTextsMore) {
  const Weights weights = column_weights(
      table_of(
          {{"Name", "Year", "What it is"},
           {"Interoperability", "2024", "A long sentence that has no long word in it but goes on and on for a while"}}),
      1);
  ASSERT_EQ(weights.size(), 3u);
  EXPECT_GT(weights[0], 2 * weights[1]);
  EXPECT_GT(weights[2], weights[1]);
}

TEST(TableColumns, CountLettersNotBytes) {
  EXPECT_EQ(column_weights(table_of({{"äöüäöü", "aouaou"}}), 1), Weights({12, 12}));
}

TEST(TableColumns, KeepEveryColumnHoweverUneven) {
  EXPECT_EQ(column_weights(table_of({{std::string(5000, 'x'), ""}, {"a", "b", "c"}}), 1), Weights({12, 1, 1}));
  EXPECT_EQ(column_weights(table_of({}), 1), Weights());
}

}  // namespace
}  // namespace hubglass::document
