#include "document/address_breaks.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace hubglass::document {
namespace {

/// The text with '|' where it may break.
std::string broken(std::string_view text) {
  std::vector<std::uint32_t> offsets;
  find_address_breaks(text, offsets);
  std::string result(text);
  for (auto offset = offsets.rbegin(); offset != offsets.rend(); ++offset) result.insert(*offset, "|");
  return result;
}

TEST(AddressBreaks, break_after_punctuation_but_not_in_the_scheme) {
  EXPECT_EQ(broken("https://www.ds4sscc.eu/multi-stakeholder?x=1&y_z#part%20a"),
            "https://|www.|ds4sscc.|eu/|multi-|stakeholder?|x=|1&|y_|z#|part%|20a");
  EXPECT_EQ(broken("www.interoperable-europe.ec.europa.eu"), "www.|interoperable-|europe.|ec.|europa.|eu");
}

TEST(AddressBreaks, know_mail_addresses) {
  EXPECT_EQ(broken("write to tamara.deswert+hub@imec.example.be."),
            "write to tamara.|deswert+|hub@|imec.|example.|be.");
  EXPECT_EQ(broken("mailto:support@ds4sscc.example.eu"), "mailto:support@|ds4sscc.|example.|eu");
}

TEST(AddressBreaks, never_end_with_a_break) {
  EXPECT_EQ(broken("see (https://digital-strategy.ec.eu/), then"), "see (https://|digital-|strategy.|ec.|eu/), then");
}

TEST(AddressBreaks, leave_short_addresses_and_other_words_whole) {
  EXPECT_EQ(broken("https://x.eu"), "https://x.eu");
  EXPECT_EQ(broken("an @ sign alone, and ://nothing.before.it.either-or"),
            "an @ sign alone, and ://nothing.before.it.either-or");
  EXPECT_EQ(broken("https://"), "https://");
  EXPECT_EQ(broken("https://///////////////"), "https://|/|/|/|/|/|/|/|/|/|/|/|/|/|/|/");
}

TEST(AddressBreaks, know_addresses_without_a_scheme) {
  EXPECT_EQ(broken("code.europa.eu/simpl/simpl-open"), "code.|europa.|eu/|simpl/|simpl-|open");
  EXPECT_EQ(broken("(digital-strategy.ec.europa.eu/en)"), "(digital-|strategy.|ec.|europa.|eu/|en)");
}

TEST(AddressBreaks, let_words_break_after_slashes) {
  EXPECT_EQ(broken("and/or, Städte/Örtchen"), "and/|or, Städte/|Örtchen");
  EXPECT_EQ(broken("Cross-domain/cross-border use is well-known"), "Cross-|domain/|cross-|border use is well-known");
  EXPECT_EQ(broken("24/7, 1/2, a/ /b // e.g./i.e."), "24/7, 1/2, a/ /b // e.g./i.e.");
}

}  // namespace
}  // namespace hubglass::document
