#pragma once

#include "document/document.h"

#include <string>

/// What a page says of itself. Internal to hub/native/.
namespace hubglass::hub {

/// The text of its first h1; empty when it has none.
std::string first_title(const document::Document& document);
/// The first sentences of its first paragraph of plain text.
std::string first_description(const document::Document& document);

}  // namespace hubglass::hub
