#pragma once

#include <cstddef>
#include <cstdint>

/// What hostile or broken input may cost at most. Each limit says what it protects.
namespace hubglass::budgets {

inline constexpr std::size_t page_bytes = 4u << 20;    ///< one Markdown page; layout of more would freeze a phone
inline constexpr std::size_t pack_bytes = 64u << 20;   ///< one page's pack; it is held in memory whole
inline constexpr std::size_t title_bytes = 16u << 10;  ///< a title or description; each is laid out or named at once
inline constexpr std::size_t blocks_per_page = 400'000;
inline constexpr std::size_t inlines_per_page = 2'000'000;
inline constexpr std::size_t term_bytes =
    120;  ///< a term that is explained; each place where one may begin costs these
inline constexpr std::size_t terms_per_page = 4000;  ///< explained by one page, or by one language's glossary
/// An explanation of a term; it is written at each place where the term stands.
inline constexpr std::size_t explanation_bytes = 1000;
inline constexpr int nesting_depth = 64;            ///< recursion over blocks and inlines; wasm has a small stack
inline constexpr int navigation_levels = 16;        ///< of lists; what is deeper stands in the last of them
inline constexpr std::size_t settings_depth = 256;  ///< brackets or lists in hub.json and mkdocs.yml
inline constexpr std::size_t yaml_repeated_nodes = 20'000;  ///< that aliases of one YAML text may stand for
inline constexpr std::size_t languages = 64;                ///< of one hub; every page has a link to itself in each
inline constexpr std::uint64_t image_pixels = 64u << 20;    ///< decoded size of one image at build
inline constexpr std::size_t image_bytes = 32u << 20;

/// Addresses and titles that a page may come to, each counted as often as it is used, when its text has `bytes`: a
/// reference or a term is defined once and may be used on every line, so that the page's HTML could have the square of
/// its size.
constexpr std::size_t repeated_bytes(std::size_t bytes) {
  return (1u << 20) + 16 * bytes;
}

}  // namespace hubglass::budgets
