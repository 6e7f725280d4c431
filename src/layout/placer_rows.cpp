#include "document/table_columns.h"
#include "layout/builtin_icons.h"
#include "layout/placer.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace hubglass::layout {

namespace {

using document::Block;
using document::BlockKind;
using document::none;
using document::Task;

float across(const Edges& edges) {
  return edges.left + edges.right;
}

}  // namespace

float Placer::natural_width(Index index, const TextContext& outer) {
  const Look block_look = look(index);
  if (hidden(index, block_look)) {
    return 0;
  }
  const BoxStyle& block_style = style(block_look);
  if (block_style.width > 0) {
    return block_style.width;
  }
  const TextContext context = enter(index, block_style, outer);
  const float edges = across(block_style.padding) + across(block_style.border);
  if (block_style.flow == Flow::leaf) {
    const LeafText* leaf = leaf_of(index);
    return edges + (leaf != nullptr ? breaker_.natural_width(pool_, *leaf) : 0);
  }
  float width = 0;
  std::size_t count = 0;
  for (Index child = document_.blocks[index].first_child; child != none; child = document_.blocks[child].next) {
    if (hidden(child, look(child))) {
      continue;
    }
    const float natural = natural_width(child, context);
    width = block_style.flow == Flow::row ? width + natural : std::max(width, natural);
    ++count;
  }
  if (block_style.flow == Flow::row && count > 1) {
    width += block_style.gap * static_cast<float>(count - 1);
  }
  if (block_look == Look::breadcrumb_item && !is_first(index)) {
    width += separator_width;
  }
  return width + edges;
}

float Placer::place_row(Index index, const BoxStyle& block_style, const TextContext& context, const Rect& content) {
  struct Entry {
    Index block = none;
    float width = 0;
    float height = 0;
    Mark from;
    Mark to;
  };
  std::vector<Entry> row;
  float left = content.width;
  std::size_t growing = 0;
  for (Index child = document_.blocks[index].first_child; child != none; child = document_.blocks[child].next) {
    if (hidden(child, look(child))) {
      continue;
    }
    Entry entry{.block = child};
    if (style(look(child)).grow) {
      ++growing;
    } else {
      entry.width = natural_width(child, context);
      left -= entry.width;
    }
    row.push_back(entry);
  }
  left -= block_style.gap * static_cast<float>(row.empty() ? 0 : row.size() - 1);
  float x = content.x;
  float height = content.height;
  for (Entry& entry : row) {
    if (style(look(entry.block)).grow) {
      entry.width = std::max(0.0F, left / static_cast<float>(growing));
    }
    entry.from = mark();
    entry.height = place(entry.block, x, content.y, entry.width, context);
    entry.to = mark();
    height = std::max(height, entry.height);
    x += entry.width + block_style.gap;
  }
  for (const Entry& entry : row) {
    const float dy = (height - entry.height) / 2;
    if (dy != 0) {
      shift(entry.from, entry.to, dy);
      shift_boxes(entry.block, dy);
    }
  }
  return height;
}

float Placer::place_wrap(Index index, const TextContext& context, const Rect& content) {
  float x = content.x;
  float y = content.y;
  float height = 0;
  for (Index child = document_.blocks[index].first_child; child != none; child = document_.blocks[child].next) {
    const float natural = std::min(natural_width(child, context), content.width);
    if (x > content.x && x + natural > content.x + content.width + 0.01F) {
      x = content.x;
      y += height;
      height = 0;
    }
    height = std::max(height, place(child, x, y, natural, context));
    x += natural;
  }
  return y + height - content.y;
}

float Placer::place_grid(Index index, const BoxStyle& block_style, const TextContext& context, const Rect& content) {
  struct Cell {
    Index block = none;
    float height = 0;
    Mark from;
    Mark to;
    Decoration decoration;
    Index bottom_block = none;
    Mark bottom_mark;
  };
  std::size_t children = 0;
  for (Index child = document_.blocks[index].first_child; child != none; child = document_.blocks[child].next) {
    ++children;
  }
  if (children == 0) {
    return 0;
  }
  const float least = std::max(1.0F, std::min(block_style.column, content.width));
  const float fitting = std::floor((content.width + block_style.gap + 0.01F) / (least + block_style.gap));
  const std::size_t columns = std::min(children, static_cast<std::size_t>(std::clamp(fitting, 1.0F, 64.0F)));
  const float width = (content.width - block_style.gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  const Index outer_block = bottom_block_;
  const Mark outer_mark = bottom_mark_;
  std::vector<Cell> row;
  float y = content.y;
  Index child = document_.blocks[index].first_child;
  while (child != none) {
    row.clear();
    float height = 0;
    for (std::size_t column = 0; column < columns && child != none; ++column, child = document_.blocks[child].next) {
      bottom_block_ = none;
      Cell cell{.block = child, .from = mark()};
      const float x = content.x + static_cast<float>(column) * (width + block_style.gap);
      cell.height = place(child, x, y, width, context);
      cell.to = mark();
      cell.decoration = decoration_;
      cell.bottom_block = bottom_block_;
      cell.bottom_mark = bottom_mark_;
      height = std::max(height, cell.height);
      row.push_back(cell);
    }
    for (const Cell& cell : row) {
      stretch(cell.block, cell.decoration, y, height, cell.from.areas, cell.to.areas);
      if (cell.bottom_block != none && height > cell.height) {
        shift(cell.bottom_mark, cell.to, height - cell.height);
        for (Index moved = cell.bottom_block; moved != none; moved = document_.blocks[moved].next) {
          shift_boxes(moved, height - cell.height);
        }
      }
    }
    y += height + (child != none ? block_style.gap : 0);
  }
  bottom_block_ = outer_block;
  bottom_mark_ = outer_mark;
  return y - content.y;
}

void Placer::stretch(Index index, const Decoration& decoration, float top, float height, std::uint32_t first_area,
                     std::uint32_t areas_end) {
  html::BlockBox& box = geometry_.boxes[index];
  decoration_top_ = top;
  stretch_decoration(decoration, style(look(index)), height);
  box.height = height;
  for (std::uint32_t i = 0; i < decoration.count; ++i) {
    const std::uint32_t card = list_.items[decoration.first + i].card;
    if (card != 0 && look(index) == Look::card) {
      list_.cards[card - 1].box.height = height;
    }
  }
  for (std::uint32_t i = first_area; i < areas_end; ++i) {
    Rect& area = box_areas_[i].area.box;
    if (area.x == box.x && area.y == box.y && area.width == box.width) {
      area.height = height;
    }
  }
}

float Placer::place_table(Index index, const TextContext& context, const Rect& content) {
  float y = content.y;
  columns_ = document::column_weights(document_, index);
  for (Index row = document_.blocks[index].first_child; row != none; row = document_.blocks[row].next) {
    y += place(row, content.x, y, content.width, context);
  }
  return y - content.y;
}

/// As flex boxes share a row: each cell has its padding, and its column's part of what is left.
float Placer::place_table_row(Index index, const TextContext& context, const Rect& content) {
  float paddings = 0;
  float weights = 0;
  std::size_t column = 0;
  const auto padding_of = [this](Index cell) {
    const Edges& padding = style(look(cell)).padding;
    return (padding.left + padding.right) * static_cast<float>(document_.blocks[cell].column_span);
  };
  const auto weight_of = [this](Index cell, std::size_t at) {
    return static_cast<float>(document::span_weight(columns_, at, document_.blocks[cell].column_span));
  };
  for (Index cell = document_.blocks[index].first_child; cell != none; cell = document_.blocks[cell].next) {
    paddings += padding_of(cell);
    weights += weight_of(cell, column);
    column += document_.blocks[cell].column_span;
  }
  const float spare = std::max(0.0F, content.width - paddings);
  float height = 0;
  float x = content.x;
  column = 0;
  for (Index cell = document_.blocks[index].first_child; cell != none; cell = document_.blocks[cell].next) {
    const float width = padding_of(cell) + spare * weight_of(cell, column) / weights;
    column += document_.blocks[cell].column_span;
    height = std::max(height, place(cell, x, content.y, width, context));
    x += width;
  }
  for (Index cell = document_.blocks[index].first_child; cell != none; cell = document_.blocks[cell].next) {
    geometry_.boxes[cell].height = height;
  }
  return height;
}

/// A list item's bullet, number or check box hangs to the left of its text.
void Placer::place_marker(Index index, const TextContext& context, float x, float y) {
  const Block& block = document_.blocks[index];
  const float line = line_height(theme_, context.role);
  if (block.task != Task::none) {
    const bool done = block.task == Task::done;
    add_icon(done ? icon_task_done : icon_task_open,
             {x - task_offset, y + (line - task_side) / 2, task_side, task_side}, done ? Colour::accent : Colour::muted,
             0);
    return;
  }
  if (block.parent == none || document_.blocks[block.parent].kind != BlockKind::ordered_list) {
    add_item(ItemKind::fill, {x - bullet_offset, y + (line - bullet_side) / 2, bullet_side, bullet_side}, Colour::muted,
             bullet_side / 2);
    return;
  }
  const Style text_style{context.role, context.bold, false, false};
  const std::uint32_t item = add_item(ItemKind::text, {x, y, 0, line}, Colour::muted);
  list_.items[item].style = text_style;
  list_.items[item].baseline = y + measurer_.engine().baseline(text_style);
  list_.items[item].text = store(std::to_string(item_number_) + ".");
  Line marker;
  marker.first_part = static_cast<std::uint32_t>(parts_.size());
  marker.part_count = 1;
  marker.left = x - 1000;
  marker.right = x - number_gap;
  marker.y = y;
  marker.height = line;
  marker.align = document::Align::right;
  parts_.push_back({.kind = Part::Kind::text, .item = item});
  lines_.push_back(marker);
}

}  // namespace hubglass::layout
