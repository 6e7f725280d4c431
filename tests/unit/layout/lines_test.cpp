#include "layout/lines.h"
#include "document/address_breaks.h"
#include "unit/layout/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <array>

namespace hubglass::layout {
namespace {

using document::Index;
using document::InlineKind;
using testing::ElementsAre;

constexpr float character = 8.5F;  // px of body text in the fixed engine

std::vector<std::string> lines_of(std::string_view text, float characters) {
  Page page;
  const Index leaf = page.paragraph(text);
  return LaidOut(page.document, characters * character, 320).lines(leaf);
}

TEST(Lines, BreakAtSpacesGreedily) {
  EXPECT_THAT(lines_of("one two three four", 9), ElementsAre("one two", "three", "four"));
  EXPECT_THAT(lines_of("one two three four", 10), ElementsAre("one two", "three four"));
}

TEST(Lines, CollapseWhiteSpace) {
  EXPECT_THAT(lines_of("  one   two  ", 20), ElementsAre("one two"));
}

TEST(Lines, BreakAfterHyphens) {
  EXPECT_THAT(lines_of("a well-known town", 8), ElementsAre("a well-", "known", "town"));
}

/// Sets a k closer to the hyphen before it.
class KerningEngine final : public TextEngine {
 public:
  explicit KerningEngine(bool reshapes) : reshapes_(reshapes) {}
  void measure(std::span<const Run> runs, std::span<float> advances) override {
    fixed_.measure(runs, advances);
    for (std::size_t i = 0; i < runs.size(); ++i) {
      if (runs[i].text.find("-k") != std::string_view::npos) {
        advances[i] -= character / 2;
      }
    }
  }
  float baseline(Style style) override { return fixed_.baseline(style); }
  [[nodiscard]] bool reshapes() const override { return reshapes_; }

 private:
  FixedTextEngine fixed_{default_theme()};
  bool reshapes_;
};

TEST(Lines, EndsKeepTheirKerningWhereTheBrowserDoesNotShapeThemAnew) {
  Page page;
  page.paragraph("a well-known town");
  const auto first_line = [&](bool reshapes) {
    KerningEngine engine(reshapes);
    Layout layout(page.document, default_theme(), engine, Region::content, 6.75F * character, 320);
    layout.advance(everything);
    const document::Text text = layout.list().items.front().text;
    return layout.list().text.substr(text.begin, text.size);
  };
  EXPECT_EQ(first_line(true), "a");
  EXPECT_EQ(first_line(false), "a well-");
}

/// Sets a space closer to the y before it.
class SpaceKerningEngine final : public TextEngine {
 public:
  explicit SpaceKerningEngine(bool kerns) : kerns_(kerns) {}
  void measure(std::span<const Run> runs, std::span<float> advances) override {
    fixed_.measure(runs, advances);
    for (std::size_t i = 0; i < runs.size(); ++i) {
      if (runs[i].text.find("y ") != std::string_view::npos) {
        advances[i] -= character / 2;
      }
    }
  }
  float baseline(Style style) override { return fixed_.baseline(style); }
  [[nodiscard]] bool kerns_hanging_space() const override { return kerns_; }

 private:
  FixedTextEngine fixed_{default_theme()};
  bool kerns_;
};

TEST(Lines, ALineMayKeepItsKerningWithTheSpaceThatHangs) {
  Page page;
  page.paragraph("a city here");
  const auto first_line = [&](bool kerns) {
    SpaceKerningEngine engine(kerns);
    Layout layout(page.document, default_theme(), engine, Region::content, 5.9F * character, 320);
    layout.advance(everything);
    const document::Text text = layout.list().items.front().text;
    return layout.list().text.substr(text.begin, text.size);
  };
  EXPECT_EQ(first_line(false), "a");
  EXPECT_EQ(first_line(true), "a city");
}

class OverhangingEngine final : public TextEngine {
 public:
  explicit OverhangingEngine(Overhang overhang) : overhang_(overhang) {}
  void measure(std::span<const Run> runs, std::span<float> advances) override { fixed_.measure(runs, advances); }
  float baseline(Style style) override { return fixed_.baseline(style); }
  [[nodiscard]] Overhang overhang() const override { return overhang_; }

 private:
  FixedTextEngine fixed_{default_theme()};
  Overhang overhang_;
};

/// Lines of words around code; the first line has `room` px to spare where the code's text ends.
std::vector<std::string> lines_around_code(std::string_view before, std::string_view code, std::string_view after,
                                           Overhang overhang, float room) {
  Page page;
  const Index leaf = page.paragraph(before);
  const Index inline_code = page.builder.add_inline(leaf, InlineKind::code);
  page.document.inlines[inline_code].text = page.document.store(code);
  if (!after.empty()) {
    page.builder.add_text(leaf, after);
  }
  OverhangingEngine engine(overhang);
  const std::array<layout::Run, 2> runs{layout::Run{before, Style{}},
                                        layout::Run{code, Style{TextRole::body, false, false, true}}};
  std::array<float, 2> advances{};
  engine.measure(runs, advances);
  const float text_end = advances[0] + frame_padding(FrameKind::code) + advances[1];
  Layout layout(page.document, default_theme(), engine, Region::content, text_end + room, 320);
  layout.advance(everything);
  std::vector<std::string> lines;
  float baseline = -1;
  for (const Item& item : layout.list().items) {
    if (item.text.size > 0) {
      if (item.baseline != baseline) {
        lines.emplace_back();
        baseline = item.baseline;
      }
      lines.back() += layout.list().text.substr(item.text.begin, item.text.size);
    }
  }
  return lines;
}

TEST(Lines, CodeMayOverhangByItsPaddingWhereTheEngineLetsIt) {
  EXPECT_THAT(lines_around_code("", "countdown", "", Overhang::after_word, 1), ElementsAre("countdown"));
  EXPECT_EQ(lines_around_code("", "countdown", "", Overhang::after_word, -1)[0], "countdow");
  EXPECT_THAT(lines_around_code("", "count-down", "", Overhang::after_word, 1), ElementsAre("count-down"));
  EXPECT_THAT(lines_around_code("", "count-down", "", Overhang::nowhere, 1), ElementsAre("count-", "down"));
  EXPECT_EQ(lines_around_code("to ", "count-down", "", Overhang::after_word, 1)[1], "down");
  EXPECT_NE(lines_around_code("", "countdown", "", Overhang::within_word, 1)[0], "countdown");
  EXPECT_NE(lines_around_code("", "countdown", "", Overhang::nowhere, 1)[0], "countdown");
}

TEST(Lines, AWordTooLongIsBrokenWhereCodeInItOverhangs) {
  EXPECT_THAT(lines_around_code("", "countdown", ", then", Overhang::within_word, 1),
              ElementsAre("countdown", ", then"));
  EXPECT_EQ(lines_around_code("", "countdown", ", then", Overhang::nowhere, 1)[0], "countdow");
}

TEST(Lines, BreakAroundDashes) {
  EXPECT_THAT(lines_of("more than a word \u2014 a cornerstone", 18),
              ElementsAre("more than a word \u2014", "a cornerstone"));
  EXPECT_THAT(lines_of("word\u2014word", 6), ElementsAre("word\u2014", "word"));
  EXPECT_THAT(lines_of("2021\u20132026 years", 6), ElementsAre("2021\u2013", "2026", "years"));
}

TEST(Lines, KeepPunctuationWithItsWord) {
  EXPECT_THAT(lines_of("three (four) five", 6), ElementsAre("three", "(four)", "five"));
  EXPECT_THAT(lines_of("what?(yes)", 6), ElementsAre("what?", "(yes)"));
  EXPECT_THAT(lines_of("\u201Cone\u201D, two", 6), ElementsAre("\u201Cone\u201D,", "two"));
}

TEST(Lines, QuotationMarksOpenAndCloseInAnyLanguage) {
  EXPECT_THAT(lines_of("Art \u201EWas, wenn?\u201C Oder", 10), ElementsAre("Art \u201EWas,", "wenn?\u201C", "Oder"));
  EXPECT_THAT(lines_of("aa bb?\u201C. cc", 6), ElementsAre("aa", "bb?\u201C.", "cc"));
}

TEST(Lines, SoftHyphensShowWhereALineEnds) {
  EXPECT_THAT(lines_of("Donau\u00ADdampf\u00ADschiff", 11), ElementsAre("Donau\u00ADdampf\u00AD\u2010", "schiff"));
  EXPECT_THAT(lines_of("Donau\u00ADdampf", 20), ElementsAre("Donau\u00ADdampf"));
}

TEST(Lines, SlashesHoldTogetherAsInBrowsers) {
  EXPECT_THAT(lines_of("more and/or less", 9), ElementsAre("more", "and/or", "less"));
}

class BookEngine final : public TextEngine {
 public:
  void measure(std::span<const Run> runs, std::span<float> advances) override { fixed_.measure(runs, advances); }
  float baseline(Style style) override { return fixed_.baseline(style); }
  explicit BookEngine(Breaks breaks) : breaks_(breaks) {}
  [[nodiscard]] Breaks breaks() const override { return breaks_; }

 private:
  FixedTextEngine fixed_{default_theme()};
  Breaks breaks_;
};

std::string first_line(std::string_view words, float characters, Breaks breaks) {
  Page page;
  page.paragraph(words);
  BookEngine engine(breaks);
  Layout layout(page.document, default_theme(), engine, Region::content, characters * character, 320);
  layout.advance(everything);
  const document::Text text = layout.list().items.front().text;
  return layout.list().text.substr(text.begin, text.size);
}

TEST(Lines, BreakAfterSlashesWhereTheBrowserGoesByTheBook) {
  EXPECT_EQ(first_line("data/initiatives.json", 17, Breaks::by_the_book), "data/");
  EXPECT_EQ(first_line("data/initiatives.json", 17, Breaks::by_table_then_book), "data/initiatives.");
}

TEST(Lines, BreakBetweenSignsOfPricesWhereTheBrowserGoesByTheBook) {
  EXPECT_EQ(first_line("++ctrl++", 7, Breaks::by_the_book), "++ctrl+");
  EXPECT_EQ(first_line("with ++ctrl++", 12, Breaks::by_the_book), "with ++ctrl+");
  EXPECT_EQ(first_line("with ++ctrl++", 12, Breaks::by_table), "with");
}

TEST(Lines, ThePlaceAfterACharacterBeyondAsciiHoldsWhereTheBrowserRemembersIt) {
  EXPECT_EQ(first_line("\u2026/index.html", 7, Breaks::by_table_then_book), "\u2026/");
  EXPECT_EQ(first_line("\u2026/index.html", 7, Breaks::by_table), "\u2026/index");
}

TEST(Lines, AMinusStaysWithItsNumber) {
  EXPECT_THAT(lines_of("at -5 or ABCD-1234", 8), ElementsAre("at -5 or", "ABCD-", "1234"));
}

TEST(Lines, BreakLongWordsAnywhereButNotInsideACharacter) {
  EXPECT_THAT(lines_of("ab Donaudampf", 4), ElementsAre("ab", "Dona", "udam", "pf"));
  EXPECT_THAT(lines_of("e\u0301e\u0301e\u0301e\u0301", 2), ElementsAre("e\u0301e\u0301", "e\u0301e\u0301"));
}

TEST(Lines, AWordTooWideForAnyLineStillEnds) {
  EXPECT_EQ(lines_of("\u6771\u4EAC", 1).size(), 2u);  // each is two units wide
}

TEST(Lines, BreakBetweenIdeographs) {
  EXPECT_THAT(lines_of("\u6771\u4EAC\u90FD\u5E81", 4), ElementsAre("\u6771\u4EAC", "\u90FD\u5E81"));
}

TEST(Lines, NoBreakSpaceHolds) {
  EXPECT_THAT(lines_of("10\u00A0km more", 6), ElementsAre("10\u00A0km", "more"));
}

TEST(Lines, AddressesBreakOnlyWhereTheDocumentSays) {
  const std::string address = "https://inventory.ds4sscc.eu/multi-stakeholder-governance/developing-multi-stakeholder";
  std::vector<std::uint32_t> offsets;
  document::find_address_breaks(address, offsets);
  ASSERT_FALSE(offsets.empty());
  Page page;
  const Index leaf = page.paragraph("See ");
  std::uint32_t begin = 0;
  for (const std::uint32_t offset : offsets) {
    page.builder.add_text(leaf, address.substr(begin, offset - begin));
    page.builder.add_inline(leaf, InlineKind::wbr);
    begin = offset;
  }
  page.builder.add_text(leaf, address.substr(begin));
  const LaidOut laid(page.document, 288, 320);
  std::string whole;
  std::uint32_t at = 0;
  for (const std::string& line : laid.lines(leaf)) {
    EXPECT_LE(static_cast<float>(line.size()) * character, 288);
    whole += line;
    at = static_cast<std::uint32_t>(whole.size());
    if (whole != "See" && at < address.size() + 3) {
      const auto inside = static_cast<std::uint32_t>(at - (whole.rfind("See ", 0) == 0 ? 4 : 3));
      EXPECT_THAT(offsets, testing::Contains(inside));
    }
  }
  const html::Geometry& geometry = laid.layout.geometry();
  for (const html::LineBreak& line_break : geometry.breaks) {
    const InlineKind kind = page.document.inlines[line_break.inline_node].kind;
    EXPECT_TRUE(line_break.space ? kind == InlineKind::text : kind == InlineKind::wbr);
  }
}

TEST(Lines, WhatStandsBeforeAnAddressBreaksAsElsewhere) {
  Page page;
  const Index leaf = page.paragraph("Base](https://");
  page.builder.add_inline(leaf, InlineKind::wbr);
  page.builder.add_text(leaf, "living-in.");
  page.builder.add_inline(leaf, InlineKind::wbr);
  page.builder.add_text(leaf, "eu/knowledge");
  EXPECT_THAT(LaidOut(page.document, 20 * character, 320).lines(leaf),
              ElementsAre("Base](https://", "living-in.", "eu/knowledge"));
  EXPECT_THAT(LaidOut(page.document, 12 * character, 320).lines(leaf),
              ElementsAre("Base]", "(https://", "living-in.", "eu/knowledge"));
}

TEST(Lines, HardBreaksEndALine) {
  Page page;
  const Index leaf = page.paragraph("one ");
  page.builder.add_inline(leaf, InlineKind::hard_break);
  page.builder.add_text(leaf, " two");
  const LaidOut laid(page.document);
  EXPECT_THAT(laid.lines(leaf), ElementsAre("one", "two"));
  EXPECT_TRUE(laid.layout.geometry().breaks.empty());
}

TEST(Lines, WordsContinueThroughInlines) {
  Page page;
  const Index leaf = page.paragraph("xx un");
  page.builder.add_text_child(page.builder.add_inline(leaf, InlineKind::strong), "break");
  page.builder.add_text(leaf, "able.");
  const LaidOut laid(page.document, 13 * character, 320);
  EXPECT_THAT(laid.lines(leaf), ElementsAre("xx", "unbreakable."));
  std::vector<float> edges;
  for (const Item& item : laid.layout.list().items) {
    if (!edges.empty() && item.baseline > 30) {
      EXPECT_NEAR(item.box.x, item.box.x > 0 ? edges.back() : 0, 0.01);
    }
    edges.push_back(item.box.right());
  }
}

TEST(Lines, HeadingsBalance) {
  Page page;
  const Index leaf = page.heading(2, "A heading whose last line would be short");
  // 26 px bold: 13.65 px per character; all but the last word would fit the first line.
  const LaidOut laid(page.document, 36 * 13.65F, 1280);
  EXPECT_THAT(laid.lines(leaf), ElementsAre("A heading whose last", "line would be short"));
}

TEST(Lines, PinsNameTheSpaceAndFillTheLine) {
  Page page;
  const Index leaf = page.paragraph("one two");
  page.builder.add_inline(leaf, InlineKind::soft_break);
  page.builder.add_text(leaf, "three");
  const float width = 8 * character;
  const LaidOut laid(page.document, width, 320);
  const html::Geometry& geometry = laid.layout.geometry();
  ASSERT_EQ(geometry.breaks.size(), 1u);
  EXPECT_EQ(page.document.inlines[geometry.breaks[0].inline_node].kind, InlineKind::soft_break);
  EXPECT_TRUE(geometry.breaks[0].space);
  EXPECT_NEAR(geometry.breaks[0].fill, width - 7 * character, 0.01);
  EXPECT_EQ(laid.box(leaf).break_count, 1u);
}

TEST(Lines, PinsCountBytesOfTheTextThatStandsForAPicture) {
  for (const bool spaced : {true, false}) {
    Page page;
    const Index leaf = page.paragraph("words ");
    const Index image = page.image(leaf, 0, 0);
    document::Image& picture = page.document.images.back();
    picture.source = {};
    picture.alt = page.document.store(spaced ? "alternative text that wraps" : "alternative-text-that-wraps");
    page.builder.add_text(leaf, " and more words behind it");
    const LaidOut laid(page.document, 18 * character, 320);
    const std::string joint = spaced ? "" : "-";
    EXPECT_THAT(laid.lines(leaf),
                ElementsAre("words alternative" + joint, spaced ? "text that wraps" : "text-that-wraps",
                            "and more words", "behind it"));
    const html::Geometry& geometry = laid.layout.geometry();
    ASSERT_EQ(geometry.breaks.size(), 3u);
    EXPECT_EQ(geometry.breaks[0].inline_node, image);
    EXPECT_EQ(geometry.breaks[0].offset, 12u);
    EXPECT_EQ(geometry.breaks[0].space, spaced);
  }
}

TEST(Lines, PinsCountBytesOfTheInline) {
  Page page;
  page.paragraph("\u00FCber  uns");
  const LaidOut laid(page.document, 5 * character, 320);
  const html::Geometry& geometry = laid.layout.geometry();
  ASSERT_EQ(geometry.breaks.size(), 1u);
  EXPECT_EQ(geometry.breaks[0].offset, 6u);  // after the first of the two spaces
  EXPECT_TRUE(geometry.breaks[0].space);
}

TEST(Lines, CodeKeepsItsSpacesAndWraps) {
  Page page;
  const Index leaf = page.block(page.main, document::BlockKind::code);
  page.document.blocks[leaf].literal = page.document.store("a  b\n\n\tc\nword word word\n");
  // 14 px monospaced: 8.4 px per character; 16 px padding on both sides.
  const LaidOut laid(page.document, 32 + 10 * 8.4F + 1, 320);
  EXPECT_THAT(laid.lines(leaf), ElementsAre("a  b", "c", "word word", "word"));
  EXPECT_EQ(laid.box(leaf).height, 32 + 5 * 24);
  ASSERT_EQ(laid.layout.geometry().breaks.size(), 1u);
  EXPECT_EQ(laid.layout.geometry().breaks[0].offset, 19u);
  float tab = 0;
  for (const Item& item : laid.layout.list().items) {
    tab = item.kind == ItemKind::text && laid.text(item) == "c" ? item.box.x : tab;
  }
  EXPECT_NEAR(tab, 16 + 4 * 8.4F, 0.01);
}

TEST(Lines, PinsOfCodeLeaveRoomForTheSpacesBeforeThem) {
  Page page;
  const Index leaf = page.block(page.main, document::BlockKind::code);
  page.document.blocks[leaf].literal = page.document.store("   wordwordw\n");
  const LaidOut laid(page.document, 32 + 9 * 8.4F, 320);
  EXPECT_THAT(laid.lines(leaf), ElementsAre("wordwordw"));
  ASSERT_EQ(laid.layout.geometry().breaks.size(), 1u);
  EXPECT_NEAR(laid.layout.geometry().breaks[0].fill, 7 * 8.4F, 0.01);
}

}  // namespace
}  // namespace hubglass::layout
