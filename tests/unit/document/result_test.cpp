#include "document/result.h"

#include "document/diagnostic.h"
#include "document/utf8.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace hubglass {
namespace {

Result<int> half(int value) {
  if (value % 2 != 0) return fail(ErrorCode::usage, "odd", "here");
  return value / 2;
}

Result<int> quarter(int value) {
  HUBGLASS_TRY(half(value));
  return half(value / 2);
}

TEST(Result, hands_errors_on) {
  EXPECT_EQ(quarter(8).value(), 2);
  ASSERT_FALSE(quarter(6).has_value());
  EXPECT_EQ(quarter(3).error().where, "here");
}

TEST(ErrorTable, names_every_code_once) {
  std::set<std::string> names;
  for (int code = 0; code <= static_cast<int>(ErrorCode::engine_missing); ++code) {
    const std::string name = error_name(static_cast<ErrorCode>(code));
    EXPECT_TRUE(names.insert(name).second) << name;
    EXPECT_EQ(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-"), std::string::npos) << name;
    EXPECT_EQ(std::string(error_remedy(static_cast<ErrorCode>(code))).back(), '.') << name;
  }
  EXPECT_STREQ(error_name(ErrorCode::pack_truncated), "pack-truncated");
}

TEST(Diagnostic, formats_as_compilers_do) {
  EXPECT_EQ(format({Severity::warning, "a/b.md", 3, 14, "No such page."}), "a/b.md:3:14: warning: No such page.");
  EXPECT_EQ(format({Severity::error, "hub.json", 3, 0, "Bad."}), "hub.json:3: error: Bad.");
  EXPECT_EQ(format({Severity::note, "hub.json", 0, 5, "Fine."}), "hub.json: note: Fine.");
  EXPECT_EQ(format({Severity::error, "", 0, 0, "Bad."}), "error: Bad.");
}

TEST(Utf8, finds_what_is_not_utf8) {
  using document::find_invalid_utf8;
  EXPECT_EQ(find_invalid_utf8("plain ASCII, longer than eight bytes"), std::string_view::npos);
  EXPECT_EQ(find_invalid_utf8("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"), std::string_view::npos);
  EXPECT_EQ(find_invalid_utf8("12345678\xFFz"), 8u);
  EXPECT_EQ(find_invalid_utf8("a\xC0\xAF"), 1u) << "overlong";
  EXPECT_EQ(find_invalid_utf8("a\xED\xA0\x80"), 1u) << "surrogate";
  EXPECT_EQ(find_invalid_utf8("a\xF4\x90\x80\x80"), 1u) << "above U+10FFFF";
  EXPECT_EQ(find_invalid_utf8("ab\xE2\x82"), 2u) << "cut short";
}

TEST(Utf8, encodes_and_decodes) {
  for (const char32_t code_point : {0x41u, 0xE9u, 0x20ACu, 0x1F600u, 0x10FFFFu}) {
    std::string text;
    document::append_utf8(text, code_point);
    std::size_t at = 0;
    EXPECT_EQ(document::decode_utf8(text, at), code_point);
    EXPECT_EQ(at, text.size());
  }
  std::string text;
  document::append_utf8(text, 0xD800);
  EXPECT_EQ(text, "\xEF\xBF\xBD");
}

}  // namespace
}  // namespace hubglass
