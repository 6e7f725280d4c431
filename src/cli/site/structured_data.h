#pragma once

#include "hub/compose.h"
#include "hub/hub.h"

#include <cstdint>
#include <string>
#include <string_view>

/// What a page tells machines about itself beyond its text: schema.org's words for search engines, and the picture that
/// stands for it where it is shared.
namespace hubglass::site {

/// A picture of a page, as its file in the output.
struct SharePicture {
  std::string_view file;  ///< relative to the output's root; empty: the page has none
  std::string_view alt;
  std::uint32_t width = 0;  ///< px
  std::uint32_t height = 0;
};

/// The first picture of the page's text that other sites can show: no drawing as SVG, which they refuse, and none that
/// is too small for them.
SharePicture share_picture(const hub::Hub& hub, const hub::Composed& composed);

/// JSON-LD of a page: the site, the page itself, the way to it, the initiatives of a cluster, and on an initiative's
/// page what it is. `address` is the page's own; `base` leads from the page to the hub's root ("../", or the site's
/// address). The text may stand in a script element as it is: it holds no "<", ">" or "&".
std::string structured_data(const hub::Hub& hub, const hub::Composed& composed, std::string_view address,
                            std::string_view base);

}  // namespace hubglass::site
