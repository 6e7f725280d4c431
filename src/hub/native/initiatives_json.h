#pragma once

#include "hub/hub.h"

#include <string>

namespace hubglass::hub {

/// data/initiatives.json, the machine-readable list of a hub's initiatives, in the order of their pages:
///
///     {"initiatives": [{
///       "id":      "ds4sscc",                      unique in the hub
///       "name":    "DS4SSCC",                      the section's heading
///       "cluster": "data-spaces",                  id of its cluster
///       "route":   "data-spaces/ds4sscc/",         its page, relative to the site's root
///       "summary": "One sentence.",
///       "fields":  {"short_description": "…", …},  plain text of each labelled field, by key
///       "links":   [{"text": "…", "href": "…"}]    links of the section, each address once
///     }]}
///
/// UTF-8, two spaces of indentation, a line ending at the end. Same hub, same bytes.
std::string initiatives_json(const Hub& hub);

}  // namespace hubglass::hub
