#include "document/abbreviations.h"
#include "document/budgets.h"
#include "document/kinds.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hubglass::document {

namespace {

constexpr char address_break = '\x01';  ///< stands for a wbr inline, which addresses and words with slashes hold

bool is_run(InlineKind kind) {
  return kind == InlineKind::text || kind == InlineKind::soft_break || kind == InlineKind::wbr;
}

class Explainer {
 public:
  Explainer(Document& document, const TermMatcher& matcher, bool own_entries)
      : document_(document),
        matcher_(matcher),
        own_entries_(own_entries),
        most_repeated_(budgets::repeated_bytes(document.text.size())),
        titles_(matcher.terms().size()) {}

  [[nodiscard]] bool complete() const {
    return repeated_bytes_ <= most_repeated_ && document_.inlines.size() < budgets::inlines_per_page;
  }

  void read_block(Index index) {
    // By index and by copy: the arrays grow.
    const Block block = document_.blocks[index];
    if (traits_of(block.role).leads_elsewhere) return;
    if (block.kind == BlockKind::heading && own_entries_) enter_section(block);
    if (block.first_inline != none) read_list(block.first_inline);
    for (Index child = block.first_child; child != none; child = document_.blocks[child].next) read_block(child);
  }

 private:
  /// A sibling of a run, with where it stands in the run's text.
  struct Piece {
    std::uint32_t begin = 0;
    Inline node;
    [[nodiscard]] std::uint32_t size() const { return node.kind == InlineKind::text ? node.text.size : 1; }
  };

  void enter_section(const Block& heading) {
    const std::size_t level = std::clamp<std::size_t>(heading.level, 1, sections_.size());
    std::fill(sections_.begin() + static_cast<std::ptrdiff_t>(level - 1), sections_.end(), Text{});
    sections_[level - 1] = heading.id;
  }

  [[nodiscard]] bool is_own_entry(const TermMatcher::Term& term) const {
    if (!own_entries_ || term.entry.empty()) return false;
    return std::any_of(sections_.begin(), sections_.end(),
                       [&](Text id) { return !id.empty() && document_.view(id) == term.entry; });
  }

  void read_list(Index first) {
    for (Index i = first; i != none;) {
      const Inline& node = document_.inlines[i];
      if (!is_run(node.kind)) {
        const Index next = node.next;
        if (traits_of(node.kind).holds_words) read_list(node.first_child);
        i = next;
        continue;
      }
      Index end = i;
      while (end != none && is_run(document_.inlines[end].kind)) end = document_.inlines[end].next;
      read_run(i, end);
      i = end;
    }
  }

  /// Finds the terms in the siblings from `first` to before `end`, whose texts are read as one.
  void read_run(Index first, Index end) {
    if (!complete()) return;
    matches_.clear();
    if (document_.inlines[first].next == end) {
      if (document_.inlines[first].kind != InlineKind::text) return;
      find_terms(document_.view(document_.inlines[first].text));
    } else {
      run_text_.clear();
      for (Index i = first; i != end; i = document_.inlines[i].next) {
        const Inline& node = document_.inlines[i];
        if (node.kind == InlineKind::text) run_text_.append(document_.view(node.text));
        if (node.kind == InlineKind::soft_break) run_text_.push_back(' ');
        if (node.kind == InlineKind::wbr) run_text_.push_back(address_break);
      }
      find_terms(run_text_);
    }
    if (!matches_.empty() && complete()) wrap(first, end);
  }

  void find_terms(std::string_view text) {
    token_end_ = 0;
    std::size_t from = 0;
    while (const auto match = matcher_.find(text, from)) {
      const TermMatcher::Term& term = matcher_.terms()[match->term];
      if (!term.explanation.empty() && !is_own_entry(term) && !lies_in_address(text, match->begin)) {
        matches_.push_back(*match);
        repeated_bytes_ += term.explanation.size();
      }
      from = match->end;
    }
  }

  /// Asked from left to right, so that a long word is looked at once.
  bool lies_in_address(std::string_view text, std::size_t at) {
    constexpr std::string_view blanks = " \t\n";
    if (at >= token_end_) {
      const std::size_t before = at == 0 ? std::string_view::npos : text.find_last_of(blanks, at - 1);
      const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
      token_end_ = std::min(text.find_first_of(blanks, at), text.size());
      const std::string_view token = text.substr(begin, token_end_ - begin);
      token_is_address_ =
          token.substr(0, 4) == "www." || token.find("://") != std::string_view::npos ||
          token.find('@') != std::string_view::npos ||
          (token.find(address_break) != std::string_view::npos && token.find('.') != std::string_view::npos);
    }
    return token_is_address_;
  }

  /// Puts a node in the place of the run's first one, or else at the end of the array; its last sibling leads to it.
  Index place(Inline node, Index& last) {
    Index at = free_;
    if (free_ != none) {
      free_ = none;
      document_.inlines[at] = node;
    } else {
      at = static_cast<Index>(document_.inlines.size());
      document_.inlines.push_back(node);
    }
    if (last != none) document_.inlines[last].next = at;
    last = at;
    return at;
  }

  /// Places what of the pieces lies before `end`, from where the last call ended. Returns the first node placed.
  Index place_until(std::uint32_t end, Index& last) {
    Index first = none;
    for (; piece_ < pieces_.size() && pieces_[piece_].begin < end; ++piece_) {
      const Piece& piece = pieces_[piece_];
      const std::uint32_t from = std::max(done_, piece.begin) - piece.begin;
      const std::uint32_t to = std::min(end - piece.begin, piece.size());
      Inline node = piece.node;
      node.next = none;
      if (node.kind == InlineKind::text) {
        node.text = {node.text.begin + from, to - from};
        node.column += from;
      }
      if (from < to) {
        const Index placed = place(node, last);
        if (first == none) first = placed;
      }
      if (to < piece.size()) break;
    }
    done_ = end;
    return first;
  }

  void wrap(Index first, Index end) {
    pieces_.clear();
    std::uint32_t size = 0;
    for (Index i = first; i != end; i = document_.inlines[i].next) {
      pieces_.push_back({size, document_.inlines[i]});
      size += pieces_.back().size();
    }
    free_ = first;
    piece_ = 0;
    done_ = 0;
    Index last = none;
    for (const TermMatcher::Match& match : matches_) {
      place_until(static_cast<std::uint32_t>(match.begin), last);
      Inline node;
      node.kind = InlineKind::abbreviation;
      node.text2 = title(match.term);
      node.line = piece_ < pieces_.size() ? pieces_[piece_].node.line : 0;
      node.column = pieces_[piece_].node.column + done_ - pieces_[piece_].begin;
      const Index abbreviation = place(node, last);
      Index last_child = none;
      const Index child = place_until(static_cast<std::uint32_t>(match.end), last_child);
      document_.inlines[abbreviation].first_child = child;
    }
    place_until(size, last);
    document_.inlines[last].next = end;
  }

  Text title(std::uint32_t term) {
    if (titles_[term].empty()) titles_[term] = document_.store(matcher_.terms()[term].explanation);
    return titles_[term];
  }

  Document& document_;
  const TermMatcher& matcher_;
  bool own_entries_ = false;
  std::size_t most_repeated_ = 0;   ///< bytes of titles
  std::size_t repeated_bytes_ = 0;  ///< of titles, each use counted
  std::vector<Text> titles_;        ///< by term, once stored
  std::array<Text, 6> sections_{};  ///< ids of the headings we are below, by level
  std::vector<TermMatcher::Match> matches_;
  std::string run_text_;
  std::size_t token_end_ = 0;
  bool token_is_address_ = false;
  std::vector<Piece> pieces_;
  std::size_t piece_ = 0;
  std::uint32_t done_ = 0;
  Index free_ = none;
};

}  // namespace

bool explain_terms(Document& document, Index block, const TermMatcher& matcher, bool own_entries) {
  if (matcher.terms().empty()) return true;
  Explainer explainer(document, matcher, own_entries);
  explainer.read_block(block);
  return explainer.complete();
}

std::vector<TermMatcher::Term> own_terms(const Document& document) {
  std::vector<TermMatcher::Term> terms;
  for (auto definition = document.abbreviations.rbegin(); definition != document.abbreviations.rend(); ++definition) {
    terms.push_back(
        {std::string(document.view(definition->term)), std::string(document.view(definition->explanation)), {}});
  }
  return terms;
}

}  // namespace hubglass::document
