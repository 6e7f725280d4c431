#include "cli/site/kiosk_settings.h"

#include "cli/site/files.h"
#include "hub/edition.h"
#include "hub/native/configuration.h"
#include "hub/native/json_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace hubglass::site {
namespace {

using nlohmann::json;

constexpr std::uint64_t most_settings_bytes = 64u << 10;
constexpr std::array<std::string_view, 11> keys = {
    "idle_seconds", "countdown_seconds", "tour",           "stop_seconds",     "start",         "language",
    "theme",        "service_code",      "update_minutes", "memory_megabytes", "low_navigation"};

std::string in_quotes(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

class Reader {
 public:
  Reader(std::string_view text, hub::Reporter& reporter, const hub::Hub& hub)
      : text_(text), reporter_(reporter), hub_(hub) {}

  KioskSettings read(const json& root) {
    KioskSettings settings;
    number(root, "idle_seconds", 5, 3600, settings.idle_seconds);
    number(root, "countdown_seconds", 3, 120, settings.countdown_seconds);
    flag(root, "tour", settings.tour);
    number(root, "stop_seconds", 4, 300, settings.stop_seconds);
    number(root, "update_minutes", 1, 10080, settings.update_minutes);
    number(root, "memory_megabytes", 64, 16384, settings.memory_megabytes);
    flag(root, "low_navigation", settings.low_navigation);
    if (text(root, "theme", settings.theme) && settings.theme != "auto" && settings.theme != "light" &&
        settings.theme != "dark") {
      problem("theme", "\"theme\" must be \"auto\", \"light\" or \"dark\"");
    }
    if (text(root, "service_code", settings.service_code)) {
      const std::string& code = settings.service_code;
      const bool digits = std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
      if (!code.empty() && (!digits || code.size() < 4 || code.size() > 12)) {
        problem("service_code", "\"service_code\" must be 4 to 12 digits, or empty for none");
      }
    }
    read_language(root, settings);
    read_start(root, settings);
    for (const auto& item : root.items()) {
      if (std::find(keys.begin(), keys.end(), item.key()) == keys.end()) {
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

  void number(const json& root, const char* key, int least, int most, int& value) {
    const auto found = root.find(key);
    if (found == root.end()) {
      return;
    }
    const bool whole = found->is_number_integer();
    const auto given = whole ? found->get<std::int64_t>() : 0;
    if (!whole || given < least || given > most) {
      problem(key, in_quotes(key) + " must be a whole number from " + std::to_string(least) + " to " +
                       std::to_string(most) + "; without it, it is " + std::to_string(value));
      return;
    }
    value = static_cast<int>(given);
  }

  void flag(const json& root, const char* key, bool& value) {
    const auto found = root.find(key);
    if (found == root.end()) {
      return;
    }
    if (!found->is_boolean()) {
      problem(key, in_quotes(key) + " must be true or false, without quotes");
      return;
    }
    value = found->get<bool>();
  }

  bool text(const json& root, const char* key, std::string& value) {
    const auto found = root.find(key);
    if (found == root.end()) {
      return false;
    }
    if (!found->is_string()) {
      problem(key, in_quotes(key) + " must be a text in quotes");
      return false;
    }
    value = found->get<std::string>();
    return true;
  }

  void read_language(const json& root, KioskSettings& settings) {
    if (!text(root, "language", settings.language) || settings.language.empty()) {
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

  void read_start(const json& root, KioskSettings& settings) {
    if (!text(root, "start", settings.start) || settings.start.empty()) {
      return;
    }
    const hub::SplitRoute split = hub::split_route(hub_, settings.start);
    if (hub::find_route(hub_, split.route).missing()) {
      problem("start", "this hub has no page " + in_quotes(settings.start) +
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
    return {};
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
  const nlohmann::ordered_json all = {{"idle_seconds", settings.idle_seconds},
                                      {"countdown_seconds", settings.countdown_seconds},
                                      {"tour", settings.tour},
                                      {"stop_seconds", settings.stop_seconds},
                                      {"start", settings.start},
                                      {"language", settings.language},
                                      {"theme", settings.theme},
                                      {"service_code", settings.service_code},
                                      {"update_minutes", settings.update_minutes},
                                      {"memory_megabytes", settings.memory_megabytes},
                                      {"low_navigation", settings.low_navigation}};
  return all.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace hubglass::site
