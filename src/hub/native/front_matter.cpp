#include "hub/native/front_matter.h"

#include "hub/native/yaml_text.h"
#include "hub/text.h"

#include <utility>

namespace hubglass::hub {

namespace {

void set_problem(FrontMatter& result, const YAML::Mark& mark, std::string sentence) {
  result.problem = std::move(sentence);
  if (mark.is_null()) return;
  result.line = 2 + static_cast<std::uint32_t>(mark.line);  // below the line of "---"
  result.column = 1 + static_cast<std::uint32_t>(mark.column);
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
  if (!page.starts_with("---\n") && !page.starts_with("---\r\n")) return result;
  const std::size_t start = page.find('\n') + 1;
  std::size_t end = start;
  while (end < page.size()) {
    const std::size_t line_end = page.find('\n', end);
    const std::string_view line = trim(page.substr(end, line_end - end));
    if (line == "---" || line == "...") break;
    if (line_end == std::string_view::npos) return result;
    end = line_end + 1;
  }
  if (end >= page.size() || end == start) return result;
  const auto root = read_yaml(page.substr(start, end - start));
  if (!root) {
    set_problem(result, root.error().mark, "the front matter " + root.error().sentence);
  } else if (root->IsMap()) {
    result.title = text_of(*root, "title", result);
    result.description = text_of(*root, "description", result);
  }
  return result;
}

}  // namespace hubglass::hub
