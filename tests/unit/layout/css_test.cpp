#include "layout/native/css.h"
#include "layout/box_style.h"

#include <algorithm>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hubglass::layout {
namespace {

using testing::HasSubstr;

TEST(Css, IsTheSameEveryTimeAndWellFormed) {
  const std::string css = page_css(default_theme());
  EXPECT_EQ(css, page_css(default_theme()));
  EXPECT_EQ(std::count(css.begin(), css.end(), '{'), std::count(css.begin(), css.end(), '}'));
  EXPECT_EQ(std::count(css.begin(), css.end(), '('), std::count(css.begin(), css.end(), ')'));
  EXPECT_EQ(css.find("url("), std::string::npos);  // pages' policy allows no data: images
  EXPECT_EQ(css.find("var(--hg-none)"), std::string::npos);
}

TEST(Css, PutsDotsUnderExplainedWordsWhereLayoutDoes) {
  const std::string css = page_css(default_theme());
  EXPECT_THAT(css, HasSubstr(":where(abbr[title]){cursor:help;text-decoration:underline dotted 1px var(--hg-muted);"
                             "text-underline-offset:0.1875rem;}"));
  EXPECT_THAT(css, HasSubstr(":where(a,ins,h1,h2,h3,h4,h5,h6) :where(abbr){text-decoration:none;}"));
}

TEST(Css, StatesTheTableOfBoxes) {
  const std::string css = page_css(default_theme());
  for (std::size_t i = 1; i < static_cast<std::size_t>(Look::count); ++i) {
    const std::string selector(selector_of(static_cast<Look>(i)));
    EXPECT_THAT(css, HasSubstr(".hg-page :where(" + selector + "){")) << i;
  }
  EXPECT_THAT(css, HasSubstr(".hg-page :where(h2):where(:not(:first-child)){margin-block-start:3rem;}"));
  EXPECT_THAT(css, HasSubstr("repeat(auto-fit,minmax(min(17.5rem,100%),1fr))"));
  EXPECT_THAT(css, HasSubstr("--hg-surface:#0f1521;"));
  EXPECT_THAT(css, HasSubstr("font-size:1.0625rem;line-height:1.6875rem;"));
}

struct FrameCase {
  float width;
  bool wide;
  float content_x;
  float content_width;
};

class Frames : public testing::TestWithParam<FrameCase> {};

TEST_P(Frames, PutTheContent) {
  const Frame frame = frame_for(GetParam().width);
  EXPECT_EQ(frame.wide, GetParam().wide);
  EXPECT_EQ(frame.content_x, GetParam().content_x);
  EXPECT_EQ(frame.content_width, GetParam().content_width);
  EXPECT_EQ(frame.header_height, 64);
  if (frame.wide) {
    EXPECT_EQ(frame.navigation_x + 240 + 64, frame.content_x);
    EXPECT_LE(frame.contents_x + frame.contents_width + 24, GetParam().width);
  } else {
    EXPECT_EQ(frame.contents_width, 0);
    EXPECT_LT(frame.navigation_width, GetParam().width);
  }
}

INSTANTIATE_TEST_SUITE_P(Widths, Frames,
                         testing::Values(FrameCase{320, false, 16, 288}, FrameCase{768, false, 32, 704},
                                         FrameCase{1000, false, 140, 720}, FrameCase{1220, true, 328, 596},
                                         FrameCase{1280, true, 328, 656}, FrameCase{1920, true, 616, 720},
                                         FrameCase{3840, true, 1576, 720}));

}  // namespace
}  // namespace hubglass::layout
