#pragma once

#include "paint/raster.h"
#include "paint/shelves.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace hubglass::paint {

/// The texels of one surface: text fragments and icons in one square RGBA texture, least recently used first to go. A
/// frame asks for what it shows (request), then all that is missing is placed and rasterised at once (commit), then
/// quads may be drawn. It draws nothing itself. A frame that asks for what the last one did allocates and rasterises
/// nothing.
class FragmentAtlas {
 public:
  using Slot = std::uint32_t;
  static constexpr Slot no_slot = 0xFFFFFFFFu;
  static constexpr std::uint32_t smallest_side = 512;
  static constexpr std::uint32_t largest_side = 4096;  ///< or less where the Raster has no such texture
  /// Larger fragments are to be asked for in slices of at most this size, device px.
  static constexpr std::uint32_t slice_width =
      2047;  // with its padding, in the smallest texture a GPU may be limited to
  static constexpr std::uint32_t slice_height = 256;
  static constexpr std::size_t all = static_cast<std::size_t>(-1);

  /// Corners in the texture, 0–1.
  struct Region {
    float left = 0;
    float top = 0;
    float right = 0;
    float bottom = 0;
  };

  void begin_frame();
  /// The slot of a fragment, given as the job that would make it (its x and y are ignored). `job.text` must stay valid
  /// until commit.
  Slot request(const RasterJob& job);
  /// Places what is missing and has it drawn: at most so many fragments, with the rest pending(). Growing the texture
  /// or finding it too broken up has all of this frame's fragments drawn anew.
  void commit(Raster& raster, std::size_t most = all);
  /// Fragments of this frame that have a place in the texture, and are not drawn yet. The next commit goes on with
  /// those that are asked for again.
  [[nodiscard]] bool pending() const { return !undrawn_.empty(); }
  /// Some of this frame's fragments found no room: less must be asked for.
  [[nodiscard]] bool crowded() const { return crowded_; }
  /// False when the fragment found no room: then there is nothing to draw.
  [[nodiscard]] bool placed(Slot slot) const { return entries_[slot].placed; }
  [[nodiscard]] Region region(Slot slot) const;
  /// Centre of a patch of opaque white, for shapes.
  [[nodiscard]] Region white() const;
  [[nodiscard]] std::uint64_t texture() const { return texture_; }
  [[nodiscard]] std::uint32_t side() const { return shelves_.side(); }
  /// The texture is gone: the next frame makes a new one.
  void forget();

 private:
  struct Entry {
    RasterJob job;
    std::uint64_t key = 0;
    std::uint64_t frame = 0;  ///< the last one that asked for it
    Slot older = no_slot;
    Slot newer = no_slot;
    bool placed = false;
  };

  void link_newest(Slot slot);
  void unlink(Slot slot);
  void drop(Slot slot);
  bool put(Slot slot);
  bool evict_one();
  void drop_unused();
  void rebuild(std::uint32_t side);
  bool make_room(Slot slot);
  [[nodiscard]] std::uint32_t wanted_side() const;

  std::vector<Entry> entries_;
  std::vector<Slot> free_entries_;
  std::unordered_map<std::uint64_t, Slot> by_key_;
  std::vector<Slot> missing_;  ///< asked for in this frame and not yet in the texture
  std::vector<Slot> undrawn_;  ///< placed, in the order in which they are to be drawn
  std::vector<RasterJob> jobs_;
  Shelves shelves_;
  Slot oldest_ = no_slot;
  Slot newest_ = no_slot;
  Slot white_ = no_slot;
  std::uint64_t texture_ = 0;
  std::uint64_t frame_ = 0;
  std::uint64_t frame_area_ = 0;        ///< device px² asked for in this frame
  std::uint32_t frame_extent_ = 0;      ///< largest width or height asked for in this frame
  std::uint32_t limit_ = largest_side;  ///< of the Raster
  bool crowded_ = false;
  bool remake_ = false;    ///< the texture must be made (again) before anything is drawn into it
  bool repacked_ = false;  ///< in this commit
};

}  // namespace hubglass::paint
