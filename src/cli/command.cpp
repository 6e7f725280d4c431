#include "cli/command.h"

#include "cli/report.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

namespace hubglass::cli {

namespace {

constexpr Option help_option = {"--help", "-h", "", "Show this help."};

/// The commands as words of a sentence about a mistyped one.
std::string nearest_command(std::string_view word) {
  for (const Command& command : commands()) {
    if (word.size() > 1 && command.name.starts_with(word.substr(0, 2))) return std::string(command.name);
  }
  return {};
}

Exit usage_problem(const std::string& problem, std::string_view help) {
  std::fprintf(stderr, "hubglass: %s\nTry '%.*s'.\n", problem.c_str(), static_cast<int>(help.size()), help.data());
  return Exit::usage;
}

/// "  -o, --output DIR   Text", the text in a column of its own.
std::string option_line(const Option& option) {
  constexpr std::size_t column = 26;
  std::string line = option.letter.empty() ? "      " : "  " + std::string(option.letter) + ", ";
  line += option.name;
  if (!option.value.empty()) line += " " + std::string(option.value);
  line += line.size() + 2 > column ? "\n" + std::string(column, ' ') : std::string(column - line.size(), ' ');
  return line + std::string(option.help) + "\n";
}

}  // namespace

std::string Arguments::value(std::string_view name, std::string_view otherwise) const {
  const auto found = options.find(name);
  return found == options.end() ? std::string(otherwise) : found->second;
}

std::span<const Command> commands() {
  static const std::array<Command, 4> all = {build_command, check_command, html_command, inspect_command};
  return all;
}

bool read_arguments(const Command& command, std::span<const std::string_view> words, Arguments& arguments,
                    std::string& problem) {
  bool options_ended = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string_view word = words[i];
    if (options_ended || word == "-" || !word.starts_with('-')) {
      arguments.operands.emplace_back(word);
      continue;
    }
    if (word == "--") {
      options_ended = true;
      continue;
    }
    std::string_view value;
    const std::size_t equals = word.starts_with("--") ? word.find('=') : std::string_view::npos;
    const bool has_value = equals != std::string_view::npos;
    if (has_value) {
      value = word.substr(equals + 1);
      word = word.substr(0, equals);
    }
    const auto option = std::find_if(command.options.begin(), command.options.end(), [word](const Option& candidate) {
      return candidate.name == word || (!candidate.letter.empty() && candidate.letter == word);
    });
    if (option == command.options.end()) {
      problem = "'" + std::string(command.name) + "' has no option '" + std::string(word) + "'";
      return false;
    }
    if (option->value.empty() && has_value) {
      problem = "the option '" + std::string(word) + "' takes no value";
      return false;
    }
    if (!option->value.empty() && !has_value) {
      if (i + 1 >= words.size()) {
        problem = "the option '" + std::string(word) + "' needs a value (" + std::string(option->value) + ")";
        return false;
      }
      value = words[++i];
    }
    arguments.options.insert_or_assign(std::string(option->name), std::string(value));
  }
  if (arguments.operands.empty() && !command.default_operand.empty()) {
    arguments.operands.emplace_back(command.default_operand);
  }
  if (arguments.operands.empty()) {
    problem = "'" + std::string(command.name) + "' needs a " + std::string(command.operand);
    return false;
  }
  if (arguments.operands.size() > 1) {
    problem = "'" + std::string(command.name) + "' takes one " + std::string(command.operand) + ", but '" +
              arguments.operands[1] + "' was given, too";
    return false;
  }
  return true;
}

std::string help_text() {
  std::string text =
      "hubglass " HUBGLASS_VERSION
      ": turns a folder of Markdown into a hub that any static host can serve.\n\nUsage: hubglass COMMAND …\n\n"
      "Commands:\n";
  for (const Command& command : commands()) {
    std::string line = "  " + std::string(command.name) + " " + std::string(command.operand);
    line.resize(std::max<std::size_t>(line.size() + 2, 20), ' ');
    text += line + std::string(command.summary) + "\n";
  }
  text +=
      "\nOptions:\n"
      "  -h, --help        Show this help; 'hubglass COMMAND --help' tells all about a command.\n"
      "  --version         Show the version.\n\n"
      "Findings go to standard error as 'file:line:column: severity: sentence'.\n"
      "Exit codes: 0 all is well, 1 something was found or failed, 2 the command line was not understood.\n";
  return text;
}

std::string help_text(const Command& command) {
  const bool optional = !command.default_operand.empty();
  std::string text = "Usage: hubglass " + std::string(command.name) + (optional ? " [" : " ") +
                     std::string(command.operand) + (optional ? "]" : "") + " [OPTION]…\n\n" +
                     std::string(command.details) + "\n\nOptions:\n";
  for (const Option& option : command.options) text += option_line(option);
  return text + option_line(help_option);
}

namespace {

Exit run_command(std::span<const std::string_view> words) {
  if (words.empty()) return usage_problem("no command was given", "hubglass --help");
  const std::string_view first = words.front();
  if (first == "--version") {
    std::puts("hubglass " HUBGLASS_VERSION);
    return Exit::good;
  }
  if (first == "--help" || first == "-h" || (first == "help" && words.size() == 1)) {
    print(help_text());
    return Exit::good;
  }
  const std::string_view name = first == "help" ? words[1] : first;
  const std::span<const Command> all = commands();
  const auto command =
      std::find_if(all.begin(), all.end(), [name](const Command& candidate) { return candidate.name == name; });
  if (command == all.end()) {
    std::string problem = "there is no command '" + std::string(name) + "'";
    if (const std::string nearest = nearest_command(name); !nearest.empty())
      problem += "; did you mean '" + nearest + "'?";
    return usage_problem(problem, "hubglass --help");
  }
  const auto wants_help = [](std::string_view word) { return word == "--help" || word == "-h"; };
  if (first == "help" || std::any_of(words.begin() + 1, words.end(), wants_help)) {
    print(help_text(*command));
    return Exit::good;
  }
  Arguments arguments;
  std::string problem;
  if (!read_arguments(*command, words.subspan(1), arguments, problem)) {
    return usage_problem(problem, "hubglass " + std::string(command->name) + " --help");
  }
  return command->run(arguments);
}

}  // namespace

Exit run(std::span<const std::string_view> words) {
  const Exit result = run_command(words);
  // What was printed waits in memory; a full disk may only show now.
  errno = 0;
  const bool flushed = std::fflush(stdout) == 0;
  if (flushed && std::ferror(stdout) == 0) return result;
  std::string sentence = "hubglass: error: not all of the output could be written";
  if (errno != 0) sentence += std::string(": ") + std::strerror(errno);
  std::fprintf(stderr, "%s\n", sentence.c_str());
  return result == Exit::good ? Exit::findings : result;
}

}  // namespace hubglass::cli
