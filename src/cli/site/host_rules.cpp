#include "cli/site/host_rules.h"

#include "cli/site/output.h"

#include <algorithm>
#include <array>

namespace hubglass::site {
namespace {

struct Header {
  std::string_view name;
  std::string_view value;
};

constexpr std::array<Header, 5> everywhere = {{
    {"Content-Security-Policy", content_security_policy},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "strict-origin-when-cross-origin"},
    // Other sites embed the hub, and sandboxed frames have no origin at all: all of it may be read from anywhere.
    {"Access-Control-Allow-Origin", "*"},
    {"Cross-Origin-Resource-Policy", "cross-origin"},
}};

// Names of files below assets/ and of the script's parts change with their content; all others are asked for anew.
constexpr std::string_view immutable = "public, max-age=31536000, immutable";
constexpr std::string_view mutable_ = "no-cache";

/// Anything else, a hub's content pack among it, is application/octet-stream.
struct Type {
  std::string_view type;
  std::string_view endings;  ///< with blanks between them
};

constexpr std::array<Type, 19> types = {{{"text/html; charset=utf-8", "html"},
                                         {"text/css; charset=utf-8", "css"},
                                         {"text/javascript; charset=utf-8", "js mjs"},
                                         {"text/markdown; charset=utf-8", "md"},
                                         {"text/plain; charset=utf-8", "txt"},
                                         {"application/json", "json map"},
                                         {"application/manifest+json", "webmanifest"},
                                         {"application/pdf", "pdf"},
                                         {"application/wasm", "wasm"},
                                         {"application/xml", "xml"},
                                         {"application/zip", "zip"},
                                         {"font/woff2", "woff2"},
                                         {"image/avif", "avif"},
                                         {"image/gif", "gif"},
                                         {"image/jpeg", "jpg jpeg"},
                                         {"image/png", "png"},
                                         {"image/svg+xml", "svg"},
                                         {"image/webp", "webp"},
                                         {"image/x-icon", "ico"}}};

/// "NAME.HASH.EXT", as the build and the bundler name files by their content; see document::plain_picture().
constexpr std::string_view hashed_file = "/(assets/|hub-glass-)[^/]+\\.[0-9A-Za-z]{8}(\\.[12]x)?\\.[0-9a-z]+$";

void add_nginx_headers(std::string& text, std::string_view indent, std::string_view caching) {
  // `always`: also with the page for wrong addresses.
  for (const Header& header : everywhere) {
    text.append(indent).append("add_header ").append(header.name);
    text.append(" \"").append(header.value).append("\" always;\n");
  }
  text.append(indent).append("add_header Cache-Control \"").append(caching).append("\" always;\n");
}

}  // namespace

std::string headers_file() {
  std::string text(output_mark);
  text += "\n/*\n";
  for (const Header& header : everywhere) {
    text.append("  ").append(header.name).append(": ").append(header.value).append("\n");
  }
  for (const char* hashed : {"/assets/*", "/hub-glass-*"}) {
    text.append(hashed).append("\n  Cache-Control: ").append(immutable).append("\n");
  }
  for (const char* entry : {"/hub-glass.js", "/hub-glass.json"}) {
    text.append(entry).append("\n  Cache-Control: ").append(mutable_).append("\n");
  }
  return text;
}

std::string nginx_rules() {
  std::string text =
      "# Hubglass for nginx. The next build overwrites this file; include it as it is, at any path:\n"
      "#\n"
      "#   location = /hub { return 301 /hub/; }\n"
      "#   location /hub/ {\n"
      "#     alias /srv/hub/;          # the folder that 'hubglass build' wrote\n"
      "#     error_page 403 404 =404 /hub/404.html;\n"
      "#     brotli_static on;         # where the module ngx_brotli is loaded; else leave this line out\n"
      "#     include /srv/hub/hosting/nginx.conf;\n"
      "#   }\n"
      "\n"
      "index index.html;\n"
      "absolute_redirect off;\n"
      "gzip_static on;\n"
      "gzip_vary on;\n"
      "etag on;\n"
      "default_type application/octet-stream;\n"
      "types {\n";
  for (const Type& type : types) {
    text.append("  \"").append(type.type).append("\" ").append(type.endings).append(";\n");
  }
  text += "}\n";
  add_nginx_headers(text, "", mutable_);
  // A location with headers of its own inherits none.
  text.append("location ~ \"").append(hashed_file).append("\" {\n");
  add_nginx_headers(text, "  ", immutable);
  text += "}\n";
  return text;
}

std::string caddy_rules() {
  std::string text =
      "# Hubglass for Caddy. The next build overwrites this file; import it as it is, at any path:\n"
      "#\n"
      "#   import /srv/hub/hosting/Caddyfile\n"
      "#   hub.example {\n"
      "#     redir /hub /hub/\n"
      "#     handle_path /hub/* {\n"
      "#       import hubglass /srv/hub    # the folder that 'hubglass build' wrote\n"
      "#     }\n"
      "#   }\n"
      "\n"
      "(hubglass) {\n"
      "\troot * {args.0}\n"
      "\theader {\n";
  for (const Header& header : everywhere) {
    text.append("\t\t").append(header.name).append(" \"").append(header.value).append("\"\n");
  }
  text += "\t\tVary Accept-Encoding\n\t}\n";
  for (const bool kept : {true, false}) {
    const std::string_view name = kept ? "@hub_kept" : "@hub_asked_for";
    text.append("\t").append(name).append(kept ? " {\n" : " not {\n");
    text.append("\t\tpath_regexp ^").append(hashed_file).append("\n\t\tfile {path}\n\t}\n");
    text.append("\theader ").append(name).append(" Cache-Control \"").append(kept ? immutable : mutable_);
    text.append("\"\n");
  }
  // Caddy itself takes the type away again from endings that it does not know.
  text +=
      "\t@hub_pack {\n\t\tpath *.hubpack\n\t\tfile {path}\n\t}\n"
      "\theader @hub_pack {\n\t\tContent-Type application/octet-stream\n\t\tdefer\n\t}\n";
  for (const Type& type : types) {
    for (std::string_view rest = type.endings; !rest.empty();) {
      const std::string_view ending = rest.substr(0, rest.find(' '));
      text.append("\theader *.").append(ending).append(" Content-Type \"").append(type.type).append("\"\n");
      rest.remove_prefix(std::min(rest.size(), ending.size() + 1));
    }
  }
  text +=
      "\t@hub_missing {\n"
      "\t\tnot file {path}/index.html\n"
      "\t\tnot {\n"
      "\t\t\tnot path */\n"
      "\t\t\tfile {path}\n"
      "\t\t}\n"
      "\t}\n"
      "\thandle @hub_missing {\n"
      "\t\theader Content-Type \"text/html; charset=utf-8\"\n"
      "\t\trewrite * /404.html\n"
      "\t\tfile_server {\n"
      "\t\t\tprecompressed br gzip\n"
      "\t\t\tstatus 404\n"
      "\t\t}\n"
      "\t}\n"
      "\thandle {\n"
      "\t\tfile_server {\n"
      "\t\t\tprecompressed br gzip\n"
      "\t\t}\n"
      "\t}\n"
      "}\n";
  return text;
}

}  // namespace hubglass::site
