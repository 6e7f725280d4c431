#pragma once

#include <initializer_list>
#include <iosfwd>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The `hubglass` command: what it can be told, and what it says back. Diagnostics go to standard error, results to
/// standard output. It knows no format and no rule of its own; it calls the folders below.
namespace hubglass::cli {

/// Exit codes, the same for every command.
enum class Exit : int {
  good = 0,
  findings = 1,  ///< something was found or failed
  usage = 2,     ///< the command line was not understood
};

struct Option {
  std::string_view name;    ///< "--output"
  std::string_view letter;  ///< "-o", or empty
  std::string_view value;   ///< "DIR", or empty for a switch
  std::string_view help;
};

struct Arguments {
  std::vector<std::string> operands;
  std::map<std::string, std::string, std::less<>> options;  ///< by Option::name; a switch has an empty value

  [[nodiscard]] bool has(std::string_view name) const { return options.find(name) != options.end(); }
  [[nodiscard]] std::string value(std::string_view name, std::string_view otherwise = {}) const;
};

struct Command {
  std::string_view name;
  std::string_view operand;  ///< "PROJECT"
  std::string_view summary;  ///< one line, for the list of commands
  std::string_view details;  ///< paragraphs of `hubglass NAME --help`
  std::span<const Option> options;
  std::string_view default_operand;  ///< taken when none is given; empty: one is required
  Exit (*run)(const Arguments& arguments);
};

/// All commands, in the order in which help lists them.
std::span<const Command> commands();

/// Runs the command line (without the program's name).
Exit run(std::span<const std::string_view> words);

/// Reads what follows a command's name. Returns false after setting `problem`.
bool read_arguments(const Command& command, std::span<const std::string_view> words, Arguments& arguments,
                    std::string& problem);

/// The help texts.
std::string help_text();
std::string help_text(const Command& command);

// One function per command, each in a file of its own.
extern const Command build_command;
extern const Command check_command;
extern const Command html_command;
extern const Command inspect_command;

}  // namespace hubglass::cli
