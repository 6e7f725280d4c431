#include "html/semantics.h"
#include "layout/measurer.h"
#include "unit/layout/page.h"

#include <map>
#include <sstream>

#include <gtest/gtest.h>

namespace hubglass::layout {
namespace {

using document::BlockKind;
using document::Index;
using document::Role;

/// A page with one of most things, some of them several times.
void fill(Page& page, int sections) {
  for (int i = 0; i < sections; ++i) {
    const std::string number = std::to_string(i);
    page.heading(2, "Section" + number + " with a heading");
    const Index text =
        page.paragraph("word" + number + "a word" + number + "b, and so on to the end of the line; then more.");
    page.builder.add_text_child(page.builder.add_inline(text, document::InlineKind::emphasis), " stress" + number);
    page.link(text, "link" + number);
    const Index list = page.block(page.main, BlockKind::bullet_list);
    page.paragraph(page.block(list, BlockKind::list_item), "item" + number);
    const Index table = page.block(page.main, BlockKind::table);
    const Index row = page.block(table, BlockKind::table_row);
    page.builder.add_text(page.block(row, BlockKind::table_cell), "cell" + number);
    const Index grid = page.block(page.main, BlockKind::bullet_list, Role::card_grid);
    for (const char* suffix : {"x", "y", "z"}) {
      const Index card = page.block(grid, BlockKind::list_item, Role::card);
      page.paragraph(card, "card" + number + suffix, Role::card_title);
    }
    page.paragraph(page.group(page.main, Role::admonition), "title" + number, Role::admonition_title);
  }
  page.paragraph(page.group(0, Role::footer), "the footer");
}

std::map<std::string, int> words_of(std::string_view text) {
  std::istringstream stream{std::string(text)};
  std::map<std::string, int> words;
  for (std::string word; stream >> word;) {
    ++words[word];
  }
  return words;
}

TEST(Whole, EveryWordIsDrawnOnce) {
  Page page;
  fill(page, 5);
  for (const float width : {160.0F, 288.0F, 720.0F}) {
    const LaidOut laid(page.document, width, width);
    std::string drawn;
    float baseline = -1;
    float right = 0;
    for (const Item& item : laid.layout.list().items) {
      if (item.kind != ItemKind::text) {
        continue;
      }
      const bool continues = item.baseline == baseline && item.box.x <= right + 0.01F && item.box.x >= right - 0.01F;
      drawn += (continues ? "" : " ") + std::string(laid.text(item));
      baseline = item.baseline;
      right = item.box.right();
    }
    // Not words of the page: the arrows behind links to other sites.
    for (std::size_t at = drawn.find(html::external_mark); at != std::string::npos;
         at = drawn.find(html::external_mark)) {
      drawn.erase(at, html::external_mark.size());
    }
    // At this width no word of the sample is broken.
    EXPECT_EQ(words_of(drawn), words_of(document::plain_text(page.document, 0))) << width;
  }
}

TEST(Whole, ResumingGivesTheSamePage) {
  Page page;
  fill(page, 12);
  const LaidOut whole(page.document);
  FixedTextEngine engine(default_theme());
  Layout layout(page.document, default_theme(), engine, Region::content, 720, 1280);
  float bottom = 0;
  int steps = 0;
  while (!layout.advance(bottom)) {
    EXPECT_LT(layout.list().height, whole.layout.list().height);
    bottom += 500;
    ++steps;
  }
  EXPECT_GT(steps, 3);
  const DisplayList& a = whole.layout.list();
  const DisplayList& b = layout.list();
  EXPECT_EQ(a.height, b.height);
  EXPECT_EQ(a.text, b.text);
  ASSERT_EQ(a.items.size(), b.items.size());
  for (std::size_t i = 0; i < a.items.size(); ++i) {
    EXPECT_EQ(a.items[i].box.x, b.items[i].box.x);
    EXPECT_EQ(a.items[i].box.y, b.items[i].box.y);
    EXPECT_EQ(a.items[i].box.width, b.items[i].box.width);
  }
  ASSERT_EQ(a.areas.size(), b.areas.size());
  ASSERT_EQ(whole.layout.geometry().breaks.size(), layout.geometry().breaks.size());
  for (std::size_t i = 0; i < a.areas.size(); ++i) {
    EXPECT_EQ(a.areas[i].action, b.areas[i].action);
  }
}

TEST(Whole, TheFirstScreenIsReadyBeforeTheRest) {
  Page page;
  fill(page, 200);
  FixedTextEngine engine(default_theme());
  Layout layout(page.document, default_theme(), engine, Region::content, 720, 1280);
  EXPECT_FALSE(layout.advance(800));
  EXPECT_GE(layout.list().height, 800);
  EXPECT_LT(engine.measured, 1500u);
  EXPECT_FALSE(layout.complete());
}

TEST(Whole, ChunksCoverTheItems) {
  Page page;
  fill(page, 20);
  const LaidOut laid(page.document);
  const DisplayList& list = laid.layout.list();
  std::uint32_t next = 0;
  for (const Chunk& chunk : list.chunks) {
    EXPECT_EQ(chunk.first, next);
    EXPECT_GE(chunk.count, 1u);
    EXPECT_LE(chunk.count, 64u);
    for (std::uint32_t i = chunk.first; i < chunk.first + chunk.count; ++i) {
      EXPECT_GE(list.items[i].box.y, chunk.top);
      EXPECT_LE(list.items[i].box.bottom(), chunk.bottom);
    }
    next += chunk.count;
  }
  EXPECT_EQ(next, list.items.size());
}

TEST(Whole, IdsHaveTops) {
  Page page;
  fill(page, 2);
  const Index heading = page.heading(2, "Here");
  page.document.blocks[heading].id = page.document.store("here");
  const LaidOut laid(page.document);
  EXPECT_EQ(laid.layout.top_of("here"), laid.box(heading).y);
  EXPECT_EQ(laid.layout.top_of("nowhere"), -1);
}

TEST(Whole, WordsAreMeasuredOnceForManyLayouts) {
  Page page;
  fill(page, 10);
  FixedTextEngine engine(default_theme());
  Measurer measurer(engine);
  Layout(page.document, default_theme(), engine, Region::content, 720, 1280, &measurer).advance(everything);
  const std::uint64_t first = engine.measured;
  Layout(page.document, default_theme(), engine, Region::content, 720, 1280, &measurer).advance(everything);
  EXPECT_LT(engine.measured - first, first * 3 / 4);
}

TEST(Whole, ForgettingWordsInBetweenDoesNoHarm) {
  Page page;
  fill(page, 12);
  const LaidOut whole(page.document);
  FixedTextEngine engine(default_theme());
  Measurer measurer(engine);
  Layout layout(page.document, default_theme(), engine, Region::content, 720, 1280, &measurer);
  for (float bottom = 100; !layout.advance(bottom); bottom += 100) {
    measurer.clear();
  }
  EXPECT_EQ(layout.list().text, whole.layout.list().text);
  EXPECT_EQ(layout.list().height, whole.layout.list().height);
}

TEST(Whole, ExplainedWordsHaveDotsWhereNothingElseMarksThem) {
  Page page;
  const auto explain = [&](Index leaf) {
    const Index node = page.builder.add_inline(leaf, document::InlineKind::abbreviation);
    page.document.inlines[node].text2 = page.document.store("an explanation");
    page.builder.add_text_child(node, "MIM");
    return node;
  };
  const Index plain = page.paragraph("a ");
  explain(plain);
  const Index bare = page.paragraph("b ");
  page.document.inlines[explain(bare)].text2 = {};
  const Index heading = page.heading(2, "c ");
  explain(heading);
  const Index linked = page.paragraph("d ");
  const Index link = page.link(linked, "see ");
  const Index inside = page.builder.add_inline_child(link, document::InlineKind::abbreviation);
  page.document.inlines[inside].text2 = page.document.store("an explanation");
  page.builder.add_text_child(inside, "EU");
  const LaidOut laid_out(page.document);
  std::vector<std::string> dotted;
  for (const Item& item : laid_out.layout.list().items) {
    if (item.kind == ItemKind::text && item.dotted) {
      dotted.emplace_back(laid_out.text(item));
      EXPECT_EQ(item.action, 0u) << "it leads nowhere";
    }
  }
  EXPECT_EQ(dotted, std::vector<std::string>{"MIM"});
}

TEST(Whole, AnEmptyDocumentIsComplete) {
  const document::Document document;
  const LaidOut laid(document);
  EXPECT_TRUE(laid.layout.complete());
  EXPECT_EQ(laid.layout.list().height, 0);
}

TEST(Measurer, TellsStylesApart) {
  FixedTextEngine engine(default_theme());
  Measurer measurer(engine);
  const std::uint32_t plain = measurer.word("word", Style{}.key());
  const std::uint32_t bold = measurer.word("word", Style{TextRole::body, true, false, false}.key());
  EXPECT_EQ(measurer.word("word", Style{}.key()), plain);
  measurer.flush();
  EXPECT_FLOAT_EQ(measurer.advance(plain), 34);
  EXPECT_FLOAT_EQ(measurer.advance(bold), 34 * 1.05F);
  EXPECT_EQ(engine.batches, 1u);
  for (int i = 0; i < 20000; ++i) {
    measurer.word(std::to_string(i), Style{}.key());
  }
  EXPECT_EQ(measurer.word("word", Style{}.key()), plain);
}

}  // namespace
}  // namespace hubglass::layout
