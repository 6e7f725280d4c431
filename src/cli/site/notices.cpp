#include "cli/site/notices.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace hubglass::site {
namespace {

using nlohmann::json;

std::string field(const json& notice, const char* name) {
  const auto at = notice.find(name);
  return at != notice.end() && at->is_string() ? at->get<std::string>() : std::string();
}

bool has_icon(const hub::Hub& hub, const std::string& begin) {
  const auto at = hub.icons.lower_bound(begin);
  return at != hub.icons.end() && at->first.starts_with(begin);
}

}  // namespace

Result<std::string> third_party_notices(const Engine& engine, const hub::Hub& hub, bool kiosk) {
  if (engine.notices.empty()) {
    return std::string();
  }
  const json notices = json::parse(engine.notices, nullptr, false);
  if (!notices.is_array() ||
      !std::all_of(notices.begin(), notices.end(), [](const json& n) { return n.is_object(); })) {
    return fail(ErrorCode::engine_missing,
                "the engine's notices.json is damaged; build it with scripts/build --engine-only");
  }
  std::string text;
  for (const json& notice : notices) {
    const std::string use = field(notice, "for");
    const bool wanted = use == "all" || use == "engine" || (use == "kiosk" && kiosk) ||
                        (use == "icons" && has_icon(hub, field(notice, "icons")));
    if (wanted) {
      text += field(notice, "text");
    }
  }
  return text;
}

}  // namespace hubglass::site
