#pragma once

#include "cli/site/output.h"
#include "cli/site/page_template.h"
#include "cli/site/progress.h"
#include "cli/site/site.h"
#include "hub/compose.h"

#include <vector>

namespace hubglass::site {

/// Everything that has a route, in the original's language: pages, then initiatives. Each has one in every language.
std::vector<hub::Target> all_routes(const hub::Hub& hub);

/// Resolves the links of every page; findings come in the order of the pages.
void resolve_pages(hub::Project& project, unsigned threads, Diagnostics& diagnostics);

/// What a target shows in the language of `hub`, an edition of the project's that `composer` is of.
hub::Composed compose_route(const hub::Project& project, const hub::Hub& hub, const hub::Composer& composer,
                            const hub::Target& target);

/// Static page and pack of every route in every language, and of the page for wrong addresses. `files` names the files
/// that pages refer to; its members about the route are set here. Adds to `timings`.
std::vector<OutputFile> write_routes(const hub::Project& project, const PageOptions& files, unsigned threads,
                                     ProgressMeter& progress, SiteTimings& timings, Diagnostics& diagnostics);

}  // namespace hubglass::site
