#include "markdown/md4c_run.h"

#include "markdown/page_parser.h"

#include <algorithm>

namespace hubglass::markdown {

using document::Index;
using document::InlineKind;

namespace {

constexpr std::size_t npos = std::string_view::npos;

}  // namespace

std::string Md4cRun::restored(std::string_view text) {
  const std::size_t begin = offset(text);
  const std::size_t end = begin + text.size();
  for (std::size_t i = rewritten_->find_edit(begin, end); i < written_.size(); ++i) {
    if ((*rewritten_->edits)[i].at > end) break;
    written_[i] = true;
  }
  return rewritten_->restored(begin, end);
}

void Md4cRun::write_raw_block(std::string_view text) {
  if (!page_.dialect()) {
    page_.document().text.append(text);
    return;
  }
  if (raw_.empty()) raw_position_ = page_.tree().position();
  if (rewritten_ != nullptr && inside(text)) {
    const std::size_t end = offset(text) + text.size();
    std::size_t at = offset(text);
    for (std::size_t i = rewritten_->find_edit(at, end); i < written_.size() && (*rewritten_->edits)[i].at < end; ++i) {
      const Edit& edit = (*rewritten_->edits)[i];
      if (edit.replacement != placeholder) continue;
      raw_.append(text_.substr(at, edit.at - at));
      at = edit.at + edit.replacement.size();
      if (edit.extension == nullptr) continue;
      page_.html().write_block(raw_, raw_position_);
      raw_.clear();
      if (page_.html().in_code_block()) {
        raw_.append(restored(text_.substr(edit.at, edit.replacement.size())));  // <pre> shows what the author wrote
        continue;
      }
      write_container(i);
    }
    raw_.append(text_.substr(at, end - at));
    return;
  }
  raw_.append(text);
}

void Md4cRun::write_raw_inline(std::string_view text) {
  if (image_depth_ > 0) return;
  if (rewritten_ != nullptr && inside(text)) {
    const std::size_t i = rewritten_->find_edit(offset(text), offset(text) + text.size());
    if (i != npos && (*rewritten_->edits)[i].extension != nullptr) {
      // An extension's line that md4c took for the rest of a paragraph is the author's text again.
      flush_raw_inline();
      const std::string lines = restored(text);
      for (std::size_t at = 0; at < lines.size();) {
        const std::size_t end = std::min(lines.find('\n', at), lines.size());
        page_.html().write_text(std::string_view(lines).substr(at, end - at));
        if (end < lines.size()) page_.tree().add_inline(InlineKind::soft_break);
        at = end + 1;
      }
      return;
    }
  }
  if (raw_.empty()) raw_position_ = page_.tree().position();
  raw_.append(text);
}

void Md4cRun::flush_raw_inline() {
  if (raw_.empty() || in_raw_block_) return;
  if (page_.dialect()) {
    page_.html().write_inline(raw_, raw_position_);
  } else {
    const Index node = page_.tree().add_inline(InlineKind::html);
    page_.document().inlines[node].text = page_.document().store(raw_);
  }
  raw_.clear();
}

void Md4cRun::write_container(std::size_t index) {
  if (written_[index]) return;
  written_[index] = true;
  const Edit& edit = (*rewritten_->edits)[index];
  const Passage passage(edit, rewritten_->original, *rewritten_->original_map);
  page_.tree().set_position(page_.position(passage.source()));
  edit.extension->write(page_, passage);
}

/// What md4c swallowed (an extension inside a link reference definition's title, say) comes last rather than never.
void Md4cRun::write_left_over_containers() {
  for (std::size_t i = 0; i < written_.size(); ++i) {
    if ((*rewritten_->edits)[i].extension != nullptr) write_container(i);
  }
}

}  // namespace hubglass::markdown
