#include "app/app.h"

#include "layout/fixed_text_engine.h"
#include "layout/theme.h"
#include "unit/app/allocation_counter.h"
#include "unit/app/sample_hub.h"
#include "unit/paint/recording_raster.h"

#include <gtest/gtest.h>
#include <imgui.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <memory>
#include <string>

namespace hubglass::app {
namespace {

using layout::Region;
using tests::RecordingRaster;

constexpr float everything = std::numeric_limits<float>::infinity();

class AppTest : public testing::Test {
 protected:
  AppTest() {
    tests::count_imgui_allocations();
    instance_ = std::make_unique<Instance>(engine_);
    instance_->set_viewport(viewport_);
    show("");
  }

  void show(std::string_view route) {
    ASSERT_TRUE(instance_->open_page(tests::sample_pack(route)));
    ASSERT_TRUE(instance_->show_page());
  }
  void open(std::string_view route, float width = 1280) {
    viewport_.width = width;
    instance_->set_viewport(viewport_);
    show(route);
    instance_->lay_out(everything);
  }
  float draw(Surface surface, float top = 0) {
    raster_.clear();
    now_ += 16;
    return instance_->draw(surface, raster_, {0, top, viewport_.width, viewport_.height}, now_);
  }
  /// Draws until nothing moves; returns the frames it took.
  int draw_out(Surface surface, float top = 0) {
    int frames = 1;
    while (draw(surface, top) == 0 && frames < 200) {
      ++frames;
    }
    return frames;
  }
  const layout::DisplayList& list(Region region) const { return instance_->region(region).list(); }
  int vertices() const { return ImGui::GetDrawData()->TotalVtxCount; }
  /// Changes when any vertex does.
  std::size_t picture() const {
    std::size_t sum = 0;
    for (int i = 0; i < ImGui::GetDrawData()->CmdListsCount; ++i) {
      const ImVector<ImDrawVert>& buffer = ImGui::GetDrawData()->CmdLists[i]->VtxBuffer;
      const std::string_view bytes(reinterpret_cast<const char*>(buffer.Data), buffer.size_in_bytes());
      sum = sum * 31 + std::hash<std::string_view>{}(bytes);
    }
    return sum;
  }
  bool drew(std::string_view text) const {
    return std::any_of(raster_.jobs.begin(), raster_.jobs.end(),
                       [&](const RecordingRaster::Job& job) { return job.text.find(text) != std::string::npos; });
  }
  /// A point in the middle of the nth card of the content.
  layout::Rect card(std::size_t index) const { return list(Region::content).cards.at(index).box; }

  layout::FixedTextEngine engine_{layout::default_theme()};
  RecordingRaster raster_;
  Viewport viewport_{.width = 1280, .height = 800, .scale = 1};
  std::unique_ptr<Instance> instance_;
  double now_ = 1000;
};

TEST_F(AppTest, ShowsARoute) {
  instance_->lay_out(everything);
  show("long/");
  EXPECT_EQ(instance_->page().kind, document::PageKind::ordinary);
  EXPECT_TRUE(instance_->lay_out(everything));
  EXPECT_GT(list(Region::content).height, 1000);
  EXPECT_GT(list(Region::navigation).items.size(), 2u);
  EXPECT_GT(list(Region::contents).items.size(), 10u);
}

TEST_F(AppTest, AnUnknownRouteShowsThatItIsUnknown) {
  show("nowhere/");
  EXPECT_EQ(instance_->page().kind, document::PageKind::missing);
  instance_->lay_out(everything);
  EXPECT_GT(list(Region::content).items.size(), 0u);
}

TEST_F(AppTest, SaysInWhichLanguagesAPageIs) {
  open("de/");
  EXPECT_EQ(instance_->page().language, "de");
  EXPECT_EQ(instance_->page().hub_title, "Drehscheibe");
  EXPECT_EQ(instance_->page().title, "Anfang");
  EXPECT_EQ(instance_->page().route, "de/");
  EXPECT_EQ(instance_->route_in("en"), "");
  EXPECT_EQ(instance_->route_in("fr"), std::nullopt);
  ASSERT_TRUE(instance_->open_page(tests::sample_pack("long/")));
  EXPECT_EQ(instance_->route_in("de"), "de/long/") << "of the page that was opened last";
}

TEST_F(AppTest, TheLanguageSwitchStandsInTheHeaderOrInTheDrawer) {
  const auto shows = [&](Region region, const document::Document& document) {
    const std::string text = instance_->region(region).list().text;
    EXPECT_NE(document::plain_text(document, 0).find("Deutsch"), std::string::npos);
    return text.find("Deutsch") != std::string::npos;
  };
  for (const float width : {320.0F, 839.0F, 840.0F, 1280.0F}) {
    open("", width);
    const bool wide = width >= layout::languages_width;
    EXPECT_EQ(shows(Region::header, instance_->page().header), wide) << width;
    EXPECT_EQ(shows(Region::navigation, instance_->page().navigation), !wide) << width;
  }
}

TEST_F(AppTest, ABadPackLeavesWhatIsShown) {
  open("long/");
  const float height = list(Region::content).height;
  const Result<void> opened = instance_->open_page("not a pack");
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::pack_not_a_pack);
  EXPECT_FALSE(instance_->show_page());
  EXPECT_EQ(instance_->page().route, "long/");
  EXPECT_EQ(list(Region::content).height, height);
}

TEST_F(AppTest, AnOpenedPageIsShownOnce) {
  open("");
  ASSERT_TRUE(instance_->open_page(tests::sample_pack("nowhere/")));
  ASSERT_TRUE(instance_->open_page(tests::sample_pack("long/")));
  EXPECT_EQ(instance_->page().route, "");
  EXPECT_TRUE(instance_->show_page());
  EXPECT_EQ(instance_->page().route, "long/");
  EXPECT_FALSE(instance_->show_page());
}

TEST_F(AppTest, APageThatCannotBeReadSaysSoInTheSameFrame) {
  open("long/");
  instance_->show_problem("The pack is cut short.", "Build it anew.");
  const std::string text = document::plain_text(instance_->page().content, 0);
  EXPECT_NE(text.find("The pack is cut short."), std::string::npos);
  EXPECT_NE(text.find("Build it anew."), std::string::npos);
  EXPECT_EQ(instance_->page().kind, document::PageKind::missing);
  EXPECT_NE(document::plain_text(instance_->page().navigation, 0).find("Long"), std::string::npos);
}

TEST_F(AppTest, DrawsWhatIsVisibleAndThenRests) {
  open("long/");
  EXPECT_TRUE(instance_->needs_frame(Surface::content));
  EXPECT_LT(draw(Surface::content), 0);
  EXPECT_FALSE(instance_->needs_frame(Surface::content));
  EXPECT_GT(vertices(), 100);
  EXPECT_TRUE(drew("Paragraph"));
  EXPECT_FALSE(drew("Section 12"));
  EXPECT_LT(draw(Surface::content), 0);
  EXPECT_EQ(raster_.draws, 0) << "nothing new to draw";
  draw(Surface::content, list(Region::content).height - 600);
  EXPECT_TRUE(drew("Section 12"));
}

TEST_F(AppTest, ClearsTheContentCanvasToTheSurfaceAndTheFramesToNothing) {
  open("");
  viewport_.dark = true;
  instance_->set_viewport(viewport_);
  EXPECT_EQ(instance_->background(Surface::content), 0x0F1521FFu);
  EXPECT_EQ(instance_->background(Surface::frame), 0u);
  draw(Surface::content);
  EXPECT_EQ(ImGui::GetDrawData()->DisplaySize.x, 1280);
}

TEST_F(AppTest, DrawsNothingBelowWhereItIsToldToEnd) {
  open("long/");
  draw(Surface::content);
  const int all = vertices();
  show("long/");
  raster_.clear();
  instance_->draw(Surface::content, raster_, {0, 0, viewport_.width, viewport_.height, 200}, now_ += 16);
  EXPECT_GT(vertices(), 0);
  EXPECT_LT(vertices(), all / 2);
  EXPECT_LT(list(Region::content).height, 2 * 200) << "and lays out no more";
}

TEST_F(AppTest, LaysOutNoMoreThanAsked) {
  open("long/");
  const std::size_t all = list(Region::content).items.size();
  show("long/");
  EXPECT_FALSE(instance_->lay_out(400));
  EXPECT_LT(list(Region::content).items.size(), all / 2);
  const float last = instance_->anchor("section-12");
  EXPECT_GT(last, 1000) << "an anchor further down is found all the same";
  EXPECT_LT(instance_->anchor("nothing-of-this-name"), 0);
}

TEST_F(AppTest, ACardLiftsUnderThePointerAndComesToRest) {
  open("");
  ASSERT_EQ(list(Region::content).cards.size(), 2u);
  draw_out(Surface::content);
  const layout::Rect box = card(1);
  EXPECT_TRUE(instance_->pointer(Region::content, box.x + box.width / 2, box.y + 10));
  EXPECT_TRUE(instance_->needs_frame(Surface::content));
  const int frames = draw_out(Surface::content);
  EXPECT_GE(frames, 8) << "150 ms in frames of 16 ms";
  EXPECT_LE(frames, 14);
  EXPECT_FALSE(instance_->pointer(Region::content, box.x + box.width / 2, box.y + 12)) << "the same card: no frame";
  EXPECT_FALSE(instance_->needs_frame(Surface::content));
  EXPECT_TRUE(instance_->pointer(Region::content, -1, -1));
  EXPECT_GE(draw_out(Surface::content), 8);
}

TEST_F(AppTest, MotionIsLeftOutWhenItIsNotWanted) {
  viewport_.reduced_motion = true;
  open("");
  draw_out(Surface::content);
  const layout::Rect box = card(0);
  instance_->pointer(Region::content, box.x + 5, box.y + 5);
  EXPECT_LE(draw_out(Surface::content), 2);
}

TEST_F(AppTest, AHoveredLinkStandsOut) {
  open("long/");
  draw_out(Surface::content);
  const std::size_t plain = picture();
  const layout::DisplayList& shown = list(Region::content);
  const auto link = std::find_if(shown.areas.begin(), shown.areas.end(), [](const layout::Area& area) {
    return area.action >= layout::inline_action && area.box.y > 60;
  });
  ASSERT_NE(link, shown.areas.end());
  EXPECT_TRUE(instance_->pointer(Region::content, link->box.x + 2, link->box.y + 2));
  draw_out(Surface::content);
  EXPECT_NE(picture(), plain);
  EXPECT_TRUE(instance_->pointer(Region::content, -1, 0));
  draw_out(Surface::content);
  EXPECT_EQ(picture(), plain);
}

TEST_F(AppTest, TheFocusIsRinged) {
  open("long/");
  draw_out(Surface::frame);
  const int plain = vertices();
  const layout::ActionId action = list(Region::navigation).areas.at(1).action;
  instance_->focus(Region::navigation, action);
  EXPECT_TRUE(instance_->needs_frame(Surface::frame));
  draw_out(Surface::frame);
  EXPECT_GT(vertices(), plain);
  instance_->focus(Region::content, 0);
  draw_out(Surface::frame);
  EXPECT_EQ(vertices(), plain);
}

TEST_F(AppTest, OnThisPageFollowsTheScroll) {
  open("long/");
  EXPECT_EQ(instance_->current_contents_entry(), 0u);
  const float third = instance_->anchor("section-3");
  EXPECT_TRUE(instance_->scrolled(third - 20));
  EXPECT_EQ(instance_->current_contents_entry(), 3u);
  EXPECT_TRUE(instance_->needs_frame(Surface::frame));
  draw_out(Surface::frame);
  EXPECT_FALSE(instance_->scrolled(third - 10));
  EXPECT_FALSE(instance_->needs_frame(Surface::frame));
  EXPECT_TRUE(instance_->scrolled(list(Region::content).height - 700));
  EXPECT_EQ(instance_->current_contents_entry(), 12u) << "the last one at the end of the page";
  EXPECT_TRUE(instance_->scrolled(0));
  EXPECT_EQ(instance_->current_contents_entry(), 0u);
}

TEST_F(AppTest, DetailsOpenAndClose) {
  open("long/");
  const layout::DisplayList& shown = list(Region::content);
  const float closed = shown.height;
  const auto summary = std::find_if(shown.areas.begin(), shown.areas.end(), [](const layout::Area& area) {
    return area.action != 0 && area.action < layout::inline_action;
  });
  ASSERT_NE(summary, shown.areas.end());
  const layout::ActionId action = summary->action;
  EXPECT_TRUE(instance_->toggle_details(action));
  instance_->lay_out(everything);
  EXPECT_GT(list(Region::content).height, closed + 30);
  EXPECT_TRUE(instance_->toggle_details(action));
  instance_->lay_out(everything);
  EXPECT_EQ(list(Region::content).height, closed);
  EXPECT_FALSE(instance_->toggle_details(0));
  EXPECT_FALSE(instance_->toggle_details(1));
  EXPECT_FALSE(instance_->toggle_details(0x7FFFFFFF));
  EXPECT_FALSE(instance_->toggle_details(layout::inline_action));
}

TEST_F(AppTest, TheDrawerSlidesOnPhonesOnly) {
  open("long/", 390);
  draw_out(Surface::frame);
  EXPECT_FALSE(drew("Home"));
  instance_->set_drawer(true);
  EXPECT_TRUE(instance_->needs_frame(Surface::frame));
  const int frames = draw_out(Surface::frame);
  EXPECT_GE(frames, 12) << "220 ms in frames of 16 ms";
  EXPECT_LE(frames, 18);
  const int opened = vertices();
  instance_->set_drawer(false);
  draw_out(Surface::frame);
  EXPECT_LT(vertices(), opened);
  open("long/", 1280);
  draw_out(Surface::frame);
  instance_->set_drawer(true);
  EXPECT_FALSE(instance_->needs_frame(Surface::frame));
}

TEST_F(AppTest, LightAndDarkNeedNoNewLayout) {
  open("long/");
  draw_out(Surface::content);
  const layout::Item* items = list(Region::content).items.data();
  viewport_.dark = true;
  instance_->set_viewport(viewport_);
  EXPECT_EQ(list(Region::content).items.data(), items);
  EXPECT_TRUE(instance_->needs_frame(Surface::content));
  EXPECT_TRUE(instance_->needs_frame(Surface::frame));
  draw(Surface::content);
  EXPECT_TRUE(drew("Paragraph")) << "text is drawn in its new colour";
}

TEST_F(AppTest, TheThemeSwitchShowsTheChoice) {
  open("long/");
  const auto icon = [&] {
    std::string names;
    for (const layout::Item& item : list(Region::header).items) {
      if (item.kind == layout::ItemKind::icon) {
        names += list(Region::header).text.substr(item.text.begin, item.text.size) + ' ';
      }
    }
    return names;
  };
  EXPECT_EQ(icon(), "material-theme-light-dark ");
  viewport_.theme = ThemeChoice::dark;
  instance_->set_viewport(viewport_);
  EXPECT_EQ(icon(), "material-weather-night ");
  open("", 390);
  EXPECT_EQ(icon(), "material-weather-night material-menu ");
  instance_->set_drawer(true);
  EXPECT_EQ(icon(), "material-weather-night material-close ");
}

TEST_F(AppTest, ANewWidthReflowsAndANewHeightDoesNot) {
  open("long/");
  const layout::Item* items = list(Region::content).items.data();
  const float wide = list(Region::content).height;
  viewport_.height = 500;
  instance_->set_viewport(viewport_);
  EXPECT_EQ(list(Region::content).items.data(), items);
  open("long/", 390);
  EXPECT_GT(list(Region::content).height, wide);
  EXPECT_FALSE(instance_->frame().wide);
}

TEST_F(AppTest, ASteadyFrameAllocatesNothing) {
  open("long/");
  instance_->scrolled(900);
  const layout::DisplayList& shown = list(Region::content);
  instance_->pointer(Region::content, shown.areas[3].box.x + 1, shown.areas[3].box.y + 1);
  for (int i = 0; i < 3; ++i) {
    draw_out(Surface::content, shown.areas[3].box.y);
    draw_out(Surface::frame);
  }
  const std::size_t before = tests::allocations();
  for (int i = 0; i < 10; ++i) {
    draw(Surface::content, shown.areas[3].box.y);
    draw(Surface::frame);
  }
  EXPECT_EQ(tests::allocations(), before);
}

TEST_F(AppTest, LostTexturesAreMadeAgain) {
  open("long/");
  draw(Surface::content);
  instance_->forget_textures(Surface::content);
  EXPECT_TRUE(instance_->needs_frame(Surface::content));
  draw(Surface::content);
  EXPECT_EQ(raster_.sides.size(), 1u);
  EXPECT_TRUE(drew("Paragraph"));
  EXPECT_GT(instance_->statistics(Surface::content).atlas_bytes, 0u);
}

TEST_F(AppTest, ColumnsScrollOnTheirOwn) {
  open("long/");
  draw_out(Surface::frame);
  instance_->set_region_scroll(Region::contents, 40);
  EXPECT_TRUE(instance_->needs_frame(Surface::frame));
  draw_out(Surface::frame);
  instance_->set_region_scroll(Region::contents, 40);
  EXPECT_FALSE(instance_->needs_frame(Surface::frame));
}

TEST_F(AppTest, RegionsLieWhereTheFrameSays) {
  open("long/");
  const layout::Frame& frame = instance_->frame();
  const layout::Rect content = instance_->placement(Region::content);
  EXPECT_EQ(content.x, frame.content_x);
  EXPECT_EQ(content.y, frame.header_height + frame.content_top);
  EXPECT_EQ(content.height, list(Region::content).height);
  EXPECT_EQ(instance_->placement(Region::navigation).y, frame.header_height);
  EXPECT_EQ(instance_->placement(Region::header).width, 1280);
}

TEST_F(AppTest, InstancesDoNotDisturbEachOther) {
  open("long/");
  draw_out(Surface::content);
  const int alone = vertices();
  Instance other(engine_);
  other.set_viewport({.width = 500, .height = 400, .scale = 2});
  ASSERT_TRUE(other.open_page(tests::sample_pack("")));
  ASSERT_TRUE(other.show_page());
  RecordingRaster raster;
  other.draw(Surface::content, raster, {0, 0, 500, 400}, 0);
  EXPECT_NE(other.imgui(Surface::content), instance_->imgui(Surface::content));
  draw(Surface::content);
  EXPECT_EQ(vertices(), alone);
  EXPECT_EQ(raster_.draws, 0);
}

TEST_F(AppTest, TheMirrorDescribesWhatIsShown) {
  open("long/");
  std::vector<std::uint8_t> placed;
  std::vector<std::uint8_t> plain;
  instance_->mirror(Region::content, "/hub/", false, placed);
  instance_->mirror(Region::content, "/hub/", true, plain);
  EXPECT_GT(plain.size(), 1000u);
  EXPECT_GT(placed.size(), plain.size()) << "boxes and line ends come on top";
}

TEST_F(AppTest, NothingIsShownBeforeThereIsAPack) {
  Instance empty(engine_);
  empty.set_viewport({.width = 800, .height = 600});
  EXPECT_FALSE(empty.show_page());
  EXPECT_TRUE(empty.lay_out(everything));
  RecordingRaster raster;
  EXPECT_LT(empty.draw(Surface::content, raster, {0, 0, 800, 600}, 0), 0);
  EXPECT_LT(empty.draw(Surface::frame, raster, {0, 0, 800, 600}, 0), 0);
}

}  // namespace
}  // namespace hubglass::app
