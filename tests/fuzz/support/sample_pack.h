#pragma once

#include <string>

namespace hubglass::fuzz {

/// A small pack that holds something of everything.
std::string sample_pack();

}  // namespace hubglass::fuzz
