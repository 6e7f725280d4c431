#pragma once

#include "document/page.h"

#include <string>
#include <string_view>

namespace hubglass::pack {

/// A page in which every kind, role and field that travels occurs with an unusual value.
document::Page sample_page();

/// The bytes behind a pack's header, and a pack of such bytes whose size and hash are right.
std::string body_of(const std::string& pack);
std::string with_body(std::string_view body);

}  // namespace hubglass::pack
