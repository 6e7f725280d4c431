#pragma once

#include "document/diagnostic.h"
#include "document/document.h"
#include "hub/hub.h"

#include <string>
#include <vector>

namespace hubglass::hub {

/// The terms that a glossary page explains. Its entries are the headings of its deepest level; what stands in brackets
/// at a heading's end are short forms ("Local digital twin (LDT)"), and the first sentence of the paragraph below it is
/// the explanation. So an explanation is written once, and read in both places. The page's own abbreviations count for
/// the hub, too. Entries that explain nothing, or a term a second time, are reported; `file` names the page.
std::vector<Term> read_glossary(const document::Document& page, const std::string& file, Diagnostics& diagnostics);

/// The terms of a file of abbreviations that is not a page (`*[MIM]: …` on each line); all else in it is reported.
std::vector<Term> read_abbreviations(const document::Document& document, const std::string& file,
                                     Diagnostics& diagnostics);

}  // namespace hubglass::hub
