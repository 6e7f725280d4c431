#include "hub/edition.h"

#include <algorithm>

namespace hubglass::hub {

namespace {

/// Takes the translated text, or keeps the original's and says in `language` that it is one.
void translate(std::string& text, std::string& language, const std::string& translated, const std::string& original) {
  if (translated.empty()) {
    language = original;
  } else {
    text = translated;
  }
}

void translate_navigation(std::vector<NavigationItem>& items, const Language& language, const std::string& original,
                          std::size_t& ordinal) {
  for (NavigationItem& item : items) {
    const bool known = ordinal < language.navigation.size();
    translate(item.title, item.language, known ? language.navigation[ordinal] : std::string(), original);
    ++ordinal;
    translate_navigation(item.children, language, original, ordinal);
  }
}

bool is_alphanumeric(char character) {
  const char lower = static_cast<char>(character | 0x20);
  return (lower >= 'a' && lower <= 'z') || (character >= '0' && character <= '9');
}

}  // namespace

Hub make_edition(const Hub& hub, Index language) {
  Hub edition = hub;
  if (language == 0 || language >= hub.languages.size()) return edition;
  const Language& words = hub.languages[language];
  const std::string& original = hub.language;
  edition.edition = language;
  edition.language = words.code;
  translate(edition.title, edition.title_language, words.title, original);
  translate(edition.copyright, edition.copyright_language, words.copyright, original);
  if (!words.description.empty()) edition.description = words.description;
  std::size_t ordinal = 0;
  translate_navigation(edition.navigation, words, original, ordinal);
  for (std::size_t i = 0; i < edition.clusters.size(); ++i) {
    translate(edition.clusters[i].title, edition.clusters[i].language,
              i < words.clusters.size() ? words.clusters[i] : std::string(), original);
  }
  for (Page& page : edition.pages) page.language = original;
  for (const PageTranslation& translation : words.pages) {
    if (translation.page >= edition.pages.size()) continue;
    Page& page = edition.pages[translation.page];
    page.language.clear();
    page.title = translation.title;
    page.description = translation.description;
  }
  for (Initiative& initiative : edition.initiatives) {
    initiative.language = original;
    initiative.summary_language = original;
  }
  for (const InitiativeTranslation& translation : words.initiatives) {
    if (translation.initiative >= edition.initiatives.size()) continue;
    Initiative& initiative = edition.initiatives[translation.initiative];
    initiative.language.clear();
    initiative.translated_section = translation.section;
    initiative.name = translation.name;
    initiative.summary_language.clear();
    translate(initiative.summary, initiative.summary_language, translation.summary, original);
  }
  return edition;
}

const PageTranslation* translation_of(const Hub& hub, Index language, Index page) {
  if (language == 0 || language >= hub.languages.size()) return nullptr;
  const std::vector<PageTranslation>& pages = hub.languages[language].pages;
  const auto found =
      std::lower_bound(pages.begin(), pages.end(), page,
                       [](const PageTranslation& translation, Index wanted) { return translation.page < wanted; });
  return found != pages.end() && found->page == page ? &*found : nullptr;
}

std::string route_prefix(const Hub& hub, Index language) {
  return language == 0 || language >= hub.languages.size() ? std::string() : hub.languages[language].code + "/";
}

std::string route_in(const Hub& hub, Index language, const Target& target) {
  return route_prefix(hub, language).append(route_of(hub, target));
}

bool is_translated(const Hub& hub, Index language, const Target& target) {
  if (language == 0) return true;
  if (language >= hub.languages.size()) return false;
  if (target.initiative == none) return translation_of(hub, language, target.page) != nullptr;
  const std::vector<InitiativeTranslation>& initiatives = hub.languages[language].initiatives;
  const auto found = std::lower_bound(
      initiatives.begin(), initiatives.end(), target.initiative,
      [](const InitiativeTranslation& translation, Index wanted) { return translation.initiative < wanted; });
  return found != initiatives.end() && found->initiative == target.initiative;
}

SplitRoute split_route(const Hub& hub, std::string_view route) {
  std::string_view rest = route;
  while (!rest.empty() && rest.front() == '/') rest.remove_prefix(1);
  const std::size_t end = std::min(rest.find_first_of("/?#"), rest.size());
  for (Index language = 1; language < hub.languages.size(); ++language) {
    if (rest.substr(0, end) != hub.languages[language].code) continue;
    rest.remove_prefix(end);
    return {language, rest};
  }
  return {0, route};
}

bool is_language_code(std::string_view code) {
  constexpr std::size_t longest = 35;  // of any tag that is in use, with room
  if (code.size() < 2 || code.size() > longest) return false;
  std::size_t part = 0;
  for (std::size_t i = 0; i <= code.size(); ++i) {
    if (i < code.size() && code[i] != '-') {
      if (!is_alphanumeric(code[i])) return false;
      continue;
    }
    const std::size_t size = i - part;
    if (size < 1 || size > 8 || (part == 0 && (size < 2 || size > 3))) return false;
    part = i + 1;
  }
  return !(code[0] >= '0' && code[0] <= '9') && !(code[1] >= '0' && code[1] <= '9');
}

}  // namespace hubglass::hub
