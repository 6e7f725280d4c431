#include "markdown/html_writer.h"

#include "markdown/characters.h"
#include "markdown/entities.h"
#include "markdown/page_parser.h"

#include <algorithm>

namespace hubglass::markdown {

using document::BlockKind;
using document::Index;
using document::InlineKind;
using document::none;

void HtmlWriter::write_block(std::string_view html, Position start) {
  write(html, start, true);
}

void HtmlWriter::write_inline(std::string_view html, Position start) {
  write(html, start, false);
}

void HtmlWriter::write(std::string_view html, Position start, bool as_block) {
  HtmlTokenizer tokenizer(html);
  HtmlToken token;
  position_ = start;
  std::size_t counted = 0;
  while (tokenizer.next(token)) {
    for (; counted < token.begin; ++counted) {
      position_.column += 1;
      if (html[counted] == '\n') position_ = {position_.line + 1, 1};
    }
    page_.tree().set_position(position_);
    write_token(token, as_block);
  }
}

void HtmlWriter::write_token(const HtmlToken& token, bool as_block) {
  if (in_code_block_) {
    write_code_block_token(token);
    return;
  }
  if (!hidden_.empty()) {
    write_hidden(token);
    return;
  }
  switch (token.kind) {
    case HtmlToken::Kind::comment:
      return;
    case HtmlToken::Kind::text:
      if (as_block) {
        write_block_text(token.raw);
      } else {
        write_text(token.raw);
      }
      return;
    case HtmlToken::Kind::declaration:
      page_.report(Severity::note, position_, "this declaration is left out");
      return;
    case HtmlToken::Kind::start_tag:
    case HtmlToken::Kind::end_tag:
      break;
  }
  const ElementId element = find_element(token.name);
  if (element == no_element && page_.has_end_tag(token.name)) {
    if (token.kind == HtmlToken::Kind::start_tag) {
      page_.report(Severity::note, position_,
                   "the element <" + std::string(token.name) + "> is not known; what it holds is shown");
    }
  } else if (element == no_element) {
    if (token.kind == HtmlToken::Kind::start_tag) {
      page_.report_unsupported(position_, "the element <" + std::string(token.name) + "> is shown as text");
    }
    write_raw(token.raw, as_block);
  } else if (token.kind == HtmlToken::Kind::start_tag) {
    report_attributes(token, element_at(element));
    open(token, element, as_block);
  } else {
    close(token, element, as_block);
  }
}

void HtmlWriter::write_text(std::string_view text) {
  if (!hidden_.empty()) return;
  if (code_) {
    code_->append(text);
  } else {
    page_.tree().append_text(text);
  }
}

void HtmlWriter::write_pending_space() {
  if (pending_space_ && page_.tree().in_leaf()) write_text(" ");
  pending_space_ = false;
}

/// Blanks and newlines between block tags mean nothing, within text they are one space.
void HtmlWriter::write_block_text(std::string_view text) {
  std::string decoded;
  append_decoded(decoded, text, page_.entities());
  for_each_word(decoded, [&, first = true](std::string_view word) mutable {
    if (!first || is_space(decoded.front())) pending_space_ = page_.tree().in_leaf();
    first = false;
    write_pending_space();
    const std::size_t begin = page_.document().text.size();
    write_text(word);
    page_.note_literal(begin);
  });
  if (!decoded.empty() && is_space(decoded.back())) pending_space_ = page_.tree().in_leaf();
}

void HtmlWriter::write_raw(std::string_view text, bool as_block) {
  if (as_block) write_pending_space();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    write_text(text.substr(at, end - at));
    if (end < text.size()) write_text(" ");
    at = end + 1;
  }
}

void HtmlWriter::end_code() {
  if (!code_) return;
  const std::string text = std::move(*code_);
  code_.reset();
  if (text.empty()) return;
  const Index node = page_.tree().add_inline(InlineKind::code);
  page_.document().inlines[node].text = page_.document().store(text);
}

void HtmlWriter::end_inlines() {
  end_hidden();
  end_code();
  pending_space_ = false;
}

void HtmlWriter::end_code_block() {
  if (!in_code_block_) return;
  in_code_block_ = false;
  document::Document& document = page_.document();
  if (code_block_ != none) {
    document.blocks[code_block_].literal = {code_block_begin_,
                                            static_cast<std::uint32_t>(document.text.size()) - code_block_begin_};
    page_.tree().close_block();
  }
  code_block_ = none;
}

void HtmlWriter::end_block() {
  end_code_block();
  end_inlines();
  page_.tree().close_loose_leaf();
  close_html_leaf();
}

void HtmlWriter::close_html_leaf() {
  TreeWriter& tree = page_.tree();
  if (!tree.in_leaf()) return;
  for (std::size_t i = tree.depth(); i-- > 1 && tree.opener(i) != by_markdown;) {
    if (!is_element(tree.opener(i)) || element_of(tree.opener(i)).form != Form::leaf) continue;
    if (element_of(tree.opener(i)).block != BlockKind::table_cell) {
      end_inlines();
      tree.close_blocks_to(i);
    }
    return;
  }
}

void HtmlWriter::write_code_block_token(const HtmlToken& token) {
  const ElementId element = token.name.empty() ? no_element : find_element(token.name);
  if (token.kind == HtmlToken::Kind::end_tag && element != no_element && element_at(element).form == Form::code_block) {
    end_code_block();
    return;
  }
  if (element != no_element || token.kind == HtmlToken::Kind::comment) return;
  std::string& arena = page_.document().text;
  std::string_view raw = token.raw;
  if (arena.size() == code_block_begin_ && !raw.empty() && raw.front() == '\n') raw.remove_prefix(1);
  if (code_block_ == none) {
    write_raw(raw, true);
  } else if (token.kind == HtmlToken::Kind::text) {
    append_decoded(arena, raw, page_.entities());
  } else {
    arena.append(raw);
  }
}

}  // namespace hubglass::markdown
