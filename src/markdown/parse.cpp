#include "document/budgets.h"

#include "document/utf8.h"
#include "markdown/finish.h"
#include "markdown/markdown.h"
#include "markdown/page_parser.h"
#include "markdown/source.h"

#include <algorithm>
#include <string>
#include <utility>

namespace hubglass::markdown {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string place(std::string_view file, std::string_view text, std::size_t offset) {
  const auto lines = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n');
  return std::string(file) + ":" + std::to_string(lines + 1);
}

std::string megabytes(std::size_t bytes) {
  return std::to_string(bytes >> 20) + " MB";
}

}  // namespace

Result<Parsed> parse(std::string_view source, std::string_view file, const Options& options) {
  if (source.substr(0, byte_order_mark.size()) == byte_order_mark) source.remove_prefix(byte_order_mark.size());
  if (source.size() > budgets::page_bytes) {
    return fail(ErrorCode::budget_exceeded,
                "the page is larger than " + megabytes(budgets::page_bytes) + ", the most a page may hold",
                std::string(file));
  }
  if (const std::size_t invalid = document::find_invalid_utf8(source); invalid != std::string_view::npos) {
    return fail(ErrorCode::markdown_malformed, "the page is not UTF-8 text", place(file, source, invalid));
  }
  std::string normalised;
  if (needs_normalising(source)) {
    normalised = normalise(source);
    source = normalised;
  }
  Parsed parsed;
  std::size_t begin = 0;
  if (!options.conformance) {
    FrontMatter front_matter = read_front_matter(source);
    begin = front_matter.size;
    parsed.title = std::move(front_matter.title);
    parsed.description = std::move(front_matter.description);
  }
  parsed.document.text.reserve(source.size() + source.size() / 8);
  // Typical pages have fewer; growing the arrays costs more than the room.
  parsed.document.blocks.reserve(source.size() / 64 + 16);
  parsed.document.inlines.reserve(source.size() / 24 + 16);
  Entities known;
  if (options.entities == nullptr) known = entities_in(source);
  PageParser page(parsed.document, parsed.diagnostics, source, file, options,
                  options.entities != nullptr ? *options.entities : known);
  page.parse_blocks(source.substr(begin), SourceMap(begin));
  if (page.good() && !options.conformance) finish_page(page);
  if (page.repeats_too_much()) {
    return fail(ErrorCode::budget_exceeded,
                "the addresses and titles of the page's links and images come to more than " +
                    megabytes(budgets::repeated_bytes(source.size())) +
                    ", each counted as often as it is used; shorten the long ones",
                std::string(file));
  }
  if (!page.good()) {
    return fail(ErrorCode::budget_exceeded, "The page holds more blocks or more inline elements than a page may.",
                std::string(file));
  }
  std::stable_sort(parsed.diagnostics.begin(), parsed.diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return a.line != b.line ? a.line < b.line : a.column < b.column;
  });
  return parsed;
}

}  // namespace hubglass::markdown
