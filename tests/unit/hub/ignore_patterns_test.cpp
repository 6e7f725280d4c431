#include "hub/native/ignore_patterns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace hubglass::test {
namespace {

using hub::fits_glob;
using hub::IgnorePatterns;

struct Case {
  bool below_defaults;
  std::string_view patterns;
  std::string_view path;
  bool ignored;
};

// What Python's pathspec, which MkDocs uses, answers.
constexpr Case cases[] = {
#include "unit/hub/ignore_patterns_cases.inc"
};

TEST(IgnorePatterns, MeanWhatMkdocsMeansByThem) {
  for (const Case& one : cases) {
    IgnorePatterns patterns;
    if (one.below_defaults) patterns.add(".*\n/templates/\n");
    EXPECT_THAT(patterns.add(one.patterns), testing::IsEmpty()) << one.patterns;
    EXPECT_EQ(patterns.ignore(one.path), one.ignored) << one.patterns << " and " << one.path;
  }
}

TEST(IgnorePatterns, APatternThatEndsInTheMiddleOfAnEscapeIsNamed) {
  IgnorePatterns patterns;
  EXPECT_THAT(patterns.add("a\\\nb\\\\\n"), testing::ElementsAre("a\\"));
  EXPECT_TRUE(patterns.ignore("b\\"));
  EXPECT_FALSE(patterns.ignore("a"));
}

TEST(IgnorePatterns, AHostilePatternTakesNoLongTime) {
  std::string pattern;
  for (int i = 0; i < 2000; ++i) pattern += "*a";
  EXPECT_FALSE(fits_glob(pattern + "b", std::string(20'000, 'a')));
  std::string folders;
  for (int i = 0; i < 1000; ++i) folders += "**/a/";
  IgnorePatterns patterns;
  patterns.add(folders + "b");
  std::string path;
  for (int i = 0; i < 1000; ++i) path += "a/";
  EXPECT_FALSE(patterns.ignore(path + "c"));
}

TEST(Glob, StandsForCharactersOfUtf8) {
  EXPECT_TRUE(fits_glob("?.md", "\xC3\xA4.md"));
  EXPECT_TRUE(fits_glob("[\xC3\xA4-\xC3\xB6]x", "\xC3\xA5x"));
  EXPECT_TRUE(fits_glob("a/*.md", "a/b/c.md"));
  EXPECT_FALSE(fits_glob("[!\xC3\xA4]", "\xC3\xA4"));
}

}  // namespace
}  // namespace hubglass::test
