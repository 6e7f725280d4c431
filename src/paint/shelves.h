#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace hubglass::paint {

/// Where a rectangle was put, device px.
struct Place {
  std::uint32_t x = 0;
  std::uint32_t y = 0;
};

/// Allocates rectangles in a square in shelves: rows of like height, which suits lines of text. Places can be given
/// back in any order. Placing is O(shelves + spans of the shelf chosen).
class Shelves {
 public:
  /// Forgets all places.
  void reset(std::uint32_t side);
  [[nodiscard]] std::optional<Place> place(std::uint32_t width, std::uint32_t height);
  /// Gives back a place of the width it was asked for with.
  void release(Place place, std::uint32_t width);
  [[nodiscard]] std::uint32_t side() const { return side_; }

 private:
  struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  struct Shelf {
    std::uint32_t y = 0;
    std::uint32_t height = 0;
    std::uint32_t used = 0;
    std::vector<Span> free;  ///< ordered, never touching
  };

  static std::optional<std::uint32_t> take(Shelf& shelf, std::uint32_t width);
  void split_empty(std::size_t index, std::uint32_t height);
  void merge_empty(std::size_t index);

  std::vector<Shelf> shelves_;  ///< from top to bottom without gaps
  std::uint32_t side_ = 0;
  std::uint32_t bottom_ = 0;
};

}  // namespace hubglass::paint
