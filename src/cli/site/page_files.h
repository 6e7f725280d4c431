#pragma once

#include <string>
#include <string_view>

/// The files of a page, named relative to the output's root. The glass derives them the same way (web/parts.ts).
namespace hubglass::site {

/// "a/b/" -> "a/b/index.html"; a route that is a file ("404.html") is that file.
std::string html_file(std::string_view route);
/// The page's pack, beside it: "a/b/index.hubpack", "404.hubpack".
std::string pack_file(std::string_view route);

}  // namespace hubglass::site
