#pragma once

#include "document/page.h"

#include <string_view>

/// What the parts of a page may be, beyond what the format already makes sure of.
namespace hubglass::pack {

/// Whether a block may stand in another one.
bool may_hold(const document::Block& parent, const document::Block& child);
/// Whether a block holds inlines.
bool holds_inlines(document::BlockKind kind);
/// Whether an inline has inlines below it.
bool holds_inlines(document::InlineKind kind);

bool is_sound(const document::Block& block);
bool is_sound(const document::Document& document, const document::Link& link);
bool is_sound(const document::Document& document, const document::Image& image);
bool is_sound(const document::Icon& icon);

}  // namespace hubglass::pack
