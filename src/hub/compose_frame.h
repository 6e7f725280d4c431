#pragma once

#include "document/document.h"
#include "hub/hub.h"
#include "hub/outline.h"

/// The frame around a page. Internal to hub/.
namespace hubglass::hub {

document::Document compose_header(const Hub& hub, const Target& target);
/// The navigation as one page shows it: the branch that leads to it, and of very long lists the part around it, so that
/// a page does not grow with the hub. A section that is closed leads to its first page.
document::Document compose_navigation(const Hub& hub, const Outline& outline, const Target& target);
/// "On this page" for a composed content Document: its h2 and h3 headings that have ids.
document::Document compose_contents(const Hub& hub, const Target& target, const document::Document& content);

}  // namespace hubglass::hub
