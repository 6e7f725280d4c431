#pragma once

#include <string_view>

namespace hubglass::markdown {

class PageParser;

/// Writes plain text of a leaf, as md4c hands it out (part of one line, nothing escaped in it): icon and emoji
/// shortcodes become icons and characters, an attribute list right behind an element is given to it, the rest stays
/// text.
void write_inline_text(PageParser& page, std::string_view text);

}  // namespace hubglass::markdown
