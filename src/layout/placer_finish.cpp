#include "layout/placer.h"

#include <algorithm>

namespace hubglass::layout {

namespace {

using document::Align;
using document::none;

}  // namespace

void Placer::finish() {
  const float* advance = measure_parts();
  std::size_t area = 0;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    for (; area < box_areas_.size() && box_areas_[area].lines <= i; ++area) {
      list_.areas.push_back(box_areas_[area].area);
    }
    finish_line(lines_[i], advance);
  }
  for (; area < box_areas_.size(); ++area) {
    list_.areas.push_back(box_areas_[area].area);
  }
  parts_.clear();
  lines_.clear();
  box_areas_.clear();
}

/// Advances of all text parts, in order. Of parts that are shaped in one, each gets what it adds to those before it.
const float* Placer::measure_parts() {
  runs_.clear();
  const Part* before = nullptr;
  for (const Part& part : parts_) {
    if (part.kind == Part::Kind::text) {
      const Item& item = list_.items[part.item];
      const bool joined = part.joined && before != nullptr && before->kind == Part::Kind::text;
      runs_.add(std::string_view(list_.text).substr(item.text.begin, item.text.size), item.style, joined);
    }
    before = &part;
  }
  return runs_.measure(measurer_.engine()).data();
}

void Placer::finish_line(const Line& line, const float*& advance) {
  const Part* parts = parts_.data() + line.first_part;
  float width = 0;
  const float* next = advance;
  for (std::uint32_t i = 0; i < line.part_count; ++i) {
    width += parts[i].kind == Part::Kind::text ? *next++ : parts[i].width;
  }
  float x = line.left;
  if (line.align == Align::right) {
    x = std::max(line.left, line.right - width);
  } else if (line.align == Align::centre) {
    x = std::max(line.left, line.left + (line.right - line.left - width) / 2);
  }
  // A line that a pin fills starts with its indent; any other is aligned by the browser, in the mirror as in the static
  // page.
  if (line.break_after != none && line.break_before != none) {
    geometry_.breaks[line.break_before].next_indent = x - line.left;
  } else if (line.break_after != none && line.first_of != none) {
    geometry_.boxes[line.first_of].indent = x - line.left;
  }
  std::uint32_t frame_item = none;
  std::uint32_t frame = 0;
  ActionId action = 0;
  for (std::uint32_t i = 0; i < line.part_count; ++i) {
    const Part& part = parts[i];
    float part_width = part.width;
    switch (part.kind) {
      case Part::Kind::frame:
        frame_item = part.item;
        frame = part.frame;
        list_.items[part.item].box.x = x;
        continue;
      case Part::Kind::text:
        part_width = *advance++;
        list_.items[part.item].box.x = x;
        list_.items[part.item].box.width = part_width;
        break;
      case Part::Kind::atom:
        list_.items[part.item].box.x = x;
        break;
      case Part::Kind::gap:
        break;
    }
    if (frame_item != none && part.frame == frame) {
      list_.items[frame_item].box.width = x + part_width - list_.items[frame_item].box.x;
    }
    const bool own_area = part.action != 0 && part.action != line.covered;
    if (own_area && part.action == action) {
      list_.areas.back().box.width = x + part_width - list_.areas.back().box.x;
    } else if (own_area) {
      list_.areas.push_back(Area{part.action, {x, line.y, part_width, line.height}, 4, line.card});
    }
    action = part.action;
    x += part_width;
  }
  if (line.break_after != none) {
    geometry_.breaks[line.break_after].fill = std::max(0.0F, line.right - x);
  }
}

}  // namespace hubglass::layout
