#include "app/motion.h"

#include <gtest/gtest.h>

namespace hubglass::app {
namespace {

TEST(Motion, ArrivesInItsTimeFastFirst) {
  Motion motion;
  EXPECT_FALSE(motion.moving());
  motion.aim(true);
  EXPECT_TRUE(motion.advance(75, 150, false));
  EXPECT_GT(motion.value(), 0.75F);
  EXPECT_FALSE(motion.advance(75, 150, false));
  EXPECT_EQ(motion.value(), 1);
}

TEST(Motion, TurnsRoundWithoutAJump) {
  Motion motion;
  motion.aim(true);
  motion.advance(50, 150, false);
  const float before = motion.value();
  motion.aim(false);
  EXPECT_EQ(motion.value(), before);
  motion.advance(50, 150, false);
  EXPECT_LT(motion.value(), before);
  motion.advance(100, 150, false);
  EXPECT_EQ(motion.value(), 0);
}

TEST(Motion, CanBeThereAtOnce) {
  Motion motion;
  motion.aim(true);
  EXPECT_FALSE(motion.advance(1, 150, true));
  EXPECT_EQ(motion.value(), 1);
}

}  // namespace
}  // namespace hubglass::app
