// Documents that no parser makes, at widths that no screen has: layout must end, stay in bounds and keep its promises.

#include "unit/layout/page.h"

#include <cmath>
#include <random>

#include <gtest/gtest.h>

namespace hubglass::layout {
namespace {

using document::Block;
using document::BlockKind;
using document::Document;
using document::Index;
using document::Inline;
using document::InlineKind;
using document::none;
using document::Role;

constexpr int depth_limit = 6;

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  Document document() {
    const Index main = page_.main;
    for (int i = 0; i < 12; ++i) {
      add_block(main, 0);
    }
    return std::move(page_.document);
  }

 private:
  std::uint32_t pick(std::uint32_t count) { return static_cast<std::uint32_t>(random_() % count); }

  void add_block(Index parent, int depth) {
    const auto kind = static_cast<BlockKind>(pick(static_cast<std::uint32_t>(BlockKind::html) + 1));
    const bool plain = pick(2) == 0;
    const auto role = plain ? Role::none : static_cast<Role>(pick(static_cast<std::uint32_t>(document::role_count)));
    const Index index = page_.builder.add_block(parent, kind == BlockKind::root ? BlockKind::group : kind, role);
    Block& block = page_.document.blocks[index];
    block.level = static_cast<std::uint8_t>(pick(8));
    block.align = static_cast<document::Align>(pick(4));
    block.task = static_cast<document::Task>(pick(3));
    block.tight = pick(2) == 0;
    block.open = pick(2) == 0;
    block.header = pick(3) == 0;
    block.accent = static_cast<std::uint8_t>(pick(8));
    block.start = pick(3) == 0 ? 0xFFFFFFFFu : 1;
    const std::string literal = text();
    page_.document.blocks[index].literal = page_.document.store(literal + "\n\t" + literal);
    for (std::uint32_t i = pick(6); i > 0; --i) {
      const Index node = page_.builder.add_inline(index, InlineKind::text);
      fill(node, 0);
    }
    if (depth < depth_limit) {
      for (std::uint32_t i = pick(4); i > 0; --i) {
        add_block(index, depth + 1);
      }
    }
  }

  void fill(Index node, int depth) {
    const auto kind = static_cast<InlineKind>(pick(static_cast<std::uint32_t>(InlineKind::html) + 1));
    const std::string own = text();
    page_.document.inlines[node].text = page_.document.store(own);
    Document& document = page_.document;
    if (kind == InlineKind::link) {
      document.inlines[node].detail = static_cast<Index>(document.links.size());
      document::Link link;
      link.href = document.store(pick(2) == 0 ? "https://example.org" : "javascript:alert(1)");
      link.kind = static_cast<document::LinkKind>(pick(5));
      link.button = static_cast<std::uint8_t>(pick(3));
      link.covers_card = pick(2) == 0;
      link.current = pick(2) == 0;
      document.links.push_back(link);
    } else if (kind == InlineKind::image) {
      document.inlines[node].detail = static_cast<Index>(document.images.size());
      document::Image image;
      image.source = document.store(pick(3) == 0 ? "" : "a.png");
      image.alt = document.store(own);
      image.width = static_cast<float>(pick(3) == 0 ? 0 : pick(2000));
      image.height = static_cast<float>(pick(2000));
      document.images.push_back(image);
    }
    document.inlines[node].kind = kind;
    if (depth < depth_limit) {
      for (std::uint32_t i = pick(3); i > 0; --i) {
        fill(page_.builder.add_inline_child(node, InlineKind::text), depth + 1);
      }
    }
  }

  std::string text() {
    constexpr std::string_view pieces[] = {"word",
                                           " ",
                                           "  ",
                                           "\n",
                                           "-",
                                           "\u00AD",
                                           "\u00A0",
                                           "\u6771\u4EAC",
                                           "e\u0301",
                                           "(",
                                           ")",
                                           "?",
                                           "\U0001F469\u200D\U0001F4BB",
                                           "\t",
                                           "aVeryLongWordIndeed",
                                           "\u2014",
                                           "/",
                                           ".",
                                           "\xFF",
                                           "\xE2\x80",
                                           "https://"};
    std::string made;
    for (std::uint32_t i = pick(9); i > 0; --i) {
      made += pieces[pick(std::size(pieces))];
    }
    return made;
  }

  std::mt19937 random_;
  Page page_;
};

void expect_sound(const Document& document, const Layout& layout) {
  const DisplayList& list = layout.list();
  EXPECT_TRUE(std::isfinite(list.height));
  EXPECT_GE(list.height, 0);
  for (const Item& item : list.items) {
    ASSERT_TRUE(std::isfinite(item.box.x) && std::isfinite(item.box.y));
    ASSERT_TRUE(std::isfinite(item.box.width) && std::isfinite(item.box.height));
    ASSERT_LT(static_cast<std::size_t>(item.colour), static_cast<std::size_t>(Colour::count));
    ASSERT_LE(std::size_t{item.text.begin} + item.text.size, list.text.size());
    ASSERT_LE(item.card, list.cards.size());
  }
  for (const Area& area : list.areas) {
    ASSERT_NE(area.action, 0u);
    ASSERT_LE(area.card, list.cards.size());
  }
  const html::Geometry& geometry = layout.geometry();
  ASSERT_EQ(geometry.boxes.size(), document.blocks.size());
  for (const html::BlockBox& box : geometry.boxes) {
    ASSERT_LE(std::size_t{box.first_break} + box.break_count, geometry.breaks.size());
  }
  for (const html::LineBreak& line_break : geometry.breaks) {
    ASSERT_TRUE(std::isfinite(line_break.fill) && std::isfinite(line_break.next_indent));
    if (line_break.inline_node != none) {
      ASSERT_LT(line_break.inline_node, document.inlines.size());
      const Inline& node = document.inlines[line_break.inline_node];
      ASSERT_LE(line_break.offset, node.text.size);
    }
  }
}

TEST(Hostile, AnyDocumentCanBeLaidOutAtAnyWidth) {
  for (unsigned seed = 0; seed < 120; ++seed) {
    const Document document = Generator(seed).document();
    for (const float width : {0.0F, 1.0F, 40.0F, 288.0F, 720.0F}) {
      for (const Region region : {Region::content, Region::header, Region::navigation, Region::contents}) {
        FixedTextEngine engine(default_theme());
        Layout layout(document, default_theme(), engine, region, width, width);
        layout.advance(everything);
        EXPECT_TRUE(layout.complete());
        SCOPED_TRACE(testing::Message() << "seed " << seed << ", width " << width);
        expect_sound(document, layout);
      }
    }
  }
}

TEST(Hostile, AWordWithoutEndEnds) {
  Page page;
  page.paragraph(std::string(1 << 17, 'x'));
  const LaidOut laid(page.document, 288, 320);
  EXPECT_GT(laid.layout.list().height, 27 * 3900);
}

TEST(Hostile, AWordOfManyPiecesIsAsLongAsAllOfThem) {
  Page page;
  const Index leaf = page.block(page.main, BlockKind::paragraph);
  constexpr std::size_t pieces = 70'000;
  for (std::size_t i = 0; i < pieces; ++i) {
    const Index piece = page.builder.add_inline(leaf, i % 2 == 0 ? InlineKind::emphasis : InlineKind::strong);
    page.builder.add_text_child(piece, "x");
  }
  const LaidOut laid(page.document, 720, 1280);
  const std::vector<std::string> lines = laid.lines(leaf);
  EXPECT_GT(lines.size(), pieces / 90);
  EXPECT_LT(lines.front().size(), 90u);
}

TEST(Hostile, ManyFramesKeepTheirKinds) {
  Page page;
  const Index leaf = page.block(page.main, BlockKind::paragraph);
  for (std::size_t i = 0; i < 66'000; ++i) {
    page.document.inlines[page.builder.add_inline(leaf, InlineKind::code)].text = page.document.store("x");
    page.builder.add_text(leaf, " ");
  }
  const Index mark = page.builder.add_inline(leaf, InlineKind::mark);
  page.builder.add_text_child(mark, "marked");
  const LaidOut laid(page.document, 720, 1280);
  std::size_t marks = 0;
  for (const Item& item : laid.layout.list().items) {
    marks += item.kind == ItemKind::fill && item.colour == Colour::mark_background ? 1 : 0;
  }
  EXPECT_EQ(marks, 1u);
}

TEST(Hostile, ALineOfMarksWithoutWidthEnds) {
  Page page;
  std::string text;
  for (int i = 0; i < 20'000; ++i) {
    text += "\u200B";
  }
  page.paragraph(text);
  const LaidOut laid(page.document, 720, 1280);
  EXPECT_LT(laid.engine.measured_bytes, 20 * text.size());
}

TEST(Hostile, ManyItemsAreNumberedInLinearTime) {
  Page page;
  const Index list = page.block(page.main, BlockKind::ordered_list);
  for (int i = 0; i < 5000; ++i) {
    page.paragraph(page.block(list, BlockKind::list_item), "x");
  }
  const LaidOut laid(page.document);
  EXPECT_EQ(laid.layout.list().items.size(), 10000u);
}

}  // namespace
}  // namespace hubglass::layout
