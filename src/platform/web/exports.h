#pragma once

#include <cstdint>

/// The C ABI between TypeScript (web/engine.ts) and the engine. All work happens on a handle from hubglass_create. Text
/// and bytes go in through a buffer from hubglass_input and come out through hubglass_output, valid until the next call
/// that says it writes there. Regions: 0 content, 1 header, 2 navigation, 3 contents. Surfaces: 0 content, 1 frame.
/// Sizes are CSS px unless named device px.
extern "C" {

/// What this header promises, as a number: the script asks for the one that it was written for (web/engine.ts).
std::uint32_t hubglass_abi();

/// `kiosk`: 1 for the sizes of kiosks, 0 for the usual ones.
std::uint32_t hubglass_create(std::uint32_t kiosk);
void hubglass_destroy(std::uint32_t handle);

/// A buffer of `size` bytes to fill before a call that reads it.
std::uint8_t* hubglass_input(std::uint32_t size);
/// What the last writing call wrote.
const std::uint8_t* hubglass_output();

/// Names shared by both sides, written to the output: mirror tags, an empty line, mirror attributes. Returns the size.
std::uint32_t hubglass_names();
/// CSS of every text style, a line each: "weight size line-height italic mono"; then the two font families. `kiosk` as
/// in hubglass_create. Returns the size.
std::uint32_t hubglass_styles(std::uint32_t kiosk);

/// Reads the pack of a page, `size` bytes in the input, for hubglass_show_page. 0 when good; else the size of an error
/// in the output: code, message, part and remedy, a line each.
std::uint32_t hubglass_open_page(std::uint32_t handle, std::uint32_t size);
/// Shows the page that was opened last. 0 when none was.
std::uint32_t hubglass_show_page(std::uint32_t handle);
/// Shows that a page cannot be read. The input is a sentence, a line end, and what to do.
void hubglass_show_problem(std::uint32_t handle, std::uint32_t size);
/// How much of the hub is shown from the next page on (app::HubView).
void hubglass_view(std::uint32_t handle, std::uint32_t view);
/// The input is a language. Writes the route in it of the page opened last, or else of the one shown, and a line end; 0
/// when the hub is not in it.
std::uint32_t hubglass_in_language(std::uint32_t handle, std::uint32_t size);
/// Of the page that is shown, a line each: 1 when it is one of the hub's and 0 when it stands in for a missing one,
/// title, description, route, language of the interface, the hub's title, route of the page for what is missing, the
/// words of the link past the frame. Returns the size.
std::uint32_t hubglass_page(std::uint32_t handle);

/// flags: 1 dark, 2 reduced motion, 4 more contrast, 8 and 16 the text is set by Firefox, or
/// WebKit, each of which breaks lines a little differently (layout::TextEngine). `theme` is the reader's choice: 0
/// automatic, 1 light, 2 dark.
void hubglass_viewport(std::uint32_t handle, float width, float height, float scale, std::uint32_t flags,
                       std::uint32_t theme);
/// What the page around says (layout/brand.h): colours 0xRRGGBBAA or 0, px or negative. Writes the colours of the light
/// and the dark scheme as CSS, a line each, and a line "rounding notes notes", where notes add up: 1 the accent is
/// another shade, 2 the text colour is left out. Returns the size.
std::uint32_t hubglass_brand(std::uint32_t handle, std::uint32_t accent, std::uint32_t surface, std::uint32_t text,
                             float radius);
void hubglass_fonts_changed(std::uint32_t handle);
/// Lays out the content until `bottom`. 1 when the layout is complete.
std::uint32_t hubglass_lay_out(std::uint32_t handle, float bottom);
/// 12 floats: wide, header height, content x, top, width, height; navigation x, width, height; contents x, width,
/// height.
const float* hubglass_frame_sizes(std::uint32_t handle);
/// Mirror operations of a region (html/mirror.h). `base` is the input's `size` bytes. Returns the size.
std::uint32_t hubglass_mirror(std::uint32_t handle, std::uint32_t region, std::uint32_t size, std::uint32_t plain);
/// y of an id (the input's `size` bytes) in the content region; negative when there is none.
float hubglass_anchor(std::uint32_t handle, std::uint32_t size);

/// Text fragments of a region, a line each: "x y width height baseline", a tab, the text; px from the region's origin.
/// Returns the size.
std::uint32_t hubglass_fragments(std::uint32_t handle, std::uint32_t region);

/// The visible part starts at content y. Returns 1 + the index, among the entries of "On this page", of the one being
/// read.
std::uint32_t hubglass_scrolled(std::uint32_t handle, float y);
void hubglass_region_scroll(std::uint32_t handle, std::uint32_t region, float y);
void hubglass_pointer(std::uint32_t handle, std::uint32_t region, float x, float y);
void hubglass_focus(std::uint32_t handle, std::uint32_t region, std::uint32_t action);
/// Opens or closes a details block. 1 when the content must be laid out again.
std::uint32_t hubglass_toggle(std::uint32_t handle, std::uint32_t action);
void hubglass_drawer(std::uint32_t handle, std::uint32_t open);

/// Starts drawing a surface in a GL context (a handle of Emscripten's GL table, current). 1 when it works.
std::uint32_t hubglass_surface_start(std::uint32_t handle, std::uint32_t surface, std::uint32_t context);
/// The surface's context is lost or to be given back; nothing is drawn until it starts again.
void hubglass_surface_stop(std::uint32_t handle, std::uint32_t surface);
std::uint32_t hubglass_needs_frame(std::uint32_t handle, std::uint32_t surface);
/// Draws page rectangle (left, top, width, height), nothing below `until` yet. Rasterises no more than `most`
/// fragments, and wants another frame when that leaves gaps. Returns ms until the next wanted frame, negative for none.
float hubglass_frame(std::uint32_t handle, std::uint32_t surface, float left, float top, float width, float height,
                     float until, double now, std::uint32_t most);
/// 8 doubles: frames, C++ ms of the last frame, ms of its WebGL submission, draw calls, vertices, atlas bytes, 1 when
/// text is missing because the atlas has no room for it, 0.
const double* hubglass_statistics(std::uint32_t handle, std::uint32_t surface);
}
