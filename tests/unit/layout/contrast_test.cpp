#include "unit/layout/contrast.h"
#include "layout/theme.h"

#include <string>

#include <gtest/gtest.h>

/// Every text upon every surface that a page can put it on, and what must be seen to use it, in both themes.
namespace hubglass::layout {
namespace {

struct Demand {
  const char* name;
  const Theme& theme;
  double text;
  double large;  ///< text of 18.66 px and more, bold: monograms
  double mark;   ///< icons, bullets, focus rings, edges of buttons
};

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
      EXPECT_GE(contrast_of(colours[a], colours[b]), least)
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
  EXPECT_GE(contrast_of(theme.light[text], light_selection), demand().text);
  EXPECT_GE(contrast_of(theme.dark[text], dark_selection), demand().text);
}

INSTANTIATE_TEST_SUITE_P(Themes, Contrast, testing::Bool(), [](const testing::TestParamInfo<bool>& info) {
  return std::string(info.param ? "more" : "usual");
});

}  // namespace
}  // namespace hubglass::layout
