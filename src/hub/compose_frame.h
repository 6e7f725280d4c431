#pragma once

#include "document/document.h"
#include "hub/hub.h"

/// The frame around a page. Internal to hub/.
namespace hubglass::hub {

/// Room for the logo in the header, px: it is as large as fits. The Document states that size, so that a page keeps its
/// place free until it has loaded.
inline constexpr float logo_height = 32;
inline constexpr float logo_width = 160;

document::Document compose_header(const Hub& hub, const Target& target);
document::Document compose_navigation(const Hub& hub, const Target& target);
/// "On this page" for a composed content Document: its h2 and h3 headings that have ids.
document::Document compose_contents(const Hub& hub, const Target& target, const document::Document& content);

}  // namespace hubglass::hub
