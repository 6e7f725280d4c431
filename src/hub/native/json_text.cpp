#include "hub/native/json_text.h"

#include "document/budgets.h"
#include "document/utf8.h"
#include "hub/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace hubglass::hub {

namespace {

using nlohmann::json;

/// A bracket, colon or comma (`kind` is that character), a text in quotes ('"'), a number or word ('w'), or the end
/// (0).
struct Token {
  char kind = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool closed = true;  ///< a text: has its second quote
};

struct Problem {
  std::size_t offset = 0;
  std::string sentence;
};

class Tokens {
 public:
  explicit Tokens(std::string_view text) : text_(text), at_(text.starts_with("\xef\xbb\xbf") ? 3 : 0) {}

  Token next() {
    at_ = std::min(text_.find_first_not_of(blanks, at_), text_.size());
    Token token{.begin = at_, .end = at_};
    if (at_ == text_.size()) return token;
    const char first = text_[at_];
    if (first == '"') {
      token.kind = '"';
      token.closed = skip_text();
    } else if (structure.find(first) != std::string_view::npos) {
      token.kind = first;
      ++at_;
    } else {
      token.kind = 'w';
      at_ = std::min(text_.find_first_of(word_ends, at_), text_.size());
    }
    token.end = at_;
    return token;
  }

 private:
  static constexpr std::string_view blanks = " \t\r\n";
  static constexpr std::string_view structure = "{}[]:,";
  static constexpr std::string_view word_ends = " \t\r\n{}[]:,\"";

  /// Moves behind the second quote; to the end of the line, where that has none.
  bool skip_text() {
    for (++at_; at_ < text_.size() && text_[at_] != '\n' && text_[at_] != '\r'; ++at_) {
      if (text_[at_] == '"') {
        ++at_;
        return true;
      }
      if (text_[at_] == '\\' && at_ + 1 < text_.size() && text_[at_ + 1] != '\n' && text_[at_ + 1] != '\r') ++at_;
    }
    return false;
  }

  std::string_view text_;
  std::size_t at_;
};

/// Follows JSON token by token to the first thing that is wrong, to name it as its author would. What a text or a
/// number may be, the library decides; so this knows only how they follow one another.
class Walk {
 public:
  Walk(std::string_view text, Reporter& reporter) : text_(text), reporter_(reporter) {}

  std::optional<Problem> run() {
    if (const std::size_t bad = document::find_invalid_utf8(text_); bad != std::string_view::npos) {
      return Problem{bad, "from here on this is not UTF-8; save the file as UTF-8 text"};
    }
    Tokens tokens(text_);
    while (true) {
      const Token token = tokens.next();
      if (auto problem = take(token)) return problem;
      if (token.kind == 0) return std::nullopt;
      before_ = token;
    }
  }

 private:
  enum class Expected { value, value_or_end, key, key_or_end, colon, comma_or_end, nothing };
  struct Open {
    Token bracket;
    std::set<std::string_view> keys;
  };

  std::optional<Problem> take(const Token& token) {
    const std::string_view word = view(token);
    if (token.kind == 'w' && (word.starts_with("//") || word.starts_with("/*") || word == "#")) {
      return Problem{token.begin, "JSON has no comments; remove this one"};
    }
    if (token.kind == 0) return at_end();
    if (token.kind == '"') {
      if (auto problem = problem_of_text(token)) return problem;
    }
    switch (expected_) {
      case Expected::value:
      case Expected::value_or_end:
        return value(token);
      case Expected::key:
      case Expected::key_or_end:
        return key(token);
      case Expected::colon:
        if (token.kind != ':') {
          return Problem{before_.begin, "there is no colon behind the key " + std::string(view(before_)) +
                                            "; add it, or the quote that the key lacks"};
        }
        expected_ = Expected::value;
        return std::nullopt;
      case Expected::comma_or_end:
        return comma_or_end(token);
      case Expected::nothing:
        return Problem{token.begin, "nothing may follow the last bracket; remove this, or the bracket too many"};
    }
    return std::nullopt;
  }

  std::optional<Problem> value(const Token& token) {
    if (token.kind == '{' || token.kind == '[') return open(token);
    if (token.kind == ']' && expected_ == Expected::value_or_end) return close();
    if (token.kind == ']' || token.kind == '}' || token.kind == ',' || token.kind == ':') {
      if (before_.kind == ',' && (token.kind == ']' || token.kind == '}')) return comma_too_many(token);
      return Problem{token.begin, std::string("a value is missing before this '") + token.kind + "'"};
    }
    if (token.kind == 'w' && !json::accept(view(token))) return problem_of_word(token);
    end_of_value();
    return std::nullopt;
  }

  std::optional<Problem> key(const Token& token) {
    if (token.kind == '}' && expected_ == Expected::key_or_end) return close();
    if (token.kind == '}' || token.kind == ']') {
      return before_.kind == ',' ? comma_too_many(token) : wrong_bracket(token);
    }
    if (token.kind == ',') return Problem{token.begin, "this comma is one too many; remove it"};
    if (token.kind != '"') {
      return Problem{token.begin, "a key in double quotes is expected here, such as \"title\""};
    }
    const std::string_view name = view(token);
    if (!open_.back().keys.insert(name).second) {
      std::uint32_t line = 0;
      std::uint32_t column = 0;
      locate(text_, token.begin, line, column);
      reporter_.report(Severity::note, line, column,
                       "the key " + std::string(name) + " stands twice in one object; the last one counts");
    }
    expected_ = Expected::colon;
    return std::nullopt;
  }

  std::optional<Problem> comma_or_end(const Token& token) {
    const bool in_object = open_.back().bracket.kind == '{';
    if (token.kind == ',') {
      expected_ = in_object ? Expected::key : Expected::value;
      return std::nullopt;
    }
    if (token.kind == (in_object ? '}' : ']')) return close();
    if (token.kind == ']' || token.kind == '}') return wrong_bracket(token);
    if (token.kind == ':') {
      return Problem{token.begin, in_object ? "a second colon makes no sense here; a comma may be meant"
                                            : "a list holds values without keys; braces { } hold keys and values"};
    }
    const bool adjoins = token.begin == before_.end;
    return Problem{before_.end, adjoins ? "a comma is missing here, or one of the quotes before it is one too many"
                                        : "a comma is missing here"};
  }

  std::optional<Problem> open(const Token& token) {
    if (open_.size() >= budgets::settings_depth) {
      return Problem{token.begin, "brackets are nested more than " + std::to_string(budgets::settings_depth) +
                                      " deep here; make it flatter"};
    }
    open_.push_back({token, {}});
    expected_ = token.kind == '{' ? Expected::key_or_end : Expected::value_or_end;
    return std::nullopt;
  }

  std::optional<Problem> close() {
    open_.pop_back();
    end_of_value();
    return std::nullopt;
  }

  void end_of_value() { expected_ = open_.empty() ? Expected::nothing : Expected::comma_or_end; }

  std::optional<Problem> at_end() const {
    if (expected_ == Expected::nothing) return std::nullopt;
    if (open_.empty()) return Problem{text_.size(), "this file is empty; it must hold an object in braces { }"};
    const Token& bracket = open_.back().bracket;
    return Problem{before_.end, "the file ends here, but the '" + std::string(1, bracket.kind) + "' of line " +
                                    std::to_string(line_of(bracket.begin)) + " is still open; add '" +
                                    closing(bracket) + "'"};
  }

  [[nodiscard]] Problem wrong_bracket(const Token& token) const {
    const Token& bracket = open_.back().bracket;
    return Problem{token.begin, "the '" + std::string(1, bracket.kind) + "' of line " +
                                    std::to_string(line_of(bracket.begin)) + " is still open here; write '" +
                                    closing(bracket) + "' before this '" + std::string(1, token.kind) +
                                    "', or in its place"};
  }

  static Problem comma_too_many(const Token& token) {
    return Problem{token.begin, std::string("the comma before this '") + token.kind + "' is one too many; remove it"};
  }

  [[nodiscard]] std::optional<Problem> problem_of_text(const Token& token) const {
    if (!token.closed) {
      return Problem{token.begin, "the text that begins here has no closing quote (\") on its line"};
    }
    const std::string_view text = view(token);
    if (json::accept(text)) return std::nullopt;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
      if (static_cast<unsigned char>(text[i]) < 0x20) {
        return Problem{token.begin + i, "a text cannot hold a tab or another control character; write \\t for a tab"};
      }
      if (text[i] != '\\') continue;
      if (std::string_view("\"\\/bfnrtu").find(text[i + 1]) == std::string_view::npos) {
        return Problem{token.begin + i, "a backslash in a text is written twice (\\\\)"};
      }
      ++i;
    }
    return Problem{token.begin, "this text holds a \\u that is followed by no character's four digits"};
  }

  [[nodiscard]] Problem problem_of_word(const Token& token) const {
    const std::string_view word = view(token);
    const std::string name = cut(word);
    const bool number = word.find_first_not_of("+-.0123456789eE") == std::string_view::npos;
    if (!number) {
      const std::string small = lower(word);
      if (small == "true" || small == "false" || small == "null") {
        return Problem{token.begin, "write " + small + " in small letters"};
      }
      return Problem{token.begin, "'" + name + "' is no value; a text stands in double quotes, such as \"" +
                                      (word.front() == '\'' ? std::string("text") : name) + "\""};
    }
    const bool large = std::isinf(std::strtod(std::string(word).c_str(), nullptr));
    return Problem{token.begin, large ? "the number " + name + " is too large"
                                      : "'" + name + "' is no number as JSON writes them, such as 12 or -0.5"};
  }

  /// A word as sentences show it.
  static std::string cut(std::string_view word) {
    constexpr std::size_t longest = 40;
    if (word.size() <= longest) return std::string(word);
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80) --end;
    return std::string(word.substr(0, end)) + "…";
  }

  static char closing(const Token& bracket) { return bracket.kind == '{' ? '}' : ']'; }

  [[nodiscard]] std::uint32_t line_of(std::size_t offset) const {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    locate(text_, offset, line, column);
    return line;
  }

  [[nodiscard]] std::string_view view(const Token& token) const {
    return text_.substr(token.begin, token.end - token.begin);
  }

  std::string_view text_;
  Reporter& reporter_;
  std::vector<Open> open_;
  Token before_;
  Expected expected_ = Expected::value;
};

}  // namespace

Result<json> read_json(std::string_view text, Reporter& reporter) {
  std::optional<Problem> problem = Walk(text, reporter).run();
  json root;
  if (!problem) {
    // Never throws; it discards what it refuses, and it has the last word.
    root = json::parse(text.begin(), text.end(), nullptr, false);
    if (root.is_discarded()) problem = Problem{0, "this is not JSON"};
  }
  if (!problem) return root;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  locate(text, problem->offset, line, column);
  return fail(ErrorCode::project_malformed, std::move(problem->sentence),
              reporter.file() + ":" + std::to_string(line) + ":" + std::to_string(column));
}

}  // namespace hubglass::hub
