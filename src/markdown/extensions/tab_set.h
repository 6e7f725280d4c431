#pragma once

#include "markdown/extension.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace hubglass::markdown {

/// A content tab, as both of its spellings have it.
struct Tab {
  std::string_view label;  ///< Markdown, part of the scanned text
  Extent content;
  bool open = false;  ///< chosen at first
};

void write_tab_set(PageParser& page, const Passage& passage, const std::vector<Tab>& tabs);

/// Where the line begins that holds the byte before `at`.
std::size_t line_begin(std::string_view text, std::size_t at);

}  // namespace hubglass::markdown
