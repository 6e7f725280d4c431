// What a project says about itself. The first byte says in which file: h hub.json, m mkdocs.yml, f a page's front
// matter, k the kiosk's settings.

#include "hub/native/configuration.h"
#include "cli/site/kiosk_settings.h"
#include "document/utf8.h"
#include "fuzz/support/expect.h"
#include "fuzz/support/input.h"
#include "fuzz/support/schemes.h"
#include "hub/native/front_matter.h"

#include <cstdio>
#include <filesystem>
#include <string>

#include <unistd.h>

namespace {

using namespace hubglass;

void check_text(const std::string& text) {
  HUBGLASS_EXPECT(document::find_invalid_utf8(text) == std::string_view::npos);
}

void check_diagnostics(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) {
    HUBGLASS_EXPECT(!diagnostic.message.empty() && !diagnostic.file.empty());
  }
}

void check_configuration(std::string_view text, bool json) {
  Diagnostics diagnostics;
  hub::Reporter reporter("hub", diagnostics);
  const auto read = json ? hub::read_hub_json(text, reporter) : hub::read_mkdocs(text, reporter);
  check_diagnostics(diagnostics);
  if (!read) {
    HUBGLASS_EXPECT(!read.error().message.empty() && !read.error().where.empty());
    return;
  }
  const hub::Hub& hub = read->hub;
  check_text(hub.title);
  check_text(hub.description);
  check_text(hub.copyright);
  if (!hub.site_url.empty()) {
    const std::string scheme = fuzz::browser_scheme(hub.site_url);
    HUBGLASS_EXPECT((scheme == "http" || scheme == "https") && hub.site_url.back() == '/');
  }
  for (const hub::ClusterEntry& cluster : read->clusters) HUBGLASS_EXPECT(cluster.accent <= 6);
}

void check_front_matter(std::string_view text) {
  const hub::FrontMatter read = hub::read_front_matter(text);
  check_text(read.title);
  check_text(read.description);
  HUBGLASS_EXPECT(read.problem.empty() || (read.line >= 1 && read.column >= 1));
}

void check_kiosk_settings(std::string_view text) {
  namespace fs = std::filesystem;
  static const fs::path folder = fs::temp_directory_path() / ("hubglass-fuzz-" + std::to_string(getpid()));
  static const bool made = fs::create_directories(folder);
  (void)made;
  if (std::FILE* file = std::fopen((folder / site::kiosk_settings_file).c_str(), "wb")) {
    std::fwrite(text.data(), 1, text.size(), file);
    std::fclose(file);
  }
  hub::Project project;
  project.configuration_file = (folder / "hub.json").string();
  project.hub.language = "en";
  Diagnostics diagnostics;
  const site::KioskSettings settings = site::read_kiosk_settings(project, diagnostics);
  check_diagnostics(diagnostics);
  HUBGLASS_EXPECT(settings.idle_seconds >= 5 && settings.idle_seconds <= 3600);
  HUBGLASS_EXPECT(settings.countdown_seconds >= 3 && settings.countdown_seconds <= 120);
  HUBGLASS_EXPECT(settings.theme == "auto" || settings.theme == "light" || settings.theme == "dark");
  HUBGLASS_EXPECT(settings.service_code.find_first_not_of("0123456789") == std::string::npos);
  check_text(site::kiosk_settings_json(settings));
  fs::remove_all(folder / site::kiosk_settings_file);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text = fuzz::text_of(data, size).substr(1);
  switch (data[0]) {
    case 'h':
      check_configuration(text, true);
      break;
    case 'm':
      check_configuration(text, false);
      break;
    case 'f':
      check_front_matter(text);
      break;
    case 'k':
      check_kiosk_settings(text);
      break;
    default:
      break;
  }
  return 0;
}
