#include "document/abbreviations.h"
#include "markdown/markdown.h"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace hubglass {
namespace {

/// All Markdown below the folder that HUBGLASS_CORPUS names (the bundled content when it names none), repeated to 2 MB.
std::string corpus() {
  const char* named = std::getenv("HUBGLASS_CORPUS");
  const std::filesystem::path folder = named != nullptr ? named : HUBGLASS_SOURCE_DIR "/content";
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".md") files.push_back(entry.path());
  }
  std::string once;
  for (const auto& file : files) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    once += text.str() + "\n\n";
  }
  constexpr std::size_t wanted = 2u << 20;
  std::string text;
  while (!once.empty() && text.size() < wanted) text += once;
  return text;
}

void parse_markdown(benchmark::State& state) {
  const std::string text = corpus();
  for (auto _ : state) {
    auto parsed = markdown::parse(text, "corpus.md");
    if (!parsed) {
      state.SkipWithError(parsed.error().message.c_str());
      break;
    }
    benchmark::DoNotOptimize(parsed->document.blocks.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}
BENCHMARK(parse_markdown)->Unit(benchmark::kMillisecond);

void parse_commonmark_only(benchmark::State& state) {
  const std::string text = corpus();
  for (auto _ : state) {
    auto parsed = markdown::parse(text, "corpus.md", {.conformance = true});
    benchmark::DoNotOptimize(parsed);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}
BENCHMARK(parse_commonmark_only)->Unit(benchmark::kMillisecond);

/// Looking up the terms of a glossary; that they are many must not be felt.
void find_terms(benchmark::State& state) {
  const std::string text = corpus();
  std::vector<document::TermMatcher::Term> terms = {{"local digital twin", "x", {}}, {"data space", "x", {}}};
  for (std::int64_t i = 2; i < state.range(0); ++i) terms.push_back({"term number " + std::to_string(i), "x", {}});
  const document::TermMatcher matcher(std::move(terms));
  for (auto _ : state) {
    std::size_t from = 0;
    while (const auto match = matcher.find(text, from)) from = match->end;
    benchmark::DoNotOptimize(from);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}
BENCHMARK(find_terms)->Arg(2)->Arg(4000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace hubglass
