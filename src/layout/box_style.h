#pragma once

#include "document/document.h"
#include "document/page.h"
#include "layout/layout.h"

#include <cstdint>
#include <span>
#include <string_view>

/// How blocks look, in one table that layout reads and that layout/native/ writes as CSS. A style holds only what both
/// can do exactly: flow without collapsing margins, flex rows, equal grid columns, lines of text.
namespace hubglass::layout {

/// How a block arranges what is in it.
enum class Flow : std::uint8_t {
  stack,      ///< children below each other
  row,        ///< children beside each other, centred vertically; one grows, the others have their own width
  wrap,       ///< children beside each other in as many rows as needed, each as wide as its text
  grid,       ///< equal columns of at least `column` px, as many as fit and are needed; rows stretch
  table,      ///< table_row children
  table_row,  ///< columns share the width by document::column_weights; cells stretch
  leaf,       ///< lines of text
  tile,       ///< one image or text in the middle of a box of fixed size
  code,       ///< preformatted text that wraps
  rule,
};

struct Edges {
  float top = 0;
  float right = 0;
  float bottom = 0;
  float left = 0;
};

/// How links in a block look; inherited.
enum class LinkLook : std::uint8_t {
  inherit,
  underlined,  ///< accent, underlined
  plain,       ///< accent
  strong,      ///< accent, bold
  quiet,       ///< the muted colour
  text,        ///< the text's colour
};

/// Colours that depend on where a block stands: its cluster's, its admonition's.
inline constexpr Colour own_accent = static_cast<Colour>(0xF0);
inline constexpr Colour own_accent_tint = static_cast<Colour>(0xF1);
inline constexpr Colour own_variant = static_cast<Colour>(0xF2);
inline constexpr Colour own_variant_tint = static_cast<Colour>(0xF3);

/// Text role of a block that takes its parent's.
inline constexpr TextRole inherited_role = TextRole::count;

struct BoxStyle {
  Flow flow = Flow::stack;
  float before = 0;         ///< px above it unless it comes first
  float after_heading = 0;  ///< the same, after a heading; 0: as `before`
  bool base = false;        ///< kinds without a role: what they stand in may change `before` (see gap_before)
  float bleed = 0;          ///< reaches this far into the parent's padding on both sides
  float gap = 0;            ///< row, grid: between children
  float column = 0;         ///< grid: least column width
  float maximum = 0;        ///< greatest width; 0 none
  float width = 0;          ///< fixed border box; 0 free
  float height = 0;
  bool fit = false;         ///< as wide as its content, at most as wide as its place
  bool grow = false;        ///< in a row: takes the width that is left
  bool at_bottom = false;   ///< in a card: moves to the card's bottom with all after it
  bool balanced = false;    ///< lines of about the same length
  bool whole_area = false;  ///< its only link covers the whole box
  Edges padding;
  Edges border;
  float radius = 0;
  bool shadow = false;
  Colour background = Colour::none;
  Colour border_colour = Colour::line;
  Colour colour = Colour::none;  ///< of text; none: inherited
  TextRole text = inherited_role;
  bool bold = false;
  LinkLook links = LinkLook::inherit;
  document::Align align = document::Align::none;
  std::uint8_t lines = 0;  ///< at most so many lines are shown; 0 all
};

/// Every distinct look of a block. Later ones come later in the CSS, so they may refine earlier ones.
enum class Look : std::uint8_t {
  region,
  container,
  paragraph,
  heading_1,
  heading_2,
  heading_3,
  heading_4,
  quote,
  list,
  list_item,
  tight_item,
  code,
  rule,
  table,
  table_row,
  table_head,
  table_cell,
  main,
  admonition,
  admonition_title,
  details,
  summary,
  card_grid,
  card,
  card_icon,
  card_title,
  card_action,
  card_meta,
  figure,
  caption,
  breadcrumb,
  breadcrumb_list,
  breadcrumb_item,
  breadcrumb_entry,
  page_head,
  page_head_text,
  mark,
  card_mark,
  chip,
  facts,
  fact,
  fact_label,
  lead,
  pager,
  pager_previous,
  pager_next,
  footer,
  notice,
  header_bar,
  brand,
  header_controls,
  control,
  navigation,
  navigation_list,
  navigation_sublist,
  navigation_item,
  navigation_entry,
  contents,
  contents_title,
  contents_list,
  contents_sublist,
  contents_item,
  contents_entry,
  languages,
  languages_drawer,
  language_list,
  drawer_language_list,
  language_item,
  language_entry,
  language_notice,
  definition_list,
  definition_term,
  definition,
  footnotes,
  listing,
  code_head,
  code_title,
  code_language,
  tab_set,
  tab,
  tab_label,
  media,
  count
};

Look look_of(const document::Document& document, document::Index block, Region region);
/// `phone`: the element is narrower than phone_width. `kiosk`: Theme::kiosk.
const BoxStyle& box_style(Look look, bool phone, bool kiosk);
/// CSS selector below `.hg-page`; empty for the region itself.
std::string_view selector_of(Look look);

/// Parents that set the distance of what they hold (base looks only), in the order of their CSS rules: later ones win.
struct Spacing {
  std::string_view selector;  ///< CSS selector of the children
  float before = 0;
};
std::span<const Spacing> spacings();

/// px between a block and the sibling before it (`previous` none: it is the first, 0).
float gap_before(const document::Document& document, document::Index block, document::Index previous, Look look,
                 bool phone, bool kiosk);

/// Numbers that belong to no block.
inline constexpr float bullet_side = 6;
inline constexpr float bullet_offset = 18;  ///< from the item's left edge back to the bullet's
inline constexpr float number_gap = 8;      ///< from an item's number to its text
inline constexpr float task_side = 20;
inline constexpr float task_offset = 28;
inline constexpr float separator_width = 24;  ///< of the chevron between entries of the breadcrumb
inline constexpr float separator_side = 16;
inline constexpr float title_icon_side = 20;  ///< admonition title, summary
inline constexpr float title_icon_left = 20;
inline constexpr float brand_image_height = document::logo_height;
inline constexpr float brand_image_width = document::logo_width;  ///< at most
inline constexpr float phone_brand_image_width = 72;              ///< at most, on phones
inline constexpr float brand_gap = 12;
inline constexpr float control_icon_side = 24;
inline constexpr float code_gutter = 48;      ///< before the lines of code that have numbers
inline constexpr float code_number_gap = 16;  ///< from a line's number to its text
inline constexpr float definition_gap = 4;    ///< from a fact's label to its text

}  // namespace hubglass::layout
