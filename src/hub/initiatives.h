#pragma once

#include "document/diagnostic.h"
#include "document/document.h"
#include "hub/hub.h"
#include "hub/index.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

/// Finds initiatives in a page's Document: its `##` sections and their labelled fields. The same code runs when a hub
/// is built and when an initiative's page is composed in the browser, so both see the same pieces.
namespace hubglass::hub {

using Labels = std::map<std::string, std::vector<std::string>, std::less<>>;

/// The labels every hub knows, by field key.
const Labels& default_labels();

/// A part of a page: a whole block, or the inlines of a paragraph from a label to the next one.
struct Piece {
  Index block = none;
  bool whole = true;          ///< the block with all below it; the members below mean nothing then
  Index first_inline = none;  ///< top-level inlines [first_inline, end_inline) of the block
  Index end_inline = none;
  std::uint32_t skip = 0;  ///< bytes of the first inline's text that belong to the label before it
};

/// A labelled field: everything after its label until the next label or the section's end.
struct FieldPieces {
  std::string key;
  std::string label;  ///< as the author wrote it, without the colon
  std::vector<Piece> pieces;
};

/// One `##` section.
struct Section {
  Index heading = none;
  std::vector<Piece> body;  ///< what comes before the first label (all of it when there is none)
  std::vector<FieldPieces> fields;
  Index logo_block = none;   ///< top-level block whose only content is the section's first image
  Index logo_inline = none;  ///< that image's inline, or the first image of the section; none when there is no image
};

/// The `##` sections of a page, in order.
std::vector<Section> find_sections(const document::Document& document, const Labels& labels);

/// True when a page's sections say that it is a cluster: one of them has two recognised labels or more.
bool is_cluster(const std::vector<Section>& sections);

/// Plain text of a piece or of a list of pieces, as document::plain_text() gives it.
std::string plain_text(const document::Document& document, const Piece& piece);
std::string plain_text(const document::Document& document, const std::vector<Piece>& pieces);

/// An initiative's short name: what comes before a dash or a bracket ("LUMI AI Factory").
std::string short_name(std::string_view name);
/// The names by which a text may mention it: its short name, and acronyms in brackets ("BDTI").
std::vector<std::string> mention_names(std::string_view name);

/// The first sentence of a text, or the first ones as long as they stay within about 160 characters. A sentence longer
/// than 220 bytes is cut between words and gets an ellipsis.
std::string first_sentences(std::string_view text);
/// Only the first one, whatever its length.
std::string first_sentence(std::string_view text);

/// Ids of initiatives and routes of pages that are in use.
struct TakenNames {
  std::unordered_set<std::string> ids;
  std::unordered_set<std::string> routes;
};

/// Appends the initiatives of a cluster (id, name, route, summary, fields) from its page's Document, as parsed. Ids are
/// unique in the hub, and no route is that of a page: `taken` starts with the routes of all pages.
void add_initiatives(Hub& hub, TakenNames& taken, Index cluster, const document::Document& document);

/// Adds what needs resolved links and images: the logos and links of a cluster's initiatives. `document` is the
/// cluster's page after resolve(). Appends the plain text of each section to `texts`.
void complete_initiatives(Hub& hub, const HubIndex& index, Index cluster, const document::Document& document,
                          std::vector<std::string>& texts);

/// Finds a cluster's initiatives in its page's translation: by the heading's id, else by its text. Appends to
/// Language::initiatives. Sections that are no initiative of the original page are reported; `original` and
/// `translated` are the two pages as parsed.
void add_initiative_translations(Hub& hub, Index language, Index cluster, const document::Document& original,
                                 const document::Document& translated, Diagnostics& diagnostics);

/// Sets Initiative::related (at most six) from whole-word mentions; `texts` holds each initiative's section as plain
/// text, in the order of Hub::initiatives. Linear in the length of the texts.
void relate_initiatives(Hub& hub, const std::vector<std::string>& texts);

}  // namespace hubglass::hub
