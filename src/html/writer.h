#pragma once

#include "html/html.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hubglass::html {

/// Walks one Document and writes it to one Sink, once. Recursion is as deep as the tree; budgets::nesting_depth bounds
/// it.
class Writer {
 public:
  Writer(const document::Document& document, const Options& options, Sink& sink)
      : document_(document), options_(options), sink_(sink) {}

  void write(Index block);

 private:
  /// Where boxes are counted from: the left edge of the element around, and the bottom of the last box written in it.
  struct Flow {
    float x = 0;
    float cursor = 0;
  };

  void write_block(Index index, Flow& flow, bool listed);
  void write_start(Index index, Flow& flow, bool listed);
  void write_children(Index index, bool listed);
  void write_siblings(Index first, Flow& flow, bool listed);
  void write_content(Index index, bool listed);
  void write_facts(Index index);
  void write_fact(Index index);
  void write_table(Index index);
  /// Finds the line breaks of a leaf.
  void start_leaf(Index index);
  void write_code(Index index);
  void write_code_lines(const document::Block& block, std::string_view literal);
  void write_data(const document::Block& block);
  void write_task(const document::Block& block);
  void write_classes(const document::Block& block, std::string_view class_name);
  /// Opens an element that no block stands for, around the siblings from `first` up to (not including) `end`.
  void open_around(std::string_view tag, std::string_view aria_role, Index first, Index end, Flow& flow, Flow& inner);
  void close_block();
  void place(const BlockBox& box, Flow& flow);

  void write_inlines(Index first);
  void write_inline(Index index);
  /// Text of an inline (of an image that cannot be shown its alternative text), or (`index` none) the preformatted text
  /// of a code block.
  void write_text(Index index, std::string_view text, std::size_t from = 0);
  void write_id(const document::Inline& node);
  void write_gap(Index index);
  void write_wrapped(const document::Inline& node, std::string_view tag);
  void write_link(Index index);
  void write_image(Index index);
  void write_icon(const document::Inline& node);
  void write_button(Index index);
  /// The line break that layout put into this inline next, or nullptr.
  [[nodiscard]] const LineBreak* next_break(Index inline_index) const;
  void pin(const LineBreak& line_break);
  /// A line can end between two pictures, where no text could hold the pin.
  void pin_before(Index index);

  [[nodiscard]] const BlockBox* box_of(Index index) const;
  [[nodiscard]] std::string_view view(document::Text range) const { return document_.view(range); }
  [[nodiscard]] bool holds_image(const document::Block& leaf) const;
  [[nodiscard]] bool current_below(Index item) const;

  const document::Document& document_;
  const Options& options_;
  Sink& sink_;
  std::uint32_t break_ = 0;  ///< next of Geometry::breaks in the leaf being written
  std::uint32_t break_end_ = 0;
  std::vector<std::uint8_t> columns_;  ///< weights of the table being written
  std::size_t column_ = 0;             ///< of the next cell
  bool had_image_ = false;
  bool in_navigation_ = false;
  bool current_is_section_ = false;  ///< a page further down in the navigation is the current one
  std::string scratch_;
};

/// Class of an alignment; empty for none.
std::string_view align_class(document::Align align);

/// Appends the class names of `classes` that are an author's (none of ours, nothing odd) to `output`, blank separated.
void append_author_classes(std::string& output, std::string_view classes);

}  // namespace hubglass::html
