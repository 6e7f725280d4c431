#pragma once

#include "document/document.h"
#include "markdown/code_info.h"
#include "markdown/rewriter.h"
#include "markdown/source.h"

#include <md4c.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hubglass::markdown {

class PageParser;

/// One run of md4c over one text: turns its callbacks into nodes. The only class that knows md4c.
class Md4cRun {
 public:
  enum class Mode : std::uint8_t {
    blocks,
    inlines,  ///< the text is one heading, whose inlines go to the leaf that is open
  };

  Md4cRun(PageParser& page, std::string_view text, const SourceMap& map, const Rewritten* rewritten,
          Mode mode = Mode::blocks);
  /// False when md4c ran out of memory or the page went over a budget.
  bool parse();

 private:
  static int enter_block_callback(MD_BLOCKTYPE type, void* detail, void* self);
  static int leave_block_callback(MD_BLOCKTYPE type, void* detail, void* self);
  static int enter_span_callback(MD_SPANTYPE type, void* detail, void* self);
  static int leave_span_callback(MD_SPANTYPE type, void* detail, void* self);
  static int text_callback(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self);

  void enter_block(MD_BLOCKTYPE type, void* detail);
  void leave_block(MD_BLOCKTYPE type);
  void enter_span(MD_SPANTYPE type, void* detail);
  void leave_span(MD_SPANTYPE type);
  void write(MD_TEXTTYPE type, std::string_view text);

  void open_heading(unsigned level);
  /// Opens a code block; returns how many blocks that took.
  std::size_t open_code(const MD_BLOCK_CODE_DETAIL& detail);
  bool open_listing(const CodeInfo& code);
  void set_code(const CodeInfo& code);
  void finish_code_span();
  void open_link(const MD_SPAN_A_DETAIL& detail);
  void open_image(const MD_SPAN_IMG_DETAIL& detail);
  void close_image();
  void figure_instead_of_heading(document::Index leaf);
  void write_rule();
  void write_alternative(MD_TEXTTYPE type, std::string_view text);
  void write_literal(MD_TEXTTYPE type, std::string_view text);
  void write_literal_text(std::string_view text);
  [[nodiscard]] bool is_escaped(std::string_view text);
  void write_raw_block(std::string_view text);
  void write_raw_inline(std::string_view text);
  void flush_raw_inline();
  void write_container(std::size_t edit);
  void write_left_over_containers();
  void place(std::string_view text);

  void set_place(document::Index node, std::size_t offset);
  [[nodiscard]] std::size_t bracket_before(std::size_t at, bool image) const;

  [[nodiscard]] bool inside(std::string_view text) const;
  [[nodiscard]] std::size_t offset(std::string_view text) const {
    return static_cast<std::size_t>(text.data() - text_.data());
  }
  [[nodiscard]] Position position_of(std::size_t offset);
  [[nodiscard]] bool misses_line_end(std::string_view text) const;
  [[nodiscard]] bool is_atx_heading() const;
  /// The author's text for what md4c read, where the dialect had put something else.
  [[nodiscard]] std::string restored(std::string_view text);
  document::Text store(const MD_ATTRIBUTE& attribute);

  PageParser& page_;
  std::string_view text_;
  const SourceMap& map_;
  const Rewritten* rewritten_;
  Mode mode_;
  std::vector<std::size_t> block_depths_;   ///< of the tree, before each open block
  std::vector<std::size_t> inline_depths_;  ///< of the tree, before each open span
  std::vector<bool> written_;               ///< by edit: its container stands in the tree
  std::vector<document::Index> unplaced_;   ///< links and images whose own place is not known yet, outermost first
  std::size_t escaped_ = std::string_view::npos;  ///< offset of the last byte that a backslash escaped
  std::size_t last_offset_ = 0;                   ///< of the last text that came from text_
  std::size_t heading_offset_ = 0;                ///< of the open heading's first text; npos when there is none yet
  std::size_t attribute_offset_ = std::string_view::npos;  ///< of the last address or title
  document::Index code_block_ = document::none;
  document::Index code_span_ = document::none;
  std::size_t code_begin_ = 0;
  bool code_span_stripped_ = false;  ///< of one blank at each end
  bool in_code_block_ = false;
  bool in_raw_block_ = false;
  bool in_table_head_ = false;
  int image_depth_ = 0;
  document::Index image_ = document::none;
  std::string alternative_;
  std::string raw_;  ///< raw HTML collected so far
  Position raw_position_;
};

}  // namespace hubglass::markdown
