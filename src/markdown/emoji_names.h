#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace hubglass::markdown {

/// A short name of an emoji, as authors write it between colons, and its character (UTF-8).
struct EmojiName {
  std::string_view name;
  std::string_view character;
};

/// scripts/emoji.mjs sets it.
inline constexpr std::size_t emoji_name_count = 6649;

/// All names, sorted.
extern const std::array<EmojiName, emoji_name_count> emoji_names;

}  // namespace hubglass::markdown
