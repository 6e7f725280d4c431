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
#include <unordered_set>
#include <vector>

namespace hubglass::markdown {

/// What extensions find in one place of a page and need in another.
struct PageNotes {
  /// Footnotes by their labels, in the order of their definitions.
  struct Footnote {
    std::string label;
    document::Index block = document::none;  ///< the item that holds it
    int references = 0;
  };
  std::vector<Footnote> footnotes;
  std::unordered_map<std::string, std::size_t> numbers;  ///< by label: place in `footnotes`
  bool outlines = false;                                 ///< the page shows a table of its own headings
  bool captions = false;                                 ///< some wait for the block before them
  int figures = 0;                                       ///< numbered so far
  int tables = 0;
};

/// The id of a footnote: its label, in which blanks, which no id may hold, are hyphens.
std::string footnote_id(std::string_view label);

/// Id of the n-th reference to a footnote, from 1.
std::string footnote_reference_id(const PageNotes::Footnote& footnote, int reference);

/// What is known while one page is parsed. Texts within the page (the page itself, the inside of an admonition, a
/// title) are parsed one within the other, all into the same Document.
class PageParser {
 public:
  /// `options` and `entities` must outlive the parser.
  PageParser(document::Document& document, Diagnostics& diagnostics, std::string_view page, std::string_view file,
             const Options& options, const Entities& entities);

  /// Parses blocks into the block that is open. `map` says where the text lies in the page.
  void parse_blocks(std::string_view text, const SourceMap& map);
  /// Parses one line of inlines into the leaf that is open.
  void parse_inlines(std::string_view text, std::size_t source);

  [[nodiscard]] TreeWriter& tree() { return tree_; }
  [[nodiscard]] HtmlWriter& html() { return html_; }
  [[nodiscard]] document::Document& document() { return tree_.document(); }
  [[nodiscard]] bool dialect() const { return !options_.conformance; }
  [[nodiscard]] const Extensions& extensions() const { return options_.extensions; }
  [[nodiscard]] const Entities& entities() const { return entities_; }
  [[nodiscard]] Position position(std::size_t source) { return lines_.position(source); }

  void report(Severity severity, Position position, std::string message);
  /// "unsupported construct: …", at a place in the page.
  void report_unsupported(Position position, std::string_view construct);

  /// A term that the page explains.
  void define(Position position, std::string_view term, std::string_view explanation);

  /// What was appended to Document::text from `begin` on means nothing but itself: it was escaped, or is raw HTML's.
  void note_literal(std::size_t begin);
  [[nodiscard]] bool is_literal(std::size_t at) const;

  [[nodiscard]] PageNotes& notes() { return notes_; }
  /// Whether the page has an end tag of this name: of an element nobody knows, it tells a tag from a word in angles.
  [[nodiscard]] bool has_end_tag(std::string_view name);

  /// A footnote that block `item` holds; of several with one label the last counts.
  void add_footnote(const std::string& label, document::Index item, Position position);
  /// The footnote of this label, or nullptr.
  [[nodiscard]] PageNotes::Footnote* find_footnote(std::string_view label);

  /// What was appended to Document::text from `begin` on: an address or a title. Where the page has the same already,
  /// that one, and the text ends at `begin` again. Counts it towards budgets::repeated_bytes.
  document::Text keep_once(std::uint32_t begin);

  /// False once md4c or a budget gave up.
  [[nodiscard]] bool good() const { return !failed_ && !tree_.over_budget() && !repeats_too_much(); }
  /// True once the addresses and titles come to more than a page of this size may have.
  [[nodiscard]] bool repeats_too_much() const { return repeated_bytes_ > budgets::repeated_bytes(page_.size()); }

 private:
  void collect_references(const std::vector<std::string_view>& lines);
  [[nodiscard]] std::string references_in(std::string_view text);

  TreeWriter tree_;
  HtmlWriter html_;
  Diagnostics& diagnostics_;
  std::string_view page_;
  const Options& options_;
  const Entities& entities_;
  std::string file_;
  LineTable lines_;
  std::unordered_map<std::string, std::string_view> references_;  ///< definitions of links by their names; the last
  std::vector<std::string_view> odd_references_;                  ///< those whose names md4c alone can compare
  std::size_t appended_references_ = 0;
  std::vector<Extent> literals_;
  PageNotes notes_;
  std::unordered_set<std::string> end_tags_;  ///< in lower case, once somebody has asked
  bool end_tags_read_ = false;
  std::unordered_multimap<std::size_t, document::Text> kept_;  ///< addresses and titles by their hash
  std::size_t repeated_bytes_ = 0;                             ///< of them all, each use counted
  int nesting_ = 0;
  bool failed_ = false;
  bool terms_left_out_ = false;
};

}  // namespace hubglass::markdown
