#include "html/html.h"
#include "cli/command.h"
#include "cli/report.h"
#include "document/abbreviations.h"
#include "document/budgets.h"
#include "hub/native/files.h"
#include "markdown/markdown.h"

#include <array>
#include <cstdio>
#include <string>

namespace hubglass::cli {

namespace {

constexpr std::array options = {
    Option{"--raw-html", "", "", "Plain CommonMark for conformance tests: raw HTML is kept, the dialect is off."},
};

Result<std::string> read_input(const std::string& path) {
  if (path != "-") return hub::read_file(path, budgets::page_bytes);
  std::string text;
  std::array<char, 65536> buffer;
  while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), stdin)) {
    text.append(buffer.data(), size);
    if (text.size() > budgets::page_bytes) {
      return fail(ErrorCode::budget_exceeded, "the page is too large", "standard input");
    }
  }
  return text;
}

Exit html(const Arguments& arguments) {
  const std::string& path = arguments.operands.front();
  const bool conformance = arguments.has("--raw-html");
  auto text = read_input(path);
  if (!text) {
    print(text.error(), true);
    return Exit::findings;
  }
  auto parsed =
      markdown::parse(*text, path == "-" ? "standard input" : path, markdown::Options{.conformance = conformance});
  if (!parsed) {
    Error error = parsed.error();
    if (error.where.empty()) error.where = path;
    print(error, true);
    return Exit::findings;
  }
  if (!document::explain_terms(parsed->document, 0, document::TermMatcher(document::own_terms(parsed->document)))) {
    parsed->diagnostics.push_back({Severity::warning, path, 0, 0,
                                   "the terms of this page are used too often with too long explanations; from some "
                                   "place on they are not explained"});
  }
  html::Options html_options;
  html_options.conformance = conformance;
  print(html::to_html(parsed->document, html_options));
  const Counts counts = print(parsed->diagnostics);
  return counts.errors + counts.warnings == 0 ? Exit::good : Exit::findings;
}

}  // namespace

const Command html_command = {
    .name = "html",
    .operand = "FILE.md",
    .summary = "Print one Markdown file as semantic HTML.",
    .details =
        "Prints the HTML body that Hubglass makes of one Markdown file ('-' for standard input). Links and images "
        "stay\n"
        "as written, since a file alone belongs to no hub. Findings go to standard error.\n\n"
        "Exits with 1 when there is any error or warning.",
    .options = options,
    .default_operand = {},
    .run = html,
};

}  // namespace hubglass::cli
