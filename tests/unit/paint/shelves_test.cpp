#include "paint/shelves.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace hubglass::paint {
namespace {

struct Placed {
  Place place;
  std::uint32_t width = 0;
  std::uint32_t height = 0;
};

bool overlap(const Placed& a, const Placed& b) {
  return a.place.x < b.place.x + b.width && b.place.x < a.place.x + a.width && a.place.y < b.place.y + b.height &&
         b.place.y < a.place.y + a.height;
}

TEST(Shelves, NeverOverlapAndStayInside) {
  std::mt19937 random(7);
  std::uniform_int_distribution<std::uint32_t> widths(1, 200);
  std::uniform_int_distribution<std::uint32_t> heights(8, 60);
  std::uniform_int_distribution<int> coin(0, 2);
  Shelves shelves;
  shelves.reset(512);
  std::vector<Placed> live;
  std::size_t most = 0;
  for (int i = 0; i < 4000; ++i) {
    if (coin(random) == 0 && !live.empty()) {
      const std::size_t victim = random() % live.size();
      shelves.release(live[victim].place, live[victim].width);
      live.erase(live.begin() + static_cast<std::ptrdiff_t>(victim));
      continue;
    }
    Placed added{{}, widths(random), heights(random)};
    const auto place = shelves.place(added.width, added.height);
    if (!place) {
      continue;
    }
    added.place = *place;
    ASSERT_LE(added.place.x + added.width, 512u);
    ASSERT_LE(added.place.y + added.height, 512u);
    for (const Placed& other : live) {
      ASSERT_FALSE(overlap(added, other)) << "at step " << i;
    }
    live.push_back(added);
    most = std::max(most, live.size());
  }
  EXPECT_GT(most, 30u);
}

TEST(Shelves, GivesAllRoomBackForAnotherHeight) {
  Shelves shelves;
  shelves.reset(256);
  std::vector<Place> small;
  while (const auto place = shelves.place(64, 16)) {
    small.push_back(*place);
  }
  EXPECT_EQ(small.size(), 64u);
  for (const Place& place : small) {
    shelves.release(place, 64);
  }
  EXPECT_TRUE(shelves.place(256, 256).has_value());
}

TEST(Shelves, RefusesWhatIsLargerThanItself) {
  Shelves shelves;
  shelves.reset(128);
  EXPECT_FALSE(shelves.place(129, 10).has_value());
  EXPECT_FALSE(shelves.place(10, 129).has_value());
  EXPECT_TRUE(shelves.place(128, 126).has_value());
}

TEST(Shelves, SplitsAnEmptyHighShelf) {
  Shelves shelves;
  shelves.reset(128);
  const auto high = shelves.place(10, 128);
  ASSERT_TRUE(high.has_value());
  shelves.release(*high, 10);
  const auto first = shelves.place(128, 60);
  const auto second = shelves.place(128, 60);
  ASSERT_TRUE(first.has_value() && second.has_value());
  EXPECT_NE(first->y, second->y);
}

}  // namespace
}  // namespace hubglass::paint
