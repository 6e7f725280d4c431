// How much Markdown is parsed and laid out per second: a project's pages, repeated. HUBGLASS_CORPUS names the project;
// without it the bundled hub is used.

#include "layout/fixed_text_engine.h"
#include "layout/layout.h"
#include "layout/measurer.h"
#include "markdown/markdown.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

namespace {

using namespace hubglass;

constexpr std::size_t repetitions = 8;
constexpr float everything = std::numeric_limits<float>::infinity();

struct Pages {
  std::vector<std::string> sources;
  std::vector<document::Document> documents;
  std::size_t bytes = 0;
};

std::vector<std::filesystem::path> markdown_files() {
  const char* corpus = std::getenv("HUBGLASS_CORPUS");
  const std::filesystem::path folder = corpus != nullptr ? corpus : HUBGLASS_SOURCE_DIR "/content";
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() == ".md") {
      files.push_back(at->path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

const Pages& pages() {
  static const Pages loaded = [] {
    Pages result;
    for (const std::filesystem::path& file : markdown_files()) {
      std::ifstream stream(file, std::ios::binary);
      const std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
      std::string source;
      for (std::size_t i = 0; i < repetitions; ++i) {
        source += text;
        source += "\n\n";
      }
      if (auto parsed = markdown::parse(source, file.filename().string())) {
        result.bytes += source.size();
        result.sources.push_back(std::move(source));
        result.documents.push_back(std::move(parsed->document));
      }
    }
    return result;
  }();
  return loaded;
}

float lay_out(const document::Document& document, layout::TextEngine& engine, layout::Measurer& measurer) {
  layout::Layout layout(document, layout::default_theme(), engine, layout::Region::content, 720, 1280, &measurer);
  layout.advance(everything);
  return layout.list().height;
}

void report(benchmark::State& state, const Pages& all) {
  if (all.bytes == 0) {
    state.SkipWithError("no Markdown: set HUBGLASS_CORPUS to a project's folder");
    return;
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * all.bytes));
}

void parse(benchmark::State& state) {
  const Pages& all = pages();
  for (auto _ : state) {
    for (const std::string& source : all.sources) {
      auto parsed = markdown::parse(source, "page.md");
      benchmark::DoNotOptimize(parsed);
    }
  }
  report(state, all);
}

void lay_out_pages(benchmark::State& state) {
  const Pages& all = pages();
  layout::FixedTextEngine engine(layout::default_theme());
  layout::Measurer measurer(engine);
  for (auto _ : state) {
    for (const document::Document& document : all.documents) {
      benchmark::DoNotOptimize(lay_out(document, engine, measurer));
    }
  }
  report(state, all);
}

void parse_and_lay_out(benchmark::State& state) {
  const Pages& all = pages();
  layout::FixedTextEngine engine(layout::default_theme());
  layout::Measurer measurer(engine);
  for (auto _ : state) {
    for (const std::string& source : all.sources) {
      auto parsed = markdown::parse(source, "page.md");
      if (parsed) {
        benchmark::DoNotOptimize(lay_out(parsed->document, engine, measurer));
      }
    }
  }
  report(state, all);
}

/// What a reader waits for on opening a page: the first screen, words not yet known.
void first_screen(benchmark::State& state) {
  const Pages& all = pages();
  for (auto _ : state) {
    layout::FixedTextEngine engine(layout::default_theme());
    for (const document::Document& document : all.documents) {
      layout::Layout layout(document, layout::default_theme(), engine, layout::Region::content, 720, 1280);
      layout.advance(1000);
      benchmark::DoNotOptimize(layout.list().height);
    }
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * all.documents.size()));
}

BENCHMARK(parse)->Unit(benchmark::kMillisecond);
BENCHMARK(lay_out_pages)->Unit(benchmark::kMillisecond);
BENCHMARK(parse_and_lay_out)->Unit(benchmark::kMillisecond);
BENCHMARK(first_screen)->Unit(benchmark::kMicrosecond);

}  // namespace
