#include "hub/native/inherit.h"

#include "hub/address.h"
#include "hub/native/files.h"
#include "hub/native/yaml_text.h"

#include <cstddef>
#include <utility>

namespace hubglass::hub {

namespace {

constexpr int longest_chain = 16;
constexpr std::size_t largest_file = 4u << 20;
constexpr std::size_t most_nodes = 200'000;  ///< aliases make few lines stand for very many

/// A copy without places. False when it would be too large.
bool copy(const YAML::Node& from, YAML::Node& to, std::size_t& left) {
  if (left == 0) return false;
  --left;
  to = YAML::Node(from.Type());
  if (from.IsScalar()) to = YAML::Node(from.Scalar());
  if (from.IsSequence()) {
    for (const YAML::Node& item : from) {
      YAML::Node made;
      if (!copy(item, made, left)) return false;
      to.push_back(made);
    }
  }
  if (from.IsMap()) {
    for (const auto& pair : from) {
      YAML::Node key;
      YAML::Node value;
      if (!copy(pair.first, key, left) || !copy(pair.second, value, left)) return false;
      to.force_insert(key, value);
    }
  }
  if (!from.Tag().empty() && from.Tag() != "?") to.SetTag(from.Tag());
  return true;
}

/// Puts the settings of `own` over those of `base`.
void merge(YAML::Node base, const YAML::Node& own) {
  for (const auto& pair : own) {
    if (!pair.first.IsScalar()) continue;
    const std::string& key = pair.first.Scalar();
    const YAML::Node before = base[key];
    if (before.IsMap() && pair.second.IsMap()) {
      merge(before, pair.second);
    } else {
      base[key] = pair.second;
    }
  }
}

Result<YAML::Node> inherited(const YAML::Node& settings, const std::string& file, int depth) {
  const YAML::Node name = settings["INHERIT"];
  if (!name.IsDefined()) return settings;
  const std::string place = name.Mark().is_null() ? file : file + ":" + std::to_string(name.Mark().line + 1);
  const auto malformed = [&place](std::string sentence) {
    return fail(ErrorCode::project_malformed, std::move(sentence), place);
  };
  if (!name.IsScalar() || depth == longest_chain) {
    return malformed(name.IsScalar() ? "the files that 'INHERIT' names inherit each other without end"
                                     : "'INHERIT' must name a file");
  }
  const std::string folder(folder_of(file));
  const std::string base_file =
      name.Scalar().starts_with('/') || folder.empty() ? name.Scalar() : folder + "/" + name.Scalar();
  const auto text = read_file(base_file, largest_file);
  if (!text) return malformed("'INHERIT' names '" + name.Scalar() + "': " + text.error().message);
  const auto base = read_yaml(*text);
  if (!base) {
    return fail(ErrorCode::project_malformed, "this " + base.error().sentence,
                base_file + ":" + std::to_string(base.error().mark.line + 1));
  }
  if (!base->IsMap()) return fail(ErrorCode::project_malformed, "this file holds no settings to inherit", base_file);
  auto whole = inherited(*base, base_file, depth + 1);
  if (!whole) return whole;
  YAML::Node merged;
  std::size_t left = most_nodes;
  if (!copy(*whole, merged, left)) return malformed("the settings that it inherits are too many");
  merged.remove("INHERIT");
  merge(merged, settings);
  merged.remove("INHERIT");
  return merged;
}

}  // namespace

Result<YAML::Node> with_inherited(const YAML::Node& settings, const std::string& file) {
  return inherited(settings, file, 0);
}

}  // namespace hubglass::hub
