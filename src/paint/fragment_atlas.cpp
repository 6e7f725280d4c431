#include "paint/fragment_atlas.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <utility>

namespace hubglass::paint {

namespace {

/// Empty texels right of and below each fragment, so that filtering never shows a neighbour.
constexpr std::uint32_t padding = 1;
constexpr std::uint32_t white_size = 4;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15u;
  return hash ^ (hash >> 29);
}

std::uint64_t bits(float value) {
  std::uint32_t result = 0;
  std::memcpy(&result, &value, sizeof result);
  return result;
}

std::uint64_t key_of(const RasterJob& job) {
  std::uint64_t hash = mixed(0, job.text.size());
  const char* bytes = job.text.data();
  std::size_t left = job.text.size();
  for (; left >= 8; left -= 8, bytes += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, 8);
    hash = mixed(hash, word);
  }
  if (left > 0) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, left);
    hash = mixed(hash, word);
  }
  hash = mixed(hash, (static_cast<std::uint64_t>(job.colour) << 32) | bits(job.scale));
  hash = mixed(hash, (static_cast<std::uint64_t>(job.width) << 32) | job.height);
  hash = mixed(hash, (bits(job.origin_x) << 32) | bits(job.origin_y));
  if (job.kind == RasterJob::Kind::icon) {
    hash = mixed(hash, (bits(job.view_width) << 32) | bits(job.view_height));
    hash = mixed(hash, (bits(job.drawn_width) << 32) | bits(job.drawn_height));
  }
  return mixed(hash, (static_cast<std::uint64_t>(job.kind) << 8) | job.style.key());
}

std::uint64_t area_of(const RasterJob& job) {
  return static_cast<std::uint64_t>(job.width + padding) * (job.height + padding);
}

RasterJob white_job() {
  return {.kind = RasterJob::Kind::icon,
          .text = "M0 0H24V24H0Z",
          .colour = 0xFFFFFFFFu,
          .width = white_size,
          .height = white_size,
          .drawn_width = static_cast<float>(white_size),
          .drawn_height = static_cast<float>(white_size)};
}

}  // namespace

void FragmentAtlas::begin_frame() {
  ++frame_;
  frame_area_ = 0;
  frame_extent_ = 0;
  missing_.clear();
  white_ = request(white_job());
}

FragmentAtlas::Slot FragmentAtlas::request(const RasterJob& job) {
  const std::uint64_t key = key_of(job);
  const auto found = by_key_.find(key);
  Slot slot = found == by_key_.end() ? no_slot : found->second;
  if (slot == no_slot) {
    if (free_entries_.empty()) {
      slot = static_cast<Slot>(entries_.size());
      entries_.emplace_back();
    } else {
      slot = free_entries_.back();
      free_entries_.pop_back();
    }
    entries_[slot] = Entry{.job = job, .key = key};
    by_key_.emplace(key, slot);
  } else {
    if (entries_[slot].frame == frame_) {
      return slot;
    }
    entries_[slot].job.text = job.text;
    unlink(slot);
  }
  Entry& entry = entries_[slot];
  entry.frame = frame_;
  frame_area_ += area_of(entry.job);
  frame_extent_ = std::max({frame_extent_, entry.job.width + padding, entry.job.height + padding});
  link_newest(slot);
  if (!entry.placed) {
    missing_.push_back(slot);
  }
  return slot;
}

void FragmentAtlas::commit(Raster& raster, std::size_t most) {
  // What this frame no longer asks for may have lost its text. It is made anew when it is asked for again.
  for (const Slot slot : std::exchange(undrawn_, {})) {
    if (entries_[slot].frame == frame_) {
      missing_.push_back(slot);
    } else {
      drop(slot);
    }
  }
  crowded_ = false;
  if (missing_.empty()) {
    return;
  }
  limit_ = std::min(largest_side, raster.largest_atlas());
  if (wanted_side() > shelves_.side()) {
    rebuild(wanted_side());
  }
  repacked_ = false;
  // A rebuild inside make_room makes `missing_` anew and unplaced, so the walk starts again; side and repacked_ bound
  // it.
  for (std::size_t i = 0; i < missing_.size();) {
    i = put(missing_[i]) || make_room(missing_[i]) ? i + 1 : 0;
  }
  if (remake_) {
    texture_ = raster.resize_atlas(shelves_.side());
    remake_ = false;
  }
  jobs_.clear();
  for (const Slot slot : missing_) {
    const Entry& entry = entries_[slot];
    if (entry.placed && jobs_.size() < most) {
      jobs_.push_back(entry.job);
    } else if (entry.placed) {
      undrawn_.push_back(slot);
    }
    crowded_ = crowded_ || !entry.placed;
  }
  missing_.clear();
  if (!jobs_.empty()) {
    raster.draw(jobs_);
  }
}

/// Side that holds this frame's fragments twice over, so that scrolling back finds them.
std::uint32_t FragmentAtlas::wanted_side() const {
  std::uint32_t side = std::min(smallest_side, limit_);
  while (side < limit_ && (std::uint64_t{side} * side < frame_area_ * 2 || side < frame_extent_)) {
    side = std::min(side * 2, limit_);
  }
  return side;
}

/// Finds room for a fragment that had none. False when everything must be placed anew; true when it is placed, or never
/// will be.
bool FragmentAtlas::make_room(Slot slot) {
  while (evict_one()) {
    if (put(slot)) {
      return true;
    }
  }
  const std::uint32_t side = shelves_.side();
  if (side < limit_) {
    rebuild(std::min(side * 2, limit_));
    return false;
  }
  if (repacked_ || frame_area_ > std::uint64_t{side} * side) {
    return true;
  }
  repacked_ = true;
  rebuild(side);
  return false;
}

bool FragmentAtlas::put(Slot slot) {
  RasterJob& job = entries_[slot].job;
  if (entries_[slot].placed) {
    return true;
  }
  const auto place = shelves_.place(job.width + padding, job.height + padding);
  if (!place) {
    return false;
  }
  job.x = place->x;
  job.y = place->y;
  entries_[slot].placed = true;
  return true;
}

bool FragmentAtlas::evict_one() {
  if (oldest_ == no_slot || entries_[oldest_].frame == frame_) {
    return false;
  }
  drop(oldest_);
  return true;
}

void FragmentAtlas::drop_unused() {
  while (evict_one()) {
  }
}

/// Places all of this frame's fragments anew in a square of `side`, tallest first; what was drawn before is lost.
void FragmentAtlas::rebuild(std::uint32_t side) {
  drop_unused();
  shelves_.reset(side);
  remake_ = true;
  missing_.clear();
  for (Slot slot = oldest_; slot != no_slot; slot = entries_[slot].newer) {
    entries_[slot].placed = false;
    missing_.push_back(slot);
  }
  std::sort(missing_.begin(), missing_.end(), [this](Slot left, Slot right) {
    const RasterJob& a = entries_[left].job;
    const RasterJob& b = entries_[right].job;
    return a.height != b.height ? a.height > b.height : left < right;
  });
}

FragmentAtlas::Region FragmentAtlas::region(Slot slot) const {
  const RasterJob& job = entries_[slot].job;
  const float texel = 1.0F / static_cast<float>(shelves_.side());
  return {static_cast<float>(job.x) * texel, static_cast<float>(job.y) * texel,
          static_cast<float>(job.x + job.width) * texel, static_cast<float>(job.y + job.height) * texel};
}

FragmentAtlas::Region FragmentAtlas::white() const {
  const Region whole = region(white_);
  const float x = (whole.left + whole.right) / 2;
  const float y = (whole.top + whole.bottom) / 2;
  return {x, y, x, y};
}

void FragmentAtlas::forget() {
  entries_.clear();
  free_entries_.clear();
  by_key_.clear();
  missing_.clear();
  undrawn_.clear();
  shelves_.reset(0);
  oldest_ = newest_ = white_ = no_slot;
  texture_ = 0;
  remake_ = false;
}

void FragmentAtlas::link_newest(Slot slot) {
  entries_[slot].older = newest_;
  entries_[slot].newer = no_slot;
  if (newest_ != no_slot) {
    entries_[newest_].newer = slot;
  } else {
    oldest_ = slot;
  }
  newest_ = slot;
}

void FragmentAtlas::unlink(Slot slot) {
  const Entry& entry = entries_[slot];
  (entry.older == no_slot ? oldest_ : entries_[entry.older].newer) = entry.newer;
  (entry.newer == no_slot ? newest_ : entries_[entry.newer].older) = entry.older;
}

void FragmentAtlas::drop(Slot slot) {
  Entry& entry = entries_[slot];
  assert(entry.frame != frame_);
  unlink(slot);
  by_key_.erase(entry.key);
  if (entry.placed) {
    shelves_.release({entry.job.x, entry.job.y}, entry.job.width + padding);
  }
  entry.placed = false;
  free_entries_.push_back(slot);
}

}  // namespace hubglass::paint
