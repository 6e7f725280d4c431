#pragma once

#include <array>
#include <string_view>

namespace hubglass::document::interface_icons {

inline constexpr std::string_view menu = "material-menu";
inline constexpr std::string_view close = "material-close";
inline constexpr std::string_view theme_automatic = "material-theme-light-dark";
inline constexpr std::string_view theme_light = "material-weather-sunny";
inline constexpr std::string_view theme_dark = "material-weather-night";
inline constexpr std::string_view arrow_left = "material-arrow-left";
inline constexpr std::string_view arrow_right = "material-arrow-right";

/// Those that take each other's place while a page is shown; each page carries them.
inline constexpr std::array switches = {menu, close, theme_automatic, theme_light, theme_dark};

/// Every icon the interface itself uses; each hub carries them.
inline constexpr std::array all = {menu, close, theme_automatic, theme_light, theme_dark, arrow_left, arrow_right};

}  // namespace hubglass::document::interface_icons
