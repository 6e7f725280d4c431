#pragma once

namespace hubglass::markdown {

class PageParser;

/// Puts every caption that waits for it around the block before it.
void place_captions(PageParser& page);
/// Makes one list of the page's footnotes, at its end, with links back to their references.
void place_footnotes(PageParser& page);
/// Fills in the tables of contents that stand in the text; headings have their ids.
void fill_outlines(PageParser& page);

}  // namespace hubglass::markdown
