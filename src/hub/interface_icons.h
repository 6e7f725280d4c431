#pragma once

#include <array>
#include <string_view>

namespace hubglass::hub::interface_icons {

inline constexpr std::string_view menu = "material-menu";
inline constexpr std::string_view close = "material-close";
inline constexpr std::string_view theme_automatic = "material-theme-light-dark";
inline constexpr std::string_view theme_light = "material-weather-sunny";
inline constexpr std::string_view theme_dark = "material-weather-night";
inline constexpr std::string_view external_link = "material-open-in-new";
inline constexpr std::string_view arrow_left = "material-arrow-left";
inline constexpr std::string_view arrow_right = "material-arrow-right";

/// Every icon the interface itself uses; each hub carries them.
inline constexpr std::array all = {menu,       close,         theme_automatic, theme_light,
                                   theme_dark, external_link, arrow_left,      arrow_right};

}  // namespace hubglass::hub::interface_icons
