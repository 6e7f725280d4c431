#include "layout/builtin_icons.h"
#include "layout/placer.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hubglass::layout {

namespace {

using document::Inline;
using document::InlineKind;
using document::none;

constexpr std::array variant_icons = {icon_note, icon_tip, icon_warning, icon_danger};

bool is_button(FrameKind kind) {
  return kind == FrameKind::button || kind == FrameKind::primary_button;
}

}  // namespace

Placer::LeafFrame Placer::leaf_frame(const TextContext& context, float left, float right) {
  LeafFrame frame;
  frame.text_left = left;
  frame.text_right = right;
  frame.role = context.role;
  frame.line_height = line_height(theme_, context.role);
  frame.baseline = measurer_.engine().baseline(Style{context.role, context.bold, false, false});
  frame.align = context.align;
  return frame;
}

float Placer::place_leaf(Index index, Look block_look, const BoxStyle& block_style, const TextContext& context,
                         const Rect& content) {
  const LeafText* leaf = leaf_of(index);
  if (leaf == nullptr) {
    return 0;
  }
  html::BlockBox& box = geometry_.boxes[index];
  box.line_height = line_height(theme_, context.role);
  box.padding_left = content.x - box.x;
  box.padding_top = content.y - box.y;
  if (block_look == Look::figure) {
    const float height = place_figure(*leaf, context, content);
    if (height > 0) {
      return height;
    }
  }
  float left = content.x;
  float top = content.y;
  float least = 0;
  Rect image{};
  if (leaf->leading_image != none) {
    const document::Image& picture = document_.images[document_.inlines[leaf->leading_image].detail];
    const ImageSize natural = image_size(picture, 1e6F);
    const float widest = phone_ ? phone_brand_image_width : brand_image_width;
    const float scale = std::min(brand_image_height / natural.height, widest / natural.width);
    image = {left, top, natural.width * scale, natural.height * scale};
    left += image.width + (leaf->word_end > leaf->word_begin ? brand_gap : 0);
    least = brand_image_height;
  }
  const float right = std::max(left, content.right());
  const LeafFrame frame = leaf_frame(context, left, right);
  breaker_.break_leaf(pool_, *leaf, right - left, block_style.balanced, ranges_);
  if (block_style.lines > 0 && ranges_.size() > block_style.lines) {
    ranges_.resize(block_style.lines);
  }
  const float text_height = frame.line_height * static_cast<float>(ranges_.size());
  if (least > 0) {
    const float height = std::max(least, text_height);
    top += (height - text_height) / 2;
    image.y += (height - image.height) / 2;
    box.padding_left = left - box.x;
    box.padding_top = top - box.y;
    add_image(leaf->leading_image, image, 0, leaf->first_action);
    add_box_area(image, 4, leaf->first_action);
    place_lines(*leaf, frame, top);
    return height;
  }
  if (block_look == Look::admonition_title || block_look == Look::summary) {
    place_title_icon(index, block_look, context, {box.x, content.y, box.width, frame.line_height});
  }
  const std::size_t first_area = box_areas_.size();
  if (block_look == Look::summary) {
    add_box_area({box.x, box.y, box.width, 0}, block_style.radius, 1 + index);
  } else if (block_style.whole_area) {
    add_box_area({box.x, box.y, box.width, 0}, block_style.radius, leaf->first_action);
  }
  const bool tinted = block_look == Look::navigation_entry && is_current(*leaf);
  if (tinted) {
    add_item(ItemKind::fill, {box.x, box.y, box.width, 0}, Colour::accent_tint, block_style.radius);
  }
  const std::size_t current_item = list_.items.size() - 1;
  const float height = place_lines(*leaf, frame, top);
  const float whole = height + block_style.padding.top + block_style.padding.bottom + block_style.border.top +
                      block_style.border.bottom;
  if (box_areas_.size() > first_area) {
    box_areas_[first_area].area.box.height = whole;
  }
  if (tinted) {
    list_.items[current_item].box.height = whole;
  }
  return height;
}

bool Placer::is_current(const LeafText& leaf) const {
  if (leaf.first_action < inline_action) {
    return false;
  }
  const Inline& node = document_.inlines[leaf.first_action - inline_action];
  return node.kind == InlineKind::link && document_.links[node.detail].current;
}

void Placer::place_title_icon(Index index, Look block_look, const TextContext& context, const Rect& line) {
  const Rect box{line.x + title_icon_left, line.y + (line.height - title_icon_side) / 2, title_icon_side,
                 title_icon_side};
  if (block_look == Look::admonition_title) {
    add_icon(variant_icons[std::min<std::size_t>(context.variant, variant_icons.size() - 1)], box,
             resolve(own_variant, context), 0);
    return;
  }
  const Index details = document_.blocks[index].parent;
  const bool open = details != none && document_.blocks[details].open;
  add_icon(open ? icon_chevron_down : icon_chevron_right, box, Colour::muted, 1 + index);
}

void Placer::line_extent(const LeafText& leaf, const LeafFrame& frame, const LineRange& range, std::uint32_t element,
                         float& height, float& text_top) const {
  float raised = 0;  // buttons make a line higher on both sides
  float image = 0;
  visit_elements(pool_, element, leaf.element_end, range.begin, range.end,
                 [&](const Element& part, std::uint32_t, std::uint32_t) {
                   if (part.kind == ElementKind::atom && document_.inlines[part.node].kind == InlineKind::image) {
                     const float width = frame.text_right - frame.text_left;
                     image = std::max(image, part.width > width ? part.height * width / part.width : part.height);
                   } else if (part.kind != ElementKind::text && part.kind != ElementKind::atom) {
                     raised = std::max(raised, (part.height - frame.line_height) / 2);
                   } else if (part.kind == ElementKind::text && pool_.inks[part.ink].frame != 0 &&
                              is_button(pool_.frames[pool_.inks[part.ink].frame - 1u].kind)) {
                     raised = std::max(raised, (button_line_height - frame.line_height) / 2);
                   }
                 });
  const float text = frame.line_height + 2 * raised;
  height = std::max(text, image);
  text_top = height - text + raised;
}

float Placer::place_lines(const LeafText& leaf, const LeafFrame& frame, float y) {
  const ActionId covered = style(look(leaf.block)).whole_area ? leaf.first_action : 0;
  html::BlockBox& box = geometry_.boxes[leaf.block];
  box.first_break = static_cast<std::uint32_t>(geometry_.breaks.size());
  std::uint32_t element = leaf.element_begin;
  std::uint32_t break_before = none;
  const float top = y;
  for (std::size_t i = 0; i < ranges_.size(); ++i) {
    const LineRange& range = ranges_[i];
    Line line;
    line.first_part = static_cast<std::uint32_t>(parts_.size());
    line.left = frame.text_left;
    line.right = frame.text_right;
    line.align = frame.align;
    line.card = card_;
    line.covered = covered;
    line.first_of = i == 0 ? leaf.block : none;
    line.break_before = break_before;
    float height = frame.line_height;
    float text_top = 0;
    if (leaf.tall) {
      line_extent(leaf, frame, range, element, height, text_top);
    }
    line.y = y;
    line.height = height;
    const float baseline = y + text_top + frame.baseline;
    std::uint32_t shown_frame = 0;
    visit_elements(pool_, element, leaf.element_end, range.begin, range.end,
                   [&](const Element& part, std::uint32_t from, std::uint32_t to) {
                     const Ink& ink = pool_.inks[part.ink];
                     if (ink.frame != shown_frame) {
                       shown_frame = ink.frame;
                       if (shown_frame != 0) {
                         add_frame_part(ink, baseline);
                       }
                     }
                     if (part.kind == ElementKind::text) {
                       add_text_part(ink, std::string_view(pool_.text).substr(from, to - from), baseline, frame);
                       parts_.back().joined = part.joined && from == part.begin;
                     } else if (part.kind == ElementKind::atom) {
                       add_atom_part(part, frame, baseline, y + height);
                     } else {
                       parts_.push_back({Part::Kind::gap, 0, part.width, ink.action, ink.frame});
                     }
                   });
    if (!range.hard && range.next == range.end) {
      add_hyphen(leaf, range, baseline, frame);
    }
    line.part_count = static_cast<std::uint32_t>(parts_.size()) - line.first_part;
    if (line.part_count > 0) {
      parts_[line.first_part].joined = false;
    }
    const bool last = i + 1 == ranges_.size();
    break_before = none;
    if (!range.hard && !last) {
      break_before = static_cast<std::uint32_t>(geometry_.breaks.size());
      line.break_after = break_before;
      add_line_break(leaf, range);
    }
    lines_.push_back(line);
    y += height;
  }
  box.break_count = static_cast<std::uint32_t>(geometry_.breaks.size()) - box.first_break;
  return y - top;
}

void Placer::add_text_part(const Ink& ink, std::string_view text, float baseline, const LeafFrame& frame) {
  Item item;
  item.kind = ItemKind::text;
  item.colour = ink.colour;
  item.style = ink.style;
  item.underline = ink.underline;
  item.strike = ink.strike;
  item.dotted = ink.dotted;
  item.baseline = baseline - ink.raise;
  item.box = {0, item.baseline - frame.baseline, 0, frame.line_height};
  if (ink.style.role != frame.role || ink.style.mono) {
    item.box.y = item.baseline - measurer_.engine().baseline(ink.style);
    item.box.height = line_height(theme_, ink.style.role);
  }
  item.text = store(text);
  item.action = ink.action;
  item.card = card_;
  parts_.push_back({Part::Kind::text, static_cast<std::uint32_t>(list_.items.size()), 0, ink.action, ink.frame});
  list_.items.push_back(item);
}

/// A line that ends at a soft hyphen shows it.
void Placer::add_hyphen(const LeafText& leaf, const LineRange& range, float baseline, const LeafFrame& frame) {
  const std::string_view text = std::string_view(pool_.text).substr(range.begin, range.end - range.begin);
  if (text.size() <= soft_hyphen.size() || text.substr(text.size() - soft_hyphen.size()) != soft_hyphen) {
    return;
  }
  const auto element =
      std::lower_bound(pool_.elements.begin() + leaf.element_begin, pool_.elements.begin() + leaf.element_end,
                       range.end, [](const Element& part, std::uint32_t at) { return part.end < at; });
  add_text_part(pool_.inks[element->ink], shown_hyphen, baseline, frame);
}

void Placer::add_atom_part(const Element& element, const LeafFrame& frame, float baseline, float bottom) {
  const Ink& ink = pool_.inks[element.ink];
  const Inline& node = document_.inlines[element.node];
  const auto item = static_cast<std::uint32_t>(list_.items.size());
  float width = element.width;
  if (node.kind == InlineKind::icon) {
    const IconBox icon = icon_box(ink.style.role);
    add_icon(document_.view(node.text), {0, baseline + icon.drop - icon.side, icon.side, icon.side}, ink.colour,
             ink.action);
  } else {
    const ImageSize size =
        image_size(document_.images[node.detail], std::max(1.0F, frame.text_right - frame.text_left));
    width = size.width;
    add_image(element.node, {0, bottom - size.height, size.width, size.height}, 0, ink.action);
  }
  parts_.push_back({Part::Kind::atom, item, width, ink.action, ink.frame});
}

/// The coloured box behind inline text; its left and right edges follow in finish_line().
void Placer::add_frame_part(const Ink& ink, float baseline) {
  const FrameKind kind = pool_.frames[ink.frame - 1u].kind;
  // Glyph boxes are about this part of the size above and below the baseline in the fonts the theme names.
  const float size = font_size(theme_, ink.style);
  const float ascent = std::round(size * 0.93F);
  const float descent = std::round(size * 0.24F);
  const float padding = is_button(kind) ? 8.0F : kind == FrameKind::mark ? 1.0F : 2.0F;
  const Rect box{0, baseline - ascent - padding, 0, ascent + descent + 2 * padding};
  const float radius = is_button(kind) ? 8.0F : kind == FrameKind::mark ? 3.0F : 4.0F;
  std::uint32_t item = 0;
  if (kind == FrameKind::button || kind == FrameKind::key) {
    item = add_item(ItemKind::border, box, kind == FrameKind::key ? Colour::line : Colour::accent, radius);
  } else {
    const Colour colour = kind == FrameKind::code   ? Colour::code_background
                          : kind == FrameKind::mark ? Colour::mark_background
                                                    : Colour::accent;
    item = add_item(ItemKind::fill, box, colour, radius);
  }
  list_.items[item].action = is_button(kind) ? ink.action : 0;
  parts_.push_back({Part::Kind::frame, item, 0, ink.action, ink.frame});
}

/// Where the mirror puts the pin that ends a line.
void Placer::add_line_break(const LeafText& leaf, const LineRange& range) {
  html::LineBreak line_break;
  const auto pieces_end = pool_.pieces.begin() + leaf.piece_end;
  const auto piece_at = [&](std::uint32_t at) {
    return std::upper_bound(pool_.pieces.begin() + leaf.piece_begin, pieces_end, at,
                            [](std::uint32_t place, const Piece& piece) { return place < piece.end; });
  };
  if (range.next > range.end) {
    const auto piece = piece_at(range.end);
    line_break.inline_node = piece->node;
    line_break.offset = document_.inlines[piece->node].kind == InlineKind::soft_break
                            ? 0
                            : piece->source + (range.end - piece->begin) + 1;
    line_break.space = true;
    geometry_.breaks.push_back(line_break);
    return;
  }
  const auto breaks_end = pool_.breaks.begin() + leaf.break_end;
  const auto wbr = std::lower_bound(pool_.breaks.begin() + leaf.break_begin, breaks_end, range.end,
                                    [](const AddressBreak& place, std::uint32_t at) { return place.at < at; });
  if (wbr != breaks_end && wbr->at == range.end) {
    line_break.inline_node = wbr->node;
    geometry_.breaks.push_back(line_break);
    return;
  }
  const auto before = piece_at(range.end - 1);
  const auto after = piece_at(range.end);
  const bool inside = after == pieces_end || after->begin < range.end;
  // Behind the mark of a link there is no text of the link that could hold the pin.
  const std::uint32_t text_size = shown_text(document_, document_.inlines[before->node]).size;
  const bool text_before = text_size > 0 && (inside || before->source < text_size);
  // The padding at the end of a code span would be pushed behind a pin inside it.
  const bool before_is_code = document_.inlines[before->node].kind == InlineKind::code;
  if (after == pieces_end || (text_before && (inside || !before_is_code))) {
    line_break.inline_node = before->node;
    line_break.offset = std::min(before->source + (range.end - before->begin), text_size);
  } else {
    line_break.inline_node = after->node;
    line_break.offset = after->source;
  }
  geometry_.breaks.push_back(line_break);
}

}  // namespace hubglass::layout
