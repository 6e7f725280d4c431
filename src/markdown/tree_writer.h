#pragma once

#include "document/document.h"
#include "markdown/source.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hubglass::markdown {

/// Who opened a node, so that whoever closes it finds it: Markdown and the dialect, this writer itself to keep the tree
/// well formed, or a raw HTML element (`first_element` + its number in the allow-list).
using Opener = std::uint8_t;
inline constexpr Opener by_markdown = 0;
inline constexpr Opener by_writer = 1;
inline constexpr Opener first_element = 2;

/// Writes one Document in document order: keeps the open blocks and inlines on stacks, joins neighbouring text, adds
/// the list items, rows, cells and paragraphs that sloppy input leaves out, and keeps within the budgets. What is
/// nested too deep loses its containers, never its text.
class TreeWriter {
 public:
  /// `collapse_blanks`: several spaces in text become one, as every reader shows them.
  TreeWriter(document::Document& document, bool collapse_blanks);

  /// Opens a block; `none` when it was left out because it is nested too deep or lies inside a table cell.
  document::Index open_block(document::BlockKind kind, document::Role role, Opener opener);
  /// Closes the innermost block that was not opened by_writer, and with it all that is open inside.
  void close_block();
  /// Closes blocks until only `depth` are open.
  void close_blocks_to(std::size_t depth);
  [[nodiscard]] std::size_t depth() const { return blocks_.size(); }
  [[nodiscard]] Opener opener(std::size_t depth) const { return blocks_[depth].opener; }
  /// The innermost open block that exists.
  [[nodiscard]] document::Index block() const { return blocks_.back().block; }
  [[nodiscard]] bool in_leaf() const { return leaf_ != document::none; }
  /// Closes the paragraph that this writer opened for loose inlines, if there is one.
  void close_loose_leaf();

  /// Opens an inline; `none` when it was left out because it is nested too deep.
  document::Index open_inline(document::InlineKind kind, Opener opener);
  void close_inline();
  void close_inlines_to(std::size_t depth);
  [[nodiscard]] std::size_t inline_depth() const { return inlines_.size(); }
  [[nodiscard]] Opener inline_opener(std::size_t depth) const { return inlines_[depth].opener; }
  [[nodiscard]] bool within_link() const { return open_links_ != 0; }
  /// Adds an inline without children.
  document::Index add_inline(document::InlineKind kind);
  void append_text(std::string_view text);
  /// Takes blanks off the end of the text written last.
  void trim_text_end();
  /// The inline just finished, or none when the last thing written is text or nothing.
  [[nodiscard]] document::Index last_element() const;
  /// Nothing may be joined to the text written so far.
  void end_text() { open_text_ = document::none; }

  /// Where the next nodes come from. Blocks and inlines that are open and have no place yet get this one.
  void set_position(Position position);
  [[nodiscard]] Position position() const { return position_; }

  [[nodiscard]] document::Document& document() { return document_; }
  /// True once a budget is exceeded; from then on the tree is worthless.
  [[nodiscard]] bool over_budget() const { return over_budget_; }
  [[nodiscard]] bool flattened() const { return flattened_; }

 private:
  struct BlockFrame {
    document::Index block = 0;  ///< itself, or for a block left out the one around it
    document::BlockKind kind = document::BlockKind::root;
    Opener opener = by_markdown;
    bool left_out = false;
    std::size_t owner = 0;  ///< frame whose list of children its own belong to: itself, or one around it
    document::Index last_child = document::none;
  };
  struct InlineFrame {
    document::Index node = document::none;  ///< none: the leaf itself
    document::Index last = document::none;
    Opener opener = by_markdown;
    std::size_t owner = 0;  ///< frame whose list of children its own belong to: itself, or one around it
    bool is_link = false;
  };

  document::Index push_block(document::BlockKind kind, document::Role role, Opener opener);
  void push_left_out(document::BlockKind kind, Opener opener);
  void pop_block();
  void pop_inline();
  void fit_parent_of(document::BlockKind kind);
  void need_leaf();
  void append_collapsed(std::string_view text);
  void append_piece(std::string_view text);
  document::Index link_inline(document::InlineKind kind);
  [[nodiscard]] document::BlockKind real_kind() const;

  document::Document& document_;
  std::vector<BlockFrame> blocks_;
  std::vector<InlineFrame> inlines_;
  document::Index leaf_ = document::none;
  document::Index open_text_ = document::none;
  std::size_t open_links_ = 0;
  Position position_;
  bool collapse_blanks_ = false;
  bool over_budget_ = false;
  bool flattened_ = false;
};

}  // namespace hubglass::markdown
