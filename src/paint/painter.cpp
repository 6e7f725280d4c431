#include "paint/painter.h"

#include "layout/builtin_icons.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace hubglass::paint {

namespace {

using layout::Colour;
using layout::Item;
using layout::ItemKind;

constexpr float lift_height = 2;      // px
constexpr float shadow_blur = 14;     // px, at rest
constexpr float shadow_offset = 2;    // px, at rest
constexpr float lifted_blur = 12;     // px, added when lifted
constexpr float lifted_offset = 6;    // px, added when lifted
constexpr float ring_width = 2;       // px
constexpr float ring_offset = 2;      // px
constexpr float bar_width = 2;        // px
constexpr float overhang = 0.25F;     // em by which glyphs may leave their advance box sideways
constexpr std::uint32_t leading = 2;  // device px by which they may leave their line
constexpr float space_width = 0.3F;   // em, about
constexpr float plate_radius = 4;     // px, at least
constexpr float strike_rise = 0.28F;  // em above the baseline
constexpr float tolerance = 0.02F;    // device px; layout's sums of floats differ by less from line to line
constexpr float glyph_phases = 4;     // to a device px, horizontally
constexpr std::uint32_t enlarged_slice_width = 512;  // device px, of what is high: little is drawn that is not seen
constexpr float slack = 40;  // px around the visible part: shadows, rings and lifted cards reach out of their boxes

std::uint32_t whole_up(float value) {
  return static_cast<std::uint32_t>(std::max(0.0F, std::ceil(value - tolerance)));
}

bool same(const layout::Rect& a, const layout::Rect& b) {
  return a.x == b.x && a.y == b.y && a.width == b.width && a.height == b.height;
}

Colour cluster_colour(std::uint8_t accent) {
  return accent >= 1 && accent <= 6 ? static_cast<Colour>(static_cast<std::uint8_t>(Colour::cluster_1) + accent - 1)
                                    : Colour::accent;
}

}  // namespace

void Painter::prepare(const layout::DisplayList& list, const PaintState& state, FragmentAtlas& atlas) {
  list_ = &list;
  state_ = state;
  atlas_ = &atlas;
  origin_x_ = std::round(state.x * state.scale);
  origin_y_ = std::round(state.y * state.scale);
  commands_.clear();
  prepare_plates();
  const float top = state.visible.y - slack;
  const float bottom = state.visible.bottom() + slack;
  const float left = state.visible.x - slack;
  const float right = state.visible.right() + slack;
  for (const layout::Chunk& chunk : list.chunks) {
    if (chunk.bottom < top || chunk.top > bottom) {
      continue;
    }
    for (std::uint32_t i = chunk.first; i < chunk.first + chunk.count; ++i) {
      const Item& item = list.items[i];
      if (item.box.bottom() >= top && item.box.y <= bottom && item.box.right() >= left && item.box.x <= right) {
        prepare_item(item);
      }
    }
  }
  prepare_rings();
}

void Painter::prepare_item(const Item& item) {
  const float scale = state_.scale;
  const float raised = item.card == 0 ? 0 : lift(item.card);
  const float dy = -std::round(raised * lift_height * scale);
  const Box box = device_box(item.box).moved(0, dy);
  switch (item.kind) {
    case ItemKind::fill:
      commands_.push_back({.kind = Command::Kind::fill,
                           .radius = corners(item.box, item.radius),
                           .colour = fill_colour(item),
                           .box = box});
      return;
    case ItemKind::border:
      commands_.push_back({.kind = Command::Kind::border,
                           .radius = corners(item.box, item.radius),
                           .extent = 1,
                           .colour = border_colour(item),
                           .box = box});
      return;
    case ItemKind::shadow:
      commands_.push_back({.kind = Command::Kind::shadow,
                           .radius = corners(item.box, item.radius),
                           .extent = (shadow_blur + raised * lifted_blur) * scale,
                           .colour = colour(item.colour == Colour::none ? Colour::shadow : item.colour),
                           .box = box.moved(0, (shadow_offset + raised * lifted_offset) * scale)});
      return;
    case ItemKind::rule: {
      const bool across = item.box.width >= item.box.height;
      const Box line =
          across ? Box{box.left, box.top, box.right, box.top + 1} : Box{box.left, box.top, box.left + 1, box.bottom};
      commands_.push_back({.kind = Command::Kind::fill, .colour = colour(item.colour), .box = line});
      return;
    }
    case ItemKind::text:
      prepare_text(item, box, dy);
      return;
    case ItemKind::icon:
      prepare_icon(item, box);
      return;
    case ItemKind::image:
      prepare_picture(item, box);
      return;
  }
}

void Painter::prepare_text(const Item& item, const Box& box, float dy) {
  if (item.text.empty()) {
    return;
  }
  const float scale = state_.scale;
  const float em = layout::font_size(*state_.theme, item.style) * scale;
  // Browsers put a baseline that falls between two pixels on the upper one.
  const float baseline = origin_y_ + std::ceil(item.baseline * scale - 0.5F - tolerance) + dy;
  const Rgba ink = text_colour(item);
  const std::uint32_t side = whole_up(em * overhang);
  const std::uint32_t ascent = whole_up((item.baseline - item.box.y) * scale) + leading;
  const std::uint32_t descent = whole_up((item.box.bottom() - item.baseline) * scale) + leading;
  RasterJob job{.kind = RasterJob::Kind::text,
                .text = std::string_view(list_->text).substr(item.text.begin, item.text.size),
                .style = item.style,
                .colour = ink,
                .scale = scale,
                .height = ascent + descent,
                .origin_y = static_cast<float>(ascent)};
  // A run that follows another seldom begins on a pixel. The browser places glyphs by quarters of one, and so do we.
  const float exact = std::round((state_.x + item.box.x) * scale * glyph_phases) / glyph_phases;
  const float phase = exact - std::floor(exact);
  job.width = whole_up(item.box.width * scale + phase) + 2 * side;
  job.origin_x = static_cast<float>(side) + phase;
  prepare_texels(job, std::floor(exact) - static_cast<float>(side), baseline - static_cast<float>(ascent));
  prepare_lines(item, box, baseline, ink);
}

void Painter::prepare_texels(const RasterJob& whole, float left, float top) {
  const bool high = whole.height > FragmentAtlas::slice_height;
  const std::uint32_t widest = high ? enlarged_slice_width : FragmentAtlas::slice_width;
  // In floats: a line may be longer than any integer once it is enlarged.
  const float canvas_left = std::max(0.0F, origin_x_ + state_.visible.x * state_.scale - left);
  const float canvas_top = std::max(0.0F, origin_y_ + state_.visible.y * state_.scale - top);
  const float canvas_right = origin_x_ + state_.visible.right() * state_.scale - left;
  const float canvas_bottom = origin_y_ + state_.visible.bottom() * state_.scale - top;
  const auto first = [](float seen, std::uint32_t extent, std::uint32_t size) {
    return static_cast<std::uint32_t>(std::min(seen, static_cast<float>(extent))) / size * size;
  };
  RasterJob job = whole;
  for (std::uint32_t y = first(canvas_top, whole.height, FragmentAtlas::slice_height);
       y < whole.height && static_cast<float>(y) <= canvas_bottom; y += FragmentAtlas::slice_height) {
    job.height = std::min(FragmentAtlas::slice_height, whole.height - y);
    job.origin_y = whole.origin_y - static_cast<float>(y);
    for (std::uint32_t x = first(canvas_left, whole.width, widest);
         x < whole.width && static_cast<float>(x) <= canvas_right; x += widest) {
      job.width = std::min(widest, whole.width - x);
      job.origin_x = whole.origin_x - static_cast<float>(x);
      const Box box{left + static_cast<float>(x), top + static_cast<float>(y), left + static_cast<float>(x + job.width),
                    top + static_cast<float>(y + job.height)};
      commands_.push_back({.kind = Command::Kind::texels, .box = box, .source = atlas_->request(job)});
    }
  }
}

void Painter::prepare_lines(const Item& item, const Box& box, float baseline, Rgba ink) {
  const bool hovered = item.action != 0 && item.action == state_.hovered && state_.hover_look == HoverLook::underline;
  if (!item.underline && !item.strike && !item.dotted && !hovered) {
    return;
  }
  // What is underlined anyway shows the pointer by a thicker line.
  const float strength = item.underline && hovered ? 2 : 1;
  const float thickness = std::max(1.0F, std::round(layout::underline_thickness * strength * state_.scale));
  // Under the pointer a line begins with the words: a space after an icon would be a stub of its own.
  const bool indented = hovered && !item.underline && list_->text[item.text.begin] == ' ';
  const float em = layout::font_size(*state_.theme, item.style) * state_.scale;
  const float left = std::min(box.left + (indented ? std::round(em * space_width) : 0), box.right);
  const auto line = [&](float y) {
    commands_.push_back({.kind = Command::Kind::fill, .colour = ink, .box = {left, y, box.right, y + thickness}});
  };
  if (item.underline || hovered) {
    line(baseline + std::round(layout::underline_offset * state_.scale));
  }
  if (item.dotted && !item.underline && !hovered) {
    const float y = baseline + std::round(layout::underline_offset * state_.scale);
    // Only the dots that can be seen: a word may be wider than any screen.
    const float hidden = std::max(0.0F, origin_x_ + state_.visible.x * state_.scale - left);
    const float first = left + std::floor(hidden / (2 * thickness)) * 2 * thickness;
    const float end = std::min(box.right, origin_x_ + state_.visible.right() * state_.scale);
    commands_.push_back(
        {.kind = Command::Kind::dots, .colour = colour(Colour::muted), .box = {first, y, end, y + thickness}});
  }
  if (item.strike) {
    line(baseline - std::round(em * strike_rise));
  }
}

void Painter::prepare_icon(const Item& item, const Box& box) {
  const std::string_view name = std::string_view(list_->text).substr(item.text.begin, item.text.size);
  RasterJob job{.kind = RasterJob::Kind::icon,
                .colour = text_colour(item),
                .scale = state_.scale,
                .width = static_cast<std::uint32_t>(std::max(0.0F, box.width())),
                .height = static_cast<std::uint32_t>(std::max(0.0F, box.height())),
                .drawn_width = box.width(),
                .drawn_height = box.height()};
  if (const layout::BuiltinIcon* builtin = layout::find_builtin_icon(name)) {
    job.text = builtin->path;
  } else if (state_.icons != nullptr) {
    const auto found = state_.icons->find(name);
    if (found != state_.icons->end()) {
      job.text = found->second.path;
      job.view_width = found->second.width;
      job.view_height = found->second.height;
    }
  }
  if (!job.text.empty() && job.width > 0 && job.height > 0) {
    prepare_texels(job, box.left, box.top);
  }
}

void Painter::prepare_picture(const Item& item, const Box& box) {
  if (box.width() < 1 || box.height() < 1) {
    return;
  }
  const float radius = corners(item.box, item.radius);
  if (item.transparent && state_.dark) {
    commands_.push_back({.kind = Command::Kind::fill,
                         .radius = std::max(radius, plate_radius * state_.scale),
                         .colour = colour(Colour::image_plate),
                         .box = box});
  }
  commands_.push_back({.kind = Command::Kind::picture,
                       .radius = radius,
                       .colour = item.transparent ? 0 : colour(Colour::sunken),
                       .box = box,
                       .source = static_cast<std::uint32_t>(&item - list_->items.data())});
}

void Painter::prepare_plates() {
  for (const std::uint32_t index : state_.visible_areas) {
    const layout::Area& area = list_->areas[index];
    if (area.action == 0) {
      continue;
    }
    if (area.action == state_.hovered && state_.hover_look == HoverLook::plate && area.radius > 0) {
      const float strength = area.action == state_.pressed ? 0.14F : 0.07F;
      commands_.push_back({.kind = Command::Kind::fill,
                           .radius = corners(area.box, area.radius),
                           .colour = with_alpha(colour(Colour::text), strength),
                           .box = device_box(area.box)});
    }
    if (area.action == state_.current) {
      const Box box = device_box(area.box);
      const float width = std::max(1.0F, std::round(bar_width * state_.scale));
      commands_.push_back({.kind = Command::Kind::fill,
                           .colour = colour(Colour::accent),
                           .box = {origin_x_, box.top, origin_x_ + width, box.bottom}});
    }
  }
}

void Painter::prepare_rings() {
  if (state_.focused == 0) {
    return;
  }
  const float scale = state_.scale;
  const float thickness = std::max(1.0F, std::round(ring_width * scale));
  const float reach = std::round(ring_offset * scale) + thickness;
  const auto ring = [&](const layout::Rect& rect, float radius, float dy) {
    commands_.push_back({.kind = Command::Kind::border,
                         .radius = std::max(corners(rect, radius), 2 * scale) + reach,
                         .extent = thickness,
                         .colour = colour(Colour::accent),
                         .box = device_box(rect).moved(0, dy).grown(reach)});
  };
  for (const std::uint32_t index : state_.visible_areas) {
    const layout::Area& area = list_->areas[index];
    if (area.action != state_.focused) {
      continue;
    }
    const float dy = area.card == 0 ? 0 : -std::round(lift(area.card) * lift_height * scale);
    if (area.card != 0 && list_->cards[area.card - 1].action == area.action) {
      ring(list_->cards[area.card - 1].box, std::max(area.radius, 12.0F), dy);
      return;
    }
    ring(area.box, area.radius, dy);
  }
}

float Painter::corners(const layout::Rect& box, float radius) const {
  const float most = std::min(box.width, box.height) / 2;
  const bool round = radius >= most;
  return (round ? radius : std::min(radius * state_.theme->rounding, most)) * state_.scale;
}

Box Painter::device_box(const layout::Rect& rect) const {
  const float scale = state_.scale;
  return {origin_x_ + std::round(rect.x * scale), origin_y_ + std::round(rect.y * scale),
          origin_x_ + std::round(rect.right() * scale), origin_y_ + std::round(rect.bottom() * scale)};
}

Rgba Painter::colour(Colour colour) const {
  return colour == Colour::none ? 0 : colour_of(*state_.theme, state_.dark, colour);
}

Rgba Painter::text_colour(const Item& item) const {
  const bool live = item.action != 0 && (item.action == state_.current ||
                                         (item.action == state_.hovered && state_.hover_look == HoverLook::accent));
  return colour(live ? Colour::accent : item.colour);
}

Rgba Painter::fill_colour(const Item& item) const {
  const Rgba base = colour(item.colour);
  if (item.action == 0 || item.action != state_.hovered || is_card(item)) {
    return base;
  }
  return mix(base, colour(Colour::text) | 0xFFu, item.action == state_.pressed ? 0.22F : 0.1F);
}

Rgba Painter::border_colour(const Item& item) const {
  const Rgba base = colour(item.colour);
  if (!is_card(item)) {
    return base;
  }
  return mix(base, colour(cluster_colour(list_->cards[item.card - 1].accent)), lift(item.card));
}

float Painter::lift(std::uint32_t card) const {
  const auto found =
      std::find_if(state_.lifts.begin(), state_.lifts.end(), [&](const CardLift& entry) { return entry.card == card; });
  return found == state_.lifts.end() ? 0 : found->amount;
}

bool Painter::is_card(const Item& item) const {
  return item.card != 0 && same(item.box, list_->cards[item.card - 1].box);
}

void Painter::paint(ImDrawList& draw_list, const FragmentAtlas& atlas, Raster& raster) const {
  for (const Command& command : commands_) {
    switch (command.kind) {
      case Command::Kind::fill:
        fill(draw_list, command.box, command.radius, command.colour);
        break;
      case Command::Kind::dots:
        dots(draw_list, command.box, command.colour);
        break;
      case Command::Kind::border:
        border(draw_list, command.box, command.radius, command.extent, command.colour);
        break;
      case Command::Kind::shadow:
        shadow(draw_list, command.box, command.radius, command.extent, command.colour);
        break;
      case Command::Kind::texels:
        if (atlas.placed(command.source)) {
          const FragmentAtlas::Region region = atlas.region(command.source);
          texels(draw_list, command.box, region.left, region.top, region.right, region.bottom);
        }
        break;
      case Command::Kind::picture: {
        const layout::Item& item = list_->items[command.source];
        const std::string_view file = std::string_view(list_->text).substr(item.text.begin, item.text.size);
        const std::uint64_t texture = raster.image(file, static_cast<std::uint32_t>(command.box.width()),
                                                   static_cast<std::uint32_t>(command.box.height()));
        if (texture != 0) {
          picture(draw_list, command.box, command.radius, texture);
        } else {
          fill(draw_list, command.box, command.radius, command.colour);
        }
        break;
      }
    }
  }
}

}  // namespace hubglass::paint
