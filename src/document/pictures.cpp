#include "document/pictures.h"

namespace hubglass::document {

std::string plain_picture(std::string_view file) {
  constexpr std::string_view dense = ".2x";
  const std::size_t ending = file.find_last_of('.');
  if (ending == std::string_view::npos || !file.substr(0, ending).ends_with(dense)) {
    return {};
  }
  std::string plain(file);
  plain[ending - 2] = '1';
  return plain;
}

}  // namespace hubglass::document
