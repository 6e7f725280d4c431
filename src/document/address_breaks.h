#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hubglass::document {

/// Addresses shorter than this (bytes) stay whole: they fit a line of the narrowest screen.
inline constexpr std::size_t shortest_breakable_address = 20;

/// Appends to `offsets`, in order, the byte offsets where the long addresses in `text` may break: after each of
/// / - ? & = _ # % . ~ : + , @ but not inside "://" and not at the address's end. An address is a word that holds a
/// scheme with "://", "mailto:" or "www.", a host and a path, or an e-mail address. Other words break after a slash
/// between letters; one that does breaks after its hyphens, too, and nowhere else. Decided here once, because browsers
/// and line breaking libraries disagree about all of these.
void find_address_breaks(std::string_view text, std::vector<std::uint32_t>& offsets);

}  // namespace hubglass::document
