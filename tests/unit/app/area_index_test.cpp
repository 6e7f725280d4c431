#include "app/area_index.h"

#include <gtest/gtest.h>

#include <vector>

namespace hubglass::app {
namespace {

layout::DisplayList rows(std::uint32_t count) {
  layout::DisplayList list;
  for (std::uint32_t i = 0; i < count; ++i) {
    list.areas.push_back({.action = i + 1, .box = {10, static_cast<float>(i) * 30, 100, 20}});
  }
  return list;
}

TEST(AreaIndex, FindsWhatTouchesARectangle) {
  const layout::DisplayList list = rows(1000);
  AreaIndex index;
  index.extend(list);
  std::vector<std::uint32_t> found;
  index.find(list, {0, 3000, 500, 90}, found);
  EXPECT_EQ(found, (std::vector<std::uint32_t>{100, 101, 102, 103}));
  index.find(list, {200, 3000, 500, 90}, found);
  EXPECT_TRUE(found.empty()) << "nothing that far right";
}

TEST(AreaIndex, GrowsWithTheList) {
  layout::DisplayList list = rows(100);
  AreaIndex index;
  index.extend(list);
  EXPECT_EQ(index.at(list, 20, 150 * 30 + 5), AreaIndex::none);
  list = rows(200);
  index.extend(list);
  EXPECT_EQ(index.at(list, 20, 150 * 30 + 5), 150u);
  index.reset();
  EXPECT_EQ(index.at(list, 20, 150 * 30 + 5), AreaIndex::none);
}

TEST(AreaIndex, TheLaterAreaLiesOnTop) {
  layout::DisplayList list = rows(3);
  list.areas.push_back({.action = 9, .box = {0, 0, 500, 500}});
  AreaIndex index;
  index.extend(list);
  EXPECT_EQ(index.at(list, 20, 35), 3u);
  EXPECT_EQ(index.at(list, 600, 35), AreaIndex::none);
}

}  // namespace
}  // namespace hubglass::app
