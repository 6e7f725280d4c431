#pragma once

#include "hub/outline.h"
#include "hub/writer.h"

/// The ways up and on from a page. Internal to hub/.
namespace hubglass::hub {

/// The ways up from a page or initiative. Nothing for the home page.
void add_breadcrumb(Writer& writer, Index main, const Outline& outline, const Target& home, const Target& target);
/// Previous and next page of the navigation.
void add_page_pager(Writer& writer, Index main, const Outline& outline, Index page);
/// Previous and next initiative of the cluster.
void add_initiative_pager(Writer& writer, Index main, const Target& target);

}  // namespace hubglass::hub
