#include "fuzz/support/html_check.h"

#include "document/utf8.h"
#include "fuzz/support/expect.h"
#include "fuzz/support/schemes.h"
#include "html/names.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace hubglass::fuzz {
namespace {

using namespace std::string_view_literals;

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array closes_paragraph = {
    "article"sv, "aside"sv, "blockquote"sv, "details"sv, "div"sv,   "dl"sv, "figcaption"sv, "figure"sv,
    "footer"sv,  "h1"sv,    "h2"sv,         "h3"sv,      "h4"sv,    "h5"sv, "h6"sv,         "header"sv,
    "hr"sv,      "li"sv,    "main"sv,       "nav"sv,     "ol"sv,    "p"sv,  "pre"sv,        "section"sv,
    "summary"sv, "table"sv, "tbody"sv,      "td"sv,      "thead"sv, "tr"sv, "ul"sv};
constexpr std::array headings = {"h1"sv, "h2"sv, "h3"sv, "h4"sv, "h5"sv, "h6"sv};

/// What must stand directly around an element; empty: anything.
std::vector<std::string_view> parents_of(std::string_view tag) {
  if (tag == "li") return {"ul", "ol"};
  if (tag == "caption" || tag == "thead" || tag == "tbody") return {"table"};
  if (tag == "tr") return {"thead", "tbody", "table"};
  if (tag == "td" || tag == "th") return {"tr"};
  if (tag == "summary") return {"details"};
  if (tag == "path") return {"svg"};
  return {};
}

class Checker {
 public:
  explicit Checker(std::string_view html) : html_(html) {}

  void run() {
    HUBGLASS_EXPECT(html_.find('\0') == std::string_view::npos);
    HUBGLASS_EXPECT(document::find_invalid_utf8(html_) == std::string_view::npos);
    while (at_ < html_.size()) {
      const std::size_t open = std::min(html_.find('<', at_), html_.size());
      text(html_.substr(at_, open - at_));
      at_ = open;
      if (at_ < html_.size()) tag();
    }
    HUBGLASS_EXPECT(open_.empty());
  }

 private:
  static void escaped(std::string_view text) {
    HUBGLASS_EXPECT(text.find_first_of("<>\"") == std::string_view::npos);
    for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
      const std::string_view rest = text.substr(at);
      HUBGLASS_EXPECT(rest.starts_with("&amp;") || rest.starts_with("&lt;") || rest.starts_with("&gt;") ||
                      rest.starts_with("&quot;"));
    }
  }

  void text(std::string_view text) {
    escaped(text);
    // A browser moves text out of these, so that it would stand elsewhere than in the mirror.
    if (!open_.empty() && is_one_of(open_.back(), std::array{"table"sv, "thead"sv, "tbody"sv, "tr"sv})) {
      HUBGLASS_EXPECT(text.find_first_not_of(" \n") == std::string_view::npos);
    }
  }

  [[nodiscard]] bool within(std::string_view tag) const {
    return std::find(open_.begin(), open_.end(), tag) != open_.end();
  }

  void nesting(std::string_view tag) const {
    if (is_one_of(tag, closes_paragraph)) HUBGLASS_EXPECT(!within("p"));
    if (is_one_of(tag, headings)) {
      for (const std::string_view heading : headings) HUBGLASS_EXPECT(!within(heading));
    }
    if (tag == "a" || tag == "button") HUBGLASS_EXPECT(!within("a") && !within("button"));
    const std::vector<std::string_view> parents = parents_of(tag);
    if (!parents.empty()) {
      HUBGLASS_EXPECT(!open_.empty() && std::find(parents.begin(), parents.end(), open_.back()) != parents.end());
    }
    // Tables and lists hold nothing but their parts.
    if (!open_.empty()) {
      const std::string_view parent = open_.back();
      if (parent == "ul" || parent == "ol") HUBGLASS_EXPECT(tag == "li");
      if (parent == "table") HUBGLASS_EXPECT(tag == "caption" || tag == "thead" || tag == "tbody" || tag == "tr");
      if (parent == "thead" || parent == "tbody") HUBGLASS_EXPECT(tag == "tr");
      if (parent == "tr") HUBGLASS_EXPECT(tag == "td" || tag == "th");
    }
  }

  std::string_view name() {
    const std::size_t begin = at_;
    while (at_ < html_.size() && std::string_view(" =\">/\n").find(html_[at_]) == std::string_view::npos) ++at_;
    return html_.substr(begin, at_ - begin);
  }

  void tag() {
    ++at_;
    HUBGLASS_EXPECT(at_ < html_.size());
    if (html_[at_] == '/') {
      ++at_;
      HUBGLASS_EXPECT(!open_.empty() && name() == open_.back());
      HUBGLASS_EXPECT(at_ < html_.size() && html_[at_] == '>');
      ++at_;
      open_.pop_back();
      return;
    }
    const std::string_view tag = name();
    HUBGLASS_EXPECT(html::name_index(html::tag_names, tag) != html::unknown_name);
    nesting(tag);
    attributes(tag);
    if (!html::is_void_tag(tag)) open_.push_back(tag);
  }

  void attributes(std::string_view tag) {
    std::vector<std::string_view> seen;
    while (true) {
      HUBGLASS_EXPECT(at_ < html_.size());
      if (html_[at_] == '>') {
        ++at_;
        return;
      }
      HUBGLASS_EXPECT(html_[at_] == ' ');
      ++at_;
      const std::string_view key = name();
      HUBGLASS_EXPECT(html::name_index(html::attribute_names, key) != html::unknown_name);
      HUBGLASS_EXPECT(std::find(seen.begin(), seen.end(), key) == seen.end());
      seen.push_back(key);
      HUBGLASS_EXPECT(html_.substr(at_, 2) == "=\"");
      at_ += 2;
      const std::size_t end = html_.find('"', at_);
      HUBGLASS_EXPECT(end != std::string_view::npos);
      value(tag, key, html_.substr(at_, end - at_));
      at_ = end + 1;
    }
  }

  void value(std::string_view tag, std::string_view key, std::string_view value) {
    escaped(value);
    if (key == "id") {
      HUBGLASS_EXPECT(!value.empty() && value.find_first_of(" \t\n") == std::string_view::npos);
      HUBGLASS_EXPECT(ids_.insert(std::string(value)).second);
    }
    if (key == "href") HUBGLASS_EXPECT(tag == "a" && harmless_link(value));
    if (key == "src" || key == "srcset") HUBGLASS_EXPECT(tag == "img" && harmless_image(value));
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::vector<std::string_view> open_;
  std::unordered_set<std::string> ids_;
};

}  // namespace

void check_html(std::string_view html) {
  Checker(html).run();
}

}  // namespace hubglass::fuzz
