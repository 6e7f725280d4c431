#pragma once

#include "document/document.h"

#include <cstdint>
#include <vector>

namespace hubglass::html {

using document::Index;

/// Where a laid-out block lies. px, relative to the region's origin (border box).
struct BlockBox {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
  std::uint32_t first_break = 0;  ///< into Geometry::breaks
  std::uint32_t break_count = 0;
  float padding_left = 0;  ///< from the border box to the text's left edge; leaves only
  float padding_top = 0;   ///< from the border box to the top of the first line; leaves only
  float line_height = 0;   ///< leaves only
  float indent = 0;        ///< offset of the first line's start within the text box (centred and right-aligned text)
  bool shown = false;      ///< false for blocks that layout left out (inside closed details)
};

/// A line end that layout chose inside a leaf. In order of the text.
struct LineBreak {
  /// The text, code, soft_break or wbr inline where the line ends, or the image or icon right before which it does.
  /// An image that cannot be shown is the text that stands for it: `offset` counts in its alternative text. None in a
  /// code block: `offset` then counts in its literal.
  Index inline_node = document::none;
  std::uint32_t offset = 0;  ///< byte offset in that inline's text where the next line begins (after the space)
  bool space = false;        ///< a space (the byte before `offset`, or the soft_break itself) is the pin's content
  float fill = 0;            ///< px from the end of the line's text to the text box's right edge
  float next_indent = 0;     ///< px offset of the next line's start (centred and right-aligned text)
};

/// What layout tells the mirror about one region: a box per block of the Document, and the line ends.
struct Geometry {
  std::vector<BlockBox> boxes;  ///< by block index
  std::vector<LineBreak> breaks;
  float width = 0;
  float height = 0;
};

}  // namespace hubglass::html
