#include "cli/site/cache.h"

#include "cli/site/files.h"
#include "text/sha256.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <system_error>
#include <vector>

namespace hubglass::site {
namespace {

namespace fs = std::filesystem;

/// An entry's file: this word, the SHA-256 of the payload in hexadecimal, a line ending, the payload.
constexpr std::string_view entry_magic = "hubglass-cache-1 ";
constexpr std::size_t entry_header = entry_magic.size() + 64 + 1;
constexpr const char* objects = "objects";

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

}  // namespace

Cache::Cache(fs::path folder, std::uint64_t most_bytes) : folder_(std::move(folder)), most_bytes_(most_bytes) {}

fs::path Cache::default_folder() {
  if (const std::string own = environment("HUBGLASS_CACHE"); !own.empty()) {
    return own;
  }
  // The base directory specification asks to ignore relative paths.
  if (const fs::path base = environment("XDG_CACHE_HOME"); base.is_absolute()) {
    return base / "hubglass";
  }
  if (const std::string home = environment("HOME"); !home.empty()) {
    return fs::path(home) / ".cache" / "hubglass";
  }
  return {};
}

std::string Cache::key(std::string_view recipe, std::string_view input) {
  return text::hexadecimal(text::Sha256().update(recipe).update(std::string_view("\0", 1)).update(input).finish());
}

fs::path Cache::path_of(const std::string& key) const {
  return folder_ / objects / key.substr(0, 2) / key.substr(2);
}

std::optional<std::string> Cache::find(const std::string& key) {
  if (folder_.empty()) {
    return std::nullopt;
  }
  const fs::path path = path_of(key);
  auto bytes = read_file(path);
  const std::string_view all = bytes ? std::string_view(*bytes) : std::string_view();
  if (all.size() < entry_header || !all.starts_with(entry_magic) || all[entry_header - 1] != '\n' ||
      all.substr(entry_magic.size(), 64) != text::hexadecimal(text::sha256(all.substr(entry_header)))) {
    ++misses_;
    return std::nullopt;
  }
  ++hits_;
  // The time of last use decides what trim() removes; writing it for each use would cost more than it tells.
  std::error_code ignored;
  const auto now = fs::file_time_type::clock::now();
  if (now - fs::last_write_time(path, ignored) > std::chrono::hours(1)) {
    fs::last_write_time(path, now, ignored);
  }
  return bytes->substr(entry_header);
}

void Cache::keep(const std::string& key, std::string_view bytes) {
  if (folder_.empty() || unwritable_) {
    return;
  }
  std::string entry(entry_magic);
  entry += text::hexadecimal(text::sha256(bytes));
  entry += '\n';
  entry += bytes;
  if (write_file(path_of(key), entry)) {
    added_ = true;
  } else {
    unwritable_ = true;
  }
}

void Cache::trim() {
  if (!added_) {
    return;
  }
  struct Object {
    fs::path path;
    std::uint64_t size = 0;
    fs::file_time_type used;
  };
  std::vector<Object> found;
  std::uint64_t total = 0;
  std::error_code failure;
  for (fs::recursive_directory_iterator at(folder_ / objects, failure), end; !failure && at != end;
       at.increment(failure)) {
    std::error_code ignored;
    if (at->is_regular_file(ignored)) {
      found.push_back({at->path(), at->file_size(ignored), at->last_write_time(ignored)});
      total += found.back().size;
    }
  }
  if (total <= most_bytes_) {
    return;
  }
  std::sort(found.begin(), found.end(), [](const Object& a, const Object& b) { return a.used < b.used; });
  // A little below the limit, so that not every build has to trim.
  const std::uint64_t goal = most_bytes_ - most_bytes_ / 8;
  for (const Object& object : found) {
    if (total <= goal) {
      break;
    }
    if (fs::remove(object.path, failure)) {
      total -= object.size;
    }
  }
}

std::string Cache::problem() const {
  if (!unwritable_) {
    return {};
  }
  return "the cache folder " + folder_.string() +
         " cannot be written, so images and compressed files are made anew each time; name another with --cache";
}

}  // namespace hubglass::site
