#include "layout/native/css_writer.h"

#include "layout/colour_names.h"
#include "layout/variants.h"

#include <array>

namespace hubglass::layout {

namespace {

/// Of a theme's colours those that `base` has otherwise; all without one.
std::string values(const Theme& theme, bool dark, const Theme* base = nullptr) {
  std::string text;
  if (base == nullptr) {
    text = dark ? "color-scheme:dark;" : "color-scheme:light;";
    text += "--hg-selection:" + hexadecimal(dark ? dark_selection : light_selection) + ";";
  }
  for (std::size_t i = 1; i < theme.light.size(); ++i) {
    const Rgba colour = dark ? theme.dark[i] : theme.light[i];
    if (base == nullptr || colour != (dark ? base->dark[i] : base->light[i])) {
      text.append("--hg-")
          .append(colour_name(static_cast<Colour>(i)))
          .append(":")
          .append(hexadecimal(colour))
          .append(";");
    }
  }
  return text;
}

std::string chosen(std::string_view name) {
  std::string selector;
  selector.append(".hg-page[data-theme=").append(name).append("],[data-theme=").append(name);
  selector.append("] .hg-page,:host([data-theme=").append(name).append("]) .hg-page");
  return selector;
}

}  // namespace

std::string colour_variable(Colour colour) {
  if (colour == own_accent) {
    return "var(--hg-own)";
  }
  if (colour == own_accent_tint) {
    return "var(--hg-own-tint)";
  }
  if (colour == own_variant) {
    return "var(--hg-variant)";
  }
  if (colour == own_variant_tint) {
    return "var(--hg-variant-tint)";
  }
  return "var(--hg-" + std::string(colour_name(colour)) + ")";
}

void append_tokens(const Theme& theme, std::string& css) {
  const std::string surface_light = hexadecimal(theme.light[static_cast<std::size_t>(Colour::surface)]);
  const std::string surface_dark = hexadecimal(theme.dark[static_cast<std::size_t>(Colour::surface)]);
  css += "html,body{margin:0;}\nhtml{scrollbar-gutter:stable;-webkit-text-size-adjust:100%;text-size-adjust:100%;}\n";
  // Of the static page and of the element in its shadow tree: what neither canvas nor page covers has the surface's
  // colour, too.
  const std::string light = "{background:" + surface_light + ";color-scheme:light;}\n";
  const std::string dark = "{background:" + surface_dark + ";color-scheme:dark;}\n";
  css += "@media screen{\nhtml,:host" + light + "@media (prefers-color-scheme:dark){html,:host" + dark + "}\n";
  css += "html[data-theme=light],:host([data-theme=light])" + light;
  css += "html[data-theme=dark],:host([data-theme=dark])" + dark + "}\n";
  // Switches do nothing before the element is there to hear them.
  css += "hub-glass{display:block;}\nhub-glass:not(:defined) [data-action]{visibility:hidden;}\n";
  css += ".hg-page{" + values(theme, false) + "}\n";
  css += "@media screen{\n";  // paper is white, whatever was chosen
  css += "@media (prefers-color-scheme:dark){.hg-page{" + values(theme, true) + "}}\n";
  css += chosen("light") + "{" + values(theme, false) + "}\n";
  css += chosen("dark") + "{" + values(theme, true) + "}\n";
  const std::string strong_light = "{" + values(contrast_theme(), false, &theme) + "}\n";
  const std::string strong_dark = "{" + values(contrast_theme(), true, &theme) + "}\n";
  css += "@media (prefers-contrast:more){\n.hg-page" + strong_light;
  css += "@media (prefers-color-scheme:dark){.hg-page" + strong_dark + "}\n";
  css += chosen("light") + strong_light + chosen("dark") + strong_dark + "}\n}\n";
  css +=
      ".hg-page{--hg-own:var(--hg-accent);--hg-own-tint:var(--hg-accent-tint);"
      "--hg-variant:var(--hg-note);--hg-variant-tint:var(--hg-note-tint);}\n";
  for (char accent = '1'; accent <= '6'; ++accent) {
    const std::string name(1, accent);
    css.append(".hg-page .hg-accent-").append(name).append("{--hg-own:var(--hg-cluster-").append(name);
    css.append(");--hg-own-tint:var(--hg-cluster-").append(name).append("-tint);}\n");
  }
  constexpr std::array<std::string_view, 4> variants = {"note", "tip", "warning", "danger"};
  const auto set_variant = [&css](std::string_view selector, std::string_view variant) {
    css.append(".hg-page ").append(selector).append("{--hg-variant:var(--hg-").append(variant);
    css.append(");--hg-variant-tint:var(--hg-").append(variant).append("-tint);}\n");
  };
  set_variant(":where(.hg-admonition,.hg-details)", "note");
  for (std::size_t variant = 1; variant < variants.size(); ++variant) {
    std::string selector;
    for (const VariantName& name : variant_names) {
      if (name.variant == variant) {
        selector.append(selector.empty() ? ":is(.hg-admonition-" : ",.hg-admonition-").append(name.name);
      }
    }
    set_variant(selector + ")", variants[variant]);
  }
}

std::string role_declarations(const Theme& theme, TextRole role) {
  const TextStyle& text = theme.text[static_cast<std::size_t>(role)];
  const IconBox icon = icon_box(role);
  std::string css = "font-size:" + px(text.size) + ";line-height:" + px(text.line_height) +
                    ";--hg-lh:" + px(text.line_height) +
                    ";--hg-mono:" + px(font_size(theme, {role, false, false, true})) + ";--hg-icon:" + px(icon.side) +
                    ";--hg-icon-drop:-" + px(icon.drop) + ";";
  if (text.weight != 400) {
    css += "font-weight:" + std::to_string(text.weight) + ";";
  }
  return css;
}

}  // namespace hubglass::layout
