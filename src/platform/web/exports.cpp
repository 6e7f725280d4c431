#include "platform/web/exports.h"

#include "app/app.h"
#include "html/mirror.h"
#include "layout/theme.h"
#include "platform/web/surface.h"
#include "platform/web/web_text_engine.h"

#include <emscripten/emscripten.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hubglass::platform::web {
namespace {

struct WebInstance {
  WebInstance(std::uint32_t handle, const layout::Theme& theme)
      : engine(handle),
        app(engine, theme),
        surfaces{WebSurface(app, handle, app::Surface::content), WebSurface(app, handle, app::Surface::frame)} {}

  WebTextEngine engine;
  app::Instance app;
  std::array<WebSurface, 2> surfaces;
  std::array<float, 12> frame_sizes{};
  std::array<double, 8> statistics{};
};

// Handles are 1 + the index; a destroyed instance leaves an empty slot that the next one takes.
std::vector<std::unique_ptr<WebInstance>> instances;
std::vector<std::uint8_t> input;
std::vector<std::uint8_t> output;

WebInstance* find(std::uint32_t handle) {
  return handle >= 1 && handle <= instances.size() ? instances[handle - 1].get() : nullptr;
}

WebSurface* find(std::uint32_t handle, std::uint32_t surface) {
  WebInstance* instance = find(handle);
  return instance != nullptr && surface < instance->surfaces.size() ? &instance->surfaces[surface] : nullptr;
}

std::string_view input_text(std::uint32_t size) {
  const std::size_t length = std::min<std::size_t>(size, input.size());
  return {reinterpret_cast<const char*>(input.data()), length};
}

std::uint32_t write_output(std::string_view text) {
  output.assign(text.begin(), text.end());
  return static_cast<std::uint32_t>(output.size());
}

/// Newlines separate fields in the output, so a field must not bring its own.
std::string one_line(std::string_view text) {
  std::string line(text);
  for (char& character : line) {
    if (character == '\n' || character == '\r') {
      character = ' ';
    }
  }
  return line;
}

const layout::Theme& theme_for(std::uint32_t kiosk) {
  return kiosk == 0 ? layout::default_theme() : layout::kiosk_theme();
}

std::string lines(std::initializer_list<std::string_view> fields) {
  std::string text;
  for (const std::string_view field : fields) {
    text += one_line(field);
    text += '\n';
  }
  return text;
}

/// 0, or the size of what is written of the error.
std::uint32_t write_outcome(const Result<void>& result) {
  if (result) {
    return 0;
  }
  const Error& error = result.error();
  return write_output(lines({error_name(error.code), error.message, error.where, error_remedy(error.code)}));
}

}  // namespace
}  // namespace hubglass::platform::web

using namespace hubglass;
using namespace hubglass::platform::web;

extern "C" {

EMSCRIPTEN_KEEPALIVE std::uint32_t hubglass_abi() {
  return 3;
}

EMSCRIPTEN_KEEPALIVE std::uint32_t hubglass_create(std::uint32_t kiosk) {
  std::size_t slot = 0;
  while (slot < instances.size() && instances[slot] != nullptr) {
    ++slot;
  }
  if (slot == instances.size()) {
    instances.emplace_back();
  }
  const auto handle = static_cast<std::uint32_t>(slot + 1);
  instances[slot] = std::make_unique<WebInstance>(handle, theme_for(kiosk));
  return handle;
}

EMSCRIPTEN_KEEPALIVE void hubglass_destroy(std::uint32_t handle) {
  if (find(handle) != nullptr) {
    for (WebSurface& surface : instances[handle - 1]->surfaces) {
      surface.stop();
    }
    instances[handle - 1].reset();
  }
}

EMSCRIPTEN_KEEPALIVE std::uint8_t* hubglass_input(std::uint32_t size) {
  input.resize(size);
  return input.data();
}

EMSCRIPTEN_KEEPALIVE const std::uint8_t* hubglass_output() {
  return output.data();
}

EMSCRIPTEN_KEEPALIVE std::uint32_t hubglass_names() {
  std::string text(html::mirror_tags());
  text += "\n\n";
  text += html::mirror_attributes();
  return write_output(text);
}

EMSCRIPTEN_KEEPALIVE std::uint32_t hubglass_styles(std::uint32_t kiosk) {
  const layout::Theme& theme = theme_for(kiosk);
  std::string text;
  for (std::size_t key = 0; key < layout::style_count; ++key) {
    const layout::Style style = layout::Style::from_key(static_cast<std::uint8_t>(key));
    text += std::to_string(layout::font_weight(theme, style)) + ' ' + std::to_string(layout::font_size(theme, style)) +
            ' ' + std::to_string(layout::line_height(theme, style.role)) + (style.italic ? " 1" : " 0") +
            (style.mono ? " 1\n" : " 0\n");
  }
  text += lines({theme.sans, theme.mono});
  return write_output(text);
}

EMSCRIPTEN_KEEPALIVE std::uint32_t hubglass_open_page(std::uint32_t handle, std::uint32_t size) {
  WebInstance* instance = find(handle);
  if (instance == nullptr) {
    return write_output(lines({"usage", "There is no such instance.", "", ""}));
  }
  const Result<void> opened = instance->app.open_page(input_text(size));
  input = {};
  return write_outcome(opened);
}

EMSCRIPTEN_KEEPALIVE std::uint32_t hubglass_show_page(std::uint32_t handle) {
  WebInstance* instance = find(handle);
  return instance != nullptr && instance->app.show_page() ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void hubglass_show_problem(std::uint32_t handle, std::uint32_t size) {
  if (WebInstance* instance = find(handle)) {
    const std::string_view text = input_text(size);
    const std::size_t end = std::min(text.find('\n'), text.size());
    instance->app.show_problem(text.substr(0, end), text.substr(std::min(end + 1, text.size())));
  }
}

EMSCRIPTEN_KEEPALIVE void hubglass_view(std::uint32_t handle, std::uint32_t view) {
  if (WebInstance* instance = find(handle)) {
    instance->app.set_view(static_cast<app::HubView>(view <= 3 ? view : 0));
  }
}

EMSCRIPTEN_KEEPALIVE std::uint32_t hubglass_in_language(std::uint32_t handle, std::uint32_t size) {
  const WebInstance* instance = find(handle);
  const auto route = instance != nullptr ? instance->app.route_in(input_text(size)) : std::nullopt;
  return route ? write_output(lines({*route})) : 0;
}

EMSCRIPTEN_KEEPALIVE std::uint32_t hubglass_page(std::uint32_t handle) {
  const WebInstance* instance = find(handle);
  if (instance == nullptr) {
    return 0;
  }
  const document::Page& page = instance->app.page();
  return write_output(lines({page.kind == document::PageKind::missing ? "0" : "1", page.title, page.description,
                             page.route, page.language, page.hub_title, page.missing, page.labels.skip}));
}

EMSCRIPTEN_KEEPALIVE void hubglass_viewport(std::uint32_t handle, float width, float height, float scale,
                                            std::uint32_t flags, std::uint32_t theme) {
  if (WebInstance* instance = find(handle)) {
    instance->engine.is_firefox = (flags & 8) != 0;
    instance->engine.is_webkit = (flags & 16) != 0;
    instance->app.set_viewport(app::Viewport{.width = width,
                                             .height = height,
                                             .scale = scale,
                                             .dark = (flags & 1) != 0,
                                             .reduced_motion = (flags & 2) != 0,
                                             .contrast = (flags & 4) != 0,
                                             .theme = static_cast<app::ThemeChoice>(theme <= 2 ? theme : 0)});
  }
}

EMSCRIPTEN_KEEPALIVE std::uint32_t hubglass_brand(std::uint32_t handle, std::uint32_t accent, std::uint32_t surface,
                                                  std::uint32_t text, float radius) {
  WebInstance* instance = find(handle);
  if (instance == nullptr) {
    return 0;
  }
  const layout::Branded& branded = instance->app.set_brand({accent, surface, text, radius});
  std::string rest = std::to_string(branded.theme.rounding);
  for (const layout::BrandedScheme& scheme : branded.schemes) {
    rest += ' ' + std::to_string((scheme.accent_changed ? 1 : 0) + (scheme.text_left_out ? 2 : 0));
  }
  return write_output(lines({layout::css_of(branded, false), layout::css_of(branded, true), rest}));
}

EMSCRIPTEN_KEEPALIVE void hubglass_fonts_changed(std::uint32_t handle) {
  if (WebInstance* instance = find(handle)) {
    instance->engine.forget_fonts();
    instance->app.fonts_changed();
  }
}

EMSCRIPTEN_KEEPALIVE std::uint32_t hubglass_lay_out(std::uint32_t handle, float bottom) {
  WebInstance* instance = find(handle);
  return instance != nullptr && instance->app.lay_out(bottom) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE const float* hubglass_frame_sizes(std::uint32_t handle) {
  WebInstance* instance = find(handle);
  if (instance == nullptr) {
    return nullptr;
  }
  const layout::Frame& frame = instance->app.frame();
  const auto height = [&](layout::Region region) { return instance->app.region(region).list().height; };
  instance->frame_sizes = {
      frame.wide ? 1.0F : 0.0F, frame.header_height,    frame.content_x,
      frame.content_top,        frame.content_width,    frame.content_bottom + height(layout::Region::content),
      frame.navigation_x,       frame.navigation_width, height(layout::Region::navigation),
      frame.contents_x,         frame.contents_width,   height(layout::Region::contents)};
  return instance->frame_sizes.data();
}

EMSCRIPTEN_KEEPALIVE std::uint32_t hubglass_mirror(std::uint32_t handle, std::uint32_t region, std::uint32_t size,
                                                   std::uint32_t plain) {
  const WebInstance* instance = find(handle);
  output.clear();
  if (instance != nullptr && region <= 3) {
    instance->app.mirror(static_cast<layout::Region>(region), input_text(size), plain != 0, output);
  }
  return static_cast<std::uint32_t>(output.size());
}

EMSCRIPTEN_KEEPALIVE float hubglass_anchor(std::uint32_t handle, std::uint32_t size) {
  const WebInstance* instance = find(handle);
  return instance != nullptr ? instance->app.anchor(input_text(size)) : -1.0F;
}

EMSCRIPTEN_KEEPALIVE std::uint32_t hubglass_fragments(std::uint32_t handle, std::uint32_t region) {
  const WebInstance* instance = find(handle);
  if (instance == nullptr || region > 3) {
    return 0;
  }
  const layout::DisplayList& list = instance->app.region(static_cast<layout::Region>(region)).list();
  std::string text;
  for (const layout::Item& item : list.items) {
    if (item.kind == layout::ItemKind::text) {
      text += std::to_string(item.box.x) + ' ' + std::to_string(item.box.y) + ' ' + std::to_string(item.box.width) +
              ' ' + std::to_string(item.box.height) + ' ' + std::to_string(item.baseline) + '\t' +
              one_line(std::string_view(list.text).substr(item.text.begin, item.text.size)) + '\n';
    }
  }
  return write_output(text);
}

EMSCRIPTEN_KEEPALIVE std::uint32_t hubglass_scrolled(std::uint32_t handle, float y) {
  WebInstance* instance = find(handle);
  if (instance == nullptr) {
    return 0;
  }
  instance->app.scrolled(y);
  return instance->app.current_contents_entry();
}

EMSCRIPTEN_KEEPALIVE void hubglass_region_scroll(std::uint32_t handle, std::uint32_t region, float y) {
  WebInstance* instance = find(handle);
  if (instance != nullptr && region <= 3) {
    instance->app.set_region_scroll(static_cast<layout::Region>(region), y);
  }
}

EMSCRIPTEN_KEEPALIVE void hubglass_pointer(std::uint32_t handle, std::uint32_t region, float x, float y) {
  WebInstance* instance = find(handle);
  if (instance != nullptr && region <= 3) {
    instance->app.pointer(static_cast<layout::Region>(region), x, y);
  }
}

EMSCRIPTEN_KEEPALIVE void hubglass_focus(std::uint32_t handle, std::uint32_t region, std::uint32_t action) {
  WebInstance* instance = find(handle);
  if (instance != nullptr && region <= 3) {
    instance->app.focus(static_cast<layout::Region>(region), action);
  }
}

EMSCRIPTEN_KEEPALIVE std::uint32_t hubglass_toggle(std::uint32_t handle, std::uint32_t action) {
  WebInstance* instance = find(handle);
  return instance != nullptr && instance->app.toggle_details(action) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void hubglass_drawer(std::uint32_t handle, std::uint32_t open) {
  if (WebInstance* instance = find(handle)) {
    instance->app.set_drawer(open != 0);
  }
}

EMSCRIPTEN_KEEPALIVE std::uint32_t hubglass_surface_start(std::uint32_t handle, std::uint32_t surface,
                                                          std::uint32_t context) {
  WebSurface* found = find(handle, surface);
  return found != nullptr && found->start(context) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void hubglass_surface_stop(std::uint32_t handle, std::uint32_t surface) {
  if (WebSurface* found = find(handle, surface)) {
    found->stop();
  }
}

EMSCRIPTEN_KEEPALIVE std::uint32_t hubglass_needs_frame(std::uint32_t handle, std::uint32_t surface) {
  const WebInstance* instance = find(handle);
  return instance != nullptr && surface <= 1 && instance->app.needs_frame(static_cast<app::Surface>(surface)) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE float hubglass_frame(std::uint32_t handle, std::uint32_t surface, float left, float top,
                                          float width, float height, float until, double now, std::uint32_t most) {
  WebSurface* found = find(handle, surface);
  const app::Instance::View view{left, top, width, height, until, most};
  return found != nullptr ? found->frame(view, now) : -1.0F;
}

EMSCRIPTEN_KEEPALIVE const double* hubglass_statistics(std::uint32_t handle, std::uint32_t surface) {
  WebInstance* instance = find(handle);
  if (instance == nullptr || surface > 1) {
    return nullptr;
  }
  const app::Statistics statistics = instance->app.statistics(static_cast<app::Surface>(surface));
  const WebSurface& drawn = instance->surfaces[surface];
  instance->statistics = {static_cast<double>(statistics.frames),
                          drawn.frame_ms,
                          drawn.submit_ms,
                          static_cast<double>(statistics.draw_calls),
                          static_cast<double>(statistics.vertices),
                          static_cast<double>(statistics.atlas_bytes),
                          statistics.crowded ? 1.0 : 0.0,
                          0};
  return instance->statistics.data();
}
}
