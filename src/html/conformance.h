#pragma once

#include "html/html.h"

namespace hubglass::html {

/// Writes block `block` as the CommonMark reference renderer (and for GFM's additions cmark-gfm) does, newline by
/// newline.
void write_conformance(const document::Document& document, Sink& sink, document::Index block);

}  // namespace hubglass::html
