#include "cli/site/output.h"

#include "cli/site/files.h"
#include "unit/site/samples.h"

#include <csignal>
#include <string>
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
  EXPECT_EQ(change.failed, 2u);
  ASSERT_EQ(diagnostics_.size(), 1u);
  EXPECT_EQ(diagnostics_[0].file, (folder_.path() / "file/site").string());
}

TEST_F(OutputTest, NamesEachFileThatCannotBeWritten) {
  write({headers});
  put_file(output() / "a", "a file where a folder must be");
  put_file(output() / "b", "another");
  const auto change = write({headers, {"a/index.html", "A"}, {"b/index.html", "B"}, {"c/index.html", "C"}});
  EXPECT_EQ(change.failed, 2u);
  ASSERT_EQ(diagnostics_.size(), 2u);
  EXPECT_EQ(diagnostics_[0].severity, Severity::error);
  EXPECT_EQ(diagnostics_[0].file, (output() / "a").string());
  EXPECT_EQ(get_file(output() / "c/index.html"), "C");
}

TEST_F(OutputTest, AFullDiskIsAnErrorAndLeavesTheOldFile) {
  write({headers, {"index.html", "old"}});
  const std::string large(200'000, 'x');
  rlimit before = {};
  getrlimit(RLIMIT_FSIZE, &before);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit small = {50'000, before.rlim_max};
  setrlimit(RLIMIT_FSIZE, &small);
  write({headers, {"index.html", large}});
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  ASSERT_EQ(diagnostics_.size(), 1u);
  EXPECT_EQ(diagnostics_[0].file, (output() / "index.html").string());
  EXPECT_NE(diagnostics_[0].message.find("cannot write"), std::string::npos) << diagnostics_[0].message;
  EXPECT_EQ(get_file(output() / "index.html"), "old");
  EXPECT_EQ(all_files(output()).size(), 2u) << "a temporary file stayed behind";
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
