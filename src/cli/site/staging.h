#pragma once

#include "document/result.h"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// How a folder that is served meanwhile gets new files: all of them, or none.
namespace hubglass::site {

/// Keeps other builds out of a folder for as long as it lives. The folder gets no file for it; where its file system
/// knows no locks, it holds nobody up.
class FolderLock {
 public:
  /// Waits up to `patience` for whoever has the folder; fails with file_unwritable when that is not enough.
  static Result<FolderLock> take(const std::filesystem::path& folder, std::chrono::milliseconds patience);

  FolderLock(FolderLock&& other) noexcept : file_(other.file_) { other.file_ = -1; }
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  FolderLock& operator=(FolderLock&&) = delete;
  ~FolderLock();

 private:
  explicit FolderLock(int file) : file_(file) {}
  int file_;
};

/// Files that are written aside first, in a hidden folder of the output, and then put in place. What was not put in
/// place goes with it.
class Staging {
 public:
  Staging(std::filesystem::path root, std::size_t count);
  ~Staging();
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;

  /// Writes file `number` of `count` aside. Several threads may do so at once.
  Result<void> write(std::size_t number, const std::string& path, std::string_view bytes);
  /// Puts all in place, in the order of their numbers. When one cannot be, those before it are taken back, and the
  /// folder is as it was. The folders that they go to must exist.
  Result<void> put_in_place();

 private:
  [[nodiscard]] std::filesystem::path aside(std::size_t number, const char* ending = "") const;
  void take_back(std::size_t count);

  struct Entry {
    std::filesystem::path target;
    bool existed = false;
    bool saved = false;  ///< the old file lies aside, too
  };
  std::filesystem::path root_;
  std::filesystem::path folder_;
  std::vector<Entry> entries_;
};

}  // namespace hubglass::site
