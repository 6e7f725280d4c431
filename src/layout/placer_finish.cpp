#include "layout/placer.h"

#include <algorithm>

namespace hubglass::layout {

namespace {

using document::Align;
using document::none;

}  // namespace

void Placer::finish() {
  measure_parts();
  const float* advance = advances_.data();
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
void Placer::measure_parts() {
  runs_.clear();
  const auto follows = [this](const Part* before, const Part& part) {
    if (before == nullptr || before->kind != Part::Kind::text || !part.joined) {
      return false;
    }
    const document::Text text = list_.items[before->item].text;
    return text.begin + text.size == list_.items[part.item].text.begin;
  };
  const Part* before = nullptr;
  for (const Part& part : parts_) {
    if (part.kind == Part::Kind::text) {
      const Item& item = list_.items[part.item];
      std::string_view text = std::string_view(list_.text).substr(item.text.begin, item.text.size);
      if (follows(before, part)) {
        text = {runs_.back().text.data(), runs_.back().text.size() + text.size()};
      }
      runs_.push_back({text, item.style});
    }
    before = &part;
  }
  advances_.resize(runs_.size());
  measurer_.engine().measure(runs_, advances_);
  // Backwards, so that what is subtracted is still the advance of all that stands before.
  std::size_t run = runs_.size();
  for (std::size_t i = parts_.size(); i-- > 0;) {
    if (parts_[i].kind == Part::Kind::text) {
      --run;
      if (i > 0 && follows(&parts_[i - 1], parts_[i])) {
        advances_[run] -= advances_[run - 1];
      }
    }
  }
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
  std::uint16_t frame = 0;
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
