#pragma once

#include "document/diagnostic.h"
#include "document/result.h"

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

/// What the command says: diagnostics, errors, progress, results.
namespace hubglass::cli {

struct Counts {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;
};

/// Removes findings that were found twice; the order stays.
void remove_repeated(Diagnostics& diagnostics);
/// Prints to standard error, one finding to a line; control characters in them are shown as '?'.
Counts print(const Diagnostics& diagnostics);
/// Prints an error to standard error; with the remedy of its code when the sentence does not hold one.
void print(const Error& error, bool with_remedy);
/// Prints to standard output.
void print(std::string_view text);

/// "2 errors, 1 warning and 3 notes"; "nothing" when all are 0.
std::string describe(const Counts& counts);
/// "1 page", "3 pages".
std::string counted(std::size_t count, std::string_view one, std::string_view many);
/// "1.4 MB".
std::string megabytes(std::uint64_t bytes);

/// Says how far long work is: one line that is rewritten on a terminal, a line per stage otherwise. Silent for the
/// first second.
class ProgressLine {
 public:
  ProgressLine();
  ~ProgressLine() { clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(std::string_view stage, std::size_t done, std::size_t total);
  /// Removes the line, so that other output starts on an empty one.
  void clear();

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point last_ = {};
  std::string stage_;
  bool terminal_ = false;
  bool shown_ = false;
};

}  // namespace hubglass::cli
