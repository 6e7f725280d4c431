#pragma once

#include <string>
#include <string_view>

/// What servers send along with a site, written for those that read rules: one list of headers, three spellings.
namespace hubglass::site {

/// The policy that every page works under. It names no frame-ancestors: what is public here may be shown in any frame.
/// The one policy of Trusted Types is the kiosk page's, which can say nothing but its worker's address: without it no
/// page may start a worker.
inline constexpr std::string_view content_security_policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "font-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
    "require-trusted-types-for 'script'; trusted-types hubglass-kiosk";

/// "_headers", which Cloudflare Pages and Netlify follow. They join the values of a header that two rules name, so
/// none is named twice for one address; what is not named here they have asked for anew by themselves.
std::string headers_file();

/// To be included in a location of nginx, at any path.
std::string nginx_rules();

/// A snippet for Caddy, to be imported at any path.
std::string caddy_rules();

}  // namespace hubglass::site
