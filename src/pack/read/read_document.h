#pragma once

#include "document/document.h"
#include "document/result.h"
#include "pack/read/cursor.h"

#include <string_view>

namespace hubglass::pack {

/// Reads one Document of a pack; `part` names it in errors. O(its size).
Result<document::Document> read_document(Cursor& cursor, std::string_view part);

}  // namespace hubglass::pack
