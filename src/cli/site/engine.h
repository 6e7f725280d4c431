#pragma once

#include "cli/site/output.h"
#include "document/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace hubglass::site {

/// The browser's side as files of a site.
struct Engine {
  std::vector<OutputFile> files;
  std::string script;  ///< path in the output; keeps its name, because other sites embed it by it
  /// What hub-glass.js imports first: paths in the output, named by their content and that of all which they import.
  std::vector<std::string> modules;
  std::string web_assembly;  ///< path in the output, with a hash
  std::string kiosk_script;  ///< path in the output; empty when the folder has none
  std::string embed_script;  ///< path in the output; empty when the folder has none
  std::string embed_host;    ///< code for the pages around a frame; empty when there is none
  std::string notices;       ///< notices.json (scripts/notices.mjs); empty when there is none
  std::string kiosk_worker;  ///< code of the kiosk's worker, without its list of files; empty when there is none
};

/// Takes hub-glass.js and hubglass-engine.wasm from `folder`. Source maps, other scripts and further modules there come
/// along as they are, but for the kiosk's worker, the script for pages around a frame, and the notices.
Result<Engine> read_engine(const std::filesystem::path& folder);

}  // namespace hubglass::site
