#include "cli/site/files.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <system_error>

#include <unistd.h>

namespace hubglass::site {
namespace {

namespace fs = std::filesystem;

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Closer>;

tl::unexpected<Error> unwritable(const fs::path& path, const char* doing, int error) {
  return fail(ErrorCode::file_unwritable, std::string("cannot ") + doing + ": " + std::strerror(error), path.string());
}

/// Unique within this process and among processes, because several may share a cache.
fs::path temporary_path(const fs::path& path) {
  static std::atomic<std::uint32_t> counter = 0;
  fs::path temporary = path;
  temporary += "." + std::to_string(::getpid()) + "-" + std::to_string(counter.fetch_add(1));
  temporary += temporary_ending;
  return temporary;
}

}  // namespace

Result<std::string> read_file(const fs::path& path, std::uint64_t most) {
  std::error_code failure;
  const fs::file_status status = fs::status(path, failure);
  if (!fs::exists(status)) {
    return fail(ErrorCode::file_missing, "there is no such file", path.string());
  }
  if (!fs::is_regular_file(status)) {
    return fail(ErrorCode::file_unreadable, "this is not a file", path.string());
  }
  File file(std::fopen(path.c_str(), "rb"));
  if (file == nullptr) {
    return fail(ErrorCode::file_unreadable, std::string("cannot read this file: ") + std::strerror(errno),
                path.string());
  }
  std::string bytes;
  const std::uintmax_t size = fs::file_size(path, failure);
  if (!failure) {
    bytes.reserve(static_cast<std::size_t>(std::min<std::uintmax_t>(size, most) + 1));
  }
  std::array<char, 65536> buffer;
  while (true) {
    const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file.get());
    bytes.append(buffer.data(), count);
    if (bytes.size() > most) {
      return fail(ErrorCode::budget_exceeded, "this file is larger than " + std::to_string(most >> 20) + " MiB",
                  path.string());
    }
    if (count < buffer.size()) {
      break;
    }
  }
  if (std::ferror(file.get()) != 0) {
    return fail(ErrorCode::file_unreadable, "reading this file stopped half-way", path.string());
  }
  return bytes;
}

Result<void> write_aside(const fs::path& path, std::string_view bytes) {
  File file(std::fopen(path.c_str(), "wb"));
  if (file == nullptr) {
    return unwritable(path, "make this file", errno);
  }
  if (std::fwrite(bytes.data(), 1, bytes.size(), file.get()) != bytes.size()) {
    return unwritable(path, "write this file", errno);
  }
  // A full disk may only show when the last buffer is flushed.
  if (std::fclose(file.release()) != 0) {
    return unwritable(path, "write this file", errno);
  }
  return {};
}

Result<void> write_file(const fs::path& path, std::string_view bytes) {
  std::error_code failure;
  if (path.has_parent_path()) {
    fs::create_directories(path.parent_path(), failure);
    if (failure) {
      return unwritable(path.parent_path(), "make this folder", failure.value());
    }
  }
  const fs::path temporary = temporary_path(path);
  if (auto written = write_aside(temporary, bytes); !written) {
    fs::remove(temporary, failure);
    written.error().where = path.string();
    return written;
  }
  fs::rename(temporary, path, failure);
  if (failure) {
    std::error_code ignored;
    fs::remove(temporary, ignored);
    return unwritable(path, "put this file in place", failure.value());
  }
  return {};
}

bool file_holds(const fs::path& path, std::string_view bytes) {
  std::error_code failure;
  if (!fs::is_regular_file(fs::symlink_status(path, failure)) || fs::file_size(path, failure) != bytes.size() ||
      failure) {
    return false;
  }
  const auto held = read_file(path);
  return held && *held == bytes;
}

}  // namespace hubglass::site
