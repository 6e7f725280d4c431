#include "html/html.h"
#include "hub/strings.h"

namespace hubglass::html {

Labels labels_in(std::string_view language) {
  const hub::Strings& strings = hub::strings_for(language);
  return {.skip = strings.skip,
          .navigation = strings.navigation,
          .contents = strings.on_this_page,
          .breadcrumb = strings.breadcrumb,
          .pager = strings.pager,
          .facts = strings.facts,
          .languages = strings.languages,
          .task_open = strings.task_open,
          .task_done = strings.task_done,
          .leads_out = strings.leads_out};
}

}  // namespace hubglass::html
