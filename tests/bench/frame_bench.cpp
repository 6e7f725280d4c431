#include "app/app.h"
#include "hub/compose.h"
#include "layout/fixed_text_engine.h"
#include "markdown/markdown.h"
#include "pack/write/write.h"
#include "paint/raster.h"

#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>
#include <utility>

/// What a frame costs the processor, without the browser: ImGui frame, views, draw lists. One page of the bundled hub,
/// repeated to the length of a large cluster page.
namespace hubglass {
namespace {

/// Takes jobs and draws nothing: texels are the browser's work.
class NullRaster : public paint::Raster {
 public:
  [[nodiscard]] std::uint32_t largest_atlas() const override { return 8192; }
  std::uint64_t resize_atlas(std::uint32_t) override { return 1; }
  void draw(std::span<const paint::RasterJob> jobs) override { fragments += jobs.size(); }
  std::uint64_t image(std::string_view, std::uint32_t, std::uint32_t) override { return 2; }
  std::size_t fragments = 0;
};

std::string read_file(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::string longest_page() {
  std::string longest;
  const std::filesystem::path folder = std::filesystem::path(HUBGLASS_SOURCE_DIR) / "content";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".md") {
      std::string text = read_file(entry.path());
      longest = text.size() > longest.size() ? std::move(text) : longest;
    }
  }
  std::string page;
  while (page.size() < 60'000 && !longest.empty()) {
    page += longest + "\n\n";
  }
  return page;
}

struct Fixture {
  Fixture() {
    hub::Hub hub;
    hub.title = "Bench";
    hub.pages = {{.source = "index.md", .route = "", .title = "Home", .description = "."}};
    hub.navigation = {{.title = "Home", .page = 0}};
    instance.set_viewport({.width = 1280, .height = 800, .scale = 2});
    const auto page = markdown::parse(longest_page(), "index.md");
    const std::string pack = pack::write(hub::Composer(hub).compose({.page = 0}, page->document));
    loaded = static_cast<bool>(instance.open_page(pack)) && instance.show_page() &&
             instance.lay_out(std::numeric_limits<float>::infinity());
  }

  layout::FixedTextEngine engine{layout::default_theme()};
  app::Instance instance{engine};
  NullRaster raster;
  bool loaded = false;
};

void steady_frame(benchmark::State& state, app::Surface surface) {
  Fixture fixture;
  if (!fixture.loaded) {
    state.SkipWithError("The bench page could not be loaded.");
    return;
  }
  double now = 0;
  const float height = surface == app::Surface::content ? 1600 : 800;
  for (auto _ : state) {
    now += 16;
    fixture.instance.draw(surface, fixture.raster, {0, 1000, 1280, height}, now);
  }
  const app::Statistics statistics = fixture.instance.statistics(surface);
  state.counters["vertices"] = statistics.vertices;
  state.counters["draw_calls"] = statistics.draw_calls;
}

void BM_SteadyContentFrame(benchmark::State& state) {
  steady_frame(state, app::Surface::content);
}
void BM_SteadyFrameSurface(benchmark::State& state) {
  steady_frame(state, app::Surface::frame);
}

void BM_ScrollingContentFrame(benchmark::State& state) {
  Fixture fixture;
  if (!fixture.loaded) {
    state.SkipWithError("The bench page could not be loaded.");
    return;
  }
  const float end = fixture.instance.placement(layout::Region::content).height - 1600;
  float top = 0;
  double now = 0;
  for (auto _ : state) {
    top += 400;
    if (top >= end) {
      top = 0;
      fixture.instance.forget_textures(app::Surface::content);  // else the second way down finds all texels there
    }
    now += 16;
    fixture.instance.draw(app::Surface::content, fixture.raster, {0, top, 1280, 1600}, now);
  }
  state.counters["fragments"] =
      benchmark::Counter(static_cast<double>(fixture.raster.fragments), benchmark::Counter::kAvgIterations);
}

BENCHMARK(BM_SteadyContentFrame);
BENCHMARK(BM_SteadyFrameSurface);
BENCHMARK(BM_ScrollingContentFrame);

}  // namespace
}  // namespace hubglass
