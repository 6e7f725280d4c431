#include "html/mirror.h"
#include "unit/html/mirror_reader.h"
#include "unit/html/sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace hubglass::html {
namespace {

using document::BlockKind;
using document::InlineKind;
using document::LinkKind;
using document::Role;
using testing::ElementsAre;
using testing::HasSubstr;

BlockBox box(float x, float y, float width, float height) {
  BlockBox made;
  made.x = x;
  made.y = y;
  made.width = width;
  made.height = height;
  made.shown = true;
  return made;
}

std::string mirror_of(const Sample& sample, const Geometry* geometry = nullptr) {
  Options options;
  options.geometry = geometry;
  std::vector<std::uint8_t> bytes;
  write_mirror(sample.document, options, bytes);
  return tell_mirror(bytes);
}

TEST(Mirror, BytesAreAsDocumented) {
  Sample sample;
  const auto leaf = sample.paragraph(0, "A b");
  Geometry geometry;
  geometry.boxes = {box(0, 0, 100, 10), box(0, 1, 2, 0.5F)};
  geometry.boxes[leaf].break_count = 1;
  geometry.breaks = {{.inline_node = 0, .offset = 2, .space = true, .fill = 1, .next_indent = 0}};
  Options options;
  options.geometry = &geometry;
  std::vector<std::uint8_t> bytes = {0xEE};
  write_mirror(sample.document, options, bytes);
  const auto p = static_cast<std::uint8_t>(name_index(tag_names, "p"));
  EXPECT_THAT(bytes, ElementsAre(0xEE,                                                           // kept
                                 1, p,                                                           // open
                                 5, 0, 0, 0x80, 0x3F, 0, 0, 0, 0, 0, 0, 0, 0x40, 0, 0, 0, 0x3F,  // box: 1, 0, 2, 0.5
                                 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,                 // its text
                                 3, 1, 0, 0, 0, 'A',                                             // text
                                 6, 0, 0, 0x80, 0x3F, 1, 0, 0, 0, 0,                             // pin
                                 3, 1, 0, 0, 0, 'b',                                             // text
                                 4));                                                            // close
}

TEST(Mirror, TheTextOfAMissingPictureIsPinned) {
  Sample sample;
  const auto leaf = sample.block(0, BlockKind::paragraph);
  const auto image = static_cast<Index>(sample.document.inlines.size());
  sample.image(leaf, "javascript:x", "one two");
  sample.builder.add_text(leaf, " three");
  Geometry geometry;
  geometry.boxes = {box(0, 0, 100, 20), box(0, 0, 100, 20)};
  geometry.boxes[leaf].break_count = 2;
  geometry.breaks = {{.inline_node = image, .offset = 4, .space = true, .fill = 1, .next_indent = 0},
                     {.inline_node = image + 1, .offset = 1, .space = true, .fill = 2, .next_indent = 0}};
  const std::string mirror = mirror_of(sample, &geometry);
  EXPECT_THAT(mirror, HasSubstr("one[1]two"));
  EXPECT_THAT(mirror, HasSubstr("[2]three"));
}

TEST(Mirror, NamesAreOneALineInIndexOrder) {
  EXPECT_EQ(std::count(mirror_tags().begin(), mirror_tags().end(), '\n') + 1, tag_names.size());
  EXPECT_EQ(std::count(mirror_attributes().begin(), mirror_attributes().end(), '\n') + 1, attribute_names.size());
  EXPECT_EQ(mirror_tags().substr(0, 7), "a\nabbr\n");
  EXPECT_NE(mirror_tags().back(), '\n');
}

TEST(Mirror, BoxesCountFromTheSiblingBeforeAndTheParentsLeft) {
  Sample sample;
  const auto outer = sample.block(0, BlockKind::quote);
  const auto left = sample.paragraph(outer, "left");
  const auto right = sample.paragraph(outer, "right");
  const auto below = sample.paragraph(0, "below");
  Geometry geometry;
  geometry.boxes.resize(sample.document.blocks.size());
  geometry.boxes[outer] = box(10, 20, 200, 100);
  geometry.boxes[left] = box(15, 25, 90, 80);
  geometry.boxes[right] = box(115, 25, 90, 60);
  geometry.boxes[below] = box(10, 150, 200, 27);
  EXPECT_EQ(mirror_of(sample, &geometry),
            "<blockquote @20,10,200,100><p @5,5,90,80>left</p><p @-80,105,90,60>right</p></blockquote>"
            "<p @30,10,200,27>below</p>");
}

TEST(Mirror, PinsEndLinesWhereLayoutDid) {
  Sample sample;
  const auto leaf = sample.paragraph(0, "one two  three-four");
  const auto emphasis = sample.builder.add_inline(leaf, InlineKind::emphasis);
  const auto inner = sample.builder.add_text_child(emphasis, "five six");
  const auto soft = sample.builder.add_inline(leaf, InlineKind::soft_break);
  sample.builder.add_text(leaf, "seven");
  const auto gap = sample.builder.add_inline(leaf, InlineKind::wbr);
  sample.builder.add_text(leaf, "eight");
  sample.builder.add_inline(leaf, InlineKind::wbr);
  sample.builder.add_inline(leaf, InlineKind::soft_break);
  sample.builder.add_inline(leaf, InlineKind::hard_break);
  sample.builder.add_text(leaf, "nine");
  Geometry geometry;
  geometry.boxes.resize(sample.document.blocks.size());
  geometry.boxes[leaf] = box(0, 0, 100, 200);
  geometry.boxes[leaf].first_break = 1;
  geometry.boxes[leaf].break_count = 6;
  geometry.breaks = {{},  // another block's
                     {.inline_node = 0, .offset = 4, .space = true, .fill = 11},
                     {.inline_node = 0, .offset = 9, .space = true, .fill = 12, .next_indent = 3},
                     {.inline_node = 0, .offset = 15, .space = false, .fill = 13},
                     {.inline_node = inner, .offset = 5, .space = true, .fill = 14},
                     {.inline_node = soft, .offset = 0, .space = true, .fill = 15},
                     {.inline_node = gap, .offset = 0, .space = false, .fill = 16}};
  EXPECT_EQ(mirror_of(sample, &geometry),
            "<p @0,0,100,200>one[11]two[12>3]three-[13|]four<em>five[14]six</em>[15]seven[16|]eight "
            "<br></br>nine</p>");
}

TEST(Mirror, ALineCanEndBetweenTwoPictures) {
  Sample sample;
  const auto leaf = sample.block(0, BlockKind::paragraph);
  sample.image(leaf, "a.png", "a");
  const auto second = sample.image(leaf, "b.png", "b");
  Geometry geometry;
  geometry.boxes.resize(sample.document.blocks.size());
  geometry.boxes[leaf] = box(0, 0, 100, 200);
  geometry.boxes[leaf].break_count = 1;
  geometry.breaks = {{.inline_node = second, .fill = 7}};
  EXPECT_THAT(mirror_of(sample, &geometry), HasSubstr("</img>[7|]<img crossorigin=\"anonymous\" src=\"b.png\""));
}

TEST(Mirror, LongCodeLinesWrapAndKeepTheirBlanks) {
  Sample sample;
  const auto code = sample.block(0, BlockKind::code);
  sample.document.blocks[code].literal = sample.document.store("one  two\nthree\n");
  Geometry geometry;
  geometry.boxes.resize(sample.document.blocks.size());
  geometry.boxes[code] = box(0, 0, 100, 200);
  geometry.boxes[code].break_count = 2;
  geometry.breaks = {{.offset = 5, .space = true, .fill = 11}, {.offset = 11, .space = false, .fill = 12}};
  EXPECT_EQ(mirror_of(sample, &geometry), "<pre @0,0,100,200><code>one [11]two\nth[12|]ree</code></pre>");
}

TEST(Mirror, BreaksOutsideTheTextDoNoHarm) {
  Sample sample;
  const auto leaf = sample.paragraph(0, "short");
  Geometry geometry;
  geometry.boxes.resize(sample.document.blocks.size());
  geometry.boxes[leaf] = box(0, 0, 100, 200);
  geometry.boxes[leaf].first_break = 0;
  geometry.boxes[leaf].break_count = 99;
  geometry.breaks = {{.inline_node = 0, .offset = 4000, .space = true}};
  EXPECT_EQ(mirror_of(sample, &geometry), "<p @0,0,100,200>short[0]</p>");
  geometry.boxes[leaf].first_break = 7;
  EXPECT_EQ(mirror_of(sample, &geometry), "<p @0,0,100,200>short</p>");
  geometry.boxes.clear();
  EXPECT_EQ(mirror_of(sample, &geometry), "<p>short</p>");
}

TEST(Mirror, WhatLayoutLeftOutHasNoBox) {
  Sample sample;
  const auto details = sample.block(0, BlockKind::group, Role::details);
  const auto summary = sample.paragraph(details, "More", Role::summary);
  sample.paragraph(details, "Hidden");
  const auto after = sample.paragraph(0, "After");
  Geometry geometry;
  geometry.boxes.resize(sample.document.blocks.size());
  geometry.boxes[details] = box(0, 0, 100, 40);
  geometry.boxes[summary] = box(0, 0, 100, 40);
  geometry.boxes[after] = box(0, 64, 100, 27);
  EXPECT_EQ(mirror_of(sample, &geometry),
            "<details class=\"hg-details\" @0,0,100,40><summary class=\"hg-summary\" @0,0,100,40 !3>More</summary>"
            "<p>Hidden</p></details><p @24,0,100,27>After</p>");
}

TEST(Mirror, TablesKeepTheirMeaningAndTheirRowsAreSideBySide) {
  Sample sample;
  const auto table = sample.block(0, BlockKind::table);
  Geometry geometry;
  geometry.boxes.resize(16);
  geometry.boxes[table] = box(0, 10, 200, 60);
  for (const bool header : {true, false}) {
    const float y = header ? 10.0F : 40.0F;
    const auto row = sample.block(table, BlockKind::table_row);
    sample.document.blocks[row].header = header;
    geometry.boxes[row] = box(0, y, 200, 30);
    for (const float x : {0.0F, 100.0F}) {
      const auto cell = sample.block(row, BlockKind::table_cell);
      sample.document.blocks[cell].header = header;
      sample.builder.add_text(cell, "x");
      geometry.boxes[cell] = box(x, y, 100, 30);
    }
  }
  EXPECT_EQ(mirror_of(sample, &geometry),
            "<table role=\"table\" @10,0,200,60>"
            "<thead role=\"rowgroup\" @0,0,200,30><tr role=\"row\" @0,0,200,30>"
            "<th role=\"columnheader\" scope=\"col\" @0,0,100,30>x</th>"
            "<th role=\"columnheader\" scope=\"col\" @-30,100,100,30>x</th></tr></thead>"
            "<tbody role=\"rowgroup\" @0,0,200,30><tr role=\"row\" @0,0,200,30>"
            "<td role=\"cell\" @0,0,100,30>x</td><td role=\"cell\" @-30,100,100,30>x</td></tr></tbody></table>");
}

TEST(Mirror, ElementsNoBlockStandsForLieAroundTheirChildren) {
  Sample sample;
  const auto facts = sample.block(0, BlockKind::group, Role::facts);
  const auto fact = sample.block(facts, BlockKind::group, Role::fact);
  const auto label = sample.paragraph(fact, "Contact", Role::fact_label);
  const auto value = sample.paragraph(fact, "someone");
  Geometry geometry;
  geometry.boxes.resize(sample.document.blocks.size());
  geometry.boxes[facts] = box(0, 100, 300, 90);
  geometry.boxes[fact] = box(16, 116, 268, 58);
  geometry.boxes[label] = box(16, 116, 268, 21);
  geometry.boxes[value] = box(16, 141, 268, 27);
  EXPECT_EQ(mirror_of(sample, &geometry),
            "<aside class=\"hg-facts\" aria-label=\"Facts\" @100,0,300,90><dl @16,16,268,58>"
            "<div class=\"hg-fact\" @0,0,268,58><dt class=\"hg-fact-label\" @0,0,268,21>Contact</dt>"
            "<dd @4,0,268,27><p @0,0,268,27>someone</p></dd></div></dl></aside>");
}

TEST(Mirror, WhatCanBeActivatedNamesItself) {
  Sample sample;
  const auto card =
      sample.block(sample.block(0, BlockKind::bullet_list, Role::card_grid), BlockKind::list_item, Role::card);
  sample.builder.add_link(sample.block(card, BlockKind::paragraph), "a/", LinkKind::internal, "Go");
  const auto button =
      sample.builder.add_inline(sample.block(0, BlockKind::paragraph, Role::control), InlineKind::button);
  sample.document.inlines[button].text = sample.document.store("theme");
  const std::string told = mirror_of(sample);
  EXPECT_THAT(told, HasSubstr("<li class=\"hg-card\" !" + std::to_string(1 + card) + ">"));
  EXPECT_THAT(told, HasSubstr("<a href=\"a/\" !2147483648>Go</a>"));
  EXPECT_THAT(told, HasSubstr("data-action=\"theme\" !" + std::to_string(0x80000000u + button) + ">"));
}

TEST(Mirror, TextNeedsNoEscapingAndSoftBreaksAreSpaces) {
  Sample sample;
  const auto leaf = sample.paragraph(0, "<b>&amp;");
  sample.builder.add_inline(leaf, InlineKind::soft_break);
  sample.builder.add_text(leaf, "next");
  sample.block(0, BlockKind::bullet_list);
  EXPECT_EQ(mirror_of(sample), "<p><b>&amp; next</p><ul role=\"list\"></ul>");
}

}  // namespace
}  // namespace hubglass::html
