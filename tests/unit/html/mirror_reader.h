#pragma once

#include "html/mirror.h"
#include "html/names.h"

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

namespace hubglass::html {

/// Reads mirror operations as the browser's side does and tells them as text: `<p class="x" @top,left,width,height
/// !action>`, pins as `[fill]` (`[fill|]` without a space, `[fill>indent]` with a next indent). Empty when the bytes
/// are malformed.
inline std::string tell_mirror(const std::vector<std::uint8_t>& bytes) {
  std::string told;
  std::vector<std::string> open;
  bool in_start = false;
  std::size_t at = 0;
  bool sound = true;
  const auto take = [&](void* value, std::size_t size) {
    if (at + size > bytes.size()) {
      sound = false;
      return;
    }
    std::memcpy(value, bytes.data() + at, size);
    at += size;
  };
  const auto byte = [&] {
    std::uint8_t value = 0;
    take(&value, 1);
    return value;
  };
  const auto word = [&] {
    std::uint8_t little[4] = {};
    take(little, 4);
    return static_cast<std::uint32_t>(little[0]) | static_cast<std::uint32_t>(little[1]) << 8 |
           static_cast<std::uint32_t>(little[2]) << 16 | static_cast<std::uint32_t>(little[3]) << 24;
  };
  const auto number = [&] {
    const std::uint32_t bits = word();
    float value = 0;
    std::memcpy(&value, &bits, sizeof value);
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') {
      text.pop_back();
    }
    return text;
  };
  const auto text = [&] {
    const std::uint32_t size = word();
    if (size > bytes.size() - at) {
      sound = false;
      return std::string();
    }
    const std::string value(reinterpret_cast<const char*>(bytes.data()) + at, size);
    at += size;
    return value;
  };
  const auto finish_start = [&] {
    if (in_start) {
      told += '>';
      in_start = false;
    }
  };
  while (sound && at < bytes.size()) {
    switch (static_cast<MirrorOp>(byte())) {
      case MirrorOp::open: {
        finish_start();
        const std::uint8_t tag = byte();
        if (tag >= tag_names.size()) {
          return {};
        }
        open.emplace_back(tag_names[tag]);
        told += '<' + open.back();
        in_start = true;
        break;
      }
      case MirrorOp::attribute: {
        const std::uint8_t name = byte();
        if (!in_start || name >= attribute_names.size()) {
          return {};
        }
        told += ' ' + std::string(attribute_names[name]) + "=\"" + text() + '"';
        break;
      }
      case MirrorOp::text:
        finish_start();
        told += text();
        break;
      case MirrorOp::close:
        if (open.empty()) {
          return {};
        }
        finish_start();
        told += "</" + open.back() + '>';
        open.pop_back();
        break;
      case MirrorOp::box: {
        if (!in_start) {
          return {};
        }
        told += " @";
        std::string values;
        for (int i = 0; i < 8; ++i) {
          const std::string value = number();
          values += i < 4 || value != "0" ? (values.empty() ? "" : ",") + value : "";
        }
        told += values;
        break;
      }
      case MirrorOp::pin: {
        finish_start();
        const std::string fill = number();
        const bool space = byte() != 0;
        const std::string indent = number();
        told += '[' + fill + (space ? "" : "|") + (indent == "0" ? "" : '>' + indent) + ']';
        break;
      }
      case MirrorOp::action:
        if (!in_start) {
          return {};
        }
        told += " !" + std::to_string(word());
        break;
      default:
        return {};
    }
  }
  return sound && open.empty() ? told : std::string();
}

}  // namespace hubglass::html
