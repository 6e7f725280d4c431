#pragma once

#include "hub/native/configuration.h"
#include "hub/native/files.h"
#include "hub/native/project.h"

#include <cstddef>

/// What a project's translations say, once its pages and clusters are known.
namespace hubglass::hub {

/// Sets the titles of clusters in each language, and finds their initiatives in the translated pages.
void translate_clusters(Project& project, const Configuration& configuration, const ContentFolder& folder);

/// Calls visit(language, PageTranslation, Document as parsed) for every translation.
template <typename Visit>
void visit_translations(const Project& project, Visit&& visit) {
  for (Index language = 1; language < project.hub.languages.size(); ++language) {
    const std::vector<PageTranslation>& pages = project.hub.languages[language].pages;
    for (std::size_t i = 0; i < pages.size(); ++i) {
      visit(language, pages[i], project.translations[language].documents[i]);
    }
  }
}

}  // namespace hubglass::hub
