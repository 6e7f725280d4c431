#include "cli/site/routes.h"

#include "cli/site/parallel.h"
#include "hub/compose.h"
#include "hub/edition.h"
#include "hub/index.h"

#include <atomic>
#include <iterator>

namespace hubglass::site {
namespace {

std::uint64_t nanoseconds(Clock::duration duration) {
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(duration).count());
}

}  // namespace

std::vector<hub::Target> all_routes(const hub::Hub& hub) {
  std::vector<hub::Target> routes;
  routes.reserve(hub.pages.size() + hub.initiatives.size());
  for (hub::Index page = 0; page < hub.pages.size(); ++page) {
    routes.push_back({page, hub::none});
  }
  for (hub::Index initiative = 0; initiative < hub.initiatives.size(); ++initiative) {
    const hub::Index cluster = hub.initiatives[initiative].cluster;
    if (cluster < hub.clusters.size()) {
      routes.push_back({hub.clusters[cluster].page, initiative});
    }
  }
  return routes;
}

void resolve_pages(hub::Project& project, unsigned threads, Diagnostics& diagnostics) {
  hub::HubIndex index = hub::make_index(project.hub);
  for (hub::Index page = 0; page < project.documents.size(); ++page) {
    hub::add_anchors(index, page, project.documents[page]);
  }
  index.excluded = &project.excluded;
  if (project.is_mkdocs) index.files = &project.files;
  std::vector<Diagnostics> found(project.documents.size());
  parallel_for(project.documents.size(), threads, [&](std::size_t page) {
    hub::resolve(project.documents[page], project.hub, index, static_cast<hub::Index>(page), &found[page]);
  });
  // What is wrong in translations was found when they were read, where each file's name is known.
  for (hub::Index language = 1; language < project.hub.languages.size(); ++language) {
    std::vector<document::Document>& documents = project.translations[language].documents;
    parallel_for(documents.size(), threads, [&](std::size_t i) {
      hub::resolve(documents[i], project.hub, index, project.hub.languages[language].pages[i].page, nullptr);
    });
  }
  for (Diagnostics& part : found) {
    diagnostics.insert(diagnostics.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
  }
}

hub::Composed compose_route(const hub::Project& project, const hub::Hub& hub, const hub::Target& target) {
  static const document::Document empty;
  const hub::PageTranslation* translation = hub::translation_of(hub, hub.edition, target.page);
  const document::Document* original = target.missing() ? &empty : &project.documents[target.page];
  const document::Document* shown = original;
  if (translation != nullptr && hub::is_translated(hub, hub.edition, target)) {
    const auto ordinal = static_cast<std::size_t>(translation - hub.languages[hub.edition].pages.data());
    shown = &project.translations[hub.edition].documents[ordinal];
  }
  return hub::compose(hub, target, *shown, shown == original ? nullptr : original);
}

std::vector<OutputFile> write_routes(const hub::Project& project, const html::PageOptions& files, unsigned threads,
                                     ProgressMeter& progress, SiteTimings& timings) {
  const Clock::time_point start = Clock::now();
  const std::vector<hub::Target> targets = all_routes(project.hub);
  std::vector<hub::Hub> editions;
  for (hub::Index language = 1; language < project.hub.languages.size(); ++language) {
    editions.push_back(hub::make_edition(project.hub, language));
  }
  std::vector<OutputFile> pages(targets.size() * (1 + editions.size()) + 1);
  std::atomic<std::uint64_t> compose_time = 0;
  std::atomic<std::uint64_t> html_time = 0;
  progress.begin("pages", pages.size());
  parallel_for(pages.size(), threads, [&](std::size_t i) {
    const hub::Target target = i + 1 == pages.size() ? hub::Target{} : targets[i % targets.size()];  // last: 404.html
    const std::size_t language = target.missing() ? 0 : i / targets.size();
    const hub::Hub& hub = language == 0 ? project.hub : editions[language - 1];
    const Clock::time_point before = Clock::now();
    const hub::Composed composed = compose_route(project, hub, target);
    const Clock::time_point between = Clock::now();
    html::PageOptions options = files;
    options.missing = target.missing();
    options.route = composed.route;
    pages[i].path = target.missing()
                        ? "404.html"
                        : std::string(options.route) + (options.route.ends_with(".html") ? "" : "index.html");
    pages[i].bytes = html::page(hub, composed, options);
    compose_time += nanoseconds(between - before);
    html_time += nanoseconds(Clock::now() - between);
    progress.step();
  });
  // Both go on side by side; the wall clock's time is shared out by what each took.
  const double wall = milliseconds_since(start);
  const double share = static_cast<double>(compose_time) / static_cast<double>(compose_time + html_time + 1);
  timings.compose += wall * share;
  timings.html += wall * (1 - share);
  return pages;
}

}  // namespace hubglass::site
