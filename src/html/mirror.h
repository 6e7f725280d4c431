#pragma once

#include "html/html.h"

#include <vector>

namespace hubglass::html {

/// The node operations of the mirror, little endian, unaligned; TypeScript (web/mirror.ts) replays them with
/// createElement.
enum class MirrorOp : std::uint8_t {
  open = 1,       ///< u8 tag (index into mirror_tags)
  attribute = 2,  ///< u8 name (index into mirror_attributes), u32 size, bytes
  text = 3,       ///< u32 size, bytes
  close = 4,
  box = 5,  ///< f32 top, left, width, height, padding_left, padding_top, line_height, indent (see Sink::box, BlockBox)
  pin = 6,  ///< f32 fill, u8 space, f32 next_indent
  action = 7,  ///< u32 id
};

/// Tags and attributes the mirror may hold, one name a line (no line ending after the last), in index order. The two
/// sides share this list.
std::string_view mirror_tags();
std::string_view mirror_attributes();

/// Appends the operations for a Document to `bytes`. `options.geometry` places it; without it the operations describe
/// the plain page. Tags `svg` and `path` occur only when `options.icons` is given, and belong to the SVG namespace.
void write_mirror(const document::Document& document, const Options& options, std::vector<std::uint8_t>& bytes);

}  // namespace hubglass::html
