#include "hub/address.h"
#include "hub/index.h"
#include "text/address.h"

#include <gtest/gtest.h>

namespace hubglass::hub {
namespace {

TEST(Address, AllowsOnlyFourSchemes) {
  EXPECT_EQ(read_address("https://example.org/a?b#c").kind, AddressKind::external);
  EXPECT_EQ(read_address("HTTP://example.org").kind, AddressKind::external);
  EXPECT_EQ(read_address("mailto:a@example.org").kind, AddressKind::external);
  EXPECT_EQ(read_address("tel:+3212345").kind, AddressKind::external);
  for (const char* hostile : {"javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)",
                              "java\nscript:alert(1)", "\x01javascript:alert(1)", "java\tscript:x", "data:text/html,x",
                              "vbscript:x", "file:///etc/passwd", "ftp://example.org", "blob:x"}) {
    EXPECT_EQ(read_address(hostile).kind, AddressKind::disallowed) << hostile;
  }
}

TEST(Address, TakesAnAddressWithoutSchemeForHttpsOrMail) {
  const Address host = read_address("//example.org/a");
  EXPECT_EQ(host.kind, AddressKind::external);
  EXPECT_EQ(host.text, "https://example.org/a");
  EXPECT_EQ(read_address("/\\example.org").kind, AddressKind::external);
  const Address mail = read_address("support@example.org");
  EXPECT_EQ(mail.kind, AddressKind::external);
  EXPECT_EQ(mail.text, "mailto:support@example.org");
}

TEST(Address, SplitsRelativeAddresses) {
  const Address address = read_address("../my%20page.md?x=1#a-b");
  EXPECT_EQ(address.kind, AddressKind::relative);
  EXPECT_EQ(address.path, "../my page.md");
  EXPECT_EQ(address.fragment, "a-b");
  EXPECT_TRUE(read_address("/a.md").absolute);
  EXPECT_EQ(read_address("/a.md").path, "a.md");
}

TEST(Address, JoinsPathsButNeverLeavesTheRoot) {
  EXPECT_EQ(join_path("a/b", "../c.md"), "a/c.md");
  EXPECT_EQ(join_path("", "./x//y.md"), "x/y.md");
  EXPECT_EQ(join_path("a", "../../c.md"), std::nullopt);
}

TEST(Address, NamesHosts) {
  EXPECT_EQ(host_of("https://www.example.org/a"), "example.org");
  EXPECT_EQ(host_of("https://user@example.org:8080?x"), "example.org:8080");
  EXPECT_EQ(host_of("mailto:a@example.org"), "");
}

TEST(Routes, CompareWithoutWhatDoesNotCount) {
  EXPECT_EQ(route_key("/a/b/"), "a/b");
  EXPECT_EQ(route_key("a/b/index.html?x#y"), "a/b");
  EXPECT_EQ(route_key("a/my%20page/"), "a/my page");
  EXPECT_EQ(route_key("index.html"), "");
  EXPECT_EQ(route_key("a/noindex.html"), "a/noindex.html");
  EXPECT_EQ(text::percent_decode("100%"), "100%");
  EXPECT_EQ(text::percent_encode_path("my page?/50%"), "my%20page%3F/50%25");
}

}  // namespace
}  // namespace hubglass::hub
