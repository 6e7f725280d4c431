#pragma once

#include "hub/compose.h"
#include "hub/hub.h"

#include <string>
#include <string_view>
#include <vector>

/// The static page of a route: a whole HTML document around what was composed. It has no inline script and no inline
/// style, so it works under a strict Content-Security-Policy.
namespace hubglass::site {

/// Files are named relative to the output's root ("assets/engine.1a2b3c4d.wasm"); empty ones are left out.
struct PageOptions {
  std::string_view route;                      ///< "" for the home page, else with a trailing slash ("a/b/")
  bool missing = false;                        ///< 404.html: served at any depth, so its addresses are absolute
  std::string_view css;                        ///< style sheet
  std::string_view script = "hub-glass.js";    ///< the custom element, an ES module
  std::string_view engine;                     ///< WebAssembly module
  std::string_view pack;                       ///< the page's content pack
  std::string_view icon;                       ///< what browsers show in a tab
  std::string_view manifest;                   ///< web application manifest
  std::vector<std::string_view> modules;       ///< further ES modules to load early
  std::string_view kiosk_script;               ///< set: the kiosk's page, and the ES module that minds it
  std::string_view kiosk_settings;             ///< JSON for that module
  std::string_view surface_light = "#FFFFFF";  ///< CSS colours of the theme's surface
  std::string_view surface_dark = "#0F1521";
};

/// The way from a route up to the root: "" for the home page, "../../" for "a/b/".
std::string base_of_route(std::string_view route);

/// The base of a page that may be served anywhere: the path of `site_url`, or "/" when it is not known.
std::string base_of_site(std::string_view site_url);

/// The HTML document of one route.
std::string page(const hub::Hub& hub, const hub::Composed& composed, const PageOptions& options);

}  // namespace hubglass::site
