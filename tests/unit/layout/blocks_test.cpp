#include "layout/box_style.h"
#include "unit/layout/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hubglass::layout {
namespace {

using document::BlockKind;
using document::Index;
using document::none;
using document::Role;

TEST(Blocks, StackWithTheDistancesOfTheLook) {
  Page page;
  const Index title = page.heading(1, "Title");
  const Index intro = page.paragraph("Intro.");
  const Index more = page.paragraph("More.");
  const Index section = page.heading(2, "Section");
  const LaidOut laid(page.document);
  EXPECT_EQ(laid.box(title).y, 0);
  EXPECT_EQ(laid.box(title).height, 44);
  EXPECT_EQ(laid.box(intro).y, 44 + 12);
  EXPECT_EQ(laid.box(intro).height, 27);
  EXPECT_EQ(laid.box(more).y, laid.box(intro).y + 27 + 24);
  EXPECT_EQ(laid.box(section).y, laid.box(more).y + 27 + 48);
  EXPECT_EQ(laid.layout.list().height, laid.box(section).y + 34);
}

TEST(Blocks, TextStandsCloserBelowAHeading) {
  Page page;
  const Index section = page.heading(2, "Section");
  const Index text = page.paragraph("Text.");
  const LaidOut laid(page.document);
  EXPECT_EQ(laid.box(text).y, laid.box(section).y + 34 + 12);
}

TEST(Blocks, KeepTextToAReadableMeasure) {
  Page page;
  const Index text = page.paragraph("Text.");
  EXPECT_EQ(LaidOut(page.document, 720).box(text).width, 612);
  EXPECT_EQ(LaidOut(page.document, 288, 320).box(text).width, 288);
}

TEST(Blocks, HeadingsAreSmallerOnPhones) {
  Page page;
  const Index title = page.heading(1, "Title");
  EXPECT_EQ(LaidOut(page.document, 288, 320).box(title).height, 36);
  EXPECT_EQ(LaidOut(page.document, 704, 768).box(title).height, 44);
}

struct GridCase {
  float width;
  float viewport;
  std::size_t columns;
};

class GridColumns : public testing::TestWithParam<GridCase> {};

TEST_P(GridColumns, AreAsManyAsFit) {
  Page page;
  const Index grid = page.block(page.main, BlockKind::bullet_list, Role::card_grid);
  std::vector<Index> cards;
  for (int i = 0; i < 6; ++i) {
    const Index card = page.block(grid, BlockKind::list_item, Role::card);
    page.paragraph(card, "Title", Role::card_title);
    cards.push_back(card);
  }
  const LaidOut laid(page.document, GetParam().width, GetParam().viewport);
  std::size_t columns = 0;
  while (columns < cards.size() && laid.box(cards[columns]).y == laid.box(cards[0]).y) {
    ++columns;
  }
  EXPECT_EQ(columns, GetParam().columns);
  const html::BlockBox& last = laid.box(cards[columns - 1]);
  EXPECT_NEAR(last.x + last.width, GetParam().width, 0.01);
}

INSTANTIATE_TEST_SUITE_P(Widths, GridColumns,
                         testing::Values(GridCase{288, 320, 1}, GridCase{200, 232, 1}, GridCase{704, 768, 2},
                                         GridCase{656, 1280, 2}, GridCase{720, 1920, 2}));

TEST(Blocks, CardsInARowAreEquallyHighWithTheirActionsAtTheBottom) {
  Page page;
  const Index grid = page.block(page.main, BlockKind::bullet_list, Role::card_grid);
  std::vector<Index> cards;
  std::vector<Index> actions;
  for (const char* text : {"Short.", "A text that is so long that it needs several lines in a card of this width."}) {
    const Index card = page.block(grid, BlockKind::list_item, Role::card);
    page.paragraph(card, "Title", Role::card_title);
    page.paragraph(card, text);
    const Index action = page.paragraph(card, "", Role::card_action);
    page.link(action, "View details");
    page.document.links.back().covers_card = true;
    cards.push_back(card);
    actions.push_back(action);
  }
  const LaidOut laid(page.document);
  EXPECT_EQ(laid.box(cards[0]).height, laid.box(cards[1]).height);
  EXPECT_EQ(laid.box(actions[0]).y, laid.box(actions[1]).y);
  EXPECT_EQ(laid.box(actions[0]).y + laid.box(actions[0]).height + 25,
            laid.box(cards[0]).y + laid.box(cards[0]).height);
  const DisplayList& list = laid.layout.list();
  ASSERT_EQ(list.cards.size(), 2u);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(list.cards[i].box.height, laid.box(cards[i]).height);
    EXPECT_EQ(list.cards[i].action, list.areas[i].action);
    EXPECT_EQ(list.areas[i].card, i + 1);
    EXPECT_GT(list.areas[i].box.y, laid.box(actions[i]).y);
  }
  // Text of the action that moved down moved with it.
  for (const Item& item : list.items) {
    if (item.kind == ItemKind::text && laid.text(item) == "View details") {
      EXPECT_EQ(item.box.y, laid.box(actions[0]).y + 16);
    }
  }
}

TEST(Blocks, TablesNeverLeaveThePage) {
  Page page;
  const Index table = page.block(page.main, BlockKind::table);
  std::vector<Index> cells;
  for (int row = 0; row < 2; ++row) {
    const Index line = page.block(table, BlockKind::table_row);
    page.document.blocks[line].header = row == 0;
    for (const char* text : {"Identifier", "https", "Donaudampfschifffahrtsgesellschaft", "4"}) {
      const Index cell = page.block(line, BlockKind::table_cell);
      page.document.blocks[cell].header = row == 0;
      page.builder.add_text(cell, text);
      cells.push_back(cell);
    }
  }
  const LaidOut laid(page.document, 288, 320);
  float width = 0;
  for (std::size_t column = 0; column < 4; ++column) {
    EXPECT_EQ(laid.box(cells[column]).width, laid.box(cells[column + 4]).width);
    EXPECT_EQ(laid.box(cells[column]).x, width);
    width += laid.box(cells[column]).width;
  }
  EXPECT_FLOAT_EQ(width, 288);
  EXPECT_GT(laid.box(cells[2]).width, laid.box(cells[0]).width) << "the longest word has the widest column";
  EXPECT_GT(laid.box(cells[1]).width, laid.box(cells[3]).width);
  EXPECT_EQ(laid.box(cells[0]).height, laid.box(cells[2]).height);
  for (const Item& item : laid.layout.list().items) {
    EXPECT_LE(item.box.right(), 288.01F);
  }
}

TEST(Blocks, ListsHangTheirMarkers) {
  Page page;
  const Index list = page.block(page.main, BlockKind::ordered_list);
  page.document.blocks[list].start = 9;
  page.document.blocks[list].tight = true;
  std::vector<Index> texts;
  for (const char* text : {"nine", "ten"}) {
    texts.push_back(page.paragraph(page.block(list, BlockKind::list_item), text));
  }
  const LaidOut laid(page.document);
  EXPECT_EQ(laid.box(texts[0]).x, 28);
  EXPECT_EQ(laid.box(texts[1]).y, 27 + 8);
  std::vector<std::string> markers;
  for (const Item& item : laid.layout.list().items) {
    if (item.kind == ItemKind::text && item.box.x < 28) {
      markers.emplace_back(laid.text(item));
      EXPECT_NEAR(item.box.right(), 20, 0.01);
    }
  }
  EXPECT_THAT(markers, testing::ElementsAre("9.", "10."));
}

TEST(Blocks, ClosedDetailsShowTheirSummaryOnly) {
  Page page;
  const Index details = page.group(page.main, Role::details);
  const Index summary = page.paragraph(details, "Summary", Role::summary);
  const Index inside = page.paragraph(details, "Inside");
  {
    const LaidOut closed(page.document);
    EXPECT_FALSE(closed.box(inside).shown);
    EXPECT_EQ(closed.layout.top_of(inside), -1);
    EXPECT_EQ(closed.box(details).height, closed.box(summary).height + 2);
    ASSERT_EQ(closed.layout.list().areas.size(), 1u);
    EXPECT_EQ(closed.layout.list().areas[0].action, 1 + summary);
    EXPECT_EQ(closed.layout.list().areas[0].box.height, closed.box(summary).height);
  }
  page.document.blocks[details].open = true;
  const LaidOut open(page.document);
  EXPECT_TRUE(open.box(inside).shown);
  EXPECT_GT(open.box(details).height, open.box(summary).height + open.box(inside).height);
}

TEST(Blocks, ImagesReserveTheirPlaceAtAnyWidth) {
  Page page;
  const Index figure = page.paragraph(page.main, "", Role::figure);
  page.image(figure, 1000, 500);
  EXPECT_EQ(LaidOut(page.document, 720).box(figure).height, 360);
  EXPECT_EQ(LaidOut(page.document, 288, 320).box(figure).height, 144);
  page.document.images[0].width = page.document.images[0].height = 0;
  EXPECT_EQ(LaidOut(page.document, 720).box(figure).height, 180);
}

TEST(Blocks, TheHeadPutsItsTitleBesideTheMark) {
  Page page;
  const Index head = page.group(page.main, Role::page_head);
  const Index mark = page.paragraph(head, "", Role::mark);
  page.image(mark, 100, 40);
  const Index text = page.group(head, Role::page_head_text);
  const Index title = page.block(text, BlockKind::heading);
  page.document.blocks[title].level = 1;
  page.builder.add_text(title, "Name");
  const LaidOut laid(page.document);
  EXPECT_EQ(laid.box(mark).width, 72);
  EXPECT_EQ(laid.box(text).x, 72 + 20);
  EXPECT_EQ(laid.box(text).width, 720 - 92);
  EXPECT_EQ(laid.box(text).y, (72 - 44) / 2.0F);
}

TEST(Blocks, TheMenuButtonGoesWhereTheColumnsStand) {
  Page page;
  document::Document& document = page.document;
  const Index bar = page.group(0, Role::header_bar);
  const Index brand = page.paragraph(bar, "Hub", Role::brand);
  const Index controls = page.group(bar, Role::header_controls);
  std::vector<Index> blocks;
  for (const char* name : {"theme", "menu"}) {
    const Index control = page.paragraph(controls, "", Role::control);
    const Index button = page.builder.add_inline(control, document::InlineKind::button);
    document.inlines[button].text = document.store(name);
    document.inlines[page.builder.add_inline_child(button, document::InlineKind::icon)].text = document.store("icon");
    blocks.push_back(control);
  }
  const LaidOut wide(document, 1280, 1280, Region::header);
  EXPECT_TRUE(wide.box(blocks[0]).shown);
  EXPECT_FALSE(wide.box(blocks[1]).shown);
  EXPECT_EQ(wide.box(blocks[0]).x + 44 + 10, 1280);
  EXPECT_EQ(wide.box(blocks[0]).y, 10);
  EXPECT_EQ(wide.box(bar).height, 64);
  const LaidOut phone(document, 320, 320, Region::header);
  EXPECT_TRUE(phone.box(blocks[1]).shown);
  EXPECT_EQ(phone.box(brand).width, 320 - 16 - 4 - 8 - 88);
  EXPECT_EQ(phone.layout.list().areas.size(), 2u);
}

/// Boxes lie in their parents' boxes; nothing reaches beyond the page.
TEST(Blocks, BoxesNest) {
  Page page;
  page.heading(2, "Section");
  const Index quote = page.block(page.main, BlockKind::quote);
  const Index list = page.block(quote, BlockKind::bullet_list);
  for (int i = 0; i < 3; ++i) {
    page.paragraph(page.block(list, BlockKind::list_item),
                   "An item with a few words in it, more than one line of them.");
  }
  const Index admonition = page.group(page.main, Role::admonition);
  page.paragraph(admonition, "Note", Role::admonition_title);
  page.paragraph(admonition, "Text in the admonition.");
  const Index facts = page.group(page.main, Role::facts);
  const Index fact = page.group(facts, Role::fact);
  page.paragraph(fact, "Website", Role::fact_label);
  page.link(page.paragraph(fact, ""), "example.org");
  for (const float width : {288.0F, 704.0F, 720.0F}) {
    const LaidOut laid(page.document, width, width + 32);
    for (Index block = 1; block < page.document.blocks.size(); ++block) {
      const html::BlockBox& box = laid.box(block);
      const html::BlockBox& parent = laid.box(page.document.blocks[block].parent);
      EXPECT_TRUE(box.shown);
      EXPECT_GE(box.x, parent.x);
      EXPECT_GE(box.y, parent.y);
      EXPECT_LE(box.x + box.width, parent.x + parent.width + 0.01F);
      EXPECT_LE(box.y + box.height, parent.y + parent.height + 0.01F);
    }
  }
}

}  // namespace
}  // namespace hubglass::layout
