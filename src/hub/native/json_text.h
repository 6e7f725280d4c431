#pragma once

#include "document/result.h"
#include "hub/native/configuration.h"

#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace hubglass::hub {

/// Reads JSON that somebody wrote by hand: the one way in for hub.json and other settings. Whatever the text holds, a
/// failure is project_malformed with a sentence about what is wrong and `where` as file:line:column. A key that stands
/// twice in one object is noted; its last value counts.
Result<nlohmann::json> read_json(std::string_view text, Reporter& reporter);

}  // namespace hubglass::hub
