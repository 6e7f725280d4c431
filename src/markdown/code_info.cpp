#include "markdown/code_info.h"

#include "markdown/characters.h"

#include <algorithm>
#include <array>

namespace hubglass::markdown {

namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_language_byte(char byte) {
  return is_alphanumeric(byte) || byte == '-' || byte == '_' || byte == '+' || byte == '#' || byte == '.';
}

/// Reads `key="value" key` as an attribute list has it, without the braces.
void read_options(std::string_view text, AttributeList& list) {
  while (!(text = trim(text)).empty()) {
    const std::size_t key_end = std::min(text.find_first_of("= \t"), text.size());
    AttributeList::Pair pair{text.substr(0, key_end), {}};
    text.remove_prefix(key_end);
    if (!text.empty() && text.front() == '=') {
      text.remove_prefix(1);
      const bool quoted = !text.empty() && (text.front() == '"' || text.front() == '\'');
      const std::size_t close = quoted ? text.find(text.front(), 1) : text.find_first_of(" \t");
      const std::size_t end = std::min(close, text.size());
      pair.value = quoted ? text.substr(1, end > 0 ? end - 1 : 0) : text.substr(0, end);
      text.remove_prefix(std::min(end + (quoted ? 1 : 0), text.size()));
    }
    list.pairs.push_back(pair);
  }
}

struct Language {
  std::string_view name;
  std::string_view label;
};

constexpr std::array languages = {
    Language{"asm", "Assembly"},
    Language{"awk", "AWK"},
    Language{"bash", "Bash"},
    Language{"bat", "Batch"},
    Language{"bib", "BibTeX"},
    Language{"c", "C"},
    Language{"c#", "C#"},
    Language{"c++", "C++"},
    Language{"clj", "Clojure"},
    Language{"clojure", "Clojure"},
    Language{"cmake", "CMake"},
    Language{"conf", "Configuration"},
    Language{"console", "Console"},
    Language{"cpp", "C++"},
    Language{"cs", "C#"},
    Language{"csharp", "C#"},
    Language{"css", "CSS"},
    Language{"csv", "CSV"},
    Language{"cypher", "Cypher"},
    Language{"dart", "Dart"},
    Language{"diff", "Diff"},
    Language{"docker", "Dockerfile"},
    Language{"dockerfile", "Dockerfile"},
    Language{"dot", "DOT"},
    Language{"elixir", "Elixir"},
    Language{"elm", "Elm"},
    Language{"env", "Environment"},
    Language{"erlang", "Erlang"},
    Language{"fish", "Fish"},
    Language{"fortran", "Fortran"},
    Language{"fsharp", "F#"},
    Language{"go", "Go"},
    Language{"graphql", "GraphQL"},
    Language{"groovy", "Groovy"},
    Language{"haskell", "Haskell"},
    Language{"hcl", "HCL"},
    Language{"html", "HTML"},
    Language{"http", "HTTP"},
    Language{"ini", "INI"},
    Language{"java", "Java"},
    Language{"javascript", "JavaScript"},
    Language{"jinja", "Jinja"},
    Language{"js", "JavaScript"},
    Language{"json", "JSON"},
    Language{"json5", "JSON5"},
    Language{"jsonc", "JSON"},
    Language{"jsonld", "JSON-LD"},
    Language{"jsx", "JSX"},
    Language{"julia", "Julia"},
    Language{"kotlin", "Kotlin"},
    Language{"kt", "Kotlin"},
    Language{"latex", "LaTeX"},
    Language{"less", "Less"},
    Language{"lua", "Lua"},
    Language{"make", "Makefile"},
    Language{"makefile", "Makefile"},
    Language{"markdown", "Markdown"},
    Language{"matlab", "MATLAB"},
    Language{"md", "Markdown"},
    Language{"nginx", "nginx"},
    Language{"nix", "Nix"},
    Language{"objc", "Objective-C"},
    Language{"ocaml", "OCaml"},
    Language{"perl", "Perl"},
    Language{"php", "PHP"},
    Language{"plsql", "PL/SQL"},
    Language{"powershell", "PowerShell"},
    Language{"prolog", "Prolog"},
    Language{"properties", "Properties"},
    Language{"proto", "Protocol Buffers"},
    Language{"protobuf", "Protocol Buffers"},
    Language{"ps1", "PowerShell"},
    Language{"pwsh", "PowerShell"},
    Language{"py", "Python"},
    Language{"pycon", "Python console"},
    Language{"python", "Python"},
    Language{"python3", "Python"},
    Language{"r", "R"},
    Language{"rb", "Ruby"},
    Language{"rs", "Rust"},
    Language{"rst", "reStructuredText"},
    Language{"ruby", "Ruby"},
    Language{"rust", "Rust"},
    Language{"sass", "Sass"},
    Language{"scala", "Scala"},
    Language{"scheme", "Scheme"},
    Language{"scss", "SCSS"},
    Language{"sh", "Shell"},
    Language{"shell", "Shell"},
    Language{"sparql", "SPARQL"},
    Language{"sql", "SQL"},
    Language{"svg", "SVG"},
    Language{"swift", "Swift"},
    Language{"systemd", "systemd"},
    Language{"terraform", "Terraform"},
    Language{"tex", "TeX"},
    Language{"toml", "TOML"},
    Language{"ts", "TypeScript"},
    Language{"tsx", "TSX"},
    Language{"turtle", "Turtle"},
    Language{"typescript", "TypeScript"},
    Language{"typst", "Typst"},
    Language{"verilog", "Verilog"},
    Language{"vhdl", "VHDL"},
    Language{"vim", "Vim script"},
    Language{"vue", "Vue"},
    Language{"wasm", "WebAssembly"},
    Language{"xml", "XML"},
    Language{"yaml", "YAML"},
    Language{"yml", "YAML"},
    Language{"zig", "Zig"},
    Language{"zsh", "Zsh"},
};

constexpr bool by_name(const Language& a, const Language& b) {
  return a.name < b.name;
}
static_assert(std::is_sorted(languages.begin(), languages.end(), by_name));

}  // namespace

CodeInfo read_code_info(std::string_view info) {
  CodeInfo result;
  info = trim(info);
  const std::size_t name_end = std::min(info.find_first_of(" \t{"), info.size());
  std::string_view name = info.substr(0, name_end);
  if (name.find('=') != npos) name = {};
  std::string_view rest = trim(info.substr(name.size()));
  if (!name.empty() && name.front() == '.') name.remove_prefix(1);
  result.language = name;
  AttributeList list;
  if (!rest.empty() && rest.front() == '{') {
    list = read_attribute_list(rest);
    if (result.language.empty() && !list.classes.empty()) {
      result.language = list.classes.front();
      list.classes.erase(list.classes.begin());
    }
  } else {
    read_options(rest, list);
  }
  result.others.classes = list.classes;
  result.others.id = list.id;
  for (const AttributeList::Pair& pair : list.pairs) {
    if (pair.key == "title") {
      result.title = pair.value;
    } else if (pair.key == "hl_lines") {
      result.marked_lines = pair.value;
    } else if (pair.key == "linenums") {
      result.first_line = pair.value.substr(0, pair.value.find(' '));
    } else if (!pair.value.empty()) {
      result.others.pairs.push_back(pair);
    }
  }
  return result;
}

std::string_view language_label(std::string_view language) {
  const std::string wanted = lower(language);
  const auto found = std::lower_bound(languages.begin(), languages.end(), Language{wanted, {}}, by_name);
  return found != languages.end() && found->name == wanted ? found->label : std::string_view();
}

std::string_view take_code_language(std::string_view& code) {
  std::size_t begin = 0;
  if (code.substr(0, 2) == "#!") {
    begin = 2;
  } else if (code.substr(0, 3) == ":::") {
    begin = code.find_first_not_of(':');
  } else {
    return {};
  }
  std::size_t end = begin;
  while (end < code.size() && is_language_byte(code[end])) ++end;
  if (end == begin || end >= code.size() || !is_space(code[end])) return {};
  const std::string_view language = code.substr(begin, end - begin);
  code.remove_prefix(std::min(code.find_first_not_of(" \t\n", end), code.size()));
  return language;
}

}  // namespace hubglass::markdown
