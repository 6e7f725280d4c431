#pragma once

#include "document/document.h"
#include "markdown/html_allow_list.h"
#include "markdown/html_tokenizer.h"
#include "markdown/source.h"
#include "markdown/tree_writer.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hubglass::markdown {

class PageParser;

/// Elements as openers of nodes, and back.
constexpr Opener opener_of(ElementId element) {
  return static_cast<Opener>(first_element + element);
}
constexpr bool is_element(Opener opener) {
  return opener >= first_element;
}
inline const Element& element_of(Opener opener) {
  return element_at(static_cast<ElementId>(opener - first_element));
}

/// What cannot be shown in place: its element's name, and what is known of it.
struct HiddenMedia {
  std::string kind;
  std::string address;
  std::string title;
  bool as_block = false;
};

/// Writes raw HTML as nodes, as far as the allow-list goes. Elements that are not closed end with the block around
/// them, end tags that close nothing are ignored.
class HtmlWriter {
 public:
  explicit HtmlWriter(PageParser& page) : page_(page) {}

  /// HTML that stands as blocks. Containers that it opens stay open for the Markdown that follows.
  void write_block(std::string_view html, Position start);
  /// The HTML block is over: loose text and open paragraphs end, containers and cells stay.
  void end_block();
  /// Tags and comments within Markdown inlines.
  void write_inline(std::string_view html, Position start);
  /// Markdown text inside a leaf, which may lie within <code>.
  void write_text(std::string_view text);
  /// The leaf is over.
  void end_inlines();
  void end_code();
  /// Whether what follows is left out, until an element ends.
  [[nodiscard]] bool hides() const { return !hidden_.empty(); }
  [[nodiscard]] bool in_code_block() const { return in_code_block_; }
  [[nodiscard]] bool in_code() const { return code_.has_value(); }
  /// Opens a container element as the block it stands for; none when it was left out.
  document::Index open_container(ElementId element, const HtmlToken& token, Opener opener);

 private:
  void write(std::string_view html, Position start, bool as_block);
  void write_token(const HtmlToken& token, bool as_block);
  void write_block_text(std::string_view text);
  void write_raw(std::string_view text, bool as_block);
  void write_code_block_token(const HtmlToken& token);
  void open(const HtmlToken& token, ElementId element, bool as_block);
  void close(const HtmlToken& token, ElementId element, bool as_block);
  void open_leaf(ElementId element, const HtmlToken& token);
  void open_wrapper(ElementId element, const HtmlToken& token);
  void open_link(ElementId element, const HtmlToken& token);
  void write_image(const HtmlToken& token);
  void begin_hidden(const HtmlToken& token, const Element& element);
  void write_hidden(const HtmlToken& token);
  void end_hidden();
  void write_media();
  void write_spanned_cells();
  void write_rule();
  void end_code_block();
  void close_open_parts(const Element& element);
  void close_html_leaf();
  void write_pending_space();
  void report_attributes(const HtmlToken& token, const Element& element);
  void set_attributes(document::Index block, const HtmlToken& token);
  document::Text store_decoded(std::string_view value);
  document::Text store_classes(std::string_view value);

  PageParser& page_;
  Position position_;                ///< of the token
  std::optional<std::string> code_;  ///< text inside <code> so far
  document::Index code_block_ = document::none;
  std::uint32_t code_block_begin_ = 0;
  bool in_code_block_ = false;
  bool in_table_head_ = false;
  bool pending_space_ = false;
  std::string hidden_;  ///< name of the element that hides what is in it; empty when none does
  std::optional<HiddenMedia> media_;
  std::vector<std::uint8_t> row_spans_;  ///< by column of the open table: rows that a cell above still reaches into
  std::size_t column_ = 0;               ///< of the open row
};

}  // namespace hubglass::markdown
