#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace hubglass {

enum class Severity : std::uint8_t { note, warning, error };

/// One finding of `check` and `build`, printed as `file:line:column: severity: sentence`.
struct Diagnostic {
  Severity severity = Severity::warning;
  std::string file;
  std::uint32_t line = 0;    ///< 1-based; 0 when it concerns the whole file
  std::uint32_t column = 0;  ///< 1-based; 0 when unknown
  std::string message;
};

using Diagnostics = std::vector<Diagnostic>;

std::string format(const Diagnostic& diagnostic);

}  // namespace hubglass
