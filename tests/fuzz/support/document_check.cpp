#include "fuzz/support/document_check.h"

#include "document/budgets.h"
#include "document/utf8.h"
#include "fuzz/support/expect.h"
#include "markdown/html_allow_list.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace hubglass::fuzz {
namespace {

using document::Block;
using document::Document;
using document::Index;
using document::Inline;
using document::InlineKind;
using document::none;
using document::Text;

/// What walks over a Document is recursive, and stacks are small.
constexpr int deepest = 256;

class Checker {
 public:
  explicit Checker(const Document& document)
      : document_(document), blocks_(document.blocks.size()), inlines_(document.inlines.size()) {}

  void run() {
    HUBGLASS_EXPECT(document_.blocks.size() <= budgets::blocks_per_page + 1);
    HUBGLASS_EXPECT(document_.inlines.size() <= budgets::inlines_per_page);
    HUBGLASS_EXPECT(document_.blocks[0].kind == document::BlockKind::root && document_.blocks[0].parent == none);
    visit_block(0, 0);
    for (const document::Link& link : document_.links) {
      text(link.href);
      text(link.title);
      text(link.language);
    }
    for (const document::Image& image : document_.images) {
      text(image.source);
      text(image.alt);
      text(image.title);
    }
    for (const document::Abbreviation& abbreviation : document_.abbreviations) {
      text(abbreviation.term);
      text(abbreviation.explanation);
    }
  }

 private:
  void text(Text range) const {
    HUBGLASS_EXPECT(std::uint64_t{range.begin} + range.size <= document_.text.size());
    const std::string_view view = document_.view(range);
    HUBGLASS_EXPECT(view.find('\0') == std::string_view::npos);
    HUBGLASS_EXPECT(document::find_invalid_utf8(view) == std::string_view::npos);
  }

  /// Classes that authors may give, and no others: the page's own names have a look.
  void classes(Text range) const {
    text(range);
    std::string_view rest = document_.view(range);
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      if (end > 0) HUBGLASS_EXPECT(markdown::allowed_class(rest.substr(0, end)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

  void visit_block(Index index, int depth) {
    HUBGLASS_EXPECT(index < blocks_.size() && !blocks_[index]);
    HUBGLASS_EXPECT(depth <= deepest);
    blocks_[index] = true;
    const Block& block = document_.blocks[index];
    for (const Text range : {block.id, block.literal, block.info, block.variant, block.language}) text(range);
    // An admonition's further words are filtered where they are written.
    if (block.role == document::Role::admonition || block.role == document::Role::details) {
      text(block.classes);
    } else {
      classes(block.classes);
    }
    if (!block.id.empty()) HUBGLASS_EXPECT(!document_.view(block.id).empty());
    visit_inlines(block.first_inline, 0);
    for (Index child = block.first_child; child != none; child = document_.blocks[child].next) {
      visit_block(child, depth + 1);
      HUBGLASS_EXPECT(document_.blocks[child].parent == index);
    }
  }

  void visit_inlines(Index first, int depth) {
    HUBGLASS_EXPECT(first == none || depth <= deepest);
    for (Index i = first; i != none; i = document_.inlines[i].next) {
      HUBGLASS_EXPECT(i < inlines_.size() && !inlines_[i]);
      inlines_[i] = true;
      const Inline& node = document_.inlines[i];
      text(node.text);
      text(node.text2);
      classes(node.classes);
      if (node.kind == InlineKind::link) HUBGLASS_EXPECT(node.detail < document_.links.size());
      if (node.kind == InlineKind::image) HUBGLASS_EXPECT(node.detail < document_.images.size());
      visit_inlines(node.first_child, depth + 1);
    }
  }

  const Document& document_;
  std::vector<bool> blocks_;
  std::vector<bool> inlines_;
};

}  // namespace

void check_document(const Document& document) {
  Checker(document).run();
}

}  // namespace hubglass::fuzz
