#include "layout/native/css.h"

#include "layout/native/css_writer.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace hubglass::layout {

namespace {

constexpr int usual_text_size = 16;  // px of the root, where one px of the Theme is one of CSS
constexpr int usual_screen = 1080;   // px of the shorter side
constexpr int largest_screen = 8 * usual_screen;
constexpr int steps = 4;  // to a factor of 1, so that sizes are quarters of px: browsers measure those alike everywhere

/// A kiosk's px, those of thin lines too, as rem.
std::string in_rem(const std::string& css) {
  std::string scaled;
  std::size_t begin = 0;
  for (std::size_t end = css.find("px"); end != std::string::npos; end = css.find("px", end + 2)) {
    const std::size_t before = css.find_last_not_of("0123456789.", end - 1);
    const std::size_t number = before == std::string::npos ? 0 : before + 1;
    if (number < begin || number == end) {
      continue;
    }
    std::array<char, 32> buffer{};
    const double value = std::strtod(css.c_str() + number, nullptr);
    std::snprintf(buffer.data(), buffer.size(), "%.9grem", value / usual_text_size);
    scaled.append(css, begin, number - begin).append(buffer.data());
    begin = end + 2;
  }
  return scaled.append(css, begin);
}

/// The root's text size, by which everything on a kiosk follows its screen; the engine is told of it (web/viewer.ts).
void append_screens(std::string& css) {
  css += "html{font-size:" + std::to_string(usual_text_size) + "px;}\n";
  for (int step = steps + 1; step <= steps * largest_screen / usual_screen; ++step) {
    const std::string side = std::to_string(usual_screen / steps * step) + "px";
    css.append("@media (min-width:").append(side).append(") and (min-height:").append(side);
    css.append("){html{font-size:").append(std::to_string(usual_text_size / steps * step)).append("px;}}\n");
  }
}

}  // namespace

std::string page_css(const Theme& theme) {
  std::string css;
  append_tokens(theme, css);
  css += ".hg-page{container:hg/inline-size;background:var(--hg-surface);color:var(--hg-text);font-family:" +
         std::string(theme.sans) + ";" + role_declarations(theme, TextRole::body) +
         "font-weight:400;font-style:normal;letter-spacing:normal;word-spacing:normal;text-transform:none;"
         "text-indent:0;text-align:left;text-rendering:geometricPrecision;font-kerning:normal;overflow-wrap:anywhere;"
         "-webkit-text-size-adjust:100%;text-size-adjust:100%;hyphens:manual;}\n";
  css +=
      ".hg-page :where(*){margin:0;padding:0;border:0;box-sizing:border-box;min-width:0;}\n"
      ".hg-page :where(dl,dd,thead,tbody){display:flow-root;}\n"
      ".hg-page :where(:is(h1,h2,h3,h4,h5,h6),th){font:inherit;text-align:inherit;}\n"
      ".hg-page :where(ul,ol){list-style:none;}\n";
  append_word_rules(css);
  append_abbreviation_rules(css);
  append_box_rules(theme, css);
  append_inline_rules(theme, css);
  append_frame_rules(theme, css);
  append_dialog_rules(css);
  append_glass_rules(css);
  append_print_rules(css);
  if (theme.kiosk) {
    css = in_rem(css);
    append_screens(css);
  }
  return css;
}

}  // namespace hubglass::layout
