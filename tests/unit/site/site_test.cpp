#include "cli/site/site.h"

#include "cli/site/kiosk_settings.h"

#include "cli/site/files.h"
#include "cli/site/host_rules.h"
#include "cli/site/page_template.h"
#include "document/pictures.h"
#include "html/html.h"
#include "hub/native/project.h"
#include "pack/read/read.h"
#include "unit/site/samples.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace hubglass::site {
namespace {

namespace fs = std::filesystem;

Rgba stripes(int x, int y) {
  return (x + y) / 20 % 2 == 0 ? Rgba{20, 90, 160, 255} : Rgba{240, 240, 240, 255};
}

constexpr std::string_view configuration = R"({
  "title": "Small hub",
  "description": "A hub for tests.",
  "site_url": "https://hub.example/small/",
  "logo": "assets/logo.svg",
  "favicon": "assets/icon.png",
  "nav": [{ "title": "Home", "page": "index.md" }, { "title": "Data", "page": "data.md" }],
  "clusters": [{ "id": "data", "title": "Data", "page": "data.md", "icon": "material-database" }]
})";
constexpr std::string_view home =
    "# Small hub\n\nSee [data](data.md) and [a leaflet](assets/leaflet.pdf).\n\n![Stripes](assets/Wide.PNG)\n";
constexpr std::string_view data =
    "# Data\n\nIntro.\n\n## First\n\nShort Description: One.\n\n## Second\n\nShort Description: Two.\n";

class SiteTest : public testing::Test {
 protected:
  void SetUp() override {
    put_file(project() / "hub.json", configuration);
    put_file(project() / "index.md", home);
    put_file(project() / "data.md", data);
    put_file(project() / "assets/logo.svg",
             "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><path d='M0 0h9'/></svg>");
    put_file(project() / "assets/icon.png", make_png(64, 64, stripes));
    put_file(project() / "assets/Wide.PNG", make_png(2000, 400, stripes));
    put_file(project() / "assets/leaflet.pdf", "%PDF-1.4 not really");
    put_file(engine() / "hub-glass.js", "export {};\n");
    put_file(engine() / "hubglass-engine.wasm", std::string("\0asm\1\0\0\0", 8));
  }

  [[nodiscard]] fs::path project() const { return folder_.path() / "project"; }
  [[nodiscard]] fs::path engine() const { return folder_.path() / "engine"; }
  [[nodiscard]] fs::path cache() const { return folder_.path() / "cache"; }
  [[nodiscard]] fs::path output() const { return folder_.path() / "dist"; }

  Result<SiteReport> build(const fs::path& output, bool use_cache = true) {
    return build(project(), output, use_cache, true);
  }
  Result<SiteReport> build(const fs::path& source, const fs::path& output, bool use_cache, bool compress) {
    diagnostics_.clear();
    auto read = hub::read_project(source.string());
    if (!read) {
      return tl::unexpected<Error>(read.error());
    }
    diagnostics_ = read->diagnostics;
    SiteOptions options;
    options.output = output;
    options.engine = engine();
    options.cache = cache();
    options.use_cache = use_cache;
    options.compress = compress;
    auto report = write_site(*read, options, diagnostics_);
    hub_ = read->hub;
    return report;
  }
  [[nodiscard]] std::string errors() const {
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics_) {
      text += diagnostic.severity == Severity::error ? format(diagnostic) + "\n" : "";
    }
    return text;
  }

  TemporaryFolder folder_;
  Diagnostics diagnostics_;
  hub::Hub hub_;
};

std::string only_file(const std::map<std::string, std::string>& files, std::string_view begin, std::string_view end) {
  std::string found;
  for (const auto& [name, bytes] : files) {
    if (name.starts_with(begin) && name.ends_with(end)) {
      EXPECT_EQ(found, "") << "also " << name;
      found = name;
    }
  }
  EXPECT_NE(found, "") << begin << "*" << end;
  return found;
}

TEST_F(SiteTest, NamesWhoseWorkItCarries) {
  put_file(engine() / "notices.json",
           R"([{"for": "all", "text": "Hubglass\n"}, {"for": "engine", "text": "ImGui\n"},
               {"for": "kiosk", "text": "Workbox\n"}, {"for": "icons", "icons": "material-", "text": "Material\n"},
               {"for": "icons", "icons": "fontawesome-", "text": "Font Awesome\n"}])");
  auto report = build(output());
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_EQ(all_files(output()).at("THIRD_PARTY_NOTICES.txt"), "Hubglass\nImGui\nMaterial\n");
  EXPECT_FALSE(all_files(output()).contains("notices.json"));

  put_file(project() / "data.md", "# Data\n\n:fontawesome-brands-github: Here.\n");
  put_file(engine() / "hub-glass-kiosk.1.js", "export {};\n");
  report = build(output());
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_EQ(all_files(output()).at("THIRD_PARTY_NOTICES.txt"), "Hubglass\nImGui\nWorkbox\nMaterial\nFont Awesome\n");

  put_file(engine() / "notices.json", "[{");
  report = build(output());
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::engine_missing);
}

TEST_F(SiteTest, EveryPageNamesAnIconAlsoOfAHubThatHasNone) {
  std::string without(configuration);
  for (const std::string_view line : {"  \"logo\": \"assets/logo.svg\",\n", "  \"favicon\": \"assets/icon.png\",\n"}) {
    without.erase(without.find(line), line.size());
  }
  put_file(project() / "hub.json", without);
  ASSERT_TRUE(build(output()));
  const auto files = all_files(output());
  const std::string icon = only_file(files, "assets/icon.", ".svg");
  EXPECT_NE(files.at(icon).find("xmlns=\"http://www.w3.org/2000/svg\""), std::string::npos);
  std::size_t pages = 0;
  for (const auto& [name, bytes] : files) {
    if (name.ends_with(".html") && bytes.find("<head>") != std::string::npos) {
      ++pages;
      EXPECT_NE(bytes.find("rel=\"icon\""), std::string::npos) << name;
      EXPECT_NE(bytes.find(icon), std::string::npos) << name;
    }
  }
  EXPECT_GE(pages, 5u);
}

TEST_F(SiteTest, HoldsAllThatAStaticHostNeeds) {
  const auto report = build(output());
  ASSERT_TRUE(report) << report.error().message;
  ASSERT_TRUE(report->written) << errors();
  const auto files = all_files(output());
  for (const char* name :
       {"index.html", "index.hubpack", "data/index.html", "data/index.hubpack", "data/first/index.html",
        "data/first/index.hubpack", "data/second/index.html", "404.html", "404.hubpack", "sitemap.xml", "robots.txt",
        "_headers", "hub-glass.js", "data/initiatives.json"}) {
    EXPECT_TRUE(files.contains(name)) << name;
  }
  EXPECT_EQ(report->routes, 4u);
  EXPECT_EQ(report->files, files.size());
  const std::string engine = only_file(files, "assets/hubglass-engine.", ".wasm");
  const std::string image = only_file(files, "assets/Wide.", ".2x.webp");
  const std::string plain_image = only_file(files, "assets/Wide.", ".1x.webp");
  EXPECT_EQ(plain_image, document::plain_picture(image));
  only_file(files, "assets/leaflet.", ".pdf");
  const std::string icon = only_file(files, "assets/icon.", ".png");
  EXPECT_EQ(files.at(icon), get_file(project() / "assets/icon.png"));
  for (const std::string& name : {std::string("data/first/index.hubpack"), engine}) {
    EXPECT_NE(files.at("data/first/index.html").find(name), std::string::npos) << name;
  }
  EXPECT_NE(files.at("index.html").find("src=\"" + image + "\" srcset=\"" + plain_image + " 1x, " + image + " 2x\""),
            std::string::npos);
  EXPECT_NE(files.at("_headers").find(content_security_policy), std::string::npos);
  EXPECT_NE(files.at("_headers").find("immutable"), std::string::npos);
  EXPECT_NE(files.at("sitemap.xml").find("<loc>https://hub.example/small/data/first/</loc>"), std::string::npos);
  const auto initiatives = nlohmann::json::parse(files.at("data/initiatives.json"));
  EXPECT_EQ(initiatives.at("initiatives").size(), 2u);
  for (const auto& [name, bytes] : files) {
    const bool text =
        name.ends_with(".html") || name.ends_with(".hubpack") || name.ends_with(".wasm") || name.ends_with(".js");
    EXPECT_EQ(text, text && files.contains(name + ".br") && files.contains(name + ".gz")) << name;
  }
}

TEST_F(SiteTest, APacksPageIsTheStaticPage) {
  ASSERT_TRUE(build(output()));
  const auto files = all_files(output());
  int packs = 0;
  for (const auto& [name, bytes] : files) {
    if (!name.ends_with(".hubpack") || name == "404.hubpack") continue;
    const auto page = pack::read(bytes);
    ASSERT_TRUE(page) << name << ": " << page.error().message;
    const std::string base = base_of_route(page->route);
    html::Options options;
    options.base = base;
    options.icons = &page->icons;
    options.labels = page->labels;
    const std::string& html = files.at(page->route + "index.html");
    for (const document::Document* part : {&page->header, &page->navigation, &page->content, &page->contents}) {
      EXPECT_NE(html.find(html::to_html(*part, options)), std::string::npos) << name;
    }
    for (const document::Image& image : page->content.images) {
      EXPECT_TRUE(files.contains(std::string(page->content.view(image.source)))) << name;
    }
    ++packs;
  }
  EXPECT_EQ(packs, 4);
}

TEST_F(SiteTest, AChangedPageRewritesItsOwnFilesOnly) {
  ASSERT_TRUE(build(output()));
  put_file(project() / "index.md", get_file(project() / "index.md") + "\n\nOne more paragraph.\n");
  const auto again = build(output());
  ASSERT_TRUE(again);
  EXPECT_LE(again->changed, 9u) << "page and pack, the kiosk's list of files, each with its compressed copies";
}

TEST_F(SiteTest, TheSameInputGivesTheSameBytes) {
  ASSERT_TRUE(build(folder_.path() / "one", false));
  ASSERT_TRUE(build(folder_.path() / "two", true));    // filling the cache
  ASSERT_TRUE(build(folder_.path() / "three", true));  // from the cache
  const auto one = all_files(folder_.path() / "one");
  EXPECT_FALSE(one.empty());
  EXPECT_EQ(one, all_files(folder_.path() / "two"));
  EXPECT_EQ(one, all_files(folder_.path() / "three"));
}

TEST_F(SiteTest, AnUnchangedBuildWritesNothing) {
  ASSERT_TRUE(build(output()));
  const auto again = build(output());
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->written);
  EXPECT_EQ(again->changed, 0u);
  EXPECT_EQ(again->removed, 0u);
}

TEST_F(SiteTest, AChangeReplacesOldFiles) {
  ASSERT_TRUE(build(output()));
  const std::string old_pack = all_files(output()).at("data/index.hubpack");
  put_file(project() / "data.md", "# Data\n\n## Third\n\nShort Description: Three.\n");
  const auto report = build(output());
  ASSERT_TRUE(report);
  ASSERT_TRUE(report->written) << errors();
  const auto files = all_files(output());
  EXPECT_TRUE(files.contains("data/third/index.html"));
  EXPECT_FALSE(files.contains("data/first/index.html"));
  EXPECT_FALSE(files.contains("data/first/index.html.br"));
  EXPECT_NE(files.at("data/index.hubpack"), old_pack);
}

TEST_F(SiteTest, ADamagedCacheIsMadeAnew) {
  ASSERT_TRUE(build(folder_.path() / "one"));
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(cache() / "objects")) {
    if (entry.is_regular_file()) {
      std::string bytes = get_file(entry.path());
      bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
      put_file(entry.path(), bytes);
    }
  }
  ASSERT_TRUE(build(folder_.path() / "two"));
  EXPECT_EQ(all_files(folder_.path() / "one"), all_files(folder_.path() / "two"));
}

TEST_F(SiteTest, NamesEveryBrokenImageAndWritesNothing) {
  put_file(project() / "index.md",
           "# Home\n\n![a](assets/Wide.PNG)\n\n![b](assets/bad.svg)\n\n![c](assets/cut.jpg)\n\n![d](gone.png)\n");
  put_file(project() / "assets/Wide.PNG", "\x89PNG\r\n\x1a\n and no more");
  put_file(project() / "assets/bad.svg", "<svg xmlns='http://www.w3.org/2000/svg'>\n<script/></svg>");
  put_file(project() / "assets/cut.jpg", "\xff\xd8\xff\xe0");
  const auto report = build(output());
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_FALSE(report->written);
  for (const char* name : {"Wide.PNG", "bad.svg:2", "cut.jpg", "gone.png"}) {
    EXPECT_NE(errors().find(name), std::string::npos) << name << " in\n" << errors();
  }
  EXPECT_FALSE(fs::exists(output()));
}

TEST_F(SiteTest, ExaminingNamesBrokenImagesAndWritesNothing) {
  put_file(project() / "assets/Wide.PNG", "\x89PNG\r\n\x1a\n and no more");
  auto read = hub::read_project(project().string());
  ASSERT_TRUE(read);
  SiteOptions options;
  options.cache = cache();
  Diagnostics found;
  examine_site(*read, options, found);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_NE(found[0].file.find("Wide.PNG"), std::string::npos);
  EXPECT_FALSE(fs::exists(output()));
  EXPECT_FALSE(fs::exists(cache())) << "a picture was made";
}

TEST_F(SiteTest, ABuildThatWillFailMakesNoPictures) {
  put_file(project() / kiosk_settings_file, "{\"idle_seconds\": 1}");
  const auto report = build(output());
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_FALSE(report->written);
  EXPECT_NE(errors().find("from 5 to 3600"), std::string::npos) << errors();
  EXPECT_FALSE(fs::exists(cache())) << "a picture was made";
}

TEST_F(SiteTest, ExaminingFindsWhatReadersWouldRefuse) {
  auto read = hub::read_project(project().string());
  ASSERT_TRUE(read);
  read->hub.pages[1].route = "../data/";
  Diagnostics found;
  examine_site(*read, {}, found);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].severity, Severity::error);
}

TEST_F(SiteTest, APageCannotTakeThePlaceOfAFileThatEverySiteHas) {
  put_file(project() / "hub-glass.js.md", "# Script");
  put_file(project() / "data/initiatives.json.md", "# Data");
  put_file(project() / "data/other.md", "# Other");
  const auto report = build(output());
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_FALSE(report->written);
  EXPECT_NE(errors().find("hub-glass.js.md"), std::string::npos) << errors();
  EXPECT_NE(errors().find("data/initiatives.json.md"), std::string::npos) << errors();
  EXPECT_EQ(errors().find("data/other.md"), std::string::npos) << errors();
  EXPECT_FALSE(fs::exists(output()));
}

TEST_F(SiteTest, SaysWhereTheEngineShouldBe) {
  fs::remove(engine() / "hubglass-engine.wasm");
  const auto report = build(output());
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::engine_missing);
  EXPECT_EQ(report.error().where, engine().string());
  EXPECT_NE(report.error().message.find("hubglass-engine.wasm"), std::string::npos);
}

TEST_F(SiteTest, NothingOfWhatIsExcludedIsInAnyFile) {
  const fs::path source = folder_.path() / "mkdocs";
  put_file(
      source / "mkdocs.yml",
      "site_name: X\nsite_url: https://x.example/\nexclude_docs: |\n  internal.md\n  *.key\ndraft_docs: later.md\n");
  put_file(source / "docs/index.md", "# Start\n\n[a](internal.md) [b](later.md) [c](draft.md) [d](my.key)\n");
  put_file(source / "docs/internal.md", "# Zanzibar\n");
  put_file(source / "docs/later.md", "# Zanzibar\n");
  put_file(source / "docs/draft.md", "---\ndraft: true\n---\n# Zanzibar\n");
  put_file(source / "docs/my.key", "Zanzibar\n");
  put_file(source / "docs/.env", "Zanzibar\n");
  const auto report = build(source, output(), true, false);
  ASSERT_TRUE(report && report->written) << errors();
  for (const auto& [name, bytes] : all_files(output())) {
    EXPECT_EQ(bytes.find("Zanzibar"), std::string::npos) << name;
    for (const char* hidden : {"internal", "later", "draft", "my.key"}) {
      EXPECT_EQ(name.find(hidden), std::string::npos) << name;
    }
    if (name == "sitemap.xml" || name.starts_with("data/")) {
      EXPECT_EQ(bytes.find("internal"), std::string::npos) << name;
    }
  }
}

TEST_F(SiteTest, FilesOfAnMkdocsProjectKeepTheirAddresses) {
  const fs::path source = folder_.path() / "mkdocs";
  const std::string drawing =
      "<svg xmlns='http://www.w3.org/2000/svg' width='40px' height='20px'><style>@import url(https://x.example/a.css);"
      "</style><switch><foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>Box</p></foreignObject></switch>"
      "<script>alert(1)</script></svg>";
  put_file(source / "mkdocs.yml", "site_name: X\nsite_url: https://x.example/\n");
  put_file(source / "docs/index.md",
           "# Start\n\n![Plan](plan.svg) ![Wide](wide.png) ![Cut](cut.jpg)\n\n[demo](demo/) [wide](wide.png)\n");
  put_file(source / "docs/embed.md", "# Embedding\n");
  put_file(source / "docs/plan.svg", drawing);
  put_file(source / "docs/wide.png", make_png(200, 40, stripes));
  put_file(source / "docs/cut.jpg", "\xff\xd8\xff\xe0");
  put_file(source / "docs/CNAME", "x.example\n");
  put_file(source / "docs/robots.txt", "User-agent: *\nDisallow: /\n");
  put_file(source / "docs/demo/index.html", "<script src=app.js></script>");
  put_file(source / "docs/demo/app.js", "let a = 1;\n");
  put_file(source / "docs/demo/app.js.gz", "packed by the author");
  put_file(source / "docs/_headers", "not ours");
  put_file(source / "docs/embed/index.html", "not ours");
  const auto report = build(source, output(), true, true);
  ASSERT_TRUE(report && report->written) << errors();
  auto files = all_files(output());
  EXPECT_EQ(files["CNAME"], "x.example\n");
  EXPECT_EQ(files["robots.txt"], "User-agent: *\nDisallow: /\n");
  EXPECT_EQ(files["demo/app.js"], "let a = 1;\n");
  EXPECT_EQ(files["demo/app.js.gz"], "packed by the author");
  EXPECT_EQ(files["demo/index.html"], "<script src=app.js></script>");
  EXPECT_EQ(files["plan.svg"], drawing);
  EXPECT_EQ(files["wide.png"], get_file(source / "docs/wide.png"));
  EXPECT_EQ(files[only_file(files, "assets/plan.", ".svg")], drawing);
  EXPECT_TRUE(files.contains("embed/index.html"));
  const std::string& page = files["index.html"];
  EXPECT_NE(page.find("href=\"demo/index.html\""), std::string::npos) << page;
  EXPECT_NE(page.find("href=\"wide.png\""), std::string::npos) << page;
  EXPECT_NE(page.find("alt=\"Plan\""), std::string::npos) << page;
  std::string found;
  for (const Diagnostic& diagnostic : diagnostics_) found += format(diagnostic) + "\n";
  for (const char* part : {"plan.svg:1: warning: this SVG imports",
                           "cut.jpg: warning: ", "_headers: warning: ", "embed/index.html: warning: "}) {
    EXPECT_NE(found.find(part), std::string::npos) << part << " in\n" << found;
  }
}

TEST_F(SiteTest, AStartPageOfTheAuthorsOwnIsLeftAlone) {
  const fs::path source = folder_.path() / "mkdocs";
  put_file(source / "mkdocs.yml", "site_name: X\n");
  put_file(source / "docs/a.md", "# A\n");
  put_file(source / "docs/index.html", "<h1>Mine</h1>");
  const auto report = build(source, output(), true, false);
  ASSERT_TRUE(report && report->written) << errors();
  EXPECT_EQ(all_files(output())["index.html"], "<h1>Mine</h1>");
}

TEST(HostRules, NoScriptRunsInAPictureThatIsOpenedByItself) {
  for (const std::string& rules : {headers_file(), nginx_rules(), caddy_rules()}) {
    EXPECT_NE(rules.find(content_security_policy), std::string::npos);
  }
  EXPECT_NE(content_security_policy.find("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"),
            std::string_view::npos);
  EXPECT_EQ(content_security_policy.find("'unsafe-inline'"), std::string_view::npos);
}

TEST_F(SiteTest, NeverTouchesAFolderOfSomeoneElse) {
  put_file(output() / "thesis.doc", "years of work");
  const auto report = build(output());
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::file_unwritable);
  EXPECT_EQ(all_files(output()).size(), 1u);
}

TEST_F(SiteTest, WithoutAnAddressThereIsNoSiteMap) {
  std::string text(configuration);
  text.erase(text.find("  \"site_url\""), text.find("  \"logo\"") - text.find("  \"site_url\""));
  put_file(project() / "hub.json", text);
  const auto report = build(output());
  ASSERT_TRUE(report && report->written) << errors();
  EXPECT_FALSE(fs::exists(output() / "sitemap.xml"));
  EXPECT_EQ(get_file(output() / "robots.txt"), "User-agent: *\nAllow: /\n");
  EXPECT_TRUE(std::any_of(diagnostics_.begin(), diagnostics_.end(), [](const Diagnostic& diagnostic) {
    return diagnostic.severity == Severity::note && diagnostic.message.find("sitemap") != std::string::npos;
  }));
}

TEST_F(SiteTest, BuildsTheBundledHub) {
  const auto report = build(fs::path(HUBGLASS_SOURCE_DIR) / "content", output(), true, false);
  ASSERT_TRUE(report) << report.error().message;
  ASSERT_TRUE(report->written) << errors();
  EXPECT_GE(report->routes, 30u);
  const auto files = all_files(output());
  EXPECT_EQ(nlohmann::json::parse(files.at("data/initiatives.json")).at("initiatives").size(), hub_.initiatives.size());
  EXPECT_EQ(hub_.clusters.size(), 6u);
}

TEST_F(SiteTest, BuildsTheRealHub) {
  const char* named = std::getenv("HUBGLASS_CORPUS");
  const fs::path corpus =
      named != nullptr ? fs::path(named) : fs::path(HUBGLASS_SOURCE_DIR) / "../shared/corpus/ldt4ssc-hub";
  if (!fs::exists(corpus / "mkdocs.yml")) {
    GTEST_SKIP() << "the real hub is not here; HUBGLASS_CORPUS can name its folder";
  }
  const auto report = build(corpus, output(), true, false);
  ASSERT_TRUE(report) << report.error().message;
  ASSERT_TRUE(report->written) << errors();
  EXPECT_LT(report->image_bytes_after * 3, report->image_bytes_before);
  for (const hub::Asset& asset : hub_.assets) {
    EXPECT_GT(asset.width, 0) << asset.source;
    EXPECT_TRUE(fs::exists(output() / asset.file)) << asset.file;
  }
  const auto again = build(corpus, output(), true, false);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->changed, 0u);
  RecordProperty("second_build_ms", std::to_string(again->timings.total));
}

}  // namespace
}  // namespace hubglass::site
