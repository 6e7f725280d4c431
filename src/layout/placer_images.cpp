#include "layout/placer.h"

#include <algorithm>

namespace hubglass::layout {

namespace {

using document::Align;
using document::Inline;
using document::InlineKind;

constexpr float figure_radius = 8;

}  // namespace

void Placer::add_image(Index node, const Rect& box, float radius, ActionId action) {
  const document::Image& image = document_.images[document_.inlines[node].detail];
  const std::uint32_t item = add_item(ItemKind::image, box, Colour::none, radius);
  list_.items[item].transparent = image.transparent;
  list_.items[item].text = store(document_.view(image.source));
  list_.items[item].action = action;
}

/// An image that stands alone; 0 when there is none to show (then its alternative text stands there).
float Placer::place_figure(const LeafText& leaf, const TextContext& context, const Rect& content) {
  if (leaf.element_end != leaf.element_begin + 1 || pool_.elements[leaf.element_begin].kind != ElementKind::atom) {
    return 0;
  }
  const Element& element = pool_.elements[leaf.element_begin];
  const Inline& node = document_.inlines[element.node];
  if (node.kind != InlineKind::image) {
    return 0;
  }
  const document::Image& image = document_.images[node.detail];
  const ImageSize size = image_size(image, content.width);
  const Align align = image.align != Align::none ? image.align : context.align;
  const float spare = content.width - size.width;
  const float x = content.x + (align == Align::centre ? spare / 2 : align == Align::right ? spare : 0);
  const Rect box{x, content.y, size.width, size.height};
  const ActionId action = pool_.inks[element.ink].action;
  add_image(element.node, box, figure_radius, action);
  add_box_area(box, figure_radius, action);
  return size.height;
}

void Placer::place_tile(Index index, Look block_look, const BoxStyle& block_style, const TextContext& context,
                        const Rect& box) {
  const LeafText* leaf = leaf_of(index);
  if (leaf == nullptr) {
    return;
  }
  const ActionId action = leaf->first_action;
  if (block_look == Look::control) {
    add_box_area(box, block_style.radius, action);
  }
  const float inset = block_style.padding.left + block_style.border.left;
  const float inner = box.width - 2 * inset;
  for (std::uint32_t i = leaf->element_begin; i < leaf->element_end; ++i) {
    const Element& element = pool_.elements[i];
    if (element.kind != ElementKind::atom) {
      continue;
    }
    const Inline& node = document_.inlines[element.node];
    if (node.kind == InlineKind::icon) {
      const float side = block_look == Look::control ? control_icon_side : icon_box(context.role).side;
      add_icon(document_.view(node.text), {box.x + (box.width - side) / 2, box.y + (box.height - side) / 2, side, side},
               pool_.inks[element.ink].colour, action);
      return;
    }
    const document::Image& image = document_.images[node.detail];
    if (image.fills_tile()) {
      add_image(element.node, box, block_style.radius, action);
      return;
    }
    const ImageSize natural = image_size(image, 1e6F);
    const float scale = std::min(inner / natural.width, inner / natural.height);
    const float width = natural.width * scale;
    const float height = natural.height * scale;
    add_item(ItemKind::fill, box, Colour::image_plate, block_style.radius);
    add_item(ItemKind::border, box, Colour::line, block_style.radius);
    add_image(element.node, {box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height}, 0,
              action);
    return;
  }
  // A monogram.
  if (block_look == Look::mark || block_look == Look::card_mark) {
    add_item(ItemKind::fill, box, resolve(own_accent_tint, context), block_style.radius);
  }
  breaker_.break_leaf(pool_, *leaf, inner, false, ranges_);
  TextContext centred = context;
  centred.align = Align::centre;
  const LeafFrame frame = leaf_frame(centred, box.x + inset, box.right() - inset);
  const float top = box.y + (box.height - frame.line_height * static_cast<float>(ranges_.size())) / 2;
  geometry_.boxes[index].line_height = frame.line_height;
  geometry_.boxes[index].padding_left = inset;
  geometry_.boxes[index].padding_top = top - box.y;
  place_lines(*leaf, frame, top);
}

}  // namespace hubglass::layout
