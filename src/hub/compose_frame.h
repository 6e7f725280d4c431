#pragma once

#include "document/document.h"
#include "hub/hub.h"

/// The frame around a page. Internal to hub/.
namespace hubglass::hub {

document::Document compose_header(const Hub& hub, const Target& target);
document::Document compose_navigation(const Hub& hub, const Target& target);
/// "On this page" for a composed content Document: its h2 and h3 headings that have ids.
document::Document compose_contents(const Hub& hub, const Target& target, const document::Document& content);

}  // namespace hubglass::hub
