#include "layout/layout.h"

#include "layout/placer.h"

#include <algorithm>
#include <limits>

namespace hubglass::layout {

namespace {

using document::none;
using document::Role;

constexpr std::uint32_t most_items_per_chunk = 64;
constexpr std::size_t batch_text = 3000;  // bytes: about a screen's words are measured at once

}  // namespace

struct Layout::State {
  State(const document::Document& the_document, const Theme& theme, TextEngine& engine, Measurer* shared, Region region,
        float width, float viewport)
      : document(the_document),
        own_measurer(shared == nullptr ? std::make_unique<Measurer>(engine) : nullptr),
        measurer(shared == nullptr ? *own_measurer : *shared),
        placer(the_document, theme, measurer, region, viewport, list, geometry) {
    list.width = geometry.width = width;
    geometry.boxes.resize(document.blocks.size());
    measurer.trim();
    list_units(width);
  }

  /// A block that is laid out in one go: a child of the root, or of main.
  struct Unit {
    Index block = none;
    Index previous = none;
    Index parent = none;
  };

  void list_units(float width) {
    const auto add_children = [&](Index parent) {
      Index previous = none;
      for (Index child = document.blocks[parent].first_child; child != none; child = document.blocks[child].next) {
        units.push_back({child, previous, parent});
        previous = child;
      }
    };
    root_context = placer.enter(0, placer.style(Look::region), TextContext{});
    Index previous = none;
    for (Index child = document.blocks[0].first_child; child != none; child = document.blocks[child].next) {
      if (document.blocks[child].role == Role::main) {
        html::BlockBox& box = geometry.boxes[child];
        box.shown = true;
        box.width = width;
        add_children(child);
      } else {
        units.push_back({child, previous, 0});
      }
      previous = child;
    }
    geometry.boxes[0].shown = true;
    geometry.boxes[0].width = width;
  }

  [[nodiscard]] TextContext context_of(const Unit& unit) const {
    return unit.parent == 0 ? root_context : placer.enter(unit.parent, placer.style(Look::main), root_context);
  }

  /// Prepares units until enough text is gathered for one batch of measuring.
  void prepare_ahead() {
    if (prepared > next_unit && generation == measurer.generation()) {
      return;
    }
    placer.forget_text();
    prepared = next_unit;
    generation = measurer.generation();
    std::size_t text = 0;
    while (prepared < units.size() && text < batch_text) {
      placer.prepare(units[prepared].block, context_of(units[prepared]));
      text = placer.prepared_text();
      ++prepared;
    }
    placer.measure();
  }

  void place_next() {
    const Unit& unit = units[next_unit];
    if (unit.parent != 0 && unit.previous == none) {
      geometry.boxes[unit.parent].y = bottom;
    }
    bottom += placer.gap(unit.block, unit.previous, placer.look(unit.block));
    bottom += placer.place(unit.block, 0, bottom, list.width, context_of(unit));
    if (unit.parent != 0) {
      geometry.boxes[unit.parent].height = bottom - geometry.boxes[unit.parent].y;
    }
    ++next_unit;
    placer.finish();
    add_chunks();
  }

  void add_chunks() {
    auto at = static_cast<std::uint32_t>(chunked);
    const auto end = static_cast<std::uint32_t>(list.items.size());
    while (at < end) {
      Chunk chunk{std::numeric_limits<float>::max(), std::numeric_limits<float>::lowest(), at, 0};
      if (!list.chunks.empty() && list.chunks.back().count < most_items_per_chunk / 2) {
        chunk = list.chunks.back();  // small units share a chunk
        list.chunks.pop_back();
      }
      while (at < end && chunk.count < most_items_per_chunk) {
        const Rect& box = list.items[at].box;
        chunk.top = std::min(chunk.top, box.y);
        chunk.bottom = std::max(chunk.bottom, box.bottom());
        ++chunk.count;
        ++at;
      }
      list.chunks.push_back(chunk);
    }
    chunked = end;
  }

  const document::Document& document;
  std::unique_ptr<Measurer> own_measurer;
  Measurer& measurer;
  DisplayList list;
  html::Geometry geometry;
  Placer placer;
  TextContext root_context;
  std::vector<Unit> units;
  std::size_t next_unit = 0;
  std::size_t prepared = 0;
  std::size_t chunked = 0;
  std::uint32_t generation = 0;  ///< of the measurer, when the prepared units were prepared
  float bottom = 0;
};

Layout::Layout(const document::Document& document, const Theme& theme, TextEngine& engine, Region region, float width,
               float viewport, Measurer* measurer)
    : state_(std::make_unique<State>(document, theme, engine, measurer, region, width, viewport)) {}

Layout::~Layout() = default;
Layout::Layout(Layout&&) noexcept = default;
Layout& Layout::operator=(Layout&&) noexcept = default;

bool Layout::advance(float bottom) {
  State& state = *state_;
  while (state.next_unit < state.units.size() && (state.bottom < bottom)) {
    state.prepare_ahead();
    state.place_next();
  }
  state.list.height = state.geometry.height = state.geometry.boxes[0].height = state.bottom;
  if (complete()) {
    state.placer.forget_text();
  }
  return complete();
}

bool Layout::complete() const {
  return state_->next_unit == state_->units.size();
}

const DisplayList& Layout::list() const {
  return state_->list;
}

const html::Geometry& Layout::geometry() const {
  return state_->geometry;
}

float Layout::top_of(document::Index block) const {
  const html::Geometry& geometry = state_->geometry;
  return block < geometry.boxes.size() && geometry.boxes[block].shown ? geometry.boxes[block].y : -1;
}

float Layout::top_of(std::string_view id) const {
  const document::Document& document = state_->document;
  for (document::Index block = 0; block < document.blocks.size(); ++block) {
    if (!document.blocks[block].id.empty() && document.view(document.blocks[block].id) == id) {
      return top_of(block);
    }
  }
  return -1;
}

}  // namespace hubglass::layout
