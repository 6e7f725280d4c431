#include "conformance/spec_file.h"
#include "html/html.h"
#include "markdown/markdown.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

namespace hubglass {
namespace {

constexpr std::size_t commonmark_examples = 652;

/// All examples of the CommonMark specification pass through the Document, byte by byte.
TEST(CommonMark, every_example_passes) {
  const std::string root = HUBGLASS_SOURCE_DIR;
  if (!std::filesystem::exists(root + "/node_modules")) {
    GTEST_SKIP() << "node_modules is absent: run scripts/setup to fetch the specification";
  }
  const auto examples = test::read_examples(test::read_file(root + "/node_modules/commonmark-spec/spec.txt"));
  ASSERT_EQ(examples.size(), commonmark_examples);
  for (const test::Example& example : examples) {
    const auto parsed = markdown::parse(example.markdown, "spec.txt", {.conformance = true});
    ASSERT_TRUE(parsed.has_value()) << "example " << example.number;
    html::Options options;
    options.conformance = true;
    EXPECT_EQ(html::to_html(parsed->document, options), example.html)
        << "example " << example.number << " (" << example.section << "), spec.txt:" << example.line << "\n"
        << example.markdown;
  }
}

}  // namespace
}  // namespace hubglass
