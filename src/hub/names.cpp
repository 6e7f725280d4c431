#include "hub/initiatives.h"
#include "hub/text.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace hubglass::hub {

namespace {

constexpr std::size_t wanted_summary = 160;    // characters: what a card and a search result show
constexpr std::size_t longest_sentence = 220;  // a longer first sentence is cut
constexpr std::size_t most_related = 6;

std::size_t count_upper(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_upper));
}

bool is_acronym(std::string_view text) {
  return text.find(' ') == std::string_view::npos && count_upper(text) >= 2;
}

/// True for words after which a full stop ends no sentence.
bool is_abbreviation(std::string_view word) {
  constexpr std::array<std::string_view, 16> known = {"e.g", "i.e", "etc", "cf", "vs",  "approx", "no",  "nr",
                                                      "dr",  "mr",  "ms",  "st", "z.b", "d.h",    "bzw", "ca"};
  return word.size() == 1 || std::find(known.begin(), known.end(), lower(word)) != known.end();
}

/// Offset behind the sentence that starts at `start`.
std::size_t sentence_end(std::string_view text, std::size_t start) {
  for (std::size_t i = start; i < text.size(); ++i) {
    const char character = text[i];
    if (character == '\n') return i;
    if (character != '.' && character != '!' && character != '?') continue;
    std::size_t end = i + 1;
    while (end < text.size() && (text[end] == ')' || text[end] == '"' || text[end] == '\'')) ++end;
    if (end < text.size() && text[end] != ' ' && text[end] != '\n') continue;
    std::size_t next = end;
    while (next < text.size() && text[next] == ' ') ++next;
    if (next < text.size() && text[next] >= 'a' && text[next] <= 'z') continue;
    if (character == '.') {
      std::size_t word = i;
      while (word > start && text[word - 1] != ' ' && text[word - 1] != '(' && text[word - 1] != '\n') --word;
      if (next < text.size() && is_abbreviation(text.substr(word, i - word))) continue;
    }
    return end;
  }
  return text.size();
}

std::string cut_between_words(std::string_view text) {
  std::size_t end = 0;
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size() && characters < wanted_summary; ++i) {
    if (text[i] == ' ') end = i;
    characters += (static_cast<unsigned char>(text[i]) & 0xC0u) != 0x80u;
  }
  if (end == 0) end = text.find(' ');
  std::string cut(text.substr(0, end));
  while (!cut.empty() && (cut.back() == ',' || cut.back() == ';' || cut.back() == ' ')) cut.pop_back();
  return cut + "…";
}

/// Where a name is mentioned: true when [begin, end) is a word of its own, and no part of an address.
bool is_whole_word(std::string_view text, std::size_t begin, std::size_t end) {
  if (begin > 0) {
    const char before = text[begin - 1];
    // Dashes and quotes beyond ASCII may touch a name; letters beyond ASCII are taken for them.
    if ((is_word_character(before) && static_cast<unsigned char>(before) < 0x80) || before == '@' || before == '/' ||
        before == '-' || before == '_' || before == '.') {
      return false;
    }
  }
  if (end >= text.size()) return true;
  const char after = text[end];
  if ((is_word_character(after) && static_cast<unsigned char>(after) < 0x80) || after == '_' || after == '@')
    return false;
  const bool joins = after == '.' || after == '-' || after == '/';
  return !(joins && end + 1 < text.size() && is_word_character(text[end + 1]));
}

/// Names with a blank, a digit or a mark inside are told apart by their letters; a lone word only by its case, too
/// ("SENSE" is not "sense").
bool is_distinctive(std::string_view name) {
  return name.size() >= 5 && std::any_of(name.begin(), name.end(), [](char character) {
           return character == ' ' || character == '.' || character == '-' || is_digit(character);
         });
}

struct Mention {
  Index initiative = none;
  std::string name;
  bool any_case = false;
};

/// All names, found by their first word and then by their whole text, so that a thousand names that begin alike cost no
/// more than a few.
struct Mentions {
  std::unordered_map<std::string, std::vector<std::size_t>> lengths;  ///< of the names that begin with a word
  std::unordered_map<std::string, std::vector<Mention>> names;        ///< by name in lower case
};

std::string first_token(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_word_character(text[end])) ++end;
  return lower(text.substr(0, end));
}

Mentions mention_table(const Hub& hub) {
  Mentions table;
  for (Index i = 0; i < hub.initiatives.size(); ++i) {
    for (std::string& name : mention_names(hub.initiatives[i].name)) {
      const std::string token = first_token(name);
      if (token.empty()) continue;
      std::vector<std::size_t>& lengths = table.lengths[token];
      if (std::find(lengths.begin(), lengths.end(), name.size()) == lengths.end()) lengths.push_back(name.size());
      const bool any_case = is_distinctive(name);
      std::string key = lower(name);
      table.names[std::move(key)].push_back(Mention{i, std::move(name), any_case});
    }
  }
  return table;
}

/// How often each initiative is mentioned in a text, by its index.
std::unordered_map<Index, std::uint32_t> count_mentions(std::string_view text, Index self, const Mentions& table) {
  std::unordered_map<Index, std::uint32_t> counts;
  const std::string lowered = lower(text);
  for (std::size_t i = 0; i < text.size();) {
    if (!is_word_character(text[i])) {
      ++i;
      continue;
    }
    const std::string token = first_token(text.substr(i));
    if (const auto lengths = table.lengths.find(token); lengths != table.lengths.end()) {
      for (const std::size_t length : lengths->second) {
        const auto found = table.names.find(lowered.substr(i, length));
        if (found == table.names.end() || !is_whole_word(text, i, i + length)) continue;
        for (const Mention& mention : found->second) {
          const bool same = mention.any_case || text.substr(i, length) == mention.name;
          if (same && mention.initiative != self) ++counts[mention.initiative];
        }
      }
    }
    i += token.size();
  }
  return counts;
}

}  // namespace

std::string short_name(std::string_view name) {
  constexpr std::array<std::string_view, 5> ends = {" – ", " — ", " - ", " (", ": "};
  std::size_t end = name.size();
  for (const std::string_view mark : ends) {
    const std::size_t found = name.find(mark);
    if (found != std::string_view::npos && found > 0) end = std::min(end, found);
  }
  return std::string(trim(name.substr(0, end)));
}

std::vector<std::string> mention_names(std::string_view name) {
  constexpr std::array<std::string_view, 5> general_words = {" Community", " Initiative", " Foundation", " Platform",
                                                             " Network"};
  std::vector<std::string> names = {short_name(name)};
  const std::string first = names.front();
  const auto add = [&names](std::string_view candidate) {
    if (candidate.size() >= 2 && std::find(names.begin(), names.end(), candidate) == names.end()) {
      names.emplace_back(candidate);
    }
  };
  const std::size_t open = name.find('(');
  const std::size_t close = name.find(')', open == std::string_view::npos ? 0 : open);
  if (open != std::string_view::npos && close != std::string_view::npos) {
    const std::string_view inside = trim(name.substr(open + 1, close - open - 1));
    if (is_acronym(inside)) add(inside);
  }
  for (const std::string_view word : general_words) {
    if (!first.ends_with(word)) continue;
    const std::string_view rest = std::string_view(first).substr(0, first.size() - word.size());
    if (is_distinctive(rest) || count_upper(rest) >= 2) add(rest);
  }
  if (first.starts_with("EU ") && first.find(' ', 3) != std::string::npos) add(std::string_view(first).substr(3));
  if (const std::size_t both = first.find(" and "); both != std::string::npos) {
    const std::string_view left = std::string_view(first).substr(0, both);
    if (is_acronym(left)) add(left);
  }
  return names;
}

std::string first_sentence(std::string_view text) {
  text = trim(text);
  return collapse(text.substr(0, sentence_end(text, 0)));
}

std::string first_sentences(std::string_view text) {
  text = trim(text);
  std::size_t end = sentence_end(text, 0);
  const std::string_view first = trim(text.substr(0, end));
  if (length(first) > longest_sentence) return cut_between_words(first);
  while (end < text.size() && text[end] != '\n') {
    const std::size_t longer = sentence_end(text, end + 1);
    if (length(trim(text.substr(0, longer))) > wanted_summary) break;
    end = longer;
  }
  return collapse(text.substr(0, end));
}

void relate_initiatives(Hub& hub, const std::vector<std::string>& texts) {
  struct Relation {
    Index other = none;
    std::uint32_t directions = 0;
    std::uint32_t count = 0;
  };
  const Mentions table = mention_table(hub);
  std::vector<std::vector<Relation>> relations(hub.initiatives.size());
  const auto relate = [&relations](Index one, Index other, std::uint32_t count) {
    for (Relation& relation : relations[one]) {
      if (relation.other != other) continue;
      ++relation.directions;
      relation.count += count;
      return;
    }
    relations[one].push_back(Relation{other, 1, count});
  };
  for (Index i = 0; i < hub.initiatives.size() && i < texts.size(); ++i) {
    std::vector<std::pair<Index, std::uint32_t>> counts;
    for (const auto& [other, count] : count_mentions(texts[i], i, table)) counts.emplace_back(other, count);
    std::sort(counts.begin(), counts.end());
    for (const auto& [other, count] : counts) {
      relate(i, other, count + 1000);  // what a text says itself counts before what others say about it
      relate(other, i, count);
    }
  }
  for (Index i = 0; i < hub.initiatives.size(); ++i) {
    std::sort(relations[i].begin(), relations[i].end(), [](const Relation& left, const Relation& right) {
      if (left.directions != right.directions) return left.directions > right.directions;
      if (left.count != right.count) return left.count > right.count;
      return left.other < right.other;
    });
    hub.initiatives[i].related.clear();
    for (const Relation& relation : relations[i]) {
      if (hub.initiatives[i].related.size() == most_related) break;
      hub.initiatives[i].related.push_back(relation.other);
    }
  }
}

}  // namespace hubglass::hub
