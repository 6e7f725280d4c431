#pragma once

#include "document/diagnostic.h"
#include "document/result.h"
#include "hub/native/project.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>

/// A project to a folder that any static host can serve: a page per route, the pack, the engine, images of the right
/// size, compressed copies. It keeps what is costly in a cache outside the project, writes only what changed, and
/// touches no file that it did not write. The same input gives the same bytes.
namespace hubglass::site {

/// Told how far a stage is, at most a few times a second and only once the build has taken a second. Calls come from
/// several threads, one at a time.
using Progress = std::function<void(std::string_view stage, std::size_t done, std::size_t total)>;

struct SiteOptions {
  std::filesystem::path output;  ///< made when missing; must be empty or hold an earlier build
  std::filesystem::path engine;  ///< folder with hub-glass.js and hubglass-engine.wasm; empty: find_engine_folder()
  std::filesystem::path cache;   ///< empty: Cache::default_folder()
  bool use_cache = true;         ///< false: make everything anew and keep nothing
  bool images = true;            ///< false: PNG and JPEG images stay as they are
  bool compress = true;          ///< false: no .br and .gz files
  unsigned threads = 0;          ///< 0: as many as the machine has
  Progress progress;
};

/// Where the time went, in ms of wall clock. `parse` is for the caller, who read the project.
struct SiteTimings {
  double parse = 0;
  double images = 0;
  double compose = 0;  ///< resolving links, composing routes
  double html = 0;
  double pack = 0;
  double compression = 0;
  double write = 0;
  double total = 0;  ///< without parse
};

struct SiteReport {
  std::size_t routes = 0;
  std::size_t files = 0;    ///< of the site, compressed copies included
  std::size_t changed = 0;  ///< files written, because they were new or different
  std::size_t removed = 0;  ///< files of an earlier build that the site no longer has
  std::uint64_t bytes = 0;  ///< of all files but the compressed copies
  std::size_t images = 0;
  std::uint64_t image_bytes_before = 0;
  std::uint64_t image_bytes_after = 0;
  std::uint64_t pack_bytes = 0;
  bool written = false;  ///< false when errors were found; then the output is as it was
  SiteTimings timings;
};

/// Builds the site of a project: makes its assets ready (filling in Hub::assets), resolves its links, composes and
/// writes every route. What authors can mend goes to `diagnostics`, all of it; when these hold an error (also one from
/// before), nothing is written. Fails when the output or the engine is not as it must be.
Result<SiteReport> write_site(hub::Project& project, const SiteOptions& options, Diagnostics& diagnostics);

/// What write_site would find beyond what reading the project found: damaged images, addresses that cannot be, what
/// readers would refuse. Writes nothing, and encodes no picture. Of `options` it heeds threads and progress.
void examine_site(hub::Project& project, const SiteOptions& options, Diagnostics& diagnostics);

/// The folder "assets" of a web build beside the running command's build, or in build/web below the current folder or
/// one above it. Empty when there is none.
std::filesystem::path find_engine_folder();

}  // namespace hubglass::site
