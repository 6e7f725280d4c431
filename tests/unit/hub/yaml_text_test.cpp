#include "hub/native/yaml_text.h"

#include "document/budgets.h"
#include "hub/native/front_matter.h"
#include "unit/hub/sample_project.h"

#include <gtest/gtest.h>

#include <string>

namespace hubglass {
namespace {

/// Each line stands for the one before ten times: 10 to the power of `lines` entries.
std::string aliases(int lines, const std::string& last_key) {
  std::string text = "site_name: x\nx0: &a0 [index.md]\n";
  for (int i = 1; i <= lines; ++i) {
    text += (i == lines ? last_key : "x" + std::to_string(i)) + ": &a" + std::to_string(i) + " [";
    for (int k = 0; k < 10; ++k) text += std::string(k == 0 ? "" : ", ") + "{t: *a" + std::to_string(i - 1) + "}";
    text += "]\n";
  }
  return text;
}

TEST(Yaml, AliasesWithinReasonAreRead) {
  const auto root = hub::read_yaml("a: &x [1, 2]\nb: *x\nc: {d: *x}\n");
  ASSERT_TRUE(root);
  EXPECT_EQ((*root)["c"]["d"].size(), 2u);
  EXPECT_TRUE(hub::read_yaml(aliases(3, "nav")));
}

TEST(Yaml, WhatIsWrittenOutIsNeverTooMuch) {
  std::string text = "nav:\n";
  for (std::size_t i = 0; i < budgets::yaml_repeated_nodes; ++i) text += "- a: b\n";
  EXPECT_TRUE(hub::read_yaml(text));
}

TEST(Yaml, AliasesOfAliasesAreRefusedWhereTheyAreTooMany) {
  for (const char* key : {"nav", "extra", "plugins", "anything"}) {
    const auto root = hub::read_yaml(aliases(9, key));
    ASSERT_FALSE(root) << key;
    EXPECT_NE(root.error().sentence.find("aliases"), std::string::npos);
    EXPECT_GT(root.error().mark.line, 0);
  }
}

TEST(Yaml, CyclesAndDepthAreRefused) {
  EXPECT_FALSE(hub::read_yaml("a: &a [*a]\n"));
  EXPECT_FALSE(hub::read_yaml("a: " + std::string(400, '[') + std::string(400, ']')));
  EXPECT_FALSE(hub::read_yaml(std::string(100'000, '[')));
}

TEST(Yaml, WhatIsNotUtf8IsRefusedAtItsPlace) {
  const auto root = hub::read_yaml("a: b\nc: d\xbc\n");
  ASSERT_FALSE(root);
  EXPECT_NE(root.error().sentence.find("UTF-8"), std::string::npos);
  EXPECT_EQ(root.error().mark.line, 1);
  EXPECT_EQ(root.error().mark.column, 4);
  EXPECT_TRUE(hub::read_front_matter("---\ntitle: \xbc\n---\n").title.empty());
}

TEST(Yaml, AProjectOfAliasesNamesTheLine) {
  test::SampleProject sample;
  sample.write("mkdocs.yml", aliases(9, "nav"));
  sample.write("docs/index.md", "# A\n");
  const auto project = hub::read_project(sample.path());
  ASSERT_FALSE(project);
  EXPECT_EQ(project.error().code, ErrorCode::project_malformed);
  EXPECT_NE(project.error().where.find("mkdocs.yml:"), std::string::npos) << project.error().where;
}

TEST(Yaml, FrontMatterOfAliasesIsNamed) {
  const hub::FrontMatter read = hub::read_front_matter("---\n" + aliases(9, "title") + "---\n\n# A\n");
  EXPECT_NE(read.problem.find("the front matter repeats too much"), std::string::npos) << read.problem;
  EXPECT_GT(read.line, 2u);
}

}  // namespace
}  // namespace hubglass
