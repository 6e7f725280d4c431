#include "hub/native/project.h"
#include "hub/native/initiatives_json.h"
#include "unit/hub/sample_project.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace hubglass::test {
namespace {

using hub::none;
using testing::ElementsAre;
using testing::HasSubstr;

/// A small MkDocs project with most of what real ones do.
void write_mkdocs(const SampleProject& project) {
  project.write("mkdocs.yml", R"(site_name: Sample
site_url: https://example.org/hub
theme:
  name: material
  language: en
  logo: assets/logo.svg
markdown_extensions:
  - admonition
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:materialx.emoji.twemoji
copyright: Copyright &copy; <a href="https://example.org">Us</a>.
extra:
  homepage: https://example.org/
nav:
  - Welcome: index.md
  - Section:
    - part/index.md
    - Data: part/Data_Spaces.md
    - Outside: https://example.org/x
)");
  project.write("docs/assets/logo.svg", "<svg/>");
  project.write("docs/assets/one.png", "png");
  project.write("docs/index.md", "# Hello\n\nWelcome here.\n\n[Data](part/Data_Spaces.md#one)\n");
  project.write(
      "docs/part/index.md",
      "# Part\n\n<div class=\"grid cards\" markdown>\n\n-   :material-database:{ .lg } __Data__\n\n    Card text.\n\n"
      "    [:octicons-arrow-right-24: View Details](Data_Spaces.md)\n\n</div>\n");
  project.write(
      "docs/part/Data_Spaces.md",
      "Intro.\n\n## One\n\n![Logo of One](../assets/one.png)\n\n**Short Description:** One is first.\n\n"
      "**Webpage / Reference Link:**\n[https://one.example](https://one.example)\n\n## Two\n\nIt follows One.\n");
}

TEST(MkdocsProject, IsReadAsItStands) {
  SampleProject sample;
  write_mkdocs(sample);
  const hub::Project project = sample.read();
  const hub::Hub& hub = project.hub;
  EXPECT_EQ(hub.title, "Sample");
  EXPECT_EQ(hub.site_url, "https://example.org/hub/");
  EXPECT_EQ(hub.copyright, "Copyright © Us.");
  EXPECT_EQ(hub.home_link, "https://example.org/");
  ASSERT_EQ(hub.pages.size(), 3u);
  EXPECT_EQ(hub.pages[0].route, "");
  EXPECT_EQ(hub.pages[0].title, "Welcome");
  EXPECT_EQ(hub.pages[0].description, "Welcome here.");
  EXPECT_EQ(hub.pages[1].route, "part/");
  EXPECT_EQ(hub.pages[2].route, "part/Data_Spaces/");
  ASSERT_EQ(hub.navigation.size(), 2u);
  EXPECT_EQ(hub.navigation[1].title, "Section");
  EXPECT_EQ(hub.navigation[1].page, 1u) << "a section's index is its own page";
  ASSERT_EQ(hub.navigation[1].children.size(), 2u);
  EXPECT_EQ(hub.navigation[1].children[1].href, "https://example.org/x");
  ASSERT_LT(hub.logo, hub.assets.size());
  EXPECT_EQ(hub.assets[hub.logo].source, "assets/logo.svg");
  EXPECT_EQ(count_findings(project.diagnostics, Severity::note, "second time"), 1u)
      << all_findings(project.diagnostics);
  EXPECT_EQ(count_findings(project.diagnostics, Severity::warning, ""), 0u) << all_findings(project.diagnostics);
  EXPECT_EQ(count_findings(project.diagnostics, Severity::error, ""), 0u) << all_findings(project.diagnostics);
}

TEST(MkdocsProject, FindsClustersAndInitiatives) {
  SampleProject sample;
  write_mkdocs(sample);
  const hub::Hub hub = sample.read().hub;
  ASSERT_EQ(hub.clusters.size(), 1u);
  EXPECT_EQ(hub.clusters[0].title, "Data");
  EXPECT_EQ(hub.clusters[0].id, "data");
  EXPECT_EQ(hub.clusters[0].icon, "material-database");
  EXPECT_EQ(hub.clusters[0].summary, "Card text.");
  EXPECT_EQ(hub.clusters[0].accent, 1);
  ASSERT_EQ(hub.initiatives.size(), 2u);
  EXPECT_EQ(hub.initiatives[0].route, "part/Data_Spaces/one/");
  ASSERT_LT(hub.initiatives[0].logo, hub.assets.size());
  EXPECT_EQ(hub.assets[hub.initiatives[0].logo].source, "assets/one.png");
  ASSERT_EQ(hub.initiatives[0].links.size(), 1u);
  EXPECT_EQ(hub.initiatives[0].links[0].href, "https://one.example");
  EXPECT_THAT(hub.initiatives[1].related, ElementsAre(0));
  EXPECT_TRUE(hub.icons.contains("material-database"));
  EXPECT_TRUE(hub.icons.contains("material-menu"));
  EXPECT_EQ(find_route(hub, "/part/Data_Spaces/two/index.html").initiative, 1u);
  EXPECT_TRUE(find_route(hub, "part/data_spaces/").missing()) << "case is kept";
}

TEST(MkdocsProject, InitiativesAreWrittenAsJson) {
  SampleProject sample;
  write_mkdocs(sample);
  const auto json = nlohmann::json::parse(hub::initiatives_json(sample.read().hub));
  ASSERT_EQ(json["initiatives"].size(), 2u);
  const auto& one = json["initiatives"][0];
  EXPECT_EQ(one["id"], "one");
  EXPECT_EQ(one["name"], "One");
  EXPECT_EQ(one["cluster"], "data");
  EXPECT_EQ(one["route"], "part/Data_Spaces/one/");
  EXPECT_EQ(one["fields"]["short_description"], "One is first.");
  EXPECT_EQ(one["links"][0]["href"], "https://one.example");
}

TEST(MkdocsProject, WithoutNavigationTakesFilesInOrder) {
  SampleProject sample;
  sample.write("mkdocs.yml", "site_name: X\n");
  sample.write("docs/zeta.md", "no heading");
  sample.write("docs/index.md", "# Start");
  sample.write("docs/sub_folder/b.md", "# B");
  sample.write("docs/sub_folder/README.md", "# Read me");
  sample.write("docs/.hidden.md", "# no");
  const hub::Project project = sample.read();
  const auto& navigation = project.hub.navigation;
  ASSERT_EQ(navigation.size(), 3u);
  EXPECT_EQ(navigation[0].title, "Start");
  EXPECT_EQ(navigation[1].title, "Zeta");
  EXPECT_EQ(navigation[2].title, "Sub folder");
  EXPECT_EQ(project.hub.pages[navigation[2].page].route, "sub_folder/");
  ASSERT_EQ(navigation[2].children.size(), 1u);
  EXPECT_EQ(navigation[2].children[0].title, "B");
}

TEST(MkdocsProject, NamesEveryProblemNotJustTheFirst) {
  SampleProject sample;
  sample.write("mkdocs.yml",
               "site_name: X\ntheme:\n  logo: no.svg\nnav:\n  - A: a.md\n  - B: missing.md\n  - C: also-missing.md\n  "
               "- D: javascript:x\n");
  sample.write("docs/index.md",
               "# Start\n\n[x](nowhere.md) [y](a.md#none) ![z](no.png) ![](../../secret.png) "
               ":material-nonsense:\n\n[j](javascript:alert(1))\n");
  sample.write("docs/a.md", std::string("# A\n\n\xFF\xFE bad\n"));
  sample.write("docs/big.md", std::string(5u << 20, 'x'));
  std::filesystem::create_symlink("/etc/hostname", sample.path("docs/link.md"));
  const hub::Project project = sample.read();
  const std::string all = all_findings(project.diagnostics);
  EXPECT_EQ(count_findings(project.diagnostics, Severity::warning, "missing.md'"), 2u) << all;
  EXPECT_THAT(all, HasSubstr("mkdocs.yml:6:"));
  EXPECT_THAT(all, HasSubstr("mkdocs.yml:3:"));
  EXPECT_EQ(count_findings(project.diagnostics, Severity::error, "scheme 'javascript'"), 1u) << all;
  EXPECT_EQ(count_findings(project.diagnostics, Severity::error, "docs/a.md"), 1u) << all;
  EXPECT_EQ(count_findings(project.diagnostics, Severity::error, "docs/big.md"), 1u) << all;
  EXPECT_EQ(count_findings(project.diagnostics, Severity::error, "docs/link.md"), 1u) << all;
  EXPECT_EQ(count_findings(project.diagnostics, Severity::warning, "not in the navigation"), 2u) << all;
  EXPECT_EQ(count_findings(project.diagnostics, Severity::warning, "'nowhere.md' leads nowhere"), 1u) << all;
  EXPECT_EQ(count_findings(project.diagnostics, Severity::warning, "'#none'"), 1u) << all;
  EXPECT_EQ(count_findings(project.diagnostics, Severity::warning, "'no.png' does not exist"), 1u) << all;
  EXPECT_EQ(count_findings(project.diagnostics, Severity::warning, "alternative text"), 1u) << all;
  EXPECT_EQ(count_findings(project.diagnostics, Severity::warning, ":material-nonsense:"), 1u) << all;
  EXPECT_EQ(count_findings(project.diagnostics, Severity::warning, "scheme 'javascript'"), 1u) << all;
}

TEST(Project, WithoutConfigurationSaysSo) {
  SampleProject sample;
  const auto project = hub::read_project(sample.path());
  ASSERT_FALSE(project);
  EXPECT_EQ(project.error().code, ErrorCode::project_missing);
  EXPECT_EQ(hub::read_project(sample.path("nowhere")).error().code, ErrorCode::project_missing);
}

TEST(Project, MalformedConfigurationNamesThePlace) {
  SampleProject sample;
  sample.write("hub.json", "{\n  \"title\": \"X\",\n  \"nav\": [,]\n}\n");
  const auto json = hub::read_project(sample.path());
  ASSERT_FALSE(json);
  EXPECT_EQ(json.error().code, ErrorCode::project_malformed);
  EXPECT_THAT(json.error().where, HasSubstr("hub.json:3:11"));

  sample.write("hub.json", "{\"title\": \"X\", \"version\": 1e999}");
  const auto large = hub::read_project(sample.path());
  ASSERT_FALSE(large);
  EXPECT_THAT(large.error().where, HasSubstr("hub.json:1:27"));
  EXPECT_THAT(large.error().message, HasSubstr("too large"));

  SampleProject other;
  other.write("mkdocs.yml", "site_name: X\nnav: [a, b\ntheme: {\n");
  const auto yaml = hub::read_project(other.path());
  ASSERT_FALSE(yaml);
  EXPECT_EQ(yaml.error().code, ErrorCode::project_malformed);
  EXPECT_THAT(yaml.error().where, HasSubstr("mkdocs.yml:"));

  SampleProject empty;
  empty.write("mkdocs.yml", "");
  EXPECT_FALSE(hub::read_project(empty.path()));
  empty.write("hub.json", "[]");
  EXPECT_FALSE(hub::read_project(empty.path()));
}

TEST(HubJsonProject, ReadsItsWholeSchema) {
  SampleProject sample;
  sample.write("hub.json", R"({
  "title": "T", "language": "de", "description": "D", "site_url": "https://example.org", "copyright": "C",
  "licence": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}, "version": "7",
  "home_link": "https://example.org/home",
  "nav": [{"title": "Start", "page": "index.md"}, {"title": "G", "children": [{"title": "Two", "page": "two.md"}]},
          {"title": "Out", "href": "https://example.org/out"}],
  "clusters": [{"id": "second", "title": "Second", "page": "two.md", "icon": "material-earth", "colour": "citiverse"}],
  "labels": {"topics": ["Themen"]},
  "colour_scheme": "x"
})");
  sample.write("index.md", "# S\n");
  sample.write("two.md", "# Two\n\n## A\n\n**Themen:** x, y\n");
  const hub::Project project = sample.read();
  const hub::Hub& hub = project.hub;
  EXPECT_EQ(hub.language, "de");
  EXPECT_EQ(hub.licence.name, "CC BY 4.0");
  EXPECT_EQ(hub.version, "7");
  EXPECT_EQ(hub.home_link, "https://example.org/home");
  ASSERT_EQ(hub.navigation.size(), 3u);
  EXPECT_EQ(hub.navigation[1].children[0].page, 1u);
  ASSERT_EQ(hub.clusters.size(), 1u);
  EXPECT_EQ(hub.clusters[0].id, "second");
  EXPECT_EQ(hub.clusters[0].accent, 4);
  ASSERT_EQ(hub.initiatives.size(), 1u);
  ASSERT_EQ(hub.initiatives[0].fields.size(), 1u);
  EXPECT_EQ(hub.initiatives[0].fields[0].key, "topics");
  EXPECT_EQ(count_findings(project.diagnostics, Severity::note, "colour_scheme"), 1u)
      << all_findings(project.diagnostics);
}

TEST(HubJsonProject, WrongTypesAndNamesAreAllReported) {
  SampleProject sample;
  sample.write("hub.json", R"({
  "title": 5,
  "logo": "no.svg",
  "nav": [{"title": "Start", "page": "index.md"}, {"title": "No", "page": "no.md"}, 7, {"title": "Empty"}],
  "clusters": [{"id": "a", "page": "gone.md"}, {"id": "b"}, {"id": "c", "page": "index.md", "colour": "pink", "icon": "nope"}],
  "labels": {"topics": 3},
  "home_link": "javascript:x"
})");
  sample.write("index.md", "# S\n");
  const hub::Project project = sample.read();
  const std::string all = all_findings(project.diagnostics);
  for (const char* part : {"must be a text", "'no.svg'", "'no.md'", "must be an object", "leads nowhere", "'gone.md'",
                           "no \"page\"", "home_link", "labels of"}) {
    EXPECT_GE(count_findings(project.diagnostics, Severity::error, part), 1u) << part << "\n" << all;
  }
  EXPECT_EQ(count_findings(project.diagnostics, Severity::warning, "pink"), 1u) << all;
  EXPECT_EQ(count_findings(project.diagnostics, Severity::warning, "'nope'"), 1u) << all;
  EXPECT_THAT(all, HasSubstr("hub.json:4:75"));
  EXPECT_EQ(count_findings(project.diagnostics, Severity::error, "no title"), 0u) << "said twice:\n" << all;
}

TEST(Project, AnAddressThatIsNoFolderOnTheWebIsReported) {
  for (const std::string_view address : {"x.example", "ftp://x.example/", "mailto:a@x.example", "httpx://x.example/",
                                         "https:///", "https://x.example/?a", "https://x.example/#a"}) {
    for (const bool json : {true, false}) {
      SampleProject sample;
      const std::string value = "\"" + std::string(address) + "\"";
      sample.write(json ? "hub.json" : "mkdocs.yml", json ? "{\"title\": \"T\",\n \"site_url\": " + value + "}"
                                                          : "site_name: T\nsite_url: " + value + "\n");
      sample.write(json ? "index.md" : "docs/index.md", "# S\n");
      const hub::Project project = sample.read();
      EXPECT_EQ(project.hub.site_url, "") << address;
      const std::string all = all_findings(project.diagnostics);
      EXPECT_EQ(count_findings(project.diagnostics, Severity::error, value), 1U) << all;
      EXPECT_THAT(all, HasSubstr(json ? "hub.json:2:14" : "mkdocs.yml:2:11"));
    }
  }
}

TEST(HubJsonProject, KeysThatStandTwiceAreNoted) {
  SampleProject sample;
  sample.write("hub.json", "{\"title\": \"A\",\n \"licence\": {\"name\": \"x\"},\n \"title\": \"B\"}");
  sample.write("index.md", "# S\n");
  const hub::Project project = sample.read();
  EXPECT_EQ(project.hub.title, "B");
  EXPECT_EQ(count_findings(project.diagnostics, Severity::note, "\"title\" stands twice"), 1u);
  EXPECT_THAT(all_findings(project.diagnostics), HasSubstr("hub.json:3:2"));
}

TEST(Project, FrontMatterNamesPages) {
  SampleProject sample;
  sample.write("mkdocs.yml", "site_name: X\n");
  sample.write("docs/index.md", "---\ntitle: Given title\ndescription: Given words.\n---\n\n# Heading\n\nText.\n");
  const hub::Hub hub = sample.read().hub;
  EXPECT_EQ(hub.pages[0].title, "Given title");
  EXPECT_EQ(hub.pages[0].description, "Given words.");
}

TEST(Project, FrontMatterThatCannotBeReadIsReportedAtItsPlace) {
  SampleProject sample;
  sample.write("mkdocs.yml", "site_name: X\n");
  sample.write("docs/index.md", "---\ndescription: D\ntitle: [a\n---\n\n# Heading\n");
  sample.write("docs/other.md", "---\ndescription: D\ntitle: {a: 1}\n---\n\n# Other\n");
  const hub::Project project = sample.read();
  const std::string all = all_findings(project.diagnostics);
  EXPECT_THAT(all, HasSubstr("docs/index.md:4:1: warning: the front matter is not YAML"));
  EXPECT_THAT(all, HasSubstr("docs/other.md:3:8: warning: the front matter's 'title' is no text"));
  EXPECT_EQ(project.hub.pages[1].title, "Other");
  EXPECT_EQ(project.hub.pages[1].description, "D");
}

TEST(Project, AFileThatIsNoProjectIsRefused) {
  SampleProject sample;
  sample.write("index.md", "# S\n");
  const auto project = hub::read_project(sample.path("index.md"));
  ASSERT_FALSE(project.has_value());
  EXPECT_EQ(project.error().code, ErrorCode::project_missing);
  EXPECT_THAT(project.error().message, HasSubstr("neither a hub.json nor an mkdocs.yml"));
}

TEST(Project, APageThatIsNotUtf8IsToldOnce) {
  SampleProject sample;
  sample.write("mkdocs.yml", "site_name: X\n");
  sample.write("docs/index.md", "# Caf\xE9\n");
  const std::string all = all_findings(sample.read().diagnostics);
  EXPECT_THAT(all, HasSubstr("docs/index.md:1: error: the page is not UTF-8 text. Save the page as UTF-8 text."));
}

}  // namespace
}  // namespace hubglass::test
