#include "cli/site/output.h"

#include "cli/site/files.h"
#include "cli/site/parallel.h"
#include "cli/site/staging.h"
#include "text/safe.h"
#include "text/sha256.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <optional>
#include <system_error>
#include <utility>

namespace hubglass::site {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view record_mark = "hubglass-output-1\n";

/// Entries that do not make a folder someone else's: version control and settings of static hosts.
bool is_bystander(const std::string& name) {
  constexpr std::array<std::string_view, 6> known = {".git",           ".gitignore", ".gitkeep",
                                                     ".gitattributes", ".nojekyll",  "CNAME"};
  return std::find(known.begin(), known.end(), name) != known.end();
}

bool is_leftover(const std::string& name) {
  return name.ends_with(temporary_ending);
}

/// True when nothing but bystanders, and folders without files, lies in the folder.
bool is_free(const fs::path& folder, std::error_code& failure) {
  for (fs::recursive_directory_iterator at(folder, failure), end; !failure && at != end; at.increment(failure)) {
    const std::string name = at->path().filename().string();
    if (is_bystander(name) || is_leftover(name)) {
      at.disable_recursion_pending();
    } else if (!fs::is_directory(at->symlink_status(failure))) {
      return false;
    }
  }
  return true;
}

/// Removes the folders of a file that is gone, as far as they are empty.
void remove_empty_parents(const fs::path& file, const fs::path& root) {
  std::error_code failure;
  for (fs::path parent = file.parent_path(); parent != root && parent.has_relative_path();
       parent = parent.parent_path()) {
    if (!fs::is_empty(parent, failure) || failure || !fs::remove(parent, failure)) {
      return;
    }
  }
}

bool has_mark(const fs::path& folder) {
  const auto headers = read_file(folder / "_headers", 1u << 20);
  return headers && std::string_view(*headers).starts_with(output_mark);
}

std::set<std::string> read_record(const fs::path& path, const fs::path& folder) {
  std::set<std::string> files;
  const auto bytes = read_file(path, 64u << 20);
  const std::string head = std::string(record_mark) + folder.string() + "\n";
  if (!bytes || !bytes->starts_with(head)) {
    return files;
  }
  for (std::size_t at = head.size(); at < bytes->size();) {
    const std::size_t end = std::min(bytes->find('\n', at), bytes->size());
    std::string name = bytes->substr(at, end - at);
    if (text::is_safe_path(name, false)) {
      files.insert(std::move(name));
    }
    at = end + 1;
  }
  return files;
}

Diagnostic error_at(const fs::path& path, std::string message) {
  return Diagnostic{Severity::error, path.string(), 0, 0, std::move(message)};
}

}  // namespace

std::string content_hash(std::string_view bytes) {
  return text::hexadecimal(text::sha256(bytes)).substr(0, 8);
}

std::string hashed_name(std::string_view source, std::string_view extension, std::string_view bytes) {
  constexpr std::size_t longest = 60;
  std::string_view stem = source.substr(source.find_last_of('/') + 1);
  stem = stem.substr(0, stem.find_last_of('.'));
  std::string name;
  for (const char c : stem.substr(0, longest)) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    if (plain || name.empty() || name.back() != '-') {
      name += plain ? c : '-';
    }
  }
  if (name.empty()) {
    name = "file";
  }
  return "assets/" + name + "." + content_hash(bytes) + std::string(extension);
}

Result<OutputFolder> OutputFolder::open(const fs::path& folder, const fs::path& records,
                                        std::chrono::milliseconds patience) {
  OutputFolder output;
  std::error_code failure;
  output.folder_ = fs::absolute(folder, failure).lexically_normal();
  if (!records.empty()) {
    output.record_ = records / text::hexadecimal(text::sha256(output.folder_.string())).substr(0, 32);
  }
  auto seen = output.look();
  if (!seen && fs::is_directory(output.folder_, failure)) {
    // It may only look like someone else's while another build is writing its first files.
    const auto lock = FolderLock::take(output.folder_, patience);
    if (!lock) {
      return tl::unexpected<Error>(lock.error());
    }
    seen = output.look();
  }
  if (!seen) {
    return tl::unexpected<Error>(seen.error());
  }
  return output;
}

/// Finds out what of the folder is ours.
Result<void> OutputFolder::look() {
  std::error_code failure;
  const fs::file_status status = fs::status(folder_, failure);
  if (fs::exists(status) && !fs::is_directory(status)) {
    return fail(ErrorCode::file_unwritable, "the output must be a folder, and this is none; name another with -o",
                folder_.string());
  }
  ours_ = record_.empty() ? std::set<std::string>() : read_record(record_, folder_);
  failure.clear();
  if (!fs::exists(status) || is_free(folder_, failure)) {
    if (failure) {
      return fail(ErrorCode::file_unwritable, "this folder cannot be read: " + failure.message(), folder_.string());
    }
    recorded_ = true;
    ours_.clear();
    return {};
  }
  recorded_ = std::any_of(ours_.begin(), ours_.end(), [&](const std::string& file) {
    std::error_code ignored;
    return fs::exists(folder_ / file, ignored);
  });
  if (!recorded_ && !has_mark(folder_)) {
    return fail(ErrorCode::file_unwritable,
                "this folder holds files that Hubglass did not write, so it is left alone; name an empty or new folder "
                "with -o, or empty this one",
                folder_.string());
  }
  return {};
}

void OutputFolder::record(const std::set<std::string>& files) const {
  if (record_.empty()) {
    return;
  }
  std::string text(record_mark);
  text += folder_.string() + "\n";
  for (const std::string& file : files) {
    text += file + "\n";
  }
  if (!file_holds(record_, text)) {
    (void)write_file(record_, text);  // without it, the folder's mark tells that it is ours
  }
}

Result<void> OutputFolder::make_writable() {
  std::error_code failure;
  fs::create_directories(folder_, failure);
  if (failure || ::access(folder_.c_str(), W_OK | X_OK) != 0) {
    const std::string reason = failure ? failure.message() : "it is not ours to write";
    return fail(ErrorCode::file_unwritable, "nothing can be written here: " + reason + "; name another folder with -o",
                folder_.string());
  }
  return {};
}

/// Makes the folders that the files go to, so that it shows before anything is put in place when one cannot be.
bool OutputFolder::make_folders(const std::vector<const OutputFile*>& files, Diagnostics& diagnostics) const {
  std::set<fs::path> folders;
  for (const OutputFile* file : files) {
    folders.insert((folder_ / file->path).parent_path());
  }
  bool made = true;
  for (const fs::path& folder : folders) {
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (!failure && ::access(folder.c_str(), W_OK | X_OK) != 0) {
      failure = std::error_code(errno, std::generic_category());
    }
    if (failure) {
      diagnostics.push_back(error_at(folder, "nothing can be written into this folder: " + failure.message()));
      made = false;
    }
  }
  return made;
}

Result<void> OutputFolder::replace(const std::vector<const OutputFile*>& files) const {
  Staging staging(folder_, files.size());
  std::atomic<bool> failed = false;
  std::vector<std::optional<Error>> errors(files.size());
  parallel_for(files.size(), default_threads(), [&](std::size_t i) {
    if (failed) {
      return;  // a disk that is full stays full
    }
    if (auto written = staging.write(i, files[i]->path, files[i]->bytes); !written) {
      errors[i] = std::move(written.error());
      failed = true;
    }
  });
  for (std::optional<Error>& error : errors) {
    if (error) {
      return tl::unexpected<Error>(std::move(*error));
    }
  }
  return staging.put_in_place();
}

OutputFolder::Change OutputFolder::write(const std::vector<const OutputFile*>& files, Diagnostics& diagnostics,
                                         std::chrono::milliseconds patience) {
  Change change;
  const auto is_error = [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::error; };
  std::set<std::string> wanted;
  for (const OutputFile* file : files) {
    if (!text::is_safe_path(file->path, false) || !wanted.insert(file->path).second) {
      diagnostics.push_back(error_at(folder_ / file->path, "two things of this hub want to be this file; rename one"));
    }
  }
  if (std::any_of(diagnostics.begin(), diagnostics.end(), is_error)) {
    return change;
  }
  const auto give_up = [&](const Error& error) {
    diagnostics.push_back(error_at(error.where, error.message));
    change.failed = true;
    return change;
  };
  if (const auto writable = make_writable(); !writable) {
    return give_up(writable.error());
  }
  const auto lock = FolderLock::take(folder_, patience);
  if (!lock) {
    return give_up(lock.error());
  }
  // Another build may have been here since open().
  if (const auto seen = look(); !seen) {
    return give_up(seen.error());
  }
  remove_leftovers();
  std::vector<char> same(files.size());
  parallel_for(files.size(), default_threads(),
               [&](std::size_t i) { same[i] = file_holds(folder_ / files[i]->path, files[i]->bytes) ? 1 : 0; });
  std::vector<const OutputFile*> changed;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (same[i] != 0) {
      continue;
    }
    changed.push_back(files[i]);
    std::error_code failure;
    const fs::path path = folder_ / files[i]->path;
    if (recorded_ && !ours_.contains(files[i]->path) && fs::exists(fs::symlink_status(path, failure))) {
      diagnostics.push_back(
          error_at(path, "this file is in the way, and Hubglass did not write it; move it elsewhere"));
    }
  }
  if (std::any_of(diagnostics.begin(), diagnostics.end(), is_error)) {
    return change;
  }
  const auto remove_folders = [&] {
    for (const OutputFile* file : changed) {
      remove_empty_parents(folder_ / file->path, folder_);
    }
  };
  if (!make_folders(changed, diagnostics)) {
    remove_folders();
    change.failed = true;
    return change;
  }
  std::set<std::string> known = ours_;
  known.insert(wanted.begin(), wanted.end());
  record(known);  // before anything is put in place: if this build stops half-way, the next one knows what is ours
  const auto pages = std::stable_partition(changed.begin(), changed.end(), [](const OutputFile* file) {
    return file->path.find(".html") == std::string::npos;
  });
  // A page beside its compressed copies.
  std::sort(pages, changed.end(), [](const OutputFile* a, const OutputFile* b) { return a->path < b->path; });
  if (const auto replaced = replace(changed); !replaced) {
    remove_folders();
    record(ours_);
    return give_up(replaced.error());
  }
  change.written = changed.size();
  remove_stale(wanted, change, diagnostics);
  record(wanted);
  return change;
}

/// What builds left that were stopped half-way.
void OutputFolder::remove_leftovers() const {
  std::error_code failure;
  std::vector<fs::path> found;
  for (fs::recursive_directory_iterator at(folder_, failure), end; !failure && at != end; at.increment(failure)) {
    const std::string name = at->path().filename().string();
    if (is_leftover(name)) {
      found.push_back(at->path());
    }
    if (is_leftover(name) || is_bystander(name)) {
      at.disable_recursion_pending();
    }
  }
  for (const fs::path& path : found) {
    fs::remove_all(path, failure);
  }
}

void OutputFolder::remove_stale(const std::set<std::string>& wanted, Change& change, Diagnostics& diagnostics) {
  for (const std::string& file : ours_) {
    if (wanted.contains(file)) {
      continue;
    }
    std::error_code failure;
    const fs::path path = folder_ / file;
    if (fs::remove(path, failure)) {
      ++change.removed;
    } else if (failure) {
      diagnostics.push_back(Diagnostic{Severity::warning, path.string(), 0, 0,
                                       "this file of an earlier build cannot be removed: " + failure.message()});
    }
    remove_empty_parents(path, folder_);
  }
  if (recorded_) {
    return;
  }
  std::size_t unknown = 0;
  std::error_code failure;
  for (fs::recursive_directory_iterator at(folder_, failure), end; !failure && at != end; at.increment(failure)) {
    const std::string name = at->path().filename().string();
    if (is_bystander(name)) {
      at.disable_recursion_pending();
    } else if (at->is_regular_file(failure) &&
               !wanted.contains(at->path().lexically_relative(folder_).generic_string())) {
      ++unknown;
    }
  }
  if (unknown > 0) {
    diagnostics.push_back(Diagnostic{
        Severity::note, folder_.string(), 0, 0,
        std::to_string(unknown) + " files here are not of this build and were left, because the record of earlier "
                                  "builds is gone; empty the folder to be rid of them"});
  }
}

}  // namespace hubglass::site
