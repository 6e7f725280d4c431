#include "document/budgets.h"
#include "markdown/attribute_list.h"
#include "markdown/characters.h"
#include "markdown/inline_extension.h"
#include "markdown/page_parser.h"
#include "markdown/sibling_writer.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace hubglass::markdown {

using document::Document;
using document::Index;
using document::Inline;
using document::InlineKind;
using document::none;

namespace {

constexpr std::size_t npos = std::string_view::npos;
// Marks within marks; beyond it the outermost ones are text.
constexpr std::size_t deepest_marks = 6;
constexpr int deepest_inline = budgets::nesting_depth - 14;

using ByteSet = std::array<bool, 256>;

void add_bytes(ByteSet& set, std::string_view bytes) {
  for (const char byte : bytes) set[static_cast<unsigned char>(byte)] = true;
}

bool holds(const ByteSet& set, char byte) {
  return set[static_cast<unsigned char>(byte)];
}

/// Letters and digits; of all bytes beyond ASCII we only know that they are no marks.
bool is_word_byte(char byte) {
  return is_alphanumeric(byte) || static_cast<unsigned char>(byte) >= 0x80;
}

/// A mark in one of the list's texts.
struct Mark {
  Index node = none;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t row = 0;  ///< of delimiters()
  bool opens = false;
  bool closes = false;
  std::size_t blanks = 0;      ///< blanks in the list before it
  std::size_t partner = npos;  ///< the mark that it opens or closes with
  bool is_opener = false;
};

class InlinePass {
 public:
  explicit InlinePass(PageParser& page) : page_(page), document_(page.document()) {
    const Extensions& enabled = page.extensions();
    for (std::size_t row = 0; row < delimiters().size(); ++row) {
      const Delimiter& delimiter = delimiters()[row];
      rows_.push_back(enabled.*(delimiter.enabled));
      if (!rows_.back()) continue;
      add_bytes(mark_bytes_, delimiter.open.substr(0, 1));
      add_bytes(mark_bytes_, delimiter.close.substr(0, 1));
    }
    for (const TextExtension& extension : text_extensions()) {
      if (extension.enabled == nullptr || enabled.*(extension.enabled)) add_bytes(text_bytes_, extension.first_bytes);
    }
  }

  /// Returns the first node of the list that stands for the one from `first` on.
  Index run(Index first, bool in_link, int depth) {
    if (first == none || depth > deepest_inline || document_.inlines.size() > budgets::inlines_per_page) return first;
    first = find_texts(first, in_link);
    first = find_marks(first);
    for (Index i = first; i != none; i = document_.inlines[i].next) {
      const Inline node = document_.inlines[i];
      if (node.first_child == none || is_bare_address(node)) continue;
      const Index inner = run(node.first_child, in_link || node.kind == InlineKind::link, depth + 1);
      document_.inlines[i].first_child = inner;
    }
    return first;
  }

 private:
  /// A link that shows where it leads: its text is no words.
  [[nodiscard]] bool is_bare_address(const Inline& node) const {
    if (node.kind != InlineKind::link || node.detail == none) return false;
    const Inline& child = document_.inlines[node.first_child];
    if (child.kind != InlineKind::text || child.next != none) return false;
    const std::string_view href = document_.view(document_.links[node.detail].href);
    const std::string_view text = document_.view(child.text);
    return text.size() <= href.size() && href.substr(href.size() - text.size()) == text;
  }

  [[nodiscard]] bool has_byte(Index first, const ByteSet& set) const {
    for (Index i = first; i != none; i = document_.inlines[i].next) {
      if (document_.inlines[i].kind != InlineKind::text) continue;
      const std::string_view text = document_.view(document_.inlines[i].text);
      if (std::any_of(text.begin(), text.end(), [&](char byte) { return holds(set, byte); })) return true;
    }
    return false;
  }

  Index find_texts(Index first, bool in_link) {
    if (!has_byte(first, text_bytes_)) return first;
    SiblingWriter out(document_);
    for (Index i = first; i != none;) {
      const Index next = document_.inlines[i].next;
      if (document_.inlines[i].kind == InlineKind::text) {
        write_text(i, in_link, out);
      } else {
        out.keep(i);
      }
      i = next;
    }
    return out.first();
  }

  /// Writes a text with what stands in it.
  void write_text(Index index, bool in_link, SiblingWriter& out) {
    const Inline node = document_.inlines[index];
    const std::string copy(document_.view(node.text));  // the arena may grow
    TextPlace place{page_, copy, 0, 0, {node.line, node.column}, in_link};
    bool changed = false;
    const auto part = [&](std::size_t begin, std::size_t end) {
      return document::Text{node.text.begin + static_cast<std::uint32_t>(begin),
                            static_cast<std::uint32_t>(end - begin)};
    };
    while (place.at < copy.size()) {
      if (!holds(text_bytes_, copy[place.at]) || page_.is_literal(node.text.begin + place.at)) {
        ++place.at;
        continue;
      }
      const auto [extension, taken] = find_text(place);
      if (taken.end == taken.begin || document_.inlines.size() > budgets::inlines_per_page) {
        ++place.at;
        continue;
      }
      out.add_text(part(place.done, taken.begin), place.moved(place.done));
      extension->write(place, taken, out);
      changed = true;
      place.done = taken.end;
      place.at = taken.end;
    }
    if (!changed) {
      out.keep(index);
    } else {
      out.add_text(part(place.done, copy.size()), place.moved(place.done));
    }
  }

  std::pair<const TextExtension*, Taken> find_text(const TextPlace& place) const {
    for (const TextExtension& extension : text_extensions()) {
      if (extension.enabled != nullptr && !(page_.extensions().*(extension.enabled))) continue;
      if (extension.first_bytes.find(place.text[place.at]) == npos) continue;
      const Taken taken = extension.find(place);
      if (taken.end > taken.begin) return {&extension, taken};
    }
    return {nullptr, {}};
  }

  Index find_marks(Index first) {
    if (!has_byte(first, mark_bytes_)) return first;
    collect_marks(first);
    match_marks();
    const bool any = std::any_of(marks_.begin(), marks_.end(), [](const Mark& mark) { return mark.partner != npos; });
    return any ? rewrite(first) : first;
  }

  void collect_marks(Index first) {
    marks_.clear();
    framed_open_.assign(delimiters().size(), false);
    std::size_t blanks = 0;
    char before = ' ';
    for (Index i = first; i != none; i = document_.inlines[i].next) {
      const Inline& node = document_.inlines[i];
      if (node.kind != InlineKind::text) {
        const bool is_break = node.kind == InlineKind::soft_break || node.kind == InlineKind::hard_break;
        blanks += is_break ? 1 : 0;
        before = is_break ? ' ' : ')';  // an element: neither a blank nor a letter
        continue;
      }
      const std::string_view text = document_.view(node.text);
      const bool ends_list = node.next == none;
      const InlineKind next_kind = ends_list ? InlineKind::text : document_.inlines[node.next].kind;
      const bool break_follows =
          ends_list || next_kind == InlineKind::soft_break || next_kind == InlineKind::hard_break;
      const char after_text = break_follows ? ' ' : ')';
      for (std::size_t at = 0; at < text.size();) {
        if (is_space(text[at])) ++blanks;
        const bool marked = holds(mark_bytes_, text[at]) && !page_.is_literal(node.text.begin + at);
        const std::size_t count = marked ? read_marks(i, text, at, before, after_text, blanks) : 0;
        at += std::max<std::size_t>(1, count);
        before = text[at - 1];
      }
    }
  }

  /// Adds the marks that begin at `at`; returns the bytes they have.
  std::size_t read_marks(Index node, std::string_view text, std::size_t at, char before, char after_text,
                         std::size_t blanks) {
    const std::span<const Delimiter> all = delimiters();
    for (std::size_t row = 0; row < all.size(); ++row) {
      if (!rows_[row] || !all[row].framed) continue;
      const bool opens = all[row].open.front() == '{' && text.compare(at, all[row].open.size(), all[row].open) == 0;
      const bool closes = framed_open_[row] && text.compare(at, all[row].close.size(), all[row].close) == 0;
      if (!opens && !closes) continue;
      framed_open_[row] = framed_open_[row] || opens;
      // A mark may end one row and begin another: the arrow between what was and what is.
      const std::size_t size = opens ? all[row].open.size() : all[row].close.size();
      marks_.push_back({node, at, at + size, row, opens, closes, blanks});
      for (std::size_t other = row + 1; other < all.size(); ++other) {
        if (rows_[other] && all[other].framed && closes && all[other].open == all[row].close) {
          marks_.push_back({node, at + size, at + size, other, true, false, blanks});
          framed_open_[other] = true;
        }
      }
      return size;
    }
    std::size_t run = 1;
    while (at + run < text.size() && text[at + run] == text[at] &&
           !page_.is_literal(document_.inlines[node].text.begin + at + run)) {
      ++run;
    }
    const char after = at + run < text.size() ? text[at + run] : after_text;
    add_run(node, at, run, text[at], before, after, blanks);
    return run;
  }

  /// A run of one byte is one mark, or of three the long one and the short one.
  void add_run(Index node, std::size_t at, std::size_t run, char byte, char before, char after, std::size_t blanks) {
    if (byte == '^' && before == '[') return;  // a footnote that is not there
    const bool opens = !is_space(after);
    const bool closes = !is_space(before);
    const auto row_of = [&](std::size_t size) {
      const std::span<const Delimiter> all = delimiters();
      for (std::size_t row = 0; row < all.size(); ++row) {
        const bool fits = !all[row].framed && all[row].open.size() == size && all[row].open.front() == byte;
        if (fits && rows_[row]) return row;
      }
      return npos;
    };
    const auto add = [&](std::size_t begin, std::size_t size) {
      const std::size_t row = row_of(size);
      if (row == npos) return;
      const bool apart = delimiters()[row].apart;
      const bool may_open = opens && !(apart && is_word_byte(before));
      const bool may_close = closes && !(apart && is_word_byte(after));
      if (may_open || may_close) marks_.push_back({node, begin, begin + size, row, may_open, may_close, blanks});
    };
    if (run <= 2) {
      add(at, run);
    } else if (run == 3) {
      const bool short_first = closes && !opens;  // "^^a ^b^^^" ends the inner one first
      add(at, short_first ? 1 : 2);
      add(at + (short_first ? 1 : 2), short_first ? 2 : 1);
    }
  }

  void match_marks() {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      Mark& mark = marks_[i];
      if (mark.closes && close_with(open, i)) continue;
      const bool follows = mark.begin == mark.end;  // opens what the mark before it has closed
      if (!mark.opens || (follows && marks_[i - 1].partner == npos)) continue;
      if (open.size() == deepest_marks) open.erase(open.begin());
      open.push_back(i);
    }
  }

  bool close_with(std::vector<std::size_t>& open, std::size_t closer) {
    const Delimiter& row = delimiters()[marks_[closer].row];
    for (std::size_t at = open.size(); at-- > 0;) {
      Mark& opener = marks_[open[at]];
      const bool same_place = opener.node == marks_[closer].node && opener.end == marks_[closer].begin;
      if (opener.row != marks_[closer].row || (same_place && !row.framed)) continue;
      if (row.no_blank && opener.blanks != marks_[closer].blanks) continue;
      opener.partner = closer;
      opener.is_opener = true;
      marks_[closer].partner = open[at];
      open.resize(at);
      return true;
    }
    return false;
  }

  Index rewrite(Index first) {
    SiblingWriter out(document_);
    std::size_t mark = 0;
    for (Index i = first; i != none;) {
      const Index next = document_.inlines[i].next;
      if (document_.inlines[i].kind != InlineKind::text || mark >= marks_.size() || marks_[mark].node != i) {
        out.keep(i);
      } else {
        mark = write_marked(i, mark, out);
      }
      i = next;
    }
    return out.first();
  }

  /// Writes a text whose marks begin with `mark`. Returns the first mark behind it.
  std::size_t write_marked(Index index, std::size_t mark, SiblingWriter& out) {
    const Inline node = document_.inlines[index];
    const std::string text(document_.view(node.text));
    std::size_t done = 0;
    const auto position = [&](std::size_t at) {
      return Position{node.line, node.column + static_cast<std::uint32_t>(at)};
    };
    const auto write_until = [&](std::size_t end) {
      if (end > done) {
        out.add_text({node.text.begin + static_cast<std::uint32_t>(done), static_cast<std::uint32_t>(end - done)},
                     position(done));
      }
    };
    for (; mark < marks_.size() && marks_[mark].node == index; ++mark) {
      const Mark& found = marks_[mark];
      if (found.partner == npos) continue;
      write_until(found.begin);
      done = std::max(done, found.end);
      if (found.is_opener) {
        open_.push_back(out.open(delimiters()[found.row].kind, position(found.begin)));
        continue;
      }
      out.close();
      const Index closed = open_.back();
      open_.pop_back();
      const bool listed = done < text.size() && text[done] == '{' && !page_.is_literal(node.text.begin + done);
      if (!listed) continue;
      const AttributeList attributes = read_attribute_list(std::string_view(text).substr(done));
      if (attributes.size == 0) continue;
      apply_to_inline(page_, closed, attributes, position(done));
      done += attributes.size;
    }
    write_until(text.size());
    return mark;
  }

  PageParser& page_;
  Document& document_;
  std::vector<bool> rows_;  ///< by row of delimiters(): whether it is on
  ByteSet mark_bytes_{};
  ByteSet text_bytes_{};
  std::vector<bool> framed_open_;  ///< by row: whether one has begun, so that its end is one
  std::vector<Mark> marks_;
  std::vector<Index> open_;
};

}  // namespace

std::span<const Delimiter> delimiters() {
  static constexpr std::array all = {
      Delimiter{"==", "==", InlineKind::mark, &Extensions::mark, true, false},
      Delimiter{"^^", "^^", InlineKind::insert, &Extensions::insert, true, false},
      Delimiter{"^", "^", InlineKind::superscript, &Extensions::superscript, false, true},
      Delimiter{"~~", "~~", InlineKind::strikethrough, &Extensions::strikethrough, true, false},
      Delimiter{"~", "~", InlineKind::subscript, &Extensions::subscript, false, true},
      Delimiter{"{++", "++}", InlineKind::insert, &Extensions::critic, false, false, true},
      Delimiter{"{--", "--}", InlineKind::strikethrough, &Extensions::critic, false, false, true},
      Delimiter{"{==", "==}", InlineKind::mark, &Extensions::critic, false, false, true},
      Delimiter{"{>>", "<<}", InlineKind::small, &Extensions::critic, false, false, true},
      Delimiter{"{~~", "~>", InlineKind::strikethrough, &Extensions::critic, false, false, true},
      Delimiter{"~>", "~~}", InlineKind::insert, &Extensions::critic, false, false, true},
  };
  return all;
}

void transform_inlines(PageParser& page) {
  InlinePass pass(page);
  Document& document = page.document();
  for (Index i = 0; i < document.blocks.size(); ++i) {
    if (document.blocks[i].first_inline == none) continue;
    const Index first = pass.run(document.blocks[i].first_inline, false, 0);
    document.blocks[i].first_inline = first;
  }
}

}  // namespace hubglass::markdown
