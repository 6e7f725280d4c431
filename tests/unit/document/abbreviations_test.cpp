#include "document/abbreviations.h"
#include "document/budgets.h"
#include "unit/processor_time.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace hubglass::document {
namespace {

using testing::ElementsAre;

TermMatcher matcher_of(const std::vector<std::string>& terms) {
  std::vector<TermMatcher::Term> all;
  for (const std::string& term : terms) all.push_back({term, "means " + term, {}});
  return TermMatcher(std::move(all));
}

std::vector<std::string> found(const TermMatcher& matcher, std::string_view text) {
  std::vector<std::string> all;
  std::size_t from = 0;
  while (const auto match = matcher.find(text, from)) {
    all.emplace_back(text.substr(match->begin, match->end - match->begin));
    EXPECT_EQ(all.back(), matcher.terms()[match->term].text);
    from = match->end;
  }
  return all;
}

TEST(TermMatcher, finds_whole_words_only) {
  const TermMatcher matcher = matcher_of({"AI", "MIM"});
  EXPECT_THAT(found(matcher, "AI MAI AIM ai A I (AI) AI, AI-AI\nAI"), ElementsAre("AI", "AI", "AI", "AI", "AI", "AI"));
  EXPECT_THAT(found(matcher, "AI_x xAI AI2 äAI AIé 我AI"), ElementsAre());
  EXPECT_THAT(found(matcher, "“AI” AI’s –AI— 😀AI\xC2\xA0MIM"), ElementsAre("AI", "AI", "AI", "AI", "MIM"));
}

TEST(TermMatcher, takes_the_longest_term_that_is_a_whole_word) {
  const TermMatcher matcher = matcher_of({"data", "data space", "data spaces", "DCAT", "DCAT-AP", "space ship"});
  EXPECT_THAT(found(matcher, "data spaces, data space, data spacer, DCAT-AP DCAT-APX"),
              ElementsAre("data spaces", "data space", "data", "DCAT-AP", "DCAT"));
  EXPECT_THAT(found(matcher, "data space ship"), ElementsAre("data space"));
}

TEST(TermMatcher, finds_terms_that_begin_or_end_with_a_sign) {
  const TermMatcher matcher = matcher_of({"C++", ".NET", "E", "É"});
  EXPECT_THAT(found(matcher, "C++ and C++11, .NET, ASP.NET, E, É, eE"),
              ElementsAre("C++", "C++", ".NET", ".NET", "E", "É"));
}

TEST(TermMatcher, keeps_the_first_of_equal_terms) {
  const TermMatcher matcher({{"AI", "first", {}}, {"AI", "second", {}}, {"", "empty", {}}});
  ASSERT_EQ(matcher.terms().size(), 1u);
  EXPECT_EQ(matcher.terms()[0].explanation, "first");
}

TEST(TermMatcher, costs_no_more_for_many_terms_or_hostile_text) {
  std::vector<std::string> terms;
  for (std::size_t i = 0; i < budgets::terms_per_page; ++i) {
    terms.push_back(std::string(budgets::term_bytes - 8, 'a') + " " + std::to_string(i));
  }
  std::string words;
  while (words.size() < (1u << 20)) words += "a-";
  terms.push_back(words.substr(0, budgets::term_bytes - 1) + "!");
  const TermMatcher matcher = matcher_of(terms);
  const double start = test::processor_seconds();
  EXPECT_THAT(found(matcher, words), ElementsAre());
  EXPECT_LT(test::processor_seconds() - start, 20.0);  // quadratic would take hours
}

/// The inlines of a block as text: [abbreviations], <links>, / line ends.
std::string shown(const Document& document, Index first) {
  std::string text;
  for (Index i = first; i != none; i = document.inlines[i].next) {
    const Inline& node = document.inlines[i];
    const std::string inside = shown(document, node.first_child);
    switch (node.kind) {
      case InlineKind::text:
        text += document.view(node.text);
        break;
      case InlineKind::soft_break:
        text += "/";
        break;
      case InlineKind::wbr:
        text += "|";
        break;
      case InlineKind::abbreviation:
        text += "[" + inside + "]";
        break;
      case InlineKind::link:
        text += "<" + inside + ">";
        break;
      case InlineKind::code:
        text += "`" + std::string(document.view(node.text)) + "`";
        break;
      default:
        text += "{" + inside + "}";
        break;
    }
  }
  return text;
}

class ExplainTerms : public testing::Test {
 protected:
  Index paragraph(std::string_view text = {}, Role role = Role::none) {
    const Index block = builder_.add_block(0, BlockKind::paragraph, role);
    if (!text.empty()) builder_.add_text(block, text);
    return block;
  }
  std::string explained(Index block, const std::vector<std::string>& terms) {
    explain_terms(document_, 0, matcher_of(terms));
    return shown(document_, document_.blocks[block].first_inline);
  }

  Document document_;
  Builder builder_{document_};
};

TEST_F(ExplainTerms, wraps_terms_and_keeps_every_word) {
  const Index block = paragraph("AI, then EU and AI");
  EXPECT_EQ(explained(block, {"AI", "EU"}), "[AI], then [EU] and [AI]");
  EXPECT_EQ(plain_text(document_, 0), "AI, then EU and AI");
  const Inline& first = document_.inlines[document_.blocks[block].first_inline];
  EXPECT_EQ(document_.view(first.text2), "means AI");
}

TEST_F(ExplainTerms, reads_a_term_over_the_end_of_a_line) {
  const Index block = paragraph("a local");
  builder_.add_inline(block, InlineKind::soft_break);
  builder_.add_text(block, "digital");
  builder_.add_inline(block, InlineKind::soft_break);
  builder_.add_text(block, "twin and more");
  EXPECT_EQ(explained(block, {"local digital twin"}), "a [local/digital/twin] and more");
}

TEST_F(ExplainTerms, goes_into_links_and_leaves_what_follows_in_place) {
  const Index block = paragraph("See ");
  builder_.add_link(block, "https://example.org/", LinkKind::external, "the AI page");
  builder_.add_text(block, " on AI");
  builder_.add_inline(block, InlineKind::code);
  document_.inlines.back().text = document_.store("AI");
  EXPECT_EQ(explained(block, {"AI"}), "See <the [AI] page> on [AI]`AI`");
}

TEST_F(ExplainTerms, leaves_addresses_and_what_is_explained_already) {
  const Index block = paragraph("https://ai.example/AI/x www.AI.example AI@example.org AI");
  const Index broken = paragraph("example.org/");
  builder_.add_inline(broken, InlineKind::wbr);
  builder_.add_text(broken, "AI");
  const Index own = paragraph();
  builder_.add_text_child(builder_.add_inline(own, InlineKind::abbreviation), "AI");
  EXPECT_EQ(explained(block, {"AI"}), "https://ai.example/AI/x www.AI.example AI@example.org [AI]");
  EXPECT_EQ(shown(document_, document_.blocks[broken].first_inline), "example.org/|AI");
  EXPECT_EQ(shown(document_, document_.blocks[own].first_inline), "[AI]");
}

TEST_F(ExplainTerms, leaves_blocks_that_only_lead_elsewhere) {
  const Index chip = paragraph("AI", Role::chip);
  const Index action = paragraph("More on AI", Role::card_action);
  const Index lead = paragraph("AI", Role::lead);
  EXPECT_EQ(explained(chip, {"AI"}), "AI");
  EXPECT_EQ(shown(document_, document_.blocks[action].first_inline), "More on AI");
  EXPECT_EQ(shown(document_, document_.blocks[lead].first_inline), "[AI]");
}

TEST_F(ExplainTerms, leaves_a_term_in_its_own_entry) {
  const auto heading = [&](std::uint8_t level, std::string_view id) {
    const Index block = builder_.add_block(0, BlockKind::heading);
    document_.blocks[block].level = level;
    document_.blocks[block].id = document_.store(id);
  };
  heading(2, "words");
  heading(3, "ai");
  const Index inside = paragraph("AI and EU");
  heading(3, "eu");
  const Index behind = paragraph("AI and EU");
  explain_terms(document_, 0, TermMatcher({{"AI", "x", "ai"}, {"EU", "y", "eu"}}), true);
  EXPECT_EQ(shown(document_, document_.blocks[inside].first_inline), "AI and [EU]");
  EXPECT_EQ(shown(document_, document_.blocks[behind].first_inline), "[AI] and EU");
}

TEST_F(ExplainTerms, takes_the_pages_last_word) {
  document_.abbreviations = {{document_.store("AI"), document_.store("one"), 1},
                             {document_.store("AI"), document_.store("two"), 2},
                             {document_.store("EU"), {}, 3}};
  const Index block = paragraph("AI EU");
  std::vector<TermMatcher::Term> terms = own_terms(document_);
  terms.push_back({"EU", "what the hub says", {}});
  explain_terms(document_, 0, TermMatcher(std::move(terms)));
  EXPECT_EQ(shown(document_, document_.blocks[block].first_inline), "[AI] EU");
  EXPECT_EQ(document_.view(document_.inlines[document_.blocks[block].first_inline].text2), "two");
}

}  // namespace
}  // namespace hubglass::document
