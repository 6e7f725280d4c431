#pragma once

#include "layout/joined_runs.h"
#include "layout/line_cutter.h"
#include "layout/measurer.h"
#include "layout/text_pool.h"

#include <cstdint>
#include <vector>

namespace hubglass::layout {

/// One line of a leaf: flat text [begin, end); the next line begins at `next`.
struct LineRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t next = 0;
  bool hard = false;  ///< ended by a hard break or by the leaf's end
};

/// Chooses line ends as browsers do: greedily, spaces hang, a word longer than a line breaks anywhere, headings
/// balance.
class LineBreaker {
 public:
  explicit LineBreaker(Measurer& measurer) : measurer_(measurer) {}

  /// Breaks a leaf to lines at most `width` px wide. `lines` is replaced.
  void break_leaf(const TextPool& pool, const LeafText& leaf, float width, bool balanced,
                  std::vector<LineRange>& lines);
  /// Width of the leaf on one line (of its widest line when it has hard breaks).
  float natural_width(const TextPool& pool, const LeafText& leaf);
  /// Exact advance of flat text [begin, end) with its inline paddings and atoms.
  float measure_range(const TextPool& pool, const LeafText& leaf, std::uint32_t begin, std::uint32_t end,
                      float available);

 private:
  /// The most that a line of `width` px may hold: one unit more than there is room for still fits.
  [[nodiscard]] float limit(float width) const;
  /// The same as measure_range() where the line ends at `end`, which may be within a word.
  float measure_line(const TextPool& pool, const LeafText& leaf, std::uint32_t begin, std::uint32_t end,
                     float available);
  /// px that inlines which close at `end` add there, where the engine lets them stand out of the line; 0 elsewhere.
  [[nodiscard]] float overhang(const TextPool& pool, const LeafText& leaf, std::uint32_t end, Overhang where) const;
  void load_words(const TextPool& pool, const LeafText& leaf, float available);
  void greedy(const TextPool& pool, const LeafText& leaf, float width, std::vector<LineRange>& lines);
  /// `guess`: bytes that about fit.
  std::uint32_t break_anywhere(const TextPool& pool, const LeafText& leaf, std::uint32_t begin, std::uint32_t end,
                               float width, std::uint32_t guess);
  /// Breaks a word that is alone on its line, `text` px wide, until the rest fits on one; returns the rest's px.
  float break_word(const TextPool& pool, const LeafText& leaf, const Word& word, float text, float width,
                   LineRange& line, std::vector<LineRange>& lines);
  void balance(const TextPool& pool, const LeafText& leaf, float width, std::vector<LineRange>& lines);

  struct Extent {
    float text = 0;
    float space = 0;
    float hyphen = 0;  ///< shown when the line ends here
    bool hard = false;
  };

  Measurer& measurer_;
  std::vector<Extent> extents_;  ///< of the leaf's words
  JoinedRuns runs_;
  LineCutter cutter_;
};

}  // namespace hubglass::layout
