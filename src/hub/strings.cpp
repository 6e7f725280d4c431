#include "hub/strings.h"

#include <array>

namespace hubglass::hub {

namespace {

constexpr std::array<Strings, 1> table = {{
    {
        .language = "en",
        .home = "Home",
        .open_navigation = "Open navigation",
        .theme_automatic = "Theme: automatic",
        .theme_light = "Theme: light",
        .theme_dark = "Theme: dark",
        .on_this_page = "On this page",
        .initiatives = "Initiatives",
        .one_initiative = "{count} initiative",
        .many_initiatives = "{count} initiatives",
        .more_about = "More about {name}",
        .related_initiatives = "Related initiatives",
        .previous = "Previous",
        .next = "Next",
        .not_stated = "Not stated.",
        .licence = "Licence: {name}",
        .content_version = "Content version {version}",
        .made_with = "Made with Hubglass",
        .missing_title = "Page not found",
        .missing_what = "There is no page at this address. It may have moved, or the address may have a slip in it.",
        .missing_works = "The rest of the hub is here, and the navigation leads to all of it.",
        .missing_to_do = "You can go on from here:",
        .missing_home = "Go to the start page",
    },
}};

}  // namespace

const Strings& strings_for(std::string_view language) {
  const std::string_view primary = language.substr(0, language.find_first_of("-_"));
  for (const Strings& strings : table) {
    if (strings.language == primary) return strings;
  }
  return table.front();
}

std::string fill(std::string_view pattern, std::string_view value) {
  const std::size_t open = pattern.find('{');
  const std::size_t close = pattern.find('}', open == std::string_view::npos ? 0 : open);
  if (open == std::string_view::npos || close == std::string_view::npos) return std::string(pattern);
  std::string filled(pattern.substr(0, open));
  filled += value;
  filled += pattern.substr(close + 1);
  return filled;
}

std::string initiative_count(const Strings& strings, std::size_t count) {
  return fill(count == 1 ? strings.one_initiative : strings.many_initiatives, std::to_string(count));
}

}  // namespace hubglass::hub
