#include "markdown/html_tokenizer.h"

#include "markdown/characters.h"

#include <algorithm>

namespace hubglass::markdown {

namespace {

constexpr std::size_t npos = std::string_view::npos;
// A longer "tag" is text. The limit keeps many unfinished tags from each scanning to the end of the page.
constexpr std::size_t longest_tag = 4096;

bool is_name_byte(char byte) {
  return is_alphanumeric(byte) || byte == '-' || byte == '_' || byte == ':' || byte == '.';
}

}  // namespace

const HtmlAttribute* HtmlToken::find(std::string_view attribute_name) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(), [&](const HtmlAttribute& attribute) {
    return equal_ignoring_case(attribute.name, attribute_name);
  });
  return found == attributes.end() ? nullptr : &*found;
}

bool HtmlTokenizer::next(HtmlToken& token) {
  if (at_ >= html_.size()) return false;
  token = HtmlToken{.begin = at_};
  if (html_[at_] == '<') {
    if (html_.compare(at_, 4, "<!--") == 0) {
      if (read_until("-->", token, HtmlToken::Kind::comment)) return true;
    } else if (html_.compare(at_, 2, "<!") == 0 || html_.compare(at_, 2, "<?") == 0) {
      if (read_until(">", token, HtmlToken::Kind::declaration)) return true;
    } else if (read_tag(token)) {
      return true;
    }
  }
  const std::size_t end = std::min(html_.find('<', at_ + 1), html_.size());
  token = HtmlToken{.begin = at_, .raw = html_.substr(at_, end - at_)};
  at_ = end;
  return true;
}

bool HtmlTokenizer::read_until(std::string_view end, HtmlToken& token, HtmlToken::Kind kind) {
  if (no_comment_end_) return false;
  const std::size_t found = html_.find(end, at_ + 2);
  if (found == npos) {
    no_comment_end_ = true;
    return false;
  }
  token.kind = kind;
  token.raw = html_.substr(at_, found + end.size() - at_);
  at_ = found + end.size();
  return true;
}

bool HtmlTokenizer::read_attribute(std::size_t& at, HtmlToken& token) const {
  HtmlAttribute attribute;
  const std::size_t name = at;
  while (at < html_.size() && is_name_byte(html_[at])) ++at;
  if (at == name) return false;
  attribute.name = html_.substr(name, at - name);
  std::size_t equals = at;
  while (equals < html_.size() && is_space(html_[equals])) ++equals;
  if (equals < html_.size() && html_[equals] == '=') {
    at = equals + 1;
    while (at < html_.size() && is_space(html_[at])) ++at;
    if (at >= html_.size()) return false;
    if (html_[at] == '"' || html_[at] == '\'') {
      const std::size_t close = html_.substr(at, longest_tag).find(html_[at], 1);
      if (close == npos) return false;
      attribute.value = html_.substr(at + 1, close - 1);
      at += close + 1;
    } else {
      const std::size_t value = at;
      while (at < html_.size() && !is_space(html_[at]) && html_[at] != '>' && html_[at] != '<' && html_[at] != '"' &&
             html_[at] != '\'' && html_[at] != '`' && html_[at] != '=') {
        ++at;
      }
      if (at == value) return false;
      attribute.value = html_.substr(value, at - value);
    }
  }
  token.attributes.push_back(attribute);
  return true;
}

bool HtmlTokenizer::read_tag(HtmlToken& token) {
  std::size_t at = at_ + 1;
  const bool closes = at < html_.size() && html_[at] == '/';
  if (closes) ++at;
  const std::size_t name = at;
  if (at >= html_.size() || !is_letter(html_[at])) return false;
  while (at < html_.size() && (is_alphanumeric(html_[at]) || html_[at] == '-')) ++at;
  token.name = html_.substr(name, at - name);
  token.kind = closes ? HtmlToken::Kind::end_tag : HtmlToken::Kind::start_tag;
  for (;;) {
    const std::size_t before_blanks = at;
    while (at < html_.size() && is_space(html_[at])) ++at;
    if (at >= html_.size() || at - at_ > longest_tag) return false;
    if (html_[at] == '/' && at + 1 < html_.size() && html_[at + 1] == '>') ++at;
    if (html_[at] == '>') break;
    if (at == before_blanks || closes || !read_attribute(at, token)) return false;
  }
  token.raw = html_.substr(at_, at + 1 - at_);
  at_ = at + 1;
  return true;
}

}  // namespace hubglass::markdown
