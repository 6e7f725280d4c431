#pragma once

#include "document/diagnostic.h"
#include "document/document.h"
#include "document/result.h"

#include <map>
#include <string>
#include <string_view>

/// Markdown to Document: CommonMark, GFM and the MkDocs Material dialect, on md4c. The only folder that knows md4c.
/// It never reads files and never resolves links: what an author wrote as a target stays as written.
namespace hubglass::markdown {

/// What named entities and emoji stand for (UTF-8), by their names as they are written: "&auml;", ":rocket:".
using Entities = std::map<std::string, std::string, std::less<>>;

/// The named entities of HTML and the emoji that occur in a text, in code and elsewhere. Native builds only: the whole
/// table weighs more than all other words of the engine, so a pack brings those that its pages use.
Entities entities_in(std::string_view text);

/// What an author's marks mean. All that MkDocs Material has is on, but for what changes ordinary text.
struct Extensions {
  bool mark = true;            ///< ==marked==
  bool insert = true;          ///< ^^inserted^^
  bool superscript = true;     ///< ^raised^
  bool strikethrough = true;   ///< ~~struck~~
  bool subscript = true;       ///< ~lowered~; off: a single tilde is text
  bool keys = true;            ///< ++ctrl+k++
  bool critic = true;          ///< {++added++} {--deleted--} {~~old~>new~~} {==marked==} {>>said<<}
  bool smart_symbols = false;  ///< (c), -->, 1/2 become what they look like
  /// Address of the project's repository ("https://github.com/acme/tool"): #12, @user and acme/tool#12 are links.
  std::string_view repository;
};

struct Options {
  /// Keeps raw HTML verbatim (BlockKind::html, InlineKind::html) and switches the dialect, heading ids and address
  /// breaks off: what the CommonMark suite needs, and nothing that is ever shown.
  bool conformance = false;
  /// Named entities that may occur. Null: those of HTML, which only native builds know; elsewhere none.
  const Entities* entities = nullptr;
  Extensions extensions;
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
