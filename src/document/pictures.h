#pragma once

#include <string>
#include <string_view>

namespace hubglass::document {

/// The build scales wider pictures down to this, px.
inline constexpr float widest_picture = 1440;

/// Pictures for screens of any density are two files: "NAME.HASH.2x.webp", which is the one that is named
/// (Asset::file), and "NAME.HASH.1x.webp" beside it. Returns the second for the first, else nothing.
std::string plain_picture(std::string_view file);

}  // namespace hubglass::document
