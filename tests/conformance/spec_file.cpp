#include "conformance/spec_file.h"

#include <fstream>
#include <sstream>

namespace hubglass::test {

namespace {

const std::string fence(32, '`');

std::string with_tabs(std::string_view line) {
  constexpr std::string_view arrow = "\xE2\x86\x92";
  std::string result(line);
  for (std::size_t at = result.find(arrow); at != std::string::npos; at = result.find(arrow, at + 1)) {
    result.replace(at, arrow.size(), "\t");
  }
  return result;
}

}  // namespace

std::vector<Example> read_examples(std::string_view spec) {
  std::vector<Example> examples;
  enum class Part { prose, markdown, html } part = Part::prose;
  std::string section;
  int number = 0;
  for (std::size_t at = 0; at < spec.size();) {
    const std::size_t end = std::min(spec.find('\n', at), spec.size());
    const std::string_view line = spec.substr(at, end - at);
    at = end + 1;
    ++number;
    if (part == Part::prose) {
      if (line.rfind(fence + " example", 0) == 0) {
        examples.push_back({section, "", "", static_cast<int>(examples.size()) + 1, number});
        part = Part::markdown;
      } else if (line.rfind('#', 0) == 0) {
        section = line.substr(std::min(line.find_first_not_of("# "), line.size()));
      }
    } else if (line == fence) {
      part = Part::prose;
    } else if (part == Part::markdown && line == ".") {
      part = Part::html;
    } else {
      (part == Part::markdown ? examples.back().markdown : examples.back().html)
          .append(with_tabs(line))
          .push_back('\n');
    }
  }
  return examples;
}

std::string read_file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return std::move(text).str();
}

}  // namespace hubglass::test
