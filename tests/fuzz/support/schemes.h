#pragma once

#include <string>
#include <string_view>

namespace hubglass::fuzz {

/// The scheme of an address as browsers find it (WHATWG URL): blanks and control characters around it, tabs and line
/// ends anywhere do not count. Lower case; empty for a relative address. Written apart from the code that is tested.
inline std::string browser_scheme(std::string_view address) {
  std::string clean;
  for (const char c : address) {
    if (clean.empty() && static_cast<unsigned char>(c) <= 0x20) continue;
    if (c == '\t' || c == '\n' || c == '\r') continue;
    clean.push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c));
  }
  std::size_t end = 0;
  while (end < clean.size() &&
         ((clean[end] >= 'a' && clean[end] <= 'z') ||
          (end > 0 && std::string_view("0123456789+-.").find(clean[end]) != std::string_view::npos))) {
    ++end;
  }
  return end > 0 && end < clean.size() && clean[end] == ':' ? clean.substr(0, end) : std::string();
}

/// Whether a browser would go to another host, or do anything else than load a page or file, by this address.
inline bool harmless_link(std::string_view address) {
  const std::string scheme = browser_scheme(address);
  return scheme.empty() || scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel";
}

inline bool harmless_image(std::string_view address) {
  const std::string scheme = browser_scheme(address);
  return scheme.empty() || scheme == "http" || scheme == "https";
}

/// Whether a browser stays on the hub's own host by this address.
inline bool stays(std::string_view address) {
  std::string clean;
  for (const char c : address) {
    if (clean.empty() && static_cast<unsigned char>(c) <= 0x20) continue;
    if (c == '\t' || c == '\n' || c == '\r') continue;
    clean.push_back(c == '\\' ? '/' : c);
  }
  return browser_scheme(address).empty() && clean.substr(0, 1) != "/";
}

}  // namespace hubglass::fuzz
