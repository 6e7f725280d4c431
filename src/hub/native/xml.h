#pragma once

#include "document/result.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// XML as a browser reads it, by expat: only what is well-formed, with its namespaces bound, in UTF-8, ISO-8859-1 or
/// US-ASCII. A document type may be named, but not be brought along, so there are no entities but XML's own five.
namespace hubglass::hub {

struct XmlName {
  std::string_view space;  ///< the namespace's address; empty when in none
  std::string_view local;
  std::string_view prefix;
};

struct XmlAttribute {
  XmlName name;
  std::string_view value;  ///< references decoded, UTF-8
};

/// A start tag. Its views are valid only while its handler runs.
struct XmlElement {
  XmlName name;
  std::vector<XmlAttribute> attributes;
  std::vector<std::pair<std::string, std::string>> declared;  ///< prefixes that it binds, and to which address
  std::size_t begin = 0;                                      ///< offsets of the tag in the source
  std::size_t end = 0;
};

/// What is told of a document, in its order. Each may return the rest of a sentence about what is wrong, which ends the
/// reading; nothing when all is well. Those that are left empty are not called.
struct XmlHandlers {
  std::function<const char*(const XmlElement&)> open;
  std::function<const char*(const XmlName&)> close;
  std::function<const char*(std::string_view)> text;         ///< may come in pieces; CDATA sections as well
  std::function<const char*(std::string_view)> instruction;  ///< a processing instruction's target
};

/// Reads a document to its end, in time and memory that are linear in its size. Fails with image_malformed, the rest of
/// a sentence ("holds …") as the message, and the line as `where`.
Result<void> read_xml(std::string_view source, const XmlHandlers& handlers);

}  // namespace hubglass::hub
