#pragma once

#include "document/document.h"
#include "hub/hub.h"
#include "hub/initiatives.h"
#include "hub/strings.h"

#include <string>
#include <string_view>
#include <unordered_set>

/// Writes composed Documents: what header, navigation, pages and initiatives have in common. Internal to hub/.
namespace hubglass::hub {

/// One Document being composed, and what its parts need to know.
class Writer {
 public:
  Writer(document::Document& document, const Hub& hub)
      : builder_(document), hub_(hub), strings_(strings_for(hub.language)) {}

  document::Builder& builder() { return builder_; }
  document::Document& document() { return builder_.document(); }
  [[nodiscard]] const Hub& hub() const { return hub_; }
  [[nodiscard]] const Strings& strings() const { return strings_; }

  Index group(Index parent, document::Role role) {
    return builder_.add_block(parent, document::BlockKind::group, role);
  }
  Index paragraph(Index parent, document::Role role = document::Role::none) {
    return builder_.add_block(parent, document::BlockKind::paragraph, role);
  }
  Index text_paragraph(Index parent, document::Role role, std::string_view text);
  /// A tight bullet list.
  Index list(Index parent, document::Role role = document::Role::none);
  Index item(Index list, document::Role role = document::Role::none);
  /// A heading with an id made from its text (or from `id_text`).
  Index heading(Index parent, std::uint8_t level, std::string_view text, std::string_view id_text = {});

  /// An empty link at the end of a leaf block; returns its inline.
  Index link(Index block, std::string_view href, document::LinkKind kind);
  Index link_to(Index block, const Target& target, std::string_view fragment = {});
  document::Link& link_of(Index link_inline) { return document().links[document().inlines[link_inline].detail]; }
  /// An icon, when the hub has it.
  void icon(Index block, std::string_view name);
  void icon_child(Index inline_parent, std::string_view name);
  void small_child(Index inline_parent, std::string_view text);

  /// Copies a piece of a page below `parent`.
  void copy(const document::Document& source, const Piece& piece, Index parent);
  /// Copies top-level inlines [first, end) to a leaf block; `skip` bytes of the first one's text are left out.
  void copy_inlines(const document::Document& source, Index first, Index end, std::uint32_t skip, Index block);
  /// Copies one inline with all below it to the end of a leaf block; returns the copy.
  Index copy_inline(const document::Document& source, Index inline_index, Index block);

  /// Says that a block is in `language` (empty: the hub's), unless what is around it says so already. O(depth).
  void say(Index block, std::string_view language);
  /// Text in `language` (empty: the hub's) at the end of an inline.
  void text_child(Index inline_parent, std::string_view text, std::string_view language);

  /// Ids that composed headings must keep clear of.
  void reserve_id(std::string_view id) { ids_.emplace(id); }
  std::string unique_id(std::string_view text);

  /// The mark of an initiative: its logo, or its monogram. `named` gives the logo its name (else it is decoration).
  void mark(Index parent, Index initiative, bool named);
  /// A grid of initiatives as cards. `cluster_names` shows each one's cluster.
  void initiative_cards(Index parent, const std::vector<Index>& initiatives, bool cluster_names);

 private:
  void copy_inline_list(const document::Document& source, Index first, Index end, std::uint32_t skip, Index block,
                        Index parent_inline);

  document::Builder builder_;
  const Hub& hub_;
  const Strings& strings_;
  std::unordered_set<std::string> ids_;
};

/// The language that a block's text has: its own, or that of what is around it. O(depth).
std::string_view language_around(const document::Document& document, Index block, std::string_view otherwise);

/// One or two letters that stand for a name ("LA" for "LUMI AI Factory", "GX" for "Gaia-X").
std::string monogram(std::string_view name);

}  // namespace hubglass::hub
