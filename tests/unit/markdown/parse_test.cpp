#include "markdown/markdown.h"

#include "document/budgets.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hubglass::markdown {
namespace {

using document::Block;
using document::BlockKind;
using document::Document;
using document::Index;
using document::InlineKind;
using document::none;
using document::Role;

Parsed parse_well(std::string_view source) {
  auto parsed = parse(source, "page.md");
  EXPECT_TRUE(parsed.has_value());
  return parsed ? std::move(*parsed) : Parsed{};
}

std::vector<std::string> messages(const Parsed& parsed) {
  std::vector<std::string> result;
  for (const Diagnostic& diagnostic : parsed.diagnostics) result.push_back(format(diagnostic));
  return result;
}

/// The first block of a kind in document order.
const Block& first_of(const Document& document, BlockKind kind) {
  for (const Block& block : document.blocks) {
    if (block.kind == kind) return block;
  }
  ADD_FAILURE() << "no such block";
  return document.blocks[0];
}

TEST(Parse, refuses_what_is_not_utf8_and_says_where) {
  const auto parsed = parse("fine\nalso fine\nbr\xFFken\n", "a/page.md");
  ASSERT_FALSE(parsed.has_value());
  EXPECT_EQ(parsed.error().code, ErrorCode::markdown_malformed);
  EXPECT_EQ(parsed.error().where, "a/page.md:3");
}

TEST(Parse, refuses_a_page_that_is_too_large) {
  const auto parsed = parse(std::string(budgets::page_bytes + 1, 'a'), "page.md");
  ASSERT_FALSE(parsed.has_value());
  EXPECT_EQ(parsed.error().code, ErrorCode::budget_exceeded);
}

TEST(Parse, refuses_more_blocks_than_the_budget) {
  std::string source;
  while (source.size() + 3 <= budgets::page_bytes) source += "-\n\n";
  const auto parsed = parse(source, "page.md");
  ASSERT_FALSE(parsed.has_value());
  EXPECT_EQ(parsed.error().code, ErrorCode::budget_exceeded);
}

TEST(Parse, copes_with_marks_line_ends_and_nul) {
  using namespace std::string_literals;
  const Parsed parsed = parse_well("\xEF\xBB\xBF# Title\r\n\r\ntext\rmore \0 end\r\n"s);
  EXPECT_EQ(document::plain_text(parsed.document, 0), "Title\ntext more \xEF\xBF\xBD end");
  EXPECT_EQ(first_of(parsed.document, BlockKind::paragraph).line, 3u);
  EXPECT_TRUE(parse_well("").document.blocks.size() == 1);
}

TEST(Parse, nul_becomes_the_replacement_character_wherever_it_stands) {
  const std::string nul(1, '\0');
  for (const std::string& source :
       {"a" + nul + "b", "`a" + nul + "b`", "    a" + nul + "b", "```x" + nul + "y\na" + nul + "b\n```",
        "[a" + nul + "b](c" + nul + "d \"e" + nul + "f\")", "![a" + nul + "b](c.png)",
        "# a" + nul + "b { #c" + nul + " }", "*[a" + nul + "]: b" + nul + "\n\na" + nul,
        "<b title=\"a" + nul + "\">a" + nul + "b</b>", "!!! note \"a" + nul + "b\"\n\n    c" + nul}) {
    const Parsed parsed = parse_well(source);
    EXPECT_EQ(parsed.document.text.find('\0'), std::string::npos) << source;
    EXPECT_NE(parsed.document.text.find("\xEF\xBF\xBD"), std::string::npos) << source;
  }
}

TEST(Parse, skips_front_matter_and_reads_the_title) {
  const Parsed parsed = parse_well("---\ntitle: \"My page\"\ndescription: What it is\ntags:\n  - a\n---\n# Heading\n");
  EXPECT_EQ(parsed.title, "My page");
  EXPECT_EQ(parsed.description, "What it is");
  EXPECT_EQ(document::plain_text(parsed.document, 0), "Heading");
  EXPECT_EQ(first_of(parsed.document, BlockKind::heading).line, 7u);
}

TEST(Parse, takes_a_rule_at_the_top_for_a_rule) {
  const Parsed parsed = parse_well("---\n\nText here\n\n---\n");
  EXPECT_EQ(first_of(parsed.document, BlockKind::rule).line, 1u);
  EXPECT_EQ(document::plain_text(parsed.document, 0), "Text here");
}

TEST(Parse, places_links_and_images_in_the_source) {
  const Parsed parsed = parse_well(
      "Text with [a *link*](b.md).\n\n- item\n\n    !!! note\n        See ![alt](c.png) and ![](d.png)\n        "
      "<https://e.example>\n");
  std::vector<std::string> places;
  for (const document::Inline& node : parsed.document.inlines) {
    if (node.kind != InlineKind::link && node.kind != InlineKind::image) continue;
    places.push_back(std::to_string(node.line) + ":" + std::to_string(node.column));
  }
  EXPECT_EQ(places, (std::vector<std::string>{"1:11", "6:13", "6:31", "7:10"}));
}

TEST(Parse, gives_headings_ids_as_python_markdown_does) {
  const Parsed parsed = parse_well("# One\n\n# One\n\n## Two { #one_1 }\n\n# One\n\n# !\n\n## ![Image](a.png) Text\n");
  std::vector<std::string> ids;
  for (const Block& block : parsed.document.blocks) {
    if (block.kind == BlockKind::heading) ids.emplace_back(parsed.document.view(block.id));
  }
  EXPECT_EQ(ids, (std::vector<std::string>{"one", "one_2", "one_1", "one_3", "_1", "text"}));
}

TEST(Parse, keeps_blocks_in_document_order) {
  const Parsed parsed = parse_well(
      "<div class=\"grid cards\" markdown>\n\n- :material-a: **A**\n\n    text\n- :material-b: "
      "**B**\n\n</div>\n\nend\n");
  Index expected = 0;
  document::visit_blocks(parsed.document, 0, [&](Index block, int) { EXPECT_EQ(block, expected++); });
  EXPECT_EQ(expected, parsed.document.blocks.size());
  EXPECT_EQ(first_of(parsed.document, BlockKind::bullet_list).role, Role::card_grid);
}

TEST(Parse, covers_the_card_with_its_last_link_only) {
  const Parsed parsed = parse_well(
      "<div class=\"grid cards\" markdown>\n\n- **A** [first](a.md)\n\n    Text with [a link](b.md).\n\n    "
      "[:octicons-arrow-right-24: Go](c.md)\n\n</div>\n");
  ASSERT_EQ(parsed.document.links.size(), 3u);
  EXPECT_FALSE(parsed.document.links[0].covers_card);
  EXPECT_FALSE(parsed.document.links[1].covers_card);
  EXPECT_TRUE(parsed.document.links[2].covers_card);
}

TEST(Parse, reads_the_sizes_of_images) {
  const Parsed parsed = parse_well(
      "![a](a.png){ width=\"300\" align=\"center\" } ![b](b.png){ width=50% height=20px } "
      "<img src=c.png width=40 alt=\"\">\n");
  ASSERT_EQ(parsed.document.images.size(), 3u);
  EXPECT_EQ(parsed.document.images[0].width, 300.0f);
  EXPECT_TRUE(parsed.document.images[0].stated_width);
  EXPECT_EQ(parsed.document.images[0].align, document::Align::centre);
  EXPECT_EQ(parsed.document.images[1].width, 0.0f);
  EXPECT_FALSE(parsed.document.images[1].stated_width);
  EXPECT_EQ(parsed.document.images[1].height, 20.0f);
  EXPECT_EQ(parsed.document.images[2].width, 40.0f);
  EXPECT_TRUE(parsed.document.images[2].decorative);
  EXPECT_EQ(messages(parsed),
            (std::vector<std::string>{"page.md:1:54: note: width=\"50%\" in an attribute list is left out"}));
}

TEST(Parse, reports_what_it_does_not_support) {
  const Parsed parsed = parse_well("--8<-- \"file\"\n\na <your-name> b\n");
  EXPECT_EQ(messages(parsed),
            (std::vector<std::string>{
                "page.md:1:1: warning: unsupported construct: snippet, shown as text",
                "page.md:3:3: warning: unsupported construct: the element <your-name> is shown as text",
            }));
  EXPECT_EQ(document::plain_text(parsed.document, 0), "--8<-- \"file\"\na <your-name> b");
}

TEST(Parse, says_what_it_leaves_out) {
  const Parsed parsed = parse_well("<style>p { }</style>\n\n[^a]: alone\n[^a]: twice\n\n/// box | T\n");
  EXPECT_EQ(messages(parsed), (std::vector<std::string>{
                                  "page.md:1:1: note: <style> is left out",
                                  "page.md:4:1: warning: there are two footnotes 'a'; this one counts, so rename one",
                                  "page.md:4:1: note: nothing refers to the footnote 'a'",
                                  "page.md:6:1: warning: there is no block of the kind 'box'; it is shown as text",
                              }));
}

/// What a page becomes with only some extensions on.
std::string html_with(std::string_view markdown, const Extensions& extensions) {
  Options options;
  options.extensions = extensions;
  auto parsed = parse(markdown, "page.md", options);
  return parsed.has_value() ? document::plain_text(parsed->document, 0) : std::string("failed");
}

TEST(Parse, leaves_marks_that_are_off_as_text) {
  Extensions extensions;
  extensions.subscript = false;
  extensions.mark = false;
  EXPECT_EQ(html_with("H~2~O ==a== ~~b~~", extensions), "H~2~O ==a== b");
  EXPECT_EQ(html_with("(c) 1/2 --> 3rd", {}), "(c) 1/2 --> 3rd");
  extensions.smart_symbols = true;
  EXPECT_EQ(html_with("(c) 1/2 --> 3rd 11th 21/2 `(c)` \\(c)", extensions),
            "\u00a9 \u00bd \u2192 3rd 11th 21/2 (c) (c)");
}

TEST(Parse, links_into_the_projects_repository) {
  Options options;
  options.extensions.repository = "https://github.com/acme/tool/";
  auto parsed = parse("#12, @some-user, other/thing#3, a@b.eu, x#4 and 0123456789abcdef0123456789abcdef01234567\n",
                      "page.md", options);
  ASSERT_TRUE(parsed.has_value());
  std::vector<std::string> targets;
  for (const document::Link& link : parsed->document.links) targets.emplace_back(parsed->document.view(link.href));
  std::sort(targets.begin(), targets.end());
  EXPECT_EQ(targets, (std::vector<std::string>{
                         "https://github.com/acme/tool/commit/0123456789abcdef0123456789abcdef01234567",
                         "https://github.com/acme/tool/issues/12",
                         "https://github.com/other/thing/issues/3",
                         "https://github.com/some-user",
                         "mailto:a@b.eu",
                     }));
  EXPECT_EQ(document::plain_text(parsed->document, 0), "#12, @some-user, other/thing#3, a@b.eu, x#4 and 0123456");
}

TEST(Parse, keeps_the_lines_of_code_that_stand_out) {
  const Parsed parsed = parse_well("``` py linenums=\"7\" hl_lines=\"1 3-4\"\na\n```\n");
  const Block& code = first_of(parsed.document, BlockKind::code);
  EXPECT_TRUE(code.numbered);
  EXPECT_EQ(code.start, 7u);
  EXPECT_EQ(parsed.document.view(code.marked_lines), "1 3-4");
  EXPECT_EQ(parsed.document.view(code.info), "py");
}

TEST(Parse, collects_what_a_page_explains) {
  const Parsed parsed = parse_well(
      "---\ntitle: T\n---\n*[AI]: one\n\n!!! note\n\n    *[EU]: \"\"\n\n*[AI]: two\n*[ ]: x\n*[BE]:\n\n*[x\\]: "
      "y\n\n*[" +
      std::string(200, 'x') + "]: long\n");
  const Document& document = parsed.document;
  ASSERT_EQ(document.abbreviations.size(), 3u);
  EXPECT_EQ(document.view(document.abbreviations[0].term), "AI");
  EXPECT_EQ(document.abbreviations[0].line, 4u);
  EXPECT_EQ(messages(parsed),
            (std::vector<std::string>{
                "page.md:10:1: warning: the abbreviation 'AI' is explained differently on line 4; this explanation "
                "counts, so delete the other one",
                "page.md:11:1: warning: this explains no term; write it between the brackets, as in '*[HTML]: …'",
                "page.md:12:1: warning: the abbreviation 'BE' is not explained; write what it means behind the colon",
                "page.md:16:1: warning: a term that is explained has at most 120 bytes",
            }));
}

TEST(Parse, says_which_comment_never_ends) {
  const Parsed parsed = parse_well("text\n\n<!-- open\n\nmore\n");
  EXPECT_EQ(messages(parsed),
            (std::vector<std::string>{"page.md:3:1: warning: this comment is never closed; it is shown as text"}));
}

TEST(Parse, knows_tasks_tables_and_struck_text) {
  const Parsed parsed = parse_well("- [x] done\n- [ ] ~~open~~\n\n| a | b |\n|:-:|--:|\n| 1 | 2 |\n");
  const Document& document = parsed.document;
  const Index first_item = first_of(document, BlockKind::bullet_list).first_child;
  EXPECT_EQ(document.blocks[first_item].task, document::Task::done);
  EXPECT_EQ(document.blocks[document.blocks[first_item].next].task, document::Task::open);
  const Block& row = first_of(document, BlockKind::table_row);
  EXPECT_TRUE(row.header);
  EXPECT_EQ(document.blocks[row.first_child].align, document::Align::centre);
}

TEST(Parse, lets_an_address_in_a_links_text_be_text) {
  const Parsed parsed = parse_well("[www.example.org](https://www.example.org/) www.example.com a@example.org\n");
  std::vector<std::string> targets;
  for (const document::Link& link : parsed.document.links) targets.emplace_back(parsed.document.view(link.href));
  EXPECT_EQ(targets,
            (std::vector<std::string>{"https://www.example.org/", "http://www.example.com", "mailto:a@example.org"}));
}

TEST(Parse, decodes_the_named_entities_it_is_told_of) {
  const Entities named = {{"&auml;", "ä"}};
  const auto parsed = parse("&auml; &ouml; &#246; `&auml;`\n\n![&auml;](a.png)\n", "page.md", {.entities = &named});
  ASSERT_TRUE(parsed);
  EXPECT_EQ(document::plain_text(parsed->document, 0), "ä &ouml; ö &auml;\nä");
}

TEST(Parse, knows_htmls_entities_by_itself) {
  const Parsed parsed = parse_well("&auml; &nosuch; &NotEqualTilde; <span title=\"&ouml;\">&uuml;</span>\n");
  EXPECT_EQ(document::plain_text(parsed.document, 0), "ä &nosuch; ≂̸ ü");
}

}  // namespace
}  // namespace hubglass::markdown
