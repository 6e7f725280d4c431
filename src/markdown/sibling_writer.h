#pragma once

#include "document/document.h"
#include "markdown/source.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace hubglass::markdown {

/// Writes a list of sibling inlines anew: what stays is linked again, what is found in texts is put between. The list
/// belongs to nobody until somebody takes its first node.
class SiblingWriter {
 public:
  explicit SiblingWriter(document::Document& document) : document_(document) { frames_.push_back({}); }

  /// Links a node of the old list, with what it holds.
  void keep(document::Index node);
  /// Adds a part of the Document's text; nothing when it is empty.
  void add_text(document::Text range, Position position);
  void add_text(std::string_view text, Position position) { add_text(document_.store(text), position); }
  /// Opens an inline: what follows is written into it.
  document::Index open(document::InlineKind kind, Position position);
  void close();
  /// Opens a link that is not resolved yet.
  document::Index open_link(std::string_view href, Position position);

  [[nodiscard]] document::Index first() const { return frames_.front().first; }
  [[nodiscard]] std::size_t depth() const { return frames_.size(); }
  [[nodiscard]] document::Document& document() { return document_; }

 private:
  struct Frame {
    document::Index node = document::none;
    document::Index first = document::none;
    document::Index last = document::none;
  };

  document::Index add(document::InlineKind kind, Position position);
  void link(document::Index node);

  document::Document& document_;
  std::vector<Frame> frames_;
};

}  // namespace hubglass::markdown
