// A page of Markdown, by way of its Document and the terms that it explains, to HTML.

#include "markdown/markdown.h"
#include "document/abbreviations.h"
#include "fuzz/support/document_check.h"
#include "fuzz/support/expect.h"
#include "fuzz/support/html_check.h"
#include "fuzz/support/input.h"
#include "html/html.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hubglass;
  const std::string_view source = fuzz::text_of(data, size);
  auto parsed = markdown::parse(source, "page.md");
  if (!parsed) {
    HUBGLASS_EXPECT(!parsed.error().message.empty());
    return 0;
  }
  fuzz::check_document(parsed->document);
  const std::string before = document::plain_text(parsed->document, 0);
  document::explain_terms(parsed->document, 0, document::TermMatcher(document::own_terms(parsed->document)), true);
  fuzz::check_document(parsed->document);
  HUBGLASS_EXPECT(document::plain_text(parsed->document, 0) == before);
  for (const Diagnostic& diagnostic : parsed->diagnostics) {
    HUBGLASS_EXPECT(!diagnostic.message.empty() && diagnostic.file == "page.md");
  }
  const std::string html = html::to_html(parsed->document, {});
  fuzz::check_html(html);
  HUBGLASS_EXPECT(html::to_html(parsed->document, {}) == html);
  return 0;
}
