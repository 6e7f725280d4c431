#pragma once

#include "cli/site/output.h"
#include "document/diagnostic.h"
#include "hub/native/project.h"

#include <vector>

namespace hubglass::site {

/// Appends a page for every address that a page had before (Project::redirects), which leads readers on without a
/// script.
void add_redirects(const hub::Project& project, std::vector<OutputFile>& files, Diagnostics& diagnostics);

/// Appends the project's own files (Project::files), byte for byte and at their own addresses, to those of the site.
/// One whose address the site needs for itself is left out, with a warning.
void add_copies(const hub::Project& project, std::vector<OutputFile>& files, Diagnostics& diagnostics);

}  // namespace hubglass::site
