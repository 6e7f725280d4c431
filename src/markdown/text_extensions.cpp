#include "markdown/characters.h"
#include "markdown/inline_extension.h"
#include "markdown/key_names.h"
#include "markdown/page_parser.h"
#include "markdown/repository_links.h"
#include "markdown/sibling_writer.h"

#include <algorithm>
#include <array>
#include <string>

namespace hubglass::markdown {

using document::Index;
using document::InlineKind;
using document::LinkUse;

namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_word_byte(char byte) {
  return is_alphanumeric(byte) || byte == '_' || static_cast<unsigned char>(byte) >= 0x80;
}

bool begins_word(const TextPlace& place) {
  return place.at == 0 || !is_word_byte(place.text[place.at - 1]);
}

// `[^label]`: a reference to a footnote that the page has.

PageNotes::Footnote* footnote_at(const TextPlace& place) {
  constexpr std::size_t longest_label = 200;
  if (place.text.compare(place.at, 2, "[^") != 0) return nullptr;
  const std::size_t end = place.text.substr(0, place.at + longest_label).find(']', place.at);
  if (end == npos) return nullptr;
  return place.page.find_footnote(place.text.substr(place.at + 2, end - place.at - 2));
}

Taken find_footnote(const TextPlace& place) {
  if (place.in_link || footnote_at(place) == nullptr) return {};
  return {place.at, place.text.find(']', place.at) + 1};
}

void write_footnote(const TextPlace& place, Taken, SiblingWriter& out) {
  PageNotes::Footnote& footnote = *footnote_at(place);
  document::Document& document = out.document();
  ++footnote.references;
  const Position position = place.moved(place.at);
  const Index mark = out.open(InlineKind::superscript, position);
  document.inlines[mark].id = document.store(footnote_reference_id(footnote, footnote.references));
  const Index link = out.open_link("#" + footnote_id(footnote.label), position);
  document.links[document.inlines[link].detail].use = LinkUse::note;
  const auto number = &footnote - place.page.notes().footnotes.data() + 1;
  out.add_text(std::to_string(number), position);
  out.close();
  out.close();
}

// `[text](my file.pdf)` and `![text](my file.png)`: CommonMark allows no blank in an address, Python-Markdown does.

/// The parts of such a link, as offsets; empty when there is none.
struct SpacedLink {
  Taken label;
  Taken address;
  Taken title;
  std::size_t end = 0;
};

SpacedLink read_spaced_link(const TextPlace& place) {
  constexpr std::size_t longest = 1000;
  const std::string_view text = place.text.substr(0, place.at + longest);
  const std::size_t open = text[place.at] == '!' ? place.at + 1 : place.at;
  if (open >= text.size() || text[open] != '[') return {};
  const std::size_t close = text.find_first_of("[]", open + 1);
  if (close == npos || text[close] == '[' || text.compare(close, 2, "](") != 0) return {};
  const std::size_t end = text.find_first_of("()<>", close + 2);
  if (end == npos || text[end] != ')') return {};
  SpacedLink link{{open + 1, close}, {close + 2, end}, {}, end + 1};
  const std::size_t quote = text.substr(0, end).find(" \"", close + 2);
  if (quote != npos && text[end - 1] == '"' && quote + 2 < end) {
    link.address.end = quote;
    link.title = {quote + 2, end - 1};
  }
  const std::string_view address = trim(text.substr(link.address.begin, link.address.end - link.address.begin));
  const bool spaced = address.find(' ') != npos && address.find('"') == npos;
  return spaced ? link : SpacedLink{};
}

Taken find_spaced_link(const TextPlace& place) {
  const SpacedLink link = read_spaced_link(place);
  return place.in_link && place.text[place.at] == '[' ? Taken{} : Taken{place.at, std::max(place.at, link.end)};
}

void write_spaced_link(const TextPlace& place, Taken, SiblingWriter& out) {
  const SpacedLink link = read_spaced_link(place);
  const auto part = [&](Taken taken) { return place.text.substr(taken.begin, taken.end - taken.begin); };
  const Position position = place.moved(place.at);
  document::Document& document = out.document();
  if (place.text[place.at] == '!') {
    document::Image image;
    image.source = document.store(trim(part(link.address)));
    image.alt = document.store(part(link.label));
    image.title = document.store(part(link.title));
    const Index node = out.open(InlineKind::image, position);
    document.inlines[node].detail = static_cast<Index>(document.images.size());
    document.images.push_back(image);
  } else {
    const Index node = out.open_link(trim(part(link.address)), position);
    document.links[document.inlines[node].detail].title = document.store(part(link.title));
    out.add_text(part(link.label), position);
  }
  out.close();
}

// An address by itself: md4c knows the plain ones, this one those with what else an address may hold.

bool is_address_byte(char byte) {
  return static_cast<unsigned char>(byte) > ' ' && std::string_view("<>\"`\\{}|^").find(byte) == npos;
}

/// Offset behind the address at `at`: punctuation at its end and brackets that it does not open are the text's.
std::size_t address_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_address_byte(text[end])) ++end;
  const std::string_view address = text.substr(at, end - at);
  auto opened = std::count(address.begin(), address.end(), '(');
  auto closed = std::count(address.begin(), address.end(), ')');
  while (end > at) {
    const char last = text[end - 1];
    const bool unopened = last == ')' && closed > opened;
    if (!unopened && std::string_view("?!.,:;*_~'").find(last) == npos) break;
    closed -= last == ')' ? 1 : 0;
    --end;
  }
  return end;
}

Taken find_address(const TextPlace& place) {
  if (place.in_link || !begins_word(place)) return {};
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (place.text.compare(place.at, scheme.size(), scheme) != 0) continue;
    const std::size_t host = place.at + scheme.size();
    const std::size_t end = address_end(place.text, host);
    if (end > host && is_word_byte(place.text[host])) return {place.at, end};
  }
  return {};
}

void write_address(const TextPlace& place, Taken taken, SiblingWriter& out) {
  const std::string_view address = place.text.substr(taken.begin, taken.end - taken.begin);
  out.open_link(address, place.moved(taken.begin));
  out.add_text(address, place.moved(taken.begin));
  out.close();
}

// `++ctrl+alt+"My key"++`: keys to press together.

/// Offset behind the key at `at`, a name or a text in quotes; npos when there is none.
std::size_t key_end(std::string_view text, std::size_t at) {
  if (at < text.size() && (text[at] == '"' || text[at] == '\'')) {
    const std::size_t close = text.find(text[at], at + 1);
    return close == npos || close == at + 1 ? npos : close + 1;
  }
  std::size_t end = at;
  while (end < text.size() && (is_word_byte(text[end]) || text[end] == '-')) ++end;
  return end == at ? npos : end;
}

/// Calls visit(key) for each key; returns the offset behind the closing marks, or npos.
template <typename Visit>
std::size_t read_keys(std::string_view text, std::size_t at, Visit&& visit) {
  if (text.compare(at, 2, "++") != 0 || (at > 0 && (text[at - 1] == '{' || text[at - 1] == '+'))) return npos;
  at += 2;
  for (;;) {
    const std::size_t end = key_end(text, at);
    if (end == npos || end >= text.size() || text[end] != '+') return npos;
    visit(text.substr(at, end - at));
    if (text.compare(end, 2, "++") == 0) return end + 2 < text.size() && text[end + 2] == '+' ? npos : end + 2;
    at = end + 1;
  }
}

Taken find_keys(const TextPlace& place) {
  const std::size_t end = read_keys(place.text, place.at, [](std::string_view) {});
  return end == npos ? Taken{} : Taken{place.at, end};
}

void write_keys(const TextPlace& place, Taken taken, SiblingWriter& out) {
  const Position position = place.moved(taken.begin);
  bool first = true;
  read_keys(place.text, place.at, [&](std::string_view key) {
    if (!first) out.add_text("+", position);
    first = false;
    out.open(InlineKind::keyboard, position);
    const bool quoted = key.front() == '"' || key.front() == '\'';
    out.add_text(quoted ? std::string(key.substr(1, key.size() - 2)) : key_label(key), position);
    out.close();
  });
}

// Smart symbols, where a project wants them.

struct Symbol {
  std::string_view written;
  std::string_view shown;
  bool between_words = false;
};

// Longer ones before those that they begin with.
constexpr std::array symbols = {
    Symbol{"(tm)", "™"},      Symbol{"(c)", "©"},       Symbol{"(r)", "®"},       Symbol{"+/-", "±"},
    Symbol{"<-->", "↔"},      Symbol{"-->", "→"},       Symbol{"<--", "←"},       Symbol{"=/=", "≠"},
    Symbol{"c/o", "℅", true}, Symbol{"1/4", "¼", true}, Symbol{"1/2", "½", true}, Symbol{"3/4", "¾", true},
    Symbol{"1/3", "⅓", true}, Symbol{"2/3", "⅔", true}, Symbol{"1/5", "⅕", true}, Symbol{"2/5", "⅖", true},
    Symbol{"3/5", "⅗", true}, Symbol{"4/5", "⅘", true}, Symbol{"1/6", "⅙", true}, Symbol{"5/6", "⅚", true},
    Symbol{"1/8", "⅛", true}, Symbol{"3/8", "⅜", true}, Symbol{"5/8", "⅝", true}, Symbol{"7/8", "⅞", true},
};

const Symbol* symbol_at(const TextPlace& place) {
  for (const Symbol& symbol : symbols) {
    if (place.text.compare(place.at, symbol.written.size(), symbol.written) != 0) continue;
    const std::size_t end = place.at + symbol.written.size();
    const bool touches = !begins_word(place) || (end < place.text.size() && is_word_byte(place.text[end]));
    if (!symbol.between_words || !touches) return &symbol;
  }
  return nullptr;
}

Taken find_symbol(const TextPlace& place) {
  const Symbol* symbol = symbol_at(place);
  return symbol == nullptr ? Taken{} : Taken{place.at, place.at + symbol->written.size()};
}

void write_symbol(const TextPlace& place, Taken taken, SiblingWriter& out) {
  out.add_text(symbol_at(place)->shown, place.moved(taken.begin));
}

/// The ending of `1st`, `2nd`, `3rd`, `4th` at the number's first digit; empty when there is none.
Taken find_ordinal(const TextPlace& place) {
  if (!begins_word(place)) return {};
  std::size_t end = place.at;
  while (end < place.text.size() && is_digit(place.text[end])) ++end;
  const std::string_view ending = place.text.substr(std::min(end, place.text.size()), 2);
  if (end + 2 < place.text.size() && is_word_byte(place.text[end + 2])) return {};
  const char last = place.text[end - 1];
  const bool teen = end - place.at > 1 && place.text[end - 2] == '1';
  const std::string_view fitting = teen || last == '0' || last > '3' ? "th"
                                   : last == '1'                     ? "st"
                                   : last == '2'                     ? "nd"
                                                                     : "rd";
  return ending == fitting ? Taken{place.at, end + 2} : Taken{};
}

void write_ordinal(const TextPlace& place, Taken taken, SiblingWriter& out) {
  const std::string_view whole = place.text.substr(taken.begin, taken.end - taken.begin);
  const Position position = place.moved(taken.begin);
  out.add_text(whole.substr(0, whole.size() - 2), position);
  out.open(InlineKind::superscript, position);
  out.add_text(whole.substr(whole.size() - 2), position);
  out.close();
}

std::string without_blanks(std::string_view label) {
  std::string name(label);
  std::replace_if(
      name.begin(), name.end(), [](char byte) { return static_cast<unsigned char>(byte) <= ' '; }, '-');
  return name;
}

}  // namespace

std::string footnote_id(std::string_view label) {
  return "fn:" + without_blanks(label);
}

std::string footnote_reference_id(const PageNotes::Footnote& footnote, int reference) {
  return "fnref" + (reference > 1 ? std::to_string(reference) : std::string()) + ":" + without_blanks(footnote.label);
}

std::span<const TextExtension> text_extensions() {
  static constexpr std::array all = {
      TextExtension{"[", find_footnote, write_footnote},
      TextExtension{"[!", find_spaced_link, write_spaced_link},
      TextExtension{"h", find_address, write_address},
      TextExtension{"+", find_keys, write_keys, &Extensions::keys},
      TextExtension{"#@0123456789abcdef", find_repository_link, write_repository_link},
      TextExtension{"(+<-=c0123456789", find_symbol, write_symbol, &Extensions::smart_symbols},
      TextExtension{"0123456789", find_ordinal, write_ordinal, &Extensions::smart_symbols},
  };
  return all;
}

}  // namespace hubglass::markdown
