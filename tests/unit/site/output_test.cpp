#include "cli/site/output.h"

#include "cli/site/files.h"
#include "cli/site/staging.h"
#include "unit/site/samples.h"

#include <csignal>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <sys/resource.h>

namespace hubglass::site {
namespace {

namespace fs = std::filesystem;

class OutputTest : public testing::Test {
 protected:
  [[nodiscard]] fs::path output() const { return folder_.path() / "dist"; }
  [[nodiscard]] fs::path records() const { return folder_.path() / "records"; }

  OutputFolder::Change write(const std::vector<OutputFile>& files) {
    diagnostics_.clear();
    auto opened = OutputFolder::open(output(), records());
    EXPECT_TRUE(opened) << opened.error().message;
    std::vector<const OutputFile*> pointers;
    for (const OutputFile& file : files) {
      pointers.push_back(&file);
    }
    return opened ? opened->write(pointers, diagnostics_) : OutputFolder::Change{};
  }
  [[nodiscard]] bool refused() const { return !OutputFolder::open(output(), records()); }

  TemporaryFolder folder_;
  Diagnostics diagnostics_;
};

const OutputFile headers = {"_headers", std::string(output_mark) + "\n"};

TEST_F(OutputTest, WritesOnlyWhatChangedAndRemovesWhatIsGone) {
  EXPECT_EQ(write({headers, {"a/index.html", "A"}, {"b/c/index.html", "C"}}).written, 3u);
  EXPECT_EQ(write({headers, {"a/index.html", "A"}, {"b/c/index.html", "C"}}).written, 0u);
  const auto change = write({headers, {"a/index.html", "B"}});
  EXPECT_EQ(change.written, 1u);
  EXPECT_EQ(change.removed, 1u);
  EXPECT_EQ(get_file(output() / "a/index.html"), "B");
  EXPECT_FALSE(fs::exists(output() / "b")) << "an empty folder stayed behind";
  EXPECT_TRUE(diagnostics_.empty());
  EXPECT_EQ(all_files(output()).size(), 2u) << "a temporary file stayed behind";
}

TEST_F(OutputTest, LeavesFilesOfOthersAlone) {
  write({headers, {"old/index.html", "A"}});
  put_file(output() / "old/mine.txt", "mine");
  put_file(output() / "CNAME", "hub.example");
  write({headers, {"new.html", "N"}});
  EXPECT_EQ(get_file(output() / "old/mine.txt"), "mine");
  EXPECT_EQ(get_file(output() / "CNAME"), "hub.example");
  EXPECT_FALSE(fs::exists(output() / "old/index.html"));
}

TEST_F(OutputTest, RefusesAFolderOfSomeoneElse) {
  put_file(output() / "thesis.doc", "years of work");
  const auto opened = OutputFolder::open(output(), records());
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::file_unwritable);
  EXPECT_NE(opened.error().message.find("-o"), std::string::npos);
  EXPECT_EQ(opened.error().where, output().string());
}

TEST_F(OutputTest, ARecordOfAFolderThatWasReplacedDoesNotCount) {
  write({headers, {"index.html", "A"}});
  fs::remove_all(output());
  put_file(output() / "thesis.doc", "years of work");
  EXPECT_TRUE(refused());
}

TEST_F(OutputTest, TakesAFolderWithVersionControlOrNothingInIt) {
  put_file(output() / ".git/HEAD", "ref");
  put_file(output() / ".nojekyll", "");
  EXPECT_EQ(write({headers}).written, 1u);
  EXPECT_EQ(get_file(output() / ".git/HEAD"), "ref");
}

TEST_F(OutputTest, RefusesAFileInTheWay) {
  write({headers});
  put_file(output() / "index.html", "my own");
  write({headers, {"index.html", "A"}});
  ASSERT_EQ(diagnostics_.size(), 1u);
  EXPECT_NE(diagnostics_[0].message.find("in the way"), std::string::npos);
  EXPECT_EQ(get_file(output() / "index.html"), "my own");
}

TEST_F(OutputTest, KnowsItsFolderByTheMarkWhenTheRecordIsLost) {
  write({headers, {"index.html", "A"}, {"stale.html", "S"}});
  fs::remove_all(records());
  const auto change = write({headers, {"index.html", "B"}});
  EXPECT_EQ(change.written, 1u);
  EXPECT_EQ(get_file(output() / "stale.html"), "S") << "it may be someone else's";
  ASSERT_EQ(diagnostics_.size(), 1u);
  EXPECT_EQ(diagnostics_[0].severity, Severity::note);
  EXPECT_EQ(diagnostics_[0].message.substr(0, 2), "1 ");
}

TEST_F(OutputTest, TwoFilesOfOneNameAreAnError) {
  write({headers, {"a.html", "1"}, {"a.html", "2"}});
  ASSERT_EQ(diagnostics_.size(), 1u);
  EXPECT_EQ(diagnostics_[0].severity, Severity::error);
  EXPECT_FALSE(fs::exists(output() / "a.html"));
}

TEST_F(OutputTest, PathsThatLeaveTheFolderAreRefused) {
  write({headers, {"../escaped.html", "x"}});
  EXPECT_EQ(diagnostics_.size(), 1u);
  EXPECT_FALSE(fs::exists(folder_.path() / "escaped.html"));
}

TEST_F(OutputTest, TellsOnceThatTheFolderCannotBeMade) {
  put_file(folder_.path() / "file", "no folder");
  auto opened = OutputFolder::open(folder_.path() / "file/site", {});
  ASSERT_TRUE(opened);
  const OutputFile page{"index.html", "A"};
  const OutputFile other{"a/index.html", "B"};
  const auto change = opened->write({&page, &other}, diagnostics_);
  EXPECT_TRUE(change.failed);
  ASSERT_EQ(diagnostics_.size(), 1u);
  EXPECT_EQ(diagnostics_[0].file, (folder_.path() / "file/site").string());
}

TEST_F(OutputTest, NamesEachFolderThatCannotBeMadeAndTouchesNothing) {
  write({headers});
  put_file(output() / "a", "a file where a folder must be");
  put_file(output() / "b", "another");
  const auto change = write({headers, {"a/index.html", "A"}, {"b/index.html", "B"}, {"c/index.html", "C"}});
  EXPECT_TRUE(change.failed);
  ASSERT_EQ(diagnostics_.size(), 2u);
  EXPECT_EQ(diagnostics_[0].severity, Severity::error);
  EXPECT_EQ(diagnostics_[0].file, (output() / "a").string());
  EXPECT_EQ(diagnostics_[1].file, (output() / "b").string());
  EXPECT_EQ(all_files(output()).size(), 3u);
  EXPECT_FALSE(fs::exists(output() / "c")) << "a folder that nothing came into stayed behind";
}

/// While it lives, no file can grow beyond `bytes`, as on a disk that is nearly full.
class SmallFiles {
 public:
  explicit SmallFiles(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit small = {bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
  }
  ~SmallFiles() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  SmallFiles(const SmallFiles&) = delete;
  SmallFiles& operator=(const SmallFiles&) = delete;

 private:
  rlimit before_ = {};
  void (*handler_)(int);
};

const std::vector<OutputFile> first_site = {headers,
                                            {"assets/hub.1.hubpack", "old pack"},
                                            {"index.html", "names 1"},
                                            {"a/index.html", "names 1"},
                                            {"a/index.html.br", "names 1, small"}};

TEST_F(OutputTest, AFullDiskLeavesTheLastSiteWhole) {
  write(first_site);
  const auto before = all_files(output());
  OutputFolder::Change change;
  {
    const SmallFiles full(50'000);
    change = write({headers,
                    {"assets/hub.2.hubpack", std::string(200'000, 'x')},
                    {"index.html", "names 2"},
                    {"a/index.html", "names 2"},
                    {"new/deep/index.html", "names 2"}});
  }
  EXPECT_TRUE(change.failed);
  ASSERT_EQ(diagnostics_.size(), 1u);
  EXPECT_EQ(diagnostics_[0].file, (output() / "assets/hub.2.hubpack").string());
  EXPECT_NE(diagnostics_[0].message.find("cannot write"), std::string::npos) << diagnostics_[0].message;
  EXPECT_EQ(all_files(output()), before);
  EXPECT_FALSE(fs::exists(output() / "new"));
  // And the next build, with room again, is as any other.
  EXPECT_EQ(write({headers, {"assets/hub.2.hubpack", "new pack"}, {"index.html", "names 2"}}).removed, 3u);
  EXPECT_EQ(all_files(output()).size(), 3u);
}

TEST_F(OutputTest, AFirstBuildOntoAFullDiskLeavesAFolderThatCanBeBuiltInto) {
  {
    const SmallFiles full(50'000);
    EXPECT_TRUE(write({{"a/b/index.html", std::string(200'000, 'x')}, headers}).failed);
  }
  EXPECT_TRUE(all_files(output()).empty());
  EXPECT_EQ(write({headers, {"a/b/index.html", "A"}}).written, 2u);
}

TEST_F(OutputTest, WhatCannotBePutInPlaceTakesTheOthersBack) {
  write(first_site);
  // Not known before it is tried: a folder that is not empty where a page was.
  fs::remove(output() / "index.html");
  put_file(output() / "index.html/mine.txt", "mine");
  const auto before = all_files(output());
  const auto change = write({headers,
                             {"assets/hub.2.hubpack", "new pack"},
                             {"index.html", "names 2"},
                             {"a/index.html", "names 2"},
                             {"b/index.html", "names 2"}});
  EXPECT_TRUE(change.failed);
  ASSERT_EQ(diagnostics_.size(), 1u);
  EXPECT_EQ(diagnostics_[0].file, (output() / "index.html").string());
  EXPECT_EQ(all_files(output()), before);
}

TEST_F(OutputTest, LeftoversOfBuildsThatWereStoppedAreRemoved) {
  write({headers, {"a/index.html", "A"}});
  put_file(output() / "a/index.html.77-3.hubglass-tmp", "half");
  put_file(output() / ".hubglass-tmp/12", "aside");
  put_file(output() / ".git/x.hubglass-tmp", "not ours");
  EXPECT_EQ(write({headers, {"a/index.html", "A"}}).written, 0u);
  EXPECT_EQ(all_files(output()).size(), 3u);
  EXPECT_TRUE(fs::exists(output() / ".git/x.hubglass-tmp"));
}

TEST_F(OutputTest, AnotherBuildIsWaitedForAndNotForEver) {
  write({headers, {"index.html", "first"}});
  auto other = OutputFolder::open(output(), records());
  ASSERT_TRUE(other);
  const std::vector<OutputFile> second = {headers, {"index.html", "second"}, {"b.html", "b"}};
  std::vector<const OutputFile*> files;
  for (const OutputFile& file : second) {
    files.push_back(&file);
  }
  auto lock = std::make_unique<Result<FolderLock>>(FolderLock::take(output(), {}));
  ASSERT_TRUE(*lock);
  EXPECT_TRUE(other->write(files, diagnostics_, {}).failed);
  ASSERT_EQ(diagnostics_.size(), 1u);
  EXPECT_NE(diagnostics_[0].message.find("another build"), std::string::npos);
  EXPECT_EQ(get_file(output() / "index.html"), "first");

  diagnostics_.clear();
  std::thread waits([&] { EXPECT_EQ(other->write(files, diagnostics_).written, 2u); });
  lock.reset();
  waits.join();
  EXPECT_TRUE(diagnostics_.empty());
  EXPECT_EQ(get_file(output() / "index.html"), "second");
}

TEST_F(OutputTest, ABuildThatWasOvertakenStillKnowsWhatIsOurs) {
  write({headers, {"index.html", "first"}});
  auto slow = OutputFolder::open(output(), records());
  ASSERT_TRUE(slow);
  write({headers, {"index.html", "second"}, {"only-of-the-second.html", "2"}});
  const OutputFile page = {"index.html", "slow"};
  EXPECT_EQ(slow->write({&headers, &page}, diagnostics_).removed, 1u);
  EXPECT_EQ(all_files(output()).size(), 2u);
}

TEST_F(OutputTest, BuildsAtOnceLeaveOneOfTheirSites) {
  const auto site = [](const std::string& name) {
    std::vector<OutputFile> files = {headers, {"assets/hub." + name + ".hubpack", name}};
    for (int i = 0; i < 50; ++i) {
      files.push_back({"page-" + std::to_string(i) + "/index.html", name});
    }
    return files;
  };
  for (int round = 0; round < 5; ++round) {
    std::vector<std::thread> builds;
    for (const char* name : {"one", "two", "three"}) {
      builds.emplace_back([&, files = site(name)] {
        Diagnostics diagnostics;
        std::vector<const OutputFile*> pointers;
        for (const OutputFile& file : files) {
          pointers.push_back(&file);
        }
        auto opened = OutputFolder::open(output(), records());
        ASSERT_TRUE(opened);
        EXPECT_FALSE(opened->write(pointers, diagnostics).failed);
      });
    }
    for (std::thread& build : builds) {
      build.join();
    }
    const auto files = all_files(output());
    EXPECT_EQ(files.size(), 52u);
    const std::string name = files.at("page-0/index.html");
    EXPECT_TRUE(files.contains("assets/hub." + name + ".hubpack"));
    for (const auto& [path, bytes] : files) {
      EXPECT_TRUE(path == headers.path || bytes == name) << path;
    }
  }
}

TEST_F(OutputTest, AFileIsNoFolder) {
  put_file(output(), "file");
  const auto opened = OutputFolder::open(output(), records());
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::file_unwritable);
}

TEST(HashedName, IsReadableAndSafeInAddresses) {
  const std::string name = hashed_name("img/My Löwe (1).PNG", ".webp", "bytes");
  EXPECT_EQ(name, "assets/My-L-we-1-." + content_hash("bytes") + ".webp");
  EXPECT_EQ(hashed_name("ü", "", "x"), "assets/-." + content_hash("x"));
  EXPECT_EQ(hashed_name(".svg", ".svg", "x"), "assets/file." + content_hash("x") + ".svg");
  EXPECT_NE(hashed_name("a.png", ".png", "1"), hashed_name("a.png", ".png", "2"));
}

TEST(ReadFile, SaysWhatIsWrong) {
  const TemporaryFolder folder;
  EXPECT_EQ(read_file(folder.path() / "none").error().code, ErrorCode::file_missing);
  EXPECT_EQ(read_file(folder.path()).error().code, ErrorCode::file_unreadable);
  put_file(folder.path() / "large", std::string(100, 'x'));
  EXPECT_EQ(read_file(folder.path() / "large", 99).error().code, ErrorCode::budget_exceeded);
  EXPECT_EQ(read_file(folder.path() / "large", 100)->size(), 100u);
}

}  // namespace
}  // namespace hubglass::site
