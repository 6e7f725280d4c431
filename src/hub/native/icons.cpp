#include "hub/native/icons.h"

#include "hub/native/files.h"
#include "hub/native/xml.h"

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

std::string_view attribute(const XmlElement& element, std::string_view name) {
  for (const XmlAttribute& one : element.attributes) {
    if (one.name.space.empty() && one.name.local == name) return one.value;
  }
  return {};
}

/// Four numbers that begin at the origin. Nothing, or what is wrong.
const char* read_view_box(const std::string& box, Icon& icon) {
  std::array<float, 4> numbers = {};
  const char* rest = box.c_str();
  for (float& number : numbers) {
    char* end = nullptr;
    number = std::strtof(rest, &end);
    if (end == rest) return "has no view box of four numbers";
    rest = *end == ',' ? end + 1 : end;
  }
  if (numbers[0] != 0 || numbers[1] != 0 || !(numbers[2] > 0) || !(numbers[3] > 0)) {
    return "has a view box that does not begin at the origin, or is empty";
  }
  icon.width = numbers[2];
  icon.height = numbers[3];
  return nullptr;
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
  Icon icon;
  bool measured = false;
  XmlHandlers handlers;
  handlers.open = [&](const XmlElement& element) -> const char* {
    if (!measured) {
      measured = true;
      return read_view_box(std::string(attribute(element, "viewBox")), icon);
    }
    if (element.name.local != "path") return nullptr;
    const std::string_view data = attribute(element, "d");
    if (!is_path_data(data)) return "has an outline that is no SVG path data";
    if (!icon.path.empty() && !data.empty()) icon.path += ' ';
    icon.path += data;
    return nullptr;
  };
  if (const auto read = read_xml(svg, handlers); !read) {
    return fail(ErrorCode::image_malformed, "the icon " + read.error().message);
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
