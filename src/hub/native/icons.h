#pragma once

#include "document/result.h"
#include "hub/hub.h"

#include <string>
#include <string_view>
#include <vector>

/// Icon outlines from the npm icon packages: read at build, so that only those in use travel to the reader.
namespace hubglass::hub {

/// The folder (a node_modules) that holds the icon packages: looked for in and above the folder of the running
/// executable, then in and above the current folder. Empty when there is none.
std::string find_icon_folder();

/// Reads one icon: "material-…" (@mdi/svg), "octicons-…" (@primer/octicons), "fontawesome-brands|regular|solid-…"
/// (@fortawesome/fontawesome-free), "simple-…" (simple-icons). Fails with file_missing for a name that no package has.
Result<Icon> load_icon(std::string_view folder, std::string_view name);

/// The outline of an SVG document that consists of paths in a view box at the origin.
Result<Icon> parse_icon(std::string_view svg);

}  // namespace hubglass::hub
