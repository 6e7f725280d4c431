#include "cli/site/page_files.h"

namespace hubglass::site {

namespace {

constexpr std::string_view html_ending = ".html";

}  // namespace

std::string html_file(std::string_view route) {
  const bool is_file = route.ends_with(html_ending);
  return std::string(route) + (is_file ? "" : "index.html");
}

std::string pack_file(std::string_view route) {
  std::string file = html_file(route);
  file.resize(file.size() - html_ending.size());
  return file + ".hubpack";
}

}  // namespace hubglass::site
