#include "unit/pack/sample.h"

#include "pack/pack.h"

namespace hubglass::pack {
namespace {

std::string little_endian(std::uint64_t value, int size) {
  std::string bytes;
  for (int i = 0; i < size; ++i) {
    bytes += static_cast<char>(value >> (8 * i));
  }
  return bytes;
}

}  // namespace

hub::Hub sample_hub() {
  hub::Hub hub;
  hub.title = "Sample \"hub\" – ünï\n";
  hub.language = "de";
  hub.description = "What it is.";
  hub.site_url = "https://example.org/hub/";
  hub.copyright = "© nobody";
  hub.version = "2026.1";
  hub.home_link = "https://example.org/";
  hub.licence = {"CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"};
  hub.logo = 0;
  hub.favicon = 1;
  hub.navigation = {{.title = "Home", .page = 0},
                    {.title = "Group",
                     .children = {{.title = "Cluster", .page = 1}, {.title = "Away", .href = "mailto:a@b.example"}}}};
  hub.pages = {{"index.md", "", "Home", "First.", hub::none}, {"a/Data_Spaces.md", "a/Data_Spaces/", "Data", "", 0}};
  hub.clusters = {{.id = "data",
                   .title = "Data",
                   .summary = "About data.",
                   .icon = "material-database",
                   .page = 1,
                   .accent = 3,
                   .initiatives = {0, 1}}};
  hub.initiatives = {{"one",
                      "One",
                      "Sum.",
                      "a/Data_Spaces/one/",
                      0,
                      0,
                      1,
                      {{"website", "Web", "x"}},
                      {{"site", "https://one.example/"}, {"page", "a/Data_Spaces/#one"}},
                      {1}},
                     {"two", "Two", "", "a/Data_Spaces/two/", 0, 1, hub::none, {}, {}, {}}};
  hub.assets = {{"img/Logo.PNG", "assets/logo.0a1b2c3d.webp", 640.5f, 200.25f, true},
                {"icon.svg", "assets/icon.00000000.svg", 0, 0, false}};
  hub.icons = {{"material-database", {24, 24, "M12 3C7.58 3-1.5e3z"}}, {"other", {512, 448.5f, "m0,0h1"}}};
  hub.glossaries = {{"de", 0, {{"Data space", {"DS", "DSP"}, "Shared <data>.", "data-space-ds"}}},
                    {"en", hub::none, {{"", {"AI"}, "Artificial intelligence", ""}}}};
  hub.labels = {{"website", {"Webpage", "Reference Link"}}, {"contact", {}}};
  hub.languages = {{.code = "de", .name = "Deutsch"},
                   {.code = "fr",
                    .name = "Français",
                    .title = "Échantillon",
                    .description = "Ce que c’est.",
                    .copyright = "© personne",
                    .navigation = {"Accueil", "", "Données", ""},
                    .clusters = {"Données"},
                    .labels = {{"website", {"Site"}}},
                    .pages = {{1, "a/Data_Spaces.fr.md", "Données", "Deux."}},
                    .initiatives = {{1, 0, "Deux", "Somme."}}}};
  return hub;
}

std::vector<std::vector<std::string>> sample_translations() {
  return {{}, {"## Deux\n\nTexte.\n"}};
}

std::vector<std::string> sample_texts() {
  return {"# Home\n\nText with \xc3\xbc.\n", std::string("## One\n\0x", 9)};
}

Parts take_apart(const std::string& pack) {
  std::uint64_t json_size = 0;
  for (int i = 7; i >= 0; --i) {
    json_size = json_size << 8 | static_cast<std::uint8_t>(pack[16 + static_cast<std::size_t>(i)]);
  }
  return {nlohmann::json::parse(pack.substr(header_size, json_size)), pack.substr(header_size + json_size)};
}

std::string put_together(const std::string& json, const std::string& binary) {
  std::string header(magic);
  header += little_endian(major_version, 2) + little_endian(minor_version, 2) + little_endian(0, 4) +
            little_endian(json.size(), 8) + little_endian(binary.size(), 8);
  for (const std::uint8_t byte : manifest_hash(header, json)) {
    header += static_cast<char>(byte);
  }
  return header + json + binary;
}

std::string put_together(const Parts& parts) {
  return put_together(parts.manifest.dump(), parts.binary);
}

}  // namespace hubglass::pack
