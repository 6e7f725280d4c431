#include "hub/initiatives.h"
#include "hub/text.h"
#include "unit/hub/sample_project.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <sstream>

// The real site, read as it stands. What it says is taken out of its Markdown here by other means than the hub's own.

namespace hubglass::test {
namespace {

using document::Document;

struct RawSection {
  std::string name;
  std::vector<std::pair<std::string, std::string>> fields;  ///< key, text
  std::string words;                                        ///< the whole section without Markdown's marks
};

/// Markdown of the corpus as the words a reader sees: no emphasis, link targets, list markers, rules or attributes.
std::string visible(std::string_view markdown) {
  std::string text;
  std::istringstream lines{std::string(markdown)};
  for (std::string line; std::getline(lines, line);) {
    const std::string_view trimmed = hub::trim(line);
    if (trimmed == "---") continue;
    std::string_view rest = trimmed.starts_with("- ") ? trimmed.substr(2) : trimmed;
    for (std::size_t i = 0; i < rest.size(); ++i) {
      if (rest.substr(i).starts_with("](") && rest.find(')', i) != std::string_view::npos &&
          rest.substr(i, rest.find(')', i) - i).find(' ') == std::string_view::npos) {
        i = rest.find(')', i);
        if (rest.substr(i + 1).starts_with("{")) i = rest.find('}', i);
      } else if (rest[i] == '!' && rest.substr(i + 1).starts_with("[")) {
        continue;
      } else if (rest[i] != '*' && rest[i] != '[' && rest[i] != ']') {
        text += rest[i];
      }
    }
    text += ' ';
  }
  return hub::collapse(text);
}

std::string without_marks(std::string text) {
  std::erase_if(text, [](char character) { return character == '*' || character == '[' || character == ']'; });
  return hub::collapse(text);
}

std::vector<RawSection> raw_sections(const std::string& markdown) {
  const std::vector<std::pair<std::string, std::string>> labels = {
      {"short description:", "short_description"}, {"key role in the ldt ecosystem:", "key_role"},
      {"relevance to ldt4ssc:", "relevance"},      {"key assets and resources:", "resources"},
      {"webpage / reference link:", "website"},    {"main contact point:", "contact"}};
  std::vector<RawSection> sections;
  std::istringstream lines(markdown);
  std::string* field = nullptr;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("## ")) {
      sections.push_back(
          RawSection{.name = std::string(hub::trim(std::string_view(line).substr(3))), .fields = {}, .words = {}});
      field = nullptr;
      continue;
    }
    if (sections.empty()) continue;
    sections.back().words += line + "\n";
    std::string bare = line;
    std::erase(bare, '*');
    for (const auto& [label, key] : labels) {
      if (!hub::lower(hub::trim(bare)).starts_with(label)) continue;
      sections.back().fields.emplace_back(key, std::string());
      field = &sections.back().fields.back().second;
      line = std::string(hub::trim(bare)).substr(label.size());
    }
    if (field != nullptr) *field += line + "\n";
  }
  return sections;
}

class Corpus : public testing::Test {
 protected:
  void SetUp() override {
    if (corpus_folder().empty()) GTEST_SKIP() << "the corpus is not beside the project";
    auto project = hub::read_project(corpus_folder());
    ASSERT_TRUE(project) << project.error().message;
    project_ = std::move(*project);
  }
  hub::Project project_;
};

TEST_F(Corpus, HasSixClustersAndAllInitiatives) {
  std::map<std::string, std::size_t> clusters;
  std::vector<int> accents;
  for (const hub::Cluster& cluster : project_.hub.clusters) {
    clusters[cluster.title] = cluster.initiatives.size();
    accents.push_back(cluster.accent);
    EXPECT_FALSE(cluster.icon.empty()) << cluster.title;
    EXPECT_FALSE(cluster.summary.empty()) << cluster.title;
  }
  const std::map<std::string, std::size_t> expected = {
      {"Data Spaces", 3}, {"AI for Smart Cities", 6},     {"Local Digital Twins", 2},
      {"CitiVerse", 6},   {"Interoperability & MIMs", 3}, {"Cities Network", 3}};
  EXPECT_EQ(clusters, expected);
  EXPECT_EQ(accents, (std::vector<int>{1, 2, 3, 4, 5, 6}));
  EXPECT_EQ(project_.hub.initiatives.size(), 23u);
  EXPECT_EQ(project_.hub.clusters[2].icon, "material-city-variant-outline");
}

TEST_F(Corpus, RoutesAreThoseOfMkdocs) {
  for (const char* route :
       {"", "strategy/", "communities_content/", "communities_content/Data_Spaces_Related_Initiatives/",
        "communities_content/CitiVerse_Related_Initiatives/"}) {
    EXPECT_FALSE(find_route(project_.hub, route).missing()) << route;
  }
  EXPECT_NE(find_route(project_.hub, "communities_content/Data_Spaces_Related_Initiatives/ds4sscc/").initiative,
            hub::none);
}

TEST_F(Corpus, EveryLabelledParagraphIsItsField) {
  std::size_t compared = 0;
  for (const hub::Cluster& cluster : project_.hub.clusters) {
    const std::vector<RawSection> sections = raw_sections(project_.page_texts[cluster.page]);
    ASSERT_EQ(sections.size(), cluster.initiatives.size());
    for (std::size_t i = 0; i < sections.size(); ++i) {
      const hub::Initiative& initiative = project_.hub.initiatives[cluster.initiatives[i]];
      EXPECT_EQ(initiative.name, sections[i].name);
      ASSERT_EQ(initiative.fields.size(), sections[i].fields.size()) << initiative.name;
      for (std::size_t f = 0; f < initiative.fields.size(); ++f) {
        EXPECT_EQ(initiative.fields[f].key, sections[i].fields[f].first) << initiative.name;
        EXPECT_EQ(without_marks(initiative.fields[f].text), visible(sections[i].fields[f].second)) << initiative.name;
        ++compared;
      }
    }
  }
  EXPECT_EQ(compared, 23u * 6u);
}

TEST_F(Corpus, NoWordIsLostOnInitiativePages) {
  for (const hub::Cluster& cluster : project_.hub.clusters) {
    const std::vector<RawSection> sections = raw_sections(project_.page_texts[cluster.page]);
    ASSERT_EQ(sections.size(), cluster.initiatives.size());
    for (std::size_t i = 0; i < sections.size(); ++i) {
      const hub::Initiative& initiative = project_.hub.initiatives[cluster.initiatives[i]];
      const hub::Composed composed = compose_route(project_, initiative.route);
      std::string page = document::plain_text(composed.content, 0);
      const auto to_words = [](std::string text) {
        for (char& character : text) {
          if (std::string_view("*[](),;:|.").find(character) != std::string_view::npos) character = ' ';
        }
        return hub::collapse(text);
      };
      std::multiset<std::string> words;
      std::istringstream page_words(to_words(page));
      for (std::string word; page_words >> word;) words.insert(word);
      std::istringstream section_words(to_words(visible(sections[i].words)));
      for (std::string word; section_words >> word;) {
        const auto found = words.find(word);
        EXPECT_NE(found, words.end()) << "'" << word << "' is lost on " << initiative.route;
        if (found != words.end()) words.erase(found);
      }
    }
  }
}

TEST_F(Corpus, EveryInitiativeIsComplete) {
  std::set<std::string> ids;
  std::set<std::string> routes;
  for (const hub::Initiative& initiative : project_.hub.initiatives) {
    EXPECT_TRUE(ids.insert(initiative.id).second) << initiative.id;
    EXPECT_TRUE(routes.insert(initiative.route).second) << initiative.route;
    EXPECT_LT(initiative.logo, project_.hub.assets.size()) << initiative.name;
    EXPECT_FALSE(initiative.summary.empty()) << initiative.name;
    EXPECT_FALSE(initiative.links.empty()) << initiative.name;
    EXPECT_LE(initiative.related.size(), 6u) << initiative.name;
  }
}

TEST_F(Corpus, ConfigurationSlipsAreNotesAndPagesAreSound) {
  EXPECT_EQ(count_findings(project_.diagnostics, Severity::note, "second time"), 1u)
      << all_findings(project_.diagnostics);
  EXPECT_EQ(count_findings(project_.diagnostics, Severity::error, ""), 0u) << all_findings(project_.diagnostics);
  EXPECT_EQ(project_.hub.home_link, "https://ldt4ssc.eu/");
  for (const hub::Page& page : project_.hub.pages) {
    const std::vector<std::string> titles = headings(compose_route(project_, page.route).content);
    EXPECT_EQ(std::count_if(titles.begin(), titles.end(), [](const auto& title) { return title.starts_with("1 "); }), 1)
        << page.route;
  }
}

TEST_F(Corpus, ReadingAndComposingIsQuick) {
  const auto start = std::chrono::steady_clock::now();
  auto project = hub::read_project(corpus_folder());
  const auto read = std::chrono::steady_clock::now();
  ASSERT_TRUE(project);
  for (const hub::Page& page : project->hub.pages) compose_route(*project, page.route);
  for (const hub::Initiative& initiative : project->hub.initiatives) compose_route(*project, initiative.route);
  const auto composed = std::chrono::steady_clock::now();
  const auto milliseconds = [](auto duration) { return std::chrono::duration<double, std::milli>(duration).count(); };
  RecordProperty("read_ms", std::to_string(milliseconds(read - start)));
  RecordProperty("compose_ms", std::to_string(milliseconds(composed - read)));
  // Far above what it takes, so that a busy or instrumented machine passes; quadratic work would not.
  EXPECT_LT(milliseconds(composed - start), 2000);
}

}  // namespace
}  // namespace hubglass::test
