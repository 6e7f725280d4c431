#include "layout/theme.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include <gtest/gtest.h>

/// Every text upon every surface that a page can put it on, and what must be seen to use it, in both themes.
namespace hubglass::layout {
namespace {

double channel(unsigned value) {
  const double part = value / 255.0;
  return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(Rgba colour) {
  return 0.2126 * channel(colour >> 24) + 0.7152 * channel((colour >> 16) & 0xFFu) +
         0.0722 * channel((colour >> 8) & 0xFFu);
}

double contrast(Rgba a, Rgba b) {
  const double light = std::max(luminance(a), luminance(b));
  const double dark = std::min(luminance(a), luminance(b));
  return (light + 0.05) / (dark + 0.05);
}

struct Pair {
  Colour front;
  Colour ground;
};

struct Demand {
  const char* name;
  const Theme& theme;
  double text;
  double large;  ///< text of 18.66 px and more, bold: monograms
  double mark;   ///< icons, bullets, focus rings, edges of buttons
};

// Paragraphs, lists and tables may stand in admonitions, tables, cards, the fact panel and the drawer; links, muted
// words and code in each of them, and links in highlighted words.
constexpr std::array grounds = {
    Colour::surface,  Colour::raised,       Colour::sunken,      Colour::code_background, Colour::note_tint,
    Colour::tip_tint, Colour::warning_tint, Colour::danger_tint, Colour::accent_tint,     Colour::mark_background};
constexpr std::array words = {Colour::text, Colour::muted, Colour::accent};

constexpr std::array<Pair, 12> tinted = {{
    {Colour::cluster_1, Colour::cluster_1_tint},
    {Colour::cluster_2, Colour::cluster_2_tint},
    {Colour::cluster_3, Colour::cluster_3_tint},
    {Colour::cluster_4, Colour::cluster_4_tint},
    {Colour::cluster_5, Colour::cluster_5_tint},
    {Colour::cluster_6, Colour::cluster_6_tint},
    {Colour::accent, Colour::accent_tint},
    {Colour::note, Colour::note_tint},
    {Colour::tip, Colour::tip_tint},
    {Colour::warning, Colour::warning_tint},
    {Colour::danger, Colour::danger_tint},
    {Colour::on_accent, Colour::accent},
}};

class Contrast : public testing::TestWithParam<bool> {
 protected:
  [[nodiscard]] static Demand demand() {
    if (GetParam()) {
      return {"more contrast", contrast_theme(), 7, 4.5, 4.5};
    }
    return {"default", default_theme(), 4.5, 3, 3};
  }

  static void expect(Colour front, Colour ground, double least) {
    const Theme& theme = demand().theme;
    for (const bool dark : {false, true}) {
      const auto& colours = dark ? theme.dark : theme.light;
      const auto a = static_cast<std::size_t>(front);
      const auto b = static_cast<std::size_t>(ground);
      EXPECT_GE(contrast(colours[a], colours[b]), least)
          << demand().name << (dark ? ", dark: colour " : ", light: colour ") << a << " on " << b;
    }
  }
};

TEST_P(Contrast, OfTextIsEnoughOnEverySurface) {
  for (const Colour front : words) {
    for (const Colour ground : grounds) {
      expect(front, ground, demand().text);
    }
  }
  // Chips say their cluster in the text's colour.
  for (const Pair& pair : tinted) {
    if (pair.ground != Colour::accent) {
      expect(Colour::text, pair.ground, demand().text);
    }
  }
  expect(Colour::on_accent, Colour::accent, demand().text);
}

TEST_P(Contrast, OfMonogramsAndIconsOnTheirTilesIsEnough) {
  for (const Pair& pair : tinted) {
    expect(pair.front, pair.ground, demand().large);
  }
}

TEST_P(Contrast, OfFocusRingsAndEdgesIsEnough) {
  for (const Colour ground : grounds) {
    expect(Colour::accent, ground, demand().mark);  // focus rings, edges of buttons, boxes that are ticked
    expect(Colour::muted, ground, demand().mark);   // bullets, chevrons, boxes that are not ticked
  }
  for (const Colour variant : {Colour::note, Colour::tip, Colour::warning, Colour::danger}) {
    expect(variant, Colour::surface, demand().mark);  // the edge that tells admonitions apart
  }
  if (GetParam()) {
    // Lines only part things by default; who wants more contrast sees every edge.
    for (const Colour ground : {Colour::surface, Colour::raised, Colour::sunken}) {
      expect(Colour::line, ground, 3);
    }
  }
}

TEST_P(Contrast, OfSelectedTextIsEnough) {
  const Theme& theme = demand().theme;
  const auto text = static_cast<std::size_t>(Colour::text);
  EXPECT_GE(contrast(theme.light[text], light_selection), demand().text);
  EXPECT_GE(contrast(theme.dark[text], dark_selection), demand().text);
}

INSTANTIATE_TEST_SUITE_P(Themes, Contrast, testing::Bool(), [](const testing::TestParamInfo<bool>& info) {
  return std::string(info.param ? "more" : "usual");
});

}  // namespace
}  // namespace hubglass::layout
