#include "layout/placer.h"

#include "layout/builtin_icons.h"
#include "layout/variants.h"

#include <algorithm>

namespace hubglass::layout {

namespace {

using document::Block;
using document::InlineKind;
using document::none;
using document::Role;

bool is_leaf(Flow flow) {
  return flow == Flow::leaf || flow == Flow::tile;
}

Colour shifted(Colour first, unsigned steps) {
  return static_cast<Colour>(static_cast<unsigned>(first) + steps);
}

}  // namespace

Placer::Placer(const document::Document& document, const Theme& theme, Measurer& measurer, Region region,
               float viewport, DisplayList& list, html::Geometry& geometry)
    : document_(document),
      theme_(theme),
      measurer_(measurer),
      region_(region),
      viewport_(viewport),
      phone_(viewport < phone_width),
      list_(list),
      geometry_(geometry),
      words_(measurer),
      breaker_(measurer),
      leaf_numbers_(document.blocks.size(), none) {
  pool_.joins = measurer.engine().joins();
}

TextContext Placer::enter(Index index, const BoxStyle& style, const TextContext& outer) const {
  const Block& block = document_.blocks[index];
  TextContext context = outer;
  if (style.text != inherited_role) {
    context.role = style.text;
  }
  context.bold = outer.bold || style.bold;
  if (style.colour != Colour::none) {
    context.colour = style.colour;
  }
  if (style.links != LinkLook::inherit) {
    context.links = style.links;
  }
  if (block.accent != 0) {
    context.accent = block.accent;
  }
  if (block.role == Role::admonition || block.role == Role::details) {
    context.variant = variant_of(document_.view(block.variant));
  }
  if (style.align != document::Align::none) {
    context.align = style.align;
  }
  if (block.align != document::Align::none) {
    context.align = block.align;
  }
  return context;
}

Colour Placer::resolve(Colour colour, const TextContext& context) const {
  const bool clustered = context.accent >= 1 && context.accent <= 6;
  if (colour == own_accent) {
    return clustered ? shifted(Colour::cluster_1, context.accent - 1u) : Colour::accent;
  }
  if (colour == own_accent_tint) {
    return clustered ? shifted(Colour::cluster_1_tint, context.accent - 1u) : Colour::accent_tint;
  }
  if (colour == own_variant) {
    return shifted(Colour::note, context.variant);
  }
  if (colour == own_variant_tint) {
    return shifted(Colour::note_tint, context.variant);
  }
  return colour;
}

/// The menu button has no work where the navigation column is always there; the language switch stands in the header
/// or, where that is too narrow (or the languages are too many), in the navigation.
bool Placer::hidden(Index index, Look look) const {
  if (look == Look::languages) {
    return viewport_ < theme_.frame.languages_width;
  }
  if (look == Look::languages_drawer) {
    return viewport_ >= theme_.frame.languages_width && !document_.blocks[index].open;
  }
  if (look != Look::control || viewport_ < theme_.frame.wide_width) {
    return false;
  }
  const Index first = document_.blocks[index].first_inline;
  return first != none && document_.inlines[first].kind == InlineKind::button &&
         document_.view(document_.inlines[first].text) == "menu";
}

bool Placer::shows_content(Index index) const {
  const Block& block = document_.blocks[index];
  return block.role != Role::details || block.open;
}

void Placer::prepare(Index index, const TextContext& outer) {
  const Look block_look = look(index);
  if (hidden(index, block_look)) {
    return;
  }
  const BoxStyle& block_style = style(block_look);
  const TextContext context = enter(index, block_style, outer);
  if (is_leaf(block_style.flow)) {
    leaf_numbers_[index] = static_cast<std::uint32_t>(pool_.leaves.size());
    pool_.leaves.push_back(flatten(document_, index, block_look, context, pool_));
    words_.find(pool_, pool_.leaves.back());
    return;
  }
  const bool all = shows_content(index);
  for (Index child = document_.blocks[index].first_child; child != none; child = document_.blocks[child].next) {
    if (all || document_.blocks[child].role == Role::summary) {
      prepare(child, context);
    }
  }
}

const LeafText* Placer::leaf_of(Index block) const {
  const std::uint32_t number = leaf_numbers_[block];
  return number == none ? nullptr : &pool_.leaves[number];
}

void Placer::forget_text() {
  for (const LeafText& leaf : pool_.leaves) {
    leaf_numbers_[leaf.block] = none;
  }
  pool_.clear();
}

Placer::Mark Placer::mark() const {
  return {static_cast<std::uint32_t>(list_.items.size()), static_cast<std::uint32_t>(lines_.size()),
          static_cast<std::uint32_t>(box_areas_.size()), static_cast<std::uint32_t>(list_.cards.size())};
}

void Placer::shift(const Mark& from, const Mark& to, float dy) {
  for (std::uint32_t i = from.items; i < to.items; ++i) {
    list_.items[i].box.y += dy;
    list_.items[i].baseline += dy;
  }
  for (std::uint32_t i = from.lines; i < to.lines; ++i) {
    lines_[i].y += dy;
  }
  for (std::uint32_t i = from.areas; i < to.areas; ++i) {
    box_areas_[i].area.box.y += dy;
  }
  for (std::uint32_t i = from.cards; i < to.cards; ++i) {
    list_.cards[i].box.y += dy;
  }
}

void Placer::shift_boxes(Index block, float dy) {
  document::visit_blocks(document_, block, [&](Index index, int) { geometry_.boxes[index].y += dy; });
}

document::Text Placer::store(std::string_view text) {
  const document::Text range{static_cast<std::uint32_t>(list_.text.size()), static_cast<std::uint32_t>(text.size())};
  list_.text.append(text);
  return range;
}

std::uint32_t Placer::add_item(ItemKind kind, const Rect& box, Colour colour, float radius) {
  Item item;
  item.kind = kind;
  item.box = box;
  item.colour = colour;
  item.radius = radius;
  item.card = card_;
  list_.items.push_back(item);
  return static_cast<std::uint32_t>(list_.items.size() - 1);
}

void Placer::add_icon(std::string_view name, const Rect& box, Colour colour, ActionId action) {
  const std::uint32_t item = add_item(ItemKind::icon, box, colour);
  list_.items[item].text = store(name);
  list_.items[item].action = action;
}

void Placer::add_box_area(const Rect& box, float radius, ActionId action) {
  if (action != 0) {
    box_areas_.push_back({Area{action, box, radius, card_}, static_cast<std::uint32_t>(lines_.size())});
  }
}

Placer::Decoration Placer::decorate(const BoxStyle& block_style, const TextContext& context, const Rect& box) {
  Decoration decoration{static_cast<std::uint32_t>(list_.items.size()), 0};
  const float radius = std::min(block_style.radius, 999.0F);
  if (block_style.shadow) {
    add_item(ItemKind::shadow, box, Colour::shadow, radius);
  }
  if (block_style.background != Colour::none) {
    add_item(ItemKind::fill, box, resolve(block_style.background, context), radius);
  }
  const Edges& border = block_style.border;
  const Colour colour = resolve(block_style.border_colour, context);
  if (border.top > 0 && border.left > 0) {
    add_item(ItemKind::border, box, colour, radius);
  } else if (border.left > 1) {
    add_item(ItemKind::fill, {box.x, box.y, border.left, box.height}, colour);
  } else if (border.left > 0) {
    add_item(ItemKind::rule, {box.x, box.y, 1, box.height}, colour);
  } else if (border.top > 0) {
    add_item(ItemKind::rule, {box.x, box.y, box.width, 1}, colour);
  } else if (border.bottom > 0) {
    add_item(ItemKind::rule, {box.x, box.bottom() - 1, box.width, 1}, colour);
  }
  decoration.count = static_cast<std::uint32_t>(list_.items.size()) - decoration.first;
  return decoration;
}

/// Gives a box that was decorated before its height was known that height.
void Placer::stretch_decoration(const Decoration& decoration, const BoxStyle& block_style, float height) {
  for (std::uint32_t i = decoration.first; i < decoration.first + decoration.count; ++i) {
    Item& item = list_.items[i];
    if (item.kind == ItemKind::rule && item.box.height == 1 && item.box.width != 1) {
      if (block_style.border.bottom > 0) {
        item.box.y = decoration_top_ + height - 1;
      }
      continue;
    }
    item.box.height = height;
    if (block_style.radius > height / 2) {
      item.radius = height / 2;
    }
  }
}

float Placer::place(Index index, float x, float y, float available, const TextContext& outer) {
  const Look block_look = look(index);
  html::BlockBox& box = geometry_.boxes[index];
  if (hidden(index, block_look)) {
    return 0;
  }
  const BoxStyle& block_style = style(block_look);
  const TextContext context = enter(index, block_style, outer);
  float width = available;
  if (block_style.bleed > 0) {
    x -= block_style.bleed;
    width += 2 * block_style.bleed;
  } else if (block_style.width > 0) {
    width = block_style.width;
  } else if (block_style.fit) {
    width = std::min(natural_width(index, outer), available);
  }
  if (block_style.maximum > 0) {
    width = std::min(width, block_style.maximum);
  }
  width = std::max(0.0F, width);
  box.shown = true;
  box.x = x;
  box.y = y;
  box.width = width;

  const bool card = block_look == Look::card;
  const std::uint32_t outer_card = card_;
  if (card) {
    start_card(index, context);
  }
  const Decoration decoration = decorate(block_style, context, {x, y, width, 1});
  const Edges& border = block_style.border;
  const Edges& padding = block_style.padding;
  const Rect content{
      x + border.left + padding.left, y + border.top + padding.top,
      std::max(0.0F, width - border.left - padding.left - padding.right - border.right),
      block_style.height > 0 ? block_style.height - border.top - padding.top - padding.bottom - border.bottom : 0};
  const bool closed = !shows_content(index);
  float height = border.top + padding.top + (closed ? 0 : padding.bottom) + border.bottom +
                 place_content(index, block_look, block_style, context, content);
  if (block_style.height > 0) {
    height = block_style.height;
  }
  decoration_top_ = y;
  stretch_decoration(decoration, block_style, height);
  geometry_.boxes[index].height = height;
  if (card) {
    finish_card(outer_card, {x, y, width, height});
  }
  decoration_ = decoration;
  return height;
}

void Placer::start_card(Index index, const TextContext& context) {
  ActionId action = 0;
  document::visit_blocks(document_, index, [&](Index block, int) {
    document::visit_inlines(document_, document_.blocks[block].first_inline, [&](Index node) {
      const document::Inline& inline_node = document_.inlines[node];
      if (inline_node.kind == InlineKind::link && document_.links[inline_node.detail].covers_card &&
          leads_somewhere(document_, document_.links[inline_node.detail])) {
        action = inline_action + node;
      }
    });
  });
  if (action == 0) {
    card_ = 0;
    return;
  }
  list_.cards.push_back({{}, action, context.accent});
  card_ = static_cast<std::uint32_t>(list_.cards.size());
}

void Placer::finish_card(std::uint32_t outer_card, const Rect& box) {
  if (card_ != 0 && card_ != outer_card) {
    list_.cards[card_ - 1].box = box;
  }
  card_ = outer_card;
}

float Placer::place_content(Index index, Look block_look, const BoxStyle& block_style, const TextContext& context,
                            const Rect& content) {
  const Rect box{geometry_.boxes[index].x, geometry_.boxes[index].y, geometry_.boxes[index].width, 0};
  switch (block_style.flow) {
    case Flow::row:
      return place_row(index, block_style, context, content);
    case Flow::wrap:
      return place_wrap(index, context, content);
    case Flow::grid:
      return place_grid(index, block_style, context, content);
    case Flow::table:
      return place_table(index, context, content);
    case Flow::table_row:
      return place_table_row(index, context, content);
    case Flow::leaf:
      return place_leaf(index, block_look, block_style, context, content);
    case Flow::tile:
      place_tile(index, block_look, block_style, context, {box.x, box.y, block_style.width, block_style.height});
      return 0;
    case Flow::code:
      return place_code(index, context, content);
    case Flow::rule:
      return 0;
    case Flow::stack:
      break;
  }
  float x = content.x;
  float width = content.width;
  if (block_look == Look::breadcrumb_item && !is_first(index)) {
    add_icon(icon_chevron_right,
             {x + (separator_width - separator_side) / 2,
              content.y + style(Look::breadcrumb_entry).padding.top +
                  (line_height(theme_, context.role) - separator_side) / 2,
              separator_side, separator_side},
             Colour::muted, 0);
    x += separator_width;
    width = std::max(0.0F, width - separator_width);
  }
  if (block_look == Look::list_item || block_look == Look::tight_item) {
    place_marker(index, context, content.x, content.y);
  }
  return place_stack(index, context, x, content.y, width);
}

bool Placer::is_first(Index index) const {
  const Index parent = document_.blocks[index].parent;
  return parent == none || document_.blocks[parent].first_child == index;
}

float Placer::place_stack(Index index, const TextContext& context, float x, float y, float width) {
  const bool all = shows_content(index);
  float bottom = y;
  Index previous = none;
  std::uint32_t number = document_.blocks[index].start;
  for (Index child = document_.blocks[index].first_child; child != none; child = document_.blocks[child].next) {
    if (!all && document_.blocks[child].role != Role::summary) {
      continue;
    }
    const Look child_look = look(child);
    bottom += gap(child, previous, child_look);
    if (style(child_look).at_bottom && bottom_block_ == none) {
      bottom_block_ = child;
      bottom_mark_ = mark();
    }
    item_number_ = number++;
    bottom += place(child, x, bottom, width, context);
    previous = child;
  }
  return bottom - y;
}

}  // namespace hubglass::layout
