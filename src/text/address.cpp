#include "text/address.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace hubglass::text {

namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool may_stand(char c) {
  constexpr std::string_view others = "-_.+!*'(),%#@?=;:/&$~";
  return is_letter(c) || is_digit(c) || others.find(c) != std::string_view::npos;
}

/// The scheme as a browser reads it: lower case, blanks and control characters skipped; empty for a relative address.
std::string scheme_of(std::string_view address) {
  std::string scheme;
  for (const char c : address) {
    if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7F) {
      continue;
    }
    if (c == ':') {
      return scheme.empty() ? ":" : scheme;
    }
    const bool allowed = is_letter(c) || (!scheme.empty() && (is_digit(c) || c == '+' || c == '-' || c == '.'));
    if (!allowed) {
      return {};
    }
    scheme.push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c));
  }
  return {};
}

template <std::size_t size>
bool has_scheme_of(std::string_view address, const std::array<std::string_view, size>& allowed) {
  const std::string scheme = scheme_of(address);
  return scheme.empty() || std::find(allowed.begin(), allowed.end(), scheme) != allowed.end();
}

int hexadecimal(char character) {
  if (character >= '0' && character <= '9') return character - '0';
  if (character >= 'a' && character <= 'f') return character - 'a' + 10;
  if (character >= 'A' && character <= 'F') return character - 'A' + 10;
  return -1;
}

}  // namespace

std::string percent_decode(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      const int high = hexadecimal(text[i + 1]);
      const int low = hexadecimal(text[i + 2]);
      if (high >= 0 && low >= 0) {
        decoded += static_cast<char>(high * 16 + low);
        i += 2;
        continue;
      }
    }
    decoded += text[i];
  }
  return decoded;
}

std::string percent_encode_path(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  constexpr std::string_view reserved = " %?#\"<>\\^`{|}:";
  std::string encoded;
  encoded.reserve(path.size());
  for (const char character : path) {
    const auto byte = static_cast<unsigned char>(character);
    if (byte < 0x20 || byte == 0x7F || reserved.find(character) != std::string_view::npos) {
      encoded += '%';
      encoded += digits[byte >> 4];
      encoded += digits[byte & 15u];
    } else {
      encoded += character;
    }
  }
  return encoded;
}

std::string encode_address(std::string_view address) {
  constexpr std::string_view hexadecimal = "0123456789ABCDEF";
  std::string encoded;
  encoded.reserve(address.size());
  for (const char c : address) {
    if (may_stand(c)) {
      encoded.push_back(c);
    } else {
      const auto byte = static_cast<std::uint8_t>(c);
      encoded.push_back('%');
      encoded.push_back(hexadecimal[byte >> 4]);
      encoded.push_back(hexadecimal[byte & 15]);
    }
  }
  return encoded;
}

bool allowed_link(std::string_view address) {
  return has_scheme_of(address, std::array<std::string_view, 4>{"http", "https", "mailto", "tel"});
}

bool allowed_image(std::string_view address) {
  return has_scheme_of(address, std::array<std::string_view, 2>{"http", "https"});
}

std::string internal_address(std::string_view base, std::string_view route) {
  while (!route.empty() && (route.front() == '/' || route.front() == '\\')) {
    route.remove_prefix(1);
  }
  std::string address(base);
  if (base.empty() && (route.empty() || route.front() == '#' || route.front() == '?' || !scheme_of(route).empty())) {
    address = "./";
  }
  return address + encode_address(route);
}

std::string route_address(std::string_view site_url, std::string_view route) {
  return encode_address(site_url) + encode_address(percent_encode_path(route));
}

}  // namespace hubglass::text
