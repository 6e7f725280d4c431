#include "document/diagnostic.h"

namespace hubglass {

namespace {

const char* severity_name(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "error";
}

}  // namespace

std::string format(const Diagnostic& diagnostic) {
  std::string result = diagnostic.file;
  if (diagnostic.line != 0) {
    result += ':';
    result += std::to_string(diagnostic.line);
    if (diagnostic.column != 0) {
      result += ':';
      result += std::to_string(diagnostic.column);
    }
  }
  if (!result.empty()) result += ": ";
  result += severity_name(diagnostic.severity);
  result += ": ";
  result += diagnostic.message;
  return result;
}

}  // namespace hubglass
