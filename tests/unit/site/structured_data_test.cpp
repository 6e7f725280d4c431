#include "cli/site/structured_data.h"

#include "cli/site/page_template.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

namespace hubglass::site {
namespace {

using document::BlockKind;
using document::Builder;
using document::InlineKind;
using document::LinkKind;
using document::Role;
using testing::HasSubstr;
using testing::Not;

constexpr const char* hostile = "</script><script>alert(1)</script><!-- & \"x\"";

hub::Hub sample_hub() {
  hub::Hub hub;
  hub.title = "Hub";
  hub.site_url = "https://example.org/hub/";
  hub.licence = {"Evil", "javascript:alert(1)"};
  hub.assets.push_back({"small.png", "assets/small.1.webp", 100, 100, false});
  hub.assets.push_back({"drawing.svg", "assets/drawing.2.svg", 900, 900, true});
  hub.assets.push_back({"photo.png", "assets/photo.3.webp", 800, 600, false});
  for (const char* route : {"", "data/"}) {
    hub::Page page;
    page.route = route;
    hub.pages.push_back(page);
  }
  hub.pages[1].cluster = 0;
  hub.clusters.push_back({.id = "data", .title = "Data", .page = 1, .initiatives = {0}});
  hub::Initiative initiative;
  initiative.name = hostile;
  initiative.summary = "What it does.";
  initiative.route = "data/one/";
  initiative.cluster = 0;
  initiative.fields = {{"website", "Webpage", "See here"}};
  initiative.links = {{"other", "https://other.example/"}, {"here", "https://one.example/"}};
  hub.initiatives.push_back(initiative);
  return hub;
}

void add_image(hub::Composed& composed, std::string_view file, std::string_view alt) {
  Builder content(composed.content);
  const auto block = content.add_block(0, BlockKind::paragraph, Role::figure);
  const auto image = content.add_inline(block, InlineKind::image);
  composed.content.inlines[image].detail = static_cast<document::Index>(composed.content.images.size());
  document::Image data;
  data.source = composed.content.store(file);
  data.alt = composed.content.store(alt);
  composed.content.images.push_back(data);
}

hub::Composed initiative_page() {
  hub::Composed composed;
  composed.target = {1, 0};
  composed.title = hostile;
  Builder content(composed.content);
  const auto list = content.add_block(content.add_block(0, BlockKind::group, Role::breadcrumb), BlockKind::bullet_list);
  for (const auto& [route, title] : {std::pair{"", "Home"}, std::pair{"data/", "Data"}}) {
    const auto item = content.add_block(list, BlockKind::list_item);
    content.add_link(content.add_block(item, BlockKind::paragraph), route, LinkKind::internal, title);
  }
  return composed;
}

nlohmann::json graph_of(const std::string& text) {
  return nlohmann::json::parse(text).at("@graph");
}

nlohmann::json node(const nlohmann::json& graph, std::string_view type) {
  for (const auto& one : graph) {
    if (one.at("@type") == type) return one;
  }
  ADD_FAILURE() << "no " << type << " in " << graph.dump(1);
  return {};
}

TEST(StructuredData, SaysWhatAnInitiativeIsAndWhereItStands) {
  const auto graph = graph_of(structured_data(sample_hub(), initiative_page(), "https://example.org/hub/data/one/",
                                              "https://example.org/hub/"));
  EXPECT_EQ(node(graph, "WebSite").at("url"), "https://example.org/hub/");
  EXPECT_FALSE(node(graph, "WebSite").contains("license"));
  const auto project = node(graph, "Project");
  EXPECT_EQ(project.at("name"), hostile);
  EXPECT_EQ(project.at("url"), "https://one.example/");
  const auto way = node(graph, "BreadcrumbList").at("itemListElement");
  ASSERT_EQ(way.size(), 3u);
  EXPECT_EQ(way[0].at("item"), "https://example.org/hub/");
  EXPECT_EQ(way[1].at("name"), "Data");
  EXPECT_EQ(way[1].at("item"), "https://example.org/hub/data/");
  EXPECT_EQ(way[2].at("position"), 3);
  EXPECT_EQ(way[2].at("item"), "https://example.org/hub/data/one/");
}

TEST(StructuredData, ListsTheInitiativesOfACluster) {
  hub::Composed composed;
  composed.target = {1, hub::none};
  const auto graph = graph_of(structured_data(sample_hub(), composed, "./data/", "../"));
  const auto items = node(graph, "CollectionPage").at("mainEntity").at("itemListElement");
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(items[0].at("url"), "../data/one/");
  EXPECT_EQ(node(graph, "WebSite").at("url"), "../");
}

TEST(StructuredData, CannotEndItsScriptElement) {
  const std::string text = structured_data(sample_hub(), initiative_page(), "./", "../../");
  EXPECT_THAT(text, Not(testing::AnyOf(HasSubstr("<"), HasSubstr(">"), HasSubstr("&"))));
  PageOptions options;
  options.route = "data/one/";
  const std::string whole = page(sample_hub(), initiative_page(), options);
  EXPECT_THAT(whole, HasSubstr("<script type=\"application/ld+json\">{\"@context\""));
  EXPECT_THAT(whole, Not(HasSubstr("<script>")));
}

TEST(StructuredData, SharesTheFirstPictureThatOtherSitesShow) {
  hub::Composed composed;
  composed.target = {0, hub::none};
  add_image(composed, "assets/small.1.webp", "small");
  add_image(composed, "assets/drawing.2.svg", "drawing");
  EXPECT_EQ(share_picture(sample_hub(), composed).file, "");
  add_image(composed, "assets/photo.3.webp", "A \"town\" hall");
  PageOptions options;
  const std::string text = page(sample_hub(), composed, options);
  EXPECT_THAT(text, HasSubstr("<meta property=\"og:image\" content=\"https://example.org/hub/assets/photo.3.webp\">"));
  EXPECT_THAT(text, HasSubstr("<meta property=\"og:image:width\" content=\"800\">"));
  EXPECT_THAT(text, HasSubstr("<meta property=\"og:image:height\" content=\"600\">"));
  EXPECT_THAT(text, HasSubstr("<meta property=\"og:image:alt\" content=\"A &quot;town&quot; hall\">"));
}

TEST(StructuredData, WithoutASiteAddressNothingAbsoluteIsSaid) {
  hub::Hub hub = sample_hub();
  hub.site_url.clear();
  hub::Composed composed;
  composed.target = {0, hub::none};
  add_image(composed, "assets/photo.3.webp", "Town hall");
  const std::string text = page(hub, composed, PageOptions{});
  EXPECT_THAT(text, HasSubstr("og:title"));
  EXPECT_THAT(text, Not(HasSubstr("og:image")));
  EXPECT_THAT(text, Not(HasSubstr("canonical")));
  EXPECT_THAT(text, HasSubstr("\"url\":\"./\""));
}

}  // namespace
}  // namespace hubglass::site
