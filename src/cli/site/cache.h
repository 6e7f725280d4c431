#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

/// What costs time to make (re-encoded images, compressed files), kept by the SHA-256 of what it was made from. Entries
/// carry the hash of their own bytes; a damaged one counts as missing and is made again. Safe to use from several
/// threads and by several processes. It never lies in the user's project.
namespace hubglass::site {

class Cache {
 public:
  /// Keeps at most about `most_bytes` in `folder`. An empty folder name switches it off.
  explicit Cache(std::filesystem::path folder, std::uint64_t most_bytes = std::uint64_t{512} << 20);

  /// The default folder: HUBGLASS_CACHE, else $XDG_CACHE_HOME/hubglass, else ~/.cache/hubglass; empty when none is
  /// known.
  static std::filesystem::path default_folder();

  /// Key of something made from `input` by `recipe` (which names its settings and its version).
  static std::string key(std::string_view recipe, std::string_view input);

  std::optional<std::string> find(const std::string& key);
  /// Failing to keep something is not an error: it will be made again. See problem().
  void keep(const std::string& key, std::string_view bytes);
  /// Removes what was not used for longest until the cache is within its size. Does nothing when nothing was added.
  void trim();

  /// Why nothing could be kept, once; empty when all is well.
  [[nodiscard]] std::string problem() const;
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  [[nodiscard]] std::uint32_t hits() const { return hits_; }
  [[nodiscard]] std::uint32_t misses() const { return misses_; }

 private:
  [[nodiscard]] std::filesystem::path path_of(const std::string& key) const;

  std::filesystem::path folder_;
  std::uint64_t most_bytes_;
  std::atomic<std::uint32_t> hits_ = 0;
  std::atomic<std::uint32_t> misses_ = 0;
  std::atomic<bool> added_ = false;
  std::atomic<bool> unwritable_ = false;
};

}  // namespace hubglass::site
