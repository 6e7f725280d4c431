#include "unit/growth/constructs.h"

#include <cstdint>
#include <string_view>

namespace hubglass::tests {

namespace {

std::string repeated(std::string_view text, std::size_t bytes) {
  std::string result;
  result.reserve(bytes + text.size());
  while (result.size() < bytes) {
    result += text;
  }
  return result;
}

/// Letters and digits in no order that repeats soon, so that nothing is measured but once.
std::string noise(std::size_t bytes) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  std::string result;
  result.reserve(bytes);
  std::uint32_t state = 1;
  while (result.size() < bytes) {
    state = state * 1664525u + 1013904223u;
    result += letters[(state >> 16) % letters.size()];
  }
  return result;
}

/// `text` with its `#` replaced by running numbers, all of one length.
std::string numbered(std::string_view text, std::size_t bytes) {
  std::string result;
  for (int number = 1'000'000; result.size() < bytes; ++number) {
    for (const char c : text) {
      if (c == '#') {
        result += std::to_string(number);
      } else {
        result += c;
      }
    }
  }
  return result;
}

std::string in_a_fence(const std::string& code) {
  return "```\n" + code + "\n```\n";
}

}  // namespace

const std::vector<Construct>& constructs() {
  static const std::vector<Construct> all = {
      {"paragraphs",
       [](std::size_t bytes) { return repeated("Some words that make a line or two of text.\n\n", bytes); }},
      {"one_paragraph", [](std::size_t bytes) { return repeated("Some words of *one* paragraph. ", bytes); }},
      {"headings", [](std::size_t bytes) { return numbered("\n\n## Heading #\n\nText.\n", bytes); }},
      {"headings_of_one_name", [](std::size_t bytes) { return repeated("## Same\n\nText.\n\n", bytes); }},
      {"lists", [](std::size_t bytes) { return repeated("- one\n    - two\n        1. three\n", bytes); }},
      {"tasks", [](std::size_t bytes) { return repeated("- [ ] open\n- [x] done\n", bytes); }},
      {"table", [](std::size_t bytes) { return "| a | b |\n| - | - |\n" + repeated("| cell | `code` |\n", bytes); }},
      {"admonitions", [](std::size_t bytes) { return repeated("!!! note \"Title\"\n    Some text.\n\n", bytes); }},
      {"details", [](std::size_t bytes) { return repeated("??? tip \"Title\"\n    Some text.\n\n", bytes); }},
      {"cards",
       [](std::size_t bytes) {
         return "<div class=\"grid cards\" markdown>\n\n" +
                repeated("- __Title__\n\n    ---\n\n    Some text.\n\n    [Open](a.md)\n\n", bytes) + "</div>\n";
       }},
      {"code_in_one_line", [](std::size_t bytes) { return in_a_fence(noise(bytes)); }},
      {"code_in_one_line_of_words", [](std::size_t bytes) { return in_a_fence(numbered("word# ", bytes)); }},
      {"code_in_one_line_with_tabs", [](std::size_t bytes) { return in_a_fence(numbered("a#\t", bytes)); }},
      {"code_of_spaces", [](std::size_t bytes) { return in_a_fence("a" + repeated(" ", bytes) + "b"); }},
      {"code_of_short_lines", [](std::size_t bytes) { return in_a_fence(repeated("a b\n", bytes)); }},
      {"code_of_long_lines", [](std::size_t bytes) { return in_a_fence(numbered(noise(2000) + "#\n", bytes)); }},
      {"code_without_width", [](std::size_t bytes) { return in_a_fence(repeated("\u200B", bytes)); }},
      {"endless_word", [](std::size_t bytes) { return noise(bytes); }},
      {"endless_word_in_quotes", [](std::size_t bytes) { return repeated("> ", 80) + noise(bytes); }},
      {"endless_word_of_pieces", [](std::size_t bytes) { return numbered("a#*b#*", bytes); }},
      {"long_words", [](std::size_t bytes) { return numbered(noise(3000) + "# ", bytes); }},
      {"words_without_spaces", [](std::size_t bytes) { return repeated("\u6771\u4EAC", bytes); }},
      {"words_without_width", [](std::size_t bytes) { return repeated("\u200B", bytes); }},
      {"marks_on_one_letter", [](std::size_t bytes) { return "a" + repeated("\u0301", bytes); }},
      {"hyphens", [](std::size_t bytes) { return numbered("a#-", bytes); }},
      {"soft_hyphens", [](std::size_t bytes) { return numbered("ab#\u00AD", bytes); }},
      {"joined_links", [](std::size_t bytes) { return numbered("[a#](#s)", bytes); }},
      {"joined_addresses", [](std::size_t bytes) { return repeated("[a](https://b.co/)", bytes); }},
      {"links", [](std::size_t bytes) { return numbered("[name #](page-#.md) ", bytes); }},
      {"joined_code", [](std::size_t bytes) { return repeated("`a`b", bytes); }},
      {"images", [](std::size_t bytes) { return numbered("![Picture #](p#.png)\n", bytes); }},
      {"images_elsewhere",
       [](std::size_t bytes) { return numbered("![Picture #](https://x.example/p#.png) ", bytes); }},
      {"hard_breaks", [](std::size_t bytes) { return repeated("line\\\n", bytes); }},
      {"addresses", [](std::size_t bytes) { return numbered("https://example.org/a/#/b?c=d ", bytes); }},
      {"references", [](std::size_t bytes) { return "[a]: /u\n\n" + repeated("[a] ", bytes); }},
      {"definitions", [](std::size_t bytes) { return numbered("[a#]: /u#\n\n[a#]\n\n", bytes); }},
      {"a_long_reference_used_often",
       [](std::size_t bytes) { return "[a]: /" + noise(bytes / 2) + "\n\n" + repeated("[a] ", bytes / 2); }},
      {"a_long_title_used_often",
       [](std::size_t bytes) { return "[a]: /u \"" + noise(bytes / 2) + "\"\n\n" + repeated("![a] [a] ", bytes / 2); }},
      {"a_long_explanation_used_often",
       [](std::size_t bytes) { return "*[ab]: " + noise(bytes / 2) + "\n\n" + repeated("ab ", bytes / 2); }},
      {"terms",
       [](std::size_t bytes) {
         return numbered("*[T#]: The term #\n", bytes / 2 < 60'000 ? bytes / 2 : 60'000) + "\n" +
                numbered("T# ", bytes / 2);
       }},
      {"comments", [](std::size_t bytes) { return repeated("<!-- a comment -->\n\ntext\n\n", bytes); }},
      {"comments_in_one_line", [](std::size_t bytes) { return repeated("<!-- -->", bytes); }},
      {"open_comments", [](std::size_t bytes) { return repeated("<!-- ", bytes); }},
      {"attributes", [](std::size_t bytes) { return numbered("text\n{: #id# .class }\n\n", bytes); }},
      {"emphasis", [](std::size_t bytes) { return repeated("*a _b ", bytes); }},
      {"brackets", [](std::size_t bytes) { return repeated("[", bytes); }},
      {"entities", [](std::size_t bytes) { return repeated("&auml;&amp; ", bytes); }},
      {"quotes", [](std::size_t bytes) { return repeated("> a\n>> b\n\n", bytes); }},
      {"raw_containers", [](std::size_t bytes) { return repeated("<div markdown>\n\ntext\n\n</div>\n\n", bytes); }},
  };
  return all;
}

}  // namespace hubglass::tests
