#include "cli/site/output.h"

#include "cli/site/files.h"
#include "text/safe.h"
#include "text/sha256.h"

#include <unistd.h>
#include <algorithm>
#include <array>
#include <system_error>

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

/// True when nothing but bystanders lies in the folder.
bool is_free(const fs::path& folder, std::error_code& failure) {
  for (fs::directory_iterator at(folder, failure), end; !failure && at != end; at.increment(failure)) {
    const std::string name = at->path().filename().string();
    if (!is_bystander(name) && !is_leftover(name)) {
      return false;
    }
  }
  return true;
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

Result<OutputFolder> OutputFolder::open(const fs::path& folder, const fs::path& records) {
  OutputFolder output;
  std::error_code failure;
  output.folder_ = fs::absolute(folder, failure).lexically_normal();
  const fs::file_status status = fs::status(output.folder_, failure);
  if (fs::exists(status) && !fs::is_directory(status)) {
    return fail(ErrorCode::file_unwritable, "the output must be a folder, and this is none; name another with -o",
                output.folder_.string());
  }
  if (!records.empty()) {
    output.record_ = records / text::hexadecimal(text::sha256(output.folder_.string())).substr(0, 32);
    output.ours_ = read_record(output.record_, output.folder_);
  }
  failure.clear();
  if (!fs::exists(status) || is_free(output.folder_, failure)) {
    if (failure) {
      return fail(ErrorCode::file_unwritable, "this folder cannot be read: " + failure.message(),
                  output.folder_.string());
    }
    output.recorded_ = true;
    output.ours_.clear();
    return output;
  }
  output.recorded_ = std::any_of(output.ours_.begin(), output.ours_.end(), [&](const std::string& file) {
    std::error_code ignored;
    return fs::exists(output.folder_ / file, ignored);
  });
  if (!output.recorded_ && !has_mark(output.folder_)) {
    return fail(ErrorCode::file_unwritable,
                "this folder holds files that Hubglass did not write, so it is left alone; name an empty or new folder "
                "with -o, or empty this one",
                output.folder_.string());
  }
  return output;
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

OutputFolder::Change OutputFolder::write(const std::vector<const OutputFile*>& files, Diagnostics& diagnostics) {
  Change change;
  std::set<std::string> wanted;
  for (const OutputFile* file : files) {
    if (!text::is_safe_path(file->path, false) || !wanted.insert(file->path).second) {
      diagnostics.push_back(error_at(folder_ / file->path, "two things of this hub want to be this file; rename one"));
    }
  }
  for (const OutputFile* file : files) {
    std::error_code failure;
    const fs::path path = folder_ / file->path;
    if (recorded_ && !ours_.contains(file->path) && fs::exists(fs::symlink_status(path, failure)) &&
        !file_holds(path, file->bytes)) {
      diagnostics.push_back(
          error_at(path, "this file is in the way, and Hubglass did not write it; move it elsewhere"));
    }
  }
  const auto is_error = [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::error; };
  if (std::any_of(diagnostics.begin(), diagnostics.end(), is_error)) {
    return change;
  }
  // Told once, not once per file.
  std::error_code failure;
  fs::create_directories(folder_, failure);
  if (failure || ::access(folder_.c_str(), W_OK | X_OK) != 0) {
    const std::string reason = failure ? failure.message() : "it is not ours to write";
    diagnostics.push_back(
        error_at(folder_, "nothing can be written here: " + reason + "; name another folder with -o"));
    change.failed = files.size();
    return change;
  }
  std::set<std::string> known = ours_;
  known.insert(wanted.begin(), wanted.end());
  record(known);  // before anything is written: if this build stops half-way, the next one knows what is ours
  std::vector<const OutputFile*> ordered = files;
  std::stable_partition(ordered.begin(), ordered.end(),
                        [](const OutputFile* file) { return file->path.find(".html") == std::string::npos; });
  for (const OutputFile* file : ordered) {
    const fs::path path = folder_ / file->path;
    if (file_holds(path, file->bytes)) {
      continue;
    }
    if (const auto written = write_file(path, file->bytes); !written) {
      diagnostics.push_back(error_at(written.error().where, written.error().message));
      ++change.failed;
    } else {
      ++change.written;
    }
  }
  if (change.failed > 0) {
    return change;  // the old pages may still need the old files
  }
  remove_stale(wanted, change, diagnostics);
  record(wanted);
  return change;
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
    for (fs::path parent = path.parent_path(); parent != folder_ && parent.has_relative_path();
         parent = parent.parent_path()) {
      if (!fs::is_empty(parent, failure) || failure || !fs::remove(parent, failure)) {
        break;
      }
    }
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
