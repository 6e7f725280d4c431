#include "cli/site/page_template.h"
#include "cli/site/sitemap.h"
#include "hub/edition.h"
#include "hub/strings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace hubglass::site {
namespace {

using document::BlockKind;
using document::Builder;
using document::Role;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

hub::Hub sample_hub() {
  hub::Hub hub;
  hub.title = "Smart \"Communities\" <Hub>";
  hub.language = "en";
  hub.description = "A hub & more";
  hub.site_url = "https://example.org/hub/";
  for (const char* route : {"", "a/b/"}) {
    hub::Page page;
    page.route = route;
    hub.pages.push_back(page);
  }
  return hub;
}

hub::Composed sample_composed() {
  hub::Composed composed;
  composed.title = "Data </title><script>";
  Builder content(composed.content);
  content.add_text(content.add_block(content.add_block(0, BlockKind::group, Role::main), BlockKind::paragraph),
                   "Words");
  Builder navigation(composed.navigation);
  navigation.add_block(0, BlockKind::group, Role::navigation);
  return composed;
}

PageOptions sample_options() {
  PageOptions options;
  options.route = "a/b/";
  options.css = "assets/page.1.css";
  options.engine = "assets/engine.2.wasm";
  options.pack = "assets/hub.3.hubpack";
  options.icon = "assets/favicon.1a2b.svg";
  return options;
}

TEST(Page, HoldsTheWholeContentAndNamesItsParts) {
  const std::string text = page(sample_hub(), sample_composed(), sample_options());
  EXPECT_EQ(text.substr(0, 32), "<!doctype html>\n<html lang=\"en\">");
  EXPECT_THAT(text, HasSubstr("<hub-glass mode=\"page\" src=\"../../\" route=\"a/b/\" pack=\"assets/hub.3.hubpack\" "
                              "engine=\"assets/engine.2.wasm\" styles=\"assets/page.1.css\">"));
  EXPECT_THAT(text, HasSubstr("<div class=\"hg-region-content\">\n<main id=\"hg-main\" tabindex=\"-1\" "
                              "class=\"hg-main\">\n<p>Words</p>"));
  EXPECT_THAT(text, HasSubstr("<a class=\"hg-skip\" href=\"#hg-main\">"));
  EXPECT_THAT(text, HasSubstr("<link rel=\"stylesheet\" href=\"../../assets/page.1.css\">"));
  EXPECT_THAT(text, HasSubstr("<link rel=\"icon\" type=\"image/svg+xml\" href=\"../../assets/favicon.1a2b.svg\">"));
  EXPECT_THAT(text, HasSubstr("<script type=\"module\" src=\"../../hub-glass.js\"></script>"));
  EXPECT_THAT(text, HasSubstr("<link rel=\"canonical\" href=\"https://example.org/hub/a/b/\">"));
}

TEST(Page, EscapesWhatTheHubSays) {
  const std::string text = page(sample_hub(), sample_composed(), sample_options());
  EXPECT_THAT(
      text, HasSubstr("<title>Data &lt;/title&gt;&lt;script&gt; – Smart &quot;Communities&quot; &lt;Hub&gt;</title>"));
  EXPECT_THAT(text, HasSubstr("<meta name=\"description\" content=\"A hub &amp; more\">"));
}

/// The start tags of a page, without what lies between them.
std::vector<std::string> start_tags(std::string_view text) {
  std::vector<std::string> tags;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    if (text.substr(at, 2) != "</") {
      tags.emplace_back(text.substr(at, text.find('>', at) - at));
    }
  }
  return tags;
}

TEST(Page, HasNoInlineScriptOrStyle) {
  const std::string text = page(sample_hub(), sample_composed(), sample_options());
  const std::vector<std::string> tags = start_tags(text);
  EXPECT_THAT(tags, testing::Each(Not(testing::AnyOf(HasSubstr("<style"), HasSubstr(" style="), HasSubstr(" on")))));
  // One is a file's, the other is data that no browser runs.
  EXPECT_THAT(tags, testing::Contains(testing::StartsWith("<script")).Times(2));
  EXPECT_THAT(tags, testing::Contains("<script type=\"application/ld+json\"").Times(1));
  const std::size_t script = text.find("<script type=\"module\"");
  const std::size_t end = text.find('>', script);
  EXPECT_THAT(text.substr(script, end - script), HasSubstr(" src="));
  EXPECT_EQ(text.substr(end + 1, 9), "</script>");
}

TEST(Page, OfAMissingRouteStandsAtAnyDepth) {
  PageOptions options = sample_options();
  options.missing = true;
  hub::Hub hub = sample_hub();
  std::string text = page(hub, sample_composed(), options);
  EXPECT_THAT(text, HasSubstr("src=\"/hub/\""));
  EXPECT_THAT(text, HasSubstr("<meta name=\"robots\" content=\"noindex\">"));
  EXPECT_THAT(text, Not(HasSubstr("canonical")));
  hub.site_url.clear();
  text = page(hub, sample_composed(), options);
  EXPECT_THAT(text, HasSubstr("href=\"/assets/page.1.css\""));
}

/// A hub in two languages whose second page is translated.
hub::Hub hub_of_two_languages() {
  hub::Hub hub = sample_hub();
  hub.languages = {{.code = "en", .name = "English"},
                   {.code = "de", .name = "Deutsch", .pages = {{1, "a/b.de.md", "Daten", ""}}}};
  return hub;
}

TEST(Page, NamesTheLanguagesItIsIn) {
  const hub::Hub german = hub::make_edition(hub_of_two_languages(), 1);
  hub::Composed composed = sample_composed();
  composed.labels = hub::labels_in("de");
  composed.target.page = 1;
  PageOptions options = sample_options();
  options.route = "de/a/b/";
  std::string text = page(german, composed, options);
  EXPECT_THAT(text, HasSubstr("<html lang=\"de\">"));
  EXPECT_THAT(text, HasSubstr(">Zum Inhalt springen</a>"));
  EXPECT_THAT(text, HasSubstr("<link rel=\"canonical\" href=\"https://example.org/hub/de/a/b/\">"));
  for (const char* link : {"hreflang=\"en\" href=\"https://example.org/hub/a/b/\"",
                           "hreflang=\"de\" href=\"https://example.org/hub/de/a/b/\"",
                           "hreflang=\"x-default\" href=\"https://example.org/hub/a/b/\""}) {
    EXPECT_THAT(text, HasSubstr(std::string("<link rel=\"alternate\" ") + link + ">"));
  }
  hub::Hub somewhere = german;
  somewhere.site_url.clear();
  text = page(somewhere, composed, options);
  EXPECT_THAT(text, HasSubstr("<link rel=\"alternate\" hreflang=\"en\" href=\"../../../a/b/\">"));
  EXPECT_THAT(text, HasSubstr("<link rel=\"alternate\" hreflang=\"de\" href=\"../../../de/a/b/\">"));
}

TEST(Page, WithoutATranslationIsTheOriginalsOnceMore) {
  const hub::Hub german = hub::make_edition(hub_of_two_languages(), 1);
  hub::Composed composed = sample_composed();
  composed.target.page = 0;
  PageOptions options = sample_options();
  options.route = "de/";
  const std::string text = page(german, composed, options);
  EXPECT_THAT(text, HasSubstr("<html lang=\"de\">"));
  EXPECT_THAT(text, HasSubstr("<link rel=\"canonical\" href=\"https://example.org/hub/\">"));
  EXPECT_THAT(text, Not(HasSubstr("hreflang")));
}

TEST(Page, OfOneLanguageNamesNoOthers) {
  EXPECT_THAT(page(sample_hub(), sample_composed(), sample_options()), Not(HasSubstr("hreflang")));
}

TEST(Sitemap, ListsTranslationsAndNoUntranslatedPages) {
  const auto files = sitemap(hub_of_two_languages());
  ASSERT_THAT(files, SizeIs(1));
  EXPECT_THAT(files[0].text, HasSubstr("<loc>https://example.org/hub/de/a/b/</loc>"));
  EXPECT_THAT(files[0].text, Not(HasSubstr("<loc>https://example.org/hub/de/</loc>")));
}

TEST(Page, BasesOfRoutesAndSites) {
  EXPECT_EQ(base_of_route(""), "");
  EXPECT_EQ(base_of_route("a/b/"), "../../");
  EXPECT_EQ(base_of_route("what?/"), "../");
  EXPECT_EQ(base_of_site(""), "/");
  EXPECT_EQ(base_of_site("https://example.org"), "/");
  EXPECT_EQ(base_of_site("https://example.org/a b/hub"), "/a%20b/hub/");
  EXPECT_EQ(base_of_site("https://example.org//evil.example/"), "/evil.example/");
}

TEST(Sitemap, ListsEveryRouteOnceTheSiteIsKnown) {
  hub::Hub hub = sample_hub();
  hub.pages[1].route = "a&b?c/";
  const auto files = sitemap(hub);
  ASSERT_THAT(files, SizeIs(1));
  EXPECT_EQ(files[0].name, "sitemap.xml");
  EXPECT_EQ(files[0].text,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
            "<url><loc>https://example.org/hub/</loc></url>\n"
            "<url><loc>https://example.org/hub/a&amp;b%3Fc/</loc></url>\n</urlset>\n");
  hub.site_url.clear();
  EXPECT_TRUE(sitemap(hub).empty());
}

TEST(Sitemap, SplitsBeyondTheLimit) {
  const auto files = sitemap(sample_hub(), 1);
  ASSERT_THAT(files, SizeIs(3));
  EXPECT_THAT(files[0].text, HasSubstr("<sitemap><loc>https://example.org/hub/sitemap-2.xml</loc></sitemap>"));
  EXPECT_THAT(files[2].text, HasSubstr("<url><loc>https://example.org/hub/a/b/</loc></url>"));
}

}  // namespace
}  // namespace hubglass::site
