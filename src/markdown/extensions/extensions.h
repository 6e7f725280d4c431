#pragma once

#include "document/document.h"
#include "markdown/extension.h"

/// The block extensions, one file each beside this one.
namespace hubglass::markdown {

extern const BlockExtension admonition_extension;
extern const BlockExtension details_extension;
extern const BlockExtension comment_extension;
extern const BlockExtension abbreviation_extension;
extern const BlockExtension html_container_extension;
extern const BlockExtension indented_html_extension;
extern const BlockExtension reference_extension;
extern const BlockExtension footnote_extension;
extern const BlockExtension definition_list_extension;
extern const BlockExtension tabs_extension;
extern const BlockExtension fenced_block_extension;
extern const BlockExtension outline_extension;
extern const BlockExtension unsupported_extension;

/// Makes a bullet list a grid of cards: gives the roles, splits icon and title, finds each card's action.
void make_cards(PageParser& page, document::Index list);
/// Makes a group that holds the inside of `<div class="grid">` a grid.
void make_grid(PageParser& page, document::Index group, bool cards);

}  // namespace hubglass::markdown
