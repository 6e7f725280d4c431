#pragma once

#include "document/diagnostic.h"
#include "markdown/extension.h"

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace hubglass::markdown {

/// Follows fenced code from line to line, also inside quotes and list items.
class FenceTracker {
 public:
  /// True when the line belongs to fenced code (its fences included).
  bool holds(std::string_view text, const Line& line);

 private:
  char byte_ = 0;  ///< of the open fence; 0 when none is open
  std::size_t length_ = 0;
  std::size_t least_indent_ = 0;
  bool quoted_ = false;
};

/// Reads a text line by line, skips fenced code, and collects what the block extensions find. O(n).
class Scanner {
 public:
  struct Finding {
    Severity severity = Severity::warning;
    std::size_t at = 0;
    std::string message;
  };

  /// A term that the text explains.
  struct Definition {
    std::size_t at = 0;
    std::string_view term;
    std::string_view explanation;
  };

  explicit Scanner(std::string_view text) : text_(text) {}
  void run();

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] Line line_at(std::size_t begin) const;
  [[nodiscard]] std::string_view view(const Line& line) const { return text_.substr(line.text, line.end - line.text); }
  [[nodiscard]] const Line& previous_line() const { return previous_; }
  /// Offset behind the comment that begins at `at`, or npos.
  std::size_t comment_end(std::size_t at);
  /// An end tag: from its `<` to behind its `>`.
  struct EndTag {
    std::size_t begin = std::string_view::npos;
    std::size_t end = std::string_view::npos;
  };
  /// The end tag that belongs to the container start tag at `at` (both outside fenced code); npos when there is none.
  EndTag matching_end_tag(std::size_t at);
  /// Whether a place lies inside a container of raw HTML. Asked from left to right.
  bool inside_tags(std::size_t at);
  /// Behind the last edit: what lies before it is taken.
  [[nodiscard]] std::size_t free_from() const { return edits_.empty() ? 0 : edits_.back().end; }
  void report(Severity severity, std::size_t at, std::string message) {
    findings_.push_back({severity, at, std::move(message)});
  }

  void define(std::size_t at, std::string_view term, std::string_view explanation) {
    terms_.push_back({at, term, explanation});
  }

  [[nodiscard]] std::vector<Edit>& edits() { return edits_; }
  [[nodiscard]] const std::vector<Finding>& findings() const { return findings_; }
  [[nodiscard]] const std::vector<Definition>& terms() const { return terms_; }
  /// Link reference definitions that stand on one line, also inside the ranges that extensions take, in their order.
  [[nodiscard]] const std::vector<std::string_view>& references() const { return references_; }

 private:
  struct TagPair {
    std::size_t start = 0;
    EndTag end;
  };

  bool offer(const Line& line);
  std::size_t cut_comments_in(const Line& line);
  void collect_references(const Extent& extent);
  void match_tags();

  std::string_view text_;
  std::vector<Edit> edits_;
  std::vector<Finding> findings_;
  std::vector<Definition> terms_;
  std::vector<std::string_view> references_;
  std::vector<TagPair> tags_;
  bool tags_matched_ = false;
  std::size_t tags_passed_ = 0;                            ///< of tags_: those that begin before the place asked last
  std::size_t tags_reach_ = 0;                             ///< where the last of them ends
  std::size_t comment_searched_ = std::string_view::npos;  ///< where the last search for a comment's end began
  std::size_t comment_close_ = 0;                          ///< what it found, or npos
  Line previous_;
};

/// The label of the link reference definition that a line is, complete and valid so that md4c takes it as one; empty
/// when it is none.
std::string_view reference_label(std::string_view line);

}  // namespace hubglass::markdown
