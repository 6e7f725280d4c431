#include "layout/brand.h"
#include "unit/layout/contrast.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

/// Whatever look a page has around the hub, the hub can be read in it.
namespace hubglass::layout {
namespace {

constexpr Rgba none = 0;

Rgba colour_of(const Branded& look, bool dark, Colour colour) {
  return (dark ? look.theme.dark : look.theme.light)[static_cast<std::size_t>(colour)];
}

/// Both schemes: text on every ground, what is written on the accent, selected text, icons, edges.
void expect_legible(const Brand& brand) {
  const Branded look = branded(default_theme(), brand);
  const auto expect = [&](bool dark, Colour front, Colour ground, double least) {
    EXPECT_GE(contrast_of(colour_of(look, dark, front), colour_of(look, dark, ground)), least)
        << std::hex << "accent " << brand.accent << " surface " << brand.surface << " text " << brand.text << std::dec
        << (dark ? ", dark" : ", light") << ": colour " << static_cast<int>(front) << " on "
        << static_cast<int>(ground);
  };
  for (const bool dark : {false, true}) {
    for (const Colour front : words) {
      for (const Colour ground : grounds) {
        expect(dark, front, ground, 4.49);
      }
    }
    for (const Pair& pair : tinted) {
      expect(dark, pair.front, pair.ground, pair.ground == Colour::accent ? 4.49 : 2.99);
      if (pair.ground != Colour::accent) {
        expect(dark, Colour::text, pair.ground, 4.49);
      }
    }
    EXPECT_GE(contrast_of(colour_of(look, dark, Colour::text), look.schemes[dark ? 1 : 0].selection), 4.49);
  }
}

TEST(Brand, IsLegibleWhateverItIs) {
  const std::vector<Rgba> tried = {none,       0x000000FF, 0xFFFFFFFF, 0x777777FF, 0x808080FF, 0x6A6A6AFF, 0xFFCC00FF,
                                   0xE2001AFF, 0x00A651FF, 0x0B3D91FF, 0xF4E9D8FF, 0x13212EFF, 0xFF00FFFF};
  for (const Rgba accent : tried) {
    for (const Rgba surface : tried) {
      for (const Rgba text : tried) {
        expect_legible({accent, surface, text});
      }
    }
  }
}

TEST(Brand, KeepsColoursThatCanBeRead) {
  const Branded look = branded(default_theme(), {.accent = 0xB3004BFF, .surface = 0xFFF8EFFF, .text = 0x2B1A10FF});
  for (const bool dark : {false, true}) {
    EXPECT_EQ(colour_of(look, dark, Colour::accent), 0xB3004BFFu);
    EXPECT_EQ(colour_of(look, dark, Colour::surface), 0xFFF8EFFFu);
    EXPECT_EQ(colour_of(look, dark, Colour::text), 0x2B1A10FFu);
    EXPECT_FALSE(look.schemes[dark ? 1 : 0].dark);
    EXPECT_FALSE(look.schemes[dark ? 1 : 0].accent_changed);
    EXPECT_FALSE(look.schemes[dark ? 1 : 0].text_left_out);
  }
}

TEST(Brand, SaysWhatItCouldNotKeep) {
  const Branded look = branded(default_theme(), {.accent = 0xFFE680FF, .surface = 0xFFFFFFFF, .text = 0xDDDDDDFF});
  EXPECT_TRUE(look.schemes[0].accent_changed);
  EXPECT_TRUE(look.schemes[0].text_left_out);
  EXPECT_EQ(colour_of(look, false, Colour::text), colour_of({default_theme(), {}}, false, Colour::text));
  EXPECT_NE(colour_of(look, false, Colour::accent), 0xFFE680FFu);
}

TEST(Brand, ADarkSurfaceTakesLightWords) {
  const Branded look = branded(default_theme(), {.surface = 0x101828FF});
  EXPECT_TRUE(look.schemes[0].dark);
  EXPECT_EQ(colour_of(look, false, Colour::text), colour_of({default_theme(), {}}, true, Colour::text));
}

TEST(Brand, AnAccentAloneLeavesTheRest) {
  const Branded look = branded(default_theme(), {.accent = 0x0B6E4FFF});
  for (const Colour same : {Colour::surface, Colour::text, Colour::muted, Colour::line, Colour::cluster_1}) {
    EXPECT_EQ(colour_of(look, false, same), colour_of({default_theme(), {}}, false, same));
  }
  EXPECT_TRUE(look.schemes[1].accent_changed);  // too dark for the dark scheme
}

TEST(Brand, CornersFollowTheCards) {
  EXPECT_EQ(branded(default_theme(), {.radius = 0}).theme.rounding, 0);
  EXPECT_EQ(branded(default_theme(), {.radius = 24}).theme.rounding, 2);
  EXPECT_EQ(branded(default_theme(), {.radius = 9000}).theme.rounding, largest_radius / 12);
  EXPECT_EQ(branded(default_theme(), {}).theme.rounding, 1);
}

TEST(Brand, IsWrittenAsCss) {
  const std::string css = css_of(branded(default_theme(), {.surface = 0x101828FF}), false);
  EXPECT_EQ(css.rfind("color-scheme:dark;--hg-selection:#", 0), 0u);
  EXPECT_NE(css.find("--hg-surface:#101828;"), std::string::npos);
  EXPECT_NE(css.find("--hg-accent-tint:#"), std::string::npos);
}

}  // namespace
}  // namespace hubglass::layout
