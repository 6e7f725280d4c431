#include "markdown/md4c_run.h"

#include "markdown/entities.h"
#include "markdown/page_parser.h"

namespace hubglass::markdown {

using document::Index;
using document::InlineKind;

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

constexpr unsigned dialect_flags = MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_PERMISSIVEAUTOLINKS;

}  // namespace

Md4cRun::Md4cRun(PageParser& page, std::string_view text, const SourceMap& map, const Rewritten* rewritten, Mode mode)
    : page_(page), text_(text), map_(map), rewritten_(rewritten), mode_(mode) {
  if (rewritten_ != nullptr) written_.resize(rewritten_->edits->size());
}

int Md4cRun::enter_block_callback(MD_BLOCKTYPE type, void* detail, void* self) {
  auto& run = *static_cast<Md4cRun*>(self);
  run.enter_block(type, detail);
  return run.page_.good() ? 0 : 1;
}

int Md4cRun::leave_block_callback(MD_BLOCKTYPE type, void*, void* self) {
  auto& run = *static_cast<Md4cRun*>(self);
  run.leave_block(type);
  return run.page_.good() ? 0 : 1;
}

int Md4cRun::enter_span_callback(MD_SPANTYPE type, void* detail, void* self) {
  auto& run = *static_cast<Md4cRun*>(self);
  run.enter_span(type, detail);
  return run.page_.good() ? 0 : 1;
}

int Md4cRun::leave_span_callback(MD_SPANTYPE type, void*, void* self) {
  static_cast<Md4cRun*>(self)->leave_span(type);
  return 0;
}

int Md4cRun::text_callback(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
  auto& run = *static_cast<Md4cRun*>(self);
  run.write(type, std::string_view(text, size));
  return run.page_.good() ? 0 : 1;
}

bool Md4cRun::parse() {
  MD_PARSER parser{};
  parser.flags = page_.dialect() ? dialect_flags : 0;
  parser.enter_block = enter_block_callback;
  parser.leave_block = leave_block_callback;
  parser.enter_span = enter_span_callback;
  parser.leave_span = leave_span_callback;
  parser.text = text_callback;
  const std::size_t depth = page_.tree().depth();
  if (md_parse(text_.data(), static_cast<MD_SIZE>(text_.size()), &parser, this) != 0) return false;
  if (mode_ == Mode::inlines) {
    flush_raw_inline();
    page_.html().end_inlines();
    page_.tree().close_inlines_to(1);
    return true;
  }
  page_.tree().close_blocks_to(depth);
  write_left_over_containers();
  return true;
}

bool Md4cRun::inside(std::string_view text) const {
  return text.data() >= text_.data() && text.data() + text.size() <= text_.data() + text_.size();
}

Position Md4cRun::position_of(std::size_t offset) {
  return page_.position(map_.source(offset));
}

void Md4cRun::place(std::string_view text) {
  if (!inside(text)) return;
  last_offset_ = offset(text);
  page_.tree().set_position(position_of(last_offset_));
  if (heading_offset_ == npos) heading_offset_ = last_offset_;
  if (unplaced_.empty()) return;
  std::size_t at = last_offset_;
  for (std::size_t i = unplaced_.size(); i-- > 0;) {
    at = bracket_before(at, page_.document().inlines[unplaced_[i]].kind == InlineKind::image);
    set_place(unplaced_[i], at);
  }
  unplaced_.clear();
}

/// A link or image begins at the bracket before its text; of several, the innermost is nearest.
std::size_t Md4cRun::bracket_before(std::size_t at, bool image) const {
  constexpr std::size_t farthest = 200;
  std::size_t bracket = at;
  while (bracket > 0 && at - bracket < farthest && text_[bracket - 1] != '[' && text_[bracket - 1] != '\n') --bracket;
  if (bracket == 0 || text_[bracket - 1] != '[') return at;
  return image && bracket > 1 && text_[bracket - 2] == '!' ? bracket - 2 : bracket - 1;
}

void Md4cRun::set_place(Index node, std::size_t offset) {
  const Position position = position_of(offset);
  page_.document().inlines[node].line = position.line;
  page_.document().inlines[node].column = position.column;
}

document::Text Md4cRun::store(const MD_ATTRIBUTE& attribute) {
  if (attribute.size == 0) return {};
  if (!unplaced_.empty() || heading_offset_ == npos) {
    // Without any text of its own (an image without alternative text), this is the nearest known place.
    const std::string_view text(attribute.text, attribute.size);
    if (inside(text)) attribute_offset_ = offset(text);
  }
  std::string& arena = page_.document().text;
  const auto begin = static_cast<std::uint32_t>(arena.size());
  for (std::size_t i = 0; attribute.substr_offsets[i] < attribute.size; ++i) {
    const std::string_view part(attribute.text + attribute.substr_offsets[i],
                                attribute.substr_offsets[i + 1] - attribute.substr_offsets[i]);
    switch (attribute.substr_types[i]) {
      case MD_TEXT_ENTITY:
        append_entity(arena, part, page_.entities());
        break;
      case MD_TEXT_NULLCHAR:
        arena.append(replacement_character);
        break;
      default:
        arena.append(part);
        break;
    }
  }
  return page_.keep_once(begin);
}

}  // namespace hubglass::markdown
