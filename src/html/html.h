#pragma once

#include "document/page.h"
#include "html/geometry.h"

#include <cstdint>
#include <string>
#include <string_view>

/// Document to one stream of semantic nodes, with two sinks: HTML text for static pages, node operations for the
/// mirror. Everything is escaped or length-prefixed by construction. It never measures and never reads files.
namespace hubglass::html {

/// Receives semantic nodes. Element and attribute names come from the fixed tables in html/names.h.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual void open(std::string_view tag) = 0;  ///< void elements are opened and closed, too
  virtual void attribute(std::string_view name, std::string_view value) = 0;
  virtual void text(std::string_view text) = 0;
  virtual void close() = 0;
  /// Line ending between blocks in HTML text; nothing in the mirror.
  virtual void newline() {}
  /// Raw HTML of conformance runs; nothing in the mirror.
  virtual void raw(std::string_view) {}
  /// Mirror only: the box of the block element just opened: top relative to the bottom of the previous sibling's box
  /// (or to the parent's top), left relative to the parent's left; px, border boxes.
  virtual void box(float top, float left, float width, float height, const BlockBox& block) {
    (void)top, (void)left, (void)width, (void)height, (void)block;
  }
  /// Mirror only: the line ends here. A `white-space: normal` span with `fill` px of inline-start padding, holding the
  /// space (or a <wbr> when there is none), then, if `next_indent` > 0, an empty span of that padding.
  virtual void pin(float fill, bool space, float next_indent) { (void)fill, (void)space, (void)next_indent; }
  /// Mirror only: number by which the element just opened names itself to `activate`: 1 + block index, or
  /// 0x80000000 + inline index.
  virtual void action(std::uint32_t id) { (void)id; }
};

using document::Icon;
using document::Icons;
using document::Labels;

struct Options {
  std::string_view base;               ///< put before internal routes and assets ("../../" in a static page)
  bool conformance = false;            ///< plain CommonMark HTML: no ids, no roles, no classes
  const Geometry* geometry = nullptr;  ///< given for the mirror: boxes and pins are written
  std::string_view id_prefix;    ///< put before block ids and #fragments of anchors to them (none in static pages)
  bool mirror = false;           ///< nodes for the mirror: soft breaks are spaces, explicit list and table roles
  const Icons* icons = nullptr;  ///< outlines for inline SVG; without them an icon is an empty box of its size
  Labels labels;
};

/// Writes block `block` (0 for all) of a Document to the sink.
void write(const document::Document& document, const Options& options, Sink& sink, document::Index block = 0);

/// The HTML text of a whole Document.
std::string to_html(const document::Document& document, const Options& options);

/// Escapes text for element content and double-quoted attributes.
std::string escape(std::string_view text);

}  // namespace hubglass::html
