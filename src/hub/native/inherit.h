#pragma once

#include "document/result.h"

#include <string>

#include <yaml-cpp/yaml.h>

namespace hubglass::hub {

/// The settings of an mkdocs.yml with those of the file that its INHERIT names, and so on: as MkDocs merges them, maps
/// key by key, while of anything else the inheriting file's own value counts. What is inherited has no place in `file`.
/// Fails when such a file is missing, no YAML, or inherits itself.
Result<YAML::Node> with_inherited(const YAML::Node& settings, const std::string& file);

}  // namespace hubglass::hub
