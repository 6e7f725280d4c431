#pragma once

#include "document/document.h"

namespace hubglass::markdown {

class PageParser;

/// What needs the whole page: attribute lists that end a block, figures, places where long addresses may break, heading
/// ids, and blocks in document order.
void finish_page(PageParser& page);

/// Whether a list of inlines is images, blanks and breaks only, with one image at least.
bool holds_only_images(const document::Document& document, document::Index first);

}  // namespace hubglass::markdown
