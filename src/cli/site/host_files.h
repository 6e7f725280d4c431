#pragma once

#include "cli/site/output.h"
#include "hub/hub.h"

#include <string_view>
#include <vector>

namespace hubglass::site {

/// The policy that every page works under.
inline constexpr std::string_view content_security_policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "font-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'";

/// What static hosts and crawlers read: _headers (policy, caching, embedding), sitemap.xml and robots.txt (only when
/// the hub's address is known, as both hold absolute addresses).
std::vector<OutputFile> host_files(const hub::Hub& hub);

}  // namespace hubglass::site
