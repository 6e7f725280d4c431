#include "cli/site/svg.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace hubglass::site {
namespace {

const std::string root = "<svg xmlns=\"http://www.w3.org/2000/svg\"";

std::string svg(const std::string& inside) {
  return root +
         " xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:ev=\"http://www.w3.org/2001/xml-events\""
         " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" width=\"10\" height=\"10\">" +
         inside + "</svg>";
}

TEST(Svg, IsMeasured) {
  struct Case {
    const char* attributes;
    float width;
    float height;
  };
  for (const Case& size :
       {Case{"width=\"640\" height=\"480px\"", 640, 480}, Case{"viewBox=\"0 0 231 78\"", 231, 78},
        Case{"width=\"1in\" height=\"72pt\"", 96, 96},
        Case{"width=\"100%\" height=\"100%\" viewBox='0,0,20,40'", 20, 40},
        Case{"width=\"300\" viewBox=\"0 0 30 10\"", 300, 100}, Case{"height='5' viewBox='1 1 30 10'", 15, 5},
        Case{"", 300, 150}, Case{"viewBox=\"0 0 0 0\"", 300, 150}, Case{"width=\"-3\" height=\"nan\"", 300, 150}}) {
    const auto image = prepare_svg(root + " " + size.attributes + "/>", "a.svg");
    ASSERT_TRUE(image) << size.attributes << ": " << image.error().message;
    EXPECT_FLOAT_EQ(image->width, size.width) << size.attributes;
    EXPECT_FLOAT_EQ(image->height, size.height) << size.attributes;
    EXPECT_TRUE(image->transparent);
    EXPECT_EQ(image->extension, ".svg");
  }
}

TEST(Svg, StaysByteForByteWhenItHasASize) {
  const std::string text =
      "<?xml version=\"1.0\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"svg11.dtd\">\n" +
      svg("<title>A &amp; B &#x2013;</title><path d='M0 0'/>");
  const auto image = prepare_svg(text, "a.svg");
  ASSERT_TRUE(image) << image.error().message;
  EXPECT_EQ(image->bytes, text);
}

TEST(Svg, GetsASizeWhereItHasNone) {
  const auto image =
      prepare_svg("<!-- x -->" + root + " width='100%' viewBox='0 0 20 40' height=\"auto\"><g/></svg>", "a.svg");
  ASSERT_TRUE(image) << image.error().message;
  EXPECT_EQ(image->bytes, "<!-- x -->" + root + " viewBox=\"0 0 20 40\" width=\"20\" height=\"40\"><g/></svg>");
  EXPECT_EQ(prepare_svg(root + " viewBox='0 0 20 40'/>", "a.svg")->bytes,
            root + " viewBox=\"0 0 20 40\" width=\"20\" height=\"40\"/>");
}

TEST(Svg, SaysTheSizeThatWasMeasured) {
  const auto image = prepare_svg(root + " width='10mm'/>", "a.svg");
  ASSERT_TRUE(image) << image.error().message;
  const auto again = prepare_svg(image->bytes, "a.svg");
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(again->width, image->width);
  EXPECT_EQ(again->height, image->height);
}

TEST(Svg, KeepsWhatItsRootSaysWhenItGetsASize) {
  const std::string text =
      "<s:svg xmlns:s='http://www.w3.org/2000/svg' xmlns='http://x.example/?a&amp;b' viewBox='0 0 2 4'\n"
      " aria-label='a &quot;&lt;ä&#10;b' s:width='7' xml:space=\"preserve\" ><s:g/></s:svg>";
  const auto image = prepare_svg(text, "a.svg");
  ASSERT_TRUE(image) << image.error().message;
  const auto again = prepare_svg(image->bytes, "a.svg");
  ASSERT_TRUE(again) << again.error().message << "\n" << image->bytes;
  EXPECT_EQ(again->bytes, image->bytes) << "it has its sizes now";
  for (const char* part : {"<s:svg ", "xmlns:s=\"http://www.w3.org/2000/svg\"", "xmlns=\"http://x.example/?a&#38;b\"",
                           "aria-label=\"a &#34;&#60;&#228;&#10;b\"", "s:width=\"7\"", "xml:space=\"preserve\"",
                           " width=\"2\" height=\"4\"><s:g/></s:svg>"}) {
    EXPECT_NE(image->bytes.find(part), std::string::npos) << part << "\n" << image->bytes;
  }
}

TEST(Svg, MayBeSavedAsTheEncodingThatItNames) {
  const std::string latin =
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + root + " aria-label='\xe4' viewBox='0 0 2 4'>";
  const auto image = prepare_svg(latin + "<title>\xe4</title></svg>", "a.svg");
  ASSERT_TRUE(image) << image.error().message;
  EXPECT_NE(image->bytes.find("aria-label=\"&#228;\""), std::string::npos);
  EXPECT_NE(image->bytes.find("<title>\xe4</title>"), std::string::npos);
  EXPECT_TRUE(prepare_svg(image->bytes, "a.svg"));
}

TEST(Svg, WhatBrowsersRefuseIsRefused) {
  for (const std::string& text : std::vector<std::string>{
           std::string("<svg width='1' height='1'/>"), svg("&#1;"), "\n<?xml version='1.0'?>" + svg(""), svg("\x01"),
           svg("\xff"), svg("<1a/>"), svg("<g a-b:c='1'/>"), svg("<x:g/>"), svg("]]>"), svg("<!-- -- -->"),
           std::string("<svg xmlns=\"http://www.w3.org/1999/xhtml\"/>"),
           "<!DOCTYPE svg SYSTEM 'a.dtd'>" + svg("&nbsp;"),
           "<?xml version='1.0' encoding='windows-1252'?>" + svg("")}) {
    EXPECT_FALSE(prepare_svg(text, "a.svg")) << text;
  }
}

TEST(Svg, HarmlessOnesPass) {
  for (const char* inside :
       {"<defs><g id=\"a\"/></defs><use xlink:href=\"#a\"/>", "<rect fill=\"url(#g)\" style=\"fill: url('#g')\"/>",
        "<image href=\"data:image/png;base64,AAAA\"/>", "<a href=\"https://example.org/\"><text>x</text></a>",
        "<style>.a{fill:url(#b)}</style>", "<style><![CDATA[.a > .b { font: 1px 'A\\'b' }]]></style>",
        "<metadata><rdf:RDF rdf:about=\"http://example.org\"/></metadata>", "<text>1 &lt; 2 &#60; 3</text>",
        "<animate attributeName=\"x\" to=\"3\"/>"}) {
    const auto image = prepare_svg(svg(inside), "a.svg");
    EXPECT_TRUE(image) << inside << ": " << (image ? "" : image.error().message);
  }
}

TEST(Svg, WhatRunsOrRefersOutwardsIsRefused) {
  for (const char* inside : {"<script>alert(1)</script>",
                             "<SCRIPT/>",
                             "<s:script xmlns:s=\"http://www.w3.org/2000/svg\"/>",
                             "<g onload=\"x()\"/>",
                             "<g ev:onclick=\"x()\"/>",
                             "<foreignObject/>",
                             "<iframe/>",
                             "<image href=\"logo.png\"/>",
                             "<image xlink:href=\"//e.example/x\"/>",
                             "<image href=\"data:image/svg+xml;base64,AAAA\"/>",
                             "<use href=\"other.svg#a\"/>",
                             "<a href=\"javascript:x()\"/>",
                             "<a xlink:href=\"&#106;avascript:x()\"/>",
                             "<a href=\"java&#9;script:x()\"/>",
                             "<rect fill=\"url(http://e.example/#a)\"/>",
                             "<rect style=\"fill:url( 'http://e.example/#a' )\"/>",
                             "<rect style=\"fill:\\75rl(x)\"/>",
                             "<style>@import 'a.css';</style>",
                             "<style>.a{fill:u<!-- -->rl(http://e)}</style>",
                             "<style>.a{}<![CDATA[ @imp]]>ort 'a.css';</style>",
                             "<g xml:base=\"http://e.example/\"/>",
                             "<set attributeName=\"xlink:href\" to=\"javascript:x()\"/>",
                             "<rect fill=\"url(\"/>"}) {
    const auto image = prepare_svg(svg("\n" + std::string(inside)), "bad.svg");
    ASSERT_FALSE(image) << inside;
    EXPECT_EQ(image.error().code, ErrorCode::image_malformed);
    EXPECT_EQ(image.error().where, "bad.svg:2") << inside;
  }
  EXPECT_FALSE(prepare_svg("<?xml-stylesheet href=\"a.css\"?>" + svg(""), "a.svg"));
  EXPECT_FALSE(prepare_svg("<!DOCTYPE svg [<!ENTITY a \"b\">]>" + svg(""), "a.svg"));
}

TEST(Svg, WhatIsNotWellFormedIsRefused) {
  for (const char* text : {"",
                           "   ",
                           "text",
                           "<html></html>",
                           "<svg",
                           "<svg>",
                           "<svg></g>",
                           "<svg><g></svg>",
                           "<svg a></svg>",
                           "<svg a=b></svg>",
                           "<svg a='1' a='2'/>",
                           "<svg>&nbsp;</svg>",
                           "<svg>&</svg>",
                           "<svg>&#0;</svg>",
                           "<svg>&#xd800;</svg>",
                           "<svg/><svg/>",
                           "<svg/>x",
                           "<svg><!-- </svg>",
                           "<svg><![CDATA[</svg>",
                           "<svg a='<'/>",
                           "< svg/>",
                           "<svg a='1'b='2'/>",
                           "\xff\xfe<\0s\0"}) {
    // Whether or not it says that it is SVG.
    std::string named = text;
    if (const std::size_t begin = named.find("<svg"); begin != std::string::npos) {
      named.replace(begin, 4, root);
    }
    EXPECT_FALSE(prepare_svg(text, "a.svg")) << text;
    EXPECT_FALSE(prepare_svg(named, "a.svg")) << named;
  }
  EXPECT_TRUE(prepare_svg("\xef\xbb\xbf" + root + "/>", "a.svg"));
}

TEST(Svg, DeepAndLongOnesCostNoStack) {
  std::string deep;
  for (int i = 0; i < 100000; ++i) {
    deep += "<g>";
  }
  EXPECT_FALSE(prepare_svg(root + ">" + deep, "a.svg"));
  std::string comments;
  for (int i = 0; i < 100000; ++i) {
    comments += "<!---->";
  }
  EXPECT_TRUE(prepare_svg(root + ">" + comments + "</svg>", "a.svg"));
  std::string attributes;
  for (int i = 0; i < 5000; ++i) {
    attributes += " a" + std::to_string(i) + "=''";
  }
  EXPECT_FALSE(prepare_svg(root + attributes + "/>", "a.svg"));
}

TEST(Svg, NoPrefixOfAFileCrashes) {
  const std::string text =
      "<?xml version='1.0'?><!DOCTYPE svg><!-- c -->" + svg("<style><![CDATA[x]]></style><g a='&amp;'>t&#65;</g>");
  for (std::size_t size = 0; size < text.size(); ++size) {
    EXPECT_FALSE(prepare_svg(text.substr(0, size), "a.svg")) << size;
  }
}

}  // namespace
TEST(Svg, NeedsNoPlateWhenItSaysSo) {
  const auto image = prepare_svg(
      R"(<svg xmlns="http://www.w3.org/2000/svg" data-plate="none" width="8" height="8"><path d="M0 0"/></svg>)",
      "a.svg");
  ASSERT_TRUE(image);
  EXPECT_FALSE(image->transparent);
}

}  // namespace hubglass::site
