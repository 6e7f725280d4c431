#pragma once

#include "document/diagnostic.h"
#include "document/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// The files of a project. Nothing outside the content folder is ever opened.
namespace hubglass::hub {

/// Reads a whole regular file of at most `limit` bytes.
Result<std::string> read_file(const std::string& path, std::size_t limit);

/// Why no address can be made of a file's path (relative to the content folder); nothing when one can.
const char* problem_of_name(std::string_view relative);

/// A content folder, with the real path that everything in it must lie under.
class ContentFolder {
 public:
  /// Fails when there is no such folder.
  static Result<ContentFolder> open(std::string path);

  /// Paths (relative, forward slashes) of all Markdown files, in MkDocs' order: in each folder the index, then the
  /// other files by name, then the folders. Hidden files and folders, and node_modules, are left out.
  std::vector<std::string> markdown_files(Diagnostics& diagnostics) const;

  /// True when a relative path names a regular file that lies in the folder.
  [[nodiscard]] bool has_file(const std::string& relative) const;
  /// The path to open for a relative one.
  [[nodiscard]] std::string full(std::string_view relative) const;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  [[nodiscard]] bool is_inside(const std::string& path) const;
  void list(const std::string& folder, int depth, std::vector<std::string>& files, Diagnostics& diagnostics) const;

  std::string path_;
  std::string real_path_;
};

}  // namespace hubglass::hub
