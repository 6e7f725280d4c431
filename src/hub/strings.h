#pragma once

#include "document/page.h"

#include <cstddef>
#include <string>
#include <string_view>

/// Every word that the interface itself says. One table, one column per language; pages bring their own words.
namespace hubglass::hub {

struct Strings {
  std::string_view language;  ///< primary subtag, "en"
  // Names that only assistive technology says
  std::string_view skip;
  std::string_view navigation;
  std::string_view breadcrumb;
  std::string_view pager;
  std::string_view facts;
  std::string_view languages;  ///< of the language switch
  std::string_view task_open;
  std::string_view task_done;
  std::string_view leads_out;  ///< of a link to another site
  // What is seen
  std::string_view home;
  std::string_view open_navigation;
  std::string_view theme_automatic;  ///< accessible name of the theme switch: mode now
  std::string_view theme_light;
  std::string_view theme_dark;
  std::string_view on_this_page;
  std::string_view initiatives;       ///< heading above a cluster's cards
  std::string_view one_initiative;    ///< "{count} initiative"
  std::string_view many_initiatives;  ///< "{count} initiatives"
  std::string_view more_pages;        ///< "{count} more", of a list in the navigation
  std::string_view more_about;        ///< "More about {name}"
  std::string_view related_initiatives;
  std::string_view previous;
  std::string_view next;
  std::string_view not_stated;       ///< a field whose label has nothing after it
  std::string_view licence;          ///< "Licence: {name}"
  std::string_view content_version;  ///< "Content version {version}"
  std::string_view made_with;
  std::string_view plain_page;  ///< the switch between canvas and ordinary page
  /// A line each: name of the list, then what "?", "n", "p", "t" and "r" do, "use the shortcuts", "close".
  std::string_view shortcuts;
  std::string_view missing_title;
  std::string_view missing_what;   ///< what happened
  std::string_view missing_works;  ///< what still works
  std::string_view missing_to_do;  ///< what to do, above the list of ways on
  std::string_view missing_home;   ///< "Go to the start page"
  std::string_view unreadable_title;
  std::string_view not_translated;        ///< "This page is not available in {language} yet."
  std::string_view original_shown;        ///< "You are reading the original in {language}."
  std::string_view parts_not_translated;  ///< "Parts of this page are not available in {language} yet."
  std::string_view parts_shown;           ///< "They are in {language}."
  // Languages as they are called inside those sentences
  std::string_view english;
  std::string_view german;
  std::string_view french;
};

/// The interface's words in the language of a tag ("de-AT" finds "de"); English when there is no such column.
const Strings& strings_for(std::string_view language);

/// Those of the interface's words that travel with each page.
document::Labels labels_in(std::string_view language);

/// What a language is called in another one's sentences ("Englisch"); `own_name` where the table does not know it.
std::string_view language_name(const Strings& strings, std::string_view language, std::string_view own_name);

/// `pattern` with "{name}" replaced by `value` (the first pair of braces, whatever is between them).
std::string fill(std::string_view pattern, std::string_view value);

/// "1 initiative", "3 initiatives".
std::string initiative_count(const Strings& strings, std::size_t count);

}  // namespace hubglass::hub
