#include "markdown/md4c_run.h"

#include "markdown/entities.h"
#include "markdown/inline_text.h"
#include "markdown/page_parser.h"

#include <algorithm>

namespace hubglass::markdown {

using document::Index;
using document::InlineKind;
using document::none;

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

}  // namespace

void Md4cRun::enter_span(MD_SPANTYPE type, void* detail) {
  flush_raw_inline();
  if (image_depth_ > 0) {
    if (type == MD_SPAN_IMG) ++image_depth_;
    return;
  }
  TreeWriter& tree = page_.tree();
  if (type == MD_SPAN_IMG) {
    open_image(*static_cast<MD_SPAN_IMG_DETAIL*>(detail));
    return;
  }
  page_.html().end_code();
  if (type == MD_SPAN_CODE) {
    code_span_ = tree.add_inline(InlineKind::code);
    page_.document().inlines[code_span_].text.begin = static_cast<std::uint32_t>(page_.document().text.size());
    return;
  }
  inline_depths_.push_back(tree.inline_depth());
  switch (type) {
    case MD_SPAN_EM:
      tree.open_inline(InlineKind::emphasis, by_markdown);
      break;
    case MD_SPAN_STRONG:
      tree.open_inline(InlineKind::strong, by_markdown);
      break;
    case MD_SPAN_A:
      open_link(*static_cast<MD_SPAN_A_DETAIL*>(detail));
      break;
    default:
      tree.open_inline(InlineKind::span, by_markdown);
      break;
  }
  // A leaf opened for loose text lies below the span: the span closes down to it, not past it.
  if (inline_depths_.back() == 0) inline_depths_.back() = 1;
}

void Md4cRun::leave_span(MD_SPANTYPE type) {
  flush_raw_inline();
  if (image_depth_ > 0) {
    if (type == MD_SPAN_IMG && --image_depth_ == 0) close_image();
    return;
  }
  if (type == MD_SPAN_CODE) {
    if (page_.dialect()) finish_code_span();
    code_span_ = none;
    return;
  }
  page_.html().end_code();
  if (inline_depths_.empty()) return;
  page_.tree().close_inlines_to(inline_depths_.back());
  inline_depths_.pop_back();
}

/// `#!py code`: the language is not shown.
void Md4cRun::finish_code_span() {
  document::Document& document = page_.document();
  const document::Text whole = document.inlines[code_span_].text;
  std::string_view code = document.view(whole);
  const std::string language(take_code_language(code));
  if (language.empty() || code.empty()) return;
  const auto taken = static_cast<std::uint32_t>(whole.size - code.size());
  const document::Text stored = document.store(language);
  document.inlines[code_span_].text = {whole.begin + taken, whole.size - taken};
  document.inlines[code_span_].text2 = stored;
}

void Md4cRun::open_link(const MD_SPAN_A_DETAIL& detail) {
  TreeWriter& tree = page_.tree();
  // An address that is a link's text is no link in the link.
  if (tree.within_link()) return;
  const Index node = tree.open_inline(InlineKind::link, by_markdown);
  if (node == none) return;
  unplaced_.push_back(node);
  document::Link link;
  link.href = store(detail.href);
  link.title = store(detail.title);
  document::Document& document = page_.document();
  document.inlines[node].detail = static_cast<Index>(document.links.size());
  document.links.push_back(link);
}

void Md4cRun::open_image(const MD_SPAN_IMG_DETAIL& detail) {
  image_depth_ = 1;
  alternative_.clear();
  image_ = page_.tree().add_inline(InlineKind::image);
  unplaced_.push_back(image_);
  document::Image image;
  image.source = store(detail.src);
  image.title = store(detail.title);
  document::Document& document = page_.document();
  document.inlines[image_].detail = static_cast<Index>(document.images.size());
  document.images.push_back(image);
}

void Md4cRun::close_image() {
  document::Document& document = page_.document();
  if (document.inlines[image_].detail < document.images.size()) {
    document.images[document.inlines[image_].detail].alt = document.store(alternative_);
  }
  if (!unplaced_.empty() && unplaced_.back() == image_) {
    if (attribute_offset_ != npos) set_place(image_, bracket_before(attribute_offset_, true));
    unplaced_.pop_back();
  }
}

void Md4cRun::write(MD_TEXTTYPE type, std::string_view text) {
  place(text);
  if (type == MD_TEXT_HTML) {
    if (in_raw_block_) {
      write_raw_block(text);
    } else {
      write_raw_inline(text);
    }
    return;
  }
  if (in_code_block_ || code_span_ != none || in_raw_block_) {
    if (image_depth_ > 0) {
      write_alternative(type, text);
    } else {
      write_literal(type, text);
    }
    return;
  }
  flush_raw_inline();
  if (page_.html().hides()) return;
  if (image_depth_ > 0) {
    write_alternative(type, text);
    return;
  }
  TreeWriter& tree = page_.tree();
  switch (type) {
    case MD_TEXT_BR:
      page_.html().end_code();
      tree.add_inline(InlineKind::hard_break);
      break;
    case MD_TEXT_SOFTBR:
      page_.html().end_code();
      tree.add_inline(InlineKind::soft_break);
      break;
    case MD_TEXT_NULLCHAR:
      page_.html().write_text(replacement_character);
      break;
    case MD_TEXT_ENTITY: {
      std::string decoded;
      append_entity(decoded, text, page_.entities());
      write_literal_text(decoded);
      break;
    }
    default: {
      const bool escaped = is_escaped(text);
      if (text.front() == '\t' && inside(text) && offset(text) == heading_offset_) {
        // md4c 0.5.2 takes only spaces off a heading's start.
        text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
        if (text.empty()) break;
      }
      if (!page_.dialect()) {
        tree.append_text(text);
      } else if (page_.html().in_code() || escaped) {
        write_literal_text(text);
      } else {
        write_inline_text(page_, text);
      }
      break;
    }
  }
}

/// Whether a backslash stands before this byte, and is none that another backslash escapes.
bool Md4cRun::is_escaped(std::string_view text) {
  if (text.size() != 1 || !inside(text) || offset(text) == 0 || text_[offset(text) - 1] != '\\') return false;
  if (escaped_ != npos && escaped_ + 1 == offset(text)) return false;
  escaped_ = offset(text);
  return true;
}

void Md4cRun::write_literal_text(std::string_view text) {
  const std::size_t begin = page_.document().text.size();
  page_.html().write_text(text);
  page_.note_literal(begin);
}

void Md4cRun::write_alternative(MD_TEXTTYPE type, std::string_view text) {
  switch (type) {
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR:
      alternative_.push_back(' ');
      break;
    case MD_TEXT_NULLCHAR:
      alternative_.append(replacement_character);
      break;
    case MD_TEXT_ENTITY:
      append_entity(alternative_, text, page_.entities());
      break;
    default:
      alternative_.append(text);
      break;
  }
}

void Md4cRun::write_literal(MD_TEXTTYPE type, std::string_view text) {
  std::string& arena = page_.document().text;
  const std::size_t before = arena.size();
  if (code_span_ != none && page_.document().inlines[code_span_].text.size == 0) {
    code_span_stripped_ = inside(text) && offset(text) > 0 && text_[offset(text) - 1] != '`';
  }
  if (type == MD_TEXT_NULLCHAR) {
    arena.append(replacement_character);
  } else if (rewritten_ != nullptr && inside(text) &&
             rewritten_->find_edit(offset(text), offset(text) + text.size()) != npos) {
    arena.append(restored(text));
  } else {
    arena.append(text);
  }
  if (code_span_ != none) {
    if (misses_line_end(text)) arena.push_back(' ');
    page_.document().inlines[code_span_].text.size += static_cast<std::uint32_t>(arena.size() - before);
  }
}

/// A line of a code span that ends with blanks: md4c 0.5.2 gives the blanks, but not the space for the line's end.
bool Md4cRun::misses_line_end(std::string_view text) const {
  if (in_code_block_ || !inside(text)) return false;
  const std::size_t begin = offset(text);
  const std::size_t end = begin + text.size();
  if (text.find_first_not_of(" \t") != npos || end >= text_.size() || text_[end] != '\n') return false;
  // The line's end may also be the one space that is taken off each end of a code span.
  const bool last_line = text_.compare(std::min(text_.find_first_not_of(" \t", end + 1), text_.size()), 1, "`") == 0;
  return !last_line || !code_span_stripped_;
}

}  // namespace hubglass::markdown
