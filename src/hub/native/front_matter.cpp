#include "hub/native/front_matter.h"

#include "hub/text.h"

#include <yaml-cpp/yaml.h>

namespace hubglass::hub {

namespace {

std::string scalar(const YAML::Node& map, const char* key) {
  std::string value;
  for (const auto& pair : map) {
    if (pair.first.IsScalar() && pair.first.Scalar() == key && pair.second.IsScalar())
      value = collapse(pair.second.Scalar());
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
  try {
    const YAML::Node root = YAML::Load(std::string(page.substr(start, end - start)));
    if (!root.IsMap()) return result;
    result.title = scalar(root, "title");
    result.description = scalar(root, "description");
  } catch (const YAML::Exception& error) {
    result.problem = "the front matter is not YAML: " + error.msg;
  }
  return result;
}

}  // namespace hubglass::hub
