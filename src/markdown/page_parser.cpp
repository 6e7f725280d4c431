#include "markdown/page_parser.h"

#include "document/budgets.h"
#include "markdown/md4c_run.h"
#include "markdown/rewriter.h"
#include "markdown/scanner.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace hubglass::markdown {

namespace {

// Each level copies its content, so the depth bounds the work; md4c's own context lies on the stack at each.
constexpr int deepest_nesting = 12;
constexpr std::size_t most_diagnostics = 1000;
// Definitions are handed to every text within the page; many texts times many definitions must not be quadratic.
constexpr std::size_t most_appended_definitions = 8u << 20;

}  // namespace

PageParser::PageParser(document::Document& document, Diagnostics& diagnostics, std::string_view page,
                       std::string_view file, bool dialect, const Entities& entities)
    : tree_(document, dialect),
      html_(*this),
      diagnostics_(diagnostics),
      page_(page),
      entities_(entities),
      file_(file),
      lines_(page),
      dialect_(dialect) {}

void PageParser::report(Severity severity, Position position, std::string message) {
  if (diagnostics_.size() > most_diagnostics) return;
  if (diagnostics_.size() == most_diagnostics) message = "too many findings; those from here on are left out";
  diagnostics_.push_back({severity, file_, position.line, position.column, std::move(message)});
}

void PageParser::report_unsupported(Position position, std::string_view construct) {
  report(Severity::warning, position, "unsupported construct: " + std::string(construct));
}

void PageParser::define(Position position, std::string_view term, std::string_view explanation) {
  document::Document& target = document();
  if (explanation.size() > budgets::explanation_bytes) {
    report(Severity::warning, position,
           "a term's explanation has at most " + std::to_string(budgets::explanation_bytes) +
               " bytes; this one is longer and left out");
    return;
  }
  if (target.abbreviations.size() >= budgets::terms_per_page) {
    if (!terms_left_out_) {
      report(Severity::warning, position,
             "a page explains at most " + std::to_string(budgets::terms_per_page) +
                 " terms; this one and those behind it are left out");
    }
    terms_left_out_ = true;
    return;
  }
  target.abbreviations.push_back({target.store(term), target.store(explanation), position.line});
}

document::Text PageParser::keep_once(std::uint32_t begin) {
  std::string& text = document().text;
  const std::string_view added = std::string_view(text).substr(begin);
  repeated_bytes_ += added.size();
  const document::Text range{begin, static_cast<std::uint32_t>(added.size())};
  const std::size_t hash = std::hash<std::string_view>()(added);
  const auto [first, end] = kept_.equal_range(hash);
  const auto same = std::find_if(first, end, [&](const auto& kept) { return document().view(kept.second) == added; });
  if (same == end) {
    kept_.emplace(hash, range);
    return range;
  }
  text.resize(begin);
  return same->second;
}

bool PageParser::may_append_definitions(std::size_t bytes) {
  if (bytes == 0 || appended_definitions_ + bytes > most_appended_definitions) return false;
  appended_definitions_ += bytes;
  return true;
}

void PageParser::parse_blocks(std::string_view text, const SourceMap& map) {
  if (!good() || text.empty()) return;
  if (!dialect_ || nesting_ >= deepest_nesting) {
    failed_ = !Md4cRun(*this, text, map, nullptr).parse() || failed_;
    return;
  }
  Scanner scanner(text);
  scanner.run();
  for (const Scanner::Finding& finding : scanner.findings()) {
    report(finding.severity, position(map.source(finding.at)), finding.message);
  }
  for (const Scanner::Definition& term : scanner.terms()) {
    define(position(map.source(term.at)), term.term, term.explanation);
  }
  std::string appended;
  if (nesting_ == 0) {
    for (const auto* definitions : {&scanner.outer_definitions(), &scanner.inner_definitions()}) {
      for (const std::string_view definition : *definitions) definitions_.append(definition).push_back('\n');
      if (definitions == &scanner.inner_definitions()) {
        for (const std::string_view definition : *definitions) appended.append(definition).push_back('\n');
      }
    }
  } else if (text.find('[') != std::string_view::npos && may_append_definitions(definitions_.size())) {
    appended = definitions_;
  }
  ++nesting_;
  if (scanner.edits().empty() && appended.empty()) {
    failed_ = !Md4cRun(*this, text, map, nullptr).parse() || failed_;
  } else {
    Rewritten rewritten = rewrite(text, map, scanner.edits(), appended);
    failed_ = !Md4cRun(*this, rewritten.content.text, rewritten.content.map, &rewritten).parse() || failed_;
  }
  --nesting_;
}

void PageParser::parse_inlines(std::string_view text, std::size_t source) {
  if (!good() || text.empty()) return;
  // A heading is the one block that takes any text as it is; md4c_run lets the heading itself go.
  std::string line = "# ";
  line.append(text).append(" #");
  SourceMap map(source);
  map.add(2, source);
  failed_ = !Md4cRun(*this, line, map, nullptr, Md4cRun::Mode::inlines).parse() || failed_;
}

}  // namespace hubglass::markdown
