#include "text/safe.h"

#include <array>
#include <cstddef>

namespace hubglass::text {
namespace {

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool starts_with_scheme(std::string_view text, std::string_view scheme) {
  if (text.size() <= scheme.size() || text[scheme.size()] != ':') {
    return false;
  }
  for (std::size_t i = 0; i < scheme.size(); ++i) {
    if (lower(text[i]) != scheme[i]) {
      return false;
    }
  }
  return true;
}

bool has_control(std::string_view text) {
  for (const char c : text) {
    if (is_control(c)) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool is_external_address(std::string_view href) {
  constexpr std::array<std::string_view, 4> schemes = {"http", "https", "mailto", "tel"};
  if (has_control(href)) {
    return false;
  }
  for (const std::string_view scheme : schemes) {
    if (starts_with_scheme(href, scheme)) {
      return true;
    }
  }
  return false;
}

bool is_safe_address(std::string_view href) {
  if (has_control(href) || href.starts_with(' ')) {
    return false;
  }
  return is_external_address(href) || href.substr(0, href.find_first_of("/?#")).find(':') == std::string_view::npos;
}

bool is_safe_path(std::string_view path, bool folder) {
  if (path.empty()) {
    return folder;
  }
  if (has_control(path) || path.find('\\') != std::string_view::npos || path.ends_with('/') != folder) {
    return false;
  }
  if (path.substr(0, path.find('/')).find(':') != std::string_view::npos) {
    return false;
  }
  if (folder) {
    path.remove_suffix(1);
  }
  while (true) {
    const std::size_t slash = path.find('/');
    const std::string_view segment = path.substr(0, slash);
    if (segment.empty() || segment == "." || segment == "..") {
      return false;
    }
    if (slash == std::string_view::npos) {
      return true;
    }
    path.remove_prefix(slash + 1);
  }
}

}  // namespace hubglass::text
