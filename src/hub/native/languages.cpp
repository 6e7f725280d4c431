#include "document/budgets.h"
#include "hub/edition.h"
#include "hub/native/configuration.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hubglass::hub {

namespace {

/// Names of languages in themselves, for those who do not write them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 24> own_names = {{
    {"bg", "Български"}, {"cs", "Čeština"},    {"da", "Dansk"},       {"de", "Deutsch"},  {"el", "Ελληνικά"},
    {"en", "English"},   {"es", "Español"},    {"et", "Eesti"},       {"fi", "Suomi"},    {"fr", "Français"},
    {"ga", "Gaeilge"},   {"hr", "Hrvatski"},   {"hu", "Magyar"},      {"it", "Italiano"}, {"lt", "Lietuvių"},
    {"lv", "Latviešu"},  {"mt", "Malti"},      {"nl", "Nederlands"},  {"pl", "Polski"},   {"pt", "Português"},
    {"ro", "Română"},    {"sk", "Slovenčina"}, {"sl", "Slovenščina"}, {"sv", "Svenska"},
}};

std::string own_name(std::string_view code) {
  const auto found = std::find_if(own_names.begin(), own_names.end(),
                                  [code](const auto& name) { return name.first == code.substr(0, code.find('-')); });
  return std::string(found == own_names.end() ? code : found->second);
}

}  // namespace

void set_languages(Configuration& configuration, Reporter& reporter) {
  Hub& hub = configuration.hub;
  std::vector<LanguageEntry> kept(1);
  kept.front().code.value = hub.language;
  for (LanguageEntry& entry : configuration.languages) {
    const std::string& code = entry.code.value;
    const auto report = [&](std::string message) {
      reporter.report(Severity::error, entry.code.line, entry.code.column, std::move(message));
    };
    if (code == hub.language) {
      kept.front().words.name = entry.words.name;
    } else if (!is_language_code(code)) {
      report("'" + code + "' is no code of a language; write one like 'de', 'fr' or 'pt-BR'");
    } else if (std::any_of(kept.begin(), kept.end(),
                           [&](const LanguageEntry& other) { return other.code.value == code; })) {
      report("the language '" + code + "' is listed twice; keep one entry");
    } else if (kept.size() == budgets::languages) {
      report("a hub has at most " + std::to_string(budgets::languages) + " languages; leave out '" + code + "'");
    } else {
      kept.push_back(std::move(entry));
    }
  }
  hub.languages.clear();
  configuration.languages.clear();
  if (kept.size() < 2) return;
  for (LanguageEntry& entry : kept) {
    Language language = entry.words;
    language.code = entry.code.value;
    if (language.name.empty()) language.name = own_name(language.code);
    for (const auto& [key, labels] : language.labels) {
      std::vector<std::string>& known = hub.labels[key];
      known.insert(known.end(), labels.begin(), labels.end());
    }
    hub.languages.push_back(std::move(language));
  }
  configuration.languages = std::move(kept);
}

}  // namespace hubglass::hub
