#include "hub/native/icons.h"

#include <gtest/gtest.h>

namespace hubglass::hub {
namespace {

TEST(Icons, JoinAllPaths) {
  const auto icon =
      parse_icon(R"(<svg viewBox="0 0 448 512"><!-- <b> --><path fill="x" d="M1 2"/><g><path d='L3,4z'/></g></svg>)");
  ASSERT_TRUE(icon);
  EXPECT_EQ(icon->width, 448);
  EXPECT_EQ(icon->height, 512);
  EXPECT_EQ(icon->path, "M1 2 L3,4z");
}

TEST(Icons, RefuseWhatIsNoOutline) {
  for (const char* bad :
       {"", "<svg>", R"(<svg viewBox="0 0 24"><path d="M0 0"/></svg>)",
        R"(<svg viewBox="1 0 24 24"><path d="M0 0"/></svg>)", R"(<svg viewBox="0 0 0 24"><path d="M0 0"/></svg>)",
        R"(<svg viewBox="0 0 24 24"></svg>)", R"x(<svg viewBox="0 0 24 24"><path d="url(x)"/></svg>)x",
        R"(<svg viewBox="0 0 24 24"><path d="M0 0)"}) {
    EXPECT_FALSE(parse_icon(bad)) << bad;
  }
}

TEST(Icons, AreFoundInEveryPackage) {
  const std::string folder = find_icon_folder();
  ASSERT_FALSE(folder.empty()) << "the icon packages are not installed; run npm ci";
  for (const char* name : {"material-database", "octicons-arrow-right-24", "fontawesome-brands-github",
                           "fontawesome-regular-user", "fontawesome-solid-user", "simple-github"}) {
    const auto icon = load_icon(folder, name);
    ASSERT_TRUE(icon) << name << ": " << icon.error().message;
    EXPECT_FALSE(icon->path.empty());
  }
  for (const char* name : {"material-no-such-icon", "database",
                           "material-../../../@primer/octicons/build/svg/arrow-right-24", "material-", ""}) {
    const auto icon = load_icon(folder, name);
    ASSERT_FALSE(icon) << name;
    EXPECT_EQ(icon.error().code, ErrorCode::file_missing);
  }
}

}  // namespace
}  // namespace hubglass::hub
