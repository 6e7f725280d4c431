#include "pack/pack.h"

#include "unit/pack/sample.h"

#include <string>

#include <gtest/gtest.h>

namespace hubglass::pack {
namespace {

TEST(Pack, GivesBackWhatWasWritten) {
  const hub::Hub hub = sample_hub();
  const auto texts = sample_texts();
  const auto translations = sample_translations();
  const auto pack = read(write(hub, texts, translations));
  ASSERT_TRUE(pack) << pack.error().message << " at " << pack.error().where;
  EXPECT_EQ(pack->major, major_version);
  EXPECT_EQ(pack->minor, minor_version);
  EXPECT_EQ(pack->page_text(0), texts[0]);
  EXPECT_EQ(pack->page_text(1), texts[1]);
  EXPECT_EQ(pack->page_text(2), "");
  ASSERT_EQ(pack->entries.size(), 3u);
  EXPECT_EQ(pack->entries[1].name, "page/a/Data_Spaces.md");
  EXPECT_EQ(pack->entries[2].name, "page/a/Data_Spaces.fr.md");
  // Writing what was read gives the same bytes only if every member was kept.
  EXPECT_EQ(write(pack->hub, texts, translations), write(hub, texts, translations));
  EXPECT_EQ(pack->hub.title, hub.title);
  EXPECT_EQ(pack->hub.navigation.at(1).children.at(1).href, "mailto:a@b.example");
  EXPECT_EQ(pack->hub.initiatives.at(0).fields.at(0).label, "Web");
  EXPECT_EQ(pack->hub.assets.at(0).width, 640.5f);
  EXPECT_EQ(pack->hub.icons.at("other").height, 448.5f);
  ASSERT_EQ(pack->hub.glossaries.size(), 2u);
  EXPECT_EQ(pack->hub.glossaries[0].page, 0u);
  ASSERT_EQ(pack->hub.glossaries[0].terms.size(), 1u);
  EXPECT_EQ(pack->hub.glossaries[0].terms[0].short_forms, (std::vector<std::string>{"DS", "DSP"}));
  EXPECT_EQ(pack->hub.glossaries[0].terms[0].explanation, "Shared <data>.");
  EXPECT_EQ(pack->hub.labels.at("website").size(), 2u);
}

TEST(Pack, GivesATranslationWhereThereIsOneAndElseTheOriginal) {
  const auto pack = read(write(sample_hub(), sample_texts(), sample_translations()));
  ASSERT_TRUE(pack) << pack.error().message;
  EXPECT_EQ(pack->page_text(1, 1), sample_translations()[1][0]);
  EXPECT_EQ(pack->page_text(0, 1), sample_texts()[0]);
  EXPECT_EQ(pack->page_text(1, 0), sample_texts()[1]);
  EXPECT_EQ(pack->page_text(1, 9), sample_texts()[1]);
}

TEST(Pack, WritesTheSameBytesForTheSameHub) {
  EXPECT_EQ(write(sample_hub(), sample_texts(), sample_translations()),
            write(sample_hub(), sample_texts(), sample_translations()));
}

TEST(Pack, BringsTheNamedEntitiesThatItsPagesUse) {
  const auto pack = read(
      write(sample_hub(), {"One &auml;, `&copy;` and &notone;", "Two &NotEqualTilde; &auml"}, sample_translations()));
  ASSERT_TRUE(pack) << pack.error().message;
  const markdown::Entities expected = {{"&auml;", "ä"}, {"&copy;", "©"}, {"&NotEqualTilde;", "≂̸"}};
  EXPECT_EQ(pack->entities, expected);
}

TEST(Pack, KnowsThatAnEntityIsNoLongText) {
  Parts parts = take_apart(write(sample_hub(), sample_texts(), sample_translations()));
  parts.manifest["entities"]["&auml;"] = "a whole sentence";
  const auto pack = read(put_together(parts));
  ASSERT_FALSE(pack);
  EXPECT_EQ(pack.error().where, "manifest: entities");
}

TEST(Pack, HoldsAnEmptyHub) {
  const auto pack = read(write(hub::Hub{}, {}));
  ASSERT_TRUE(pack) << pack.error().message;
  EXPECT_TRUE(pack->hub.pages.empty());
}

TEST(Pack, LeavesOutLinksThatMayNotBeFollowed) {
  hub::Hub hub = sample_hub();
  hub.initiatives[0].links.push_back({"bad", "javascript:alert(1)"});
  const auto pack = read(write(hub, sample_texts(), sample_translations()));
  ASSERT_TRUE(pack) << pack.error().message;
  EXPECT_EQ(pack->hub.initiatives[0].links.size(), 2u);
}

TEST(Pack, OutlivesAMoveOfItself) {
  auto pack = read(write(sample_hub(), sample_texts(), sample_translations()));
  ASSERT_TRUE(pack);
  const Pack moved = std::move(*pack);
  EXPECT_EQ(moved.page_text(0), sample_texts()[0]);
}

TEST(Pack, ReadsANewerMinorVersionAndSkipsWhatItDoesNotKnow) {
  Parts parts = take_apart(write(sample_hub(), sample_texts(), sample_translations()));
  parts.manifest["hub"]["sound"] = {{"volume", 11}};
  parts.manifest["shards"] = {1, 2, 3};
  const auto pack = read(put_together(parts));
  ASSERT_TRUE(pack) << pack.error().message;
  EXPECT_EQ(pack->hub.pages.size(), 2u);
}

}  // namespace
}  // namespace hubglass::pack
