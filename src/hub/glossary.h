#pragma once

#include "document/abbreviations.h"
#include "document/document.h"
#include "hub/hub.h"

#include <string_view>
#include <vector>

/// The words a hub explains on every page.
namespace hubglass::hub {

/// The glossary that a text's words are looked up in: that of its language. nullptr when there is none.
const Glossary* glossary_of(const Hub& hub, std::string_view language);

/// The forms in which the terms of a glossary are found. A short form ("LDT") is found as written and with an s, and
/// its explanation begins with the name; a name ("Local digital twin") is found as written, with its first letter or
/// the first letters of all its words in the other case ("local digital twin", "Local Digital Twin"), and each with an
/// s. What an author wrote comes before what was derived from it.
std::vector<document::TermMatcher::Term> forms_of(const Glossary& glossary);

/// Explains terms in a composed page whose text is in `language`: those its source defines, else those of the hub,
/// which `forms` finds; nullptr where the hub has none.
void explain_page(const Hub& hub, Index page, std::string_view language, const document::TermMatcher* forms,
                  const document::Document& source, document::Document& composed);

}  // namespace hubglass::hub
