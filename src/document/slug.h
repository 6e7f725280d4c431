#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace hubglass::document {

/// Heading ids as MkDocs (Python-Markdown's toc extension) makes them, so that deep links hold: NFKD to ASCII, lower
/// case, anything but letters, digits, `_`, `-` and blanks dropped, runs of blanks and hyphens to one `-`.
std::string slugify(std::string_view text);

/// Gives ids that are unique in one page: a repeated slug gets `_1`, `_2`, … as Python-Markdown does.
class SlugSet {
 public:
  std::string unique(std::string_view slug);

  /// Takes a name as it is; false where it is taken.
  bool take(std::string_view name);

 private:
  std::unordered_map<std::string, int> used_;
};

}  // namespace hubglass::document
