#include "conformance/normal_html.h"
#include "conformance/spec_file.h"
#include "html/html.h"
#include "markdown/markdown.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <utility>

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

/// The numbers in commonmark_deviations.md: lines that hold nothing but numbers and commas.
std::set<int> known_deviations() {
  std::istringstream lines(test::read_file(HUBGLASS_SOURCE_DIR "/tests/conformance/commonmark_deviations.md"));
  std::set<int> numbers;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.find_first_not_of("0123456789, ") != std::string::npos) continue;
    std::replace(line.begin(), line.end(), ',', ' ');
    std::istringstream words(line);
    for (int number = 0; words >> number;) {
      EXPECT_TRUE(numbers.insert(number).second) << number << " is listed twice";
    }
  }
  return numbers;
}

/// The same examples as pages show them: with the dialect, the allow-list and the writer that readers get.
TEST(CommonMark, every_example_is_the_same_on_a_page_or_is_a_known_deviation) {
  const std::string root = HUBGLASS_SOURCE_DIR;
  if (!std::filesystem::exists(root + "/node_modules")) {
    GTEST_SKIP() << "node_modules is absent: run scripts/setup to fetch the specification";
  }
  const auto examples = test::read_examples(test::read_file(root + "/node_modules/commonmark-spec/spec.txt"));
  ASSERT_EQ(examples.size(), commonmark_examples);
  const std::set<int> known = known_deviations();
  ASSERT_FALSE(known.empty());
  EXPECT_LE(*known.rbegin(), static_cast<int>(commonmark_examples));
  for (const test::Example& example : examples) {
    const auto parsed = markdown::parse(example.markdown, "spec.txt");
    ASSERT_TRUE(parsed.has_value()) << "example " << example.number;
    const std::string shown = test::normal_html(html::to_html(parsed->document, {}));
    const std::string wanted = test::normal_html(example.html);
    if (known.contains(example.number)) {
      EXPECT_NE(shown, wanted) << "example " << example.number << " deviates no longer: take it off the list";
    } else {
      EXPECT_EQ(shown, wanted) << "example " << example.number << " (" << example.section << ")\n" << example.markdown;
    }
  }
}

TEST(CommonMark, normal_html_leaves_what_readers_would_notice) {
  using test::normal_html;
  EXPECT_EQ(normal_html("<p>a <em>b</em>\nc</p>\n"), "<p>a <em>b</em> c</p>");
  EXPECT_EQ(normal_html("<ul>\n<li>\n<div class=\"x\">a</div>\n</li>\n</ul>"), "<ul><li>a</li></ul>");
  EXPECT_EQ(normal_html("<pre><code>a\n  b\n</code></pre>"), "<pre><code>a\n  b</code></pre>");
  EXPECT_EQ(normal_html("<a class=\"c\" href=\"/x&amp;y\" title=\"&quot;\">z</a>"),
            "<a href=\"/x&y\" title=\"\"\">z</a>");
  for (const auto& [one, other] : {std::pair{"<p>a</p>", "<p>b</p>"},
                                   {"<p>a</p>", "<div>a</div>"},
                                   {"<p>a b</p>", "<p>ab</p>"},
                                   {"<p>a<br>b</p>", "<p>a b</p>"},
                                   {"<a href=\"a\">x</a>", "<a href=\"b\">x</a>"},
                                   {"<ul><li>a</li></ul>", "<ol><li>a</li></ol>"},
                                   {"<ul><li>a</li></ul>", "<ul><li><p>a</p></li></ul>"},
                                   {"<pre><code>a  b</code></pre>", "<pre><code>a b</code></pre>"},
                                   {"<p><em>a</em>b</p>", "<p><em>ab</em></p>"}}) {
    EXPECT_NE(normal_html(one), normal_html(other)) << one;
  }
}

}  // namespace
}  // namespace hubglass
