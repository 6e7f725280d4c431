// What a page costs grows with its length and no faster. Work is counted, not timed, but for a coarse check of the
// processor's time that shows what nobody thought of counting.

#include "html/html.h"
#include "html/mirror.h"
#include "hub/compose.h"
#include "hub/index.h"
#include "layout/fixed_text_engine.h"
#include "layout/layout.h"
#include "markdown/markdown.h"
#include "unit/growth/constructs.h"
#include "unit/growth/heap.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <limits>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace hubglass {
namespace {

using tests::Construct;

constexpr double most_growth = 2.2;            // of any cost when a page is twice as long
constexpr double most_growth_of_time = 3;      // beyond the page's own, which is coarse but holds on a busy machine
constexpr std::size_t most_output = 32;        // times the page's own size
constexpr std::size_t free_output = 1u << 20;  // bytes
constexpr std::array widths = {720.0F, 300.0F, 60.0F};

/// What is counted while a page becomes HTML, a layout and a mirror.
struct Costs {
  std::size_t allocated = 0;  ///< bytes, over the whole time
  std::size_t peak = 0;       ///< bytes, at once
  std::size_t document = 0;   ///< bytes of text
  std::size_t html = 0;       ///< bytes
  std::size_t mirror = 0;     ///< bytes
  std::size_t measured = 0;   ///< texts
  std::size_t measured_bytes = 0;
  std::size_t items = 0;
  std::size_t lines = 0;
  bool refused = false;
};

Costs costs_of(const std::string& source) {
  Costs costs;
  tests::Heap::restart();
  {
    const auto parsed = markdown::parse(source, "page.md");
    costs.refused = !parsed;
    if (parsed) {
      const document::Document& document = parsed->document;
      costs.document = document.text.size();
      costs.html = html::to_html(document, {}).size();
      layout::FixedTextEngine engine(layout::default_theme());
      for (const float width : widths) {
        layout::Layout layout(document, layout::default_theme(), engine, layout::Region::content, width, width);
        layout.advance(std::numeric_limits<float>::infinity());
        costs.items += layout.list().items.size();
        costs.lines += layout.geometry().breaks.size();
        html::Options options;
        options.geometry = &layout.geometry();
        std::vector<std::uint8_t> bytes;
        html::write_mirror(document, options, bytes);
        costs.mirror += bytes.size();
      }
      costs.measured = engine.measured;
      costs.measured_bytes = engine.measured_bytes;
    } else {
      EXPECT_EQ(parsed.error().code, ErrorCode::budget_exceeded);
      EXPECT_FALSE(parsed.error().message.empty());
    }
  }
  costs.allocated = tests::Heap::allocated();
  costs.peak = tests::Heap::peak();
  return costs;
}

double seconds_for(const std::string& source) {
  double least = std::numeric_limits<double>::infinity();
  for (int i = 0; i < 3; ++i) {
    const std::clock_t start = std::clock();
    costs_of(source);
    least = std::min(least, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return least;
}

class Growth : public testing::TestWithParam<Construct> {};

TEST_P(Growth, TwiceThePageCostsTwiceTheWork) {
  constexpr std::size_t size = 24u << 10;
  const std::string source = GetParam().make(2 * size);
  const Costs once = costs_of(GetParam().make(size));
  const Costs twice = costs_of(source);
  if (twice.refused) {
    return;  // in a sentence, and before it cost much
  }
  const auto expect_linear = [](const char* what, std::size_t before, std::size_t after) {
    constexpr double fixed = 4096;  // tables that are there for any page
    EXPECT_LE(static_cast<double>(after), most_growth * static_cast<double>(before) + fixed)
        << what << ": " << before << ", then " << after;
  };
  expect_linear("bytes allocated", once.allocated, twice.allocated);
  expect_linear("bytes held", once.peak, twice.peak);
  expect_linear("bytes of the document's text", once.document, twice.document);
  expect_linear("bytes of HTML", once.html, twice.html);
  expect_linear("bytes of the mirror", once.mirror, twice.mirror);
  expect_linear("texts measured", once.measured, twice.measured);
  expect_linear("bytes measured", once.measured_bytes, twice.measured_bytes);
  expect_linear("items", once.items, twice.items);
  expect_linear("line ends", once.lines, twice.lines);
  EXPECT_LE(twice.html, most_output * source.size() + free_output);
}

TEST_P(Growth, ALongPageTakesNoLongerThanItsLength) {
  constexpr std::size_t size = 8u << 10;
  constexpr std::size_t times = 16;
  const double once = seconds_for(GetParam().make(size));
  const double much = seconds_for(GetParam().make(times * size));
  EXPECT_LE(much, most_growth_of_time * times * std::max(once, 0.002));
}

/// Seconds to resolve as many links that lead nowhere, to pages and to anchors, as the hub has pages and the page
/// headings.
double seconds_to_resolve(std::size_t count) {
  hub::Hub hub;
  std::string source;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(1'000'000 + i);
    hub.pages.emplace_back().source = "Page-" + number + ".md";
    hub.pages.back().route = "page-" + number + "/";
    source += "## Heading " + number + " {#Id-" + number + "}\n\n[a](no-" + number + ".md) [b](#no-" + number + ")\n\n";
  }
  const auto parsed = markdown::parse(source, "page.md");
  EXPECT_TRUE(parsed);
  double least = std::numeric_limits<double>::infinity();
  for (int i = 0; parsed && i < 3; ++i) {
    document::Document document = parsed->document;
    const std::clock_t start = std::clock();
    hub::HubIndex index = hub::make_index(hub);
    hub::add_anchors(index, 0, document);
    Diagnostics found;
    hub::resolve(document, hub, index, 0, &found);
    least = std::min(least, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    EXPECT_EQ(found.size(), 2 * count);
  }
  return least;
}

TEST(GrowthOfAHub, BrokenLinksAreNotComparedWithAllPages) {
  constexpr std::size_t count = 400;
  constexpr std::size_t times = 16;
  EXPECT_LE(seconds_to_resolve(times * count),
            most_growth_of_time * times * std::max(seconds_to_resolve(count), 0.002));
}

INSTANTIATE_TEST_SUITE_P(, Growth, testing::ValuesIn(tests::constructs()),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace hubglass
