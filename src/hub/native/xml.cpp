#include "hub/native/xml.h"

#include <expat.h>

#include <algorithm>
#include <limits>
#include <memory>

namespace hubglass::hub {

namespace {

constexpr XML_Char separator = '\n';  // no address and no name holds one
constexpr std::size_t most_depth = 256;
constexpr std::size_t most_attributes = 256;

XmlName split(std::string_view text) {
  XmlName name;
  const std::size_t first = text.find(separator);
  if (first == std::string_view::npos) {
    name.local = text;
    return name;
  }
  name.space = text.substr(0, first);
  const std::size_t second = std::min(text.find(separator, first + 1), text.size());
  name.local = text.substr(first + 1, second - first - 1);
  name.prefix = text.substr(std::min(second + 1, text.size()));
  return name;
}

const char* sentence_of(XML_Error error) {
  switch (error) {
    case XML_ERROR_NO_ELEMENTS:
    case XML_ERROR_UNCLOSED_TOKEN:
    case XML_ERROR_PARTIAL_CHAR:
      return "ends before its last element is closed";
    case XML_ERROR_TAG_MISMATCH:
      return "closes an element that is not open";
    case XML_ERROR_DUPLICATE_ATTRIBUTE:
      return "has an element with the same attribute twice";
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
      return "has more than one outermost element, or text outside of it";
    case XML_ERROR_UNDEFINED_ENTITY:
      return "uses an entity that XML does not know";
    case XML_ERROR_BAD_CHAR_REF:
      return "refers to a character that XML does not allow";
    case XML_ERROR_UNKNOWN_ENCODING:
    case XML_ERROR_INCORRECT_ENCODING:
      return "is not saved as UTF-8";
    case XML_ERROR_UNCLOSED_CDATA_SECTION:
      return "has a CDATA section without an end";
    case XML_ERROR_MISPLACED_XML_PI:
      return "has something before its <?xml …?>, which must come first";
    case XML_ERROR_UNBOUND_PREFIX:
      return "uses a prefix without its xmlns";
    case XML_ERROR_NO_MEMORY:
      return "is too large for the memory";
    default:
      return "is not well-formed XML: a character that is not allowed, a quote or a bracket too many or too few";
  }
}

class XmlReader {
 public:
  XmlReader(std::string_view source, const XmlHandlers& handlers)
      : source_(source), handlers_(handlers), parser_(XML_ParserCreateNS(nullptr, separator)) {}

  Result<void> read() {
    XML_Parser parser = parser_.get();
    if (parser == nullptr || source_.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
      return fail(ErrorCode::image_malformed, sentence_of(XML_ERROR_NO_MEMORY), "1");
    }
    // Offsets and addresses are written into the file as single bytes.
    if (source_.find('\0') != std::string_view::npos) {
      return fail(ErrorCode::image_malformed, "is not saved as UTF-8", "1");
    }
    XML_SetUserData(parser, this);
    XML_SetReturnNSTriplet(parser, 1);
    XML_SetElementHandler(parser, on_open, on_close);
    XML_SetCharacterDataHandler(parser, on_text);
    XML_SetProcessingInstructionHandler(parser, on_instruction);
    XML_SetStartNamespaceDeclHandler(parser, on_namespace);
    XML_SetStartDoctypeDeclHandler(parser, on_doctype);
    XML_SetSkippedEntityHandler(parser, on_skipped_entity);
    if (XML_Parse(parser, source_.data(), static_cast<int>(source_.size()), XML_TRUE) == XML_STATUS_OK) return {};
    if (problem_ == nullptr) stop(sentence_of(XML_GetErrorCode(parser)));
    return fail(ErrorCode::image_malformed, problem_, std::to_string(line_));
  }

 private:
  struct Free {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };

  static XmlReader& self(void* data) { return *static_cast<XmlReader*>(data); }

  /// Some handlers are called once more after the parser was stopped.
  template <typename Call>
  static void tell(void* data, Call&& call) {
    XmlReader& reader = self(data);
    if (reader.problem_ != nullptr) return;
    if (const char* problem = call(reader)) {
      reader.stop(problem);
      XML_StopParser(reader.parser_.get(), XML_FALSE);
    }
  }

  void stop(const char* problem) {
    problem_ = problem;
    line_ = XML_GetCurrentLineNumber(parser_.get());
  }

  static void on_open(void* data, const XML_Char* name, const XML_Char** attributes) {
    tell(data, [&](XmlReader& reader) { return reader.open(name, attributes); });
  }

  const char* open(const XML_Char* name, const XML_Char** attributes) {
    if (++depth_ > most_depth) return "nests its elements too deeply";
    XmlElement element;
    element.name = split(name);
    element.declared.swap(declared_);
    element.begin = static_cast<std::size_t>(XML_GetCurrentByteIndex(parser_.get()));
    element.end = element.begin + static_cast<std::size_t>(XML_GetCurrentByteCount(parser_.get()));
    for (; *attributes != nullptr; attributes += 2) {
      element.attributes.push_back({split(attributes[0]), attributes[1]});
    }
    if (element.attributes.size() > most_attributes) return "has an element with too many attributes";
    return handlers_.open ? handlers_.open(element) : nullptr;
  }

  static void on_close(void* data, const XML_Char* name) {
    tell(data, [&](XmlReader& reader) {
      --reader.depth_;
      return reader.handlers_.close ? reader.handlers_.close(split(name)) : nullptr;
    });
  }

  static void on_text(void* data, const XML_Char* text, int size) {
    tell(data, [&](XmlReader& reader) {
      return reader.handlers_.text ? reader.handlers_.text({text, static_cast<std::size_t>(size)}) : nullptr;
    });
  }

  static void on_instruction(void* data, const XML_Char* target, const XML_Char* /*content*/) {
    tell(data, [&](XmlReader& reader) {
      return reader.handlers_.instruction ? reader.handlers_.instruction(target) : nullptr;
    });
  }

  static void on_namespace(void* data, const XML_Char* prefix, const XML_Char* address) {
    self(data).declared_.emplace_back(prefix != nullptr ? prefix : "", address != nullptr ? address : "");
  }

  static void on_doctype(void* data, const XML_Char* /*name*/, const XML_Char* /*system*/,
                         const XML_Char* /*public_id*/, int has_internal_subset) {
    tell(data, [&](XmlReader&) {
      return has_internal_subset != 0 ? "brings a document type of its own; save it as plain SVG, without entities"
                                      : nullptr;
    });
  }

  /// Where a document type is only named, expat leaves out what that might have defined.
  static void on_skipped_entity(void* data, const XML_Char* /*name*/, int /*is_parameter*/) {
    tell(data, [](XmlReader&) { return sentence_of(XML_ERROR_UNDEFINED_ENTITY); });
  }

  std::string_view source_;
  const XmlHandlers& handlers_;
  std::unique_ptr<XML_ParserStruct, Free> parser_;
  std::vector<std::pair<std::string, std::string>> declared_;
  std::size_t depth_ = 0;
  const char* problem_ = nullptr;
  std::size_t line_ = 1;
};

}  // namespace

Result<void> read_xml(std::string_view source, const XmlHandlers& handlers) {
  return XmlReader(source, handlers).read();
}

}  // namespace hubglass::hub
