#pragma once

#include "document/document.h"
#include "html/html.h"

#include <string>
#include <string_view>

namespace hubglass::html {

/// Builds small Documents for the tests of this folder.
struct Sample {
  document::Document document;
  document::Builder builder{document};

  document::Index block(document::Index parent, document::BlockKind kind, document::Role role = document::Role::none) {
    return builder.add_block(parent, kind, role);
  }
  document::Index paragraph(document::Index parent, std::string_view text, document::Role role = document::Role::none) {
    const document::Index index = block(parent, document::BlockKind::paragraph, role);
    builder.add_text(index, text);
    return index;
  }
  document::Index image(document::Index leaf, std::string_view source, std::string_view alternative) {
    document::Image image;
    image.source = document.store(source);
    image.alt = document.store(alternative);
    const document::Index index = builder.add_inline(leaf, document::InlineKind::image);
    document.inlines[index].detail = static_cast<document::Index>(document.images.size());
    document.images.push_back(image);
    return index;
  }
  [[nodiscard]] std::string html(Options options = {}) const { return to_html(document, options); }
};

}  // namespace hubglass::html
