#include "text/safe.h"

#include <string>

#include <gtest/gtest.h>

namespace hubglass::text {
namespace {

TEST(SafeAddress, KnowsItsSchemes) {
  for (const char* good : {"https://a.example/", "HTTP://a", "mailto:a@b", "tel:+1"}) {
    EXPECT_TRUE(is_external_address(good)) << good;
    EXPECT_TRUE(is_safe_address(good)) << good;
  }
  for (const char* good : {"", "a/b/#c", "#c", "a/b:c/", "?x=a:b"}) {
    EXPECT_TRUE(is_safe_address(good)) << good;
    EXPECT_FALSE(is_external_address(good)) << good;
  }
  for (const char* bad : {"javascript:1", "JaVaScRiPt:1", "java\tscript:1", " javascript:1", "\x01javascript:1",
                          "data:x", "file:///etc", "x:", "blob:https://a"}) {
    EXPECT_FALSE(is_safe_address(bad)) << bad;
  }
}

TEST(SafePath, StaysBelowItsRoot) {
  for (const char* good : {"a", "a/b.c", "Ünï code/x (1).png", ".well-known/x", "a/b:c"}) {
    EXPECT_TRUE(is_safe_path(good, false)) << good;
    EXPECT_TRUE(is_safe_path(std::string(good) + "/", true)) << good;
  }
  EXPECT_TRUE(is_safe_path("", true));
  EXPECT_FALSE(is_safe_path("", false));
  for (const char* bad : {"/a", "..", "a/../b", "./a", "a//b", "a\\b", "c:/x", "javascript:x", "a\nb", "a/.."}) {
    EXPECT_FALSE(is_safe_path(bad, false)) << bad;
    EXPECT_FALSE(is_safe_path(std::string(bad) + "/", true)) << bad;
  }
}

}  // namespace
}  // namespace hubglass::text
