#include "cli/command.h"
#include "cli/report.h"
#include "cli/site/site.h"
#include "hub/native/project.h"

#include <array>

namespace hubglass::cli {

namespace {

constexpr std::array options = {
    Option{"--icons", "", "DIR", "The node_modules folder with the icon packages (default: found by itself)."},
};

Exit check(const Arguments& arguments) {
  const std::string& path = arguments.operands.front();
  ProgressLine progress;
  hub::ProjectOptions project_options{.icon_folder = arguments.value("--icons")};
  project_options.progress = [&progress](std::size_t done, std::size_t total) {
    progress.show("pages read", done, total);
  };
  auto project = hub::read_project(path, project_options);
  if (!project) {
    progress.clear();
    print(project.error(), true);
    return Exit::findings;
  }
  site::SiteOptions site_options;
  site_options.progress = [&progress](std::string_view stage, std::size_t done, std::size_t total) {
    progress.show(stage, done, total);
  };
  site::examine_site(*project, site_options, project->diagnostics);
  progress.clear();
  remove_repeated(project->diagnostics);
  const Counts counts = print(project->diagnostics);
  const hub::Hub& hub = project->hub;
  const bool good = counts.errors == 0 && counts.warnings == 0;
  print("Checked " + counted(hub.pages.size(), "page", "pages") + ", " +
        counted(hub.clusters.size(), "cluster", "clusters") + " and " +
        counted(hub.initiatives.size(), "initiative", "initiatives") +
        (hub.title.empty() ? "" : " of '" + hub.title + "'") + ": found " + describe(counts) + ".\n");
  if (good) {
    print("Next: 'hubglass build " + path + "' makes the site.\n");
  } else {
    print("Next: mend what is named above, then check again." +
          std::string(counts.errors == 0 ? " Warnings do not stop 'hubglass build'." : "") + "\n");
  }
  return good ? Exit::good : Exit::findings;
}

}  // namespace

const Command check_command = {
    .name = "check",
    .operand = "PROJECT",
    .summary = "Find what is wrong in a project, without building it.",
    .details =
        "Reads the project in the folder PROJECT (a hub.json, or an mkdocs.yml as it stands; default: the current\n"
        "folder) with all its pages, and names everything it finds: configuration that is wrong or has no effect,\n"
        "pages that are missing, unreadable, too large or not in the navigation, broken links and anchors, missing\n"
        "or damaged images, missing alternative texts, unknown icons, and Markdown that is not supported.\n\n"
        "Exits with 1 when there is any error or warning; notes alone are fine.",
    .options = options,
    .default_operand = ".",
    .run = check,
};

}  // namespace hubglass::cli
