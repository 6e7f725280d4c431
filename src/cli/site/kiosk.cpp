#include "cli/site/kiosk.h"

#include "cli/site/page_files.h"
#include "cli/site/routes.h"
#include "hub/edition.h"
#include "hub/writer.h"
#include "text/address.h"
#include "text/sha256.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace hubglass::site {
namespace {

using nlohmann::ordered_json;

constexpr std::string_view folder = "kiosk/";

std::string text_of(const ordered_json& value) {
  return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

ordered_json icon_of(const hub::Hub& hub, const hub::Cluster& cluster) {
  const auto found = hub.icons.find(cluster.icon);
  if (found == hub.icons.end()) {
    return nullptr;
  }
  const hub::Icon& icon = found->second;
  return {{"width", icon.width}, {"height", icon.height}, {"path", icon.path}};
}

ordered_json picture_of(const hub::Hub& hub, hub::Index index) {
  if (index == hub::none || index >= hub.assets.size()) {
    return nullptr;
  }
  const hub::Asset& asset = hub.assets[index];
  return {{"file", text::encode_address(asset.file)}, {"width", asset.width}, {"height", asset.height}};
}

/// What the pages are called in the menu, by the original's routes; clusters as the hub calls them.
ordered_json titles_of(const hub::Hub& hub) {
  ordered_json titles = ordered_json::object();
  for (const hub::Page& page : hub.pages) {
    const hub::Cluster* cluster = page.cluster == hub::none ? nullptr : &hub.clusters[page.cluster];
    titles[page.route] = {{"title", cluster == nullptr ? page.title : cluster->title},
                          {"lang", cluster == nullptr ? page.language : cluster->language}};
  }
  for (const hub::Initiative& initiative : hub.initiatives) {
    titles[initiative.route] = {{"title", initiative.name}, {"lang", initiative.language}};
  }
  return titles;
}

/// What the tour shows in one language: each cluster, then its initiatives.
ordered_json tour_of(const hub::Hub& hub, hub::Index language) {
  ordered_json stops = ordered_json::array();
  for (const hub::Cluster& cluster : hub.clusters) {
    if (cluster.page == hub::none) {
      continue;
    }
    stops.push_back({{"route", hub::route_in(hub, language, {cluster.page, hub::none})},
                     {"title", cluster.title},
                     {"lang", cluster.language},
                     {"text", cluster.summary},
                     {"accent", cluster.accent},
                     {"count", cluster.initiatives.size()},
                     {"icon", icon_of(hub, cluster)}});
    for (const hub::Index index : cluster.initiatives) {
      const hub::Initiative& initiative = hub.initiatives[index];
      ordered_json stop = {{"route", hub::route_in(hub, language, {cluster.page, index})},
                           {"title", initiative.name},
                           {"lang", initiative.language},
                           {"text", initiative.summary},
                           {"accent", cluster.accent},
                           {"cluster", cluster.title},
                           {"monogram", hub::monogram(initiative.name)},
                           {"icon", icon_of(hub, cluster)}};
      if (ordered_json logo = picture_of(hub, initiative.logo); !logo.is_null()) {
        stop["logo"] = std::move(logo);
      }
      stops.push_back(std::move(stop));
    }
  }
  return stops;
}

std::string tour_json(const hub::Project& project) {
  const hub::Hub& hub = project.hub;
  ordered_json languages = ordered_json::array();
  const std::size_t count = std::max<std::size_t>(1, hub.languages.size());
  for (hub::Index language = 0; language < count; ++language) {
    const hub::Hub edition = language == 0 ? hub : hub::make_edition(hub, language);
    languages.push_back({{"code", edition.language},
                         {"name", hub.languages.empty() ? edition.language : hub.languages[language].name},
                         {"prefix", hub::route_prefix(hub, language)},
                         {"title", edition.title},
                         {"stops", tour_of(edition, language)},
                         {"pages", titles_of(edition)}});
  }
  return text_of({{"version", hub.version},
                  {"address", hub.site_url},
                  {"logo", picture_of(hub, hub.logo)},
                  {"languages", std::move(languages)}}) +
         "\n";
}

hub::Index language_of(const hub::Hub& hub, std::string_view code) {
  for (hub::Index i = 1; i < hub.languages.size(); ++i) {
    if (hub.languages[i].code == code) {
      return i;
    }
  }
  return 0;
}

/// The base64 of a hash, as `integrity` wants it.
std::string base64(const text::Sha256Digest& digest) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t i = 0; i < digest.size(); i += 3) {
    std::uint32_t bits = 0;
    for (std::size_t j = 0; j < 3; ++j) {
      bits = bits << 8 | (i + j < digest.size() ? static_cast<std::uint8_t>(digest[i + j]) : 0u);
    }
    const std::size_t used = std::min<std::size_t>(3, digest.size() - i);
    for (std::size_t j = 0; j < 4; ++j) {
      text += j <= used ? letters[bits >> (18 - 6 * j) & 63] : '=';
    }
  }
  return text;
}

/// Whether a kiosk needs a file when the network is gone. Its settings are left out: operators change them.
bool is_needed(std::string_view path) {
  if (path.starts_with(folder)) {
    return path != "kiosk/hubglass-kiosk.json";
  }
  if (path.starts_with("assets/")) {
    return true;
  }
  if (path.ends_with(".hubpack")) {
    return true;
  }
  const bool at_root = path.find('/') == std::string_view::npos;
  return at_root && (path.ends_with(".js") || path.ends_with(".mjs") || path.ends_with(".wasm"));
}

}  // namespace

std::vector<OutputFile> kiosk_files(const hub::Project& project, const Engine& engine, const KioskSettings& settings,
                                    const PageOptions& files, std::string_view css) {
  if (engine.kiosk_script.empty() || engine.kiosk_worker.empty()) {
    return {};
  }
  const hub::SplitRoute start = hub::split_route(project.hub, settings.start);
  const hub::Index language =
      start.language != 0 || settings.language.empty() ? start.language : language_of(project.hub, settings.language);
  const hub::Hub hub = language == 0 ? project.hub : hub::make_edition(project.hub, language);
  const hub::Composed composed =
      compose_route(project, hub, hub::Composer(hub), hub::find_route(project.hub, start.route));
  PageOptions options = files;
  options.route = folder;
  options.css = css;
  options.kiosk_script = engine.kiosk_script;
  const std::string pack = pack_file(composed.target.missing() ? composed.missing : composed.route);
  options.pack = pack;
  const std::string rules = kiosk_settings_rules(settings);
  options.kiosk_settings = rules;
  std::vector<OutputFile> made;
  made.push_back({"kiosk/index.html", page(hub, composed, options)});
  made.push_back({"kiosk/hubglass-kiosk.json", kiosk_settings_json(settings)});
  made.push_back({"kiosk/tour.json", tour_json(project)});
  return made;
}

OutputFile kiosk_worker(const Engine& engine, const std::vector<OutputFile>& files) {
  std::vector<const OutputFile*> needed;
  for (const OutputFile& file : files) {
    if (is_needed(file.path)) {
      needed.push_back(&file);
    }
  }
  std::sort(needed.begin(), needed.end(), [](const OutputFile* a, const OutputFile* b) { return a->path < b->path; });
  ordered_json entries = ordered_json::array();
  std::string all;
  for (const OutputFile* file : needed) {
    const text::Sha256Digest digest = text::sha256(file->bytes);
    const std::string hash = text::hexadecimal(digest);
    const std::string_view path = file->path;
    const std::string address =
        path.starts_with(folder) ? std::string(path.substr(folder.size())) : "../" + text::encode_address(path);
    entries.push_back({{"url", address}, {"revision", hash.substr(0, 16)}, {"integrity", "sha256-" + base64(digest)}});
    all += hash;
  }
  const ordered_json manifest = {{"build", content_hash(all + engine.kiosk_worker)}, {"entries", std::move(entries)}};
  return {"kiosk/worker.js", "self.hubglassKiosk=" + text_of(manifest) + ";\n" + engine.kiosk_worker};
}

}  // namespace hubglass::site
