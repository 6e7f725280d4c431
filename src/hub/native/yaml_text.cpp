#include "hub/native/yaml_text.h"

#include "document/budgets.h"
#include "document/utf8.h"
#include "hub/native/configuration.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace hubglass::hub {

namespace {

/// Visits a tree as its readers do: what an alias stands for anew at each place.
class Walk {
 public:
  explicit Walk(std::size_t nodes) : nodes_left_(nodes) {}

  std::optional<YamlProblem> visit(const YAML::Node& node, std::size_t depth) {
    if (nodes_left_ == 0) {
      return YamlProblem{node.Mark(), "repeats too much by its aliases ('*name'); at most " +
                                          std::to_string(budgets::yaml_repeated_nodes) +
                                          " entries may be repeated, so write out what is meant"};
    }
    --nodes_left_;
    if (depth > budgets::settings_depth) {
      return YamlProblem{node.Mark(), "is nested more than " + std::to_string(budgets::settings_depth) +
                                          " deep, or holds an alias ('*name') within what it stands for"};
    }
    if (node.IsSequence()) {
      for (const auto& item : node) {
        if (auto problem = visit(item, depth + 1)) return problem;
      }
    } else if (node.IsMap()) {
      for (const auto& pair : node) {
        if (auto problem = visit(pair.first, depth + 1)) return problem;
        if (auto problem = visit(pair.second, depth + 1)) return problem;
      }
    }
    return std::nullopt;
  }

 private:
  std::size_t nodes_left_;
};

YAML::Mark mark_of(std::string_view text, std::size_t at) {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  locate(text, at, line, column);
  YAML::Mark mark;  // counts from 0
  mark.pos = static_cast<int>(at);
  mark.line = static_cast<int>(line) - 1;
  mark.column = static_cast<int>(column) - 1;
  return mark;
}

}  // namespace

tl::expected<YAML::Node, YamlProblem> read_yaml(std::string_view text) {
  // The library hands such bytes on as they are.
  if (const std::size_t bad = document::find_invalid_utf8(text); bad != std::string_view::npos) {
    return tl::unexpected<YamlProblem>(
        YamlProblem{mark_of(text, bad), "is not UTF-8 from here on; save the file as UTF-8 text"});
  }
  try {
    YAML::Node root = YAML::Load(std::string(text));
    // Each node that is written takes a byte at least.
    if (auto problem = Walk(text.size() + 1 + budgets::yaml_repeated_nodes).visit(root, 0)) {
      return tl::unexpected<YamlProblem>(std::move(*problem));
    }
    return root;
  } catch (const YAML::Exception& error) {
    return tl::unexpected<YamlProblem>(YamlProblem{error.mark, "is not YAML: " + error.msg});
  }
}

}  // namespace hubglass::hub
