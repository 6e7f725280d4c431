#pragma once

#include "document/diagnostic.h"
#include "document/document.h"
#include "document/result.h"

#include <string>
#include <string_view>

/// Markdown to Document: CommonMark, GFM and the MkDocs Material dialect, on md4c. The only folder that knows md4c.
/// It never reads files and never resolves links: what an author wrote as a target stays as written.
namespace hubglass::markdown {

struct Options {
  /// Keeps raw HTML verbatim (BlockKind::html, InlineKind::html) and switches the dialect, heading ids and address
  /// breaks off: what the CommonMark suite needs, and nothing that is ever shown.
  bool conformance = false;
};

struct Parsed {
  document::Document document;
  Diagnostics diagnostics;
  std::string title;        ///< from the front matter, or empty
  std::string description;  ///< likewise
};

/// Parses one page. `file` names it in diagnostics. Fails only on a broken budget or on text that is not UTF-8;
/// anything an author can write wrong becomes text on the page and a diagnostic.
Result<Parsed> parse(std::string_view source, std::string_view file, const Options& options = {});

}  // namespace hubglass::markdown
