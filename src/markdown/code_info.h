#pragma once

#include "markdown/attribute_list.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace hubglass::markdown {

/// What stands behind the fence that begins a code block: `py title="app.py" linenums="1" hl_lines="2 4-5"`, or the
/// same in braces, `{ .py title="app.py" #id }`. Names lie in the text it was read from, which must stay.
struct CodeInfo {
  std::string_view language;
  std::string_view title;
  std::string_view marked_lines;
  std::string_view first_line;  ///< its number, where lines are numbered
  AttributeList others;         ///< what belongs to the block as such
};

CodeInfo read_code_info(std::string_view info);

/// How a language is called: "Python" for "py"; empty for one that nobody needs to be told of, or that is not known.
std::string_view language_label(std::string_view language);

/// `#!py code` or `:::py code` within a line: the language, which is taken off `code`; empty when there is none.
std::string_view take_code_language(std::string_view& code);

}  // namespace hubglass::markdown
