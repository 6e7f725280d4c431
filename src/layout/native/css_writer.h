#pragma once

#include "layout/box_style.h"

#include <string>
#include <string_view>

/// Parts of page_css(). Internal to layout/native/.
namespace hubglass::layout {

/// A length of `value` px at the usual text size: in rem, so that the page follows the reader's; thin lines stay px.
std::string px(float value);
/// A radius that a page around the hub may scale; what is round stays so.
std::string corners(float radius);
/// "var(--hg-…)" of a colour; own_accent and its like are variables that a cluster's or an admonition's class sets.
std::string colour_variable(Colour colour);
/// Declarations of a text role: size, line height, weight, and the sizes of icons in it.
std::string role_declarations(const Theme& theme, TextRole role);
/// Rules for every Look, for wide elements and then for phones.
void append_box_rules(const Theme& theme, std::string& css);
/// Colours, light and dark.
void append_tokens(const Theme& theme, std::string& css);
/// Links, emphasis and such; before the box rules, which refine how links look.
void append_word_rules(std::string& css);
/// The quiet line below words that are explained.
void append_abbreviation_rules(std::string& css);
/// What else stands inside leaves: code, icons, images, markers.
void append_inline_rules(const Theme& theme, std::string& css);
/// Where the regions lie in a static page (frame_for()).
void append_frame_rules(const Theme& theme, std::string& css);
/// The list of keyboard shortcuts.
void append_dialog_rules(std::string& css);
/// The mirror over the canvas; forced colours.
void append_glass_rules(std::string& css);
void append_print_rules(std::string& css);

}  // namespace hubglass::layout
