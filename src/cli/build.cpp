#include "cli/command.h"
#include "cli/report.h"
#include "cli/site/site.h"
#include "hub/native/project.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <unordered_set>
#include <utility>

namespace hubglass::cli {

namespace {

constexpr std::array options = {
    Option{"--output", "-o", "DIR", "Folder to write (default: dist). Must be new, empty, or an earlier build."},
    Option{"--engine", "", "DIR", "Folder with hub-glass.js and hubglass-engine.wasm (default: found by itself)."},
    Option{"--icons", "", "DIR", "The node_modules folder with the icon packages (default: found by itself)."},
    Option{"--cache", "", "DIR", "Where re-encoded images and compressed files are kept (default: the user's cache)."},
    Option{"--no-cache", "", "", "Make everything anew and keep nothing."},
    Option{"--no-images", "", "", "Leave images as they are."},
    Option{"--no-compression", "", "", "Write no .br and .gz files."},
    Option{"--threads", "", "N", "Work in N threads (default: as many as the machine has)."},
    Option{"--timings", "", "", "Show where the time went."},
};

/// Findings of the site writer name pages by their path in the content folder; they are shown with that folder.
void name_files(const hub::Project& project, Diagnostics& diagnostics, std::size_t first) {
  std::unordered_set<std::string> sources;
  for (const hub::Page& page : project.hub.pages) sources.insert(page.source);
  for (std::size_t i = first; i < diagnostics.size(); ++i) {
    if (!sources.contains(diagnostics[i].file) || project.content_folder == ".") continue;
    diagnostics[i].file = project.content_folder + "/" + diagnostics[i].file;
  }
}

void print_timings(const site::SiteTimings& timings) {
  const std::array<std::pair<const char*, double>, 8> rows = {{{"read and parse", timings.parse},
                                                               {"images", timings.images},
                                                               {"compose", timings.compose},
                                                               {"HTML", timings.html},
                                                               {"pack", timings.pack},
                                                               {"compression", timings.compression},
                                                               {"write", timings.write},
                                                               {"total", timings.parse + timings.total}}};
  for (const auto& [name, time] : rows) std::printf("  %-15s %8.1f ms\n", name, time);
}

void print_result(const hub::Project& project, const site::SiteReport& report, const std::string& output) {
  const hub::Hub& hub = project.hub;
  print("Built '" + hub.title + "' into " + output + ": " + counted(report.routes, "page", "pages") + " (" +
        counted(hub.clusters.size(), "cluster", "clusters") + ", " +
        counted(hub.initiatives.size(), "initiative", "initiatives") + "), " + counted(report.files, "file", "files") +
        ", " + megabytes(report.bytes) + "; " + std::to_string(report.changed) + " written, " +
        std::to_string(report.removed) + " removed.\n");
  print("Next: look at it: 'python3 -m http.server -d " + output +
        " 8000', then open http://localhost:8000/. Or put the folder on any static host; Cloudflare Pages and Netlify "
        "follow its _headers, for nginx and Caddy see its folder hosting/.\n");
}

Exit build(const Arguments& arguments) {
  const std::string output = arguments.value("--output", "dist");
  site::SiteOptions site_options;
  if (arguments.has("--threads")) {
    const std::string threads = arguments.value("--threads");
    const auto [end, error] = std::from_chars(threads.data(), threads.data() + threads.size(), site_options.threads);
    constexpr unsigned most_threads = 256;
    if (error != std::errc{} || end != threads.data() + threads.size() || site_options.threads > most_threads) {
      std::fprintf(stderr, "hubglass: '--threads' needs a number up to 256\nTry 'hubglass build --help'.\n");
      return Exit::usage;
    }
  }
  const auto start = std::chrono::steady_clock::now();
  ProgressLine progress;
  hub::ProjectOptions project_options{.icon_folder = arguments.value("--icons")};
  project_options.progress = [&progress](std::size_t done, std::size_t total) {
    progress.show("pages read", done, total);
  };
  auto project = hub::read_project(arguments.operands.front(), project_options);
  progress.clear();
  if (!project) {
    print(project.error(), true);
    return Exit::findings;
  }
  const double parse = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();

  site_options.output = output;
  site_options.engine = arguments.value("--engine");
  site_options.cache = arguments.value("--cache");
  site_options.use_cache = !arguments.has("--no-cache");
  site_options.images = !arguments.has("--no-images");
  site_options.compress = !arguments.has("--no-compression");
  site_options.progress = [&progress](std::string_view stage, std::size_t done, std::size_t total) {
    progress.show(stage, done, total);
  };
  Diagnostics diagnostics = project->diagnostics;
  const std::size_t known = diagnostics.size();
  auto report = site::write_site(*project, site_options, diagnostics);
  progress.clear();
  name_files(*project, diagnostics, known);
  remove_repeated(diagnostics);
  const Counts counts = print(diagnostics);
  if (!report) {
    print(report.error(), false);
    return Exit::findings;
  }
  if (counts.errors > 0 || !report->written) {
    print("Found " + describe(counts) + ". Nothing was written; " + output + " is as it was.\n");
    print("Next: mend the errors named above, then build again.\n");
    return Exit::findings;
  }
  print_result(*project, *report, output);
  report->timings.parse = parse;
  if (arguments.has("--timings")) print_timings(report->timings);
  return Exit::good;
}

}  // namespace

const Command build_command = {
    .name = "build",
    .operand = "PROJECT",
    .summary = "Build the site of a project: pages, pack, engine, images.",
    .details =
        "Reads the project in the folder PROJECT (a hub.json, or an mkdocs.yml as it stands; default: the current\n"
        "folder) and writes its site: a page per route that works without JavaScript, the content pack, the engine,\n"
        "images of the right size, compressed copies, data/initiatives.json, and rules for hosts (_headers, "
        "hosting/).\n"
        "Any static host can serve it, from any sub-path. The same input gives the same bytes.\n\n"
        "Names everything it finds, as 'hubglass check' does. Errors (a file that is missing or malformed) stop the\n"
        "build and exit with 1, leaving the output as it was; warnings do not.",
    .options = options,
    .default_operand = ".",
    .run = build,
};

}  // namespace hubglass::cli
