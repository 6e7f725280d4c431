#include "hub/initiatives.h"
#include "hub/strings.h"
#include "hub/writer.h"

#include <gmock/gmock.h>

namespace hubglass::hub {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Names, ShortNameEndsAtDashOrBracket) {
  EXPECT_EQ(short_name("LUMI AI Factory – European AI Infrastructure"), "LUMI AI Factory");
  EXPECT_EQ(short_name("deployAI - AI Deployment Platform"), "deployAI");
  EXPECT_EQ(short_name("Big Data Test Infrastructure (BDTI) – European Commission"), "Big Data Test Infrastructure");
  EXPECT_EQ(short_name("Gaia-X"), "Gaia-X");
}

TEST(Names, MentionsIncludeAcronyms) {
  EXPECT_THAT(mention_names("Big Data Test Infrastructure (BDTI) – European Commission"),
              ElementsAre("Big Data Test Infrastructure", "BDTI"));
  EXPECT_THAT(mention_names("Living-in.EU Community"), ElementsAre("Living-in.EU Community", "Living-in.EU"));
  EXPECT_THAT(mention_names("A Network (of many)"), ElementsAre("A Network"));
}

TEST(Names, MonogramsHaveAtMostTwoLetters) {
  EXPECT_EQ(monogram("LUMI AI Factory – European"), "LA");
  EXPECT_EQ(monogram("FIWARE"), "FI");
  EXPECT_EQ(monogram("Gaia-X"), "GX");
  EXPECT_EQ(monogram("Österreich Zürich"), "ÖZ");
  EXPECT_EQ(monogram(""), "");
}

TEST(Sentences, EndWhereSentencesEnd) {
  EXPECT_EQ(first_sentences("It helps cities (e.g. Ghent) a lot. It is free."),
            "It helps cities (e.g. Ghent) a lot. It is free.");
  const std::string first =
      "This is grant No. 12345, and it pays for a sentence that fills most of the room there is on a card, all in all.";
  EXPECT_EQ(first_sentences(first + " A second sentence that would be too much for the card."), first);
  EXPECT_EQ(first_sentences("One line\nAnother block."), "One line");
  EXPECT_EQ(first_sentences("Version 2.5 of it.\n"), "Version 2.5 of it.");
  EXPECT_EQ(first_sentences(""), "");
}

TEST(Sentences, VeryLongOnesAreCutBetweenWords) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "word" + std::to_string(i) + " ";
  const std::string cut = first_sentences(text);
  EXPECT_LT(cut.size(), 180u);
  EXPECT_TRUE(cut.ends_with("…"));
  EXPECT_TRUE(text.starts_with(cut.substr(0, cut.size() - 3) + " "));
}

Hub hub_of(const std::vector<std::string>& names) {
  Hub hub;
  for (const std::string& name : names) hub.initiatives.push_back(Initiative{.id = {}, .name = name});
  return hub;
}

TEST(Relations, ComeFromWholeWordsOnly) {
  Hub hub = hub_of({"Gaia-X", "SENSE – Belonging", "CU – Citiverses", "Big Data Test Infrastructure (BDTI)"});
  relate_initiatives(hub, {"Works with the bdti? No: BDTI. It makes sense. See https://example.org/gaia-x and focus.",
                           "Uses gaia-x data; CUs and SCU are others, too.", "", "Nothing."});
  EXPECT_THAT(hub.initiatives[0].related, ElementsAre(3, 1));
  EXPECT_THAT(hub.initiatives[1].related, ElementsAre(0));
  EXPECT_THAT(hub.initiatives[2].related, IsEmpty());
  EXPECT_THAT(hub.initiatives[3].related, ElementsAre(0));
}

TEST(Relations, AreAtMostSixAndMutualOnesComeFirst) {
  std::vector<std::string> names = {"Zero One"};
  std::string mentions;
  for (int i = 1; i <= 9; ++i) {
    names.push_back("Other No" + std::to_string(i));
    mentions += names.back() + ", ";
  }
  Hub hub = hub_of(names);
  std::vector<std::string> texts(names.size());
  texts[0] = mentions;
  texts[9] = "We work with Zero One.";
  relate_initiatives(hub, texts);
  EXPECT_THAT(hub.initiatives[0].related, ElementsAre(9, 1, 2, 3, 4, 5));
}

TEST(Strings, FallBackToEnglishAndCount) {
  EXPECT_EQ(strings_for("en-GB").home, "Home");
  EXPECT_EQ(strings_for("tlh").language, "en");
  EXPECT_EQ(initiative_count(strings_for("en"), 1), "1 initiative");
  EXPECT_EQ(initiative_count(strings_for("en"), 3), "3 initiatives");
  EXPECT_EQ(fill("no brace", "x"), "no brace");
}

}  // namespace
}  // namespace hubglass::hub
