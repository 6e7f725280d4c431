#include "document/kinds.h"

namespace hubglass::document {

namespace {

void append_inlines(const Document& document, Index first, std::string& result) {
  visit_inlines(document, first, [&](Index i) {
    const Inline& node = document.inlines[i];
    switch (traits_of(node.kind).reads) {
      case ReadsAs::text:
        result.append(document.view(node.text));
        break;
      case ReadsAs::space:
        result.push_back(' ');
        break;
      case ReadsAs::alternative:
        if (node.detail != none) result.append(document.view(document.images[node.detail].alt));
        break;
      case ReadsAs::action:
        if (!is_text_button(document, node)) {
          result.append(document.view(node.text2).substr(0, document.view(node.text2).find('\n')));
        }
        break;
      case ReadsAs::children:
        break;
    }
  });
}

}  // namespace

bool is_text_button(const Document& document, const Inline& button) {
  return button.kind == InlineKind::button && button.first_child != none &&
         document.inlines[button.first_child].kind == InlineKind::text;
}

std::string plain_text(const Document& document, Index block) {
  std::string result;
  visit_blocks(document, block, [&](Index i, int) {
    const Block& node = document.blocks[i];
    if (node.first_inline == none && node.literal.empty()) return;
    if (!result.empty() && result.back() != '\n') result.push_back('\n');
    result.append(document.view(node.literal));
    append_inlines(document, node.first_inline, result);
  });
  while (!result.empty() && result.back() == '\n') result.pop_back();
  return result;
}

std::string inline_text(const Document& document, Index first_inline) {
  std::string result;
  append_inlines(document, first_inline, result);
  return result;
}

}  // namespace hubglass::document
