#include "conformance/spec_file.h"
#include "document/abbreviations.h"
#include "html/html.h"
#include "markdown/markdown.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace hubglass {
namespace {

std::vector<std::string> spec_files() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(HUBGLASS_SOURCE_DIR "/tests/conformance/dialect")) {
    if (entry.path().extension() == ".md") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// Each file in dialect/ describes one extension; its examples are the test.
class Dialect : public testing::TestWithParam<std::string> {};

TEST_P(Dialect, does_what_its_description_says) {
  const std::string path = HUBGLASS_SOURCE_DIR "/tests/conformance/dialect/" + GetParam() + ".md";
  const auto examples = test::read_examples(test::read_file(path));
  ASSERT_FALSE(examples.empty());
  for (const test::Example& example : examples) {
    auto parsed = markdown::parse(example.markdown, "page.md");
    ASSERT_TRUE(parsed.has_value()) << "line " << example.line;
    document::explain_terms(parsed->document, 0, document::TermMatcher(document::own_terms(parsed->document)));
    EXPECT_EQ(html::to_html(parsed->document, {}), example.html) << GetParam() << ".md:" << example.line << "\n"
                                                                 << example.markdown;
  }
}

INSTANTIATE_TEST_SUITE_P(Dialect, Dialect, testing::ValuesIn(spec_files()),
                         [](const testing::TestParamInfo<std::string>& info) { return info.param; });

}  // namespace
}  // namespace hubglass
