#pragma once

#include <string>
#include <string_view>

namespace hubglass::markdown {

/// What stands on a key of a keyboard, by its name in `++ctrl+page-up++`: "Page Up". A key that is not known is called
/// by its name in capitals.
std::string key_label(std::string_view name);

}  // namespace hubglass::markdown
