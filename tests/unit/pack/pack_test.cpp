#include "html/html.h"
#include "pack/read/read.h"
#include "pack/write/write.h"
#include "unit/pack/sample.h"

#include <gtest/gtest.h>

namespace hubglass::pack {
namespace {

using document::Document;
using document::Index;

/// All of a Document that travels, as text, whatever its indices.
std::string described(const Document& document) {
  std::string text = html::to_html(document, {});
  document::visit_blocks(document, 0, [&](Index index, int depth) {
    const document::Block& block = document.blocks[index];
    for (const std::uint32_t number :
         {static_cast<std::uint32_t>(depth), static_cast<std::uint32_t>(block.kind),
          static_cast<std::uint32_t>(block.role), static_cast<std::uint32_t>(block.level),
          static_cast<std::uint32_t>(block.align), static_cast<std::uint32_t>(block.task), block.tight ? 1u : 0u,
          block.header ? 1u : 0u, block.open ? 1u : 0u, block.start, static_cast<std::uint32_t>(block.accent),
          block.numbered ? 1u : 0u, static_cast<std::uint32_t>(block.column_span)}) {
      text += std::to_string(number) + " ";
    }
    for (const document::Text part :
         {block.id, block.classes, block.literal, block.info, block.variant, block.language, block.marked_lines}) {
      text += std::string(document.view(part)) + "|";
    }
    document::visit_inlines(document, block.first_inline, [&](Index i) {
      const document::Inline& node = document.inlines[i];
      text += "\n" + std::to_string(static_cast<int>(node.kind));
      for (const document::Text part : {node.text, node.text2, node.classes, node.id}) {
        text += "|" + std::string(document.view(part));
      }
      if (node.kind == document::InlineKind::link) {
        const document::Link& link = document.links[node.detail];
        text += "|" + std::string(document.view(link.href)) + std::string(document.view(link.title)) +
                std::string(document.view(link.language)) + std::to_string(static_cast<int>(link.kind)) +
                std::to_string(link.current) + std::to_string(link.button) + std::to_string(link.covers_card) +
                std::to_string(static_cast<int>(link.use));
      } else if (node.kind == document::InlineKind::image) {
        const document::Image& image = document.images[node.detail];
        text += "|" + std::string(document.view(image.source)) + std::string(document.view(image.alt)) +
                std::string(document.view(image.title)) + std::to_string(image.width) + std::to_string(image.height) +
                std::to_string(static_cast<int>(image.align)) + std::to_string(image.transparent) +
                std::to_string(image.decorative) + std::to_string(image.stated_width) +
                std::to_string(static_cast<int>(image.scheme));
      }
    });
    text += "\n";
  });
  return text;
}

TEST(Pack, GivesBackWhatWasWritten) {
  const document::Page page = sample_page();
  const auto read = pack::read(write(page));
  ASSERT_TRUE(read) << read.error().message << " " << read.error().where;
  EXPECT_EQ(read->kind, page.kind);
  EXPECT_EQ(read->route, page.route);
  EXPECT_EQ(read->title, page.title);
  EXPECT_EQ(read->description, page.description);
  EXPECT_EQ(read->hub_title, page.hub_title);
  EXPECT_EQ(read->language, page.language);
  EXPECT_EQ(read->text_language, page.text_language);
  EXPECT_EQ(read->missing, page.missing);
  EXPECT_EQ(read->accent, page.accent);
  EXPECT_EQ(read->languages, page.languages);
  EXPECT_EQ(read->labels, page.labels);
  EXPECT_EQ(read->icons, page.icons);
  EXPECT_EQ(described(read->header), described(page.header));
  EXPECT_EQ(described(read->navigation), described(page.navigation));
  EXPECT_EQ(described(read->content), described(page.content));
  EXPECT_EQ(described(read->contents), described(page.contents));
}

TEST(Pack, LeadsToTheSameHeadings) {
  const auto read = pack::read(write(sample_page()));
  ASSERT_TRUE(read);
  ASSERT_EQ(read->contents.links.size(), 1u);
  const Index heading = read->contents.links[0].heading;
  ASSERT_GE(heading, 1u);
  ASSERT_LE(heading, read->content.blocks.size());
  EXPECT_EQ(read->content.blocks[heading - 1].kind, document::BlockKind::heading);
}

TEST(Pack, WritesTheSameBytesForTheSamePage) {
  EXPECT_EQ(write(sample_page()), write(sample_page()));
}

TEST(Pack, HoldsAnEmptyPage) {
  const auto read = pack::read(write(document::Page{}));
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->content.blocks.size(), 1u);
}

TEST(Pack, StoresATextOnce) {
  document::Page page;
  document::Builder builder(page.content);
  const std::string address = "https://example.org/" + std::string(10'000, 'a');
  for (int i = 0; i < 1000; ++i) {
    builder.add_link(builder.add_block(0, document::BlockKind::paragraph), address, document::LinkKind::external, "x");
  }
  const std::string bytes = write(page);
  EXPECT_LT(bytes.size(), 30'000u);
  const auto read = pack::read(bytes);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->content.view(read->content.links[999].href), address);
}

TEST(Pack, LeavesWhatIsNoLongerPartOfTheTreeBehind) {
  document::Page page;
  document::Builder builder(page.content);
  builder.add_text(builder.add_block(0, document::BlockKind::paragraph), "stays");
  builder.add_text(builder.add_block(0, document::BlockKind::paragraph), "goes");
  page.content.blocks[1].next = document::none;
  EXPECT_EQ(write(page).find("goes"), std::string::npos);
}

}  // namespace
}  // namespace hubglass::pack
