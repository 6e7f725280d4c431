#include "cli/command.h"
#include "cli/report.h"

#include <gmock/gmock.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include <sys/wait.h>
#include <unistd.h>

namespace hubglass::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::StartsWith;

struct Outcome {
  int code = -1;
  std::string output;
  std::string errors;
};

class CommandLine : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("hubglass-cli-" + std::to_string(getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  void write(const std::string& path, std::string_view text) const {
    fs::create_directories((folder_ / path).parent_path());
    std::ofstream(folder_ / path, std::ios::binary) << text;
  }
  [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }

  /// Runs the real command through the shell.
  [[nodiscard]] Outcome run(const std::string& arguments) const {
    Outcome result;
    const std::string command = std::string(HUBGLASS_COMMAND) + " " + arguments + " 2> " + path("errors.txt");
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return result;
    std::array<char, 4096> buffer;
    while (const std::size_t size = fread(buffer.data(), 1, buffer.size(), pipe))
      result.output.append(buffer.data(), size);
    const int status = pclose(pipe);
    result.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    std::ifstream errors(path("errors.txt"));
    result.errors.assign(std::istreambuf_iterator<char>(errors), {});
    return result;
  }

 private:
  fs::path folder_;
};

TEST_F(CommandLine, HelpAndVersionAreGood) {
  EXPECT_EQ(run("--version").output, "hubglass " HUBGLASS_VERSION "\n");
  const Outcome help = run("--help");
  EXPECT_EQ(help.code, 0);
  for (const Command& command : commands()) {
    EXPECT_THAT(help.output, HasSubstr(std::string(command.name)));
    const Outcome details = run(std::string(command.name) + " --help");
    EXPECT_EQ(details.code, 0);
    EXPECT_THAT(details.output, StartsWith("Usage: hubglass " + std::string(command.name)));
    for (const Option& option : command.options) EXPECT_THAT(details.output, HasSubstr(std::string(option.name)));
  }
}

TEST_F(CommandLine, OutputThatCannotBeWrittenIsAnError) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "this system has no /dev/full";
  write("short.md", "# A\n");
  write("long.md", std::string(200'000, 'x') + "\n");
  for (const std::string arguments : {"--version", "--help", "help build"}) {
    const Outcome result = run(arguments + " > /dev/full");
    EXPECT_EQ(result.code, 1) << arguments;
    EXPECT_THAT(result.errors, HasSubstr("not all of the output could be written")) << arguments;
  }
  for (const char* page : {"short.md", "long.md"}) {
    const Outcome result = run("html " + path(page) + " > /dev/full");
    EXPECT_EQ(result.code, 1) << page;
    EXPECT_THAT(result.errors, HasSubstr("not all of the output could be written")) << page;
  }
}

TEST_F(CommandLine, NamesThatNoAddressCanBeMadeOfAreNamedByCheckAndBuild) {
  const std::pair<std::string, std::string> names[] = {
      {"b\xe4r", "docs/b\\xE4r.md: error: this name is not UTF-8"},
      {"a\\b", "docs/a\\b.md: error: this name holds a backslash"},
      {"a\nb", "docs/a?b.md: error: this name holds a line end"},
      {"a: b", "docs/a: b.md: error: this name holds a colon"},
      {"b\xe4r/deep", "docs/b\\xE4r/deep.md: error: this name is not UTF-8"}};
  for (const auto& [name, sentence] : names) {
    fs::remove_all(path("docs"));
    write("mkdocs.yml", "site_name: X\n");
    write("docs/index.md", "# A\n");
    write("docs/" + name + ".md", "# B\n");
    for (const std::string& command : {std::string("check "), "build --no-cache -o " + path("dist") + " "}) {
      const Outcome result = run(command + path(""));
      EXPECT_EQ(result.code, 1) << command << name;
      EXPECT_THAT(result.errors, HasSubstr(sentence)) << command;
    }
    EXPECT_FALSE(fs::exists(path("dist")));
  }
}

TEST_F(CommandLine, FoldersMayLieAsDeepAsMkDocsTakesThem) {
  write("mkdocs.yml", "site_name: X\nsite_url: https://hub.example/\n");
  write("docs/index.md", "# A\n");
  std::string folder;
  for (int depth = 1; depth <= 40; ++depth) {
    folder += "d" + std::to_string(depth) + "/";
    write("docs/" + folder + "page.md", "# Page " + std::to_string(depth) + "\n");
  }
  const Outcome checked = run("check " + path(""));
  EXPECT_EQ(checked.code, 0) << checked.errors << checked.output;
  write("engine/hub-glass.js", "export {};\n");
  write("engine/hubglass-engine.wasm", "engine");
  const Outcome built =
      run("build --engine " + path("engine") + " --no-cache --no-compression -o " + path("dist") + " " + path(""));
  EXPECT_EQ(built.code, 0) << built.errors;
  std::ifstream page(path("dist/" + folder + "page/index.html"));
  const std::string html(std::istreambuf_iterator<char>(page), {});
  EXPECT_THAT(html, HasSubstr(">Page 39</a>"));
  EXPECT_THAT(html, HasSubstr(">Page 40</a>"));
}

TEST_F(CommandLine, WrongUseExitsWithTwo) {
  for (const char* arguments : {"", "biuld x", "build a b", "check --nonsense", "html", "inspect", "build --output",
                                "check --icons", "html --raw-html=yes x.md", "build --threads many ."}) {
    const Outcome result = run(arguments);
    EXPECT_EQ(result.code, 2) << arguments;
    EXPECT_THAT(result.errors, HasSubstr("--help")) << arguments;
    EXPECT_EQ(result.output, "") << arguments;
  }
  EXPECT_THAT(run("chekc x").errors, HasSubstr("did you mean 'check'"));
}

TEST_F(CommandLine, HtmlPrintsOneFile) {
  write("a.md", "# Title\n\nSome *words*.\n");
  const Outcome result = run("html " + path("a.md"));
  EXPECT_EQ(result.code, 0) << result.errors;
  EXPECT_THAT(result.output, HasSubstr("<em>words</em>"));
  EXPECT_EQ(run("html - < " + path("a.md")).output, result.output);
  write("raw.md", "<b>x</b>\n");
  EXPECT_EQ(run("html --raw-html " + path("raw.md")).output, "<p><b>x</b></p>\n");
  const Outcome missing = run("html " + path("no.md"));
  EXPECT_EQ(missing.code, 1);
  EXPECT_THAT(missing.errors, HasSubstr("no.md: error: "));
}

TEST_F(CommandLine, CheckNamesFindingsByPlace) {
  write("p/mkdocs.yml", "site_name: X\nnav:\n  - Start: index.md\n");
  write("p/docs/index.md", "# Start\n\nText.\n");
  const Outcome good = run("check " + path("p"));
  EXPECT_EQ(good.code, 0) << good.errors;
  EXPECT_THAT(good.output, HasSubstr("found nothing"));
  EXPECT_THAT(good.output, HasSubstr("Next: "));
  write("p/docs/index.md", "# Start\n\nA [link](gone.md).\n");
  const Outcome bad = run("check " + path("p"));
  EXPECT_EQ(bad.code, 1);
  EXPECT_THAT(bad.errors, HasSubstr("docs/index.md:3:3: warning: the link 'gone.md' leads nowhere"));
  EXPECT_EQ(run("check " + path("nowhere")).code, 1);
}

TEST_F(CommandLine, BuildThatFailsWritesNothing) {
  write("p/hub.json", R"({"title": "X", "nav": [{"title": "A", "page": "a.md"}, {"title": "B", "page": "b.md"}]})");
  write("p/index.md", "# Start\n\n![No](no.png)\n");
  const Outcome bad = run("build " + path("p") + " -o " + path("out") + " --no-cache");
  EXPECT_EQ(bad.code, 1);
  for (const char* part : {"'a.md'", "'b.md'", "'no.png'"}) EXPECT_THAT(bad.errors, HasSubstr(part));
  EXPECT_FALSE(fs::exists(path("out/index.html")));
}

TEST_F(CommandLine, InspectRefusesWhatIsNoPack) {
  write("x.hubpack", "<!doctype html>");
  const Outcome bad = run("inspect " + path("x.hubpack"));
  EXPECT_EQ(bad.code, 1);
  EXPECT_THAT(bad.errors, HasSubstr("x.hubpack"));
}

TEST(Report, CountsAndDescribes) {
  EXPECT_EQ(describe(Counts{}), "nothing");
  EXPECT_EQ(describe(Counts{.errors = 1}), "1 error");
  EXPECT_EQ(describe(Counts{.errors = 2, .warnings = 1, .notes = 3}), "2 errors, 1 warning and 3 notes");
  Diagnostics twice(2, Diagnostic{Severity::note, "a", 1, 2, "x"});
  remove_repeated(twice);
  EXPECT_EQ(twice.size(), 1u);
}

TEST(Arguments, AreReadInAnyOrder) {
  static constexpr std::array options = {Option{"--output", "-o", "DIR", ""}, Option{"--quick", "", "", ""}};
  const Command command{.name = "x",
                        .operand = "FILE",
                        .summary = {},
                        .details = {},
                        .options = options,
                        .default_operand = {},
                        .run = nullptr};
  std::string problem;
  Arguments arguments;
  const std::array<std::string_view, 4> words = {"-o", "out", "--quick", "file"};
  ASSERT_TRUE(read_arguments(command, words, arguments, problem)) << problem;
  EXPECT_EQ(arguments.value("--output"), "out");
  EXPECT_TRUE(arguments.has("--quick"));
  EXPECT_EQ(arguments.operands.front(), "file");
  Arguments dashed;
  const std::array<std::string_view, 2> after = {"--", "--quick"};
  ASSERT_TRUE(read_arguments(command, after, dashed, problem));
  EXPECT_EQ(dashed.operands.front(), "--quick");
}

}  // namespace
}  // namespace hubglass::cli
