#include "pack/read/read_document.h"

#include "document/budgets.h"
#include "document/utf8.h"
#include "pack/format.h"
#include "pack/read/check.h"
#include "pack/read/record.h"

#include <string>

namespace hubglass::pack {
namespace {

using document::Block;
using document::Document;
using document::Index;
using document::Inline;
using document::none;

class DocumentReader {
 public:
  DocumentReader(std::string_view structure, std::string_view texts) : cursor_(structure), texts_(texts) {
    document_.text = std::string(texts);
  }

  /// Empty when all is well, else what is wrong.
  std::string_view read() {
    read_blocks(0, cursor_.number(), 0);
    if (problem_.empty() && (cursor_.failed() || !cursor_.at_end() || !texts_.all_taken())) {
      problem_ = "its parts do not fit together";
    }
    return problem_;
  }
  [[nodiscard]] Document take() { return std::move(document_); }

 private:
  [[nodiscard]] bool going() const { return problem_.empty() && !cursor_.failed(); }

  void require(bool holds, std::string_view problem) {
    if (!holds && problem_.empty()) {
      problem_ = problem;
    }
  }

  void read_blocks(Index parent, std::uint32_t count, int depth) {
    require(count == 0 || depth < deepest, "it nests too deeply");
    Index previous = none;
    for (; count > 0 && going(); --count) {
      require(document_.blocks.size() < budgets::blocks_per_page, "it has too many blocks");
      const auto index = static_cast<Index>(document_.blocks.size());
      Block block;
      std::uint32_t held = 0;
      std::uint32_t inlines = 0;
      RecordIn record(cursor_, &texts_);
      block_fields(record, block, held, inlines);
      block.parent = parent;
      require(is_sound(block), "a block has values that it cannot have");
      require(may_hold(document_.blocks[parent], block), "a block stands where it may not");
      require(inlines == 0 || holds_inlines(block.kind), "a block holds what it may not");
      document_.blocks.push_back(block);
      (previous == none ? document_.blocks[parent].first_child : document_.blocks[previous].next) = index;
      previous = index;
      document_.blocks[index].first_inline = read_inlines(inlines, 0);
      read_blocks(index, held, depth + 1);
    }
  }

  /// Returns the first of them.
  Index read_inlines(std::uint32_t count, int depth) {
    require(count == 0 || depth < deepest, "its text nests too deeply");
    Index first = none;
    Index previous = none;
    for (; count > 0 && going(); --count) {
      require(document_.inlines.size() < budgets::inlines_per_page, "it has too much text");
      const auto index = static_cast<Index>(document_.inlines.size());
      Inline node;
      std::uint32_t held = 0;
      RecordIn record(cursor_, &texts_);
      inline_fields(record, node, held);
      require(node.kind != document::InlineKind::html, "it holds raw HTML");
      require(held == 0 || holds_inlines(node.kind), "a piece of text holds what it may not");
      read_detail(node);
      document_.inlines.push_back(node);
      if (previous == none) {
        first = index;
      } else {
        document_.inlines[previous].next = index;
      }
      previous = index;
      const Index child = read_inlines(held, depth + 1);
      document_.inlines[index].first_child = child;
    }
    return first;
  }

  void read_detail(Inline& node) {
    if (node.kind == document::InlineKind::link) {
      document::Link link;
      RecordIn record(cursor_, &texts_);
      link_fields(record, link);
      require(is_sound(document_, link), "it has a link to an address that is not allowed");
      node.detail = static_cast<Index>(document_.links.size());
      document_.links.push_back(link);
    } else if (node.kind == document::InlineKind::image) {
      document::Image image;
      RecordIn record(cursor_, &texts_);
      image_fields(record, image);
      require(is_sound(document_, image), "it has a picture that it cannot have");
      node.detail = static_cast<Index>(document_.images.size());
      document_.images.push_back(image);
    }
  }

  Cursor cursor_;
  TextsIn texts_;
  Document document_;
  std::string_view problem_;
};

}  // namespace

Result<Document> read_document(Cursor& cursor, std::string_view part) {
  const std::string_view structure = cursor.text();
  const std::string_view texts = cursor.text();
  if (cursor.failed()) {
    return fail(ErrorCode::pack_malformed, "the pack ends within this part", std::string(part));
  }
  if (document::find_invalid_utf8(texts) != std::string_view::npos) {
    return fail(ErrorCode::pack_malformed, "the text of this part is not UTF-8", std::string(part));
  }
  DocumentReader reader(structure, texts);
  if (const std::string_view problem = reader.read(); !problem.empty()) {
    return fail(ErrorCode::pack_malformed, "this part of the pack is not as it should be: " + std::string(problem),
                std::string(part));
  }
  return reader.take();
}

}  // namespace hubglass::pack
