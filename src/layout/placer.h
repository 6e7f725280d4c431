#pragma once

#include "layout/box_style.h"
#include "layout/joined_runs.h"
#include "layout/lines.h"
#include "layout/measurer.h"
#include "layout/text_pool.h"
#include "layout/words.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace hubglass::layout {

/// Places blocks of one Document, one after the other, into a DisplayList and a Geometry. For each block: prepare() it
/// (and more that will follow, so that words are measured in larger batches), measure(), place(), then finish().
class Placer {
 public:
  Placer(const document::Document& document, const Theme& theme, Measurer& measurer, Region region, float viewport,
         DisplayList& list, html::Geometry& geometry);

  /// Flattens the leaves of `block` and of all below it, and asks for their words.
  void prepare(Index block, const TextContext& outer);
  void measure() { measurer_.flush(); }
  /// Places `block` with its border box's top left corner at (x, y); returns its height. Texts' advances are estimates
  /// until finish().
  float place(Index block, float x, float y, float available, const TextContext& outer);
  /// Measures what was placed line by line and gives every text its exact place.
  void finish();
  /// Bytes of text that are prepared.
  [[nodiscard]] std::size_t prepared_text() const { return pool_.text.size(); }
  /// Drops the flattened text of what was finished.
  void forget_text();

  [[nodiscard]] Look look(Index block) const { return look_of(document_, block, region_); }
  [[nodiscard]] const BoxStyle& style(Look look) const { return box_style(look, phone_, theme_.kiosk); }
  /// px between a block and the sibling before it.
  [[nodiscard]] float gap(Index block, Index previous, Look look) const {
    return gap_before(document_, block, previous, look, phone_, theme_.kiosk);
  }
  /// What `block` hands down to what is in it.
  [[nodiscard]] TextContext enter(Index block, const BoxStyle& style, const TextContext& outer) const;

 private:
  /// How far the output arrays are filled.
  struct Mark {
    std::uint32_t items = 0;
    std::uint32_t lines = 0;
    std::uint32_t areas = 0;
    std::uint32_t cards = 0;
  };
  struct Part {
    enum class Kind : std::uint8_t { text, atom, gap, frame } kind = Kind::text;
    std::uint32_t item = 0;  ///< all but gap
    float width = 0;         ///< atom, gap
    ActionId action = 0;
    std::uint32_t frame = 0;
    bool joined = false;  ///< text: measured together with the part before it
  };
  struct Line {
    std::uint32_t first_part = 0;
    std::uint32_t part_count = 0;
    float left = 0;  ///< of the text box
    float right = 0;
    float y = 0;
    float height = 0;
    document::Align align = document::Align::none;
    std::uint32_t break_before = document::none;  ///< the pin that begins this line, index into Geometry::breaks
    std::uint32_t break_after = document::none;   ///< the pin that ends it
    Index first_of = document::none;              ///< the leaf whose first line this is
    std::uint32_t card = 0;
    ActionId covered = 0;  ///< has an area of its own that covers the whole box
  };
  /// An area that covers a whole box; comes before those of the lines from `lines` on.
  struct BoxArea {
    Area area;
    std::uint32_t lines = 0;
  };
  struct Decoration {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };
  /// Where things stand in a leaf while its lines are made.
  struct LeafFrame {
    float text_left = 0;
    float text_right = 0;
    float line_height = 0;
    float baseline = 0;  ///< of a line of that height
    TextRole role = TextRole::body;
    document::Align align = document::Align::none;
  };

  [[nodiscard]] Mark mark() const;
  void shift(const Mark& from, const Mark& to, float dy);
  void shift_boxes(Index block, float dy);
  [[nodiscard]] Colour resolve(Colour colour, const TextContext& context) const;
  [[nodiscard]] bool hidden(Index block, Look look) const;
  [[nodiscard]] bool shows_content(Index block) const;
  [[nodiscard]] bool is_first(Index block) const;
  void start_card(Index block, const TextContext& context);
  void finish_card(std::uint32_t outer_card, const Rect& box);

  Decoration decorate(const BoxStyle& style, const TextContext& context, const Rect& box);
  /// Makes a placed box as high as its row; `first_area` to `areas_end` are the areas that were placed with it.
  void stretch(Index block, const Decoration& decoration, float top, float height, std::uint32_t first_area,
               std::uint32_t areas_end);
  void stretch_decoration(const Decoration& decoration, const BoxStyle& style, float height);
  std::uint32_t add_item(ItemKind kind, const Rect& box, Colour colour, float radius = 0);
  void add_icon(std::string_view name, const Rect& box, Colour colour, ActionId action);
  void add_box_area(const Rect& box, float radius, ActionId action);
  document::Text store(std::string_view text);

  float natural_width(Index block, const TextContext& outer);
  float place_content(Index block, Look look, const BoxStyle& style, const TextContext& context, const Rect& content);
  float place_stack(Index block, const TextContext& context, float x, float y, float width);
  float place_row(Index block, const BoxStyle& style, const TextContext& context, const Rect& content);
  float place_wrap(Index block, const TextContext& context, const Rect& content);
  float place_grid(Index block, const BoxStyle& style, const TextContext& context, const Rect& content);
  float place_table(Index block, const TextContext& context, const Rect& content);
  float place_table_row(Index block, const TextContext& context, const Rect& content);
  void place_marker(Index block, const TextContext& context, float x, float y);
  [[nodiscard]] bool is_current(const LeafText& leaf) const;
  void place_title_icon(Index block, Look look, const TextContext& context, const Rect& box);

  LeafFrame leaf_frame(const TextContext& context, float left, float right);
  float place_leaf(Index block, Look look, const BoxStyle& style, const TextContext& context, const Rect& box);
  /// Places the lines in `ranges_` one below the other; returns their height.
  float place_lines(const LeafText& leaf, const LeafFrame& frame, float y);
  /// Height and text offset of a line that holds something taller than text.
  void line_extent(const LeafText& leaf, const LeafFrame& frame, const LineRange& range, std::uint32_t element,
                   float& height, float& text_top) const;
  void add_text_part(const Ink& ink, std::string_view text, float baseline, const LeafFrame& frame);
  void add_hyphen(const LeafText& leaf, const LineRange& range, float baseline, const LeafFrame& frame);
  void add_atom_part(const Element& element, const LeafFrame& frame, float baseline, float bottom);
  float place_figure(const LeafText& leaf, const TextContext& context, const Rect& content);
  void place_tile(Index block, Look look, const BoxStyle& style, const TextContext& context, const Rect& box);
  void place_line_number(std::uint32_t number, Style number_style, const Rect& gutter);
  float place_code(Index block, const TextContext& context, const Rect& content);
  void add_image(Index inline_node, const Rect& box, float radius, ActionId action);
  void add_line_break(const LeafText& leaf, const LineRange& range);
  void add_frame_part(const Ink& ink, float baseline);
  const float* measure_parts();
  void finish_line(const Line& line, const float*& advance);
  [[nodiscard]] const LeafText* leaf_of(Index block) const;

  const document::Document& document_;
  const Theme& theme_;
  Measurer& measurer_;
  Region region_;
  float viewport_;
  bool phone_;
  DisplayList& list_;
  html::Geometry& geometry_;

  std::vector<std::uint8_t> columns_;  ///< weights of the table being placed
  TextPool pool_;
  WordFinder words_;
  LineBreaker breaker_;
  std::vector<std::uint32_t> leaf_numbers_;  ///< by block: index into pool_.leaves
  std::vector<LineRange> ranges_;
  std::vector<Part> parts_;
  std::vector<Line> lines_;
  std::vector<BoxArea> box_areas_;
  JoinedRuns runs_;
  std::uint32_t card_ = 0;         ///< 1 + index of the card being filled
  std::uint32_t item_number_ = 0;  ///< of the list item about to be placed
  Decoration decoration_;          ///< of the block placed last
  float decoration_top_ = 0;       ///< of the box being decorated
  Mark bottom_mark_;               ///< where the block that moves to the card's bottom begins
  Index bottom_block_ = document::none;
};

}  // namespace hubglass::layout
