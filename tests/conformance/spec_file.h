#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hubglass::test {

/// One example of a spec file: Markdown and the HTML it must become.
struct Example {
  std::string section;  ///< the heading above it
  std::string markdown;
  std::string html;
  int number = 0;  ///< 1-based
  int line = 0;    ///< of the example's fence
};

/// The examples of a spec file in the CommonMark specification's own format: a fence of 32 backticks with the word
/// `example`, the Markdown, a line with one dot, the HTML, the fence again. "→" stands for a tab.
std::vector<Example> read_examples(std::string_view spec);

/// The whole text of a file; empty when it cannot be read.
std::string read_file(const std::string& path);

}  // namespace hubglass::test
