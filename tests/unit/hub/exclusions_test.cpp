#include "hub/native/project.h"
#include "unit/hub/sample_project.h"

#include <gmock/gmock.h>

#include <filesystem>

namespace hubglass::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> sources(const hub::Project& project) {
  std::vector<std::string> found;
  for (const hub::Page& page : project.hub.pages) found.push_back(page.source);
  return found;
}

std::vector<std::string> assets(const hub::Project& project) {
  std::vector<std::string> found;
  for (const hub::Asset& asset : project.hub.assets) found.push_back(asset.source);
  return found;
}

TEST(Exclusions, WhatIsExcludedIsNeitherPageNorFileNorInTheNavigation) {
  SampleProject sample;
  sample.write("mkdocs.yml",
               "site_name: X\n"
               "exclude_docs: |\n"
               "  # of no concern to readers\n"
               "  internal.md\n"
               "  /private/\n"
               "  *.secret\n"
               "  !open.secret\n"
               "draft_docs: |\n"
               "  later/\n"
               "nav:\n"
               "  - index.md\n"
               "  - Internal: internal.md\n"
               "  - Private:\n"
               "      - private/index.md\n"
               "  - later/next.md\n");
  sample.write("docs/index.md",
               "# Start\n\n[a](internal.md) [b](private/) [c](later/next.md#x) [d](open.secret) [e](key.secret)\n\n"
               "![A plan](private/plan.png)\n");
  sample.write("docs/internal.md", "# The secret word\n");
  sample.write("docs/private/index.md", "# The secret word\n");
  sample.write("docs/private/plan.png", "png");
  sample.write("docs/later/next.md", "# The secret word\n");
  sample.write("docs/open.secret", "open");
  sample.write("docs/key.secret", "the secret word");
  sample.write("docs/templates/x.md", "# The secret word\n");
  sample.write("docs/.obsidian/x.md", "# The secret word\n");
  const hub::Project project = sample.read();
  const std::string all = all_findings(project.diagnostics);
  EXPECT_THAT(sources(project), ElementsAre("index.md"));
  EXPECT_THAT(assets(project), ElementsAre("open.secret"));
  EXPECT_EQ(project.hub.navigation.size(), 1u);
  EXPECT_EQ(count_findings(project.diagnostics, Severity::error, ""), 0u) << all;
  EXPECT_EQ(count_findings(project.diagnostics, Severity::warning, "leads to what is not published"), 4u) << all;
  EXPECT_EQ(count_findings(project.diagnostics, Severity::warning, "'private/plan.png' is excluded"), 1u) << all;
  EXPECT_EQ(count_findings(project.diagnostics, Severity::note, "the navigation names the page"), 3u) << all;
  EXPECT_THAT(all, Not(HasSubstr("no effect")));
  EXPECT_EQ(project.page_texts.size(), 1u);
}

TEST(Exclusions, AFileThatIsTakenBackIsPublished) {
  SampleProject sample;
  sample.write("mkdocs.yml",
               "site_name: X\nexclude_docs: |\n  drafts/\n  !drafts/final.md\n  !.well-known/\n  notes*.md\n");
  sample.write("docs/index.md", "# Start\n\n[x](.well-known/security.txt)\n");
  sample.write("docs/drafts/final.md", "# Final\n");
  sample.write("docs/drafts/first.md", "# First\n");
  sample.write("docs/.well-known/security.txt", "Contact: us");
  sample.write("docs/notes of today.md", "# Notes\n");
  const hub::Project project = sample.read();
  EXPECT_THAT(sources(project), ElementsAre("index.md", "drafts/final.md"));
  EXPECT_THAT(assets(project), ElementsAre(".well-known/security.txt"));
}

TEST(Exclusions, PagesThatNeedNoPlaceInTheNavigationAreNotMissedThere) {
  SampleProject sample;
  sample.write("mkdocs.yml", "site_name: X\nnot_in_nav: |\n  /about/\nnav:\n  - index.md\n");
  sample.write("docs/index.md", "# Start\n");
  sample.write("docs/about/us.md", "# Us\n");
  sample.write("docs/other.md", "# Other\n");
  hub::Project project = sample.read();
  EXPECT_EQ(project.hub.pages.size(), 3u);
  EXPECT_EQ(count_findings(project.diagnostics, Severity::warning, "not in the navigation"), 1u)
      << all_findings(project.diagnostics);
  sample.write("mkdocs.yml", "site_name: X\nnot_in_nav: |\n  /about/\n");
  project = sample.read();
  EXPECT_EQ(project.hub.navigation.size(), 2u) << "a navigation made from the files leaves them out";
}

TEST(Exclusions, ADraftIsNotPublishedHoweverItSaysSo) {
  SampleProject sample;
  sample.write("mkdocs.yml", "site_name: X\nnav:\n  - index.md\n  - a.md\n");
  sample.write("docs/index.md", "---\ndraft: false\n---\n# Start\n\n[a](a.md)\n");
  sample.write("docs/a.md", "---\ndraft: true\n---\n# Secret\n\n![](none.png)\n");
  sample.write("docs/b.md", "---\ntitle: B\ndraft: Yes\n---\n# Secret\n");
  sample.write("docs/c.md", "---\ndraft: \"true\"\n---\n# Secret\n");
  sample.write("docs/d.md", "---\ntitle: [a\ndraft: true # not yet\n---\n# Secret\n");
  sample.write("docs/e.md", "---\r\ndraft: true\r\n---\r\n# Secret\r\n");
  const hub::Project project = sample.read();
  EXPECT_THAT(sources(project), ElementsAre("index.md"));
  EXPECT_EQ(project.hub.navigation.size(), 1u);
  EXPECT_EQ(count_findings(project.diagnostics, Severity::warning, "'a.md' leads to what is not published"), 1u)
      << all_findings(project.diagnostics);
  EXPECT_EQ(count_findings(project.diagnostics, Severity::error, ""), 0u) << all_findings(project.diagnostics);
}

TEST(Exclusions, TranslationsFollowTheirOriginal) {
  SampleProject sample;
  sample.write("hub.json", R"({"title": "X", "languages": [{"code": "de"}]})");
  sample.write("index.md", "# Start\n");
  sample.write("index.de.md", "---\ndraft: true\n---\n# Geheim\n");
  sample.write("a.md", "---\ndraft: true\n---\n# Secret\n");
  sample.write("a.de.md", "# Geheim\n");
  const hub::Project project = sample.read();
  EXPECT_THAT(sources(project), ElementsAre("index.md"));
  EXPECT_THAT(project.hub.languages.at(1).pages, IsEmpty());
  EXPECT_EQ(count_findings(project.diagnostics, Severity::warning, ""), 0u) << all_findings(project.diagnostics);
}

TEST(Exclusions, ThePluginExcludeIsObeyed) {
  SampleProject sample;
  sample.write("mkdocs.yml",
               "site_name: X\nplugins:\n  - search\n  - exclude:\n      glob:\n        - \"internal/*\"\n");
  sample.write("docs/index.md", "# Start\n");
  sample.write("docs/internal/deep/a.md", "# Secret\n");
  EXPECT_THAT(sources(sample.read()), ElementsAre("index.md"));
  sample.write("mkdocs.yml", "site_name: X\nplugins:\n  - exclude:\n      regex: '.*internal.*'\n");
  const hub::Project project = sample.read();
  EXPECT_EQ(count_findings(project.diagnostics, Severity::error, "must not be published"), 1u)
      << all_findings(project.diagnostics);
}

TEST(Exclusions, PatternsThatCannotBeObeyedStopTheBuild) {
  SampleProject sample;
  sample.write("docs/index.md", "# Start\n");
  for (const char* patterns : {"\"a\\\\\"", "{a: b}"}) {
    sample.write("mkdocs.yml", std::string("site_name: X\nexclude_docs: ") + patterns + "\n");
    EXPECT_EQ(count_findings(sample.read().diagnostics, Severity::error, ""), 1u) << patterns;
  }
  sample.write("mkdocs.yml", "site_name: X\nexclude_docs: [a.md, b.md]\n");
  sample.write("docs/b.md", "# B\n");
  EXPECT_THAT(sources(sample.read()), ElementsAre("index.md")) << "a list is understood, too";
}

TEST(Exclusions, ALinkMayLeadAnywhereInTheProject) {
  SampleProject sample;
  sample.write("mkdocs.yml", "site_name: X\n");
  sample.write("CHANGES.md", "# Changes\n");
  sample.write("shared/part.md", "# Part\n");
  sample.write("docs/index.md", "# Start\n");
  std::filesystem::create_symlink("../CHANGES.md", sample.path("docs/changes.md"));
  std::filesystem::create_symlink("../shared", sample.path("docs/shared"));
  std::filesystem::create_symlink(".", sample.path("docs/again"));
  const hub::Project project = sample.read();
  EXPECT_THAT(sources(project), ElementsAre("index.md", "changes.md", "shared/part.md"));
  EXPECT_EQ(count_findings(project.diagnostics, Severity::warning, "is not followed"), 1u)
      << all_findings(project.diagnostics);
}

}  // namespace
}  // namespace hubglass::test
