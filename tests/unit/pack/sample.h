#pragma once

#include "hub/hub.h"
#include "pack/format.h"

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace hubglass::pack {

/// A hub in which every member differs from its default.
hub::Hub sample_hub();
std::vector<std::string> sample_texts();
/// By language and translated page.
std::vector<std::vector<std::string>> sample_translations();

/// The two chunks of a pack, to be changed and put together again with hashes that fit: what an attacker would do.
struct Parts {
  nlohmann::json manifest;
  std::string binary;
};
Parts take_apart(const std::string& pack);
std::string put_together(const Parts& parts);
/// As put_together, from the JSON chunk's bytes.
std::string put_together(const std::string& json, const std::string& binary);

}  // namespace hubglass::pack
