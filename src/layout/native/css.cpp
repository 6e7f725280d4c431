#include "layout/native/css.h"

#include "layout/native/css_writer.h"

namespace hubglass::layout {

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
  return css;
}

}  // namespace hubglass::layout
