#include "cli/site/kiosk_settings.h"

#include "cli/site/files.h"
#include "hub/edition.h"
#include "hub/native/configuration.h"
#include "hub/native/json_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <regex>
#include <string_view>
#include <system_error>
#include <utility>
#include <variant>
#include <vector>

namespace hubglass::site {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::uint64_t most_settings_bytes = 64u << 10;

constexpr std::size_t most_routes = 500;

using Routes = std::vector<std::string> KioskSettings::*;
using Member = std::variant<int KioskSettings::*, bool KioskSettings::*, std::string KioskSettings::*, Routes>;

/// One setting, for the build and for the kiosk page alike.
struct Setting {
  std::string_view key;
  Member member;
  int least = 0;                  ///< of numbers
  int most = 0;                   ///< of numbers
  std::string_view pattern = {};  ///< of texts: what all of it matches, where not any text will do
  std::string_view must = {};     ///< what a text must be, in words, where there is a pattern
};

const std::array settings_table = {
    Setting{"idle_seconds", &KioskSettings::idle_seconds, 5, 3600},
    Setting{"countdown_seconds", &KioskSettings::countdown_seconds, 3, 120},
    Setting{"tour", &KioskSettings::tour},
    Setting{"stop_seconds", &KioskSettings::stop_seconds, 4, 300},
    Setting{"start", &KioskSettings::start},
    Setting{"language", &KioskSettings::language},
    Setting{"theme", &KioskSettings::theme, 0, 0, "auto|light|dark", R"("auto", "light" or "dark")"},
    Setting{"service_code", &KioskSettings::service_code, 0, 0, "([0-9]{4,12})?",
            R"(4 to 12 digits in quotes, or "" for none)"},
    Setting{"update_minutes", &KioskSettings::update_minutes, 1, 10080},
    Setting{"memory_megabytes", &KioskSettings::memory_megabytes, 64, 16384},
    Setting{"low_navigation", &KioskSettings::low_navigation},
    Setting{"menu", &KioskSettings::menu},
};

std::string in_quotes(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

/// What a value must be, in words.
std::string demand(const Setting& setting) {
  if (std::holds_alternative<int KioskSettings::*>(setting.member)) {
    return "a whole number from " + std::to_string(setting.least) + " to " + std::to_string(setting.most);
  }
  if (std::holds_alternative<bool KioskSettings::*>(setting.member)) {
    return "true or false, without quotes";
  }
  if (std::holds_alternative<Routes>(setting.member)) {
    return "a list of routes, such as [\"\", \"data-spaces/\"]";
  }
  return setting.must.empty() ? "a text in quotes" : std::string(setting.must);
}

/// Takes a value over where it can be one.
bool take(const Setting& setting, const json& given, KioskSettings& settings) {
  if (const auto* number = std::get_if<int KioskSettings::*>(&setting.member)) {
    if (!given.is_number_integer()) {
      return false;
    }
    const bool beyond = given.is_number_unsigned() && given.get<std::uint64_t>() > std::uint64_t{INT32_MAX};
    const auto value = beyond ? -1 : given.get<std::int64_t>();
    if (value < setting.least || value > setting.most) {
      return false;
    }
    settings.*(*number) = static_cast<int>(value);
    return true;
  }
  if (const auto* flag = std::get_if<bool KioskSettings::*>(&setting.member)) {
    if (given.is_boolean()) {
      settings.*(*flag) = given.get<bool>();
    }
    return given.is_boolean();
  }
  if (const auto* routes = std::get_if<Routes>(&setting.member)) {
    const bool fits = given.is_array() && given.size() <= most_routes &&
                      std::all_of(given.begin(), given.end(), [](const json& route) { return route.is_string(); });
    if (fits) {
      settings.*(*routes) = given.get<std::vector<std::string>>();
    }
    return fits;
  }
  const auto* text = given.is_string() ? &given.get_ref<const std::string&>() : nullptr;
  if (text == nullptr ||
      (!setting.pattern.empty() && !std::regex_match(*text, std::regex(std::string(setting.pattern))))) {
    return false;
  }
  settings.*std::get<std::string KioskSettings::*>(setting.member) = *text;
  return true;
}

ordered_json value_of(const Setting& setting, const KioskSettings& settings) {
  return std::visit([&settings](auto member) { return ordered_json(settings.*member); }, setting.member);
}

std::string text_of(const ordered_json& value, int indent) {
  return value.dump(indent, ' ', false, json::error_handler_t::replace);
}

/// The settings of a hub whose project says none.
KioskSettings usual_settings(const hub::Hub& hub) {
  KioskSettings settings;
  const auto add = [&](hub::Index page) {
    if (page != hub::none) {
      settings.menu.emplace_back(hub.pages[page].route);
    }
  };
  for (const hub::Cluster& cluster : hub.clusters) {
    add(cluster.page);
  }
  if (settings.menu.empty()) {
    for (const hub::NavigationItem& item : hub.navigation) {
      add(item.page);
    }
  }
  return settings;
}

class Reader {
 public:
  Reader(std::string_view text, hub::Reporter& reporter, const hub::Hub& hub)
      : text_(text), reporter_(reporter), hub_(hub) {}

  KioskSettings read(const json& root) {
    KioskSettings settings = usual_settings(hub_);
    for (const Setting& setting : settings_table) {
      const auto found = root.find(setting.key);
      if (found != root.end() && !take(setting, *found, settings)) {
        problem(setting.key, in_quotes(setting.key) + " must be " + demand(setting) + "; without it, it is " +
                                 text_of(value_of(setting, settings), -1));
      }
    }
    check_language(settings);
    check_page("start", settings.start);
    for (const std::string& route : settings.menu) {
      check_page("menu", route);
    }
    for (const auto& item : root.items()) {
      const bool known = std::any_of(settings_table.begin(), settings_table.end(),
                                     [&](const Setting& setting) { return setting.key == item.key(); });
      if (!known) {
        report(Severity::note, item.key(), "the key " + in_quotes(item.key()) + " is not known and has no effect");
      }
    }
    return settings;
  }

 private:
  void report(Severity severity, std::string_view key, std::string message) {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    if (const std::size_t offset = text_.find(in_quotes(key)); offset != std::string_view::npos) {
      hub::locate(text_, offset, line, column);
    }
    reporter_.report(severity, line, column, std::move(message));
  }
  void problem(std::string_view key, std::string message) { report(Severity::error, key, std::move(message)); }

  void check_language(KioskSettings& settings) {
    if (settings.language.empty()) {
      return;
    }
    std::string known = in_quotes(hub_.language);
    for (std::size_t i = 1; i < hub_.languages.size(); ++i) {
      known += ", " + in_quotes(hub_.languages[i].code);
    }
    const bool found = settings.language == hub_.language ||
                       std::any_of(hub_.languages.begin(), hub_.languages.end(),
                                   [&](const hub::Language& language) { return language.code == settings.language; });
    if (!found) {
      problem("language", "this hub is not in " + in_quotes(settings.language) + "; its languages are " + known);
      settings.language.clear();
    }
  }

  void check_page(std::string_view key, const std::string& route) {
    const hub::SplitRoute split = hub::split_route(hub_, route);
    if (!route.empty() && hub::find_route(hub_, split.route).missing()) {
      problem(key, "this hub has no page " + in_quotes(route) +
                       "; write a route as it stands in its address, such as \"data-spaces/\"");
    }
  }

  std::string_view text_;
  hub::Reporter& reporter_;
  const hub::Hub& hub_;
};

}  // namespace

KioskSettings read_kiosk_settings(const hub::Project& project, Diagnostics& diagnostics) {
  const std::filesystem::path path =
      std::filesystem::path(project.configuration_file).parent_path() / kiosk_settings_file;
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) {
    return usual_settings(project.hub);
  }
  hub::Reporter reporter(path.string(), diagnostics);
  const auto text = read_file(path, most_settings_bytes);
  if (!text) {
    reporter.report(Severity::error, 0, 0, "the kiosk's settings cannot be read: " + text.error().message);
    return {};
  }
  const auto root = hub::read_json(*text, reporter);
  if (!root) {
    diagnostics.push_back(Diagnostic{Severity::error, root.error().where, 0, 0, root.error().message});
    return {};
  }
  if (!root->is_object()) {
    reporter.report(Severity::error, 1, 1, "the kiosk's settings must be an object in braces");
    return {};
  }
  return Reader(*text, reporter, project.hub).read(*root);
}

std::string kiosk_settings_json(const KioskSettings& settings) {
  ordered_json all = ordered_json::object();
  for (const Setting& setting : settings_table) {
    all[std::string(setting.key)] = value_of(setting, settings);
  }
  return text_of(all, 2) + "\n";
}

std::string kiosk_settings_rules(const KioskSettings& settings) {
  ordered_json all = ordered_json::array();
  for (const Setting& setting : settings_table) {
    ordered_json rule = {{"key", setting.key}, {"value", value_of(setting, settings)}, {"must", demand(setting)}};
    if (std::holds_alternative<int KioskSettings::*>(setting.member)) {
      rule["least"] = setting.least;
      rule["most"] = setting.most;
    }
    if (!setting.pattern.empty()) {
      rule["pattern"] = "^(?:" + std::string(setting.pattern) + ")$";
    }
    all.push_back(std::move(rule));
  }
  return text_of(all, -1);
}

}  // namespace hubglass::site
