#pragma once

#include "document/document.h"
#include "layout/fixed_text_engine.h"
#include "layout/layout.h"

#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace hubglass::layout {

inline constexpr float everything = std::numeric_limits<float>::infinity();

/// A Document under construction, with `main` ready to be filled.
struct Page {
  document::Document document;
  document::Builder builder{document};
  document::Index main = builder.add_block(0, document::BlockKind::group, document::Role::main);

  document::Index block(document::Index parent, document::BlockKind kind, document::Role role = document::Role::none) {
    return builder.add_block(parent, kind, role);
  }
  document::Index group(document::Index parent, document::Role role) {
    return block(parent, document::BlockKind::group, role);
  }
  document::Index paragraph(document::Index parent, std::string_view text, document::Role role = document::Role::none) {
    const document::Index index = block(parent, document::BlockKind::paragraph, role);
    if (!text.empty()) {
      builder.add_text(index, text);
    }
    return index;
  }
  document::Index paragraph(std::string_view text) { return paragraph(main, text); }
  document::Index heading(std::uint8_t level, std::string_view text) {
    const document::Index index = block(main, document::BlockKind::heading);
    document.blocks[index].level = level;
    builder.add_text(index, text);
    return index;
  }
  document::Index link(document::Index leaf, std::string_view text) {
    builder.add_link(leaf, "https://example.org/", document::LinkKind::external, text);
    return static_cast<document::Index>(document.inlines.size() - 2);
  }
  document::Index image(document::Index leaf, float width, float height) {
    const document::Index index = builder.add_inline(leaf, document::InlineKind::image);
    document.inlines[index].detail = static_cast<document::Index>(document.images.size());
    document::Image picture;
    picture.source = document.store("assets/picture.png");
    picture.width = width;
    picture.height = height;
    document.images.push_back(picture);
    return index;
  }
};

/// A Layout with the engine it needs.
struct LaidOut {
  explicit LaidOut(const document::Document& the_document, float width = 720, float viewport = 1280,
                   Region region = Region::content)
      : document(the_document), layout(the_document, default_theme(), engine, region, width, viewport) {
    layout.advance(everything);
  }

  [[nodiscard]] const html::BlockBox& box(document::Index block) const { return layout.geometry().boxes[block]; }
  [[nodiscard]] std::string_view text(const Item& item) const {
    return std::string_view(layout.list().text).substr(item.text.begin, item.text.size);
  }
  /// The text of each line inside a block's box, top to bottom.
  [[nodiscard]] std::vector<std::string> lines(document::Index block) const;

  const document::Document& document;
  FixedTextEngine engine{default_theme()};
  Layout layout;
};

}  // namespace hubglass::layout
