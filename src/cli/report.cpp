#include "cli/report.h"

#include "document/utf8.h"

#include <algorithm>
#include <cstdio>
#include <set>
#include <tuple>
#include <vector>

#include <unistd.h>

namespace hubglass::cli {

namespace {

/// File names and page texts may hold anything; a terminal must not obey them. Bytes that are no text are shown as
/// \xE4.
std::string printable(std::string_view text) {
  std::string safe;
  while (!text.empty()) {
    const std::size_t broken = std::min(document::find_invalid_utf8(text), text.size());
    for (const char character : text.substr(0, broken)) {
      safe += static_cast<unsigned char>(character) < 0x20 || character == 0x7F ? '?' : character;
    }
    if (broken == text.size()) break;
    char code[8];
    std::snprintf(code, sizeof code, "\\x%02X", static_cast<unsigned>(static_cast<unsigned char>(text[broken])));
    safe += code;
    text.remove_prefix(broken + 1);
  }
  return safe;
}

void print_line(const std::string& line) {
  std::fprintf(stderr, "%s\n", printable(line).c_str());
}

}  // namespace

void remove_repeated(Diagnostics& diagnostics) {
  std::set<std::tuple<std::string, std::uint32_t, std::uint32_t, std::string>> seen;
  std::erase_if(diagnostics, [&seen](const Diagnostic& diagnostic) {
    return !seen.emplace(diagnostic.file, diagnostic.line, diagnostic.column, diagnostic.message).second;
  });
}

Counts print(const Diagnostics& diagnostics) {
  Counts counts;
  for (const Diagnostic& diagnostic : diagnostics) {
    print_line(format(diagnostic));
    counts.errors += diagnostic.severity == Severity::error;
    counts.warnings += diagnostic.severity == Severity::warning;
    counts.notes += diagnostic.severity == Severity::note;
  }
  return counts;
}

void print(const Error& error, bool with_remedy) {
  std::string line = (error.where.empty() ? "hubglass" : error.where) + ": error: " + error.message;
  if (with_remedy) line += std::string(". ") + error_remedy(error.code);
  print_line(line);
}

void print(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

std::string describe(const Counts& counts) {
  std::vector<std::string> parts;
  if (counts.errors > 0) parts.push_back(counted(counts.errors, "error", "errors"));
  if (counts.warnings > 0) parts.push_back(counted(counts.warnings, "warning", "warnings"));
  if (counts.notes > 0) parts.push_back(counted(counts.notes, "note", "notes"));
  std::string text = parts.empty() ? "nothing" : parts.front();
  for (std::size_t i = 1; i < parts.size(); ++i) text += (i + 1 == parts.size() ? " and " : ", ") + parts[i];
  return text;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string megabytes(std::uint64_t bytes) {
  char text[32];
  if (bytes < 1'000'000) {
    std::snprintf(text, sizeof text, "%.1f KB", static_cast<double>(bytes) / 1e3);
  } else {
    std::snprintf(text, sizeof text, "%.1f MB", static_cast<double>(bytes) / 1e6);
  }
  return text;
}

ProgressLine::ProgressLine() : terminal_(isatty(STDERR_FILENO) == 1) {}

void ProgressLine::show(std::string_view stage, std::size_t done, std::size_t total) {
  const auto now = std::chrono::steady_clock::now();
  if (now - start_ < std::chrono::seconds(1) || now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  if (terminal_) {
    std::fprintf(stderr, "\r\x1B[K%.*s: %zu of %zu", static_cast<int>(stage.size()), stage.data(), done, total);
    std::fflush(stderr);
    shown_ = true;
  } else if (stage != stage_) {
    stage_ = stage;
    std::fprintf(stderr, "%.*s: %zu of %zu\n", static_cast<int>(stage.size()), stage.data(), done, total);
  }
}

void ProgressLine::clear() {
  if (!shown_) return;
  std::fputs("\r\x1B[K", stderr);
  shown_ = false;
}

}  // namespace hubglass::cli
