#include "markdown/attribute_list.h"

#include "markdown/characters.h"
#include "markdown/html_allow_list.h"
#include "markdown/page_parser.h"

#include <string>

namespace hubglass::markdown {

using document::Align;
using document::Index;
using document::InlineKind;
using document::none;

namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_name_byte(char byte) {
  return is_alphanumeric(byte) || byte == '-' || byte == '_' || byte == ':' || byte == '.' ||
         static_cast<unsigned char>(byte) >= 0x80;
}

std::size_t name_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_name_byte(text[at])) ++at;
  return at;
}

/// Attributes that only scripts and tools read: nothing a reader misses.
bool is_for_scripts(std::string_view key) {
  constexpr std::string_view prefix = "data-";
  return key.substr(0, prefix.size()) == prefix;
}

/// Reads `key=value` at `at`; npos when it is none.
std::size_t read_pair(std::string_view text, std::size_t at, AttributeList::Pair& pair) {
  const std::size_t equals = name_end(text, at);
  if (equals == at || equals >= text.size()) return npos;
  pair.key = text.substr(at, equals - at);
  // A word alone is more likely text in braces.
  if (text[equals] != '=') return is_for_scripts(pair.key) ? equals : npos;
  const std::size_t value = equals + 1;
  if (value < text.size() && (text[value] == '"' || text[value] == '\'')) {
    const std::size_t close = text.find(text[value], value + 1);
    if (close == npos) return npos;
    pair.value = text.substr(value + 1, close - value - 1);
    return close + 1;
  }
  const std::size_t end = text.find_first_of(" \t}", value);
  if (end == npos || end == value) return npos;
  pair.value = text.substr(value, end - value);
  return end;
}

/// The end of a key without a value at `at` ("data-search-exclude"); npos when there is none. Braces around a plain
/// word are text.
std::size_t bare_key_end(std::string_view text, std::size_t at) {
  const std::size_t end = name_end(text, at);
  const bool alone = end < text.size() && (text[end] == '}' || is_blank(text[end]));
  return alone && text.substr(at, end - at).find('-') != npos && is_alphanumeric(text[at]) ? end : npos;
}

/// A length in px ("300", "300px", "12.5"); negative when it is something else.
float read_length(std::string_view value) {
  value = trim(value);
  if (value.size() > 2 && equal_ignoring_case(value.substr(value.size() - 2), "px")) value.remove_suffix(2);
  constexpr std::size_t longest = 9;
  if (value.empty() || value.size() > longest) return -1;
  float length = 0;
  float unit = 1;
  bool behind_point = false;
  for (const char byte : value) {
    if (byte == '.' && !behind_point) {
      behind_point = true;
    } else if (is_digit(byte)) {
      length = length * 10 + static_cast<float>(byte - '0');
      if (behind_point) unit *= 10;
    } else {
      return -1;
    }
  }
  constexpr float longest_length = 20000;
  length /= unit;
  return length > 0 && length <= longest_length ? length : -1;
}

void report_left_out(PageParser& page, Position position, const std::string& what) {
  page.report(Severity::note, position, what + " in an attribute list is left out");
}

/// Takes what links know from the class names; the other allowed ones come back, separated by blanks.
std::string take_classes(PageParser& page, const AttributeList& attributes, document::Link* link, Position position) {
  std::string kept;
  for (const std::string_view name : attributes.classes) {
    if (!allowed_class(name)) {
      report_left_out(page, position, "class " + std::string(name));
    } else if (link != nullptr && name == "md-button") {
      link->button = link->button == 0 ? 1 : link->button;
    } else if (link != nullptr && name == "md-button--primary") {
      link->button = 2;
    } else {
      kept.append(kept.empty() ? "" : " ").append(name);
    }
  }
  return kept;
}

}  // namespace

AttributeList read_attribute_list(std::string_view text) {
  AttributeList result;
  if (text.empty() || text.front() != '{') return result;
  std::size_t at = 1;
  if (at < text.size() && text[at] == ':') ++at;
  for (;;) {
    while (at < text.size() && is_blank(text[at])) ++at;
    if (at >= text.size()) return {};
    if (text[at] == '}') break;
    const char first = text[at];
    if (first == '.' || first == '#') {
      const std::size_t end = name_end(text, at + 1);
      const std::string_view name = text.substr(at + 1, end - at - 1);
      if (name.empty()) return {};
      if (first == '.') {
        result.classes.push_back(name);
      } else {
        result.id = name;
      }
      at = end;
    } else if (const std::size_t end = bare_key_end(text, at); end != npos) {
      result.bare_keys = true;
      at = end;
    } else {
      AttributeList::Pair pair;
      at = read_pair(text, at, pair);
      if (at == npos) return {};
      if (equal_ignoring_case(pair.key, "id")) {
        result.id = pair.value;
      } else {
        result.pairs.push_back(pair);
      }
    }
    if (at < text.size() && text[at] != '}' && !is_blank(text[at])) return {};
  }
  if (result.classes.empty() && result.id.empty() && result.pairs.empty() && !result.bare_keys) return {};
  result.size = at + 1;
  return result;
}

bool set_image_attribute(document::Document& document, document::Image& image, std::string_view key,
                         std::string_view value) {
  if (equal_ignoring_case(key, "width")) {
    const float length = read_length(value);
    if (length < 0) return false;
    image.width = length;
    image.stated_width = true;
    return true;
  }
  if (equal_ignoring_case(key, "height")) {
    const float length = read_length(value);
    if (length < 0) return false;
    image.height = length;
    return true;
  }
  if (equal_ignoring_case(key, "align")) {
    if (equal_ignoring_case(value, "left")) {
      image.align = Align::left;
    } else if (equal_ignoring_case(value, "right")) {
      image.align = Align::right;
    } else if (equal_ignoring_case(value, "center") || equal_ignoring_case(value, "middle")) {
      image.align = Align::centre;
    } else {
      return false;
    }
    return true;
  }
  if (equal_ignoring_case(key, "title")) {
    image.title = document.store(value);
    return true;
  }
  if (equal_ignoring_case(key, "alt")) {
    image.alt = document.store(value);
    image.decorative = value.empty();
    return true;
  }
  return false;
}

void apply_to_inline(PageParser& page, Index node, const AttributeList& attributes, Position position) {
  document::Document& document = page.document();
  const InlineKind kind = document.inlines[node].kind;
  const Index detail = document.inlines[node].detail;
  document::Link* link = kind == InlineKind::link && detail != none ? &document.links[detail] : nullptr;
  document::Image* image = kind == InlineKind::image && detail != none ? &document.images[detail] : nullptr;
  const std::string classes = take_classes(page, attributes, link, position);
  if (!classes.empty()) document.inlines[node].classes = document.store(classes);
  if (allowed_id(attributes.id)) document.inlines[node].id = document.store(attributes.id);
  for (const auto& [key, value] : attributes.pairs) {
    bool known = image != nullptr && set_image_attribute(document, *image, key, value);
    if (link != nullptr && key == "title") {
      link->title = document.store(value);
      known = true;
    }
    if (!known && !is_for_scripts(key))
      report_left_out(page, position, std::string(key) + "=\"" + std::string(value) + "\"");
  }
}

void apply_to_block(PageParser& page, Index block, const AttributeList& attributes, Position position) {
  document::Document& document = page.document();
  if (!attributes.id.empty()) {
    if (allowed_id(attributes.id)) {
      document.blocks[block].id = document.store(attributes.id);
    } else {
      report_left_out(page, position, "id " + std::string(attributes.id));
    }
  }
  const std::string classes = take_classes(page, attributes, nullptr, position);
  if (!classes.empty()) document.blocks[block].classes = document.store(classes);
  for (const auto& [key, value] : attributes.pairs) {
    if (is_for_scripts(key)) continue;
    report_left_out(page, position, std::string(key) + "=\"" + std::string(value) + "\"");
  }
}

}  // namespace hubglass::markdown
