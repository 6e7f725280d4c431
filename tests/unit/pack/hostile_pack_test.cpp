#include "document/budgets.h"
#include "pack/pack.h"
#include "pack/safe.h"
#include "unit/pack/sample.h"

#include <functional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace hubglass::pack {
namespace {

using nlohmann::json;

Parts sample_parts() {
  return take_apart(write(sample_hub(), sample_texts(), sample_translations()));
}

Error error_of(const std::string& bytes) {
  const auto pack = read(bytes);
  EXPECT_FALSE(pack) << "a broken pack was read";
  return pack ? Error{} : pack.error();
}

TEST(HostilePack, IsRefusedForEverySingleByteThatChanged) {
  const std::string whole = write(sample_hub(), sample_texts(), sample_translations());
  for (std::size_t i = 0; i < whole.size(); ++i) {
    for (const int change : {1, 0x80, 0xff}) {
      std::string altered = whole;
      altered[i] = static_cast<char>(altered[i] ^ change);
      const auto pack = read(altered);
      ASSERT_FALSE(pack) << "byte " << i;
      ASSERT_FALSE(pack.error().message.empty());
      ASSERT_FALSE(pack.error().where.empty()) << "byte " << i;
    }
  }
}

TEST(HostilePack, IsRefusedWhereverItIsCutShort) {
  const std::string whole = write(sample_hub(), sample_texts(), sample_translations());
  EXPECT_EQ(error_of("").code, ErrorCode::pack_not_a_pack);
  for (std::size_t size = 1; size < whole.size(); ++size) {
    const auto pack = read(whole.substr(0, size));
    ASSERT_FALSE(pack) << size;
    ASSERT_EQ(pack.error().code, ErrorCode::pack_truncated) << size;
  }
  EXPECT_EQ(error_of(whole + "x").code, ErrorCode::pack_altered);
}

TEST(HostilePack, NamesTheEntryThatWasAltered) {
  std::string bytes = write(sample_hub(), sample_texts(), sample_translations());
  bytes.back() = '!';
  const Error error = error_of(bytes);
  EXPECT_EQ(error.code, ErrorCode::pack_altered);
  EXPECT_EQ(error.where, "page/a/Data_Spaces.fr.md");
}

TEST(HostilePack, SaysWhatItIsInstead) {
  EXPECT_EQ(error_of("<!doctype html><title>404</title>").code, ErrorCode::pack_not_a_pack);
  std::string newer = write(sample_hub(), sample_texts(), sample_translations());
  newer[8] = static_cast<char>(major_version + 1);
  const Error error = error_of(newer);
  EXPECT_EQ(error.code, ErrorCode::pack_newer);
  EXPECT_NE(error.message.find("made by a newer Hubglass"), std::string::npos) << error.message;
  EXPECT_NE(error.message.find("update hub-glass.js"), std::string::npos) << error.message;
}

TEST(HostilePack, SizesThatOverflowAreCaught) {
  const std::string whole = write(sample_hub(), sample_texts(), sample_translations());
  for (const std::size_t field : {std::size_t{16}, std::size_t{24}}) {
    std::string bytes = whole;
    bytes.replace(field, 8, std::string(8, '\xff'));
    EXPECT_EQ(error_of(bytes).code, ErrorCode::pack_truncated);
  }
}

struct Change {
  const char* what;
  std::function<void(json& hub)> apply;
  const char* where;  ///< found in the error's place
};

TEST(HostilePack, AnythingThatPointsOutsideTheHubIsRefused) {
  const std::vector<Change> changes = {
      {"logo", [](json& hub) { hub["logo"] = 2; }, "logo"},
      {"favicon", [](json& hub) { hub["favicon"] = 4000000000u; }, "favicon"},
      {"page of the navigation", [](json& hub) { hub["navigation"][0]["page"] = 2; }, "navigation[0].page"},
      {"page deep in the navigation", [](json& hub) { hub["navigation"][1]["children"][0]["page"] = 9; },
       "navigation[2]"},
      {"cluster of a page", [](json& hub) { hub["pages"][1]["cluster"] = 1; }, "pages[1].cluster"},
      {"page of a cluster", [](json& hub) { hub["clusters"][0]["page"] = 2; }, "clusters[0].page"},
      {"initiative of a cluster", [](json& hub) { hub["clusters"][0]["initiatives"][1] = 2; }, "initiatives"},
      {"cluster of an initiative", [](json& hub) { hub["initiatives"][1]["cluster"] = 1; }, "initiatives[1].cluster"},
      {"no cluster of an initiative", [](json& hub) { hub["initiatives"][1].erase("cluster"); }, "initiatives[1]"},
      {"no page of a cluster", [](json& hub) { hub["clusters"][0].erase("page"); }, "initiatives[0].cluster"},
      {"logo of an initiative", [](json& hub) { hub["initiatives"][0]["logo"] = 2; }, "initiatives[0].logo"},
      {"related initiative", [](json& hub) { hub["initiatives"][0]["related"][0] = 7; }, "initiatives[0].related"},
      {"page of a glossary", [](json& hub) { hub["glossaries"][0]["page"] = 2; }, "glossaries[0].page"},
      {"too many terms",
       [](json& hub) { hub["glossaries"][1]["terms"] = json(budgets::terms_per_page + 1, json::object()); },
       "glossaries[1].terms"},
      {"accent too large", [](json& hub) { hub["clusters"][0]["accent"] = 7; }, "clusters[0].accent"},
      {"accent zero", [](json& hub) { hub["clusters"][0]["accent"] = 0; }, "clusters[0].accent"},
      {"page without text", [](json& hub) { hub["pages"][0]["source"] = "other.md"; }, "page/other.md"},
      {"scheme in the navigation", [](json& hub) { hub["navigation"][1]["children"][1]["href"] = "javascript:1"; },
       "navigation[3].href"},
      {"scheme of a link", [](json& hub) { hub["initiatives"][0]["links"][0]["href"] = "data:text/html,x"; }, "links"},
      {"scheme of the home link", [](json& hub) { hub["home_link"] = "vbscript:x"; }, "addresses"},
      {"scheme of the licence", [](json& hub) { hub["licence_url"] = "\tjavascript:x"; }, "addresses"},
      {"route going up", [](json& hub) { hub["pages"][1]["route"] = "../x/"; }, "pages[1].route"},
      {"route elsewhere", [](json& hub) { hub["pages"][1]["route"] = "//evil.example/"; }, "pages[1].route"},
      {"file going up", [](json& hub) { hub["assets"][0]["file"] = "assets/../../x"; }, "assets[0].file"},
      {"file elsewhere", [](json& hub) { hub["assets"][0]["file"] = "https://evil.example/x"; }, "assets[0].file"},
      {"negative image size", [](json& hub) { hub["assets"][0]["width"] = -1.0; }, "assets[0]"},
      {"huge image size", [](json& hub) { hub["assets"][0]["height"] = 1e300; }, "assets[0]"},
      {"empty icon", [](json& hub) { hub["icons"]["other"]["width"] = 0.0; }, "icons[1]"},
      {"icon that is no path", [](json& hub) { hub["icons"]["other"]["path"] = "<script>"; }, "icons[1]"},
  };
  for (const Change& change : changes) {
    Parts parts = sample_parts();
    change.apply(parts.manifest["hub"]);
    const Error error = error_of(put_together(parts));
    EXPECT_EQ(error.code, ErrorCode::pack_malformed) << change.what;
    EXPECT_NE(error.where.find(change.where), std::string::npos) << change.what << ": " << error.where;
  }
}

/// Calls visit with the path of every value below `value`.
void each_value(const json& value, const json::json_pointer& path,
                const std::function<void(const json::json_pointer&)>& visit) {
  if (!path.empty()) {
    visit(path);
  }
  if (value.is_object()) {
    for (const auto& item : value.items()) {
      each_value(item.value(), path / item.key(), visit);
    }
  } else if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      each_value(value[i], path / i, visit);
    }
  }
}

TEST(HostilePack, NoValueOfAnyTypeAnywhereCrashes) {
  const Parts parts = sample_parts();
  const std::vector<json> values = {nullptr,
                                    true,
                                    -1,
                                    3.5,
                                    1e308,
                                    18446744073709551615u,
                                    4294967295u,
                                    4294967294u,
                                    "",
                                    "x",
                                    json::array(),
                                    json::array({nullptr}),
                                    json::object(),
                                    json{{"title", 5}}};
  int refused = 0;
  int tried = 0;
  each_value(parts.manifest, json::json_pointer(), [&](const json::json_pointer& path) {
    for (const json& value : values) {
      Parts changed = parts;
      changed.manifest[path] = value;
      const auto pack = read(put_together(changed));
      ++tried;
      if (!pack) {
        ++refused;
        ASSERT_FALSE(pack.error().where.empty()) << path << " = " << value;
      }
    }
    Parts removed = parts;
    removed.manifest = removed.manifest.flatten();
    removed.manifest.erase(path.to_string());
    removed.manifest = removed.manifest.unflatten();
    (void)read(put_together(removed));
  });
  EXPECT_GT(tried, 1000);
  EXPECT_GT(refused, tried / 2);
}

TEST(HostilePack, EntriesMustFillThePackExactly) {
  const auto code_after = [](const std::function<void(json & entries)>& apply) {
    Parts parts = sample_parts();
    apply(parts.manifest["entries"]);
    return error_of(put_together(parts)).code;
  };
  EXPECT_EQ(code_after([](json& entries) { entries[1]["offset"] = 0; }), ErrorCode::pack_malformed);
  EXPECT_EQ(code_after([](json& entries) { entries[1]["size"] = 18446744073709551615u; }), ErrorCode::pack_malformed);
  EXPECT_EQ(code_after([](json& entries) { entries[0]["offset"] = 18446744073709551615u; }), ErrorCode::pack_malformed);
  EXPECT_EQ(code_after([](json& entries) { entries.erase(1); }), ErrorCode::pack_malformed);
  EXPECT_EQ(code_after([](json& entries) { entries[1]["name"] = entries[0]["name"]; }), ErrorCode::pack_malformed);
  EXPECT_EQ(code_after([](json& entries) { entries[0]["sha256"] = "00"; }), ErrorCode::pack_altered);
}

TEST(HostilePack, StaysWithinItsBudgets) {
  const std::string deep = std::string(100'000, '[');
  EXPECT_EQ(error_of(put_together(deep, "")).code, ErrorCode::budget_exceeded);
  EXPECT_EQ(error_of(put_together("{\"hub\":" + deep, "")).code, ErrorCode::budget_exceeded);

  hub::Hub hub;
  std::vector<hub::NavigationItem>* level = &hub.navigation;
  for (int i = 0; i <= navigation_depth; ++i) {
    level->push_back({.title = "level"});
    level = &level->back().children;
  }
  EXPECT_NE(error_of(write(hub, {})).message.find("too deeply"), std::string::npos);

  hub = {};
  hub.pages = {{"big.md", "", "Big", "", hub::none}};
  EXPECT_EQ(error_of(write(hub, {std::string(budgets::page_bytes + 1, 'x')})).code, ErrorCode::budget_exceeded);
  EXPECT_EQ(error_of(put_together(std::string(manifest_bytes + 1, ' '), "")).code, ErrorCode::budget_exceeded);
}

TEST(HostilePack, DescriptionsThatAreNotJsonAreRefused) {
  for (const char* text :
       {"", "null", "[]", "{", "{\"entries\":[]}", "{\"entries\":[],\"hub\":3}", "{\"hub\":{},\"entries\":{}}",
        "{\"hub\":{\"title\":\"\xff\"}}", "{\"hub\":{\"title\":\"a\nb\"}}", "\xef\xbb\xbf"}) {
    EXPECT_EQ(error_of(put_together(text, "")).code, ErrorCode::pack_malformed) << text;
  }
}

TEST(SafeAddress, KnowsItsSchemes) {
  for (const char* good : {"https://a.example/", "HTTP://a", "mailto:a@b", "tel:+1"}) {
    EXPECT_TRUE(is_external_address(good)) << good;
    EXPECT_TRUE(is_safe_address(good)) << good;
  }
  for (const char* good : {"", "a/b/#c", "#c", "a/b:c/", "?x=a:b"}) {
    EXPECT_TRUE(is_safe_address(good)) << good;
    EXPECT_FALSE(is_external_address(good)) << good;
  }
  for (const char* bad : {"javascript:1", "JaVaScRiPt:1", "java\tscript:1", " javascript:1", "\x01javascript:1",
                          "data:x", "file:///etc", "x:", "blob:https://a"}) {
    EXPECT_FALSE(is_safe_address(bad)) << bad;
  }
}

TEST(SafePath, StaysBelowItsRoot) {
  for (const char* good : {"a", "a/b.c", "Ünï code/x (1).png", ".well-known/x", "a/b:c"}) {
    EXPECT_TRUE(is_safe_path(good, false)) << good;
    EXPECT_TRUE(is_safe_path(std::string(good) + "/", true)) << good;
  }
  EXPECT_TRUE(is_safe_path("", true));
  EXPECT_FALSE(is_safe_path("", false));
  for (const char* bad : {"/a", "..", "a/../b", "./a", "a//b", "a\\b", "c:/x", "javascript:x", "a\nb", "a/.."}) {
    EXPECT_FALSE(is_safe_path(bad, false)) << bad;
    EXPECT_FALSE(is_safe_path(std::string(bad) + "/", true)) << bad;
  }
}

TEST(HostilePack, RefusesLanguagesThatPointAstray) {
  const auto where = [](auto change) {
    hub::Hub hub = sample_hub();
    change(hub.languages);
    return error_of(write(hub, sample_texts(), sample_translations())).where;
  };
  using Languages = std::vector<hub::Language>;
  EXPECT_EQ(where([](Languages& all) { all[1].code = "../x"; }), "manifest: languages[1].code");
  EXPECT_EQ(where([](Languages& all) { all[1].code = "de"; }), "manifest: languages[1].code");
  EXPECT_EQ(where([](Languages& all) { all[0].code = "en"; }), "manifest: languages[0].code");
  EXPECT_EQ(where([](Languages& all) { all[1].pages[0].page = 7; }), "manifest: languages[1].pages");
  EXPECT_EQ(where([](Languages& all) { all[1].pages[0].source = "/etc/passwd"; }), "manifest: languages[1].pages");
  EXPECT_EQ(where([](Languages& all) { all[1].initiatives[0].initiative = 2; }), "manifest: languages[1].initiatives");
  EXPECT_EQ(where([](Languages& all) { all[1].initiatives.push_back(all[1].initiatives[0]); }),
            "manifest: languages[1].initiatives");
  EXPECT_EQ(where([](Languages& all) { all.resize(budgets::languages + 1); }), "manifest: languages");

  Parts parts = take_apart(write(sample_hub(), sample_texts(), sample_translations()));
  parts.manifest["hub"]["languages"][1]["pages"][0]["source"] = "gone.md";
  EXPECT_EQ(error_of(put_together(parts)).where, "page/gone.md");
}

}  // namespace
}  // namespace hubglass::pack
