#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hubglass::hub {

/// What Hubglass uses of a page's front matter (YAML between two lines of "---" at its start).
struct FrontMatter {
  std::size_t size = 0;  ///< bytes up to where the Markdown begins; 0 when there is none
  std::string title;
  std::string description;
  bool draft = false;        ///< the page must not be published
  std::string problem;       ///< why some of it could not be read; empty when all is well or there is none
  std::uint32_t line = 1;    ///< of the problem, in the page
  std::uint32_t column = 1;  ///< of the problem
};

/// Lines between "---" and "---" or "..." that are a YAML map, or would be one but for a slip. Anything else is text: a
/// page may begin with a rule.
FrontMatter read_front_matter(std::string_view page);

}  // namespace hubglass::hub
