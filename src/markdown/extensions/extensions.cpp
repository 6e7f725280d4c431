#include "markdown/extensions/extensions.h"

#include <array>

namespace hubglass::markdown {

std::span<const BlockExtension> block_extensions() {
  // The first that finds itself on a line takes it.
  static const std::array all = {
      comment_extension,        admonition_extension,   details_extension,
      html_container_extension, abbreviation_extension, unsupported_extension,
  };
  return all;
}

}  // namespace hubglass::markdown
