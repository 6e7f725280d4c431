#pragma once

#include "document/diagnostic.h"
#include "document/result.h"
#include "hub/native/ignore_patterns.h"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// The files of a project. Nothing outside the project's folder is ever opened.
namespace hubglass::hub {

/// Reads a whole regular file of at most `limit` bytes.
Result<std::string> read_file(const std::string& path, std::size_t limit);

/// Why no address can be made of a file's path (relative to the content folder); nothing when one can.
const char* problem_of_name(std::string_view relative);

/// True for the names of Markdown files, as MkDocs knows them.
bool is_markdown(std::string_view name);

/// What a project's settings keep from being published.
struct Exclusions {
  IgnorePatterns excluded;
  IgnorePatterns drafts;
  std::vector<std::string> globs;  ///< as fits_glob() has them, of whole paths

  [[nodiscard]] bool hide(std::string_view path) const;
};

/// The files of a content folder; all paths are relative to it, with forward slashes.
struct FileList {
  /// Markdown, in MkDocs' order: in each folder the index, then the other files by name, then the folders.
  std::vector<std::string> pages;
  /// All others that are published, in the same order.
  std::set<std::string, std::less<>> others;
  /// What settings keep from being published.
  std::set<std::string, std::less<>> excluded;
};

/// A content folder, with the real path of the project that everything in it must lie under.
class ContentFolder {
 public:
  /// Fails when there is no such folder. `project` is the folder of the project that it is part of; symbolic links may
  /// lead there.
  static Result<ContentFolder> open(std::string path, const std::string& project);

  /// Lists the files. Symbolic links are followed where they stay in the project.
  FileList list(const Exclusions& exclusions, Diagnostics& diagnostics) const;

  /// True when a relative path names a regular file that lies in the project.
  [[nodiscard]] bool has_file(const std::string& relative) const;
  /// The path to open for a relative one.
  [[nodiscard]] std::string full(std::string_view relative) const;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  [[nodiscard]] bool is_inside(const std::string& path) const;
  friend class FileLister;

  std::string path_;
  std::string real_root_;
};

}  // namespace hubglass::hub
