// A pack may come from anywhere, and be anything.

#include "document/budgets.h"
#include "html/html.h"
#include "html/mirror.h"
#include "pack/format.h"
#include "pack/read/read.h"
#include "pack/write/write.h"
#include "unit/pack/sample.h"

#include <cstdint>
#include <functional>
#include <random>

#include <gtest/gtest.h>

namespace hubglass::pack {
namespace {

using document::BlockKind;
using document::InlineKind;

Error error_of(std::string_view bytes) {
  const auto read = pack::read(bytes);
  EXPECT_FALSE(read) << "it was taken";
  return read ? Error{} : read.error();
}

/// What the reader says of a content that the press would never write.
std::string problem_of(const std::function<void(document::Document&, document::Builder&)>& build) {
  document::Page page;
  document::Builder builder(page.content);
  build(page.content, builder);
  const auto read = pack::read(write(page));
  return read ? "" : read.error().message;
}

TEST(HostilePack, IsRefusedForEverySingleByteThatChanged) {
  const std::string good = write(sample_page());
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (const int bit : {0x01, 0x80}) {
      std::string bad = good;
      bad[at] = static_cast<char>(bad[at] ^ bit);
      EXPECT_FALSE(pack::read(bad)) << at;
    }
  }
}

TEST(HostilePack, IsRefusedWhereverItIsCutShort) {
  const std::string good = write(sample_page());
  for (std::size_t size = 0; size < good.size(); ++size) {
    const Error error = error_of(std::string_view(good).substr(0, size));
    EXPECT_EQ(error.code, size == 0 ? ErrorCode::pack_not_a_pack : ErrorCode::pack_truncated) << size;
  }
  EXPECT_EQ(error_of(good + "x").code, ErrorCode::pack_altered);
}

TEST(HostilePack, SaysWhatItIsInstead) {
  EXPECT_EQ(error_of("<!doctype html><title>Sign in</title>").code, ErrorCode::pack_not_a_pack);
  std::string newer = write(sample_page());
  newer[8] = static_cast<char>(version + 1);
  EXPECT_EQ(error_of(newer).code, ErrorCode::pack_newer);
  std::string older = newer;
  older[8] = 1;
  EXPECT_EQ(error_of(older).code, ErrorCode::pack_malformed);
  EXPECT_NE(error_of(older).message.find("older Hubglass"), std::string::npos);
}

TEST(HostilePack, BlocksStandOnlyWhereTheyMay) {
  using document::Builder;
  using document::Document;
  EXPECT_NE(problem_of([](Document&, Builder& b) { b.add_block(0, BlockKind::list_item); }), "");
  EXPECT_NE(problem_of([](Document&, Builder& b) { b.add_block(0, BlockKind::table_cell); }), "");
  EXPECT_NE(problem_of([](Document&, Builder& b) { b.add_block(0, BlockKind::root); }), "");
  EXPECT_NE(problem_of([](Document&, Builder& b) { b.add_block(0, BlockKind::html); }), "");
  EXPECT_NE(problem_of(
                [](Document&, Builder& b) { b.add_block(b.add_block(0, BlockKind::paragraph), BlockKind::paragraph); }),
            "");
  EXPECT_NE(problem_of([](Document&, Builder& b) { b.add_text(b.add_block(0, BlockKind::group), "x"); }), "");
  EXPECT_NE(problem_of([](Document&, Builder& b) {
              b.add_block(b.add_block(0, BlockKind::bullet_list), BlockKind::paragraph);
            }),
            "");
  EXPECT_NE(problem_of([](Document& d, Builder& b) { d.blocks[b.add_block(0, BlockKind::heading)].level = 7; }), "");
  EXPECT_NE(problem_of([](Document& d, Builder& b) { d.blocks[b.add_block(0, BlockKind::heading)].level = 0; }), "");
  EXPECT_NE(problem_of([](Document& d, Builder& b) { d.blocks[b.add_block(0, BlockKind::group)].accent = 7; }), "");
  EXPECT_NE(problem_of([](Document&, Builder& b) {
              const auto text = b.add_text(b.add_block(0, BlockKind::paragraph), "x");
              b.add_text_child(text, "y");
            }),
            "");
  EXPECT_NE(
      problem_of([](Document&, Builder& b) { b.add_inline(b.add_block(0, BlockKind::paragraph), InlineKind::html); }),
      "");
}

TEST(HostilePack, LeadsNowhereDangerous) {
  for (const char* href : {"javascript:alert(1)", "java\tscript:alert(1)", " javascript:1", "data:text/html,x"}) {
    EXPECT_NE(problem_of([&](document::Document&, document::Builder& b) {
                b.add_link(b.add_block(0, BlockKind::paragraph), href, document::LinkKind::external, "x");
              }),
              "")
        << href;
  }
  for (const char* source : {"https://evil.example/x.png", "//evil.example/x.png", "../../x.png", "data:image/png,x"}) {
    EXPECT_NE(problem_of([&](document::Document& d, document::Builder& b) {
                document::Image image;
                image.source = d.store(source);
                d.inlines[b.add_inline(b.add_block(0, BlockKind::paragraph), InlineKind::image)].detail = 0;
                d.images.push_back(image);
              }),
              "")
        << source;
  }
  document::Page page;
  page.icons["x"] = {24, 24, "M0 0\" onload=\"alert(1)"};
  EXPECT_EQ(error_of(write(page)).code, ErrorCode::pack_malformed);
  page.icons["x"] = {0, 24, "M0 0"};
  EXPECT_EQ(error_of(write(page)).code, ErrorCode::pack_malformed);
}

TEST(HostilePack, RoutesStayInTheHub) {
  for (const char* route : {"../", "/", "a//b/", "a/../b/", "https://evil.example/", "a\\b/", "no-slash"}) {
    document::Page page;
    page.route = route;
    EXPECT_EQ(error_of(write(page)).code, ErrorCode::pack_malformed) << route;
    document::Page languages;
    languages.languages = {{"de", route}};
    EXPECT_EQ(error_of(write(languages)).code, ErrorCode::pack_malformed) << route;
  }
}

TEST(HostilePack, StaysWithinItsBudgets) {
  EXPECT_NE(problem_of([](document::Document&, document::Builder& b) {
              document::Index at = 0;
              for (int i = 0; i <= deepest; ++i) at = b.add_block(at, BlockKind::group);
            }).find("deeply"),
            std::string::npos);
  EXPECT_NE(problem_of([](document::Document&, document::Builder& b) {
              document::Index at = b.add_inline(b.add_block(0, BlockKind::paragraph), InlineKind::strong);
              for (int i = 0; i <= deepest; ++i) at = b.add_inline_child(at, InlineKind::strong);
            }).find("deeply"),
            std::string::npos);
  document::Page page;
  page.title = std::string(500'000, 'x');
  EXPECT_NE(error_of(write(page)).message.find("title"), std::string::npos);
  document::Page languages;
  languages.languages.resize(budgets::languages + 1, {"de", "de/"});
  EXPECT_EQ(error_of(write(languages)).code, ErrorCode::pack_malformed);
}

TEST(HostilePack, TextThatIsNotUtf8IsRefused) {
  document::Page page;
  page.title = "\xff";
  EXPECT_EQ(error_of(write(page)).code, ErrorCode::pack_malformed);
  EXPECT_NE(problem_of([](document::Document&, document::Builder& b) {
              b.add_text(b.add_block(0, BlockKind::paragraph), "\xc3");
            }),
            "");
}

TEST(HostilePack, CountsThatNothingFollowsCostNothing) {
  // Four thousand million blocks, and nothing behind the number.
  std::string body = body_of(write(document::Page{}));
  const std::string huge = "\xff\xff\xff\xff\x0f";
  for (std::size_t at = 0; at <= body.size(); ++at) {
    const auto read = pack::read(with_body(body.substr(0, at) + huge + body.substr(at)));
    EXPECT_FALSE(read) << at;
  }
}

/// Shows that what was taken can be used: all that reads a page goes over it.
void use(const document::Page& page) {
  for (const document::Document* document : {&page.header, &page.navigation, &page.content, &page.contents}) {
    html::Options options;
    options.icons = &page.icons;
    options.labels = page.labels;
    EXPECT_FALSE(html::to_html(*document, options).find("<script") != std::string::npos);
    std::vector<std::uint8_t> bytes;
    html::write_mirror(*document, options, bytes);
  }
}

TEST(HostilePack, TenThousandMutationsAreRefusedOrHarmless) {
  const std::string good = body_of(write(sample_page()));
  std::mt19937 random(1);
  const auto below = [&](std::size_t limit) { return random() % std::max<std::size_t>(1, limit); };
  int taken = 0;
  for (int round = 0; round < 10'000; ++round) {
    std::string body = good;
    for (std::size_t changes = 1 + below(4); changes > 0 && !body.empty(); --changes) {
      const std::size_t at = below(body.size());
      switch (below(5)) {
        case 0:
          body[at] = static_cast<char>(below(256));
          break;
        case 1:
          body[at] = static_cast<char>(body[at] ^ (1 << below(8)));
          break;
        case 2:
          body.erase(at, 1 + below(20));
          break;
        case 3:
          body.insert(at, body.substr(below(body.size()), 1 + below(20)));
          break;
        default:
          body.resize(at);
          break;
      }
    }
    if (const auto read = pack::read(with_body(body))) {
      ++taken;
      use(*read);
    }
  }
  EXPECT_GT(taken, 100) << "else the mutations do not get past the first check";
}

}  // namespace
}  // namespace hubglass::pack
