#include "layout/box_style.h"
#include "layout/native/css.h"
#include "layout/theme.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hubglass::layout {
namespace {

TEST(KioskTheme, TextIsReadStanding) {
  const Theme& theme = kiosk_theme();
  EXPECT_EQ(font_size(theme, {TextRole::body, false, false, false}), 22);
  EXPECT_EQ(line_height(theme, TextRole::body), 34);
  for (std::size_t i = 0; i < theme.text.size(); ++i) {
    EXPECT_GT(theme.text[i].size, default_theme().text[i].size) << i;
    EXPECT_GT(theme.text[i].line_height, default_theme().text[i].line_height) << i;
  }
  EXPECT_EQ(theme.light, default_theme().light);
}

TEST(KioskTheme, TargetsAreForFingers) {
  const Theme& theme = kiosk_theme();
  constexpr float target = 48;
  for (const bool phone : {false, true}) {
    for (const Look look : {Look::navigation_entry, Look::contents_entry, Look::language_entry, Look::summary,
                            Look::chip, Look::breadcrumb_entry}) {
      const BoxStyle& style = box_style(look, phone, true);
      const TextRole role = style.text != inherited_role     ? style.text
                            : look == Look::navigation_entry ? TextRole::control
                            : look == Look::summary          ? TextRole::card
                                                             : TextRole::small;
      EXPECT_GE(style.padding.top + line_height(theme, role) + style.padding.bottom, target) << static_cast<int>(look);
    }
    EXPECT_GE(box_style(Look::control, phone, true).width, target);
    EXPECT_GE(box_style(Look::control, phone, true).height, target);
    for (const Look look : {Look::navigation_item, Look::navigation_sublist, Look::contents_item}) {
      EXPECT_GE(box_style(look, phone, true).before, 8) << static_cast<int>(look);
    }
    EXPECT_GE(box_style(Look::header_controls, phone, true).gap, 8);
    EXPECT_GE(box_style(Look::language_list, phone, true).gap, 8);
  }
  EXPECT_EQ(box_style(Look::control, false, false).width, 44) << "ordinary pages stay as they are";
}

TEST(KioskTheme, ColumnsFitTheirScreens) {
  const Theme& theme = kiosk_theme();
  for (const float width : {1640.0F, 1920.0F, 3840.0F}) {
    const Frame frame = frame_for(width, theme.frame);
    EXPECT_TRUE(frame.wide) << width;
    EXPECT_GE(frame.navigation_x, frame_margin) << width;
    EXPECT_LE(frame.contents_x + frame.contents_width, width - frame_margin + 0.01F) << width;
    EXPECT_GE(frame.content_width, 800) << width;
  }
  EXPECT_FALSE(frame_for(1080, theme.frame).wide);
  EXPECT_EQ(frame_for(1080, theme.frame).header_height, 88);
}

TEST(KioskTheme, StyleSheetHasItsSizes) {
  const std::string css = page_css(kiosk_theme());
  EXPECT_THAT(css, testing::HasSubstr("font-size:1.375rem;line-height:2.125rem;"));
  EXPECT_THAT(css, testing::HasSubstr("@container hg (min-width:102.5rem)"));
  EXPECT_EQ(std::count(css.begin(), css.end(), '{'), std::count(css.begin(), css.end(), '}'));
}

TEST(KioskTheme, EverythingFollowsTheScreen) {
  const std::string css = page_css(kiosk_theme());
  const std::size_t screens = css.find("html{font-size:16px;}");
  ASSERT_NE(screens, std::string::npos);
  EXPECT_EQ(css.substr(0, screens).find("px"), std::string::npos) << css.substr(css.find("px") - 80, 100);
  EXPECT_THAT(css, testing::HasSubstr("border:0.0625rem solid"));
  EXPECT_THAT(css.substr(screens),
              testing::HasSubstr("@media (min-width:2160px) and (min-height:2160px){html{font-size:32px;}}"));
  EXPECT_THAT(css.substr(screens),
              testing::HasSubstr("@media (min-width:1350px) and (min-height:1350px){html{font-size:20px;}}"));
}

}  // namespace
}  // namespace hubglass::layout
