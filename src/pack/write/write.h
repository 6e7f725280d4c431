#pragma once

#include "document/page.h"

#include <string>

/// Content packs (`*.hubpack`): a finished page as the glass reads it (pack/read/read.h), lying beside the page's HTML
/// file. Only src/pack knows the format.
namespace hubglass::pack {

/// The pack of a page. The same page gives the same bytes. O(size of the page).
std::string write(const document::Page& page);

}  // namespace hubglass::pack
