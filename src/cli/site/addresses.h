#pragma once

#include "document/diagnostic.h"
#include "hub/native/project.h"

namespace hubglass::site {

/// One error per route whose folder would stand where every site has a file of its own ("hub-glass.js/").
void check_addresses(const hub::Project& project, Diagnostics& diagnostics);

}  // namespace hubglass::site
