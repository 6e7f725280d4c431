#pragma once

#include "hub/hub.h"

#include <string>
#include <string_view>

/// A hub in its languages. Every page exists in each of them: translated ("data-spaces.de.md"), or as the original with
/// a word about it. An edition is the hub as one language's readers see it: same pages, same indices, same routes,
/// other words. What compose() leads to gets the language's prefix ("de/"); nothing else knows of it.
namespace hubglass::hub {

/// The hub in language `language` (index into Hub::languages). O(size of the hub): made once per language.
Hub make_edition(const Hub& hub, Index language);

/// The translation of a page in a language, or nullptr. O(log pages).
const PageTranslation* translation_of(const Hub& hub, Index language, Index page);

/// What stands before a language's routes: "" for the original's, else "de/".
std::string route_prefix(const Hub& hub, Index language);

/// The whole route of a target in a language.
std::string route_in(const Hub& hub, Index language, const Target& target);

/// Whether a target's own text is in this language; the original's always is.
bool is_translated(const Hub& hub, Index language, const Target& target);

struct SplitRoute {
  Index language = 0;
  std::string_view route;  ///< for find_route()
};

/// Takes the language off a route.
SplitRoute split_route(const Hub& hub, std::string_view route);

/// True for what may be a BCP 47 tag: letters, then parts of letters and digits behind hyphens.
bool is_language_code(std::string_view code);

}  // namespace hubglass::hub
