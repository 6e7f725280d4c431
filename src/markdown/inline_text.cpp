#include "markdown/inline_text.h"

#include "markdown/attribute_list.h"
#include "markdown/characters.h"
#include "markdown/page_parser.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace hubglass::markdown {

using document::Index;
using document::InlineKind;
using document::none;

namespace {

constexpr std::array<std::string_view, 6> icon_sets = {
    "material-", "octicons-", "fontawesome-brands-", "fontawesome-regular-", "fontawesome-solid-", "simple-",
};

bool is_icon_name(std::string_view name) {
  return std::any_of(icon_sets.begin(), icon_sets.end(), [&](std::string_view set) {
    return name.size() > set.size() && name.compare(0, set.size(), set) == 0;
  });
}

bool is_shortcode_byte(char byte) {
  return is_alphanumeric(byte) || byte == '-' || byte == '_' || byte == '+';
}

/// The name between the colon that `text` begins with and the next one; empty when there is none.
std::string_view shortcode_name(std::string_view text) {
  constexpr std::size_t longest = 80;
  std::size_t end = 1;
  while (end < text.size() && end <= longest && is_shortcode_byte(text[end])) ++end;
  if (end == 1 || end >= text.size() || text[end] != ':') return {};
  return text.substr(1, end - 1);
}

bool takes_attributes(InlineKind kind) {
  return kind != InlineKind::text && kind != InlineKind::soft_break && kind != InlineKind::hard_break &&
         kind != InlineKind::wbr;
}

/// Where the text that begins `offset` bytes behind the current position stands.
Position moved(Position position, std::size_t offset) {
  position.column += static_cast<std::uint32_t>(offset);
  return position;
}

/// Gives an attribute list that `text` begins with to the inline before it. Returns its size.
std::size_t take_attribute_list(PageParser& page, std::string_view text, Index node, Position position) {
  const AttributeList attributes = read_attribute_list(text);
  if (attributes.size != 0) apply_to_inline(page, node, attributes, position);
  return attributes.size;
}

}  // namespace

void write_inline_text(PageParser& page, std::string_view text) {
  TreeWriter& tree = page.tree();
  const Position start = tree.position();
  std::size_t done = 0;
  if (text.front() == '{') {
    const Index node = tree.last_element();
    if (node != none && takes_attributes(page.document().inlines[node].kind)) {
      done = take_attribute_list(page, text, node, start);
    }
  }
  for (std::size_t at = done; at < text.size();) {
    const auto* found = static_cast<const char*>(std::memchr(text.data() + at, ':', text.size() - at));
    if (found == nullptr) break;
    const auto colon = static_cast<std::size_t>(found - text.data());
    const std::string_view name = shortcode_name(text.substr(colon));
    at = colon + 1;
    if (name.empty()) continue;
    const bool icon = is_icon_name(name);
    const auto character = icon ? page.entities().end() : page.entities().find(text.substr(colon, name.size() + 2));
    if (!icon && character == page.entities().end()) {
      at = colon + 1 + name.size();
      continue;
    }
    tree.append_text(text.substr(done, colon - done));
    at = colon + name.size() + 2;
    if (icon) {
      tree.set_position(moved(start, colon));
      const Index node = tree.add_inline(InlineKind::icon);
      page.document().inlines[node].text = page.document().store(name);
      if (at < text.size()) at += take_attribute_list(page, text.substr(at), node, moved(start, at));
      tree.set_position(moved(start, at));
    } else {
      tree.append_text(character->second);
    }
    done = at;
  }
  tree.append_text(text.substr(done));
}

}  // namespace hubglass::markdown
