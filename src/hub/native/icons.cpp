#include "hub/native/icons.h"

#include "hub/native/files.h"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <utility>

namespace hubglass::hub {

namespace {

namespace fs = std::filesystem;

struct IconSet {
  std::string_view prefix;
  std::string_view folder;
};

constexpr std::array<IconSet, 6> icon_sets = {{
    {"material-", "@mdi/svg/svg/"},
    {"octicons-", "@primer/octicons/build/svg/"},
    {"fontawesome-brands-", "@fortawesome/fontawesome-free/svgs/brands/"},
    {"fontawesome-regular-", "@fortawesome/fontawesome-free/svgs/regular/"},
    {"fontawesome-solid-", "@fortawesome/fontawesome-free/svgs/solid/"},
    {"simple-", "simple-icons/icons/"},
}};

bool is_icon_name(std::string_view name) {
  for (const char character : name) {
    const bool allowed = (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') ||
                         character == '-' || character == '_';
    if (!allowed) return false;
  }
  return !name.empty();
}

std::string search_upwards(fs::path folder) {
  std::error_code ignored;
  for (int depth = 0; depth < 32 && !folder.empty(); ++depth) {
    const fs::path candidate = folder / "node_modules";
    if (fs::is_directory(candidate / "@mdi" / "svg", ignored)) return candidate.string();
    if (folder == folder.parent_path()) break;
    folder = folder.parent_path();
  }
  return {};
}

/// Value of `name="…"` in a tag; empty when it has none.
std::string_view attribute(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    const std::size_t equals = at + name.size();
    if (at == 0 || (tag[at - 1] != ' ' && tag[at - 1] != '\n' && tag[at - 1] != '\t')) continue;
    if (equals + 1 >= tag.size() || tag[equals] != '=') continue;
    const char quote = tag[equals + 1];
    if (quote != '"' && quote != '\'') continue;
    const std::size_t end = tag.find(quote, equals + 2);
    if (end == std::string_view::npos) return {};
    return tag.substr(equals + 2, end - equals - 2);
  }
  return {};
}

/// The next tag with this name from `at` on, which moves behind it; empty at the end.
std::string_view next_tag(std::string_view svg, std::string_view name, std::size_t& at) {
  while (at < svg.size()) {
    const std::size_t open = svg.find('<', at);
    if (open == std::string_view::npos) break;
    const std::size_t close = svg.find('>', open);
    if (close == std::string_view::npos) break;
    at = close + 1;
    const std::string_view tag = svg.substr(open + 1, close - open - 1);
    if (tag.starts_with(name) && tag.size() > name.size() && (tag[name.size()] == ' ' || tag[name.size()] == '\n')) {
      return tag;
    }
  }
  at = svg.size();
  return {};
}

bool is_path_data(std::string_view data) {
  return data.find_first_not_of("MmZzLlHhVvCcSsQqTtAa0123456789+-.,eE \t\r\n") == std::string_view::npos;
}

}  // namespace

std::string find_icon_folder() {
  std::error_code error;
  const fs::path executable = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    if (std::string found = search_upwards(executable.parent_path()); !found.empty()) return found;
  }
  const fs::path current = fs::current_path(error);
  return error ? std::string{} : search_upwards(current);
}

Result<Icon> parse_icon(std::string_view svg) {
  std::size_t at = 0;
  const std::string_view view_box = attribute(next_tag(svg, "svg", at), "viewBox");
  std::array<float, 4> numbers = {};
  const std::string box(view_box);
  const char* rest = box.c_str();
  for (float& number : numbers) {
    char* end = nullptr;
    number = std::strtof(rest, &end);
    if (end == rest) return fail(ErrorCode::image_malformed, "the icon has no view box of four numbers");
    rest = *end == ',' ? end + 1 : end;
  }
  if (numbers[0] != 0 || numbers[1] != 0 || !(numbers[2] > 0) || !(numbers[3] > 0)) {
    return fail(ErrorCode::image_malformed, "the icon's view box does not begin at the origin, or is empty");
  }
  Icon icon{.width = numbers[2], .height = numbers[3], .path = {}};
  for (std::string_view tag = next_tag(svg, "path", at); !tag.empty(); tag = next_tag(svg, "path", at)) {
    const std::string_view data = attribute(tag, "d");
    if (data.empty()) continue;
    if (!is_path_data(data)) return fail(ErrorCode::image_malformed, "the icon's outline is not SVG path data");
    if (!icon.path.empty()) icon.path += ' ';
    icon.path += data;
  }
  if (icon.path.empty()) return fail(ErrorCode::image_malformed, "the icon has no outline");
  return icon;
}

Result<Icon> load_icon(std::string_view folder, std::string_view name) {
  constexpr std::size_t largest_icon = 1u << 20;
  for (const IconSet& set : icon_sets) {
    if (!name.starts_with(set.prefix)) continue;
    const std::string_view file = name.substr(set.prefix.size());
    if (!is_icon_name(file)) break;
    const std::string path = std::string(folder) + "/" + std::string(set.folder) + std::string(file) + ".svg";
    auto text = read_file(path, largest_icon);
    if (!text) continue;
    auto icon = parse_icon(*text);
    if (!icon) icon.error().where = path;
    return icon;
  }
  return fail(ErrorCode::file_missing, "no icon package has an icon named '" + std::string(name) + "'",
              std::string(name));
}

}  // namespace hubglass::hub
