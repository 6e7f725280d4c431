#pragma once

#include "cli/site/output.h"
#include "hub/hub.h"

#include <string>
#include <vector>

namespace hubglass::site {

/// The file that browsers show in a tab: the hub's favicon, else its logo, else a quiet sign of our own, which is added
/// to `files`. There is always one, so that no browser asks for a favicon.ico.
std::string page_icon(const hub::Hub& hub, std::vector<OutputFile>& files);

}  // namespace hubglass::site
