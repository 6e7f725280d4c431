#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hubglass::site {

struct XmlAttribute {
  std::string_view name;
  std::string value;      ///< references decoded
  std::size_t begin = 0;  ///< offsets of the whole attribute in the source, from its name to its closing quote
  std::size_t end = 0;
};

/// One token of an XML document.
struct XmlToken {
  enum class Kind { open, close, empty, text, instruction, doctype, end, error } kind = Kind::end;
  std::string_view name;                 ///< of an element or instruction
  std::vector<XmlAttribute> attributes;  ///< open, empty
  std::string text;                      ///< text and CDATA, references decoded; doctype and instruction: as written
  const char* problem = "";              ///< error: what is wrong
  std::size_t offset = 0;                ///< where it begins
  std::size_t name_end = 0;              ///< open, empty: offset after the name
};

/// Splits an XML document into tokens, in O(size). It knows the five named references and character references, so that
/// nothing hides behind one; any other reference is an error, as only a DTD could define it. Comments are skipped.
class XmlScanner {
 public:
  explicit XmlScanner(std::string_view source) : source_(source) {}
  XmlToken next();
  [[nodiscard]] std::size_t line_of(std::size_t offset) const;

 private:
  XmlToken error(const char* problem);
  XmlToken markup();
  XmlToken element();
  bool attribute(XmlToken& token);
  void skip_blanks();
  std::string_view name();
  bool decode(std::string_view raw, std::string& out);

  std::string_view source_;
  std::size_t at_ = 0;
  const char* problem_ = "";
};

}  // namespace hubglass::site
