#pragma once

#include "document/document.h"
#include "hub/writer.h"

namespace hubglass::hub {

/// Writes an initiative's own content below `main`: page head, facts, sections, related initiatives. `page_document` is
/// that of its cluster's page. Every word of its section is in it. What a translated section leaves out comes from the
/// `original` page (may be null), marked with its language. Internal to hub/.
void compose_initiative(Writer& writer, Index main, Index initiative, const document::Document& page_document,
                        const document::Document* original);

}  // namespace hubglass::hub
