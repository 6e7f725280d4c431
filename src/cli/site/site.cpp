#include "cli/site/site.h"

#include "cli/site/addresses.h"
#include "cli/site/assets.h"
#include "cli/site/compress.h"
#include "cli/site/embed.h"
#include "cli/site/engine.h"
#include "cli/site/host_files.h"
#include "cli/site/kiosk.h"
#include "cli/site/output.h"
#include "cli/site/page_icon.h"
#include "cli/site/parallel.h"
#include "cli/site/progress.h"
#include "cli/site/routes.h"
#include "hub/native/initiatives_json.h"
#include "layout/native/css.h"
#include "layout/theme.h"
#include "pack/pack.h"

#include <algorithm>
#include <iterator>
#include <numeric>
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
  void make_pack();

 private:
  void make_assets();
  void make_pages(const Engine& engine);
  void make_kiosk(const Engine& engine, const html::PageOptions& names);
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
  std::string pack_path_;
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

void SiteBuilder::make_pack() {
  const Clock::time_point start = Clock::now();
  std::vector<std::vector<std::string>> translations;
  for (const hub::Translations& language : project_.translations) {
    translations.push_back(language.texts);
  }
  std::string bytes = pack::write(project_.hub, project_.page_texts, translations);
  report_.pack_bytes = bytes.size();
  // What readers would refuse must not be published.
  if (auto checked = pack::read(bytes); !checked) {
    diagnostics_.push_back(Diagnostic{Severity::error, project_.configuration_file, 0, 0,
                                      checked.error().message + " (" + checked.error().where + ")"});
  }
  pack_path_ = hashed_name("hub.hubpack", ".hubpack", bytes);
  files_.push_back({pack_path_, std::move(bytes)});
  report_.timings.pack = milliseconds_since(start);
}

void SiteBuilder::make_pages(const Engine& engine) {
  const layout::Theme& theme = layout::default_theme();
  std::string css = layout::page_css(theme);
  const std::string css_path = hashed_name("site.css", ".css", css);
  files_.push_back({css_path, std::move(css)});
  const auto surface = static_cast<std::size_t>(layout::Colour::surface);
  const std::string light = css_colour(theme.light[surface]);
  const std::string dark = css_colour(theme.dark[surface]);
  html::PageOptions names;
  names.css = css_path;
  names.script = engine.script;
  names.modules.assign(engine.modules.begin(), engine.modules.end());
  names.engine = engine.web_assembly;
  names.pack = pack_path_;
  names.surface_light = light;
  names.surface_dark = dark;
  const std::string icon = page_icon(project_.hub, files_);
  names.icon = icon;
  // Where an embedded <hub-glass> finds its parts; the names are ours and need no escaping.
  const std::string script = engine.modules.empty() ? engine.script : engine.modules.front();
  files_.push_back({"hub-glass.json", "{\"engine\": \"" + engine.web_assembly + "\", \"pack\": \"" + pack_path_ +
                                          "\", \"styles\": \"" + css_path + "\", \"script\": \"" + script + "\"}\n"});
  append(files_, write_routes(project_, names, threads_, progress_, report_.timings));
  append(files_, embed_files(project_.hub, engine, names));
  make_kiosk(engine, names);
}

void SiteBuilder::make_kiosk(const Engine& engine, const html::PageOptions& names) {
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
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < files_.size(); ++i) {
    if (is_compressible(files_[i].path)) {
      order.push_back(i);
    }
  }
  // Long ones first, so that no thread is left with one at the end.
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return files_[a].bytes.size() > files_[b].bytes.size(); });
  compressed_.resize(order.size() * 2);
  progress_.begin("compression", order.size());
  parallel_for(order.size(), threads_, [&](std::size_t i) {
    const OutputFile& file = files_[order[i]];
    Compressed made = cached_compressed(file.bytes, cache_);
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
  make_pack();
  if (!has_error(diagnostics_)) {
    make_pages(*engine);
    append(files_, std::move(engine->files));
    append(files_, host_files(project_.hub));
    files_.push_back({"data/initiatives.json", hub::initiatives_json(project_.hub)});
    if (!engine->kiosk_worker.empty()) {
      files_.push_back(kiosk_worker(*engine, files_));
    }
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
  builder.make_pack();
}

Result<SiteReport> write_site(hub::Project& project, const SiteOptions& options, Diagnostics& diagnostics) {
  return SiteBuilder(project, options, diagnostics).build();
}

}  // namespace hubglass::site
