#include "hub/native/json_text.h"

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

#include <string>

namespace hubglass {
namespace {

struct Read {
  Result<nlohmann::json> value;
  Diagnostics notes;
};

Read read(std::string_view text) {
  Diagnostics notes;
  hub::Reporter reporter("hub.json", notes);
  auto value = hub::read_json(text, reporter);
  return {std::move(value), std::move(notes)};
}

struct Mistake {
  const char* name;
  std::string text;
  const char* where;
  const char* sentence;
};

class JsonMistake : public testing::TestWithParam<Mistake> {};

TEST_P(JsonMistake, IsNamedAsItsAuthorWould) {
  const Read result = read(GetParam().text);
  ASSERT_FALSE(result.value);
  EXPECT_EQ(result.value.error().code, ErrorCode::project_malformed);
  EXPECT_EQ(result.value.error().where, std::string("hub.json:") + GetParam().where) << result.value.error().message;
  EXPECT_NE(result.value.error().message.find(GetParam().sentence), std::string::npos) << result.value.error().message;
}

INSTANTIATE_TEST_SUITE_P(
    Json, JsonMistake,
    testing::Values(
        Mistake{"quote_after_value", "{\n \"a\": \"x,\n \"b\": 1\n}", "2:7", "no closing quote"},
        Mistake{"quote_after_key", "{\n \"a: \"x\",\n \"b\": 1\n}", "2:2", "the quote that the key lacks"},
        Mistake{"quote_before_value", "{\"a\": My hub\"}", "1:7", "stands in double quotes, such as \"My\""},
        Mistake{"quote_before_key", "{a\": 1}", "1:2", "a key in double quotes"},
        Mistake{"single_quotes", "{\"a\": 'x'}", "1:7", "double quotes"},
        Mistake{"comma", "{\n \"a\": \"x\"\n \"b\": 1\n}", "2:10", "a comma is missing here"},
        Mistake{"comma_in_list", "[1\n 2]", "1:3", "a comma is missing here"},
        Mistake{"comma_after_bracket", "{\"a\": []\n\"b\": 1}", "1:9", "a comma is missing here"},
        Mistake{"comma_at_end", "{\"a\": 1,\n}", "2:1", "one too many"},
        Mistake{"two_commas", "{\"a\": 1,, \"b\": 2}", "1:9", "one too many"},
        Mistake{"list_begins_with_comma", "[, 1]", "1:2", "a value is missing"},
        Mistake{"no_colon", "{\"a\" 1}", "1:2", "no colon"},
        Mistake{"no_value", "{\"a\": }", "1:7", "a value is missing"},
        Mistake{"key_in_list", "[\"a\": 1]", "1:5", "braces"},
        Mistake{"wrong_bracket", "{\n\"a\": [1, 2}\n", "2:11", "the '[' of line 2 is still open here; write ']'"},
        Mistake{"open_bracket", "{\n\"a\": {\"b\": 1}\n", "2:14", "the '{' of line 1 is still open; add '}'"},
        Mistake{"too_much", "{}\n}", "2:1", "nothing may follow"}, Mistake{"empty", " \n", "2:1", "empty"},
        Mistake{"comment", "{\n // so\n}", "2:2", "no comments"},
        Mistake{"large_number", "{\"a\": 1,\n \"version\": 1e999}", "2:13", "1e999 is too large"},
        Mistake{"long_number", "[" + std::string(400, '9') + "]", "1:2", "too large"},
        Mistake{"number", "[01]", "1:2", "no number"}, Mistake{"capitals", "[True]", "1:2", "write true in small"},
        Mistake{"backslash", R"({"a": "C:\docs"})", "1:10", "twice"},
        Mistake{"half_a_character", R"(["\ud800"])", "1:2", "four digits"},
        Mistake{"tab_in_text", "[\"a\tb\"]", "1:4", "\\t"}, Mistake{"bytes", "[\"a\xff\"]", "1:4", "UTF-8"},
        Mistake{"depth", std::string(200'000, '['), "1:257", "nested more than"},
        Mistake{"closed_depth", std::string(300, '[') + std::string(300, ']'), "1:257", "nested more than"}),
    [](const testing::TestParamInfo<Mistake>& instance) { return instance.param.name; });

TEST(Json, WhatIsRightIsRead) {
  for (const std::string text : {"{}", " [ ] ", "{\"a\": [1, -0.5e3, true, null, {\"b\": \"\\u00e4\\\"\\\\\"}]}\n",
                                 "\xef\xbb\xbf{\"a\": 1}", "\"text\"", "12", "{\"a\": {}, \"b\": []}"}) {
    EXPECT_TRUE(read(text).value) << text;
  }
}

TEST(Json, AKeyThatStandsTwiceIsNotedWhereItDoes) {
  const Read result = read("{\"a\": \"b\", \"b\": {\"a\": 1},\n \"b\": 2, \"c\": \"b\"}");
  ASSERT_TRUE(result.value);
  EXPECT_EQ((*result.value)["b"], 2);
  ASSERT_EQ(result.notes.size(), 1u);
  EXPECT_EQ(result.notes[0].severity, Severity::note);
  EXPECT_EQ(result.notes[0].line, 2u);
  EXPECT_EQ(result.notes[0].column, 2u);
}

}  // namespace
}  // namespace hubglass
