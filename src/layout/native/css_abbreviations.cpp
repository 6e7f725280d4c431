#include "layout/native/css_writer.h"
#include "layout/theme.h"

namespace hubglass::layout {

/// Flattener::add_styled decides the same for the canvas.
void append_abbreviation_rules(std::string& css) {
  css += ".hg-page :where(abbr[title]){cursor:help;text-decoration:underline dotted " + px(underline_thickness) +
         " var(--hg-muted);text-underline-offset:" + px(underline_offset) +
         ";}\n.hg-page :where(a,ins,h1,h2,h3,h4,h5,h6) :where(abbr){text-decoration:none;}\n"
         ".hg-page :where(a) :where(abbr){cursor:inherit;}\n";
}

}  // namespace hubglass::layout
