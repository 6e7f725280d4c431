#pragma once

#include "document/diagnostic.h"
#include "hub/native/project.h"

namespace hubglass::site {

/// One error per route whose folder would stand where every site has a file of its own ("hub-glass.js/").
/// True when some page or initiative has an address in a folder ("embed/").
bool has_pages_in(const hub::Hub& hub, std::string_view folder);

void check_addresses(const hub::Project& project, Diagnostics& diagnostics);

}  // namespace hubglass::site
