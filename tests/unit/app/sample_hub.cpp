#include "unit/app/sample_hub.h"

#include "document/interface_icons.h"
#include "hub/compose.h"
#include "hub/edition.h"
#include "markdown/markdown.h"
#include "pack/write/write.h"

#include <vector>

namespace hubglass::tests {

namespace {

constexpr const char* home = R"(# A small ecosystem

What this hub is about, in one sentence with a [link to the long page](long.md).

<div class="grid cards" markdown>

-   :material-menu: **Data Spaces**

    Where data is shared under rules that hold.

    [View details](long.md)

-   :material-close: **Twins**

    Models of a city that answer questions.

    [View details](long.md)

</div>
)";

std::string long_page() {
  std::string text = "# The long page\n\n";
  for (int section = 1; section <= 12; ++section) {
    text += "## Section " + std::to_string(section) + "\n\n";
    for (int paragraph = 0; paragraph < 4; ++paragraph) {
      text +=
          "Paragraph " + std::to_string(section) + "." + std::to_string(paragraph) +
          " has a few sentences, so that it takes more than one line at every width that is tried here. It has [a link "
          "home](index.md) and **bold words**.\n\n";
    }
    if (section == 1) {
      text += "??? note \"More about it\"\n\n    Hidden until it is opened.\n\n    And a second paragraph.\n\n";
    }
  }
  return text;
}

}  // namespace

std::string sample_pack(std::string_view route) {
  hub::Hub original;
  original.title = "Sample hub";
  original.pages = {{.source = "index.md", .route = "", .title = "Home", .description = "Home."},
                    {.source = "long.md", .route = "long/", .title = "Long", .description = "Long."}};
  original.navigation = {{.title = "Home", .page = 0}, {.title = "Long", .page = 1}};
  original.languages = {
      {.code = "en", .name = "English"},
      {.code = "de", .name = "Deutsch", .title = "Drehscheibe", .pages = {{0, "index.de.md", "Anfang"}}}};
  for (const std::string_view name : document::interface_icons::all) {
    original.icons[std::string(name)] = {.width = 24, .height = 24, .path = "M4 4h16v16H4z"};
  }
  const hub::SplitRoute split = hub::split_route(original, route);
  const hub::Hub hub = hub::make_edition(original, split.language);
  const hub::Target target = hub::find_route(hub, split.route);
  document::Document page;
  if (!target.missing()) {
    const bool translated = hub::is_translated(hub, split.language, target) && split.language != 0;
    const std::string text = translated         ? "# Willkommen\n\nMehr [hier](long.md).\n"
                             : target.page == 0 ? home
                                                : long_page();
    page = markdown::parse(text, "page.md")->document;
    hub::resolve(page, original, target.page, nullptr);
  }
  return pack::write(hub::Composer(hub).compose(target, page));
}

}  // namespace hubglass::tests
