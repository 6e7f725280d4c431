#include "document/document.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hubglass::document {
namespace {

std::vector<Index> children(const Document& document, Index block) {
  std::vector<Index> result;
  for (Index i = document.blocks[block].first_child; i != none; i = document.blocks[i].next) result.push_back(i);
  return result;
}

TEST(Builder, appends_children_in_order) {
  Document document;
  Builder builder(document);
  const Index list = builder.add_block(0, BlockKind::bullet_list);
  const Index first = builder.add_block(list, BlockKind::list_item);
  const Index paragraph = builder.add_block(0, BlockKind::paragraph);
  const Index second = builder.add_block(list, BlockKind::list_item);
  EXPECT_EQ(children(document, 0), (std::vector<Index>{list, paragraph}));
  EXPECT_EQ(children(document, list), (std::vector<Index>{first, second}));
  EXPECT_EQ(document.blocks[second].parent, list);
}

TEST(Builder, goes_on_in_a_document_that_has_nodes) {
  Document document;
  Index paragraph = none;
  Index strong = none;
  {
    Builder builder(document);
    paragraph = builder.add_block(0, BlockKind::paragraph);
    builder.add_text(paragraph, "one ");
    strong = builder.add_inline(paragraph, InlineKind::strong);
    builder.add_text_child(strong, "two");
    builder.add_block(0, BlockKind::rule);
  }
  Builder builder(document);
  builder.add_text_child(strong, " three");
  builder.add_text(paragraph, " four");
  const Index last = builder.add_block(0, BlockKind::paragraph);
  EXPECT_EQ(plain_text(document, paragraph), "one two three four");
  EXPECT_EQ(children(document, 0).back(), last);
  EXPECT_EQ(children(document, 0).size(), 3u);
}

TEST(Builder, two_builders_may_take_turns) {
  Document document;
  Builder one(document);
  Builder other(document);
  one.add_block(0, BlockKind::rule);
  other.add_block(0, BlockKind::rule);
  one.add_block(0, BlockKind::rule);
  EXPECT_EQ(children(document, 0), (std::vector<Index>{1, 2, 3}));
}

TEST(Builder, copies_a_block_with_all_it_refers_to) {
  Document source;
  {
    Builder builder(source);
    const Index quote = builder.add_block(0, BlockKind::quote);
    const Index paragraph = builder.add_block(quote, BlockKind::paragraph);
    source.blocks[paragraph].id = source.store("here");
    Link& link = builder.add_link(paragraph, "a.md", LinkKind::unresolved, "a link");
    link.title = source.store("its title");
    const Index image = builder.add_inline(paragraph, InlineKind::image);
    source.inlines[image].detail = 0;
    source.images.push_back(Image{.source = source.store("b.png"), .alt = source.store("a drawing"), .width = 40});
    source.blocks[quote].line = 7;
  }
  Document target;
  Builder builder(target);
  builder.add_link(builder.add_block(0, BlockKind::paragraph), "x", LinkKind::external, "x");
  target.images.push_back(Image{});
  const Index copy = builder.copy_block(source, 1, 0);
  EXPECT_EQ(target.blocks[copy].kind, BlockKind::quote);
  EXPECT_EQ(target.blocks[copy].line, 7u);
  EXPECT_EQ(plain_text(target, copy), "a linka drawing");
  const Block& paragraph = target.blocks[target.blocks[copy].first_child];
  EXPECT_EQ(target.view(paragraph.id), "here");
  const Inline& link = target.inlines[paragraph.first_inline];
  EXPECT_EQ(target.view(target.links[link.detail].href), "a.md");
  EXPECT_EQ(target.view(target.links[link.detail].title), "its title");
  const Image& image = target.images[target.inlines[link.next].detail];
  EXPECT_EQ(target.view(image.source), "b.png");
  EXPECT_EQ(image.width, 40.0f);
}

TEST(Builder, copies_within_one_document) {
  Document document;
  Builder builder(document);
  const Index quote = builder.add_block(0, BlockKind::quote);
  for (int i = 0; i < 50; ++i) {
    const Index paragraph = builder.add_block(quote, BlockKind::paragraph);
    builder.add_link(paragraph, "address", LinkKind::external, "label " + std::to_string(i));
  }
  const Index copy = builder.copy_block(document, quote, 0);
  EXPECT_EQ(plain_text(document, copy), plain_text(document, quote));
  EXPECT_EQ(document.links.size(), 100u);
}

TEST(PlainText, reads_as_one_would_hear_it) {
  Document document;
  Builder builder(document);
  const Index heading = builder.add_block(0, BlockKind::heading);
  document.inlines[builder.add_inline(heading, InlineKind::icon)].text = document.store("material-earth");
  builder.add_text(heading, "Title");
  builder.add_inline(heading, InlineKind::soft_break);
  builder.add_text(heading, "goes on");
  builder.add_inline(heading, InlineKind::wbr);
  const Index code = builder.add_block(0, BlockKind::code);
  document.blocks[code].literal = document.store("x = 1\n");
  const Index button = builder.add_inline(builder.add_block(0, BlockKind::paragraph), InlineKind::button);
  document.inlines[button].text2 = document.store("Open the menu");
  EXPECT_EQ(plain_text(document, 0), "Title goes on\nx = 1\nOpen the menu");
  EXPECT_EQ(inline_text(document, document.blocks[heading].first_inline), "Title goes on");
}

}  // namespace
}  // namespace hubglass::document
