#pragma once

#include "document/page.h"

#include <cstdint>

namespace hubglass::app {

/// How much of a hub is shown: all of it, or a part that stands on another page without header, columns and footer.
enum class HubView : std::uint8_t {
  page,
  cards,       ///< the cards of the home page
  cluster,     ///< the initiatives of one cluster
  initiative,  ///< one initiative
};

/// Leaves of a page what `view` shows. Where the reader has gone on to a page that is not the view's own kind, its text
/// stays whole, with the ways up and on: there is no other way back.
void reduce_to(document::Page& page, HubView view);

}  // namespace hubglass::app
