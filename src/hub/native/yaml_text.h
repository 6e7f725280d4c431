#pragma once

#include <string>
#include <string_view>

#include <yaml-cpp/yaml.h>
#include <tl/expected.hpp>

namespace hubglass::hub {

/// What is wrong with a YAML text: the rest of a sentence that begins with the text's name, and where.
struct YamlProblem {
  YAML::Mark mark;
  std::string sentence;
};

/// Reads YAML: the one way in for mkdocs.yml and front matter. What it gives can be walked to its end: it is no deeper
/// than budgets::settings_depth, and its aliases stand for no more than budgets::yaml_repeated_nodes besides what is
/// written.
tl::expected<YAML::Node, YamlProblem> read_yaml(std::string_view text);

}  // namespace hubglass::hub
