#include "markdown/page_parser.h"

#include "document/budgets.h"
#include "markdown/characters.h"
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
// Definitions are handed to every text that uses them; many texts times long definitions must not be quadratic.
constexpr std::size_t most_appended_references = 8u << 20;
constexpr std::size_t npos = std::string_view::npos;

/// A link's name as all its spellings have it: in lower case, with single blanks.
std::string folded_label(std::string_view label) {
  std::string folded;
  for_each_word(label, [&](std::string_view word) { folded.append(folded.empty() ? "" : " ").append(lower(word)); });
  return folded;
}

}  // namespace

PageParser::PageParser(document::Document& document, Diagnostics& diagnostics, std::string_view page,
                       std::string_view file, const Options& options, const Entities& entities)
    : tree_(document, !options.conformance),
      html_(*this),
      diagnostics_(diagnostics),
      page_(page),
      options_(options),
      entities_(entities),
      file_(file),
      lines_(page) {}

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

void PageParser::note_literal(std::size_t begin) {
  const std::size_t end = document().text.size();
  if (begin >= end) return;
  if (!literals_.empty() && literals_.back().end == begin) {
    literals_.back().end = end;
  } else {
    literals_.push_back({begin, end});
  }
}

bool PageParser::is_literal(std::size_t at) const {
  const auto after = std::upper_bound(literals_.begin(), literals_.end(), at,
                                      [](std::size_t place, const Extent& range) { return place < range.end; });
  return after != literals_.end() && after->begin <= at;
}

bool PageParser::has_end_tag(std::string_view name) {
  if (!end_tags_read_) {
    end_tags_read_ = true;
    for (std::size_t at = page_.find("</"); at != npos; at = page_.find("</", at + 2)) {
      std::size_t end = at + 2;
      while (end < page_.size() && (is_alphanumeric(page_[end]) || page_[end] == '-')) ++end;
      end_tags_.insert(lower(page_.substr(at + 2, end - at - 2)));
    }
  }
  return end_tags_.count(lower(name)) != 0;
}

void PageParser::add_footnote(const std::string& label, document::Index item, Position position) {
  const auto [number, added] = notes_.numbers.emplace(label, notes_.footnotes.size());
  if (added) {
    notes_.footnotes.push_back({label, item});
    return;
  }
  report(Severity::warning, position, "there are two footnotes '" + label + "'; this one counts, so rename one");
  notes_.footnotes[number->second].block = item;
}

PageNotes::Footnote* PageParser::find_footnote(std::string_view label) {
  const auto found = notes_.numbers.find(std::string(label));
  return found == notes_.numbers.end() ? nullptr : &notes_.footnotes[found->second];
}

void PageParser::collect_references(const std::vector<std::string_view>& lines) {
  for (const std::string_view line : lines) {
    const std::string_view label = reference_label(line);
    const bool odd = std::any_of(label.begin(), label.end(),
                                 [](char byte) { return byte == '\\' || static_cast<unsigned char>(byte) >= 0x80; });
    if (odd) {
      odd_references_.push_back(line);
    } else {
      references_[folded_label(label)] = line;
    }
  }
}

/// The definitions that a text may use, a line each.
std::string PageParser::references_in(std::string_view text) {
  std::string result;
  const auto add = [&](std::string_view line) {
    if (appended_references_ + line.size() > most_appended_references) return;
    appended_references_ += line.size() + 1;
    result.append(line).push_back('\n');
  };
  if (references_.empty() && odd_references_.empty()) return result;
  std::unordered_set<std::string_view> added;
  std::size_t open = text.find('[');
  if (open == npos) return result;
  // In the order of their use: the last of a name comes first for md4c, which takes the first.
  while (open != npos) {
    const std::size_t next = text.find_first_of("[]", open + 1);
    if (next == npos) break;
    if (text[next] == '[') {
      open = next;
      continue;
    }
    constexpr std::size_t longest_label = 999;
    if (next - open - 1 <= longest_label) {
      const auto found = references_.find(folded_label(text.substr(open + 1, next - open - 1)));
      if (found != references_.end() && added.insert(found->second).second) add(found->second);
    }
    open = text.find('[', next);
  }
  for (auto line = odd_references_.rbegin(); line != odd_references_.rend(); ++line) add(*line);
  return result;
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

void PageParser::parse_blocks(std::string_view text, const SourceMap& map) {
  if (!good() || text.empty()) return;
  if (!dialect() || nesting_ >= deepest_nesting) {
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
  if (nesting_ == 0) collect_references(scanner.references());
  const std::string appended = references_in(text);
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
  const std::string references = references_in(text);
  if (!references.empty()) line.append("\n\n").append(references);
  SourceMap map(source);
  map.add(2, source);
  map.add(2 + text.size(), source + text.size());
  failed_ = !Md4cRun(*this, line, map, nullptr, Md4cRun::Mode::inlines).parse() || failed_;
}

}  // namespace hubglass::markdown
