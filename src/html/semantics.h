#pragma once

#include "html/html.h"

#include <string_view>

namespace hubglass::html {

/// What one kind of block is in HTML: the one table behind static page and mirror.
struct Element {
  std::string_view tag;
  std::string_view class_name;           ///< empty: no class
  std::string_view aria_role;            ///< empty: the element's own
  std::string Labels::*label = nullptr;  ///< aria-label
};

/// The element of block `index`. `listed`: what gives_list() said of its parent (for the label of a fact: of the
/// panel).
Element element_of(const document::Document& document, document::Index index, bool listed);

/// Whether a block's children are items of a list: a list, a grid of nothing but cards, a panel of nothing but facts.
/// O(children).
bool gives_list(const document::Document& document, document::Index index);

/// The element of an inline that only wraps its children (emphasis, strong, …); an empty tag for all others.
std::string_view wrapper_tag(document::InlineKind kind);

/// Whether a link leads to another site (http, https).
bool leads_out(const document::Document& document, const document::Link& link);

/// Whether the link inline `link` leads to another site and is marked for it: pictures and icons are marks of their
/// own.
bool is_marked_external(const document::Document& document, document::Index link);

/// What is drawn behind the words of such a link: an arrow as text, which never stands alone on a line.
inline constexpr std::string_view external_mark = "\xE2\x81\xA0\xE2\x86\x97\xEF\xB8\x8E";

}  // namespace hubglass::html
