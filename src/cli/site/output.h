#pragma once

#include "document/diagnostic.h"
#include "document/result.h"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// The output folder: what of it is ours, what changed, what has to go.
namespace hubglass::site {

/// A file of the site. `path` is relative to the output's root, with forward slashes.
struct OutputFile {
  std::string path;
  std::string bytes;
};

/// First line of the "_headers" file: by it an output folder is known as ours when its record is lost.
inline constexpr std::string_view output_mark = "# Written by Hubglass. The next build overwrites this file.";

/// 16 hexadecimal digits would do for billions of files; 8 do for one name's versions.
std::string content_hash(std::string_view bytes);

/// "assets/NAME.HASH.EXT" for a file called `source`; letters of NAME that addresses would have to escape become "-".
std::string hashed_name(std::string_view source, std::string_view extension, std::string_view bytes);

class OutputFolder {
 public:
  /// Looks at the folder without changing it. `records` is the folder in which the list of our files is kept (in the
  /// cache); empty when there is none. Fails with file_unwritable when the folder holds files of someone else, or is
  /// none.
  static Result<OutputFolder> open(const std::filesystem::path& folder, const std::filesystem::path& records,
                                   std::chrono::milliseconds patience = std::chrono::minutes(1));

  struct Change {
    std::size_t written = 0;
    std::size_t removed = 0;
    bool failed = false;  ///< then nothing of the folder's files was touched
  };
  /// Makes the folder hold these files and no others of ours: all that changed is written aside first, and then put in
  /// place, pages (.html) last, so that none ever refers to what is not there. What keeps it from that is an error in
  /// `diagnostics`. Waits up to `patience` for another build that writes into the folder.
  Change write(const std::vector<const OutputFile*>& files, Diagnostics& diagnostics,
               std::chrono::milliseconds patience = std::chrono::minutes(1));

 private:
  Result<void> look();
  Result<void> make_writable();
  bool make_folders(const std::vector<const OutputFile*>& files, Diagnostics& diagnostics) const;
  Result<void> replace(const std::vector<const OutputFile*>& files) const;
  void remove_leftovers() const;
  void remove_stale(const std::set<std::string>& wanted, Change& change, Diagnostics& diagnostics);
  void record(const std::set<std::string>& files) const;

  std::filesystem::path folder_;
  std::filesystem::path record_;  ///< the file that lists what is ours; empty when there is nowhere to keep it
  std::set<std::string> ours_;    ///< as recorded by the last build
  bool recorded_ = false;         ///< false: ours by its mark only, so any file may be ours
};

}  // namespace hubglass::site
