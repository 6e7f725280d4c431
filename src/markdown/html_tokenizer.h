#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hubglass::markdown {

struct HtmlAttribute {
  std::string_view name;   ///< as written
  std::string_view value;  ///< entities not yet decoded
};

struct HtmlToken {
  enum class Kind : std::uint8_t { text, start_tag, end_tag, comment, declaration };
  Kind kind = Kind::text;
  std::size_t begin = 0;  ///< offset in the text
  std::string_view raw;
  std::string_view name;
  std::vector<HtmlAttribute> attributes;

  /// The value of an attribute (name in lower case), or nullptr.
  [[nodiscard]] const HtmlAttribute* find(std::string_view attribute_name) const;
};

/// Splits raw HTML into tags, comments and text. What is no well-formed tag is text. O(n).
class HtmlTokenizer {
 public:
  explicit HtmlTokenizer(std::string_view html) : html_(html) {}
  /// False at the end.
  bool next(HtmlToken& token);

 private:
  bool read_tag(HtmlToken& token);
  bool read_attribute(std::size_t& at, HtmlToken& token) const;
  bool read_until(std::string_view end, HtmlToken& token, HtmlToken::Kind kind);

  std::string_view html_;
  std::size_t at_ = 0;
  bool no_comment_end_ = false;
};

}  // namespace hubglass::markdown
