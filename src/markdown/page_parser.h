#pragma once

#include "document/budgets.h"
#include "document/diagnostic.h"
#include "document/document.h"
#include "markdown/extension.h"
#include "markdown/html_writer.h"
#include "markdown/markdown.h"
#include "markdown/source.h"
#include "markdown/tree_writer.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hubglass::markdown {

/// What is known while one page is parsed. Texts within the page (the page itself, the inside of an admonition, a
/// title) are parsed one within the other, all into the same Document.
class PageParser {
 public:
  /// `entities` must outlive the parser.
  PageParser(document::Document& document, Diagnostics& diagnostics, std::string_view page, std::string_view file,
             bool dialect, const Entities& entities);

  /// Parses blocks into the block that is open. `map` says where the text lies in the page.
  void parse_blocks(std::string_view text, const SourceMap& map);
  /// Parses one line of inlines into the leaf that is open.
  void parse_inlines(std::string_view text, std::size_t source);

  [[nodiscard]] TreeWriter& tree() { return tree_; }
  [[nodiscard]] HtmlWriter& html() { return html_; }
  [[nodiscard]] document::Document& document() { return tree_.document(); }
  [[nodiscard]] bool dialect() const { return dialect_; }
  [[nodiscard]] const Entities& entities() const { return entities_; }
  [[nodiscard]] Position position(std::size_t source) { return lines_.position(source); }

  void report(Severity severity, Position position, std::string message);
  /// "unsupported construct: …", at a place in the page.
  void report_unsupported(Position position, std::string_view construct);

  /// A term that the page explains.
  void define(Position position, std::string_view term, std::string_view explanation);

  /// What was appended to Document::text from `begin` on: an address or a title. Where the page has the same already,
  /// that one, and the text ends at `begin` again. Counts it towards budgets::repeated_bytes.
  document::Text keep_once(std::uint32_t begin);

  /// A `{` at this place of Document::text was written as `\{`: it begins no attribute list.
  void note_escaped_brace(std::uint32_t at) { escaped_braces_.push_back(at); }
  [[nodiscard]] const std::vector<std::uint32_t>& escaped_braces() const { return escaped_braces_; }
  /// False once md4c or a budget gave up.
  [[nodiscard]] bool good() const { return !failed_ && !tree_.over_budget() && !repeats_too_much(); }
  /// True once the addresses and titles come to more than a page of this size may have.
  [[nodiscard]] bool repeats_too_much() const { return repeated_bytes_ > budgets::repeated_bytes(page_.size()); }

 private:
  [[nodiscard]] bool may_append_definitions(std::size_t bytes);

  TreeWriter tree_;
  HtmlWriter html_;
  Diagnostics& diagnostics_;
  std::string_view page_;
  const Entities& entities_;
  std::string file_;
  LineTable lines_;
  std::string definitions_;  ///< all link reference definitions of the page, one a line
  std::size_t appended_definitions_ = 0;
  std::unordered_multimap<std::size_t, document::Text> kept_;  ///< addresses and titles by their hash
  std::size_t repeated_bytes_ = 0;                             ///< of them all, each use counted
  std::vector<std::uint32_t> escaped_braces_;
  int nesting_ = 0;
  bool dialect_ = true;
  bool failed_ = false;
  bool terms_left_out_ = false;
};

}  // namespace hubglass::markdown
