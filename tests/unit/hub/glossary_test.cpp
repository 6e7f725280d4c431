#include "hub/glossary.h"
#include "hub/native/initiatives_json.h"
#include "unit/hub/sample_project.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace hubglass::test {
namespace {

using document::Document;
using document::Index;
using document::InlineKind;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view hub_json = R"({
  "title": "Hub",
  "glossary": "glossary.md",
  "nav": [{"page": "index.md"}, {"page": "glossary.md"}]
})";

/// "term: explanation" of each abbreviation of a composed page, in order.
std::vector<std::string> explained(const Document& document) {
  std::vector<std::string> found;
  document::visit_blocks(document, 0, [&](Index block, int) {
    document::visit_inlines(document, document.blocks[block].first_inline, [&](Index i) {
      const document::Inline& node = document.inlines[i];
      if (node.kind != InlineKind::abbreviation) return;
      found.push_back(document::inline_text(document, node.first_child) + ": " +
                      std::string(document.view(node.text2)));
    });
  });
  return found;
}

SampleProject& write_hub(SampleProject& sample, std::string_view glossary, std::string_view page) {
  sample.write("hub.json", hub_json);
  sample.write("glossary.md", glossary);
  sample.write("index.md", page);
  return sample;
}

TEST(Glossary, explains_its_entries_on_every_page) {
  SampleProject sample;
  write_hub(sample,
            "# Glossary\n\nWords.\n\n## Data\n\n### Data space (DS)\n\nPartners who share. They keep control. See "
            "[x](index.md).\n\n### NGSI-LD\n\nAn interface\nfor data.\n\n*[DEP]: Digital Europe Programme\n",
            "# Start\n\nA data space, Data Spaces, two DSs, NGSI-LD, the DEP, but no dataspace.\n");
  const hub::Project project = sample.read();
  EXPECT_EQ(all_findings(project.diagnostics), "");
  EXPECT_THAT(explained(compose_route(project, "").content),
              ElementsAre("data space: Partners who share.", "Data Spaces: Partners who share.",
                          "DSs: Data space: Partners who share.", "NGSI-LD: An interface for data.",
                          "DEP: Digital Europe Programme"));
}

TEST(Glossary, does_not_explain_a_term_in_its_own_entry) {
  SampleProject sample;
  write_hub(sample, "# Words\n\n## AI\n\nAI needs data.\n\n## Data\n\nWhat AI needs is data.\n", "# Start\n");
  const hub::Project project = sample.read();
  EXPECT_THAT(explained(compose_route(project, "glossary/").content),
              ElementsAre("data: What AI needs is data.", "AI: AI needs data."));
}

TEST(Glossary, gives_way_to_what_a_page_says_itself) {
  SampleProject sample;
  write_hub(sample, "# Words\n\n## AI\n\nArtificial.\n\n## EU\n\nEurope.\n",
            "# Start\n\nAI and EU\n\n*[AI]: Avian influenza\n*[EU]: \"\"\n");
  const hub::Project project = sample.read();
  EXPECT_THAT(explained(compose_route(project, "").content), ElementsAre("AI: Avian influenza"));
}

TEST(Glossary, leaves_fields_titles_and_the_list_of_contents_alone) {
  SampleProject sample;
  sample.write("hub.json", R"({"title": "Hub", "glossary": "words.md", "clusters": [{"page": "index.md"}],
    "nav": [{"page": "index.md"}, {"page": "words.md"}]})");
  sample.write("words.md", "# Words\n\n## LDT\n\nA twin.\n\n## Key role\n\nWhat it does.\n");
  const std::string cluster =
      "# The LDT\n\nOn the LDT.\n\n## LDT box\n\n**Short Description:** An LDT for all.\n\n"
      "Key role in the LDT Ecosystem: It has a LDT.\n\n**Webpage / Reference Link:** <https://example.org/LDT>\n";
  sample.write("index.md", cluster);
  const hub::Project with = sample.read();
  sample.write("words.md", "# Words\n\n## Other\n\nA word.\n");
  const hub::Project without = sample.read();
  EXPECT_EQ(hub::initiatives_json(with.hub), hub::initiatives_json(without.hub));
  ASSERT_EQ(with.hub.initiatives.size(), 1u);
  EXPECT_EQ(with.hub.initiatives[0].fields.size(), 3u);
  const hub::Composed page = compose_route(with, "");
  EXPECT_EQ(page.title, "The LDT");
  EXPECT_THAT(explained(page.content), Contains("LDT: A twin.").Times(testing::Ge(3)));
  EXPECT_THAT(explained(page.contents), ElementsAre());
  EXPECT_THAT(headings(page.content), Contains("2 LDT box"));
  EXPECT_EQ(document::plain_text(page.content, 0), document::plain_text(compose_route(without, "").content, 0));
  const hub::Composed initiative = compose_route(with, with.hub.initiatives[0].route);
  EXPECT_THAT(explained(initiative.content), Contains("LDT: A twin."));
}

TEST(Glossary, says_what_is_wrong_and_where) {
  SampleProject sample;
  write_hub(sample, "# Words\n\n## AI\n\n## EU\n\nEurope.\n\n## Union (EU)\n\nThe same.\n", "# Start\n");
  hub::Project project = sample.read();
  const std::string findings = all_findings(project.diagnostics);
  EXPECT_THAT(findings, HasSubstr("glossary.md:3:1: warning: the glossary does not explain 'AI'; write a paragraph"));
  EXPECT_THAT(findings, HasSubstr("glossary.md:9:1: warning: 'EU' is explained on line 5 already"));
  sample.write("glossary.md", "# Words\n\nNone yet.\n");
  EXPECT_EQ(count_findings(sample.read().diagnostics, Severity::warning, "the glossary explains nothing"), 1u);
  sample.write("hub.json", R"({
  "title": "Hub",
  "glossary": "words.md"
})");
  project = sample.read();
  EXPECT_THAT(all_findings(project.diagnostics),
              HasSubstr("hub.json:3:15: error: the glossary 'words.md' is no page of this hub"));
}

void write_mkdocs(const SampleProject& sample, std::string_view snippets) {
  sample.write("mkdocs.yml", "site_name: Hub\nmarkdown_extensions:\n  - abbr\n  - pymdownx.snippets:\n" +
                                 std::string(snippets) + "nav:\n  - index.md\n");
  sample.write("docs/index.md", "# Start\n\nThe MIM.\n");
}

TEST(AppendedAbbreviations, explain_terms_in_an_mkdocs_project) {
  for (const char* snippets : {"      auto_append:\n        - includes/words.md\n",
                               "      auto_append: [words.md]\n      base_path: includes\n",
                               "      base_path: [docs, includes]\n      auto_append: [words.md]\n"}) {
    SampleProject sample;
    write_mkdocs(sample, snippets);
    sample.write("includes/words.md", "*[MIM]: Minimal Interoperability Mechanism\n*[HTML]: Hyper Text\n");
    const hub::Project project = sample.read();
    EXPECT_EQ(count_findings(project.diagnostics, Severity::warning, ""), 0u) << all_findings(project.diagnostics);
    EXPECT_THAT(explained(compose_route(project, "").content), ElementsAre("MIM: Minimal Interoperability Mechanism"))
        << snippets;
  }
}

TEST(AppendedAbbreviations, name_what_is_missing_or_has_no_effect) {
  SampleProject sample;
  write_mkdocs(sample, "      auto_append:\n        - words.md\n        - ../outside.md\n        - more.md\n");
  sample.write("more.md", "*[MIM]: x\n*[EU]:\n\nText.\n\n*[MIM]: y\n");
  const hub::Project project = sample.read();
  const std::string findings = all_findings(project.diagnostics);
  EXPECT_THAT(findings, HasSubstr("mkdocs.yml:6:11: warning: the file 'words.md', which auto_append names, is not in"));
  EXPECT_THAT(findings, HasSubstr("mkdocs.yml:7:11: warning: the file '../outside.md'"));
  EXPECT_THAT(findings, HasSubstr("more.md:2:1: warning: the abbreviation 'EU' is not explained"));
  EXPECT_THAT(findings, HasSubstr("more.md:6:1: warning: the abbreviation 'MIM' is explained differently on line 1"));
  EXPECT_THAT(findings, HasSubstr("more.md:2:1: note: only abbreviations ('*[TERM]: explanation') are taken"));
  EXPECT_THAT(explained(compose_route(project, "").content), ElementsAre("MIM: y"));
}

}  // namespace
}  // namespace hubglass::test
