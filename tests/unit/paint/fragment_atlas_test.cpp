#include "paint/fragment_atlas.h"

#include "unit/paint/recording_raster.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hubglass::paint {
namespace {

using tests::RecordingRaster;

RasterJob text_job(std::string_view text, std::uint32_t width = 100, std::uint32_t height = 27) {
  return {.kind = RasterJob::Kind::text,
          .text = text,
          .colour = 0xFFu,
          .scale = 1,
          .width = width,
          .height = height,
          .origin_x = 4,
          .origin_y = 20};
}

std::vector<std::string> numbered(int count) {
  std::vector<std::string> texts;
  for (int i = 0; i < count; ++i) {
    texts.push_back("fragment " + std::to_string(i));
  }
  return texts;
}

TEST(FragmentAtlas, DrawsAFragmentOnceAndKeepsIt) {
  FragmentAtlas atlas;
  RecordingRaster raster;
  atlas.begin_frame();
  const auto first = atlas.request(text_job("one"));
  EXPECT_EQ(atlas.request(text_job("one")), first);
  atlas.commit(raster);
  EXPECT_EQ(raster.draws, 1);
  EXPECT_EQ(raster.jobs.size(), 2u) << "the fragment, and the white patch for shapes";
  EXPECT_EQ(raster.sides, std::vector<std::uint32_t>{FragmentAtlas::smallest_side});
  raster.clear();
  for (int frame = 0; frame < 3; ++frame) {
    atlas.begin_frame();
    EXPECT_EQ(atlas.request(text_job("one")), first);
    atlas.commit(raster);
  }
  EXPECT_EQ(raster.draws, 0);
}

TEST(FragmentAtlas, DrawsNoMoreThanItMayAndGoesOnInTheNextFrame) {
  FragmentAtlas atlas;
  RecordingRaster raster;
  const std::vector<std::string> texts = numbered(10);
  std::size_t drawn = 0;
  int frames = 0;
  do {
    atlas.begin_frame();
    for (const std::string& text : texts) {
      atlas.request(text_job(text));
    }
    raster.clear();
    atlas.commit(raster, 4);
    EXPECT_LE(raster.jobs.size(), 4u);
    drawn += raster.jobs.size();
    ++frames;
  } while (atlas.pending() && frames < 100);
  EXPECT_EQ(frames, 3);
  EXPECT_EQ(drawn, texts.size() + 1) << "each fragment once, and the white patch";
}

TEST(FragmentAtlas, ForgetsWhatWasNeverDrawnWhenItIsNotAskedForAgain) {
  FragmentAtlas atlas;
  RecordingRaster raster;
  atlas.begin_frame();
  {
    const std::string gone = "gone with its page";
    RasterJob low = text_job(gone);  // what is high comes first
    low.height -= 4;
    atlas.request(low);
    atlas.request(text_job("stays"));
    atlas.commit(raster, 1);
  }
  ASSERT_EQ(raster.jobs.size(), 1u);
  EXPECT_EQ(raster.jobs[0].text, "stays");
  EXPECT_TRUE(atlas.pending());
  raster.clear();
  atlas.begin_frame();
  atlas.request(text_job("stays"));
  atlas.commit(raster);
  EXPECT_FALSE(atlas.pending());
  EXPECT_EQ(raster.jobs.size(), 1u) << "the white patch";
  raster.clear();
  atlas.begin_frame();
  const std::string back = "gone with its page";
  RasterJob low = text_job(back);
  low.height -= 4;
  atlas.request(low);
  atlas.commit(raster);
  EXPECT_EQ(raster.jobs.size(), 1u) << "made when it is asked for again";
}

TEST(FragmentAtlas, TellsStylesColoursScalesAndSlicesApart) {
  FragmentAtlas atlas;
  RecordingRaster raster;
  atlas.begin_frame();
  RasterJob bold = text_job("one");
  bold.style.bold = true;
  RasterJob red = text_job("one");
  red.colour = 0xFF0000FF;
  RasterJob sharp = text_job("one");
  sharp.scale = 2;
  RasterJob later = text_job("one");
  later.origin_x = -2044;
  const auto plain = atlas.request(text_job("one"));
  for (const RasterJob& job : {bold, red, sharp, later}) {
    EXPECT_NE(atlas.request(job), plain);
  }
  atlas.commit(raster);
  EXPECT_EQ(raster.jobs.size(), 6u);
}

TEST(FragmentAtlas, GrowsForALargeFrameAndDrawsAllAnew) {
  FragmentAtlas atlas;
  RecordingRaster raster;
  const std::vector<std::string> texts = numbered(400);
  atlas.begin_frame();
  atlas.request(text_job(texts[0]));
  atlas.commit(raster);
  raster.clear();
  atlas.begin_frame();
  for (const std::string& text : texts) {
    atlas.request(text_job(text, 150, 30));
  }
  atlas.request(text_job(texts[0]));
  atlas.commit(raster);
  ASSERT_EQ(raster.sides.size(), 1u) << "one new texture, however much it grows";
  EXPECT_EQ(raster.sides[0], 2048u);
  EXPECT_EQ(raster.jobs.size(), 402u) << "what was in the old texture is drawn again";
}

TEST(FragmentAtlas, HoldsAFragmentAsWideAsASlice) {
  FragmentAtlas atlas;
  RecordingRaster raster;
  atlas.begin_frame();
  const auto slot = atlas.request(text_job("a long line", FragmentAtlas::slice_width, 30));
  atlas.commit(raster);
  EXPECT_TRUE(atlas.placed(slot));
  EXPECT_GE(atlas.side(), FragmentAtlas::slice_width);
}

TEST(FragmentAtlas, LetsTheLeastRecentlyUsedGo) {
  FragmentAtlas atlas;
  RecordingRaster raster;
  // Each frame shows 20 of 600 fragments; the atlas stays at its smallest and older ones make room.
  const std::vector<std::string> texts = numbered(600);
  for (std::size_t first = 0; first + 20 <= texts.size(); first += 10) {
    atlas.begin_frame();
    for (std::size_t i = first; i < first + 20; ++i) {
      atlas.request(text_job(texts[i], 120, 26));
    }
    atlas.commit(raster);
  }
  EXPECT_EQ(atlas.side(), FragmentAtlas::smallest_side);
  EXPECT_EQ(raster.sides.size(), 1u);
  EXPECT_EQ(raster.jobs.size(), 601u) << "each is drawn once while scrolling one way";
  raster.clear();
  atlas.begin_frame();
  for (std::size_t i = 560; i < 590; ++i) {
    atlas.request(text_job(texts[i], 120, 26));
  }
  atlas.commit(raster);
  EXPECT_TRUE(raster.jobs.empty()) << "what was shown a moment ago is still there";
}

TEST(FragmentAtlas, PlacesNeverOverlap) {
  FragmentAtlas atlas;
  RecordingRaster raster;
  const std::vector<std::string> texts = numbered(900);
  for (std::uint32_t frame = 0; frame < 60; ++frame) {
    atlas.begin_frame();
    std::vector<FragmentAtlas::Slot> slots;
    for (std::uint32_t i = 0; i < 40; ++i) {
      const std::uint32_t n = (frame * 13 + i * 7) % 900;
      slots.push_back(atlas.request(text_job(texts[n], 30 + n % 150, 16 + n % 5 * 8)));
    }
    atlas.commit(raster);
    for (std::size_t a = 0; a < slots.size(); ++a) {
      ASSERT_TRUE(atlas.placed(slots[a]));
      const auto left = atlas.region(slots[a]);
      for (std::size_t b = 0; b < a; ++b) {
        const auto right = atlas.region(slots[b]);
        const bool apart = slots[a] == slots[b] || left.left >= right.right || right.left >= left.right ||
                           left.top >= right.bottom || right.top >= left.bottom;
        ASSERT_TRUE(apart) << "frame " << frame;
      }
    }
  }
}

TEST(FragmentAtlas, SurvivesAFrameThatCannotFit) {
  FragmentAtlas atlas;
  RecordingRaster raster;
  const std::vector<std::string> texts = numbered(120);
  for (int frame = 0; frame < 2; ++frame) {
    atlas.begin_frame();
    std::size_t placed = 0;
    std::vector<FragmentAtlas::Slot> slots;
    for (const std::string& text : texts) {
      slots.push_back(atlas.request(text_job(text, FragmentAtlas::slice_width, 120)));
    }
    atlas.commit(raster);
    for (const auto slot : slots) {
      placed += atlas.placed(slot) ? 1 : 0;
    }
    EXPECT_EQ(atlas.side(), FragmentAtlas::largest_side);
    EXPECT_GE(placed, 30u);
    EXPECT_LT(placed, 120u);
    EXPECT_TRUE(atlas.crowded());
  }
}

TEST(FragmentAtlas, StaysWithinTheLargestTextureThereIs) {
  FragmentAtlas atlas;
  RecordingRaster raster;
  raster.largest = 2048;
  const std::vector<std::string> texts = numbered(120);
  for (const std::size_t count : {std::size_t{10}, texts.size(), std::size_t{10}}) {
    atlas.begin_frame();
    for (std::size_t i = 0; i < count; ++i) {
      atlas.request(text_job(texts[i], FragmentAtlas::slice_width, 120));
    }
    atlas.commit(raster);
    EXPECT_LE(atlas.side(), 2048u);
    EXPECT_EQ(atlas.crowded(), count == texts.size()) << count;
  }
  for (const std::uint32_t side : raster.sides) {
    EXPECT_LE(side, 2048u);
  }
}

TEST(FragmentAtlas, MakesANewTextureAfterItWasForgotten) {
  FragmentAtlas atlas;
  RecordingRaster raster;
  atlas.begin_frame();
  atlas.request(text_job("one"));
  atlas.commit(raster);
  const std::uint64_t before = atlas.texture();
  atlas.forget();
  EXPECT_EQ(atlas.texture(), 0u);
  raster.clear();
  atlas.begin_frame();
  atlas.request(text_job("one"));
  atlas.commit(raster);
  EXPECT_NE(atlas.texture(), before);
  EXPECT_EQ(raster.jobs.size(), 2u);
}

}  // namespace
}  // namespace hubglass::paint
