#include "cli/site/xml.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace hubglass::site {
namespace {

/// Each is compared with all others of its element.
constexpr std::size_t most_attributes = 256;
constexpr std::string_view blanks = " \t\r\n";

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' || c == '_' ||
         c == '-' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

void append_utf8(std::uint32_t code, std::string& out) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xc0 | code >> 6);
    out += static_cast<char>(0x80 | (code & 0x3f));
  } else if (code < 0x10000) {
    out += static_cast<char>(0xe0 | code >> 12);
    out += static_cast<char>(0x80 | (code >> 6 & 0x3f));
    out += static_cast<char>(0x80 | (code & 0x3f));
  } else {
    out += static_cast<char>(0xf0 | code >> 18);
    out += static_cast<char>(0x80 | (code >> 12 & 0x3f));
    out += static_cast<char>(0x80 | (code >> 6 & 0x3f));
    out += static_cast<char>(0x80 | (code & 0x3f));
  }
}

/// The code of "#60" or "#x3c"; 0 when it is none.
std::uint32_t character_reference(std::string_view digits) {
  digits.remove_prefix(1);
  const bool hexadecimal = digits.starts_with('x');
  if (hexadecimal) {
    digits.remove_prefix(1);
  }
  if (digits.empty() || digits.size() > 8) {
    return 0;
  }
  std::uint32_t code = 0;
  for (const char c : digits) {
    std::uint32_t digit = 99;
    if (c >= '0' && c <= '9') {
      digit = static_cast<std::uint32_t>(c - '0');
    } else if (hexadecimal && (c | 32) >= 'a' && (c | 32) <= 'f') {
      digit = static_cast<std::uint32_t>((c | 32) - 'a' + 10);
    }
    if (digit == 99) {
      return 0;
    }
    code = code * (hexadecimal ? 16 : 10) + digit;
  }
  const bool surrogate = code >= 0xd800 && code < 0xe000;
  return surrogate || code > 0x10ffff ? 0 : code;
}

}  // namespace

std::size_t XmlScanner::line_of(std::size_t offset) const {
  return 1 +
         static_cast<std::size_t>(std::count(
             source_.begin(), source_.begin() + static_cast<std::ptrdiff_t>(std::min(offset, source_.size())), '\n'));
}

XmlToken XmlScanner::error(const char* problem) {
  XmlToken token;
  token.kind = XmlToken::Kind::error;
  token.problem = problem;
  token.offset = at_;
  return token;
}

bool XmlScanner::decode(std::string_view raw, std::string& out) {
  constexpr std::pair<std::string_view, char> named[] = {
      {"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}};
  out.clear();
  for (std::size_t i = 0; i < raw.size();) {
    const std::size_t reference = std::min(raw.find('&', i), raw.size());
    out += raw.substr(i, reference - i);
    if (reference == raw.size()) {
      return true;
    }
    const std::size_t end = raw.substr(0, std::min(raw.size(), reference + 16)).find(';', reference);
    if (end == std::string_view::npos) {
      problem_ = "holds an & that begins no reference (write &amp;)";
      return false;
    }
    const std::string_view body = raw.substr(reference + 1, end - reference - 1);
    const auto* known =
        std::find_if(std::begin(named), std::end(named), [&](const auto& item) { return item.first == body; });
    if (known != std::end(named)) {
      out += known->second;
    } else if (const std::uint32_t code = body.starts_with('#') ? character_reference(body) : 0; code != 0) {
      append_utf8(code, out);
    } else {
      problem_ = "uses an entity that XML does not know";
      return false;
    }
    i = end + 1;
  }
  return true;
}

void XmlScanner::skip_blanks() {
  at_ = std::min(source_.find_first_not_of(blanks, at_), source_.size());
}

std::string_view XmlScanner::name() {
  const std::size_t begin = at_;
  while (at_ < source_.size() && is_name_character(source_[at_])) {
    ++at_;
  }
  return source_.substr(begin, at_ - begin);
}

XmlToken XmlScanner::next() {
  while (source_.substr(at_).starts_with("<!--")) {
    const std::size_t end = source_.find("-->", at_ + 4);
    if (end == std::string_view::npos) {
      return error("has a comment without an end");
    }
    at_ = end + 3;
  }
  XmlToken token;
  token.offset = at_;
  if (at_ >= source_.size()) {
    return token;
  }
  if (source_[at_] == '<') {
    return markup();
  }
  const std::size_t end = std::min(source_.find('<', at_), source_.size());
  token.kind = XmlToken::Kind::text;
  if (!decode(source_.substr(at_, end - at_), token.text)) {
    return error(problem_);
  }
  at_ = end;
  return token;
}

XmlToken XmlScanner::markup() {
  XmlToken token;
  token.offset = at_;
  const std::string_view rest = source_.substr(at_);
  const auto until = [&](std::string_view start, std::string_view stop, XmlToken::Kind kind) {
    const std::size_t end = rest.find(stop, start.size());
    if (end == std::string_view::npos) {
      return false;
    }
    token.kind = kind;
    token.text = rest.substr(start.size(), end - start.size());
    at_ += end + stop.size();
    return true;
  };
  if (rest.starts_with("<![CDATA[")) {
    return until("<![CDATA[", "]]>", XmlToken::Kind::text) ? token : error("has a CDATA section without an end");
  }
  if (rest.starts_with("<?")) {
    if (!until("<?", "?>", XmlToken::Kind::instruction)) {
      return error("has a processing instruction without an end");
    }
    token.name = rest.substr(2, std::min(rest.find_first_of(" \t\r\n?", 2), rest.size()) - 2);
    return token;
  }
  if (rest.starts_with("<!")) {
    return until("<!", ">", XmlToken::Kind::doctype) ? token : error("has a declaration without an end");
  }
  return element();
}

XmlToken XmlScanner::element() {
  XmlToken token;
  token.offset = at_++;
  token.kind = XmlToken::Kind::open;
  if (at_ < source_.size() && source_[at_] == '/') {
    ++at_;
    token.kind = XmlToken::Kind::close;
  }
  token.name = name();
  token.name_end = at_;
  if (token.name.empty()) {
    return error("holds a < that begins no element (write &lt;)");
  }
  while (true) {
    const std::size_t before = at_;
    skip_blanks();
    if (at_ >= source_.size()) {
      return error("ends within an element");
    }
    if (source_[at_] == '>') {
      ++at_;
      return token;
    }
    if (token.kind == XmlToken::Kind::open && source_.substr(at_).starts_with("/>")) {
      at_ += 2;
      token.kind = XmlToken::Kind::empty;
      return token;
    }
    if (token.kind == XmlToken::Kind::close || before == at_ || !attribute(token)) {
      return error(problem_[0] != '\0' ? problem_ : "has an element that is not written as XML wants it");
    }
  }
}

bool XmlScanner::attribute(XmlToken& token) {
  XmlAttribute attribute;
  attribute.begin = at_;
  attribute.name = name();
  skip_blanks();
  if (attribute.name.empty() || at_ >= source_.size() || source_[at_] != '=') {
    return false;
  }
  ++at_;
  skip_blanks();
  if (at_ >= source_.size() || (source_[at_] != '"' && source_[at_] != '\'')) {
    return false;
  }
  const std::size_t end = source_.find(source_[at_], at_ + 1);
  if (end == std::string_view::npos) {
    problem_ = "ends within an attribute";
    return false;
  }
  const std::string_view raw = source_.substr(at_ + 1, end - at_ - 1);
  if (raw.find('<') != std::string_view::npos || !decode(raw, attribute.value)) {
    return false;
  }
  if (token.attributes.size() >= most_attributes) {
    problem_ = "has an element with too many attributes";
    return false;
  }
  for (const XmlAttribute& other : token.attributes) {
    if (other.name == attribute.name) {
      problem_ = "has an element with the same attribute twice";
      return false;
    }
  }
  at_ = end + 1;
  attribute.end = at_;
  token.attributes.push_back(std::move(attribute));
  return true;
}

}  // namespace hubglass::site
