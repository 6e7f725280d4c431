#pragma once

#include "document/document.h"
#include "markdown/extension.h"

#include <string_view>

/// What several block extensions share: boxes with a title, and content that is told by its indentation.
namespace hubglass::markdown {

/// A box of blocks with a title: an admonition, a collapsible block, a content tab.
struct Box {
  document::Role role = document::Role::admonition;
  document::Role title_role = document::Role::admonition_title;
  std::string_view type;     ///< its variant: "note"
  std::string_view classes;  ///< further words
  std::string_view title;    ///< Markdown, part of the scanned text; empty: the type stands for it
  bool has_title = false;    ///< an empty one leaves the title out
  bool open = false;
};

/// Opens the box, writes its title and its content, and closes it. Returns the box's block, or none.
document::Index write_box(PageParser& page, const Passage& passage, const Box& box, const Extent& content);

/// Takes the lines below `line` that are indented by four columns more or blank, up to the last one with text.
Extent indented_content(const Scanner& scanner, const Line& line);

/// The line behind `line` and all blank ones after it; blank at the text's end.
Line next_text_line(const Scanner& scanner, const Line& line);

}  // namespace hubglass::markdown
