#include "markdown/extensions/extensions.h"

#include <array>

namespace hubglass::markdown {

std::span<const BlockExtension> block_extensions() {
  // The first that finds itself on a line takes it.
  static const std::array all = {
      comment_extension,         admonition_extension,   details_extension,      html_container_extension,
      indented_html_extension,   abbreviation_extension, footnote_extension,     reference_extension,
      definition_list_extension, tabs_extension,         fenced_block_extension, outline_extension,
      unsupported_extension,
  };
  return all;
}

}  // namespace hubglass::markdown
