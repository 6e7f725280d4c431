#pragma once

#include "document/document.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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
  std::string query;      ///< relative: as written, with its '?'
  std::string fragment;   ///< relative: as written, without '#'
  bool absolute = false;  ///< relative to the hub's root (the path began with a slash, which is gone)
};

/// Reads an address the way browsers do: tabs and line endings inside it and blanks around it do not count, so that no
/// scheme can hide behind them.
Address read_address(std::string_view written);

/// Joins a path to a folder ("a/b", "../c.md" -> "a/c.md") and removes "." and "..". Nothing when it leads out of the
/// root.
std::optional<std::string> join_path(std::string_view folder, std::string_view path);

/// The files of a content folder that an address on a page may mean, the likeliest first: relative to the page's file,
/// and, as MkDocs leaves to browsers what it does not know, to the page's own address. A folder means its index.html.
std::vector<std::string> files_meant(const Address& address, std::string_view source, std::string_view route);

/// What a NavigationItem's href is: an address elsewhere ("https://…", "/portal/" beside the hub), a place on a page of
/// the hub ("a/#b"), or one of its files ("files/a.pdf").
document::LinkKind kind_of_href(std::string_view href);

/// The folder of a path, without the final slash; empty for the root.
std::string_view folder_of(std::string_view path);

inline std::string_view without_final_slash(std::string_view route) {
  if (!route.empty() && route.back() == '/') route.remove_suffix(1);
  return route;
}

/// The host of an http(s) address without "www."; empty for others.
std::string_view host_of(std::string_view address);

}  // namespace hubglass::hub
