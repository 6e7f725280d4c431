#include "cli/site/engine.h"

#include "cli/site/files.h"
#include "cli/site/site.h"

#include <algorithm>
#include <string_view>
#include <system_error>

namespace hubglass::site {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t most_engine_bytes = 64u << 20;
constexpr const char* script_name = "hub-glass.js";
constexpr const char* first_module = "hub-glass-hub.";  // what hub-glass.js imports first (scripts/bundle.mjs)
constexpr const char* web_assembly_name = "hubglass-engine.wasm";
constexpr const char* kiosk_worker_name = "kiosk-worker.js";
constexpr const char* notices_name = "notices.json";
constexpr const char* embed_host_name = "embed-host.js";
constexpr std::string_view embed_script_begin = "hub-glass-embed.";
constexpr std::string_view kiosk_script_begin = "hub-glass-kiosk.";

Result<std::string> part(const fs::path& folder, const char* name) {
  auto bytes = read_file(folder / name, most_engine_bytes);
  if (!bytes) {
    return fail(ErrorCode::engine_missing,
                std::string("the browser engine's ") + name + " cannot be read (" + bytes.error().message +
                    "); build it with scripts/build --engine-only, or name its folder with --engine",
                folder.string());
  }
  return bytes;
}

bool is_companion(const fs::path& path) {
  const std::string extension = path.extension().string();
  return path.filename() == notices_name || extension == ".map" || extension == ".js" || extension == ".mjs" ||
         (extension == ".wasm" && path.filename() != web_assembly_name);
}

}  // namespace

Result<Engine> read_engine(const fs::path& folder) {
  if (folder.empty()) {
    return fail(ErrorCode::engine_missing,
                "the browser engine was not found; build it with scripts/build --engine-only, or name its folder with "
                "--engine");
  }
  auto script = part(folder, script_name);
  if (!script) {
    return tl::unexpected<Error>(script.error());
  }
  auto web_assembly = part(folder, web_assembly_name);
  if (!web_assembly) {
    return tl::unexpected<Error>(web_assembly.error());
  }
  Engine engine;
  engine.script = script_name;
  engine.web_assembly = hashed_name(web_assembly_name, ".wasm", *web_assembly);
  engine.files.push_back({engine.script, std::move(*script)});
  engine.files.push_back({engine.web_assembly, std::move(*web_assembly)});
  std::vector<fs::path> companions;
  std::error_code failure;
  for (fs::directory_iterator at(folder, failure), end; !failure && at != end; at.increment(failure)) {
    if (at->is_regular_file(failure) && is_companion(at->path()) && at->path().filename() != script_name) {
      companions.push_back(at->path());
    }
  }
  std::sort(companions.begin(), companions.end());
  for (const fs::path& path : companions) {
    auto bytes = read_file(path, most_engine_bytes);
    if (!bytes) {
      return tl::unexpected<Error>(bytes.error());
    }
    const std::string name = path.filename().string();
    if (name == kiosk_worker_name) {
      engine.kiosk_worker = std::move(*bytes);
      continue;
    }
    if (name == notices_name) {
      engine.notices = std::move(*bytes);
      continue;
    }
    if (name == embed_host_name) {
      engine.embed_host = std::move(*bytes);
      continue;
    }
    if (name.starts_with(embed_script_begin) && name.ends_with(".js")) {
      engine.embed_script = name;
    }
    if (name.starts_with(kiosk_script_begin) && name.ends_with(".js")) {
      engine.kiosk_script = name;
    }
    if (name.starts_with(first_module) && name.ends_with(".js")) {
      engine.modules.push_back(name);
    }
    engine.files.push_back({name, std::move(*bytes)});
  }
  return engine;
}

fs::path find_engine_folder() {
  std::error_code failure;
  const auto holds_engine = [&](const fs::path& folder) { return fs::exists(folder / script_name, failure); };
  const fs::path command = fs::read_symlink("/proc/self/exe", failure);
  if (!failure) {
    fs::path beside = command.parent_path().parent_path() / "web" / "assets";
    if (holds_engine(beside)) {
      return beside;
    }
  }
  for (fs::path folder = fs::current_path(failure); !folder.empty(); folder = folder.parent_path()) {
    if (holds_engine(folder / "build" / "web" / "assets")) {
      return folder / "build" / "web" / "assets";
    }
    if (folder == folder.root_path()) {
      break;
    }
  }
  return {};
}

}  // namespace hubglass::site
