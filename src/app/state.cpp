#include "app/state.h"

#include "document/interface_icons.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace hubglass::app {

namespace {

using layout::Region;

constexpr std::array all_regions = {Region::content, Region::header, Region::navigation, Region::contents};

/// A heading counts as being read from this far below the upper edge of the visible part, px.
constexpr float reading_line = 32;

float width_of(Region region, const layout::Frame& frame, const Viewport& viewport) {
  switch (region) {
    case Region::header:
      return viewport.width;
    case Region::navigation:
      return frame.navigation_width;
    case Region::contents:
      return frame.contents_width;
    default:
      return frame.content_width;
  }
}

std::string_view theme_icon(ThemeChoice choice) {
  switch (choice) {
    case ThemeChoice::light:
      return document::interface_icons::theme_light;
    case ThemeChoice::dark:
      return document::interface_icons::theme_dark;
    default:
      return document::interface_icons::theme_automatic;
  }
}

}  // namespace

Instance::State::State(layout::TextEngine& text_engine, const layout::Theme& look) : engine(text_engine), theme(look) {
  frame = layout::frame_for(viewport.width, theme.frame);
  lay_out_all();
}

document::Document& Instance::State::document_of(Region region) {
  return const_cast<document::Document&>(std::as_const(*this).document_of(region));
}

const document::Document& Instance::State::document_of(Region region) const {
  switch (region) {
    case Region::header:
      return page.header;
    case Region::navigation:
      return page.navigation;
    case Region::contents:
      return page.contents;
    default:
      return page.content;
  }
}

void Instance::State::lay_out_region(Region region) {
  RegionView& shown = view(region);
  shown.show(layout::Layout(document_of(region), theme, engine, region, width_of(region, frame, viewport),
                            viewport.width, &measurer));
  if (region != Region::content) {
    shown.advance(std::numeric_limits<float>::infinity());
  }
  touch(surface_of(region));
}

void Instance::State::lay_out_all() {
  for (const Region region : all_regions) {
    lay_out_region(region);
  }
}

layout::Frame Instance::State::frame_for(float width) const {
  return shown_view == HubView::page ? layout::frame_for(width, theme.frame) : layout::bare_frame_for(width);
}

void Instance::State::show(document::Page&& shown) {
  page = std::move(shown);
  reduce_to(page, shown_view);
  for (const Region region : all_regions) {
    view(region).focused = 0;
  }
  view(Region::contents).scroll = 0;
  view(Region::contents).current = 0;
  scroll = 0;
  drawer.aim(false);
  pointer_inside = false;
  choose_header_icons();
  list_contents();
  lay_out_all();
}

void Instance::State::choose_header_icons() {
  document::Document& header = page.header;
  const auto name_of = [&](std::string_view action) {
    if (action == "theme") {
      return theme_icon(viewport.theme);
    }
    return action == "menu" && drawer.forward() ? document::interface_icons::close : document::interface_icons::menu;
  };
  for (std::size_t i = 0; i < header.inlines.size(); ++i) {
    const document::Inline& button = header.inlines[i];
    if (button.kind != document::InlineKind::button) {
      continue;
    }
    const std::string_view action = header.view(button.text);
    const document::Index child = button.first_child;
    if ((action == "theme" || action == "menu") && child != document::none &&
        header.inlines[child].kind == document::InlineKind::icon &&
        header.view(header.inlines[child].text) != name_of(action)) {
      header.inlines[child].text = header.store(name_of(action));
    }
  }
}

void Instance::State::list_contents() {
  contents.clear();
  current_entry = 0;
  const document::Document& source = page.contents;
  document::visit_blocks(source, 0, [&](document::Index block, int) {
    document::visit_inlines(source, source.blocks[block].first_inline, [&](document::Index i) {
      const document::Inline& link = source.inlines[i];
      if (link.kind == document::InlineKind::link && link.detail < source.links.size()) {
        const std::uint32_t heading = source.links[link.detail].heading;
        contents.push_back({heading == 0 ? document::none : heading - 1, layout::inline_action + i});
      }
    });
  });
}

bool Instance::State::update_current() {
  const RegionView& content = view(Region::content);
  const html::Geometry& geometry = content.layout()->geometry();
  const float line = scroll + reading_line;
  std::uint32_t entry = 0;
  std::uint32_t last = 0;
  for (std::uint32_t i = 0; i < contents.size(); ++i) {
    const document::Index heading = contents[i].heading;
    if (heading >= geometry.boxes.size() || !geometry.boxes[heading].shown) {
      continue;
    }
    last = i + 1;
    if (geometry.boxes[heading].y <= line) {
      entry = i + 1;
    }
  }
  // At the very end of the page, sections too short to reach the line would never be named.
  const float seen = viewport.height - frame.header_height;
  if (scroll > 0 && content.layout()->complete() && scroll + seen >= content.list().height - 1) {
    entry = last;
  }
  if (entry == current_entry) {
    return false;
  }
  current_entry = entry;
  view(Region::contents).current = entry == 0 ? 0 : contents[entry - 1].action;
  touch(Surface::frame);
  return true;
}

void Instance::State::touch_all() {
  touch(Surface::content);
  touch(Surface::frame);
}

}  // namespace hubglass::app
