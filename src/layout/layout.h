#pragma once

#include "document/document.h"
#include "html/geometry.h"
#include "layout/display_list.h"
#include "layout/text_engine.h"
#include "layout/theme.h"

#include <memory>

/// Document + Theme + TextEngine to a DisplayList and the mirror's Geometry. No ImGui, no browser. It never parses,
/// never resolves and never paints.
namespace hubglass::layout {

class Measurer;

/// Which part of the page a Document is: what the root of its boxes looks like.
enum class Region : std::uint8_t { content, header, navigation, contents };

/// Lays out one Document for one width, from the top; can stop at a height and go on later, so that the first screen is
/// ready first.
class Layout {
 public:
  /// `document`, `theme` and `engine` must outlive the Layout. `width` is the region's width; `viewport` the element's
  /// width (it decides between phone and wide sizes); both px. A `measurer` over the same engine, which must outlive
  /// the Layout too, remembers words from one Layout to the next; without it the Layout has its own.
  Layout(const document::Document& document, const Theme& theme, TextEngine& engine, Region region, float width,
         float viewport, Measurer* measurer = nullptr);
  ~Layout();
  Layout(Layout&&) noexcept;
  Layout& operator=(Layout&&) noexcept;

  /// Lays out blocks until `bottom` px are filled or nothing is left. Returns true when all is laid out.
  bool advance(float bottom);
  [[nodiscard]] bool complete() const;
  [[nodiscard]] const DisplayList& list() const;
  [[nodiscard]] const html::Geometry& geometry() const;
  /// y of a block's top, or of the element with an HTML id; negative when there is none (yet).
  [[nodiscard]] float top_of(document::Index block) const;
  [[nodiscard]] float top_of(std::string_view id) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hubglass::layout
