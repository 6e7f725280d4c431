#include "html/semantics.h"
#include "html/html.h"
#include "html/html_sink.h"
#include "html/names.h"
#include "unit/html/sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hubglass::html {
namespace {

using document::Align;
using document::BlockKind;
using document::Document;
using document::InlineKind;
using document::LinkKind;
using document::Role;
using document::Task;
using testing::HasSubstr;
using testing::Not;

TEST(Semantics, EveryRoleAndKindHasAKnownElement) {
  for (int role = 0; role < static_cast<int>(document::role_count); ++role) {
    for (int kind = 1; kind <= static_cast<int>(BlockKind::table_cell); ++kind) {
      Document document;
      document::Builder builder(document);
      const auto index = builder.add_block(0, static_cast<BlockKind>(kind), static_cast<Role>(role));
      for (const bool listed : {false, true}) {
        const Element element = element_of(document, index, listed);
        EXPECT_NE(name_index(tag_names, element.tag), unknown_name) << role << ' ' << kind << ' ' << element.tag;
        EXPECT_TRUE(element.class_name.empty() || element.class_name.substr(0, 3) == "hg-");
      }
    }
  }
}

TEST(Semantics, PlainBlocksCarryNoClass) {
  Sample sample;
  const auto heading = sample.block(0, BlockKind::heading);
  sample.document.blocks[heading].level = 2;
  sample.document.blocks[heading].id = sample.document.store("data-spaces");
  sample.builder.add_text(heading, "Data Spaces");
  sample.paragraph(sample.block(0, BlockKind::quote), "Quoted");
  sample.block(0, BlockKind::rule);
  EXPECT_EQ(sample.html(),
            "<h2 id=\"data-spaces\">Data Spaces</h2>\n<blockquote>\n<p>Quoted</p>\n</blockquote>\n<hr>\n");
}

TEST(Semantics, MainCanBeReachedBySkipLink) {
  Sample sample;
  sample.paragraph(sample.block(0, BlockKind::group, Role::main), "Text");
  EXPECT_EQ(sample.html(), "<main id=\"hg-main\" tabindex=\"-1\" class=\"hg-main\">\n<p>Text</p>\n</main>\n");
}

TEST(Semantics, ATightListsTextIsNoParagraph) {
  Sample sample;
  const auto list = sample.block(0, BlockKind::ordered_list);
  sample.document.blocks[list].tight = true;
  sample.document.blocks[list].start = 3;
  sample.paragraph(sample.block(list, BlockKind::list_item), "One");
  EXPECT_EQ(sample.html(), "<ol class=\"hg-tight\" start=\"3\">\n<li>\n<div>One</div>\n</li>\n</ol>\n");
}

TEST(Semantics, TaskBoxesSayTheirState) {
  Sample sample;
  const auto item = sample.block(sample.block(0, BlockKind::bullet_list), BlockKind::list_item);
  sample.document.blocks[item].task = Task::done;
  sample.paragraph(item, "Written");
  EXPECT_THAT(sample.html(), HasSubstr("<li class=\"hg-task\">\n<input type=\"checkbox\" class=\"hg-task-box\" "
                                       "aria-label=\"Done\" checked=\"\" disabled=\"\">\n<p>Written</p>"));
}

TEST(Semantics, AGridOfCardsIsAList) {
  for (const BlockKind kind : {BlockKind::group, BlockKind::bullet_list}) {
    Sample sample;
    const auto grid = sample.block(0, kind, Role::card_grid);
    const auto card =
        sample.block(grid, kind == BlockKind::group ? BlockKind::group : BlockKind::list_item, Role::card);
    sample.document.blocks[card].accent = 3;
    sample.paragraph(card, "Data Spaces", Role::card_title);
    EXPECT_EQ(sample.html(),
              "<ul class=\"hg-card-grid\" role=\"list\">\n<li class=\"hg-card hg-accent-3\">\n"
              "<p class=\"hg-card-title\">Data Spaces</p>\n</li>\n</ul>\n");
  }
}

TEST(Semantics, AGridThatHoldsMoreThanCardsIsNoList) {
  Sample sample;
  const auto grid = sample.block(0, BlockKind::group, Role::card_grid);
  sample.paragraph(sample.block(grid, BlockKind::group, Role::card), "Card");
  sample.paragraph(grid, "Loose text");
  EXPECT_EQ(sample.html(),
            "<div class=\"hg-card-grid\">\n<div class=\"hg-card\">\n<p>Card</p>\n</div>\n<p>Loose text</p>\n</div>\n");
}

TEST(Semantics, FactsAreADescriptionList) {
  Sample sample;
  const auto fact = sample.block(sample.block(0, BlockKind::group, Role::facts), BlockKind::group, Role::fact);
  sample.paragraph(fact, "Website", Role::fact_label);
  sample.paragraph(fact, "example.org");
  EXPECT_EQ(sample.html(),
            "<aside class=\"hg-facts\" aria-label=\"Facts\">\n<dl>\n<div class=\"hg-fact\">\n"
            "<dt class=\"hg-fact-label\">Website</dt>\n<dd>\n<p>example.org</p>\n</dd>\n</div>\n</dl>\n</aside>\n");
}

TEST(Semantics, DetailsAndAdmonitions) {
  Sample sample;
  const auto details = sample.block(0, BlockKind::group, Role::details);
  sample.document.blocks[details].open = true;
  sample.document.blocks[details].variant = sample.document.store("tip");
  sample.paragraph(details, "More", Role::summary);
  const auto note = sample.block(0, BlockKind::group, Role::admonition);
  sample.document.blocks[note].variant = sample.document.store("no\"te");
  sample.paragraph(note, "Note", Role::admonition_title);
  EXPECT_EQ(
      sample.html(),
      "<details class=\"hg-details hg-admonition-tip\" open=\"\">\n<summary class=\"hg-summary\">More</summary>\n"
      "</details>\n<div class=\"hg-admonition\" role=\"note\">\n<p class=\"hg-admonition-title\">Note</p>\n</div>\n");
}

TEST(Semantics, TablesHaveHeadersAndAlignment) {
  Sample sample;
  const auto table = sample.block(0, BlockKind::table);
  for (const bool header : {true, false}) {
    const auto row = sample.block(table, BlockKind::table_row);
    sample.document.blocks[row].header = header;
    const auto cell = sample.block(row, BlockKind::table_cell);
    sample.document.blocks[cell].header = header;
    sample.document.blocks[cell].align = Align::right;
    sample.builder.add_text(cell, header ? "Year" : "2024");
  }
  EXPECT_EQ(
      sample.html(),
      "<table>\n<thead>\n<tr>\n<th class=\"hg-align-right\" scope=\"col\">Year</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
      "<td class=\"hg-align-right\">2024</td>\n</tr>\n</tbody>\n</table>\n");
}

TEST(Semantics, LinksSayWhereTheyLead) {
  Sample sample;
  const auto leaf = sample.block(0, BlockKind::paragraph);
  sample.builder.add_link(leaf, "a/b/#c", LinkKind::internal, "in").covers_card = true;
  sample.builder.add_link(leaf, "https://example.org/", LinkKind::external, "out").button = 2;
  sample.builder.add_link(leaf, "mailto:a@example.org", LinkKind::external, "mail");
  sample.builder.add_link(leaf, "assets/x.pdf", LinkKind::asset, "file");
  sample.builder.add_link(leaf, "../gone.md", LinkKind::broken, "gone");
  sample.builder.add_link(leaf, "#home", LinkKind::internal, "on the home page");
  sample.builder.add_link(leaf, "#here", LinkKind::unresolved, "here");
  Options options;
  options.base = "../";
  options.id_prefix = "x-";
  EXPECT_EQ(
      sample.html(options),
      "<p><a href=\"../a/b/#c\" class=\"hg-covers\">in</a>"
      "<a href=\"https://example.org/\" class=\"hg-external hg-button hg-button-primary\" rel=\"noopener\" "
      "aria-description=\"Leads to another site\">out</a>"
      "<a href=\"mailto:a@example.org\">mail</a><a href=\"../assets/x.pdf\" rel=\"external\">file</a><span>gone</span>"
      "<a href=\"../#home\">on the home page</a><a href=\"#x-here\">here</a></p>\n");
}

TEST(Semantics, NavigationTellsThePageFromItsSection) {
  Sample sample;
  const auto list =
      sample.block(sample.block(0, BlockKind::group, Role::navigation), BlockKind::bullet_list, Role::navigation_list);
  const auto section = sample.block(list, BlockKind::list_item);
  sample.builder.add_link(sample.block(section, BlockKind::paragraph), "a/", LinkKind::internal, "Section").current =
      true;
  const auto page = sample.block(sample.block(section, BlockKind::bullet_list), BlockKind::list_item);
  sample.builder.add_link(sample.block(page, BlockKind::paragraph), "a/b/", LinkKind::internal, "Page").current = true;
  const std::string html = sample.html();
  EXPECT_THAT(html, HasSubstr("<nav class=\"hg-navigation\" aria-label=\"Main\">"));
  EXPECT_THAT(html, HasSubstr("<a href=\"a/\" aria-current=\"true\">Section</a>"));
  EXPECT_THAT(html, HasSubstr("<a href=\"a/b/\" aria-current=\"page\">Page</a>"));
}

TEST(Semantics, ImagesReserveTheirSizeAndOnlyTheFirstLoadsAtOnce) {
  Sample sample;
  const auto figure = sample.block(0, BlockKind::paragraph, Role::figure);
  sample.image(figure, "assets/a.webp", "The ecosystem");
  sample.document.images[0].width = 1200.5F;
  sample.document.images[0].height = 675;
  sample.document.images[0].transparent = true;
  sample.image(sample.block(0, BlockKind::paragraph), "assets/b.webp", "ignored");
  sample.document.images[1].decorative = true;
  EXPECT_EQ(
      sample.html(),
      "<figure class=\"hg-figure\"><img src=\"assets/a.webp\" alt=\"The ecosystem\" width=\"1200.5\" height=\"675\" "
      "class=\"hg-transparent\" decoding=\"async\"></figure>\n"
      "<p><img src=\"assets/b.webp\" alt=\"\" loading=\"lazy\" decoding=\"async\"></p>\n");
}

TEST(Semantics, IconsAreOutlinesHiddenFromAssistiveTechnology) {
  Sample sample;
  const auto leaf = sample.block(0, BlockKind::paragraph, Role::card_icon);
  const auto icon = sample.builder.add_inline(leaf, InlineKind::icon);
  sample.document.inlines[icon].text = sample.document.store("material-database");
  sample.document.inlines[icon].classes = sample.document.store("lg middle");
  EXPECT_EQ(sample.html(),
            "<div class=\"hg-card-icon\"><span class=\"hg-icon hg-icon-lg\" aria-hidden=\"true\"></span></div>\n");
  const Icons icons = {{"material-database", Icon{24, 20.5F, "M0 0h1z"}}};
  Options options;
  options.icons = &icons;
  EXPECT_THAT(sample.html(options), HasSubstr("viewBox=\"0 0 24 20.5\" width=\"24\" height=\"24\" aria-hidden=\"true\" "
                                              "focusable=\"false\"><path d=\"M0 0h1z\"></path></svg>"));
}

TEST(Semantics, ControlsAreNamedButtons) {
  Sample sample;
  const auto button =
      sample.builder.add_inline(sample.block(0, BlockKind::paragraph, Role::control), InlineKind::button);
  sample.document.inlines[button].text = sample.document.store("menu");
  sample.document.inlines[button].text2 = sample.document.store("Open navigation");
  EXPECT_EQ(sample.html(),
            "<div class=\"hg-control\"><button type=\"button\" class=\"hg-control-button\" data-action=\"menu\" "
            "aria-label=\"Open navigation\"></button></div>\n");
}

TEST(Semantics, AMonogramIsNotReadOutButALogoIs) {
  Sample sample;
  sample.paragraph(0, "DS", Role::mark);
  sample.image(sample.block(0, BlockKind::paragraph, Role::mark), "a.svg", "Logo");
  EXPECT_EQ(sample.html(),
            "<div class=\"hg-mark\" aria-hidden=\"true\">DS</div>\n"
            "<div class=\"hg-mark\"><img src=\"a.svg\" alt=\"Logo\" decoding=\"async\"></div>\n");
}

TEST(Semantics, OneBlockCanBeWrittenAlone) {
  Sample sample;
  const auto grid = sample.block(0, BlockKind::group, Role::card_grid);
  const auto card = sample.block(grid, BlockKind::group, Role::card);
  sample.paragraph(0, "not this");
  std::string html;
  HtmlSink sink(html, false);
  write(sample.document, {}, sink, card);
  EXPECT_EQ(html, "<li class=\"hg-card\">\n</li>\n");
}

TEST(Semantics, AuthorsCannotTakeOurClassNames) {
  Sample sample;
  const auto leaf = sample.paragraph(0, "Text");
  sample.document.blocks[leaf].classes = sample.document.store("  grid hg-card \"x\" md-typeset ");
  EXPECT_EQ(sample.html(), "<p class=\"grid md-typeset\">Text</p>\n");
}

}  // namespace
}  // namespace hubglass::html
