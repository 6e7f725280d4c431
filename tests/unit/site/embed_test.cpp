#include "cli/site/embed.h"

#include "cli/site/host_rules.h"

#include <string>

#include <gtest/gtest.h>

namespace hubglass::site {
namespace {

TEST(Embed, ThePageNamesItsPartsAndTakesItsSettingsFirst) {
  hub::Hub hub;
  hub.title = "A <b> & \"hub\"";
  hub.language = "de";
  Engine engine;
  engine.script = "hub-glass.js";
  engine.embed_script = "hub-glass-embed.ABC.js";
  engine.embed_host = "host();\n";
  PageOptions files;
  files.css = "assets/site.css";
  files.engine = "assets/engine.wasm";
  const std::vector<OutputFile> made = embed_files(hub, engine, files);
  ASSERT_EQ(made.size(), 2u);
  EXPECT_EQ(made[0].path, "embed/index.html");
  EXPECT_EQ(made[1].path, "embed/host.js");
  EXPECT_EQ(made[1].bytes, "host();\n");
  const std::string& page = made[0].bytes;
  for (const char* part : {R"(<html lang="de">)", R"(<meta name="robots" content="noindex">)", R"(mode="embed")",
                           R"(href="../assets/site.css")", "A &lt;b&gt; &amp; "}) {
    EXPECT_NE(page.find(part), std::string::npos) << part << "\n" << page;
  }
  EXPECT_LT(page.find("../hub-glass-embed.ABC.js"), page.find("../hub-glass.js"));
  EXPECT_EQ(page.find("style="), std::string::npos);
}

TEST(Embed, WithoutItsBundleThereIsNoPage) {
  Engine engine;
  engine.embed_script = "hub-glass-embed.ABC.js";
  EXPECT_TRUE(embed_files({}, engine, {}).empty());
}

TEST(Embed, ThePolicyLetsOthersFrameTheHub) {
  EXPECT_EQ(content_security_policy.find("frame-ancestors"), std::string_view::npos);
}

}  // namespace
}  // namespace hubglass::site
