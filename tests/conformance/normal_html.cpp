#include "conformance/normal_html.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

namespace hubglass::test {
namespace {

constexpr std::array<std::string_view, 24> block_tags = {
    "blockquote", "br", "details", "div", "h1", "h2",      "h3",      "h4",    "h5", "h6", "hr", "li",
    "nav",        "ol", "p",       "pre", "td", "section", "summary", "table", "th", "tr", "ul", "thead"};
constexpr std::array<std::string_view, 6> kept_attributes = {"align", "alt", "href", "src", "start", "title"};
constexpr std::string_view blanks = " \t\r\n\f";

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string decoded(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, char>, 4> references = {
      {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}}};
  std::string result;
  while (!text.empty()) {
    const auto* found = std::find_if(references.begin(), references.end(),
                                     [&](const auto& reference) { return text.starts_with(reference.first); });
    result.push_back(found == references.end() ? text.front() : found->second);
    text.remove_prefix(found == references.end() ? 1 : found->first.size());
  }
  return result;
}

class Normaliser {
 public:
  explicit Normaliser(std::string_view html) : html_(html) {}

  std::string run() {
    while (at_ < html_.size()) {
      if (html_[at_] != '<' || !tag()) text();
    }
    trim();
    return std::move(out_);
  }

 private:
  void text() {
    const std::size_t end = std::min(html_.find('<', at_ + 1), html_.size());
    for (const char c : decoded(html_.substr(at_, end - at_))) {
      const bool blank = pre_ == 0 && blanks.find(c) != std::string_view::npos;
      if (blank && (beside_block_ || out_.ends_with(' '))) continue;
      beside_block_ = false;
      out_.push_back(blank ? ' ' : c);
    }
    at_ = end;
  }

  /// Whatever blanks stand before a block's edge.
  void trim() {
    while (!out_.empty() && (out_.back() == ' ' || out_.back() == '\n')) out_.pop_back();
    beside_block_ = true;
  }

  bool tag() {
    if (html_.substr(at_).starts_with("<!--")) {
      const std::size_t end = html_.find("-->", at_ + 2);
      at_ = end == std::string_view::npos ? html_.size() : end + 3;
      return true;
    }
    const std::size_t end = html_.find('>', at_);
    if (end == std::string_view::npos) return false;
    std::string_view inside = html_.substr(at_ + 1, end - at_ - 1);
    const bool closes = inside.starts_with('/');
    if (closes) inside.remove_prefix(1);
    const std::size_t name_end = std::min(inside.find_first_of(" \t\n/"), inside.size());
    const std::string_view name = inside.substr(0, name_end);
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    if (name.empty() || !std::all_of(name.begin(), name.end(), letter)) return false;
    at_ = end + 1;
    write(usual(name), closes, inside.substr(name_end));
    return true;
  }

  static std::string_view usual(std::string_view name) {
    if (name == "figure") return "p";
    if (name == "i") return "em";
    return name == "b" ? "strong" : name;
  }

  void write(std::string_view name, bool closes, std::string_view attributes) {
    if (name == "wbr" || name == "tbody") return;
    if (is_one_of(name, block_tags)) trim();
    if (left_out(name, closes)) return;
    while (name == "code" && closes && pre_ > 0 && out_.ends_with('\n')) out_.pop_back();
    if (name == "pre") pre_ += closes ? -1 : 1;
    out_ += closes ? "</" : "<";
    out_ += name;
    std::map<std::string, std::string> kept;
    if (name == "img") kept["alt"] = "";
    while (attributes.find('=') != std::string_view::npos) {
      const std::size_t begin = attributes.find_first_not_of(" \t\n/");
      const std::size_t equals = attributes.find('=');
      const std::size_t close = attributes.find('"', equals + 2);
      if (close == std::string_view::npos) break;
      const std::string key(attributes.substr(begin, equals - begin));
      if (is_one_of(key, kept_attributes)) kept[key] = decoded(attributes.substr(equals + 2, close - equals - 2));
      attributes.remove_prefix(close + 1);
    }
    for (const auto& [key, value] : kept) out_ += " " + key + "=\"" + value + "\"";
    out_ += ">";
  }

  /// The `div` right in a list item: keeps account of which end tags belong to such.
  bool left_out(std::string_view name, bool closes) {
    if (name == "br" || name == "hr" || name == "img" || name == "input") return false;
    if (!closes) {
      const bool box = name == "div" && !open_.empty() && open_.back() == "li";
      open_.push_back(box ? std::string_view() : name);
      return box;
    }
    if (open_.empty()) return false;
    const bool box = open_.back().empty();
    open_.pop_back();
    return box;
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::string out_;
  std::vector<std::string_view> open_;
  int pre_ = 0;
  bool beside_block_ = true;
};

}  // namespace

std::string normal_html(std::string_view html) {
  return Normaliser(html).run();
}

}  // namespace hubglass::test
