#include "hub/native/front_matter.h"
#include "hub/native/project.h"
#include "unit/hub/sample_project.h"

#include <gmock/gmock.h>

#include <cstdlib>

namespace hubglass::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

std::vector<std::string> routes(const hub::Project& project) {
  std::vector<std::string> found;
  for (const hub::Page& page : project.hub.pages) found.push_back(page.route);
  return found;
}

TEST(MkdocsSettings, PagesMayBeFiles) {
  SampleProject sample;
  sample.write("mkdocs.yml", "site_name: X\nuse_directory_urls: false\n");
  sample.write("docs/index.md", "# Start\n\n[a](part/a.md#x) [b](part/a.html)\n");
  sample.write("docs/part/README.md", "# Part\n");
  sample.write("docs/part/a.md", "# A\n\n## X\n\n![B](b.png)\n");
  sample.write("docs/part/b.png", "png");
  const hub::Project project = sample.read();
  EXPECT_EQ(count_findings(project.diagnostics, Severity::warning, ""), 0u) << all_findings(project.diagnostics);
  EXPECT_THAT(routes(project), ElementsAre("", "part/", "part/a.html"));
  const hub::Composed composed = compose_route(project, "part/a.html");
  EXPECT_EQ(composed.target.page, 2u);
  document::Document start = project.documents[0];
  hub::resolve(start, project.hub, 0, nullptr);
  EXPECT_EQ(start.view(start.links[0].href), "part/a.html#x");
  EXPECT_EQ(start.view(start.links[1].href), "part/a.html");
}

TEST(MkdocsSettings, AreInherited) {
  SampleProject sample;
  sample.write("base/mkdocs.yml",
               "INHERIT: ../root.yml\nsite_name: Base\ntheme:\n  name: material\n  language: de\nnav:\n  - a.md\n");
  sample.write("root.yml", "site_description: Root\nexclude_docs: internal.md\nsite_name: Root\n");
  sample.write("mkdocs.yml", "INHERIT: base/mkdocs.yml\nsite_name: Own\ntheme:\n  logo: a.svg\nnav:\n  - index.md\n");
  sample.write("docs/index.md", "# Start\n");
  sample.write("docs/a.svg", "<svg/>");
  sample.write("docs/internal.md", "# Secret\n");
  const hub::Project project = sample.read();
  EXPECT_EQ(count_findings(project.diagnostics, Severity::error, ""), 0u) << all_findings(project.diagnostics);
  EXPECT_EQ(project.hub.title, "Own");
  EXPECT_EQ(project.hub.description, "Root");
  EXPECT_EQ(project.hub.language, "de");
  EXPECT_NE(project.hub.logo, hub::none);
  EXPECT_THAT(routes(project), ElementsAre("")) << "what is inherited hides pages, too";
  EXPECT_EQ(project.hub.navigation.size(), 1u) << "a list is replaced";
}

TEST(MkdocsSettings, AnInheritedFileThatIsNotThereOrHasNoEndIsNamed) {
  SampleProject sample;
  sample.write("docs/index.md", "# Start\n");
  sample.write("mkdocs.yml", "site_name: X\nINHERIT: gone.yml\n");
  auto project = hub::read_project(sample.path());
  ASSERT_FALSE(project);
  EXPECT_THAT(project.error().message, HasSubstr("'gone.yml'"));
  EXPECT_THAT(project.error().where, testing::EndsWith("mkdocs.yml:2"));
  sample.write("mkdocs.yml", "site_name: X\nINHERIT: mkdocs.yml\n");
  project = hub::read_project(sample.path());
  ASSERT_FALSE(project);
  EXPECT_THAT(project.error().message, HasSubstr("without end"));
}

TEST(MkdocsSettings, MayComeFromTheEnvironment) {
  SampleProject sample;
  sample.write("mkdocs.yml",
               "site_name: !ENV [HUBGLASS_TEST_NONE, HUBGLASS_TEST_NAME, Default]\n"
               "site_description: !ENV [HUBGLASS_TEST_NONE, Default]\nsite_url: !ENV HUBGLASS_TEST_NONE\n"
               "exclude_docs: !ENV [HUBGLASS_TEST_HIDDEN, none.md]\n");
  sample.write("docs/index.md", "# Start\n");
  sample.write("docs/a.md", "# A\n");
  ::setenv("HUBGLASS_TEST_NAME", "From outside", 1);
  ::setenv("HUBGLASS_TEST_HIDDEN", "a.md", 1);
  const hub::Project project = sample.read();
  ::unsetenv("HUBGLASS_TEST_NAME");
  ::unsetenv("HUBGLASS_TEST_HIDDEN");
  EXPECT_EQ(project.hub.title, "From outside");
  EXPECT_EQ(project.hub.description, "Default");
  EXPECT_EQ(project.hub.site_url, "");
  EXPECT_EQ(project.hub.pages.size(), 1u);
}

TEST(MkdocsSettings, RedirectsLeadFromOldAddressesToNewOnes) {
  SampleProject sample;
  sample.write(
      "mkdocs.yml",
      "site_name: X\nplugins:\n  - redirects:\n      redirect_maps:\n        old.md: part/new.md#x\n"
      "        older/index.md: https://x.example/?a=b\n        gone.md: nowhere.md\n        a.html: index.md\n");
  sample.write("docs/index.md", "# Start\n");
  sample.write("docs/part/new.md", "# New\n");
  const hub::Project project = sample.read();
  std::vector<std::string> found;
  for (const hub::Redirect& one : project.redirects) found.push_back(one.file + " " + one.href + " " + one.title);
  EXPECT_THAT(found, ElementsAre("old/index.html part/new/#x New",
                                 "older/index.html https://x.example/?a=b https://x.example/?a=b", "a.html  Start"));
  EXPECT_EQ(count_findings(project.diagnostics, Severity::warning, "'nowhere.md'"), 1u);
}

TEST(FrontMatter, IsReadOneWay) {
  SampleProject sample;
  sample.write("mkdocs.yml", "site_name: X\n");
  sample.write("docs/index.md", "---\ntitle: T4\nkey with blanks: 3\n---\n\n# One\n\n[x](none.md)\n");
  sample.write("docs/a.md", "--- \ntitle: A\n---  \n# Two\n");
  sample.write("docs/b.md", "---\n\nA rule, and text of a page.\n\n---\n\n# Three\n");
  sample.write("docs/c.md", "---\ntitle: C\n---");
  const hub::Project project = sample.read();
  const std::string all = all_findings(project.diagnostics);
  ASSERT_EQ(project.hub.pages.size(), 4u);
  EXPECT_EQ(project.hub.pages[0].title, "T4");
  EXPECT_THAT(headings(project.documents[0]), ElementsAre("1 One"));
  EXPECT_THAT(all, HasSubstr("docs/index.md:8:1: warning:")) << "places stay what they are";
  EXPECT_EQ(project.hub.pages[1].title, "A");
  EXPECT_THAT(headings(project.documents[1]), ElementsAre("1 Two"));
  EXPECT_EQ(project.documents[2].blocks[1].kind, document::BlockKind::rule);
  EXPECT_EQ(project.hub.pages[3].title, "C");
  for (const std::string& text : project.page_texts) EXPECT_THAT(text, testing::Not(HasSubstr("title:")));
}

}  // namespace
}  // namespace hubglass::test
