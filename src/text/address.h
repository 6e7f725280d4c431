#pragma once

#include <string>
#include <string_view>

/// What addresses and paths may look like, whoever wrote them. The one allow-list of schemes.
namespace hubglass::text {

/// Percent-encodes what may not stand in an address (blanks, quotes, brackets, backslashes, bytes beyond ASCII), as the
/// CommonMark reference renderer does; what is encoded already stays.
std::string encode_address(std::string_view address);

/// Percent-decodes; what is not a valid escape stays as it is.
std::string percent_decode(std::string_view text);

/// Percent-encodes what may not stand in the path of an address. Letters beyond ASCII stay readable.
std::string percent_encode_path(std::string_view path);

/// Whether a link may lead there: relative, http, https, mailto or tel. Blanks and control characters, which browsers
/// skip, do not hide a scheme.
bool allowed_link(std::string_view address);

/// Whether an image may come from there: relative, http or https.
bool allowed_image(std::string_view address);

/// `base` + `route`, such that no route can be read as a scheme or a host. With an empty base the home route is "./".
std::string internal_address(std::string_view base, std::string_view route);

/// Absolute address of a route (as it is, not yet percent-encoded) on a site.
std::string route_address(std::string_view site_url, std::string_view route);

}  // namespace hubglass::text
