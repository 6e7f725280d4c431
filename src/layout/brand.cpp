#include "layout/brand.h"

#include "layout/colour_names.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace hubglass::layout {

namespace {

constexpr Rgba black = 0x000000FF;
constexpr Rgba white = 0xFFFFFFFF;
constexpr float middle_luminance = 0.179F;  // black and white are as legible on it
constexpr int step = 4;                     // percent, between two shades that are tried
constexpr float usual_radius = 12;          // px, of cards

using Colours = std::array<Rgba, static_cast<std::size_t>(Colour::count)>;

float channel(unsigned value) {
  const float part = static_cast<float>(value) / 255;
  return part <= 0.03928F ? part / 12.92F : std::pow((part + 0.055F) / 1.055F, 2.4F);
}

float luminance(Rgba colour) {
  return 0.2126F * channel(colour >> 24) + 0.7152F * channel((colour >> 16) & 0xFFu) +
         0.0722F * channel((colour >> 8) & 0xFFu);
}

/// `percent` of `colour` over `ground`.
Rgba over(Rgba colour, Rgba ground, int percent) {
  Rgba mixed = 0xFF;
  for (unsigned shift = 8; shift < 32; shift += 8) {
    const int top = static_cast<int>((colour >> shift) & 0xFFu);
    const int below = static_cast<int>((ground >> shift) & 0xFFu);
    mixed |= static_cast<Rgba>((top * percent + below * (100 - percent) + 50) / 100) << shift;
  }
  return mixed;
}

/// Derives the colours of one scheme, in the order in which they depend on each other.
class Scheme {
 public:
  Scheme(const Theme& base, const Brand& brand, bool dark) : brand_(brand) {
    result_.dark = brand.surface == 0 ? dark : luminance(brand.surface) < middle_luminance;
    colours_ = result_.dark ? base.dark : base.light;
    strongest_ = result_.dark ? white : black;
  }

  BrandedScheme derive(Colours& colours) {
    set_grounds();
    set_inks();
    for (const Colour ground : grounds) {
      give_way(ground);
    }
    set_the_rest();
    colours = colours_;
    return result_;
  }

 private:
  static constexpr std::array grounds = {Colour::raised,          Colour::sunken,         Colour::code_background,
                                         Colour::mark_background, Colour::note_tint,      Colour::tip_tint,
                                         Colour::warning_tint,    Colour::danger_tint,    Colour::cluster_1_tint,
                                         Colour::cluster_2_tint,  Colour::cluster_3_tint, Colour::cluster_4_tint,
                                         Colour::cluster_5_tint,  Colour::cluster_6_tint, Colour::accent_tint};

  struct Tinted {
    Colour colour;
    Colour tint;
  };
  static constexpr std::array tinted = {
      Tinted{Colour::note, Colour::note_tint},           Tinted{Colour::tip, Colour::tip_tint},
      Tinted{Colour::warning, Colour::warning_tint},     Tinted{Colour::danger, Colour::danger_tint},
      Tinted{Colour::cluster_1, Colour::cluster_1_tint}, Tinted{Colour::cluster_2, Colour::cluster_2_tint},
      Tinted{Colour::cluster_3, Colour::cluster_3_tint}, Tinted{Colour::cluster_4, Colour::cluster_4_tint},
      Tinted{Colour::cluster_5, Colour::cluster_5_tint}, Tinted{Colour::cluster_6, Colour::cluster_6_tint}};

  Rgba& at(Colour colour) { return colours_[static_cast<std::size_t>(colour)]; }

  void set_grounds() {
    const int tint = result_.dark ? 20 : 10;
    if (brand_.surface != 0) {
      const Rgba surface = brand_.surface;
      at(Colour::surface) = surface;
      at(Colour::raised) = result_.dark ? over(white, surface, 5) : surface;
      at(Colour::sunken) = result_.dark ? over(black, surface, 25) : over(black, surface, 4);
      at(Colour::code_background) = over(strongest_, surface, 7);
      for (const Tinted& each : tinted) {
        at(each.tint) = over(at(each.colour), surface, tint);
      }
    }
    const Rgba accent = brand_.accent == 0 ? at(Colour::accent) : brand_.accent;
    at(Colour::accent_tint) = over(accent, at(Colour::surface), tint);
  }

  void set_inks() {
    const Rgba surface = at(Colour::surface);
    result_.text_left_out = brand_.text != 0 && contrast(brand_.text, surface) < least_text_contrast;
    const bool own_text = brand_.text != 0 && !result_.text_left_out;
    at(Colour::text) =
        own_text ? brand_.text : strengthened(at(Colour::text), strongest_, {surface}, least_text_contrast);
    if (own_text || brand_.surface != 0) {
      at(Colour::muted) =
          strengthened(over(at(Colour::text), surface, 68), at(Colour::text), {surface}, least_text_contrast);
      at(Colour::line) = over(at(Colour::text), surface, 15);
    }
    const Rgba accent = brand_.accent == 0 ? at(Colour::accent) : brand_.accent;
    at(Colour::accent) = strengthened(accent, strongest_, {surface}, least_text_contrast);
    result_.accent_changed = brand_.accent != 0 && at(Colour::accent) != accent;
  }

  /// A ground comes nearer to the surface until all that may be written on it can be read.
  void give_way(Colour ground) {
    at(ground) = readable(at(ground), {at(Colour::text), at(Colour::muted), at(Colour::accent)});
  }

  Rgba readable(Rgba ground, std::initializer_list<Rgba> inks) {
    for (int percent = 100; percent > 0; percent -= step) {
      const Rgba tried = over(ground, at(Colour::surface), percent);
      if (std::all_of(inks.begin(), inks.end(),
                      [tried](Rgba ink) { return contrast(ink, tried) >= least_text_contrast; })) {
        return tried;
      }
    }
    return at(Colour::surface);
  }

  /// The first shade of `colour` on its way to `end` that stands out from all `grounds`.
  static Rgba strengthened(Rgba colour, Rgba end, std::initializer_list<Rgba> grounds, float least) {
    for (int percent = 0; percent < 100; percent += step) {
      const Rgba tried = over(end, colour, percent);
      if (std::all_of(grounds.begin(), grounds.end(),
                      [tried, least](Rgba ground) { return contrast(tried, ground) >= least; })) {
        return tried;
      }
    }
    return end;
  }

  void set_the_rest() {
    const Rgba surface = at(Colour::surface);
    if (contrast(at(Colour::on_accent), at(Colour::accent)) < least_text_contrast) {
      at(Colour::on_accent) = surface;
    }
    for (const Tinted& each : tinted) {
      at(each.colour) = strengthened(at(each.colour), strongest_, {surface, at(each.tint)}, least_mark_contrast);
    }
    result_.selection = readable(over(at(Colour::accent), surface, 30), {at(Colour::text)});
  }

  const Brand& brand_;
  Colours colours_;
  Rgba strongest_ = black;
  BrandedScheme result_;
};

}  // namespace

float contrast(Rgba a, Rgba b) {
  const float first = luminance(a) + 0.05F;
  const float second = luminance(b) + 0.05F;
  return std::max(first, second) / std::min(first, second);
}

Branded branded(const Theme& base, const Brand& brand) {
  Branded result{base, {}};
  result.schemes[0] = Scheme(base, brand, false).derive(result.theme.light);
  result.schemes[1] = Scheme(base, brand, true).derive(result.theme.dark);
  if (brand.radius >= 0) {
    result.theme.rounding = std::min(brand.radius, largest_radius) / usual_radius;
  }
  return result;
}

std::string css_of(const Branded& branded, bool dark) {
  const BrandedScheme& scheme = branded.schemes[dark ? 1 : 0];
  const Colours& colours = dark ? branded.theme.dark : branded.theme.light;
  std::string css = scheme.dark ? "color-scheme:dark;" : "color-scheme:light;";
  css += "--hg-selection:" + hexadecimal(scheme.selection) + ";";
  for (std::size_t i = 1; i < colours.size(); ++i) {
    css.append("--hg-").append(colour_name(static_cast<Colour>(i))).append(":");
    css.append(hexadecimal(colours[i])).append(";");
  }
  return css;
}

}  // namespace hubglass::layout
