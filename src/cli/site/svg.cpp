#include "cli/site/svg.h"

#include "cli/site/xml.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <optional>
#include <vector>

namespace hubglass::site {
namespace {

constexpr std::size_t most_depth = 256;
constexpr float largest_side = 100'000.0f;

std::string_view local_name(std::string_view name) {
  return name.substr(name.find(':') + 1);
}

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
  const std::string local = lower_without_blanks(local_name(name));
  if (local == "script" || local == "handler" || local == "listener") {
    return "holds a script";
  }
  return std::find(forbidden.begin(), forbidden.end(), local) != forbidden.end() ? "holds foreign content" : nullptr;
}

const char* problem_of_attribute(std::string_view element, const XmlAttribute& attribute) {
  const std::string name = lower_without_blanks(attribute.name);
  const std::string_view local = local_name(name);
  if (local.starts_with("on")) {
    return "holds a script (an event attribute)";
  }
  const std::string value = lower_without_blanks(attribute.value);
  if (local == "href" || local == "src") {
    const bool link = local_name(element) == "a" && is_web_link(value);
    return link || is_inside_reference(value) ? nullptr : "refers to a file outside itself";
  }
  if (name == "xml:base") {
    return "changes what its references mean (xml:base)";
  }
  if (local == "attributename" && local_name(value) == "href") {
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

std::string px_text(float value) {
  char text[32];
  std::snprintf(text, sizeof text, "%g", static_cast<double>(value));
  return text;
}

/// Measures the root element and gives it absolute sizes where it has none. Without any size CSS takes 300 × 150.
void size_from_root(const XmlToken& root, std::string_view source, Image& image) {
  std::optional<float> width;
  std::optional<float> height;
  std::optional<ViewBox> box;
  for (const XmlAttribute& attribute : root.attributes) {
    if (attribute.name == "width" || attribute.name == "height") {
      (attribute.name == "width" ? width : height) = length(attribute.value);
    } else if (attribute.name == "viewBox") {
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
  if (complete) {
    image.bytes = source;
    return;
  }
  // The root's sizes are written anew right after its name; whatever stood there goes.
  std::size_t from = root.name_end;
  image.bytes = source.substr(0, from);
  image.bytes += " width=\"" + px_text(image.width) + "\" height=\"" + px_text(image.height) + "\"";
  for (const XmlAttribute& attribute : root.attributes) {
    if (attribute.name == "width" || attribute.name == "height") {
      image.bytes += source.substr(from, attribute.begin - from);
      from = attribute.end;
    }
  }
  image.bytes += source.substr(from);
}

/// Drawings that look right on any ground say so; all others get a light plate in dark mode.
bool has_own_ground(const XmlToken& root) {
  return std::any_of(root.attributes.begin(), root.attributes.end(), [](const XmlAttribute& attribute) {
    return attribute.name == "data-plate" && attribute.value == "none";
  });
}

/// Follows the tokens of one file, keeping what is open.
class SvgChecker {
 public:
  /// What is wrong with this token, or nothing.
  const char* problem_of(const XmlToken& token) {
    switch (token.kind) {
      case XmlToken::Kind::open:
      case XmlToken::Kind::empty:
        return open(token);
      case XmlToken::Kind::close:
        return close(token);
      case XmlToken::Kind::text:
        return text(token);
      case XmlToken::Kind::instruction:
        return token.name == "xml-stylesheet" ? "refers to a style sheet outside itself" : nullptr;
      case XmlToken::Kind::doctype:
        return token.text.find('[') != std::string::npos
                   ? "brings a document type of its own; save it as plain SVG, without entities"
                   : nullptr;
      case XmlToken::Kind::error:
        return token.problem;
      case XmlToken::Kind::end:
        return stack_.empty() && closed_ ? nullptr : "ends before its last element is closed";
    }
    return nullptr;
  }

 private:
  const char* open(const XmlToken& token) {
    if (stack_.empty() && (closed_ || local_name(token.name) != "svg")) {
      return closed_ ? "has more than one outermost element" : "does not begin with an svg element";
    }
    if (stack_.size() >= most_depth) {
      return "nests its elements too deeply";
    }
    if (const char* problem = problem_of_element(token.name)) {
      return problem;
    }
    for (const XmlAttribute& attribute : token.attributes) {
      if (const char* problem = problem_of_attribute(token.name, attribute)) {
        return problem;
      }
    }
    if (token.kind == XmlToken::Kind::open) {
      stack_.push_back(token.name);
    } else {
      closed_ = closed_ || stack_.empty();
    }
    return nullptr;
  }
  const char* close(const XmlToken& token) {
    if (stack_.empty() || stack_.back() != token.name) {
      return "closes an element that is not open";
    }
    if (local_name(token.name) == "style") {
      const char* problem = problem_of_css(style_);
      style_.clear();
      if (problem != nullptr) {
        return problem;
      }
    }
    stack_.pop_back();
    closed_ = stack_.empty();
    return nullptr;
  }
  const char* text(const XmlToken& token) {
    if (stack_.empty()) {
      return lower_without_blanks(token.text).empty() ? nullptr : "has text outside its svg element";
    }
    if (local_name(stack_.back()) == "style") {
      style_ += token.text;  // text and CDATA sections in turn
    }
    return nullptr;
  }

  std::vector<std::string_view> stack_;
  std::string style_;
  bool closed_ = false;
};

}  // namespace

Result<Image> prepare_svg(std::string_view bytes, std::string_view name) {
  const std::string_view source = bytes.starts_with("\xef\xbb\xbf") ? bytes.substr(3) : bytes;
  XmlScanner scanner(source);
  SvgChecker checker;
  Image image;
  image.extension = ".svg";
  bool measured = false;
  while (true) {
    const XmlToken token = scanner.next();
    if (const char* problem = checker.problem_of(token)) {
      return fail(ErrorCode::image_malformed, std::string("this SVG ") + problem,
                  std::string(name) + ":" + std::to_string(scanner.line_of(token.offset)));
    }
    if (token.kind == XmlToken::Kind::end) {
      break;
    }
    if (!measured && (token.kind == XmlToken::Kind::open || token.kind == XmlToken::Kind::empty)) {
      size_from_root(token, source, image);
      image.transparent = !has_own_ground(token);
      measured = true;
    }
  }
  if (image.width > largest_side || image.height > largest_side) {
    return fail(ErrorCode::image_too_large, "this SVG is larger than 100000 px", std::string(name));
  }
  return image;
}

Image keep_svg(std::string_view bytes) {
  const std::string_view source = bytes.starts_with("\xef\xbb\xbf") ? bytes.substr(3) : bytes;
  XmlScanner scanner(source);
  Image image;
  XmlToken token = scanner.next();
  while (token.kind == XmlToken::Kind::text || token.kind == XmlToken::Kind::instruction ||
         token.kind == XmlToken::Kind::doctype) {
    token = scanner.next();
  }
  const bool is_root = token.kind == XmlToken::Kind::open || token.kind == XmlToken::Kind::empty;
  if (is_root && local_name(token.name) == "svg") {
    size_from_root(token, source, image);
    image.transparent = !has_own_ground(token);
  }
  if (image.width > largest_side || image.height > largest_side) image.width = image.height = 0;
  image.extension = ".svg";
  image.bytes = bytes;
  return image;
}

}  // namespace hubglass::site
