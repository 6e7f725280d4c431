#include "hub/native/front_matter.h"

#include "hub/native/yaml_text.h"
#include "hub/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hubglass::hub {

namespace {

void set_problem(FrontMatter& result, const YAML::Mark& mark, std::string sentence) {
  result.problem = std::move(sentence);
  if (mark.is_null()) return;
  result.line = 2 + static_cast<std::uint32_t>(mark.line);  // below the line of "---"
  result.column = 1 + static_cast<std::uint32_t>(mark.column);
}

/// `true` in any of YAML's ways to write it; a text in quotes that says so is meant so, too.
bool is_true(std::string_view value) {
  constexpr std::array<std::string_view, 5> words = {"true", "yes", "on", "y", "1"};
  const std::string word = lower(trim(value));
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Whether front matter that is no YAML says that the page is a draft: a slip elsewhere in it must not publish the
/// page.
bool says_draft(std::string_view yaml) {
  constexpr std::string_view key = "draft:";
  while (!yaml.empty()) {
    const std::size_t line_end = yaml.find('\n');
    const std::string_view line = trim(yaml.substr(0, line_end));
    yaml = line_end == std::string_view::npos ? std::string_view{} : yaml.substr(line_end + 1);
    if (!line.starts_with(key)) continue;
    std::string_view value = line.substr(key.size());
    value = value.substr(0, value.find(" #"));
    if (is_true(value)) return true;
  }
  return false;
}

std::string text_of(const YAML::Node& map, const std::string& key, FrontMatter& result) {
  std::string value;
  for (const auto& pair : map) {
    if (!pair.first.IsScalar() || pair.first.Scalar() != key) continue;
    if (pair.second.IsScalar()) {
      value = collapse(pair.second.Scalar());
    } else if (!pair.second.IsNull()) {
      set_problem(result, pair.second.Mark(), "the front matter's '" + key + "' is no text, so it is left out");
    }
  }
  return value;
}

}  // namespace

FrontMatter read_front_matter(std::string_view page) {
  FrontMatter result;
  const auto is_fence = [&page](std::size_t at, std::string_view fence) {
    const std::string_view line = page.substr(at, page.find('\n', at) - at);
    return line.starts_with(fence) && trim(line) == fence;
  };
  if (!is_fence(0, "---")) return result;
  const std::size_t start = page.find('\n') == std::string_view::npos ? page.size() : page.find('\n') + 1;
  std::size_t end = start;
  while (end < page.size() && !is_fence(end, "---") && !is_fence(end, "...")) {
    const std::size_t line_end = page.find('\n', end);
    if (line_end == std::string_view::npos) return result;
    end = line_end + 1;
  }
  if (end >= page.size() || end == start) return result;
  const std::size_t size = std::min(page.find('\n', end), page.size() - 1) + 1;
  const auto root = read_yaml(page.substr(start, end - start));
  if (!root) {
    result.size = size;
    result.draft = says_draft(page.substr(start, end - start));
    set_problem(result, root.error().mark, "the front matter " + root.error().sentence);
  } else if (root->IsMap()) {
    result.size = size;
    result.title = text_of(*root, "title", result);
    result.description = text_of(*root, "description", result);
    for (const auto& pair : *root) {
      if (pair.first.IsScalar() && pair.first.Scalar() == "draft" && pair.second.IsScalar()) {
        result.draft = is_true(pair.second.Scalar());
      }
    }
  }
  return result;
}

}  // namespace hubglass::hub
