#pragma once

#include "app/view.h"
#include "document/page.h"
#include "document/result.h"
#include "layout/brand.h"
#include "layout/layout.h"
#include "paint/raster.h"

#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct ImGuiContext;

/// What is open, where we are, what happens next. Owns the ImGui frame of each surface and runs the views in it. Knows
/// no browser: it is told sizes, pointers and scroll positions, and says what it wants.
///
/// Coordinates, all px. *Page*: (0, 0) is the element's top left corner; the header lies over the first header_height
/// px, so the content region's origin is at (frame().content_x, header_height + content_top). *Viewport*: the visible
/// part, (0, 0) is the header's top left corner. *Region*: from the region's own origin. placement() gives each
/// region's place, so that canvas and mirror cannot disagree.
namespace hubglass::app {

/// The two canvases of an instance.
enum class Surface : std::uint8_t { content, frame };

/// What the reader chose; automatic follows the system (Viewport::dark says what that means now).
enum class ThemeChoice : std::uint8_t { automatic, light, dark };

struct Viewport {
  float width = 0;   ///< px of the element
  float height = 0;  ///< px that are visible
  float scale = 1;   ///< device px per CSS px, pinch included
  bool dark = false;
  bool reduced_motion = false;
  bool contrast = false;                       ///< stronger colours are wanted
  ThemeChoice theme = ThemeChoice::automatic;  ///< decides the theme switch's icon; `dark` decides the colours
};

struct Statistics {
  std::uint32_t frames = 0;
  double frame_ms = 0;
  std::uint32_t draw_calls = 0;
  std::uint32_t vertices = 0;
  std::uint32_t atlas_bytes = 0;
  bool crowded = false;  ///< the last frame asked for more text than the atlas can hold: some is missing
};

class Instance {
 public:
  /// `theme` must outlive the Instance.
  explicit Instance(layout::TextEngine& engine, const layout::Theme& theme = layout::default_theme());
  ~Instance();

  /// Reads the pack of a page, which show_page() then shows. On failure nothing changes.
  Result<void> open_page(std::string_view bytes);
  /// Shows the page that was opened last. False when none is waiting.
  bool show_page();
  /// Shows in place of a page that one cannot be read, and why; the frame stays as it is.
  void show_problem(std::string_view sentence, std::string_view remedy);
  /// How much of the hub is shown, from the next show_page() on.
  void set_view(HubView view);
  /// The route in a language (BCP 47) of the page that was opened last, or else of the one shown; nothing when the hub
  /// is not in that language.
  [[nodiscard]] std::optional<std::string> route_in(std::string_view language) const;
  void set_viewport(const Viewport& viewport);
  /// Takes on the colours and corners of the page around; readers who want more contrast keep the hub's own colours.
  const layout::Branded& set_brand(const layout::Brand& brand);
  /// Fonts changed (a late web font): measures and lays out anew.
  void fonts_changed();
  /// Lays out until `bottom` px of the content region (infinity for all of it). True when the layout is complete.
  bool lay_out(float bottom);

  [[nodiscard]] const document::Page& page() const;
  [[nodiscard]] const layout::Frame& frame() const;
  [[nodiscard]] const layout::Layout& region(layout::Region region) const;
  /// Appends the mirror operations of a region (html/mirror.h). `base` is put before internal addresses. `plain` leaves
  /// boxes out.
  void mirror(layout::Region region, std::string_view base, bool plain, std::vector<std::uint8_t>& bytes) const;

  /// y of the content region's element with this id (px from the region's top), negative when there is none.
  [[nodiscard]] float anchor(std::string_view id) const;
  /// The document scrolled: `y` is the top of the visible part in the content region. True when "On this page" changed
  /// (its mirror needs no rebuild: current_contents_entry() names the entry).
  bool scrolled(float y);
  /// 1 + the ordinal, among the links of the contents Document, of the entry being read; 0 for none.
  [[nodiscard]] std::uint32_t current_contents_entry() const;

  /// The pointer is at (x, y) px in a region, or away (region content, x negative). True when a surface needs a frame.
  bool pointer(layout::Region region, float x, float y);
  /// The focus is visibly on this action of a region; 0 when nowhere.
  void focus(layout::Region region, std::uint32_t action);
  /// A summary was activated: opens or closes the details block. The content must be laid out again after it.
  bool toggle_details(std::uint32_t action);
  /// Drawer on phones.
  void set_drawer(bool open);

  /// What the platform clears a surface's canvas to: opaque below the content, transparent over it.
  [[nodiscard]] layout::Rgba background(Surface surface) const;
  /// What a surface's canvas shows, and how much of that a frame does. Page coordinates: (0, 0) is the element's top
  /// left corner, under the header (frame surface: coordinates of the viewport).
  struct View {
    float left = 0;
    float top = 0;
    float width = 0;
    float height = 0;
    float until = std::numeric_limits<float>::infinity();       ///< y below which nothing is laid out or drawn yet
    std::size_t most_fragments = static_cast<std::size_t>(-1);  ///< to rasterise; gaps want the next frame at once
  };
  /// Draws a surface. Called after the platform made the surface's GL context current, cleared its canvas and called
  /// its backend's new-frame; the platform then renders ImGui's draw data. Returns ms until it wants the next frame (0
  /// at once, negative: when something happens). ImGui's display is device px, with a framebuffer scale of 1.
  float draw(Surface surface, paint::Raster& raster, const View& view, double now_ms);
  /// Anything that this surface shows changed since it was last drawn.
  [[nodiscard]] bool needs_frame(Surface surface) const;
  /// The ImGui context of a surface, for the platform's backend.
  [[nodiscard]] ImGuiContext* imgui(Surface surface) const;
  /// Navigation and contents columns scroll on their own: px from their tops.
  void set_region_scroll(layout::Region region, float y);
  /// Where a region lies, px: the content in page coordinates (its height is what is laid out so far), the others in
  /// the viewport; navigation when not wide: the open drawer, below the header.
  [[nodiscard]] layout::Rect placement(layout::Region region) const;
  /// Something outside changed what the surface shows: an image has loaded.
  void invalidate(Surface surface);
  /// The surface's GL context was lost or its scale changed: forget its textures.
  void forget_textures(Surface surface);
  [[nodiscard]] Statistics statistics(Surface surface) const;

  /// Opaque; defined in app/state.h, for app/ alone.
  struct State;

 private:
  std::unique_ptr<State> state_;
};

}  // namespace hubglass::app
