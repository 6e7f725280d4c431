#include "cli/site/site.h"

#include "cli/site/addresses.h"
#include "cli/site/assets.h"
#include "cli/site/compress.h"
#include "cli/site/copies.h"
#include "cli/site/embed.h"
#include "cli/site/engine.h"
#include "cli/site/host_files.h"
#include "cli/site/kiosk.h"
#include "cli/site/notices.h"
#include "cli/site/output.h"
#include "cli/site/page_icon.h"
#include "cli/site/parallel.h"
#include "cli/site/progress.h"
#include "cli/site/routes.h"
#include "hub/native/initiatives_json.h"
#include "layout/native/css.h"
#include "layout/theme.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <set>
#include <utility>

namespace hubglass::site {
namespace {

bool has_error(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::error; });
}

void append(std::vector<OutputFile>& files, std::vector<OutputFile>&& more) {
  files.insert(files.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// "#RRGGBB" of a theme colour.
std::string css_colour(layout::Rgba colour) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text = "#";
  for (int shift = 28; shift >= 8; shift -= 4) {
    text += digits[colour >> shift & 15];
  }
  return text;
}

class SiteBuilder {
 public:
  SiteBuilder(hub::Project& project, const SiteOptions& options, Diagnostics& diagnostics)
      : project_(project),
        options_(options),
        diagnostics_(diagnostics),
        threads_(options.threads == 0 ? default_threads() : options.threads),
        cache_(!options.use_cache       ? std::filesystem::path()
               : !options.cache.empty() ? options.cache
                                        : Cache::default_folder()) {}

  Result<SiteReport> build();
  /// Looks for everything that can be found without making anything.
  void examine();
  /// Looks for what shows only in finished pages.
  void examine_pages();

 private:
  void make_assets();
  void make_pages(const Engine& engine);
  /// Whether no page stands where the site would have something of its own; says so otherwise.
  bool is_free(std::string_view folder, std::string_view what);
  void make_kiosk(const Engine& engine, const PageOptions& names);
  void make_compressed();
  Result<void> write(OutputFolder& output);

  hub::Project& project_;
  const SiteOptions& options_;
  Diagnostics& diagnostics_;
  unsigned threads_;
  Cache cache_;
  Clock::time_point start_ = Clock::now();
  ProgressMeter progress_{options_.progress, start_};
  std::vector<OutputFile> files_;
  std::vector<OutputFile> compressed_;
  KioskSettings kiosk_settings_;
  SiteReport report_;
};

void SiteBuilder::examine() {
  const Clock::time_point start = Clock::now();
  check_addresses(project_, diagnostics_);
  kiosk_settings_ = read_kiosk_settings(project_, diagnostics_);
  prepare_assets(project_, AssetWork::look, options_, threads_, cache_, progress_, diagnostics_);
  report_.timings.images = milliseconds_since(start);
}

void SiteBuilder::examine_pages() {
  Diagnostics known;  // what links lead astray was told when the project was read
  resolve_pages(project_, threads_, known);
  write_routes(project_, {}, threads_, progress_, report_.timings, diagnostics_);
}

void SiteBuilder::make_assets() {
  const Clock::time_point start = Clock::now();
  PreparedAssets assets =
      prepare_assets(project_, AssetWork::make, options_, threads_, cache_, progress_, diagnostics_);
  report_.images = assets.images;
  report_.image_bytes_before = assets.bytes_before;
  report_.image_bytes_after = assets.bytes_after;
  append(files_, std::move(assets.files));
  report_.timings.images += milliseconds_since(start);
}

void SiteBuilder::make_pages(const Engine& engine) {
  const layout::Theme& theme = layout::default_theme();
  std::string css = layout::page_css(theme);
  const std::string css_path = hashed_name("site.css", ".css", css);
  files_.push_back({css_path, std::move(css)});
  const auto surface = static_cast<std::size_t>(layout::Colour::surface);
  const std::string light = css_colour(theme.light[surface]);
  const std::string dark = css_colour(theme.dark[surface]);
  PageOptions names;
  names.css = css_path;
  names.script = engine.script;
  names.modules.assign(engine.modules.begin(), engine.modules.end());
  names.engine = engine.web_assembly;
  names.surface_light = light;
  names.surface_dark = dark;
  const std::string icon = page_icon(project_.hub, files_);
  names.icon = icon;
  append(files_, write_routes(project_, names, threads_, progress_, report_.timings, diagnostics_));
  std::string packs;
  for (const OutputFile& file : files_) {
    if (file.path.ends_with(".hubpack")) {
      packs += file.path + content_hash(file.bytes);
      report_.pack_bytes += file.bytes.size();
    }
  }
  // Where an embedded <hub-glass> finds its parts, and by what a reader of long knows that there is something newer;
  // the names are ours and need no escaping.
  const std::string script = engine.modules.empty() ? engine.script : engine.modules.front();
  files_.push_back({"hub-glass.json", "{\"engine\": \"" + engine.web_assembly + "\", \"styles\": \"" + css_path +
                                          "\", \"script\": \"" + script + "\", \"edition\": \"" + content_hash(packs) +
                                          "\"}\n"});
  if (is_free("embed/", "frame for other sites")) {
    append(files_, embed_files(project_.hub, engine, names));
  }
  if (is_free("kiosk/", "kiosk")) {
    make_kiosk(engine, names);
  }
}

bool SiteBuilder::is_free(std::string_view folder, std::string_view what) {
  if (!has_pages_in(project_.hub, folder)) {
    return true;
  }
  diagnostics_.push_back(Diagnostic{Severity::warning, project_.configuration_file, 0, 0,
                                    "the site has no " + std::string(what) + " of its own, because pages stand at '" +
                                        std::string(folder) + "', where it would be; rename them if you need it"});
  return false;
}

void SiteBuilder::make_kiosk(const Engine& engine, const PageOptions& names) {
  std::string css = layout::page_css(layout::kiosk_theme());
  const std::string css_path = hashed_name("kiosk.css", ".css", css);
  std::vector<OutputFile> made = kiosk_files(project_, engine, kiosk_settings_, names, css_path);
  if (!made.empty()) {
    files_.push_back({css_path, std::move(css)});
    append(files_, std::move(made));
  }
}

void SiteBuilder::make_compressed() {
  const Clock::time_point start = Clock::now();
  std::set<std::string_view> paths;  // an author may bring compressed files along
  for (const OutputFile& file : files_) {
    paths.insert(file.path);
  }
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < files_.size(); ++i) {
    if (is_compressible(files_[i].path) && !paths.contains(files_[i].path + ".br") &&
        !paths.contains(files_[i].path + ".gz")) {
      order.push_back(i);
    }
  }
  // The pages of a large hub are compressed quickly; what every reader loads stays as small as can be.
  constexpr std::size_t most_dense = 600;
  const int page_level = order.size() > most_dense ? quick : densest;
  // Long ones first, so that no thread is left with one at the end.
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return files_[a].bytes.size() > files_[b].bytes.size(); });
  compressed_.resize(order.size() * 2);
  progress_.begin("compression", order.size());
  parallel_for(order.size(), threads_, [&](std::size_t i) {
    const OutputFile& file = files_[order[i]];
    const bool is_page = file.path.ends_with(".html") || file.path.ends_with(".hubpack");
    Compressed made = cached_compressed(file.bytes, is_page ? page_level : densest, cache_);
    compressed_[i * 2] = {file.path + ".br", std::move(made.brotli)};
    compressed_[i * 2 + 1] = {file.path + ".gz", std::move(made.gzip)};
    progress_.step();
  });
  for (const OutputFile& file : compressed_) {
    if (file.bytes.empty()) {
      diagnostics_.push_back(
          Diagnostic{Severity::error, file.path, 0, 0, "there is not enough memory to make this file"});
    }
  }
  report_.timings.compression = milliseconds_since(start);
}

Result<void> SiteBuilder::write(OutputFolder& output) {
  const Clock::time_point start = Clock::now();
  std::vector<const OutputFile*> all;
  for (const auto* list : {&files_, &compressed_}) {
    for (const OutputFile& file : *list) {
      all.push_back(&file);
    }
  }
  const OutputFolder::Change change = output.write(all, diagnostics_);
  report_.files = all.size();
  report_.changed = change.written;
  report_.removed = change.removed;
  report_.written = !has_error(diagnostics_);
  report_.timings.write = milliseconds_since(start);
  if (change.failed) {
    return fail(ErrorCode::file_unwritable,
                "the site could not be written, so this folder is as it was; build again when that is mended",
                options_.output.string());
  }
  return {};
}

Result<SiteReport> SiteBuilder::build() {
  auto output =
      OutputFolder::open(options_.output, cache_.folder().empty() ? cache_.folder() : cache_.folder() / "outputs");
  if (!output) {
    return tl::unexpected<Error>(output.error());
  }
  auto engine = read_engine(options_.engine.empty() ? find_engine_folder() : options_.engine);
  if (!engine) {
    return tl::unexpected<Error>(engine.error());
  }
  examine();
  // What is slow is begun only when nothing is known that keeps the site from being written.
  if (!has_error(diagnostics_)) {
    make_assets();
  }
  const Clock::time_point before_resolving = Clock::now();
  resolve_pages(project_, threads_, diagnostics_);
  report_.timings.compose = milliseconds_since(before_resolving);
  report_.routes = all_routes(project_.hub).size() * std::max<std::size_t>(1, project_.hub.languages.size());
  if (!has_error(diagnostics_)) {
    make_pages(*engine);
    append(files_, std::move(engine->files));
    append(files_, host_files(project_));
    files_.push_back({"data/initiatives.json", hub::initiatives_json(project_.hub)});
    if (!engine->kiosk_worker.empty() && !has_pages_in(project_.hub, "kiosk/")) {
      files_.push_back(kiosk_worker(*engine, files_));
    }
    // After the worker: a kiosk need not keep them.
    auto notices = third_party_notices(*engine, project_.hub, !engine->kiosk_script.empty());
    if (!notices) {
      return tl::unexpected<Error>(notices.error());
    }
    if (!notices->empty()) {
      files_.push_back({std::string(notices_file), std::move(*notices)});
    }
    add_redirects(project_, files_, diagnostics_);
    add_copies(project_, files_, diagnostics_);
    report_.bytes = std::accumulate(files_.begin(), files_.end(), std::uint64_t{0},
                                    [](std::uint64_t sum, const OutputFile& file) { return sum + file.bytes.size(); });
    if (options_.compress) {
      make_compressed();
    }
    HUBGLASS_TRY(write(*output));
    cache_.trim();
  }
  if (project_.hub.site_url.empty()) {
    diagnostics_.push_back(Diagnostic{Severity::note, project_.configuration_file, 0, 0,
                                      "the site's address is not stated (site_url), so there is no sitemap.xml"});
  }
  if (const std::string problem = cache_.problem(); !problem.empty()) {
    diagnostics_.push_back(Diagnostic{Severity::warning, cache_.folder().string(), 0, 0, problem});
  }
  report_.timings.total = milliseconds_since(start_);
  return report_;
}

}  // namespace

void examine_site(hub::Project& project, const SiteOptions& options, Diagnostics& diagnostics) {
  SiteBuilder builder(project, options, diagnostics);
  builder.examine();
  builder.examine_pages();
}

Result<SiteReport> write_site(hub::Project& project, const SiteOptions& options, Diagnostics& diagnostics) {
  return SiteBuilder(project, options, diagnostics).build();
}

}  // namespace hubglass::site
