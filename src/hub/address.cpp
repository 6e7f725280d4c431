#include "hub/address.h"

#include "hub/index.h"
#include "text/address.h"

#include <algorithm>
#include <array>
#include <vector>

namespace hubglass::hub {

namespace {

bool is_letter(char character) {
  return (character | 0x20) >= 'a' && (character | 0x20) <= 'z';
}

bool is_scheme_character(char character) {
  return is_letter(character) || (character >= '0' && character <= '9') || character == '+' || character == '.' ||
         character == '-';
}

/// The scheme before a colon, in lower case; empty when there is none.
std::string scheme_of(std::string_view address) {
  std::string scheme;
  for (const char character : address) {
    if (character == ':') return scheme;
    if (scheme.empty() ? !is_letter(character) : !is_scheme_character(character)) return {};
    scheme += static_cast<char>(is_letter(character) ? (character | 0x20) : character);
  }
  return {};
}

std::string clean(std::string_view written) {
  while (!written.empty() && static_cast<unsigned char>(written.front()) <= 0x20) written.remove_prefix(1);
  while (!written.empty() && static_cast<unsigned char>(written.back()) <= 0x20) written.remove_suffix(1);
  std::string cleaned;
  cleaned.reserve(written.size());
  for (const char character : written) {
    if (static_cast<unsigned char>(character) >= 0x20 && character != 0x7F) cleaned += character;
  }
  return cleaned;
}

bool looks_like_mail(std::string_view path) {
  const std::size_t at = path.find('@');
  return at != std::string_view::npos && at > 0 && path.find('.', at) != std::string_view::npos &&
         path.find_first_of("/ ?") == std::string_view::npos && path.find('@', at + 1) == std::string_view::npos;
}

}  // namespace

Address read_address(std::string_view written) {
  constexpr std::array<std::string_view, 4> allowed = {"http", "https", "mailto", "tel"};
  Address address;
  const std::string cleaned = clean(written);
  address.scheme = scheme_of(cleaned);
  if (!address.scheme.empty()) {
    const bool known = std::find(allowed.begin(), allowed.end(), address.scheme) != allowed.end();
    address.kind = known ? AddressKind::external : AddressKind::disallowed;
    address.text = cleaned;
    return address;
  }
  std::string_view rest = cleaned;
  if (const std::size_t hash = rest.find('#'); hash != std::string_view::npos) {
    address.fragment = rest.substr(hash + 1);
    rest = rest.substr(0, hash);
  }
  if (const std::size_t mark = rest.find('?'); mark != std::string_view::npos) {
    address.query = rest.substr(mark);
    rest = rest.substr(0, mark);
  }
  address.path = text::percent_decode(rest);
  std::replace(address.path.begin(), address.path.end(), '\\', '/');
  if (address.path.starts_with("//")) {
    address.kind = AddressKind::external;
    address.scheme = "https";
    address.text = "https:" + cleaned;
    return address;
  }
  if (looks_like_mail(address.path)) {
    address.kind = AddressKind::external;
    address.scheme = "mailto";
    address.text = "mailto:" + cleaned;
    return address;
  }
  if (address.path.starts_with('/')) {
    address.absolute = true;
    address.path.erase(0, 1);
  }
  return address;
}

std::optional<std::string> join_path(std::string_view folder, std::string_view path) {
  std::vector<std::string_view> parts;
  for (std::string_view rest : {folder, path}) {
    while (!rest.empty()) {
      const std::size_t slash = rest.find('/');
      const std::string_view part = rest.substr(0, slash);
      rest = slash == std::string_view::npos ? std::string_view{} : rest.substr(slash + 1);
      if (part == "..") {
        if (parts.empty()) return std::nullopt;
        parts.pop_back();
      } else if (!part.empty() && part != ".") {
        parts.push_back(part);
      }
    }
  }
  std::string joined;
  for (const std::string_view part : parts) {
    if (!joined.empty()) joined += '/';
    joined += part;
  }
  return joined;
}

std::vector<std::string> files_meant(const Address& address, std::string_view source, std::string_view route) {
  std::vector<std::string> files;
  const std::string_view own_folder = route.substr(0, route.rfind('/') + 1);
  for (const std::string_view folder : {folder_of(source), own_folder}) {
    if (auto path = join_path(address.absolute ? std::string_view{} : folder, address.path)) {
      files.push_back(std::move(*path));
    }
  }
  const std::size_t paths = files.size();
  for (std::size_t i = 0; i < paths; ++i) {
    files.push_back(files[i].empty() ? "index.html" : files[i] + "/index.html");
  }
  return files;
}

document::LinkKind kind_of_href(std::string_view href) {
  if (href.starts_with('/') || !scheme_of(href).empty()) return document::LinkKind::external;
  return href.find('#') == std::string_view::npos ? document::LinkKind::asset : document::LinkKind::internal;
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

std::string_view host_of(std::string_view address) {
  const std::size_t slashes = address.find("://");
  if (slashes == std::string_view::npos || !address.starts_with("http")) return {};
  std::string_view host = address.substr(slashes + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  if (const std::size_t at = host.rfind('@'); at != std::string_view::npos) host = host.substr(at + 1);
  if (host.starts_with("www.")) host.remove_prefix(4);
  return host;
}

}  // namespace hubglass::hub
