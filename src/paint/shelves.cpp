#include "paint/shelves.h"

#include <algorithm>
#include <cassert>

namespace hubglass::paint {

namespace {

/// Heights are rounded up, so that lines of nearly the same height share shelves.
constexpr std::uint32_t height_step = 4;

std::uint32_t rounded(std::uint32_t height) {
  return (height + height_step - 1) / height_step * height_step;
}

}  // namespace

void Shelves::reset(std::uint32_t side) {
  shelves_.clear();
  side_ = side;
  bottom_ = 0;
}

std::optional<std::uint32_t> Shelves::take(Shelf& shelf, std::uint32_t width) {
  for (std::size_t i = 0; i < shelf.free.size(); ++i) {
    Span& span = shelf.free[i];
    if (span.end - span.begin < width) {
      continue;
    }
    const std::uint32_t x = span.begin;
    span.begin += width;
    if (span.begin == span.end) {
      shelf.free.erase(shelf.free.begin() + static_cast<std::ptrdiff_t>(i));
    }
    ++shelf.used;
    return x;
  }
  return std::nullopt;
}

std::optional<Place> Shelves::place(std::uint32_t width, std::uint32_t height) {
  if (width == 0 || height == 0 || width > side_ || height > side_) {
    return std::nullopt;
  }
  const std::uint32_t wanted = rounded(height);
  // A shelf may be a third too high: less waste than a new shelf for every height.
  const std::uint32_t highest = wanted + std::max(height_step, wanted / 3);
  for (std::uint32_t fit = wanted; fit <= highest; fit += height_step) {
    for (Shelf& shelf : shelves_) {
      if (shelf.height == fit && shelf.used > 0) {
        if (const auto x = take(shelf, width)) {
          return Place{*x, shelf.y};
        }
      }
    }
  }
  for (std::size_t i = 0; i < shelves_.size(); ++i) {
    if (shelves_[i].used == 0 && shelves_[i].height >= wanted) {
      split_empty(i, wanted);
      const auto x = take(shelves_[i], width);
      return Place{*x, shelves_[i].y};
    }
  }
  const std::uint32_t room = side_ - bottom_;
  if (room < height) {
    return std::nullopt;
  }
  const std::uint32_t new_height = std::min(wanted, room);
  shelves_.push_back({.y = bottom_, .height = new_height, .used = 0, .free = {{0, side_}}});
  bottom_ += new_height;
  return Place{*take(shelves_.back(), width), shelves_.back().y};
}

void Shelves::split_empty(std::size_t index, std::uint32_t height) {
  Shelf& shelf = shelves_[index];
  const std::uint32_t rest = shelf.height - height;
  if (rest == 0) {
    return;
  }
  const std::uint32_t y = shelf.y + height;
  shelf.height = height;
  shelves_.insert(shelves_.begin() + static_cast<std::ptrdiff_t>(index) + 1,
                  {.y = y, .height = rest, .used = 0, .free = {{0, side_}}});
}

void Shelves::release(Place place, std::uint32_t width) {
  const auto found = std::lower_bound(shelves_.begin(), shelves_.end(), place.y,
                                      [](const Shelf& shelf, std::uint32_t y) { return shelf.y < y; });
  assert(found != shelves_.end() && found->y == place.y && found->used > 0);
  std::vector<Span>& free = found->free;
  const Span given{place.x, place.x + width};
  auto next = std::lower_bound(free.begin(), free.end(), given.begin,
                               [](const Span& span, std::uint32_t x) { return span.begin < x; });
  next = free.insert(next, given);
  if (next + 1 != free.end() && next->end == (next + 1)->begin) {
    next->end = (next + 1)->end;
    free.erase(next + 1);
  }
  if (next != free.begin() && (next - 1)->end == next->begin) {
    (next - 1)->end = next->end;
    free.erase(next);
  }
  if (--found->used == 0) {
    merge_empty(static_cast<std::size_t>(found - shelves_.begin()));
  }
}

void Shelves::merge_empty(std::size_t index) {
  if (index + 1 < shelves_.size() && shelves_[index + 1].used == 0) {
    shelves_[index].height += shelves_[index + 1].height;
    shelves_.erase(shelves_.begin() + static_cast<std::ptrdiff_t>(index) + 1);
  }
  if (index > 0 && shelves_[index - 1].used == 0) {
    shelves_[index - 1].height += shelves_[index].height;
    shelves_.erase(shelves_.begin() + static_cast<std::ptrdiff_t>(index));
    --index;
  }
  if (index + 1 == shelves_.size()) {
    bottom_ = shelves_[index].y;
    shelves_.pop_back();
  }
}

}  // namespace hubglass::paint
