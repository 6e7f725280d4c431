#include "document/slug.h"
#include "unit/processor_time.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hubglass::document {
namespace {

// Expected values are what Python-Markdown's toc extension gives.
TEST(Slugify, follows_python_markdown) {
  EXPECT_EQ(slugify("What you will find here  "), "what-you-will-find-here");
  EXPECT_EQ(slugify("Related Initiatives & Resources"), "related-initiatives-resources");
  EXPECT_EQ(slugify("X-Cite – Cross-Domain Digital Twin"), "x-cite-cross-domain-digital-twin");
  EXPECT_EQ(slugify("Caf\xC3\xA9 \xC3\x9C"
                    "ber Stra\xC3\x9F"
                    "e"),
            "cafe-uber-strae");
  EXPECT_EQ(slugify("snake_case and 100 %"), "snake_case-and-100");
  EXPECT_EQ(slugify("\xEF\xAC\x81ve \xC2\xBD m\xC2\xB2 \xE2\x84\xA2"), "five-12-m2-tm");
  EXPECT_EQ(slugify("\xE2\x91\xA0 \xF0\x9D\x90\x80"), "1-a");
  EXPECT_EQ(slugify("\xCE\x95\xCE\xBB"), "");
  EXPECT_EQ(slugify("a\xC2\xA0 \t b"), "a-b");
  EXPECT_EQ(slugify(" - a"), "-a");
}

TEST(SlugSet, numbers_repeated_slugs) {
  SlugSet set;
  EXPECT_EQ(set.unique("a"), "a");
  EXPECT_EQ(set.unique("a"), "a_1");
  EXPECT_EQ(set.unique("a"), "a_2");
  EXPECT_EQ(set.unique("a_1"), "a_3");
  EXPECT_EQ(set.unique("b_9"), "b_9");
  EXPECT_EQ(set.unique("b_9"), "b_10");
  EXPECT_EQ(set.unique(""), "_1");
  EXPECT_EQ(set.unique(""), "_2");
  EXPECT_EQ(set.unique("c_99999999999999999999"), "c_99999999999999999999");
  EXPECT_EQ(set.unique("c_99999999999999999999"), "c_99999999999999999999_1");
}

TEST(SlugSet, stays_linear_when_slugs_collide) {
  SlugSet set;
  constexpr int count = 100'000;
  const double start = test::processor_seconds();
  for (int i = 0; i < count; ++i) set.unique("a");
  for (int i = 1; i < count; ++i) set.unique("a_" + std::to_string(i));
  EXPECT_LT(test::processor_seconds() - start, 5.0) << "quadratic growth would take minutes";
}

}  // namespace
}  // namespace hubglass::document
