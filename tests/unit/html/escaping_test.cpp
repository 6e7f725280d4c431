#include "html/html.h"
#include "html/names.h"
#include "text/address.h"
#include "unit/html/sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hubglass::html {
namespace {

using document::BlockKind;
using document::InlineKind;
using document::LinkKind;
using testing::HasSubstr;
using testing::Not;

TEST(Escaping, LeavesNothingThatCouldEndTextOrAttribute) {
  EXPECT_EQ(escape("<script>alert(\"a\" & 'b')</script>"),
            "&lt;script&gt;alert(&quot;a&quot; &amp; 'b')&lt;/script&gt;");
  EXPECT_EQ(escape(""), "");
  EXPECT_EQ(escape("Größe – 東京"), "Größe – 東京");
}

TEST(Escaping, HoldsInTextCodeIdsTitlesAndAlternativeText) {
  Sample sample;
  const auto leaf = sample.paragraph(0, "<script>x</script>");
  sample.document.blocks[leaf].id = sample.document.store("a\" onclick=\"x");
  const auto code = sample.builder.add_inline(leaf, InlineKind::code);
  sample.document.inlines[code].text = sample.document.store("</code><b>");
  sample.image(leaf, "a.png", "\"><script>");
  auto& link = sample.builder.add_link(leaf, "https://example.org/?a=1&b=\"", LinkKind::external, "x");
  link.title = sample.document.store("\"quoted\"");
  const auto block = sample.block(0, BlockKind::code);
  sample.document.blocks[block].literal = sample.document.store("</pre><script>\n");
  sample.document.blocks[block].info = sample.document.store("c\"pp");
  const std::string html = sample.html();
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_THAT(html, HasSubstr("id=\"a&quot; onclick=&quot;x\""));
  EXPECT_THAT(html, HasSubstr("<code>&lt;/code&gt;&lt;b&gt;</code>"));
  EXPECT_THAT(html, HasSubstr("alt=\"&quot;&gt;&lt;script&gt;\""));
  EXPECT_THAT(html, HasSubstr("href=\"https://example.org/?a=1&amp;b=%22\""));
  EXPECT_THAT(html, HasSubstr("title=\"&quot;quoted&quot;\""));
  EXPECT_THAT(html, HasSubstr("<pre><code class=\"language-c&quot;pp\">&lt;/pre&gt;&lt;script&gt;</code></pre>"));
}

TEST(Escaping, WritesNoRawHtmlOutsideConformanceRuns) {
  Sample sample;
  const auto block = sample.block(0, BlockKind::html);
  sample.document.blocks[block].literal = sample.document.store("<script>1</script>");
  const auto leaf = sample.paragraph(0, "text");
  const auto node = sample.builder.add_inline(leaf, InlineKind::html);
  sample.document.inlines[node].text = sample.document.store("<script>2</script>");
  EXPECT_THAT(sample.html(), Not(HasSubstr("script")));
  Options options;
  options.conformance = true;
  EXPECT_EQ(sample.html(options), "<script>1</script>\n<p>text<script>2</script></p>\n");
}

class HostileAddress : public testing::TestWithParam<const char*> {};

TEST_P(HostileAddress, IsNeverALinkOrAnImage) {
  for (const LinkKind kind : {LinkKind::unresolved, LinkKind::external, LinkKind::broken}) {
    Sample sample;
    const auto leaf = sample.block(0, BlockKind::paragraph);
    sample.builder.add_link(leaf, GetParam(), kind, "label");
    EXPECT_EQ(sample.html(), "<p><span>label</span></p>\n");
  }
  for (const LinkKind kind : {LinkKind::internal, LinkKind::asset}) {
    Sample sample;
    const auto leaf = sample.block(0, BlockKind::paragraph);
    sample.builder.add_link(leaf, GetParam(), kind, "label");
    EXPECT_THAT(sample.html(), HasSubstr("href=\"./"));
  }
  Sample sample;
  sample.image(sample.block(0, BlockKind::paragraph), GetParam(), "what it shows");
  EXPECT_EQ(sample.html(), "<p><span class=\"hg-missing-image\">what it shows</span></p>\n");
}

INSTANTIATE_TEST_SUITE_P(Schemes, HostileAddress,
                         testing::Values("javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)",
                                         "java\nscript:alert(1)", "\x01javascript:alert(1)", "java\tscript:x",
                                         "data:text/html,<script>", "vbscript:x", "blob:x", "file:///etc/passwd",
                                         ":no-scheme"));

TEST(Addresses, OfTheHubCannotLeaveIt) {
  EXPECT_EQ(text::internal_address("", "//evil.example/x"), "evil.example/x");
  EXPECT_EQ(text::internal_address("", "/\\evil.example"), "evil.example");
  EXPECT_EQ(text::internal_address("", "a:b/"), "./a:b/");
  EXPECT_EQ(text::internal_address("", ""), "./");
  EXPECT_EQ(text::internal_address("", "#part"), "./#part");
  EXPECT_EQ(text::internal_address("../../", ""), "../../");
  EXPECT_EQ(text::internal_address("../", "Größe/a b/"), "../Gr%C3%B6%C3%9Fe/a%20b/");
}

TEST(Addresses, StayEncodedOnce) {
  EXPECT_EQ(text::encode_address("https://example.org/a%20b?c=[d]&e=\\"), "https://example.org/a%20b?c=%5Bd%5D&e=%5C");
}

TEST(Names, HoldNothingThatRunsOrStyles) {
  for (const std::string_view tag : {"script", "style", "iframe", "object", "link", "meta", "base", "form"}) {
    EXPECT_EQ(name_index(tag_names, tag), unknown_name) << tag;
  }
  for (const std::string_view name : attribute_names) {
    EXPECT_NE(name, "style");
    EXPECT_NE(name.substr(0, 2), "on") << name;
  }
  EXPECT_EQ(tag_names[name_index(tag_names, "wbr")], "wbr");
}

}  // namespace
}  // namespace hubglass::html
