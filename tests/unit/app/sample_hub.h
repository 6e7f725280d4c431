#pragma once

#include <string>

namespace hubglass::tests {

/// A pack with a home page of cards, a long page with headings and a collapsible block, and a page that is not UTF-8.
std::string sample_pack();

}  // namespace hubglass::tests
