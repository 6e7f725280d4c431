#pragma once

#include "cli/site/engine.h"
#include "cli/site/output.h"
#include "cli/site/page_template.h"
#include "hub/hub.h"

#include <vector>

/// The page for frames: "embed/index.html", and the script for the pages around such a frame.
namespace hubglass::site {

/// "embed/index.html" and "embed/host.js". `files` names the files that pages refer to. Nothing when the engine's
/// folder holds no bundle for frames.
std::vector<OutputFile> embed_files(const hub::Hub& hub, const Engine& engine, const PageOptions& files);

}  // namespace hubglass::site
