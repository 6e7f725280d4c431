#include "hub/compose.h"
#include "hub/initiatives.h"
#include "markdown/markdown.h"
#include "unit/hub/sample_project.h"

#include <gmock/gmock.h>

namespace hubglass::test {
namespace {

using document::Document;
using document::LinkKind;
using testing::HasSubstr;

hub::Hub sample_hub() {
  hub::Hub hub;
  hub.labels = hub::default_labels();
  const auto page = [&hub](const char* source, const char* route) {
    hub.pages.push_back(hub::Page{.source = source, .route = route, .title = source, .description = {}});
  };
  page("index.md", "");
  page("part/index.md", "part/");
  page("part/my page.md", "part/my page/");
  page("part/Data.md", "part/Data/");
  hub.clusters.push_back(hub::Cluster{
      .id = "data", .title = "Data", .summary = {}, .icon = {}, .page = 3, .accent = 1, .initiatives = {0}});
  hub.pages[3].cluster = 0;
  hub.initiatives.push_back(
      hub::Initiative{.id = "one", .name = "One", .summary = {}, .route = "part/Data/one/", .cluster = 0});
  hub.assets.push_back(hub::Asset{
      .source = "assets/a.png", .file = "assets/a.1234.webp", .width = 400, .height = 200, .transparent = true});
  hub.assets.push_back(hub::Asset{.source = "files/x.pdf", .file = "files/x.pdf"});
  return hub;
}

Document resolved(std::string_view text, hub::Index page, Diagnostics* diagnostics = nullptr) {
  auto parsed = markdown::parse(text, "x.md");
  EXPECT_TRUE(parsed);
  const hub::Hub hub = sample_hub();
  hub::HubIndex index = hub::make_index(hub);
  index.anchors.resize(hub.pages.size());
  Document named;
  for (const char* id : {"heading", "Title"}) {
    named.blocks.emplace_back().id = named.store(id);
  }
  hub::add_anchors(index, 3, named);
  hub::resolve(parsed->document, hub, index, page, diagnostics);
  return std::move(parsed->document);
}

struct LinkCase {
  const char* written;
  LinkKind kind;
  const char* href;
};

TEST(Resolve, LinksLeadWhereAuthorsMean) {
  for (const LinkCase& expected : std::vector<LinkCase>{
           {"Data.md", LinkKind::internal, "part/Data/"},
           {"Data.md#heading", LinkKind::internal, "part/Data/#heading"},
           {"./Data.md?x=1#heading", LinkKind::internal, "part/Data/#heading"},
           {"my%20page.md", LinkKind::internal, "part/my%20page/"},
           {"<my page.md>", LinkKind::internal, "part/my%20page/"},
           {"../index.md", LinkKind::internal, ""},
           {"/part/Data.md", LinkKind::internal, "part/Data/"},
           {"index.md", LinkKind::internal, "part/"},
           {"Data/", LinkKind::internal, "part/Data/"},
           {"Data/one/", LinkKind::internal, "part/Data/one/"},
           {"..", LinkKind::internal, ""},
           {"#here", LinkKind::internal, "part/#here"},
           {"../files/x.pdf", LinkKind::asset, "files/x.pdf"},
           {"https://example.org/?a=b", LinkKind::external, "https://example.org/?a=b"},
           {"mailto:a@example.org", LinkKind::external, "mailto:a@example.org"},
           {"a@example.org", LinkKind::external, "mailto:a@example.org"},
           {"nowhere.md", LinkKind::broken, "nowhere.md"},
           {"../../outside.md", LinkKind::broken, "../../outside.md"},
           {"javascript:alert(1)", LinkKind::broken, "javascript:alert(1)"},
           {"data:text/html,x", LinkKind::broken, "data:text/html,x"},
       }) {
    const Document document = resolved(std::string("[x](") + expected.written + ")", 1);
    ASSERT_EQ(document.links.size(), 1u) << expected.written;
    EXPECT_EQ(document.links[0].kind, expected.kind) << expected.written;
    EXPECT_EQ(document.view(document.links[0].href), expected.href) << expected.written;
  }
}

TEST(Resolve, BareMailAddressesAreMailLinks) {
  const Document document = resolved("Write to support@ds4sscc.eu today.", 1);
  ASSERT_EQ(document.links.size(), 1u);
  EXPECT_EQ(document.links[0].kind, LinkKind::external);
  EXPECT_EQ(document.view(document.links[0].href), "mailto:support@ds4sscc.eu");
}

TEST(Resolve, ImagesGetTheirFileAndSize) {
  const Document document = resolved("![A](../assets/a.png) ![B](../assets/a.png){ width=\"100\" }", 1);
  ASSERT_EQ(document.images.size(), 2u);
  EXPECT_EQ(document.view(document.images[0].source), "assets/a.1234.webp");
  EXPECT_EQ(document.images[0].width, 400);
  EXPECT_EQ(document.images[0].height, 200);
  EXPECT_TRUE(document.images[0].transparent);
  EXPECT_EQ(document.images[1].width, 100);
  EXPECT_EQ(document.images[1].height, 50);
}

TEST(Resolve, FindingsNameLineColumnAndRemedy) {
  Diagnostics found;
  resolved("Text\n\nA [x](data.md) and [y](Data.md#Heading)\n\n![](https://example.org/a.png)\n", 1, &found);
  const std::string all = all_findings(found);
  ASSERT_EQ(found.size(), 4u) << all;
  EXPECT_EQ(found[0].file, "part/index.md");
  EXPECT_EQ(found[0].line, 3u);
  EXPECT_GT(found[0].column, 0u);
  EXPECT_THAT(found[0].message, HasSubstr("written 'part/Data.md'"));
  EXPECT_THAT(found[1].message, HasSubstr("it is written '#heading'"));
  EXPECT_THAT(all, HasSubstr("put a copy"));
  EXPECT_THAT(all, HasSubstr("alternative text"));
}

TEST(Resolve, FindingsSayHowANameIsWritten) {
  Diagnostics found;
  resolved("[x](Data.md#title) [y](../PART/Data.md) [z](../Part/Index.md)", 1, &found);
  const std::string all = all_findings(found);
  EXPECT_THAT(all, HasSubstr("it is written '#Title'"));
  EXPECT_THAT(all, HasSubstr("the page's name is written 'part/Data.md'"));
  EXPECT_THAT(all, HasSubstr("the page's name is written 'part/index.md'"));
}

TEST(Resolve, MissingImagesKeepTheirWords) {
  Diagnostics found;
  const Document document = resolved("![What it shows](no.png)", 1, &found);
  ASSERT_EQ(document.images.size(), 1u);
  EXPECT_TRUE(document.images[0].source.empty());
  EXPECT_EQ(document.view(document.images[0].alt), "What it shows");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].severity, Severity::error);
}

}  // namespace
}  // namespace hubglass::test
