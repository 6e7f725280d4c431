#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The Document: one tree of blocks and inlines, as plain data in flat arrays. It is the only truth; layout, HTML, the
/// mirror and the index all read it. It owns its text and depends on nothing. It never knows Markdown, HTML or pixels.
///
/// Nodes are addressed by index. Block 0 is the root. Children form singly linked lists (first_child, next). All text
/// lies in one arena, `Document::text`, and nodes hold ranges of it.
namespace hubglass::document {

using Index = std::uint32_t;
inline constexpr Index none = 0xFFFFFFFFu;

/// A range of bytes (UTF-8) in Document::text.
struct Text {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
  [[nodiscard]] bool empty() const { return size == 0; }
};

enum class BlockKind : std::uint8_t {
  root,
  group,         ///< container of blocks; `role` says what for
  paragraph,     ///< inlines
  heading,       ///< inlines; `level` 1–6
  quote,         ///< blocks
  bullet_list,   ///< list_item children; `tight`
  ordered_list,  ///< list_item children; `start`, `tight`
  list_item,     ///< blocks only (a tight item's text is a paragraph, shown without spacing); `task`
  code,          ///< `literal`, `info` (the whole info string, unescaped)
  rule,
  table,       ///< table_row children; rows with `header` come first
  table_row,   ///< table_cell children
  table_cell,  ///< inlines; `align`, `header`
  html,        ///< `literal`: raw HTML, only present when parsing for conformance
};

/// What a block is for, beyond its kind. Semantics (html/) and look (layout/) are tables keyed by it.
enum class Role : std::uint8_t {
  none,
  // Dialect
  admonition,        ///< group; `variant` is its type ("note"); first child is an admonition_title paragraph
  admonition_title,  ///< paragraph
  details,           ///< group (collapsible); `open`; first child is a summary paragraph; `variant`
  summary,           ///< paragraph
  card_grid,         ///< group or bullet_list: a grid of cards
  card,              ///< list_item or group in a card_grid; the parts below are its children
  card_icon,         ///< paragraph holding one icon inline: the tile
  card_title,        ///< paragraph
  card_action,       ///< paragraph holding the card's one link ("View Details")
  card_meta,         ///< paragraph, muted ("3 initiatives")
  figure,            ///< paragraph holding one image alone
  captioned,         ///< group: what is shown, and a caption
  caption,           ///< paragraph
  container,         ///< group from an allowed raw HTML container (div, section); no look of its own
  // Composed pages (hub/)
  main,             ///< group: the page's own content
  breadcrumb,       ///< group(nav) > bullet_list > list_item > paragraph
  page_head,        ///< group: mark + title of an initiative, in a row
  page_head_text,   ///< group inside page_head: title, chip
  mark,             ///< paragraph holding one image (a logo) or one monogram span
  chip,             ///< paragraph holding one link (the cluster)
  facts,            ///< group (aside): the fact panel; children fact
  fact,             ///< group: fact_label paragraph, then blocks
  fact_label,       ///< paragraph
  lead,             ///< paragraph, larger
  pager,            ///< group (nav): pager_previous and/or pager_next
  pager_previous,   ///< paragraph with one link
  pager_next,       ///< paragraph with one link
  footer,           ///< group: page footer, beside main; paragraphs
  notice,           ///< group: an empty, error or offline state: what happened, what works, what to do
  language_notice,  ///< paragraph: this page, or parts of it, are not translated
  // Frame (hub/)
  header_bar,        ///< group (header): brand and controls in a row
  brand,             ///< paragraph with one link: logo image and/or hub title
  header_controls,   ///< group: controls in a row
  control,           ///< paragraph with one button inline (menu, theme switch)
  languages,         ///< group (nav, "Language") in the header: language_list; not shown on narrow pages
  languages_drawer,  ///< the same in the navigation, where the header has no place for it; `open`: always shown
  language_list,     ///< bullet_list of language_item
  language_item,     ///< list_item holding one language_entry
  language_entry,    ///< paragraph with one link, whose `language` is that of its text and target
  navigation,        ///< group (nav, "Main"): navigation_list
  navigation_list,   ///< bullet_list; items hold one paragraph (a link, or plain text for a group) and maybe a nested
                     ///< list
  contents,          ///< group (nav, "On this page"): contents_title, contents_list
  contents_title,    ///< paragraph
  contents_list,     ///< bullet_list; items hold one paragraph with a link to an anchor; nested by heading level
  // Dialect, continued
  definition_list,  ///< group: definition_term paragraphs and definition groups
  definition_term,  ///< paragraph
  definition,       ///< group: blocks; `tight`
  footnotes,        ///< ordered_list at the page's end; items are footnote
  footnote,         ///< list_item with an id that references lead to
  listing,          ///< group: code_head, then a code block
  code_head,        ///< group: code_title and code_language, in a row
  code_title,       ///< paragraph, may be empty
  code_language,    ///< paragraph: the language's name
  tab_set,          ///< group of tab groups
  tab,              ///< group: tab_label, then blocks; `open`: the one chosen at first
  tab_label,        ///< paragraph
  media,            ///< paragraph with a link to what cannot be shown in place; `variant` says what it is ("video")
  outline,          ///< group: the page's own table of contents (`[TOC]`): a bullet_list of links to headings
};
inline constexpr std::size_t role_count = static_cast<std::size_t>(Role::outline) + 1;

enum class Align : std::uint8_t { none, left, centre, right };
enum class Task : std::uint8_t { none, open, done };

/// A block. Which members mean something depends on `kind` and `role`, as said at each kind.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  Role role = Role::none;
  std::uint8_t level = 0;
  Align align = Align::none;
  Task task = Task::none;
  bool tight = false;
  bool header = false;
  bool open = false;
  std::uint32_t start = 1;
  Index parent = none;
  Index first_child = none;   ///< first child block
  Index next = none;          ///< next sibling block
  Index first_inline = none;  ///< first inline of a leaf
  Text id;                    ///< HTML id (slug or attr_list), unique in the page
  Text classes;               ///< from attr_list or raw HTML, space separated, already allow-listed
  Text literal;
  Text info;
  Text variant;
  Text language;  ///< BCP 47, of all below it, where it is another one than around it
  /// Accent of a cluster: 0 none, 1–6 the palette in LOOK.md's order. Inherited by children where their own is 0.
  std::uint8_t accent = 0;
  std::uint32_t line = 0;  ///< 1-based line in the page's source, 0 when composed
  // Code: `info` is the language alone, `start` the first line's number
  bool numbered = false;  ///< its lines show their numbers
  Text marked_lines;      ///< those to highlight, counted from 1: "2 5-7"
  // Cells
  std::uint8_t column_span = 1;
};

enum class InlineKind : std::uint8_t {
  text,        ///< `text`
  soft_break,  ///< a line ending in the source: a space
  hard_break,
  code,  ///< `text`
  emphasis,
  strong,
  strikethrough,
  mark,
  insert,
  subscript,
  superscript,
  keyboard,
  small,
  abbreviation,  ///< children; its explanation in `text2`
  span,          ///< children; `classes`; `text2` is their language (BCP 47) where it is another one than around
  link,          ///< children; `detail` indexes Document::links
  image,         ///< `detail` indexes Document::images
  icon,          ///< `text` is the icon's name ("material-database"); drawn, hidden from assistive technology
  button,        ///< children; `text` is the action's name ("menu", "theme"), `text2` its accessible name; a switch
                 ///< has one name per state, a line each, the first state's first. One that shows words (see
                 ///< is_text_button) is named by them; `text2` is then what its action needs to say
  wbr,           ///< where a long address may break
  html,          ///< `text`: raw HTML, only present when parsing for conformance
  defined_term,  ///< children; the term that the text explains here
  citation,      ///< children; a work's title
  variable,      ///< children
  sample,        ///< children; what a program says
  quotation,     ///< children, with their quotation marks
};
inline constexpr std::size_t inline_kind_count = static_cast<std::size_t>(InlineKind::quotation) + 1;

struct Inline {
  InlineKind kind = InlineKind::text;
  Index first_child = none;
  Index next = none;
  Text text;
  Text text2;
  Text classes;
  Text id;  ///< HTML id, unique in the page
  Index detail = none;
  std::uint32_t line = 0;  ///< 1-based source position, 0 when composed
  std::uint32_t column = 0;
};

/// The colour schemes that a picture is meant for.
enum class Scheme : std::uint8_t { any, light, dark };

enum class LinkKind : std::uint8_t {
  unresolved,  ///< as the author wrote it
  internal,    ///< `href` is a route of this hub without leading slash, with an optional #fragment ("a/b/#c")
  external,    ///< http, https, mailto, tel
  asset,       ///< `href` is a file of this hub's output, relative to its root
  broken,      ///< points nowhere, or has a scheme that is not allowed; shown as text
};

/// What a link is there for, where that is more than to lead somewhere.
enum class LinkUse : std::uint8_t {
  plain,
  note,  ///< leads to a footnote
  back,  ///< leads from a footnote to the place that refers to it
};

struct Link {
  Text href;
  Text title;
  Text language;  ///< BCP 47, of its text and of what it leads to, when that is what the link is about
  LinkKind kind = LinkKind::unresolved;
  bool current = false;     ///< the page or section being shown (aria-current)
  std::uint8_t button = 0;  ///< 1 .md-button, 2 .md-button--primary
  LinkUse use = LinkUse::plain;
  bool covers_card = false;   ///< a plain click anywhere on the enclosing card follows it
  std::uint32_t heading = 0;  ///< contents_list links: 1 + index of the heading's block in the content Document
};

struct Image {
  Text source;  ///< as written, then (after the hub resolved it) the output file relative to the hub's root
  Text alt;
  Text title;
  float width = 0;  ///< natural or stated size in CSS px; 0 unknown
  float height = 0;
  Align align = Align::none;
  bool transparent = false;   ///< has an alpha channel: shown on a light plate in dark mode
  bool decorative = false;    ///< empty alternative text on purpose
  bool stated_width = false;  ///< `width` was stated by the author (attr_list) and caps the shown width
  Scheme scheme = Scheme::any;

  /// Fills the tile of a mark from edge to edge; any other picture stands on a plate there, with room around it.
  [[nodiscard]] bool fills_tile() const { return !transparent && width >= 1 && width == height; }
};

/// A term that the page explains (`*[MIM]: …`). Not shown where it stands; explain_terms() wraps the term elsewhere.
struct Abbreviation {
  Text term;
  Text explanation;  ///< empty: this page leaves the term as it is, whatever the hub says
  std::uint32_t line = 0;
};

struct Document {
  std::vector<Block> blocks;
  std::vector<Inline> inlines;
  std::vector<Link> links;
  std::vector<Image> images;
  std::vector<Abbreviation> abbreviations;
  std::string text;

  Document() { blocks.push_back(Block{.kind = BlockKind::root}); }

  [[nodiscard]] std::string_view view(Text range) const {
    return std::string_view(text).substr(range.begin, range.size);
  }
  /// Copies `value` to the arena; nothing where it would be larger than ranges can tell, which budgets keep it from.
  Text store(std::string_view value);
};

/// Appends a block as the last child of `parent`. O(1) amortised with the builder, which remembers last children.
class Builder {
 public:
  explicit Builder(Document& document) : document_(document) {}
  Index add_block(Index parent, BlockKind kind, Role role = Role::none);
  /// Appends an inline as the last inline of a leaf block.
  Index add_inline(Index block, InlineKind kind);
  /// Appends an inline as the last child of another inline.
  Index add_inline_child(Index parent, InlineKind kind);
  Index add_text(Index block, std::string_view text);
  Index add_text_child(Index parent, std::string_view text);
  Link& add_link(Index block, std::string_view href, LinkKind kind, std::string_view label);
  /// Copies block `source_block` of `source` with all below it as the last child of `parent`; returns the new index.
  Index copy_block(const Document& source, Index source_block, Index parent);
  /// Copies only the inlines of a leaf block of `source` to the end of leaf block `target`.
  void copy_inlines(const Document& source, Index source_block, Index target);
  [[nodiscard]] Document& document() { return document_; }

 private:
  Document& document_;
  std::vector<Index> last_child_;
  std::vector<Index> last_inline_;
  std::vector<Index> last_inline_child_;
};

/// Whether a button shows words in a line rather than an icon.
bool is_text_button(const Document& document, const Inline& button);

/// The text of a block and all below it, or of an inline and its siblings, as a reader would hear it: breaks become
/// spaces, images give their alternative text, icons nothing. Blocks are separated by newlines.
std::string plain_text(const Document& document, Index block);
std::string inline_text(const Document& document, Index first_inline);

/// Calls visit(index, depth) for `block` and all below it in document order.
template <typename Visit>
void visit_blocks(const Document& document, Index block, Visit&& visit, int depth = 0) {
  visit(block, depth);
  for (Index child = document.blocks[block].first_child; child != none; child = document.blocks[child].next) {
    visit_blocks(document, child, visit, depth + 1);
  }
}

/// Calls visit(index) for each inline of the list starting at `first` and all below them in document order.
template <typename Visit>
void visit_inlines(const Document& document, Index first, Visit&& visit) {
  for (Index i = first; i != none; i = document.inlines[i].next) {
    visit(i);
    visit_inlines(document, document.inlines[i].first_child, visit);
  }
}

}  // namespace hubglass::document
