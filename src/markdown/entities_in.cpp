#include "document/utf8.h"
#include "markdown/markdown.h"

#include <cstddef>

extern "C" {
#include <entity.h>
}

namespace hubglass::markdown {

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
  return entities;
}

}  // namespace hubglass::markdown
