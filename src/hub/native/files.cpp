#include "hub/native/files.h"

#include "document/utf8.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <tuple>

namespace hubglass::hub {

namespace fs = std::filesystem;

namespace {

constexpr int deepest_folder = 512;  // a path ends before that

std::string_view stem_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == 0 ? name : name.substr(0, dot);
}

bool is_index(std::string_view name) {
  return stem_of(name) == "index" || stem_of(name) == "README";
}

/// True when a real path is a folder or lies below it.
bool lies_in(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) &&
         (path.size() == folder.size() || folder.ends_with('/') || path[folder.size()] == '/');
}

}  // namespace

bool is_markdown(std::string_view name) {
  constexpr std::array<std::string_view, 5> endings = {".md", ".markdown", ".mdown", ".mkdn", ".mkd"};
  return std::any_of(endings.begin(), endings.end(),
                     [name](std::string_view ending) { return name.ends_with(ending); });
}

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

bool Exclusions::hide(std::string_view path) const {
  return excluded.ignore(path) || drafts.ignore(path) ||
         std::any_of(globs.begin(), globs.end(), [path](const std::string& glob) { return fits_glob(glob, path); });
}

Result<ContentFolder> ContentFolder::open(std::string path, const std::string& project) {
  ContentFolder folder;
  folder.path_ = path.empty() ? "." : std::move(path);
  std::error_code error;
  const fs::path real = fs::canonical(folder.path_, error);
  if (error || !fs::is_directory(real, error)) {
    return fail(ErrorCode::file_missing, "there is no such folder for the pages", folder.path_);
  }
  folder.real_root_ = real.string();
  const std::string root = fs::canonical(project.empty() ? "." : project, error).string();
  if (!error && lies_in(folder.real_root_, root)) folder.real_root_ = root;
  return folder;
}

bool ContentFolder::is_inside(const std::string& path) const {
  std::error_code error;
  const std::string real = fs::canonical(path, error).string();
  return !error && lies_in(real, real_root_);
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

/// Walks a content folder.
class FileLister {
 public:
  FileLister(const ContentFolder& folder, const Exclusions& exclusions, FileList& files, Diagnostics& diagnostics)
      : folder_(folder), exclusions_(exclusions), files_(files), diagnostics_(diagnostics) {}

  void list(const std::string& folder, int depth) {
    std::error_code error;
    const std::string real = fs::canonical(folder_.path_ + "/" + folder, error).string();
    if (error || depth == deepest_folder) {
      report(Severity::error, folder,
             error ? "the folder cannot be read; check its permissions" : "the folders are nested too deeply");
      return;
    }
    std::vector<std::string> names;
    std::vector<std::string> folders;
    for (auto entry = fs::directory_iterator(real, error); !error && entry != fs::directory_iterator();
         entry.increment(error)) {
      if (const Kind kind = kind_of(folder, real, *entry); kind != Kind::none) {
        (kind == Kind::folder ? folders : names).push_back(entry->path().filename().string());
      }
    }
    if (error) {
      report(Severity::error, folder, "the folder cannot be read; check its permissions");
      return;
    }
    std::sort(names.begin(), names.end(), [](const std::string& left, const std::string& right) {
      return std::make_tuple(!is_index(left), left) < std::make_tuple(!is_index(right), right);
    });
    std::sort(folders.begin(), folders.end());
    drop_second_index(folder, names);
    for (const std::string& name : names) {
      if (is_markdown(name)) {
        files_.pages.push_back(folder + name);
      } else {
        files_.others.insert(folder + name);
      }
    }
    for (const std::string& name : folders) list(folder + name + "/", depth + 1);
  }

 private:
  enum class Kind { none, file, folder };

  void report(Severity severity, const std::string& relative, std::string message) {
    diagnostics_.push_back(Diagnostic{severity, folder_.full(relative), 0, 0, std::move(message)});
  }

  /// What an entry of a folder is to the list.
  Kind kind_of(const std::string& folder, const std::string& real_folder, const fs::directory_entry& entry) {
    const std::string relative = folder + entry.path().filename().string();
    std::error_code failure;
    const bool is_folder = entry.is_directory(failure);
    // A page that is lost is an error; of any other file, nobody may have need.
    const Severity severity = is_folder || is_markdown(relative) ? Severity::error : Severity::warning;
    if (is_folder ? may_be_passed_over(relative) : exclusions_.hide(relative)) {
      if (!is_folder) files_.excluded.insert(relative);
      return Kind::none;
    }
    if (entry.is_symlink(failure)) {
      const std::string target = entry.path().string();
      if (!fs::exists(entry.path(), failure)) {
        report(severity, relative, "the symbolic link leads nowhere; remove it, or put the file in its place");
        return Kind::none;
      }
      if (!folder_.is_inside(target)) {
        report(severity, relative, "the symbolic link leads out of the project; put a copy in its place");
        return Kind::none;
      }
      if (is_folder && lies_in(real_folder, fs::canonical(target, failure).string())) {
        report(Severity::warning, relative,
               "the symbolic link leads to a folder that it lies in itself, so it is not followed");
        return Kind::none;
      }
    }
    if (is_folder) return Kind::folder;
    if (const char* problem = problem_of_name(relative)) {
      report(severity, relative, problem);
      return Kind::none;
    }
    if (entry.is_regular_file(failure)) return Kind::file;
    report(severity, relative, "this is not a regular file; replace it by one");
    return Kind::none;
  }

  /// True for folders of tools, which may be huge, where no file of theirs is published.
  [[nodiscard]] bool may_be_passed_over(const std::string& folder) const {
    const std::string_view name = std::string_view(folder).substr(folder.rfind('/') + 1);
    return (name.starts_with('.') || name == "node_modules") && !exclusions_.excluded.has_exceptions() &&
           exclusions_.excluded.ignore(folder + "/-");
  }

  /// A README has the address of the index beside it. As in MkDocs, the last by name counts.
  void drop_second_index(const std::string& folder, std::vector<std::string>& names) {
    const auto is_page_index = [](const std::string& name) { return is_index(name) && is_markdown(name); };
    const auto last = std::find_if(names.rbegin(), names.rend(), is_page_index);
    if (last == names.rend()) return;
    const std::string kept = *last;
    std::erase_if(names, [&](const std::string& name) {
      if (name == kept || !is_page_index(name)) return false;
      report(Severity::warning, folder + name,
             "this page is left out, because " + kept + " beside it has the same address");
      return true;
    });
  }

  const ContentFolder& folder_;
  const Exclusions& exclusions_;
  FileList& files_;
  Diagnostics& diagnostics_;
};

FileList ContentFolder::list(const Exclusions& exclusions, Diagnostics& diagnostics) const {
  FileList files;
  FileLister(*this, exclusions, files, diagnostics).list({}, 0);
  return files;
}

}  // namespace hubglass::hub
