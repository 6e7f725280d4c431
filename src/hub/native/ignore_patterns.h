#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hubglass::hub {

/// True when a text fits a pattern of `*`, `?`, `[a-z]`, `[!a-z]` and escapes with `\`. `*` stands for any characters,
/// slashes among them; what a `?` stands for is one character of UTF-8.
bool fits_glob(std::string_view pattern, std::string_view text);

/// Patterns in the notation of .gitignore, with the meaning that MkDocs gives them: the last one that fits counts, and
/// what stands for a file itself counts more than what stands for one of its folders.
class IgnorePatterns {
 public:
  /// Adds patterns, one to a line. Returns those that can mean nothing (they end with a lone `\`).
  std::vector<std::string> add(std::string_view lines);

  /// True when the path of a file (relative, forward slashes) is to be ignored.
  [[nodiscard]] bool ignore(std::string_view path) const;
  /// True when some pattern takes back what others say.
  [[nodiscard]] bool has_exceptions() const { return has_exceptions_; }

 private:
  struct Pattern {
    bool exception = false;  ///< it began with `!`
    bool folder = false;     ///< it ended with `/`
    std::vector<std::string> segments;
  };
  enum class Fit { no, folder, file };
  static Fit fit(const Pattern& pattern, const std::vector<std::string_view>& path);

  std::vector<Pattern> patterns_;
  bool has_exceptions_ = false;
};

}  // namespace hubglass::hub
