#pragma once

#include "app/app.h"
#include "app/region_view.h"
#include "app/surface_frame.h"
#include "app/view.h"
#include "document/page.h"
#include "layout/measurer.h"

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace hubglass::app {

/// An entry of "On this page".
struct ContentsEntry {
  document::Index heading = document::none;  ///< block of the content Document
  layout::ActionId action = 0;               ///< of its link in the contents Document
};

/// All an Instance owns. Layouts refer to the Documents of `page`: they are made anew whenever it changes.
struct Instance::State {
  State(layout::TextEngine& text_engine, const layout::Theme& look);

  RegionView& view(layout::Region region) { return regions[static_cast<std::size_t>(region)]; }
  [[nodiscard]] const RegionView& view(layout::Region region) const {
    return regions[static_cast<std::size_t>(region)];
  }
  SurfaceState& surface(Surface which) { return surfaces[static_cast<std::size_t>(which)]; }
  [[nodiscard]] document::Document& document_of(layout::Region region);
  [[nodiscard]] const document::Document& document_of(layout::Region region) const;
  /// Lays out a region anew; all but the content at once and whole.
  void lay_out_region(layout::Region region);
  void lay_out_all();
  void show(document::Page&& shown);
  /// The frame of the view that is shown, for a width in px.
  [[nodiscard]] layout::Frame frame_for(float width) const;
  /// The header's switches show what they will do: icons of the theme chosen and of the drawer.
  void choose_header_icons();
  void list_contents();
  bool update_current();
  void touch(Surface which) { surface(which).dirty = true; }
  void touch_all();

  layout::TextEngine& engine;
  layout::Measurer measurer{engine};  ///< words stay measured from one layout to the next
  const layout::Theme& theme;
  /// The page around has its own look: usual colours, and what remains of it in stronger ones.
  std::unique_ptr<std::array<layout::Branded, 2>> branded;
  [[nodiscard]] const layout::Theme& colours() const {
    if (branded != nullptr) {
      return (*branded)[viewport.contrast ? 1 : 0].theme;
    }
    return viewport.contrast ? layout::contrast_theme() : theme;
  }
  document::Page page;
  std::unique_ptr<document::Page> prepared;  ///< for the next show_page()
  HubView shown_view = HubView::page;
  Viewport viewport;
  layout::Frame frame;
  std::array<RegionView, 4> regions;
  std::array<SurfaceState, 2> surfaces;
  std::vector<ContentsEntry> contents;
  std::uint32_t current_entry = 0;  ///< 1 + index into contents
  float scroll = 0;
  Motion drawer;
  bool pointer_inside = false;
  bool pointer_down = false;
  layout::Region pointer_region = layout::Region::content;
  float pointer_x = 0;
  float pointer_y = 0;
};

/// Which surface a region lies on.
constexpr Surface surface_of(layout::Region region) {
  return region == layout::Region::content ? Surface::content : Surface::frame;
}

}  // namespace hubglass::app
