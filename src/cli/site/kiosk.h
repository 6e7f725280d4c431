#pragma once

#include "cli/site/engine.h"
#include "cli/site/kiosk_settings.h"
#include "cli/site/output.h"
#include "cli/site/page_template.h"
#include "hub/native/project.h"

#include <string>
#include <vector>

/// The kiosk page: "kiosk/index.html", its settings, what its tour shows, and the worker that keeps it offline.
namespace hubglass::site {

/// "kiosk/index.html", "kiosk/hubglass-kiosk.json" and "kiosk/tour.json". `files` names the files that pages refer to;
/// `css` is the style sheet of kiosks. Nothing when the engine's folder holds no kiosk bundle.
std::vector<OutputFile> kiosk_files(const hub::Project& project, const Engine& engine, const KioskSettings& settings,
                                    const PageOptions& files, std::string_view css);

/// "kiosk/worker.js": the list of all that a kiosk needs, by content hash, before the worker's code. `files` are all
/// files of the site. The same files give the same bytes.
OutputFile kiosk_worker(const Engine& engine, const std::vector<OutputFile>& files);

}  // namespace hubglass::site
