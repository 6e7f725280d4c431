// A page laid out: two bytes say how wide and in what steps, the rest is its Markdown. Display list, the mirror's
// geometry and its operations.

#include "layout/layout.h"
#include "fuzz/support/expect.h"
#include "fuzz/support/input.h"
#include "html/mirror.h"
#include "layout/fixed_text_engine.h"
#include "markdown/markdown.h"

#include <cmath>
#include <limits>
#include <vector>

namespace {

using namespace hubglass;

bool sound(const layout::Rect& box) {
  return std::isfinite(box.x) && std::isfinite(box.y) && std::isfinite(box.width) && std::isfinite(box.height) &&
         box.width >= 0 && box.height >= 0;
}

void check_list(const layout::DisplayList& list) {
  HUBGLASS_EXPECT(std::isfinite(list.height) && list.height >= 0);
  for (const layout::Item& item : list.items) {
    HUBGLASS_EXPECT(sound(item.box));
    HUBGLASS_EXPECT(std::uint64_t{item.text.begin} + item.text.size <= list.text.size());
    HUBGLASS_EXPECT(item.card <= list.cards.size() && item.colour < layout::Colour::count);
  }
  for (const layout::Area& area : list.areas) {
    HUBGLASS_EXPECT(sound(area.box) && area.action != 0 && area.card <= list.cards.size());
  }
  std::uint32_t next = 0;
  for (const layout::Chunk& chunk : list.chunks) {
    HUBGLASS_EXPECT(chunk.first == next && chunk.count > 0 && chunk.count <= 64);
    next += chunk.count;
    for (std::uint32_t i = chunk.first; i < next && i < list.items.size(); ++i) {
      HUBGLASS_EXPECT(list.items[i].box.y >= chunk.top - 64 && list.items[i].box.bottom() <= chunk.bottom + 64);
    }
  }
  HUBGLASS_EXPECT(next == list.items.size());
}

void check_geometry(const document::Document& document, const html::Geometry& geometry) {
  HUBGLASS_EXPECT(geometry.boxes.size() == document.blocks.size());
  for (const html::BlockBox& box : geometry.boxes) {
    if (!box.shown) continue;
    HUBGLASS_EXPECT(std::isfinite(box.x) && std::isfinite(box.y) && box.width >= 0 && box.height >= 0);
    HUBGLASS_EXPECT(std::uint64_t{box.first_break} + box.break_count <= geometry.breaks.size());
  }
  for (const html::LineBreak& line_break : geometry.breaks) {
    HUBGLASS_EXPECT(line_break.inline_node == document::none || line_break.inline_node < document.inlines.size());
    HUBGLASS_EXPECT(std::isfinite(line_break.fill) && std::isfinite(line_break.next_indent));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const auto width = static_cast<float>(data[0] * 6 + 1);
  const auto step = static_cast<float>(data[1] * 16 + 1);
  const auto parsed = markdown::parse(fuzz::text_of(data + 2, size - 2), "page.md");
  if (!parsed) return 0;
  const document::Document& document = parsed->document;
  const layout::Theme& theme = layout::default_theme();
  layout::FixedTextEngine engine(theme);
  layout::Layout whole(document, theme, engine, layout::Region::content, width, width);
  HUBGLASS_EXPECT(whole.advance(std::numeric_limits<float>::infinity()) && whole.complete());
  check_list(whole.list());
  check_geometry(document, whole.geometry());

  // In steps it comes to the same.
  layout::Layout stepwise(document, theme, engine, layout::Region::content, width, width);
  for (float bottom = step; !stepwise.advance(bottom); bottom += step) HUBGLASS_EXPECT(bottom < 1e7f);
  HUBGLASS_EXPECT(stepwise.list().items.size() == whole.list().items.size());
  HUBGLASS_EXPECT(stepwise.list().height == whole.list().height);

  html::Options options;
  options.mirror = true;
  options.geometry = &whole.geometry();
  std::vector<std::uint8_t> operations;
  html::write_mirror(document, options, operations);
  HUBGLASS_EXPECT(!operations.empty() || document.blocks.size() == 1);
  return 0;
}
