#pragma once

#include "document/document.h"
#include "markdown/source.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace hubglass::markdown {

class PageParser;

/// `{ .class #id key=value key="some value" data-key }`; `id="name"` is another way to write `#name`.
struct AttributeList {
  struct Pair {
    std::string_view key;
    std::string_view value;
  };
  std::vector<std::string_view> classes;
  std::string_view id;
  std::vector<Pair> pairs;
  bool bare_keys = false;  ///< there are keys without a value, which say nothing here
  std::size_t size = 0;    ///< bytes from { to }
};

/// Reads the attribute list that `text` begins with. Size 0 when there is none: then the braces are text.
AttributeList read_attribute_list(std::string_view text);

/// Gives the attributes to an inline (image, link, icon, …) or to a block. What is not allowed is left out with a note.
void apply_to_inline(PageParser& page, document::Index node, const AttributeList& attributes, Position position);
void apply_to_block(PageParser& page, document::Index block, const AttributeList& attributes, Position position);

/// Sets what an image's attribute `key` (width, height, align, alt, title) says; false when it says nothing usable.
bool set_image_attribute(document::Document& document, document::Image& image, std::string_view key,
                         std::string_view value);

}  // namespace hubglass::markdown
