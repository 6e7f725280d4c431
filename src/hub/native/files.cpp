#include "hub/native/files.h"

#include "document/utf8.h"
#include "hub/text.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <tuple>

namespace hubglass::hub {

namespace fs = std::filesystem;

namespace {

constexpr int deepest_folder = 512;  // a path ends before that

bool is_markdown(const std::string& name) {
  const std::string lowered = lower(name);
  return lowered.ends_with(".md") || lowered.ends_with(".markdown");
}

bool is_index(const std::string& name) {
  return name == "index.md" || name == "README.md";
}

}  // namespace

const char* problem_of_name(std::string_view relative) {
  if (document::find_invalid_utf8(relative) != std::string_view::npos) {
    return "this name is not UTF-8, so no address can be made of it; rename the file or folder";
  }
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  if (std::any_of(relative.begin(), relative.end(), is_control)) {
    return "this name holds a line end or another control character; rename the file or folder";
  }
  if (relative.find('\\') != std::string_view::npos) {
    return "this name holds a backslash, which browsers take for a slash; rename the file or folder";
  }
  if (relative.substr(0, relative.find('/')).find(':') != std::string_view::npos) {
    return "this name holds a colon, so that its address would begin like https: does; rename the file or folder";
  }
  return nullptr;
}

Result<std::string> read_file(const std::string& path, std::size_t limit) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) return fail(ErrorCode::file_missing, "there is no such file", path);
  if (!fs::is_regular_file(status)) return fail(ErrorCode::file_unreadable, "this is not a regular file", path);
  const std::uintmax_t size = fs::file_size(path, error);
  if (error) return fail(ErrorCode::file_unreadable, "the file cannot be read", path);
  if (size > limit) {
    return fail(ErrorCode::budget_exceeded,
                "the file is too large: " + std::to_string(size) + " bytes, at most " + std::to_string(limit), path);
  }
  std::ifstream stream(path, std::ios::binary);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  if (!stream || (size > 0 && !stream.read(bytes.data(), static_cast<std::streamsize>(size)))) {
    return fail(ErrorCode::file_unreadable, "the file cannot be read; check its permissions", path);
  }
  return bytes;
}

Result<ContentFolder> ContentFolder::open(std::string path) {
  ContentFolder folder;
  folder.path_ = path.empty() ? "." : std::move(path);
  std::error_code error;
  const fs::path real = fs::canonical(folder.path_, error);
  if (error || !fs::is_directory(real, error)) {
    return fail(ErrorCode::file_missing, "there is no such folder for the pages", folder.path_);
  }
  folder.real_path_ = real.string();
  return folder;
}

bool ContentFolder::is_inside(const std::string& path) const {
  std::error_code error;
  const std::string real = fs::canonical(path, error).string();
  return !error && (real == real_path_ ||
                    (real.starts_with(real_path_) && (real_path_.ends_with('/') || real[real_path_.size()] == '/')));
}

std::string ContentFolder::full(std::string_view relative) const {
  if (path_ == ".") return std::string(relative);
  return path_ + (path_.ends_with('/') ? "" : "/") + std::string(relative);
}

bool ContentFolder::has_file(const std::string& relative) const {
  const std::string path = path_ + "/" + relative;
  std::error_code error;
  return fs::is_regular_file(path, error) && is_inside(path);
}

std::vector<std::string> ContentFolder::markdown_files(Diagnostics& diagnostics) const {
  std::vector<std::string> files;
  list({}, 0, files, diagnostics);
  return files;
}

void ContentFolder::list(const std::string& folder, int depth, std::vector<std::string>& files,
                         Diagnostics& diagnostics) const {
  const auto report = [&](Severity severity, const std::string& relative, std::string message) {
    diagnostics.push_back(Diagnostic{severity, full(relative), 0, 0, std::move(message)});
  };
  std::error_code error;
  std::vector<std::string> names;
  std::vector<std::string> folders;
  for (auto entry = fs::directory_iterator(path_ + "/" + folder, error); !error && entry != fs::directory_iterator();
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with('.') || name == "node_modules") continue;
    const std::string relative = folder + name;
    std::error_code status_error;
    const bool linked = entry->is_symlink(status_error);
    const bool is_folder = entry->is_directory(status_error);
    if (!is_folder && !is_markdown(name)) continue;
    if (const char* problem = is_folder ? nullptr : problem_of_name(relative)) {
      report(Severity::error, relative, problem);
      continue;
    }
    if (linked && !fs::exists(entry->path(), status_error)) {
      report(Severity::error, relative, "the symbolic link leads nowhere; remove it, or put the file in its place");
    } else if (linked && !is_inside(entry->path().string())) {
      report(Severity::error, relative, "the symbolic link leads out of the content folder; put a copy in its place");
    } else if (linked && is_folder) {
      report(Severity::warning, relative, "a symbolic link to a folder is not followed; its pages are already here");
    } else if (is_folder) {
      folders.push_back(name);
    } else if (!entry->is_regular_file(status_error)) {
      report(Severity::error, relative, "this is not a regular file; replace it by one");
    } else {
      names.push_back(name);
    }
  }
  if (error) {
    report(Severity::error, folder, "the folder cannot be read; check its permissions");
    return;
  }
  if (depth == deepest_folder) {
    report(Severity::error, folder, "the folders are nested too deeply");
    return;
  }
  std::sort(names.begin(), names.end(), [](const std::string& left, const std::string& right) {
    return std::make_tuple(!is_index(left), left) < std::make_tuple(!is_index(right), right);
  });
  std::sort(folders.begin(), folders.end());
  if (std::find(names.begin(), names.end(), "index.md") != names.end()) {
    const auto readme = std::find(names.begin(), names.end(), "README.md");
    if (readme != names.end()) {
      report(Severity::warning, folder + *readme,
             "this page is left out, because index.md beside it has the same address");
      names.erase(readme);
    }
  }
  for (const std::string& name : names) files.push_back(folder + name);
  for (const std::string& name : folders) list(folder + name + "/", depth + 1, files, diagnostics);
}

}  // namespace hubglass::hub
