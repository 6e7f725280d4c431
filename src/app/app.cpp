#include "app/app.h"

#include "app/state.h"
#include "html/mirror.h"
#include "pack/read/read.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace hubglass::app {

namespace {

using layout::Region;

constexpr float smallest_scale = 0.25F;  // a browser zoomed far out; 0 would leave no device px to draw on

}  // namespace

Instance::Instance(layout::TextEngine& engine, const layout::Theme& theme)
    : state_(std::make_unique<State>(engine, theme)) {}

Instance::~Instance() = default;

Result<void> Instance::open_page(std::string_view bytes) {
  auto page = pack::read(bytes);
  if (!page) {
    return tl::unexpected<Error>(std::move(page.error()));
  }
  state_->prepared = std::make_unique<document::Page>(std::move(*page));
  return {};
}

bool Instance::show_page() {
  const std::unique_ptr<document::Page> prepared = std::move(state_->prepared);
  if (prepared == nullptr) {
    return false;
  }
  state_->show(std::move(*prepared));
  return true;
}

void Instance::show_problem(std::string_view sentence, std::string_view remedy) {
  document::Page page = state_->page;
  page.kind = document::PageKind::missing;
  page.title = page.labels.unreadable;
  page.route.clear();
  page.description.clear();
  page.accent = 0;
  page.contents = {};
  page.content = {};
  document::Builder builder(page.content);
  const document::Index main = builder.add_block(0, document::BlockKind::group, document::Role::main);
  const document::Index notice = builder.add_block(main, document::BlockKind::group, document::Role::notice);
  const document::Index heading = builder.add_block(notice, document::BlockKind::heading);
  page.content.blocks[heading].level = 1;
  builder.add_text(heading, page.title);
  for (const std::string_view text : {sentence, remedy}) {
    if (text.empty()) {
      continue;
    }
    const document::Index block = builder.add_block(notice, document::BlockKind::paragraph);
    builder.add_text(block, text);
    if (!page.language.starts_with("en")) {
      page.content.blocks[block].language = page.content.store("en");  // errors have one table of sentences
    }
  }
  state_->show(std::move(page));
}

void Instance::set_view(HubView view) {
  State& state = *state_;
  state.shown_view = view;
  state.frame = state.frame_for(state.viewport.width);
}

std::optional<std::string> Instance::route_in(std::string_view language) const {
  const document::Page& page = state_->prepared != nullptr ? *state_->prepared : state_->page;
  for (const document::LanguageRoute& other : page.languages) {
    if (other.code == language) {
      return other.route;
    }
  }
  return page.languages.empty() && page.language == language ? std::optional(page.route) : std::nullopt;
}

void Instance::set_viewport(const Viewport& viewport) {
  State& state = *state_;
  const Viewport before = std::exchange(state.viewport, viewport);
  state.viewport.scale = std::max(smallest_scale, viewport.scale);
  const bool reflows = before.width != viewport.width;
  if (before.theme != viewport.theme) {
    state.choose_header_icons();
    state.lay_out_region(Region::header);
  }
  if (reflows) {
    state.frame = state.frame_for(viewport.width);
    if (state.frame.wide) {
      state.drawer = {};
    }
    state.choose_header_icons();
    state.lay_out_all();
  }
  if (reflows || before.height != viewport.height || before.scale != viewport.scale || before.dark != viewport.dark ||
      before.contrast != viewport.contrast) {
    state.touch_all();
  }
}

const layout::Branded& Instance::set_brand(const layout::Brand& brand) {
  State& state = *state_;
  layout::Branded strong{layout::contrast_theme(), {}};
  layout::Branded usual = layout::branded(state.theme, brand);
  strong.theme.rounding = usual.theme.rounding;
  state.branded = std::make_unique<std::array<layout::Branded, 2>>(std::array{std::move(usual), std::move(strong)});
  state.touch_all();
  return (*state.branded)[0];
}

void Instance::fonts_changed() {
  state_->measurer.clear();
  state_->lay_out_all();
}

bool Instance::lay_out(float bottom) {
  RegionView& content = state_->view(Region::content);
  const std::size_t before = content.list().items.size();
  const bool complete = content.advance(bottom);
  if (content.list().items.size() != before) {
    state_->touch(Surface::content);
    state_->update_current();
  }
  return complete;
}

const document::Page& Instance::page() const {
  return state_->page;
}

const layout::Frame& Instance::frame() const {
  return state_->frame;
}

const layout::Layout& Instance::region(Region region) const {
  return *state_->view(region).layout();
}

void Instance::mirror(Region region, std::string_view base, bool plain, std::vector<std::uint8_t>& bytes) const {
  const State& state = *state_;
  html::Options options;
  options.base = base;
  options.icons = &state.page.icons;
  options.labels = state.page.labels;
  options.geometry = plain ? nullptr : &state.view(region).layout()->geometry();
  html::write_mirror(state.document_of(region), options, bytes);
}

float Instance::anchor(std::string_view id) const {
  RegionView& content = state_->view(Region::content);
  float y = content.layout()->top_of(id);
  if (y < 0 && !content.layout()->complete()) {
    content.advance(std::numeric_limits<float>::infinity());
    state_->touch(Surface::content);
    y = content.layout()->top_of(id);
  }
  return y;
}

bool Instance::scrolled(float y) {
  state_->scroll = y;
  return state_->update_current();
}

std::uint32_t Instance::current_contents_entry() const {
  return state_->current_entry;
}

bool Instance::pointer(Region region, float x, float y) {
  State& state = *state_;
  state.pointer_inside = region != Region::content || x >= 0;
  state.pointer_region = region;
  state.pointer_x = x;
  state.pointer_y = y;
  bool changed = false;
  for (std::size_t i = 0; i < state.regions.size(); ++i) {
    const auto other = static_cast<Region>(i);
    const bool here = state.pointer_inside && other == region;
    if (here ? state.regions[i].point(x, y) : state.regions[i].point_away()) {
      state.touch(surface_of(other));
      changed = true;
    }
  }
  return changed;
}

void Instance::focus(Region region, std::uint32_t action) {
  State& state = *state_;
  for (std::size_t i = 0; i < state.regions.size(); ++i) {
    const auto other = static_cast<Region>(i);
    const std::uint32_t wanted = other == region ? action : 0;
    if (std::exchange(state.regions[i].focused, wanted) != wanted) {
      state.touch(surface_of(other));
    }
  }
}

bool Instance::toggle_details(std::uint32_t action) {
  State& state = *state_;
  std::vector<document::Block>& blocks = state.page.content.blocks;
  if (action == 0 || action >= layout::inline_action || action > blocks.size()) {
    return false;
  }
  document::Index block = action - 1;
  if (blocks[block].role == document::Role::summary) {
    block = blocks[block].parent;
  }
  if (block >= blocks.size() || blocks[block].role != document::Role::details) {
    return false;
  }
  blocks[block].open = !blocks[block].open;
  state.lay_out_region(Region::content);
  return true;
}

void Instance::set_drawer(bool open) {
  State& state = *state_;
  const bool wanted = open && !state.frame.wide;
  if (state.drawer.forward() == wanted) {
    return;
  }
  state.drawer.aim(wanted);
  state.choose_header_icons();
  state.lay_out_region(Region::header);
}

bool Instance::needs_frame(Surface surface) const {
  const SurfaceState& state = state_->surface(surface);
  return state.dirty || state.animating;
}

ImGuiContext* Instance::imgui(Surface surface) const {
  return state_->surface(surface).context;
}

void Instance::set_region_scroll(Region region, float y) {
  if (region != Region::content && std::exchange(state_->view(region).scroll, y) != y) {
    state_->touch(Surface::frame);
  }
}

layout::Rect Instance::placement(Region region) const {
  const State& state = *state_;
  const layout::Frame& frame = state.frame;
  const float column = std::max(0.0F, state.viewport.height - frame.header_height);
  switch (region) {
    case Region::header:
      return {0, 0, state.viewport.width, frame.header_height};
    case Region::navigation:
      return {frame.navigation_x, frame.header_height, frame.navigation_width, column};
    case Region::contents:
      return {frame.contents_x, frame.header_height, frame.contents_width, column};
    default:
      return {frame.content_x, frame.header_height + frame.content_top, frame.content_width,
              state.view(Region::content).list().height};
  }
}

void Instance::invalidate(Surface surface) {
  state_->touch(surface);
}

void Instance::forget_textures(Surface surface) {
  state_->surface(surface).atlas.forget();
  state_->touch(surface);
}

Statistics Instance::statistics(Surface surface) const {
  return state_->surface(surface).statistics;
}

}  // namespace hubglass::app
