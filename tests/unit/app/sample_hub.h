#pragma once

#include <string>
#include <string_view>

namespace hubglass::tests {

/// The pack of a page of a small hub in English and German: "" with cards, "long/" with headings and a collapsible
/// block, and "de/", which is translated. Any other route gives the page for wrong addresses.
std::string sample_pack(std::string_view route);

}  // namespace hubglass::tests
