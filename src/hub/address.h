#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What an address written by an author means, before anything is known about the hub.
namespace hubglass::hub {

enum class AddressKind : std::uint8_t {
  external,    ///< an allowed scheme (http, https, mailto, tel)
  disallowed,  ///< any other scheme
  relative,    ///< a path and/or fragment of this hub
};

struct Address {
  AddressKind kind = AddressKind::relative;
  std::string text;       ///< external: the whole address, cleaned
  std::string scheme;     ///< lower case; disallowed ones, too
  std::string path;       ///< relative: percent-decoded, with forward slashes
  std::string fragment;   ///< relative: as written, without '#'
  bool absolute = false;  ///< relative to the hub's root (the path began with a slash, which is gone)
};

/// Reads an address the way browsers do: tabs and line endings inside it and blanks around it do not count, so that no
/// scheme can hide behind them.
Address read_address(std::string_view written);

/// Joins a path to a folder ("a/b", "../c.md" -> "a/c.md") and removes "." and "..". Nothing when it leads out of the
/// root.
std::optional<std::string> join_path(std::string_view folder, std::string_view path);

/// The folder of a path, without the final slash; empty for the root.
std::string_view folder_of(std::string_view path);

inline std::string_view without_final_slash(std::string_view route) {
  if (!route.empty() && route.back() == '/') route.remove_suffix(1);
  return route;
}

/// The host of an http(s) address without "www."; empty for others.
std::string_view host_of(std::string_view address);

}  // namespace hubglass::hub
