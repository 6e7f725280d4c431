#include "app/state.h"

#include "paint/colour.h"

#include <algorithm>

namespace hubglass::app {

namespace {

using layout::Colour;
using layout::Region;

constexpr paint::Rgba scrim = 0x0B101AFF;
constexpr float scrim_strength = 0.45F;

/// The panes of one frame; a small array, since a frame allocates nothing.
struct Panes {
  std::array<Pane, 3> list;
  std::size_t count = 0;

  Pane& add(const char* name, const layout::Rect& clip) {
    Pane& pane = list[count++];
    pane.name = name;
    pane.clip = clip;
    return pane;
  }
};

class PaneMaker {
 public:
  PaneMaker(Instance& instance, Instance::State& state) : instance_(instance), state_(state) {}

  void content(Panes& panes, float left, float top, float width, float height) {
    const layout::Rect place = instance_.placement(Region::content);
    Pane& pane = panes.add("content", {0, 0, width, height});
    put(pane, Region::content, place.x - left, place.y - top);
  }

  void frame(Panes& panes, float left, float top) {
    columns(panes, left, top);
    header(panes, left, top);
    drawer(panes, left, top);
  }

 private:
  void header(Panes& panes, float left, float top) {
    const layout::Rect place = moved(instance_.placement(Region::header), -left, -top);
    Pane& pane = panes.add("header", place);
    pane.plates[0] = {place, colour(Colour::surface)};
    put(pane, Region::header, place.x, place.y);
    pane.look = paint::HoverLook::plate;
  }

  void columns(Panes& panes, float left, float top) {
    if (!state_.frame.wide) {
      return;
    }
    const layout::Rect navigation = moved(instance_.placement(Region::navigation), -left, -top);
    Pane& pane = panes.add("navigation", widened(navigation));
    put(pane, Region::navigation, navigation.x, navigation.y);
    pane.look = paint::HoverLook::plate;
    if (state_.frame.contents_width > 0) {
      const layout::Rect contents = moved(instance_.placement(Region::contents), -left, -top);
      Pane& beside = panes.add("contents", widened(contents));
      put(beside, Region::contents, contents.x, contents.y);
      beside.look = paint::HoverLook::accent;
    }
  }

  void drawer(Panes& panes, float left, float top) {
    if (state_.frame.wide || state_.drawer.value() <= 0) {
      return;
    }
    const float share = state_.drawer.value();
    const layout::Rect place = moved(instance_.placement(Region::navigation), -left, -top);
    const float line = 1 / state_.viewport.scale;
    const float width = place.width + 2 * (place.x + left);
    const float hidden = -width * (1 - share);
    // One window for scrim and drawer: two that overlap would change places when clicked.
    Pane& pane = panes.add("drawer", {-left, place.y, state_.viewport.width, place.height});
    pane.plates[0] = {pane.clip, paint::with_alpha(scrim, scrim_strength * share)};
    pane.plates[1] = {{hidden - left, place.y, width, place.height}, colour(Colour::raised)};
    pane.plates[2] = {{hidden - left + width - line, place.y, line, place.height}, colour(Colour::line)};
    put(pane, Region::navigation, place.x + hidden, place.y);
    pane.look = paint::HoverLook::plate;
  }

  void put(Pane& pane, Region region, float x, float y) {
    RegionView& view = state_.view(region);
    pane.region = &view;
    pane.x = x;
    pane.y = y - view.scroll;
  }

  static layout::Rect moved(layout::Rect rect, float dx, float dy) {
    return {rect.x + dx, rect.y + dy, rect.width, rect.height};
  }
  /// Leaves focus rings room beside a column.
  static layout::Rect widened(layout::Rect rect) { return {rect.x - 6, rect.y, rect.width + 12, rect.height}; }
  [[nodiscard]] paint::Rgba colour(Colour name) const {
    return paint::colour_of(state_.colours(), state_.viewport.dark, name);
  }

  Instance& instance_;
  Instance::State& state_;
};

}  // namespace

paint::Rgba Instance::background(Surface surface) const {
  return surface == Surface::content ? paint::colour_of(state_->colours(), state_->viewport.dark, Colour::surface) : 0;
}

float Instance::draw(Surface surface, paint::Raster& raster, const View& view, double now_ms) {
  State& state = *state_;
  SurfaceState& drawn = state.surface(surface);
  Panes panes;
  PaneMaker maker(*this, state);
  bool drawer_moves = false;
  if (surface == Surface::content) {
    const float bottom = std::min(view.top + view.height, view.until);
    lay_out(bottom);
    maker.content(panes, view.left, view.top, view.width, std::max(0.0F, bottom - view.top));
  } else {
    drawer_moves = state.drawer.advance(elapsed_ms(drawn, now_ms), drawer_ms, state.viewport.reduced_motion);
    maker.frame(panes, view.left, view.top);
  }
  FrameInput input{.width = view.width,
                   .height = view.height,
                   .now_ms = now_ms,
                   .viewport = &state.viewport,
                   .theme = &state.colours(),
                   .icons = &state.page.icons,
                   .most_fragments = view.most_fragments};
  for (std::size_t i = 0; i < panes.count; ++i) {
    const Pane& pane = panes.list[i];
    if (state.pointer_inside && pane.region == &state.view(state.pointer_region)) {
      input.pointer_inside = true;
      input.pointer_x = pane.x + state.pointer_x;
      input.pointer_y = pane.y + state.pointer_y;
      input.pointer_down = state.pointer_down;
    }
  }
  const bool moves = run_frame(drawn, std::span(panes.list).first(panes.count), input, raster);
  drawn.animating = moves || drawer_moves;
  return drawn.animating ? 0.0F : -1.0F;
}

}  // namespace hubglass::app
