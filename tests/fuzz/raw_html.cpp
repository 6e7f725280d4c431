// Raw HTML in Markdown: as a block, within a line, and in a container that holds Markdown.

#include "fuzz/support/document_check.h"
#include "fuzz/support/expect.h"
#include "fuzz/support/html_check.h"
#include "fuzz/support/input.h"
#include "html/html.h"
#include "markdown/html_tokenizer.h"
#include "markdown/markdown.h"

namespace {

using namespace hubglass;

/// Tokens are the text itself, piece by piece.
void check_tokens(std::string_view source) {
  markdown::HtmlTokenizer tokenizer(source);
  markdown::HtmlToken token;
  std::size_t at = 0;
  while (tokenizer.next(token)) {
    HUBGLASS_EXPECT(token.begin == at && !token.raw.empty());
    HUBGLASS_EXPECT(token.raw == source.substr(at, token.raw.size()));
    at += token.raw.size();
    const bool tag =
        token.kind == markdown::HtmlToken::Kind::start_tag || token.kind == markdown::HtmlToken::Kind::end_tag;
    HUBGLASS_EXPECT(!tag || !token.name.empty());
  }
  HUBGLASS_EXPECT(at == source.size());
}

void check_page(const std::string& page) {
  const auto parsed = markdown::parse(page, "page.md");
  if (parsed) {
    fuzz::check_document(parsed->document);
    fuzz::check_html(html::to_html(parsed->document, {}));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string source(fuzz::text_of(data, size));
  check_tokens(source);
  check_page(source);
  check_page("Words " + source + " and more.\n");
  check_page("<div markdown>\n" + source + "\n</div>\n");
  return 0;
}
