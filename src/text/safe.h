#pragma once

#include <string_view>

/// What addresses and paths in a pack may look like. Writer and reader share these rules.
namespace hubglass::text {

/// http, https, mailto or tel.
bool is_external_address(std::string_view href);

/// An external address, or one without any scheme ("a/b/#c"). Never "javascript:…" in any disguise of blanks or control
/// characters that browsers strip.
bool is_safe_address(std::string_view href);

/// A relative path with forward slashes that stays below where it starts: no empty, "." or ".." segments, no leading
/// slash, backslash, control character or colon in the first segment. `folder` wants a trailing slash (or "").
bool is_safe_path(std::string_view path, bool folder);

}  // namespace hubglass::text
