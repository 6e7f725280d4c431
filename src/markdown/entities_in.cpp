#include "document/utf8.h"
#include "markdown/emoji_names.h"
#include "markdown/markdown.h"

#include <algorithm>
#include <cstddef>

extern "C" {
#include <entity.h>
}

namespace hubglass::markdown {

namespace {

/// Names between two colons. One colon may end a name and begin the next.
void add_emoji(std::string_view text, Entities& entities) {
  constexpr std::size_t longest_name = 80;
  for (std::size_t begin = text.find(':'); begin != std::string_view::npos; begin = text.find(':', begin + 1)) {
    const std::size_t end = text.substr(0, begin + longest_name).find_first_of(": \n", begin + 1);
    if (end == std::string_view::npos || text[end] != ':') continue;
    const std::string_view name = text.substr(begin + 1, end - begin - 1);
    const auto found =
        std::lower_bound(emoji_names.begin(), emoji_names.end(), name,
                         [](const EmojiName& emoji, std::string_view wanted) { return emoji.name < wanted; });
    if (found == emoji_names.end() || found->name != name) continue;
    entities.emplace(text.substr(begin, end + 1 - begin), found->character);
  }
}

}  // namespace

Entities entities_in(std::string_view text) {
  constexpr std::size_t longest_name = 48;
  Entities entities;
  for (std::size_t begin = text.find('&'); begin != std::string_view::npos; begin = text.find('&', begin + 1)) {
    const std::size_t end = text.substr(begin, longest_name).find(';');
    if (end == std::string_view::npos) continue;
    const std::string_view name = text.substr(begin, end + 1);
    const ENTITY* known = entity_lookup(name.data(), name.size());
    if (known == nullptr || entities.find(name) != entities.end()) continue;
    std::string& value = entities[std::string(name)];
    for (const unsigned code_point : known->codepoints) {
      if (code_point != 0) document::append_utf8(value, code_point);
    }
  }
  add_emoji(text, entities);
  return entities;
}

}  // namespace hubglass::markdown
