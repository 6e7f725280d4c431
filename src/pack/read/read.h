#pragma once

#include "document/page.h"
#include "document/result.h"

#include <string_view>

/// Reads content packs. Trusts nothing: what it returns is a tree without cycles, of known kinds that hold what they
/// may, in UTF-8, with addresses that lead nowhere dangerous, whoever made the bytes. It never touches files.
namespace hubglass::pack {

/// Reads the pack of a page and finds it unaltered. The error's `where` names the part at fault ("content").
Result<document::Page> read(std::string_view bytes);

}  // namespace hubglass::pack
