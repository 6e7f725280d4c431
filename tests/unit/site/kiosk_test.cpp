#include "cli/site/kiosk.h"

#include "cli/site/site.h"
#include "hub/native/project.h"
#include "text/sha256.h"
#include "unit/site/samples.h"

#include <filesystem>
#include <set>
#include <string>
#include <string_view>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace hubglass::site {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

class KioskTest : public testing::Test {
 protected:
  void SetUp() override {
    put_file(project() / "hub.json", R"({
      "title": "Small hub", "version": "7",
      "languages": [{"code": "de", "clusters": {"data": "Daten"}}],
      "clusters": [{ "id": "data", "title": "Data", "page": "data.md", "icon": "material-database", "colour": "ai" }]
    })");
    put_file(project() / "index.md", "# Small hub\n\nSee [data](data.md).\n");
    put_file(project() / "data.md", "# Data\n\nIntro.\n\n## First\n\nShort Description: One thing.\n");
    put_file(engine() / "hub-glass.js", "export {};\n");
    put_file(engine() / "hubglass-engine.wasm", std::string("\0asm\1\0\0\0", 8));
    put_file(engine() / "hub-glass-kiosk.ABC.js", "export {};\n");
    put_file(engine() / "hub-glass-qr.ABC.wasm", std::string("\0asm\1\0\0\0", 8));
    put_file(engine() / "kiosk-worker.js", "work();\n");
  }

  [[nodiscard]] fs::path project() const { return folder_.path() / "project"; }
  [[nodiscard]] fs::path engine() const { return folder_.path() / "engine"; }
  [[nodiscard]] fs::path output() const { return folder_.path() / "dist"; }

  bool build() {
    diagnostics_.clear();
    auto read = hub::read_project(project().string());
    if (!read) {
      return false;
    }
    diagnostics_ = read->diagnostics;
    SiteOptions options;
    options.output = output();
    options.engine = engine();
    options.use_cache = false;
    options.compress = false;
    const auto report = write_site(*read, options, diagnostics_);
    return report && report->written;
  }
  [[nodiscard]] std::string said(Severity severity) const {
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics_) {
      text += diagnostic.severity == severity ? format(diagnostic) + "\n" : "";
    }
    return text;
  }

  TemporaryFolder folder_;
  Diagnostics diagnostics_;
};

TEST_F(KioskTest, ThePageHoldsTheFirstPageAndItsScripts) {
  ASSERT_TRUE(build()) << said(Severity::error);
  const std::string page = all_files(output()).at("kiosk/index.html");
  for (const char* part : {R"(<hub-glass mode="kiosk" routing="memory" src="../" route="")", "Small hub</h1>",
                           R"(src="../hub-glass-kiosk.ABC.js")", R"(src="../hub-glass.js")",
                           R"(<meta name="robots" content="noindex">)", R"(href="../data/")"}) {
    EXPECT_NE(page.find(part), std::string::npos) << part << "\n" << page;
  }
  EXPECT_EQ(page.find("style="), std::string::npos);
}

TEST_F(KioskTest, TheTourShowsClustersAndInitiativesInEveryLanguage) {
  ASSERT_TRUE(build()) << said(Severity::error);
  const json tour = json::parse(all_files(output()).at("kiosk/tour.json"));
  EXPECT_EQ(tour["version"], "7");
  ASSERT_EQ(tour["languages"].size(), 2u);
  const json& english = tour["languages"][0];
  ASSERT_EQ(english["stops"].size(), 2u);
  EXPECT_EQ(english["stops"][0]["title"], "Data");
  EXPECT_EQ(english["stops"][0]["accent"], 2);
  EXPECT_EQ(english["stops"][0]["count"], 1);
  EXPECT_FALSE(english["stops"][0]["icon"].is_null());
  EXPECT_EQ(english["stops"][1]["route"], "data/first/");
  EXPECT_EQ(english["stops"][1]["text"], "One thing.");
  const json& german = tour["languages"][1];
  EXPECT_EQ(german["code"], "de");
  EXPECT_EQ(german["prefix"], "de/");
  EXPECT_EQ(german["stops"][0]["title"], "Daten");
  EXPECT_EQ(german["stops"][1]["route"], "de/data/first/");
}

TEST_F(KioskTest, TheWorkerListsAllThatIsNeededByTheHashOfItsBytes) {
  ASSERT_TRUE(build()) << said(Severity::error);
  const auto files = all_files(output());
  const std::string& worker = files.at("kiosk/worker.js");
  constexpr std::string_view begin = "self.hubglassKiosk=";
  ASSERT_TRUE(worker.starts_with(begin));
  EXPECT_TRUE(worker.ends_with(";\nwork();\n"));
  const json manifest = json::parse(worker.substr(begin.size(), worker.find(";\n") - begin.size()));
  std::set<std::string> listed;
  for (const json& entry : manifest["entries"]) {
    const auto address = entry["url"].get<std::string>();
    const std::string path = address.starts_with("../") ? address.substr(3) : "kiosk/" + address;
    ASSERT_TRUE(files.contains(path)) << path;
    EXPECT_EQ(entry["revision"], text::hexadecimal(text::sha256(files.at(path))).substr(0, 16)) << path;
    EXPECT_EQ(entry["integrity"].get<std::string>().size(), std::string("sha256-").size() + 44) << path;
    listed.insert(path);
  }
  for (const char* path :
       {"kiosk/index.html", "kiosk/tour.json", "hub-glass.js", "hub-glass-kiosk.ABC.js", "hub-glass-qr.ABC.wasm"}) {
    EXPECT_TRUE(listed.contains(path)) << path;
  }
  for (const auto& [path, bytes] : files) {
    EXPECT_TRUE(listed.contains(path) || !path.starts_with("assets/")) << path;
  }
  EXPECT_FALSE(listed.contains("kiosk/hubglass-kiosk.json")) << "operators change it";
  EXPECT_FALSE(listed.contains("kiosk/worker.js"));
  EXPECT_FALSE(files.contains("kiosk-worker.js"));
}

TEST_F(KioskTest, AnIntegrityIsTheBase64OfTheHash) {
  Engine engine;
  engine.kiosk_worker = "w";
  // The hash of "abc" as FIPS 180-4 gives it.
  const OutputFile worker = kiosk_worker(engine, {{"kiosk/a.json", "abc"}});
  EXPECT_NE(worker.bytes.find("sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="), std::string::npos)
      << worker.bytes;
}

TEST_F(KioskTest, SettingsGoAlongWithTheDefaultsFilledIn) {
  put_file(project() / kiosk_settings_file, R"({"idle_seconds": 90, "theme": "dark", "start": "data/"})");
  ASSERT_TRUE(build()) << said(Severity::error);
  const auto files = all_files(output());
  const json settings = json::parse(files.at("kiosk/hubglass-kiosk.json"));
  EXPECT_EQ(settings["idle_seconds"], 90);
  EXPECT_EQ(settings["countdown_seconds"], 15);
  EXPECT_EQ(settings["theme"], "dark");
  EXPECT_EQ(settings["menu"], json::array({"data/"})) << "the clusters";
  EXPECT_EQ(settings.size(), 12u);
  EXPECT_NE(files.at("kiosk/index.html").find(R"(route="data/")"), std::string::npos);
}

TEST_F(KioskTest, ThePageKnowsEverySettingAndWhatItMustBe) {
  put_file(project() / kiosk_settings_file, R"({"service_code": "4711", "menu": ["data/first/", ""]})");
  ASSERT_TRUE(build()) << said(Severity::error);
  const auto files = all_files(output());
  const std::string& page = files.at("kiosk/index.html");
  constexpr std::string_view name = "data-settings=\"";
  const std::size_t begin = page.find(name) + name.size();
  std::string written = page.substr(begin, page.find('"', begin) - begin);
  for (std::size_t at = written.find("&quot;"); at != std::string::npos; at = written.find("&quot;")) {
    written.replace(at, 6, "\"");
  }
  const json rules = json::parse(written);
  const json settings = json::parse(files.at("kiosk/hubglass-kiosk.json"));
  ASSERT_EQ(rules.size(), settings.size());
  for (const json& rule : rules) {
    EXPECT_EQ(rule["value"], settings.at(rule["key"].get<std::string>())) << rule;
    EXPECT_NE(rule["must"], "") << rule;
    EXPECT_EQ(rule.contains("least"), rule["value"].is_number()) << rule;
  }
  EXPECT_EQ(settings["service_code"], "4711");
  EXPECT_EQ(settings["menu"], json::array({"data/first/", ""}));
}

TEST_F(KioskTest, TheTourHasWhatTheMenuAndItsFrontSay) {
  put_file(project() / "data.md", "# Data\n\nIntro.\n\n## LUMI AI Factory\n\nShort Description: One thing.\n");
  ASSERT_TRUE(build()) << said(Severity::error);
  const json tour = json::parse(all_files(output()).at("kiosk/tour.json"));
  EXPECT_EQ(tour["languages"][0]["stops"][1]["monogram"], "LA") << "as on its page";
  EXPECT_EQ(tour["languages"][0]["title"], "Small hub");
  EXPECT_EQ(tour["languages"][1]["name"], "Deutsch");
  EXPECT_EQ(tour["languages"][1]["pages"]["data/"]["title"], "Daten");
  EXPECT_EQ(tour["languages"][0]["pages"]["data/lumi-ai-factory/"]["title"], "LUMI AI Factory");
  EXPECT_EQ(tour["logo"], nullptr);
  EXPECT_EQ(tour["address"], "");
}

TEST_F(KioskTest, WithoutClustersTheMenuHoldsTheNavigation) {
  put_file(project() / "hub.json", R"({"title": "Small hub"})");
  ASSERT_TRUE(build()) << said(Severity::error);
  const json settings = json::parse(all_files(output()).at("kiosk/hubglass-kiosk.json"));
  EXPECT_FALSE(settings["menu"].empty());
}

struct Malformed {
  const char* text;
  const char* place;
  const char* remedy;
};

class MalformedSettings : public KioskTest, public testing::WithParamInterface<Malformed> {};

TEST_P(MalformedSettings, StopTheBuildWithLineAndRemedy) {
  put_file(project() / kiosk_settings_file, GetParam().text);
  EXPECT_FALSE(build());
  const std::string errors = said(Severity::error);
  EXPECT_NE(errors.find(std::string(kiosk_settings_file) + GetParam().place), std::string::npos) << errors;
  EXPECT_NE(errors.find(GetParam().remedy), std::string::npos) << errors;
}

INSTANTIATE_TEST_SUITE_P(
    Kiosk, MalformedSettings,
    testing::Values(Malformed{"{\n  \"idle_seconds\": 1\n}", ":2:3", "from 5 to 3600"},
                    Malformed{"{\n  \"idle_seconds\": \"60\"\n}", ":2:3", "whole number"},
                    Malformed{"{\n\n \"tour\": 1}", ":3:2", "true or false"},
                    Malformed{"{\"theme\": \"pink\"}", ":1:2", "\"light\""},
                    Malformed{"{\"service_code\": \"12a4\"}", ":1:2", "digits"},
                    Malformed{"{\"language\": \"xx\"}", ":1:2", "\"de\""},
                    Malformed{"{\"start\": \"nowhere/\"}", ":1:2", "such as"},
                    Malformed{"{\"menu\": [\"nowhere/\"]}", ":1:2", "\"nowhere/\""},
                    Malformed{"{\"menu\": \"data/\"}", ":1:2", "a list of routes"},
                    Malformed{"{\"menu\": [1]}", ":1:2", "a list of routes"},
                    Malformed{"{\"tour\": true,\n}", ":2:1", "comma"},
                    Malformed{"{\"idle_seconds\": 1e999}", ":1:18", "too large"}, Malformed{"[]", ":1:1", "braces"},
                    Malformed{"{\"update_minutes\": 99999999999999999999}", ":1:2", "from 1 to 10080"}));

TEST_F(KioskTest, AKeyThatNobodyKnowsIsNoted) {
  put_file(project() / kiosk_settings_file, R"({"colour": "red"})");
  EXPECT_TRUE(build());
  EXPECT_NE(said(Severity::note).find("\"colour\" is not known"), std::string::npos);
}

TEST_F(KioskTest, WithoutTheBundleThereIsNoKioskPage) {
  fs::remove(engine() / "kiosk-worker.js");
  ASSERT_TRUE(build());
  EXPECT_FALSE(all_files(output()).contains("kiosk/index.html"));
}

}  // namespace
}  // namespace hubglass::site
