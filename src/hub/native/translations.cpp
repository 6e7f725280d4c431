#include "hub/native/translations.h"

#include "hub/address.h"
#include "hub/edition.h"
#include "hub/initiatives.h"
#include "hub/native/page_words.h"
#include "hub/native/pages.h"

#include <algorithm>
#include <utility>

/// Reading a project's translations: files beside the pages, words of the configuration.
namespace hubglass::hub {

namespace {

using Words = std::map<std::string, std::string, std::less<>>;

std::string word_for(const Words& words, const std::string& original) {
  const auto found = words.find(original);
  return found == words.end() ? std::string() : found->second;
}

/// Titles of the navigation in document order, and the page of each.
void list_items(const std::vector<NavigationItem>& items, std::vector<const NavigationItem*>& list) {
  for (const NavigationItem& item : items) {
    list.push_back(&item);
    list_items(item.children, list);
  }
}

}  // namespace

/// "a/name.de.md" with a language "de" is put aside, as the translation of "a/name.md".
bool PageReader::note_translation(const std::string& source) {
  const std::vector<Language>& languages = project_.hub.languages;
  const std::size_t ending = source.rfind('.');
  const std::size_t dot = ending == std::string::npos || ending == 0 ? ending : source.rfind('.', ending - 1);
  if (languages.empty() || dot == std::string::npos || dot == 0 || source.find('/', dot) != std::string::npos) {
    return false;
  }
  const std::string_view code = std::string_view(source).substr(dot + 1, ending - dot - 1);
  for (Index language = 0; language < languages.size(); ++language) {
    if (languages[language].code != code) continue;
    std::string original = source.substr(0, dot) + source.substr(ending);
    if (language == 0) {
      report(Severity::warning, folder_.full(source), 0, 0,
             "'" + std::string(code) + "' is the hub's own language, so this is a page like others; call the file " +
                 original);
      return false;
    }
    translations_.push_back({source, std::move(original), language, {}});
    return true;
  }
  return false;
}

void PageReader::read_translations() {
  std::vector<Language>& languages = project_.hub.languages;
  project_.translations.resize(languages.size());
  // In the order of the pages, so that a page's translation is found by halving.
  std::stable_sort(translations_.begin(), translations_.end(),
                   [this](const Translation& a, const Translation& b) { return find(a.original) < find(b.original); });
  std::erase_if(translations_, [this](const Translation& translation) {
    if (find(translation.original) != none) return false;
    if (project_.excluded.contains(translation.original)) {
      project_.excluded.insert(translation.source);
      return true;
    }
    report(Severity::warning, folder_.full(translation.source), 0, 0,
           "this is the translation of " + translation.original +
               ", which does not exist, so it is left out; write that page, or correct the name");
    return true;
  });
  for (Translation& translation : translations_) {
    auto [text, document, front_matter] = read_text(translation.source);
    if (front_matter.draft) {
      project_.excluded.insert(translation.source);
      continue;
    }
    PageTranslation record;
    record.page = find(translation.original);
    record.source = translation.source;
    record.title = front_matter.title.empty() ? first_title(document) : front_matter.title;
    record.description = front_matter.description.empty() ? first_description(document) : front_matter.description;
    Translations& files = project_.translations[translation.language];
    languages[translation.language].pages.push_back(std::move(record));
    files.texts.push_back(std::move(text));
    files.documents.push_back(std::move(document));
  }
}

/// Titles of navigation and pages: the configuration's words, else those of the translated pages.
void PageReader::title_translations() {
  Hub& hub = project_.hub;
  std::vector<const NavigationItem*> items;
  list_items(hub.navigation, items);
  for (Index language = 1; language < hub.languages.size(); ++language) {
    const Words& words = configuration_.languages[language].navigation;
    std::vector<std::string>& titles = hub.languages[language].navigation;
    std::vector<std::string> page_titles(hub.pages.size());
    for (const NavigationItem* item : items) {
      titles.push_back(word_for(words, item->title));
      if (item->page == none) continue;
      const PageTranslation* translation = translation_of(hub, language, item->page);
      if (page_titles[item->page].empty()) page_titles[item->page] = titles.back();
      if (titles.back().empty() && translation != nullptr) titles.back() = translation->title;
    }
    for (PageTranslation& translation : hub.languages[language].pages) {
      if (!page_titles[translation.page].empty()) translation.title = page_titles[translation.page];
      if (translation.title.empty()) translation.title = hub.pages[translation.page].title;
    }
    for (const auto& entry : words) {
      const std::string& original = entry.first;
      const bool known =
          std::any_of(items.begin(), items.end(), [&](const NavigationItem* item) { return item->title == original; });
      if (known) continue;
      report(Severity::warning, project_.configuration_file, configuration_.languages[language].code.line,
             configuration_.languages[language].code.column,
             "the words of the language '" + hub.languages[language].code + "' name '" + original +
                 "', which is no title of the navigation; write it as it stands there");
    }
  }
}

void translate_clusters(Project& project, const Configuration& configuration, const ContentFolder& folder) {
  Hub& hub = project.hub;
  for (Index language = 1; language < hub.languages.size(); ++language) {
    const LanguageEntry& entry = configuration.languages[language];
    Language& words = hub.languages[language];
    for (Index index = 0; index < hub.clusters.size(); ++index) {
      const Cluster& cluster = hub.clusters[index];
      const PageTranslation* translation = translation_of(hub, language, cluster.page);
      auto found = entry.clusters.find(cluster.id);
      if (found == entry.clusters.end()) found = entry.clusters.find(cluster.title);
      words.clusters.push_back(found != entry.clusters.end() ? found->second
                               : translation != nullptr      ? translation->title
                                                             : std::string());
      if (translation == nullptr) continue;
      const auto ordinal = static_cast<std::size_t>(translation - words.pages.data());
      const std::string file = folder.full(translation->source);
      Diagnostics wrong;
      add_initiative_translations(hub, language, index, project.documents[cluster.page],
                                  project.translations[language].documents[ordinal], wrong);
      for (Diagnostic& diagnostic : wrong) {
        diagnostic.file = file;
        project.diagnostics.push_back(std::move(diagnostic));
      }
    }
    for (const auto& [id, title] : entry.clusters) {
      const bool known = std::any_of(hub.clusters.begin(), hub.clusters.end(), [&id = id](const Cluster& cluster) {
        return cluster.id == id || cluster.title == id;
      });
      if (known) continue;
      project.diagnostics.push_back(
          Diagnostic{Severity::warning, project.configuration_file, entry.code.line, entry.code.column,
                     "the words of the language '" + words.code + "' name '" + id + "', which is no cluster's id"});
    }
  }
}

}  // namespace hubglass::hub
