#pragma once

#include "markdown/markdown.h"

#include <string>
#include <string_view>

namespace hubglass::markdown {

/// Appends the characters that an HTML entity ("&auml;", "&#228;", "&#xE4;") stands for; one that is not in `named` as
/// it is written.
void append_entity(std::string& text, std::string_view entity, const Entities& named);

/// Appends text with its entities decoded, as in an HTML attribute or element.
void append_decoded(std::string& text, std::string_view html, const Entities& named);

}  // namespace hubglass::markdown
