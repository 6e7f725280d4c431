#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace hubglass::tests {

/// A kind of page that may be made as long as one likes.
struct Construct {
  const char* name;
  /// About `bytes` of Markdown.
  std::string (*make)(std::size_t bytes);
};

/// What authors write, what machines write into pages, and what is written to do harm.
const std::vector<Construct>& constructs();

}  // namespace hubglass::tests
