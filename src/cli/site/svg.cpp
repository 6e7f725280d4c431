#include "cli/site/svg.h"

#include "document/utf8.h"
#include "hub/native/xml.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

namespace hubglass::site {
namespace {

using hub::XmlAttribute;
using hub::XmlElement;
using hub::XmlName;

constexpr float largest_side = 100'000.0f;
constexpr std::string_view svg_space = "http://www.w3.org/2000/svg";
constexpr std::string_view xml_space = "http://www.w3.org/XML/1998/namespace";

std::string lower_without_blanks(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) > 0x20) {
      result += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
  }
  return result;
}

bool is_inside_reference(std::string_view href) {
  for (const char* known :
       {"#", "data:image/png;", "data:image/jpeg;", "data:image/jpg;", "data:image/gif;", "data:image/webp;"}) {
    if (href.starts_with(known)) {
      return true;
    }
  }
  return href.empty();
}

bool is_web_link(std::string_view href) {
  return href.starts_with("http://") || href.starts_with("https://") || href.starts_with("mailto:");
}

/// What is wrong with a piece of CSS, or nothing. Strict where CSS could disguise something.
const char* problem_of_css(std::string_view css) {
  const std::string text = lower_without_blanks(css);
  for (std::size_t i = text.find('\\'); i != std::string::npos; i = text.find('\\', i + 1)) {
    if (i + 1 < text.size() &&
        ((text[i + 1] >= '0' && text[i + 1] <= '9') || (text[i + 1] >= 'a' && text[i + 1] <= 'z'))) {
      return "writes CSS with escapes that can hide an address";
    }
  }
  if (text.find("@import") != std::string::npos) {
    return "imports a style sheet from elsewhere";
  }
  for (std::size_t i = text.find("url("); i != std::string::npos; i = text.find("url(", i + 4)) {
    std::size_t begin = i + 4;
    begin += begin < text.size() && (text[begin] == '"' || text[begin] == '\'') ? 1 : 0;
    if (!is_inside_reference(std::string_view(text).substr(begin, 24)) || begin >= text.size()) {
      return "refers to a file outside itself";
    }
  }
  return nullptr;
}

const char* problem_of_element(std::string_view name) {
  constexpr std::array<std::string_view, 9> forbidden = {"script", "foreignobject", "iframe",  "object",  "embed",
                                                         "audio",  "video",         "handler", "listener"};
  const std::string local = lower_without_blanks(name);
  if (local == "script" || local == "handler" || local == "listener") {
    return "holds a script";
  }
  return std::find(forbidden.begin(), forbidden.end(), local) != forbidden.end() ? "holds foreign content" : nullptr;
}

/// Whatever its namespace: a prefix is no disguise.
const char* problem_of_attribute(std::string_view element, const XmlAttribute& attribute) {
  const std::string local = lower_without_blanks(attribute.name.local);
  if (local.starts_with("on")) {
    return "holds a script (an event attribute)";
  }
  const std::string value = lower_without_blanks(attribute.value);
  if (local == "href" || local == "src") {
    const bool link = element == "a" && is_web_link(value);
    return link || is_inside_reference(value) ? nullptr : "refers to a file outside itself";
  }
  if (local == "base" && attribute.name.space == xml_space) {
    return "changes what its references mean (xml:base)";
  }
  if (local == "attributename" && value.substr(value.find(':') + 1) == "href") {
    return "animates a reference";
  }
  if (local == "style" || value.find("url(") != std::string::npos) {
    return problem_of_css(attribute.value);
  }
  return nullptr;
}

/// A length in CSS px; nothing for percentages, "auto" and what is no length.
std::optional<float> length(std::string_view text) {
  constexpr std::pair<std::string_view, float> units[] = {
      {"", 1.0f},     {"px", 1.0f},          {"pt", 96.0f / 72.0f}, {"pc", 16.0f},
      {"in", 96.0f},  {"cm", 96.0f / 2.54f}, {"mm", 96.0f / 25.4f}, {"em", 16.0f},
      {"rem", 16.0f}, {"ex", 8.0f}};
  const std::string plain = lower_without_blanks(text);
  const char* begin = plain.data() + (plain.starts_with('+') ? 1 : 0);
  const char* end = plain.data() + plain.size();
  float number = 0;
  const auto [stop, failure] = std::from_chars(begin, end, number);
  if (failure != std::errc() || !std::isfinite(number) || number <= 0) {
    return std::nullopt;
  }
  const std::string_view unit(stop, static_cast<std::size_t>(end - stop));
  for (const auto& [name, px] : units) {
    if (unit == name) {
      return number * px;
    }
  }
  return std::nullopt;
}

struct ViewBox {
  float width = 0;
  float height = 0;
};

std::optional<ViewBox> view_box(std::string_view text) {
  std::array<float, 4> numbers = {};
  const char* at = text.data();
  const char* end = text.data() + text.size();
  for (float& number : numbers) {
    while (at < end && (*at == ' ' || *at == ',' || *at == '\t' || *at == '\n' || *at == '\r')) {
      ++at;
    }
    const auto [stop, failure] = std::from_chars(at, end, number);
    if (failure != std::errc() || !std::isfinite(number)) {
      return std::nullopt;
    }
    at = stop;
  }
  if (numbers[2] <= 0 || numbers[3] <= 0) {
    return std::nullopt;
  }
  return ViewBox{numbers[2], numbers[3]};
}

/// The shortest text that is read as the same number.
std::string px_text(float value) {
  std::array<char, 32> text;
  return {text.data(), std::to_chars(text.data(), text.data() + text.size(), value).ptr};
}

/// ` name="value"`, in the characters that all encodings share.
void append_attribute(std::string& tag, std::string_view prefix, std::string_view name, std::string_view value) {
  tag += ' ';
  tag.append(prefix).append(prefix.empty() || name.empty() ? "" : ":").append(name).append("=\"");
  for (std::size_t at = 0; at < value.size();) {
    const char32_t c = document::decode_utf8(value, at);
    if (c < 0x20 || c > 0x7e || c == U'"' || c == U'&' || c == U'<') {
      tag += "&#" + std::to_string(static_cast<std::uint32_t>(c)) + ";";
    } else {
      tag += static_cast<char>(c);
    }
  }
  tag += '"';
}

bool is_size(const XmlName& name) {
  return name.space.empty() && (name.local == "width" || name.local == "height");
}

/// The start tag with these sizes in place of those that it has.
std::string tag_with_size(const XmlElement& root, std::string_view source, const Image& image) {
  std::string tag = "<";
  tag.append(root.name.prefix).append(root.name.prefix.empty() ? "" : ":").append(root.name.local);
  for (const auto& [prefix, address] : root.declared) {
    append_attribute(tag, "xmlns", prefix, address);
  }
  for (const XmlAttribute& attribute : root.attributes) {
    if (!is_size(attribute.name)) {
      append_attribute(tag, attribute.name.prefix, attribute.name.local, attribute.value);
    }
  }
  append_attribute(tag, {}, "width", px_text(image.width));
  append_attribute(tag, {}, "height", px_text(image.height));
  return tag + (source.substr(root.begin, root.end - root.begin).ends_with("/>") ? "/>" : ">");
}

/// The parser would skip one that stands behind another.
std::string_view without_byte_order_marks(std::string_view bytes) {
  constexpr std::string_view mark = "\xef\xbb\xbf";
  while (bytes.starts_with(mark)) {
    bytes.remove_prefix(mark.size());
  }
  return bytes;
}

/// Measures the root element and gives it absolute sizes where it has none. Without any size CSS takes 300 × 150.
void size_from_root(const XmlElement& root, std::string_view source, Image& image) {
  std::optional<float> width;
  std::optional<float> height;
  std::optional<ViewBox> box;
  for (const XmlAttribute& attribute : root.attributes) {
    if (is_size(attribute.name)) {
      (attribute.name.local == "width" ? width : height) = length(attribute.value);
    } else if (attribute.name.local == "viewBox" && attribute.name.space.empty()) {
      box = view_box(attribute.value);
    }
  }
  const bool complete = width && height;
  const float ratio = box ? box->width / box->height : 2.0f;
  if (!width && !height) {
    width = box ? box->width : 300.0f;
  }
  image.width = width ? *width : *height * ratio;
  image.height = height ? *height : *width / ratio;
  image.bytes = source;
  if (!complete) {
    image.bytes.replace(root.begin, root.end - root.begin, tag_with_size(root, source, image));
  }
}

/// Drawings that look right on any ground say so; all others get a light plate in dark mode.
bool has_own_ground(const XmlElement& root) {
  return std::any_of(root.attributes.begin(), root.attributes.end(), [](const XmlAttribute& attribute) {
    return attribute.name.local == "data-plate" && attribute.value == "none";
  });
}

const char* problem_of(const XmlElement& element) {
  if (const char* problem = problem_of_element(element.name.local)) {
    return problem;
  }
  for (const XmlAttribute& attribute : element.attributes) {
    if (const char* problem = problem_of_attribute(element.name.local, attribute)) {
      return problem;
    }
  }
  return nullptr;
}

}  // namespace

Result<Image> prepare_svg(std::string_view bytes, std::string_view name) {
  const std::string_view source = without_byte_order_marks(bytes);
  Image image;
  image.extension = ".svg";
  bool measured = false;
  std::size_t styles = 0;  // that are open
  std::string style;
  hub::XmlHandlers handlers;
  handlers.open = [&](const XmlElement& element) -> const char* {
    if (!measured) {
      if (element.name.local != "svg") {
        return "does not begin with an svg element";
      }
      if (element.name.space != svg_space) {
        return "does not say that it is one; add xmlns=\"http://www.w3.org/2000/svg\" to its svg element";
      }
      size_from_root(element, source, image);
      image.transparent = !has_own_ground(element);
      measured = true;
    }
    styles += element.name.local == "style";
    return problem_of(element);
  };
  handlers.text = [&](std::string_view text) -> const char* {
    if (styles > 0) {
      style += text;  // text and CDATA sections in turn
    }
    return nullptr;
  };
  handlers.close = [&](const XmlName& closed) -> const char* {
    if (closed.local != "style") {
      return nullptr;
    }
    --styles;
    return problem_of_css(std::exchange(style, {}));
  };
  handlers.instruction = [](std::string_view target) -> const char* {
    return target == "xml-stylesheet" ? "refers to a style sheet outside itself" : nullptr;
  };
  if (const auto read = hub::read_xml(source, handlers); !read) {
    return fail(ErrorCode::image_malformed, "this SVG " + read.error().message,
                std::string(name) + ":" + read.error().where);
  }
  if (image.width > largest_side || image.height > largest_side) {
    return fail(ErrorCode::image_too_large, "this SVG is larger than 100000 px", std::string(name));
  }
  return image;
}

Image keep_svg(std::string_view bytes) {
  const std::string_view source = without_byte_order_marks(bytes);
  Image image;
  hub::XmlHandlers handlers;
  handlers.open = [&](const XmlElement& element) -> const char* {
    if (element.name.local == "svg") {
      size_from_root(element, source, image);
      image.transparent = !has_own_ground(element);
    }
    return "is read no further";
  };
  (void)hub::read_xml(source, handlers);
  if (image.width > largest_side || image.height > largest_side) image.width = image.height = 0;
  image.extension = ".svg";
  image.bytes = bytes;
  return image;
}

}  // namespace hubglass::site
