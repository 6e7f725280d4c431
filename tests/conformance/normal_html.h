#pragma once

#include <string>
#include <string_view>

namespace hubglass::test {

/// HTML without what may differ and yet mean the same: classes, ids, roles and the like; blanks that nobody sees;
/// comments; places where an address may break; `tbody`; a figure for the paragraph of a picture alone; the box around
/// a tight list item's text; `i` for `em` and `b` for `strong`.
std::string normal_html(std::string_view html);

}  // namespace hubglass::test
