#pragma once

#include "cli/site/engine.h"
#include "document/result.h"
#include "hub/hub.h"

#include <string>

namespace hubglass::site {

/// Name of the file in a site.
inline constexpr std::string_view notices_file = "THIRD_PARTY_NOTICES.txt";

/// The notices that must go with a site: of the engine, of the kiosk page when it has one, and of the icon packages
/// that the hub's icons are from. Empty when the engine's folder brought none. Fails when they cannot be read.
Result<std::string> third_party_notices(const Engine& engine, const hub::Hub& hub, bool kiosk);

}  // namespace hubglass::site
