#include "markdown/extensions/extensions.h"
#include "markdown/scanner.h"

/// Constructs of the dialect that are not built yet: reported, and kept as the text they are. An extension that learns
/// one of them takes its lines before this one sees them.
namespace hubglass::markdown {

namespace {

bool find_unsupported(Scanner& scanner, const Line& line, Edit&) {
  const std::string_view text = scanner.view(line);
  if (text.starts_with("--8<--") || text.starts_with(";--8<--")) {
    scanner.report(Severity::warning, line.text, "unsupported construct: snippet, shown as text");
  }
  return false;
}

}  // namespace

const BlockExtension unsupported_extension{"-;", find_unsupported, nullptr};

}  // namespace hubglass::markdown
