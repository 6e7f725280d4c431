#pragma once

#include "document/document.h"

namespace hubglass::fuzz {

/// Ends the process unless a Document is sound: a tree of blocks and trees of inlines without circles, every node in
/// one place, every range of text inside the arena and UTF-8, every index in range, no deeper and larger than the
/// budgets.
void check_document(const document::Document& document);

}  // namespace hubglass::fuzz
