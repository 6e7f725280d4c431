#include "unit/app/sample_hub.h"

#include "hub/hub.h"
#include "document/interface_icons.h"
#include "pack/pack.h"

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

std::string sample_pack() {
  hub::Hub hub;
  hub.title = "Sample hub";
  hub.pages = {{.source = "index.md", .route = "", .title = "Home", .description = "Home."},
               {.source = "long.md", .route = "long/", .title = "Long", .description = "Long."},
               {.source = "broken.md", .route = "broken/", .title = "Broken", .description = "Broken."}};
  hub.navigation = {{.title = "Home", .page = 0}, {.title = "Long", .page = 1}, {.title = "Broken", .page = 2}};
  for (const std::string_view name : document::interface_icons::all) {
    hub.icons[std::string(name)] = {.width = 24, .height = 24, .path = "M4 4h16v16H4z"};
  }
  return pack::write(hub, {home, long_page(), "# Not UTF-8 \xFF\xFE\n"});
}

}  // namespace hubglass::tests
