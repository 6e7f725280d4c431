#include "paint/painter.h"

#include "paint/imgui_version.h"
#include "unit/paint/recording_raster.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace hubglass::paint {
namespace {

using layout::Colour;
using layout::Item;
using layout::ItemKind;
using tests::RecordingRaster;

/// A display list built by hand, and a draw list without an ImGui context.
class PainterTest : public testing::Test {
 protected:
  PainterTest() : draw_list_(&shared_) {
    shared_.CurveTessellationTol = 1.25F;
    shared_.SetCircleTessellationMaxError(0.3F);
    shared_.ClipRectFullscreen = ImVec4(-8192, -8192, 8192, 8192);
    shared_.InitialFlags = ImDrawListFlags_AntiAliasedFill | ImDrawListFlags_AntiAliasedLines;
    state_.theme = &layout::default_theme();
    state_.visible = {0, 0, 800, 600};
    state_.icons = &icons_;
  }

  Item& add(ItemKind kind, layout::Rect box, Colour colour) {
    list_.items.push_back({.kind = kind, .colour = colour, .box = box});
    layout::Chunk chunk{
        .top = box.y, .bottom = box.bottom(), .first = static_cast<std::uint32_t>(list_.items.size() - 1), .count = 1};
    list_.chunks.push_back(chunk);
    return list_.items.back();
  }
  Item& add_text(std::string_view text, layout::Rect box, float baseline, Colour colour = Colour::text) {
    Item& item = add(ItemKind::text, box, colour);
    item.text = {static_cast<std::uint32_t>(list_.text.size()), static_cast<std::uint32_t>(text.size())};
    item.baseline = baseline;
    list_.text += text;
    return item;
  }
  void paint() {
    raster_.clear();
    draw_list_._ResetForNewFrame();
    atlas_.begin_frame();
    painter_.prepare(list_, state_, atlas_);
    atlas_.commit(raster_);
    begin_shapes(draw_list_, atlas_, {0, 0, 1600, 1200});
    painter_.paint(draw_list_, atlas_, raster_);
    end_shapes(draw_list_);
  }
  /// Bounds of all vertices of one colour, device px.
  Box bounds(Rgba colour) const {
    Box box{1e9F, 1e9F, -1e9F, -1e9F};
    for (const ImDrawVert& vertex : draw_list_.VtxBuffer) {
      if (vertex.col == packed(colour)) {
        box = {std::min(box.left, vertex.pos.x), std::min(box.top, vertex.pos.y), std::max(box.right, vertex.pos.x),
               std::max(box.bottom, vertex.pos.y)};
      }
    }
    return box;
  }
  Rgba light(Colour colour) const { return colour_of(*state_.theme, false, colour); }

  ImDrawListSharedData shared_;
  ImDrawList draw_list_;
  layout::DisplayList list_;
  PaintState state_;
  Icons icons_;
  FragmentAtlas atlas_;
  RecordingRaster raster_;
  Painter painter_;
};

TEST_F(PainterTest, AsksForTextInItsStyleColourAndSize) {
  Item& item = add_text("Digital twins", {10.3F, 20, 95.5F, 27}, 39);
  item.style.bold = true;
  state_.scale = 2;
  paint();
  ASSERT_EQ(raster_.jobs.size(), 2u);
  const RecordingRaster::Job drawn = raster_.fragments().at(0);
  EXPECT_EQ(drawn.text, "Digital twins");
  EXPECT_TRUE(drawn.job.style.bold);
  EXPECT_EQ(drawn.job.colour, light(Colour::text));
  EXPECT_EQ(drawn.job.scale, 2.0F);
  EXPECT_GE(static_cast<float>(drawn.job.width), 191 + 2 * drawn.job.origin_x);
  EXPECT_GE(static_cast<float>(drawn.job.height), 54.0F);
  EXPECT_EQ(drawn.job.origin_y, std::floor(drawn.job.origin_y));
}

TEST_F(PainterTest, PutsTextOnWholeDevicePixels) {
  add_text("crisp", {10.3F, 20.7F, 40, 27}, 39.7F);
  state_.scale = 1.5F;
  state_.x = 33.35F;
  paint();
  ASSERT_GE(draw_list_.VtxBuffer.Size, 4);
  for (const ImDrawVert& vertex : draw_list_.VtxBuffer) {
    EXPECT_EQ(vertex.pos.x, std::round(vertex.pos.x));
    EXPECT_EQ(vertex.pos.y, std::round(vertex.pos.y));
  }
  // Quad and fragment have the same size, so texels are never stretched.
  const RasterJob job = raster_.fragments().at(0).job;
  const Box box = bounds(0xFFFFFFFFu);
  EXPECT_EQ(box.width(), static_cast<float>(job.width));
  EXPECT_EQ(box.height(), static_cast<float>(job.height));
  EXPECT_EQ(box.left + job.origin_x, 65.5F) << "the quarter of a pixel that is next to (33.35 + 10.3) * 1.5";
  EXPECT_EQ(box.top + job.origin_y, std::round(39.7F * 1.5F));
}

TEST_F(PainterTest, PaintsALongLineInSlicesThatMeet) {
  state_.visible = {0, 0, 6000, 600};
  add_text("a line wider than any texture", {0, 0, 5000, 27}, 19);
  paint();
  std::vector<RecordingRaster::Job> slices = raster_.fragments();
  ASSERT_EQ(slices.size(), 3u);
  std::sort(slices.begin(), slices.end(), [](const auto& a, const auto& b) { return a.job.origin_x > b.job.origin_x; });
  float covered = 0;
  for (const RecordingRaster::Job& slice : slices) {
    EXPECT_LE(slice.job.width, FragmentAtlas::slice_width);
    EXPECT_EQ(slice.job.origin_x, slices[0].job.origin_x - covered);
    covered += static_cast<float>(slice.job.width);
  }
  EXPECT_GE(covered, 5000.0F);
}

TEST_F(PainterTest, PaintsEnlargedTextInSlicesThatMeet) {
  add_text("A data space", {10, 20, 320, 48}, 55);
  state_.scale = 20;
  state_.visible = {0, 0, 390, 200};
  paint();
  const std::vector<RecordingRaster::Job> slices = raster_.fragments();
  ASSERT_GT(slices.size(), 4u);
  std::map<std::pair<float, float>, const RasterJob*> by_place;
  std::uint64_t area = 0;
  float right = 0;
  float bottom = 0;
  const float first_x = std::max_element(slices.begin(), slices.end(), [](const auto& a, const auto& b) {
                          return a.job.origin_x < b.job.origin_x;
                        })->job.origin_x;
  const float first_y = std::max_element(slices.begin(), slices.end(), [](const auto& a, const auto& b) {
                          return a.job.origin_y < b.job.origin_y;
                        })->job.origin_y;
  for (const RecordingRaster::Job& slice : slices) {
    EXPECT_LE(slice.job.width, FragmentAtlas::slice_width);
    EXPECT_LE(slice.job.height, FragmentAtlas::slice_height);
    EXPECT_TRUE(by_place.emplace(std::pair(slice.job.origin_x, slice.job.origin_y), &slice.job).second);
    area += std::uint64_t{slice.job.width} * slice.job.height;
    right = std::max(right, first_x - slice.job.origin_x + static_cast<float>(slice.job.width));
    bottom = std::max(bottom, first_y - slice.job.origin_y + static_cast<float>(slice.job.height));
  }
  EXPECT_EQ(static_cast<float>(area), right * bottom) << "no slice is missing, none is drawn twice";
  EXPECT_GE(right, 320 * 20.0F);
  EXPECT_GE(bottom, 48 * 20.0F);
}

TEST_F(PainterTest, AsksForNoSliceThatCannotBeSeen) {
  add_text("A data space", {10, 20, 320, 48}, 55);
  state_.scale = 20;
  state_.visible = {100, 30, 20, 20};
  state_.x = -100;
  state_.y = -30;
  paint();
  std::uint64_t area = 0;
  for (const RecordingRaster::Job& slice : raster_.fragments()) {
    area += std::uint64_t{slice.job.width} * slice.job.height;
  }
  EXPECT_GE(area, 400u * 400u);
  EXPECT_LE(area, (400u + 2 * 512u) * (400u + 2 * 256u));
}

TEST_F(PainterTest, PaintsAnEnlargedIconInSlicesThatMeet) {
  icons_["material-database"] = {.width = 16, .height = 16, .path = "M0 0h16v16z"};
  list_.text = "material-database";
  add(ItemKind::icon, {0, 0, 24, 24}, Colour::cluster_1).text = {0, 17};
  state_.scale = 20;
  paint();
  std::uint64_t area = 0;
  for (const RecordingRaster::Job& slice : raster_.fragments()) {
    area += std::uint64_t{slice.job.width} * slice.job.height;
    EXPECT_LE(slice.job.height, FragmentAtlas::slice_height);
    EXPECT_EQ(slice.job.drawn_width, 480);
    EXPECT_EQ(slice.job.drawn_height, 480);
  }
  EXPECT_EQ(area, 480u * 480u);
}

TEST_F(PainterTest, LooksOnlyAtWhatIsVisible) {
  for (int i = 0; i < 100; ++i) {
    add_text("line " + std::to_string(i), {0, static_cast<float>(i) * 100, 200, 27}, static_cast<float>(i) * 100 + 19);
  }
  state_.visible = {0, 5000, 800, 250};
  state_.y = -5000;
  paint();
  std::vector<std::string> drawn;
  for (const auto& job : raster_.jobs) {
    if (job.job.kind == RasterJob::Kind::text) {
      drawn.push_back(job.text);
    }
  }
  EXPECT_EQ(drawn, (std::vector<std::string>{"line 50", "line 51", "line 52"}));
}

TEST_F(PainterTest, ASteadyFrameDrawsNoTexels) {
  for (int i = 0; i < 20; ++i) {
    add_text("line " + std::to_string(i), {0, static_cast<float>(i) * 27, 200, 27}, static_cast<float>(i) * 27 + 19);
  }
  paint();
  EXPECT_EQ(raster_.jobs.size(), 21u);
  state_.y = -13;
  paint();
  EXPECT_EQ(raster_.draws, 0) << "scrolling by whole device px needs no new fragments";
}

TEST_F(PainterTest, SharesOneDrawCallBetweenTextAndShapes) {
  add(ItemKind::fill, {0, 0, 100, 50}, Colour::sunken);
  add_text("on it", {5, 5, 60, 27}, 24);
  add(ItemKind::border, {0, 0, 100, 50}, Colour::line).radius = 12;
  add_text("and more", {5, 60, 60, 27}, 79);
  paint();
  int calls = 0;
  for (const ImDrawCmd& command : draw_list_.CmdBuffer) {
    calls += command.ElemCount > 0 ? 1 : 0;
  }
  EXPECT_EQ(calls, 1);
}

TEST_F(PainterTest, AHoveredLinkIsUnderlinedOnly) {
  Item& item = add_text("a link", {10, 20, 50, 27}, 39, Colour::accent);
  item.action = 7;
  paint();
  const int plain = draw_list_.VtxBuffer.Size;
  state_.hovered = 7;
  paint();
  EXPECT_EQ(draw_list_.VtxBuffer.Size, plain + 4);
  const Box line = bounds(light(Colour::accent));
  EXPECT_EQ(line.left, 10);
  EXPECT_EQ(line.right, 60);
  EXPECT_EQ(line.height(), 1);
  EXPECT_GT(line.top, 39);
  state_.hovered = 8;
  paint();
  EXPECT_EQ(draw_list_.VtxBuffer.Size, plain);
}

TEST_F(PainterTest, AnExplainedWordHasQuietDotsBelow) {
  Item& item = add_text("MIM", {10, 20, 41, 27}, 39, Colour::text);
  paint();
  const int plain = draw_list_.VtxBuffer.Size;
  item.dotted = true;
  for (const float scale : {1.0F, 2.0F}) {
    state_.scale = scale;
    paint();
    EXPECT_EQ(draw_list_.VtxBuffer.Size, plain + 21 * 4) << "a dot every 2 px";
    const Box line = bounds(light(Colour::muted));
    EXPECT_EQ(line.left, 10 * scale);
    EXPECT_EQ(line.right, 51 * scale);
    EXPECT_EQ(line.height(), scale);
    EXPECT_EQ(line.top, (39 + layout::underline_offset) * scale);
  }
}

TEST_F(PainterTest, DrawsNoDotsThatCannotBeSeen) {
  Item& item = add_text("a word wider than any screen", {-50000, 20, 100000, 27}, 39);
  item.dotted = true;
  paint();
  const Box line = bounds(light(Colour::muted));
  EXPECT_LE(draw_list_.VtxBuffer.Size, 4 * static_cast<int>(state_.visible.width));
  EXPECT_LE(line.left, state_.visible.x);
  EXPECT_GE(line.right + 2, state_.visible.right());
}

TEST_F(PainterTest, AnUnderlinedLinkGetsAThickerLine) {
  Item& item = add_text("a link", {10, 20, 50, 27}, 39, Colour::accent);
  item.action = 7;
  item.underline = true;
  paint();
  EXPECT_EQ(bounds(light(Colour::accent)).height(), 1);
  state_.hovered = 7;
  paint();
  EXPECT_EQ(bounds(light(Colour::accent)).height(), 2);
}

TEST_F(PainterTest, LinesAreOneDevicePixelAtAnyScale) {
  add(ItemKind::rule, {0, 10.4F, 200, 0}, Colour::line);
  for (const float scale : {1.0F, 1.5F, 2.0F, 3.0F}) {
    state_.scale = scale;
    paint();
    const Box line = bounds(light(Colour::line));
    EXPECT_EQ(line.height(), 1) << scale;
    EXPECT_EQ(line.top, std::round(10.4F * scale));
  }
}

TEST_F(PainterTest, ALiftedCardMovesWithAllOnIt) {
  list_.cards.push_back({.box = {0, 100, 300, 200}, .action = 9, .accent = 2});
  add(ItemKind::fill, {0, 100, 300, 200}, Colour::sunken).card = 1;
  add_text("title", {20, 120, 80, 25}, 138).card = 1;
  paint();
  const Box rest = bounds(light(Colour::sunken));
  const Box text_rest = bounds(0xFFFFFFFFu);
  const CardLift lift{1, 1};
  state_.lifts = std::span(&lift, 1);
  paint();
  EXPECT_EQ(bounds(light(Colour::sunken)).top, rest.top - 2);
  EXPECT_EQ(bounds(0xFFFFFFFFu).top, text_rest.top - 2);
  EXPECT_EQ(raster_.draws, 0) << "lifting needs no new fragments";
}

TEST_F(PainterTest, TheFocusRingStandsOffTheBoxInTheAccentColour) {
  list_.areas.push_back({.action = 4, .box = {50, 50, 100, 30}, .radius = 8});
  const std::uint32_t visible = 0;
  state_.visible_areas = std::span(&visible, 1);
  state_.focused = 4;
  state_.scale = 2;
  paint();
  const Box ring = bounds(light(Colour::accent));
  // 2 px away and 2 px thick; the line's soft edge may reach one device px further.
  EXPECT_NEAR(ring.left, 100 - 8, 1.01F);
  EXPECT_NEAR(ring.bottom, 160 + 8, 1.01F);
  state_.focused = 5;
  paint();
  EXPECT_EQ(draw_list_.VtxBuffer.Size, 0);
}

TEST_F(PainterTest, TheCurrentEntryIsMarked) {
  list_.areas.push_back({.action = 4, .box = {12, 50, 100, 21}});
  add_text("Data Spaces", {12, 50, 90, 21}, 66, Colour::muted).action = 4;
  const std::uint32_t visible = 0;
  state_.visible_areas = std::span(&visible, 1);
  state_.current = 4;
  paint();
  EXPECT_EQ(raster_.fragments().at(0).job.colour, light(Colour::accent));
  const Box bar = bounds(light(Colour::accent));
  EXPECT_EQ(bar.left, 0);
  EXPECT_EQ(bar.width(), 2);
  EXPECT_EQ(bar.height(), 21);
}

TEST_F(PainterTest, ImagesReserveTheirPlaceAndGetAPlateInTheDark) {
  Item& item = add(ItemKind::image, {10, 10, 100, 60}, Colour::none);
  item.text = {0, 8};
  list_.text = "logo.png";
  item.transparent = true;
  paint();
  EXPECT_EQ(draw_list_.VtxBuffer.Size, 0) << "a transparent image that loads shows what is behind it";
  raster_.images["logo.png"] = 55;
  state_.scale = 2;
  state_.dark = true;
  paint();
  EXPECT_EQ(raster_.last_image_width, 200u);
  EXPECT_EQ(raster_.last_image_height, 120u);
  const Box plate = bounds(colour_of(*state_.theme, true, Colour::image_plate));
  EXPECT_NEAR(plate.left, 20, 0.51F);
  EXPECT_NEAR(plate.right, 220, 0.51F);
  bool shown = false;
  for (const ImDrawCmd& command : draw_list_.CmdBuffer) {
    shown = shown || (command.GetTexID() == imgui_texture(55) && command.ElemCount == 6);
  }
  EXPECT_TRUE(shown);
}

TEST_F(PainterTest, IconsComeFromTheHubOrTheLayout) {
  icons_["material-database"] = {.width = 16, .height = 16, .path = "M0 0h16v16z"};
  list_.text = "material-databasenothing";
  Item& known = add(ItemKind::icon, {0, 0, 24, 24}, Colour::cluster_1);
  known.text = {0, 17};
  add(ItemKind::icon, {30, 0, 24, 24}, Colour::text).text = {17, 7};
  paint();
  ASSERT_EQ(raster_.fragments().size(), 1u) << "an unknown icon is left out";
  const RecordingRaster::Job drawn = raster_.fragments()[0];
  EXPECT_EQ(drawn.text, "M0 0h16v16z");
  EXPECT_EQ(drawn.job.view_width, 16);
  EXPECT_EQ(drawn.job.colour, light(Colour::cluster_1));
}

TEST_F(PainterTest, AShadowFadesOutAroundItsBox) {
  add(ItemKind::shadow, {100, 100, 200, 100}, Colour::shadow).radius = 12;
  paint();
  ASSERT_GT(draw_list_.VtxBuffer.Size, 0);
  float outermost = 0;
  for (const ImDrawVert& vertex : draw_list_.VtxBuffer) {
    outermost = std::max(outermost, vertex.pos.x);
  }
  for (const ImDrawVert& vertex : draw_list_.VtxBuffer) {
    if (vertex.pos.x == outermost) {
      EXPECT_EQ(vertex.col >> 24, 0u);
    }
  }
  EXPECT_GT(outermost, 300.0F);
  EXPECT_LT(outermost, 320.0F);
  for (const unsigned index : draw_list_.IdxBuffer) {
    ASSERT_LT(index, static_cast<unsigned>(draw_list_.VtxBuffer.Size));
  }
}

}  // namespace
}  // namespace hubglass::paint
