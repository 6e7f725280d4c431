#include "hub/native/project.h"
#include "unit/hub/sample_project.h"

#include <gmock/gmock.h>

namespace hubglass::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> hrefs(const hub::Project& project) {
  std::vector<std::string> found;
  for (const hub::NavigationItem& item : project.hub.navigation) found.push_back(item.href);
  return found;
}

/// Address and kind of every link of a page, resolved.
std::vector<std::pair<std::string, document::LinkKind>> links(const hub::Project& project, hub::Index page) {
  hub::HubIndex index = hub::make_index(project.hub);
  index.files = &project.files;
  document::Document document = project.documents[page];
  hub::resolve(document, project.hub, index, page, nullptr);
  std::vector<std::pair<std::string, document::LinkKind>> found;
  for (const document::Link& link : document.links) found.emplace_back(document.view(link.href), link.kind);
  return found;
}

TEST(MkdocsNavigation, EntriesMayBeFilesPathsAndPlacesOnPages) {
  SampleProject sample;
  sample.write("mkdocs.yml",
               "site_name: X\nsite_url: https://x.example/hub/\nnav:\n  - index.md\n  - Handbook: files/hand book.pdf\n"
               "  - Portal: /portal/\n  - Part: a.md#part\n  - Later: generated.md\n  - None:\n      - also-none.md\n"
               "  - files/other.pdf\n");
  sample.write("docs/index.md", "# Start\n");
  sample.write("docs/a.md", "# A\n\n## Part\n");
  sample.write("docs/files/hand book.pdf", "%PDF");
  sample.write("docs/files/other.pdf", "%PDF");
  const hub::Project project = sample.read();
  const std::string all = all_findings(project.diagnostics);
  EXPECT_EQ(count_findings(project.diagnostics, Severity::error, ""), 0u) << all;
  EXPECT_EQ(count_findings(project.diagnostics, Severity::warning, "names the page"), 2u) << all;
  EXPECT_THAT(hrefs(project),
              ElementsAre("", "files/hand%20book.pdf", "https://x.example/portal/", "a/#part", "files/other.pdf"));
  ASSERT_EQ(project.hub.navigation.size(), 5u);
  EXPECT_EQ(project.hub.navigation[4].title, "other.pdf");
  EXPECT_EQ(project.hub.pages[1].title, "A") << "an entry for a part of the page does not name the page";
  const hub::Composed composed = compose_route(project, "a/");
  std::vector<document::LinkKind> kinds;
  for (const document::Link& link : composed.navigation.links) kinds.push_back(link.kind);
  using document::LinkKind;
  EXPECT_THAT(
      kinds, ElementsAre(LinkKind::internal, LinkKind::asset, LinkKind::external, LinkKind::internal, LinkKind::asset));
}

TEST(MkdocsNavigation, WithoutAnAddressAPathLeadsFromTheHostsRoot) {
  SampleProject sample;
  sample.write("mkdocs.yml", "site_name: X\nnav:\n  - index.md\n  - Portal: /portal/\n");
  sample.write("docs/index.md", "# Start\n");
  EXPECT_THAT(hrefs(sample.read()), ElementsAre("", "/portal/"));
  sample.write("mkdocs.yml",
               "site_name: X\nvalidation:\n  nav:\n    absolute_links: relative_to_docs\nnav:\n  - /index.md\n"
               "  - Portal: /portal/\n");
  const hub::Project project = sample.read();
  EXPECT_EQ(project.hub.navigation.size(), 1u);
  EXPECT_EQ(count_findings(project.diagnostics, Severity::warning, "'portal'"), 1u)
      << all_findings(project.diagnostics);
}

TEST(MkdocsProject, FilesAreFoundByTheirOwnAddressAndByThePages) {
  SampleProject sample;
  sample.write("mkdocs.yml", "site_name: X\n");
  sample.write("docs/index.md", "# Start\n\n[a](demo/) [b](<my file.pdf>) [c](schema.json?v=1#/a)\n");
  sample.write("docs/part/page.md",
               "# Page\n\n[d](../../my%20file.pdf) [e](../schema.json)\n\n<img src=\"../../img/a.png\" alt=\"A\">\n"
               "<img src=\"../b.png\" alt=\"B\">\n");
  sample.write("docs/demo/index.html", "<script src=app.js></script>");
  sample.write("docs/demo/app.js", "1");
  sample.write("docs/my file.pdf", "%PDF");
  sample.write("docs/schema.json", "{}");
  sample.write("docs/img/a.png", "png");
  sample.write("docs/part/b.png", "png");
  const hub::Project project = sample.read();
  EXPECT_EQ(count_findings(project.diagnostics, Severity::warning, ""), 0u) << all_findings(project.diagnostics);
  using document::LinkKind;
  using testing::Pair;
  EXPECT_THAT(links(project, 0),
              ElementsAre(Pair("demo/index.html", LinkKind::asset), Pair("my%20file.pdf", LinkKind::asset),
                          Pair("schema.json?v=1#/a", LinkKind::asset)));
  EXPECT_THAT(links(project, 1),
              ElementsAre(Pair("my%20file.pdf", LinkKind::asset), Pair("schema.json", LinkKind::asset)));
  EXPECT_EQ(project.files.size(), 6u);
}

TEST(MkdocsProject, PicturesThatAreNotThereAreWarnedAbout) {
  SampleProject sample;
  sample.write("mkdocs.yml", "site_name: X\ntheme:\n  favicon: none.png\n");
  sample.write("docs/index.md", "# Start\n\n![A tree](tree.png)\n\n<img src=\"{{ logo }}\" alt=\"Logo\">\n");
  const hub::Project project = sample.read();
  EXPECT_EQ(count_findings(project.diagnostics, Severity::error, ""), 0u) << all_findings(project.diagnostics);
  EXPECT_EQ(count_findings(project.diagnostics, Severity::warning, "so the text that stands for it is shown"), 2u)
      << all_findings(project.diagnostics);
  const hub::Composed composed = compose_route(project, "");
  for (const document::Image& image : composed.content.images) EXPECT_TRUE(composed.content.view(image.source).empty());
}

TEST(MkdocsProject, OfTwoPagesWithOneAddressTheLastIsShown) {
  SampleProject sample;
  sample.write("mkdocs.yml", "site_name: X\n");
  sample.write("docs/index.md", "# Start\n");
  sample.write("docs/a.md", "# First\n");
  sample.write("docs/a/index.md", "# Last\n");
  const hub::Project project = sample.read();
  EXPECT_EQ(count_findings(project.diagnostics, Severity::error, ""), 0u) << all_findings(project.diagnostics);
  EXPECT_EQ(count_findings(project.diagnostics, Severity::warning, "a.md"), 1u) << all_findings(project.diagnostics);
  ASSERT_EQ(project.hub.pages.size(), 2u);
  EXPECT_EQ(project.hub.pages[1].title, "Last");
}

TEST(MkdocsProject, WithoutAStartPageItHasOneWithItsTitle) {
  SampleProject sample;
  sample.write("mkdocs.yml", "site_name: \"*X* [1]\"\nnav:\n  - a.md\n");
  sample.write("docs/a.md", "# A\n");
  const hub::Project project = sample.read();
  EXPECT_EQ(count_findings(project.diagnostics, Severity::error, ""), 0u) << all_findings(project.diagnostics);
  EXPECT_TRUE(project.start_page_is_made);
  EXPECT_THAT(headings(compose_route(project, "").content), ElementsAre("1 *X* [1]"));
}

}  // namespace
}  // namespace hubglass::test
