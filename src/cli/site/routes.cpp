#include "cli/site/routes.h"

#include "cli/site/page_files.h"
#include "cli/site/parallel.h"
#include "hub/compose.h"
#include "hub/edition.h"
#include "hub/index.h"
#include "pack/read/read.h"
#include "pack/write/write.h"

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

hub::Composed compose_route(const hub::Project& project, const hub::Hub& hub, const hub::Composer& composer,
                            const hub::Target& target) {
  static const document::Document empty;
  const hub::PageTranslation* translation = hub::translation_of(hub, hub.edition, target.page);
  const document::Document* original = target.missing() ? &empty : &project.documents[target.page];
  const document::Document* shown = original;
  if (translation != nullptr && hub::is_translated(hub, hub.edition, target)) {
    const auto ordinal = static_cast<std::size_t>(translation - hub.languages[hub.edition].pages.data());
    shown = &project.translations[hub.edition].documents[ordinal];
  }
  return composer.compose(target, *shown, shown == original ? nullptr : original);
}

namespace {

/// Composes one page, and writes it as HTML and as a pack.
class PageMaker {
 public:
  PageMaker(const hub::Project& project, const PageOptions& files) : project_(project), files_(files) {}

  struct Made {
    OutputFile html;
    OutputFile pack;
    std::string problem;  ///< why readers would refuse the pack
    std::string where;
  };

  Made make(const hub::Hub& hub, const hub::Composer& composer, const hub::Target& target) {
    Made made;
    const Clock::time_point start = Clock::now();
    const hub::Composed composed = compose_route(project_, hub, composer, target);
    const Clock::time_point composed_at = Clock::now();
    const std::string_view route = target.missing() ? std::string_view(composed.missing) : composed.route;
    PageOptions options = files_;
    options.missing = target.missing();
    options.route = composed.route;
    const std::string pack_path = pack_file(route);
    options.pack = pack_path;
    // One host answers wrong addresses with one page, in the hub's own language.
    if (!target.missing() || hub.edition == 0) {
      made.html = {html_file(route), page(hub, composed, options)};
    }
    const Clock::time_point written_at = Clock::now();
    made.pack = {pack_path, pack::write(composed)};
    if (const auto read = pack::read(made.pack.bytes); !read) {
      made.problem = read.error().message + " (" + read.error().where + ")";
      made.where = target.missing() ? std::string() : hub.pages[target.page].source;
    }
    compose_time += nanoseconds(composed_at - start);
    html_time += nanoseconds(written_at - composed_at);
    pack_time += nanoseconds(Clock::now() - written_at);
    return made;
  }

  std::atomic<std::uint64_t> compose_time = 0;
  std::atomic<std::uint64_t> html_time = 0;
  std::atomic<std::uint64_t> pack_time = 0;

 private:
  const hub::Project& project_;
  const PageOptions& files_;
};

}  // namespace

std::vector<OutputFile> write_routes(const hub::Project& project, const PageOptions& files, unsigned threads,
                                     ProgressMeter& progress, SiteTimings& timings, Diagnostics& diagnostics) {
  const Clock::time_point start = Clock::now();
  std::vector<hub::Target> targets = all_routes(project.hub);
  targets.emplace_back();  // what is missing
  std::vector<hub::Hub> editions;
  for (hub::Index language = 1; language < project.hub.languages.size(); ++language) {
    editions.push_back(hub::make_edition(project.hub, language));
  }
  std::vector<hub::Composer> composers;
  composers.emplace_back(project.hub);
  for (const hub::Hub& edition : editions) {
    composers.emplace_back(edition);
  }
  std::vector<PageMaker::Made> made(targets.size() * (1 + editions.size()));
  PageMaker maker(project, files);
  progress.begin("pages", made.size());
  parallel_for(made.size(), threads, [&](std::size_t i) {
    const std::size_t language = i / targets.size();
    made[i] = maker.make(language == 0 ? project.hub : editions[language - 1], composers[language],
                         targets[i % targets.size()]);
    progress.step();
  });
  std::vector<OutputFile> pages;
  pages.reserve(made.size() * 2);
  for (PageMaker::Made& page : made) {
    if (!page.problem.empty()) {
      diagnostics.push_back(Diagnostic{Severity::error, page.where, 0, 0, page.problem});
    }
    if (!page.html.path.empty()) {
      pages.push_back(std::move(page.html));
    }
    pages.push_back(std::move(page.pack));
  }
  // All go on side by side; the wall clock's time is shared out by what each took.
  const double wall = milliseconds_since(start);
  const double whole = static_cast<double>(maker.compose_time + maker.html_time + maker.pack_time + 1);
  timings.compose += wall * static_cast<double>(maker.compose_time) / whole;
  timings.html += wall * static_cast<double>(maker.html_time) / whole;
  timings.pack += wall * static_cast<double>(maker.pack_time) / whole;
  return pages;
}

}  // namespace hubglass::site
