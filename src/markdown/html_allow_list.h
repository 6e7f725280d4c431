#pragma once

#include "document/document.h"

#include <cstdint>
#include <string_view>

/// The elements of HTML, and what each becomes in the Document. Nothing else gets through: of a pair of other tags the
/// content stays, a tag alone is shown as it was written, and another attribute is left out; all are reported.
namespace hubglass::markdown {

enum class Form : std::uint8_t {
  container,  ///< holds blocks: `block`, `role`
  leaf,       ///< holds inlines: `block`, `level`
  part,       ///< means nothing by itself (tbody, a form's field): its content stands in its place
  hidden,     ///< left out with all that is in it: no words for readers
  media,      ///< cannot be shown in place: a link leads to it
  code_block,
  wrapper,  ///< inline with children: `inline_kind`
  code,
  link,
  image,
  line_break,
  word_break,
  rule,
};

struct Element {
  std::string_view name;
  Form form = Form::container;
  document::BlockKind block = document::BlockKind::group;
  document::Role role = document::Role::none;
  document::InlineKind inline_kind = document::InlineKind::span;
  std::uint8_t level = 0;
  bool may_hold_markdown = false;  ///< with the attribute `markdown`, when it begins a line
};

using ElementId = std::uint8_t;
inline constexpr ElementId no_element = 255;

/// Finds an element by its name in any case.
ElementId find_element(std::string_view name);
const Element& element_at(ElementId element);

/// Whether an attribute (name in lower case) may stand on the element. `markdown` may stand on any.
bool allowed_attribute(const Element& element, std::string_view name);

/// Whether an author may give this class; the others would be the page's own.
bool allowed_class(std::string_view name);

/// Whether a text may be an id: letters, digits, - _ . : and no more than 200 of them.
bool allowed_id(std::string_view id);

}  // namespace hubglass::markdown
