#include "cli/site/staging.h"

#include "cli/site/files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <thread>
#include <utility>

namespace hubglass::site {
namespace {

namespace fs = std::filesystem;

constexpr const char* old_ending = "-old";

}  // namespace

Result<FolderLock> FolderLock::take(const fs::path& folder, std::chrono::milliseconds patience) {
  constexpr std::chrono::milliseconds pause{20};
  const auto end = std::chrono::steady_clock::now() + patience;
  FolderLock lock(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  while (lock.file_ >= 0 && ::flock(lock.file_, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR) {
      continue;
    }
    if (errno != EWOULDBLOCK) {
      break;  // a file system without locks
    }
    if (std::chrono::steady_clock::now() >= end) {
      return fail(ErrorCode::file_unwritable,
                  "another build is writing into this folder; build again when that is done", folder.string());
    }
    std::this_thread::sleep_for(pause);
  }
  return lock;
}

FolderLock::~FolderLock() {
  if (file_ >= 0) {
    ::close(file_);
  }
}

Staging::Staging(fs::path root, std::size_t count)
    : root_(std::move(root)), folder_(root_ / temporary_ending), entries_(count) {
  std::error_code shows_when_writing;
  fs::create_directory(folder_, shows_when_writing);
}

Staging::~Staging() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

fs::path Staging::aside(std::size_t number, const char* ending) const {
  return folder_ / (std::to_string(number) + ending);
}

Result<void> Staging::write(std::size_t number, const std::string& path, std::string_view bytes) {
  Entry& entry = entries_[number];
  entry.target = root_ / path;
  auto written = write_aside(aside(number), bytes);
  if (!written) {
    written.error().where = entry.target.string();
  }
  return written;
}

Result<void> Staging::put_in_place() {
  std::error_code failure;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    Entry& entry = entries_[i];
    entry.existed = fs::exists(fs::symlink_status(entry.target, failure));
    // A second name for the old file, so that there is no moment without it.
    entry.saved = entry.existed && ::link(entry.target.c_str(), aside(i, old_ending).c_str()) == 0;
    fs::rename(aside(i), entry.target, failure);
    if (failure) {
      take_back(i);
      return fail(ErrorCode::file_unwritable, "cannot put this file in place: " + failure.message(),
                  entry.target.string());
    }
  }
  return {};
}

void Staging::take_back(std::size_t count) {
  std::error_code ignored;
  while (count-- > 0) {
    const Entry& entry = entries_[count];
    if (entry.saved) {
      fs::rename(aside(count, old_ending), entry.target, ignored);
    } else if (!entry.existed) {
      fs::remove(entry.target, ignored);
    }
  }
}

}  // namespace hubglass::site
