#include "hub/initiatives.h"
#include "markdown/markdown.h"

#include <gmock/gmock.h>

namespace hubglass::hub {
namespace {

using document::Document;
using testing::ElementsAre;

Document parse(std::string_view text) {
  auto parsed = markdown::parse(text, "page.md");
  EXPECT_TRUE(parsed);
  return parsed ? std::move(parsed->document) : Document{};
}

/// The fields of the first section as "key: text".
std::vector<std::string> fields(std::string_view text) {
  const Document document = parse(text);
  std::vector<std::string> found;
  for (const Section& section : find_sections(document, default_labels())) {
    for (const FieldPieces& field : section.fields)
      found.push_back(field.key + ": " + plain_text(document, field.pieces));
    break;
  }
  return found;
}

TEST(Fields, LabelsComeInManyForms) {
  for (const char* written :
       {"**Short Description:**  \nIt helps.", "**Short Description:** It helps.", "**Short Description**: It helps.",
        "**Short Description:**\nIt helps.", "**Short Description**\n\nIt helps.", "Short Description:  \nIt helps.",
        "Short Description: It helps.", "short  description:\n\nIt helps.", "Short description\n\nIt helps.",
        "__SHORT DESCRIPTION :__ It helps.", "**Short Description: **It helps.",
        "***Short Description:*** It helps."}) {
    EXPECT_THAT(fields(std::string("## A\n\n") + written + "\n"), ElementsAre("short_description: It helps."))
        << written;
  }
}

TEST(Fields, OnlyLabelsStartFields) {
  EXPECT_THAT(fields("## A\n\nShort Description of it follows.\n\nThe Short Description: no.\n"), ElementsAre());
  EXPECT_THAT(fields("## A\n\n**Funding:** much\n\n**Short Description:** x\n\n**Funding:** more\n"),
              ElementsAre("short_description: x\nFunding: more"));
}

TEST(Fields, HoldAllBlocksUntilTheNextLabel) {
  EXPECT_THAT(fields("## A\n\n**Short Description:**  \nOne.\n\nTwo:  \n- a\n- b\n\n**Main contact point:**\n- "
                     "Mail\n\n---\n\n## B\n"),
              ElementsAre("short_description: One.\nTwo:\na\nb", "contact: Mail"));
}

TEST(Fields, LabelsMayBeGluedIntoOneParagraph) {
  EXPECT_THAT(
      fields("## A\n\n**Short Description:** x\ny\n**Webpage / Reference Link:** z\n**Main contact point:**\nq\n"),
      ElementsAre("short_description: x y", "website: z", "contact: q"));
  EXPECT_THAT(fields("## A\n\nBefore.\nShort Description: x\n"), ElementsAre("short_description: x"));
}

TEST(Fields, EmptyOnesStay) {
  EXPECT_THAT(fields("## A\n\n**Short Description:**\n\n**Main contact point:**\n"),
              ElementsAre("short_description: ", "contact: "));
}

TEST(Fields, ConfiguredLabelsCountInAnyLanguage) {
  const Document document = parse("## A\n\n**Überblick:** kurz\n");
  const std::vector<Section> sections = find_sections(document, Labels{{"short_description", {"überblick"}}});
  ASSERT_EQ(sections.size(), 1u);
  ASSERT_EQ(sections[0].fields.size(), 1u);
  EXPECT_EQ(sections[0].fields[0].label, "Überblick");
}

TEST(Sections, BodyIsWhatNoLabelNames) {
  const Document document = parse(
      "# T\n\nIntro\n\n## A\n\n![Logo](l.png)\n\n---\n\nFree text.\n\n**Short Description:** x\n\n## B\n\nAll.\n");
  const std::vector<Section> sections = find_sections(document, default_labels());
  ASSERT_EQ(sections.size(), 2u);
  EXPECT_NE(sections[0].logo_block, none);
  EXPECT_EQ(plain_text(document, sections[0].body), "Logo\nFree text.");
  EXPECT_EQ(plain_text(document, sections[1].body), "All.");
  EXPECT_EQ(sections[1].logo_inline, none);
  EXPECT_FALSE(is_cluster(sections));
}

TEST(Sections, EndAtTheNextHeadingOfTheirLevelOrAbove) {
  const Document document = parse("## A\n\na\n\n### Deeper\n\nb\n\n# Above\n\nc\n\n## D\n\nd\n");
  const std::vector<Section> sections = find_sections(document, default_labels());
  ASSERT_EQ(sections.size(), 2u);
  EXPECT_EQ(plain_text(document, sections[0].body), "a\nDeeper\nb");
  EXPECT_EQ(plain_text(document, sections[1].body), "d");
}

TEST(Sections, TwoLabelsMakeACluster) {
  EXPECT_TRUE(is_cluster(
      find_sections(parse("## A\n\n## B\n\nShort Description: x\n\nMain contact point: y\n"), default_labels())));
  EXPECT_FALSE(is_cluster(
      find_sections(parse("## A\n\nShort Description: x\n\n## B\n\nMain contact point: y\n"), default_labels())));
}

TEST(Initiatives, HaveUniqueIdsAndRoutes) {
  Hub hub;
  hub.labels = default_labels();
  hub.pages.push_back(Page{.source = "c.md", .route = "c/", .title = {}, .description = {}});
  hub.pages.push_back(Page{.source = "c/two.md", .route = "c/two/", .title = {}, .description = {}});
  hub.clusters.push_back(Cluster{.id = "c", .title = "C", .summary = {}, .icon = {}, .page = 0});
  TakenNames taken{.ids = {}, .routes = {"c/", "c/two/"}};
  add_initiatives(hub, taken, 0,
                  parse("## One – long name\n\n**Short Description:** Yes. No.\n\n## One\n\n## Two\n\n## 日本\n\n## "
                        "Some.where (SW)\n"));
  ASSERT_EQ(hub.initiatives.size(), 5u);
  EXPECT_EQ(hub.initiatives[0].id, "one");
  EXPECT_EQ(hub.initiatives[0].name, "One – long name");
  EXPECT_EQ(hub.initiatives[0].route, "c/one/");
  EXPECT_EQ(hub.initiatives[0].summary, "Yes. No.");
  EXPECT_EQ(hub.initiatives[1].id, "one_1");
  EXPECT_EQ(hub.initiatives[2].route, "c/two_1/") << "the page c/two.md has c/two/";
  EXPECT_EQ(hub.initiatives[3].id, "initiative-4");
  EXPECT_THAT(hub.clusters[0].initiatives, ElementsAre(0, 1, 2, 3, 4));
  EXPECT_EQ(hub.initiatives[4].id, "some-where");
}

}  // namespace
}  // namespace hubglass::hub
