#pragma once

#include "document/diagnostic.h"
#include "hub/native/project.h"

#include <string>
#include <vector>

namespace hubglass::site {

/// Name of the file beside hub.json or mkdocs.yml that says how the kiosk page behaves, and of its copy in the output.
inline constexpr const char* kiosk_settings_file = "hubglass-kiosk.json";

/// How the kiosk page behaves; see docs/kiosk.md.
struct KioskSettings {
  int idle_seconds = 60;
  int countdown_seconds = 15;
  bool tour = true;
  int stop_seconds = 12;
  std::string start;     ///< route
  std::string language;  ///< of the hub; empty: its first
  std::string theme = "auto";
  std::string service_code;  ///< digits; empty: the service panel asks for none
  int update_minutes = 15;
  int memory_megabytes = 512;
  bool low_navigation = true;
  std::vector<std::string> menu;  ///< routes of the pages in the menu, in its order
};

/// Reads the project's settings; defaults where there is no such file. Unless it says otherwise, the menu holds the
/// clusters' pages, and the pages of the navigation in a hub without clusters. Each value that cannot be is an error
/// with its line and what to write instead; a key that nobody knows is a note.
KioskSettings read_kiosk_settings(const hub::Project& project, Diagnostics& diagnostics);

/// All settings as the kiosk page reads them, a line each, for operators to change on the device.
std::string kiosk_settings_json(const KioskSettings& settings);

/// What the kiosk page knows of settings without that file (web/kiosk/settings.ts): a JSON list of keys, each with its
/// value and with what another value must be.
std::string kiosk_settings_rules(const KioskSettings& settings);

}  // namespace hubglass::site
