#pragma once

#include "document/result.h"
#include "hub/hub.h"
#include "pack/pack.h"

#include <string_view>
#include <vector>

namespace hubglass::pack {

/// What the JSON chunk says. Nothing in it has been checked against anything else yet.
struct Manifest {
  hub::Hub hub;
  markdown::Entities entities;
  std::vector<Entry> entries;
};

/// Parses the JSON chunk. Members of the wrong type are errors that name the member; unknown ones are skipped.
Result<Manifest> read_manifest(std::string_view json);

/// Checks every index, address and number inside the hub, so that what reads it later need not. O(size of the hub).
Result<void> check_hub(const hub::Hub& hub);

}  // namespace hubglass::pack
