#include "markdown/markdown.h"

#include "document/budgets.h"
#include "unit/processor_time.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>
#include <string>
#include <vector>

namespace hubglass::markdown {
namespace {

using document::Document;
using document::Index;
using document::none;

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

int inline_depth(const Document& document, Index first) {
  int depth = 0;
  for (Index i = first; i != none; i = document.inlines[i].next) {
    depth = std::max(depth, 1 + inline_depth(document, document.inlines[i].first_child));
  }
  return depth;
}

/// Fails when a Document is not a tree, is nested too deeply, or holds a range outside its text.
void expect_sound(const Document& document) {
  std::vector<int> seen_blocks(document.blocks.size());
  std::vector<int> seen_inlines(document.inlines.size());
  int deepest = 0;
  document::visit_blocks(document, 0, [&](Index block, int depth) {
    EXPECT_EQ(++seen_blocks[block], 1);
    deepest = std::max(deepest, depth);
    const document::Block& node = document.blocks[block];
    for (Index child = node.first_child; child != none; child = document.blocks[child].next) {
      EXPECT_EQ(document.blocks[child].parent, block);
    }
    for (const document::Text range : {node.id, node.classes, node.literal, node.info, node.variant}) {
      EXPECT_LE(range.begin + range.size, document.text.size());
    }
    document::visit_inlines(document, node.first_inline, [&](Index i) {
      EXPECT_EQ(++seen_inlines[i], 1);
      const document::Inline& inline_node = document.inlines[i];
      EXPECT_LE(inline_node.text.begin + inline_node.text.size, document.text.size());
      const bool is_link = inline_node.kind == document::InlineKind::link;
      const bool is_image = inline_node.kind == document::InlineKind::image;
      EXPECT_TRUE(!is_link || inline_node.detail < document.links.size());
      EXPECT_TRUE(!is_image || inline_node.detail < document.images.size());
    });
    deepest = std::max(deepest, inline_depth(document, node.first_inline));
  });
  EXPECT_LE(deepest, budgets::nesting_depth);
}

struct Hostile {
  const char* name;
  std::function<std::string()> make;
};

class HostileInput : public testing::TestWithParam<Hostile> {};

TEST_P(HostileInput, is_parsed_in_linear_time_or_refused) {
  const std::string source = GetParam().make();
  const double start = test::processor_seconds();
  const auto parsed = parse(source, "page.md");
  EXPECT_LT(test::processor_seconds() - start, 10.0) << "quadratic growth would take minutes";
  if (!parsed) {
    EXPECT_EQ(parsed.error().code, ErrorCode::budget_exceeded);
    return;
  }
  expect_sound(parsed->document);
}

const std::vector<Hostile> hostile_inputs = {
    {"quotes", [] { return repeated("> ", 20'000) + "deep\n"; }},
    {"lists", [] { return repeated("- ", 20'000) + "deep\n"; }},
    {"nested_emphasis", [] { return repeated("*a **b ", 20'000) + repeated("** *", 20'000); }},
    {"brackets", [] { return repeated("[", 200'000); }},
    {"links_in_links", [] { return repeated("[a](", 50'000); }},
    {"images", [] { return repeated("![", 50'000) + "x" + repeated("](a)", 50'000); }},
    {"open_comments", [] { return repeated("<!--\n\n", 200'000); }},
    {"comments_in_code", [] { return repeated("a ` <!--\n\n", 100'000) + "-->"; }},
    {"comments_in_one_line", [] { return "a " + repeated("<!-- --> ", 100'000); }},
    {"open_containers", [] { return repeated("<div markdown>\n\n", 60'000); }},
    {"nested_containers", [] { return repeated("<div markdown>\n\n", 20'000) + repeated("</div>\n\n", 20'000); }},
    {"crossed_containers", [] { return repeated("<div markdown>\n", 20'000) + repeated("</section>\n", 20'000); }},
    {"html_elements", [] { return repeated("<div>\n", 50'000) + "text\n\n" + repeated("</div>\n", 50'000); }},
    {"html_inlines", [] { return repeated("<b><i>", 50'000) + "text"; }},
    {"unfinished_tags", [] { return "<div>\n" + repeated("<a href=\"", 100'000); }},
    {"cells_without_table", [] { return "<div>\n" + repeated("<td>a<li>b<tr>c<table>", 10'000); }},
    {"nested_admonitions",
     [] {
       std::string source;
       for (std::size_t depth = 0; depth < 300; ++depth) source += std::string(depth * 4, ' ') + "!!! note\n";
       return source + std::string(1200, ' ') + "deep\n";
     }},
    {"admonitions_and_definitions",
     [] { return repeated("[a]: /b\n", 20'000) + repeated("!!! note\n    [a]\n\n", 20'000); }},
    {"attribute_lists", [] { return repeated("[a](b){ .c ", 60'000); }},
    {"colons", [] { return repeated(":a", 300'000); }},
    {"equal_headings", [] { return repeated("# a\n", 60'000) + repeated("# a_1\n", 60'000); }},
    {"wide_table",
     [] { return repeated("|a", 5'000) + "\n" + repeated("|-", 5'000) + "\n" + repeated("|\n", 50'000); }},
    {"long_address", [] { return "https://" + repeated("a/", 500'000); }},
    {"backticks",
     [] {
       std::string source;
       for (std::size_t length = 1; length < 1500; ++length) source += "a" + std::string(length, '`');
       return source;
     }},
    {"entities", [] { return repeated("&amp;&#x41;&nosuch;&", 50'000); }},
    {"fences", [] { return repeated("> - ```\n", 50'000); }},
    {"footnotes", [] { return repeated("[^a]: b\n", 50'000); }},
};

INSTANTIATE_TEST_SUITE_P(Markdown, HostileInput, testing::ValuesIn(hostile_inputs),
                         [](const testing::TestParamInfo<Hostile>& info) { return info.param.name; });

TEST(RepeatedAddresses, are_stored_once) {
  const std::string address(1000, 'u');
  const auto parsed = parse("[a]: /" + address + " \"" + address + "\"\n\n" + repeated("[a] ![a] ", 100), "page.md");
  ASSERT_TRUE(parsed);
  EXPECT_LT(parsed->document.text.size(), 4 * address.size());
  ASSERT_EQ(parsed->document.links.size(), 100u);
  for (const document::Link& link : parsed->document.links) {
    EXPECT_EQ(parsed->document.view(link.href), "/" + address);
    EXPECT_EQ(parsed->document.view(link.title), address);
  }
  for (const document::Image& image : parsed->document.images) {
    EXPECT_EQ(parsed->document.view(image.source), "/" + address);
  }
}

TEST(RepeatedAddresses, are_refused_where_they_come_to_too_much) {
  for (const char* address : {"/", "/&amp;", "/a \""}) {
    std::string source = std::string("[a]: ") + address + std::string(20'000, 'u');
    if (source.find('"') != std::string::npos) source += '"';
    const auto few = parse(source + "\n\n" + repeated("[a] ", 40), "page.md");
    EXPECT_TRUE(few);
    const auto parsed = parse(source + "\n\n" + repeated("[a] ", 400), "page.md");
    ASSERT_FALSE(parsed);
    EXPECT_EQ(parsed.error().code, ErrorCode::budget_exceeded);
    EXPECT_NE(parsed.error().message.find("each counted as often as it is used"), std::string::npos);
    EXPECT_EQ(parsed.error().where, "page.md");
  }
}

TEST(Explanations, that_are_too_long_are_left_out_with_a_warning) {
  const auto parsed = parse("*[ab]: " + std::string(2000, 'x') + "\n\nab\n", "page.md");
  ASSERT_TRUE(parsed);
  EXPECT_TRUE(parsed->document.abbreviations.empty());
  ASSERT_EQ(parsed->diagnostics.size(), 1u);
  EXPECT_NE(parsed->diagnostics.front().message.find("left out"), std::string::npos);
}

/// Snippets of everything the dialect knows, thrown together at random, must always give a sound Document.
TEST(RandomInput, gives_a_sound_document) {
  const std::vector<std::string> pieces = {
      "# ",
      "## a",
      "---\n",
      "===\n",
      "> ",
      "- ",
      "1. ",
      "-   ",
      "    ",
      "  ",
      "\t",
      "\n",
      "\n\n",
      "\n\n",
      "text ",
      "**",
      "*",
      "__",
      "`",
      "```\n",
      "~~~\n",
      "[a](b)",
      "[",
      "](c \"t\")",
      "![i](j.png)",
      "{ .lg #x width=3 }",
      "{",
      "}",
      "!!! note\n",
      "!!! tip \"T *x*\"\n",
      "??? a\n",
      "???+ \"b\"\n",
      "<div markdown>\n",
      "<div class=\"grid cards\" markdown>\n",
      "</div>\n",
      "<div>",
      "</div>",
      "<p>",
      "</p>",
      "<b>",
      "</b>",
      "<td>",
      "<tr>",
      "<table>",
      "</table>",
      "<ul>",
      "<li>",
      "<pre>",
      "</pre>",
      "<code>",
      "</code>",
      "<details markdown>\n",
      "<summary>s</summary>",
      "</details>",
      "<img src=a alt=b>",
      "<a href=x>",
      "</a>",
      "<br>",
      "<script>",
      "<!--",
      "-->",
      "<!-- c -->",
      ":material-a:",
      ":smile:",
      "| a | b |\n",
      "|---|---|\n",
      "[r]: /u\n",
      "[^1]: f\n",
      "https://a.example/b/c/d/e/f",
      "a@b.example",
      "\\",
      "\\{",
      "&amp;",
      "~~",
      "- [x] ",
      "=== \"t\"\n",
      ": d\n",
      "*[A]: b\n",
      "\xC3\xA9",
  };
  std::mt19937 random(20'260'114);
  std::uniform_int_distribution<std::size_t> pick(0, pieces.size() - 1);
  std::uniform_int_distribution<int> length(1, 60);
  for (int round = 0; round < 3000 && !testing::Test::HasFailure(); ++round) {
    std::string source;
    for (int i = length(random); i > 0; --i) source += pieces[pick(random)];
    SCOPED_TRACE(source);
    const auto parsed = parse(source, "page.md");
    ASSERT_TRUE(parsed.has_value());
    expect_sound(parsed->document);
  }
}

}  // namespace
}  // namespace hubglass::markdown
