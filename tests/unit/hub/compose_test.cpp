#include "hub/compose.h"
#include "unit/hub/sample_project.h"

#include <gmock/gmock.h>

#include <set>

namespace hubglass::test {
namespace {

using document::BlockKind;
using document::Document;
using document::Index;
using document::Role;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

void write_project(const SampleProject& sample) {
  sample.write("hub.json", R"({
  "title": "Hub", "copyright": "Us, see https://example.org/c.", "licence": {"name": "CC BY 4.0", "url": "https://example.org/l"},
  "version": "1", "logo": "logo.svg",
  "nav": [{"title": "Start", "page": "index.md"}, {"title": "Clusters", "children": [
    {"title": "Data", "page": "data.md"}, {"title": "More", "page": "more.md"}]}, {"title": "About", "page": "about.md"}],
  "clusters": [{"id": "data", "title": "Data Spaces", "page": "data.md", "icon": "material-database", "colour": "ai"},
               {"id": "more", "title": "More", "page": "more.md", "icon": "material-earth"}],
  "labels": {"topics": ["Topics"]}
})");
  sample.write("logo.svg", "<svg/>");
  sample.write("one.png", "x");
  sample.write("index.md", R"(# Start here

<div class="grid cards" markdown>

-   :material-database:{ .lg } __Data__

    About data.

    [:octicons-arrow-right-24: View Details](data.md)

-   __More__

    [See more](more.md)

</div>
)");
  sample.write("data.md", R"(Intro words.

---

## One – the first

![Mark of One](one.png){ width="90" }
---

Unlabelled words.

**Short Description:** One is first.

It has two paragraphs and speaks of Three.

**Key role in the LDT Ecosystem:**
- a
- b

**Key Assets and Resources:**
[[Toolbox](https://tools.example.org/x), [Other](https://www.other.example)]

**Webpage / Reference Link:** [https://one.example](https://one.example)

**Topics:** A, B.

**Main contact point:**

## Initiatives

Short words.
)");
  sample.write("more.md", "# More\n\n## Three\n\nText.\n");
  sample.write("about.md", "# About\n\n#### Deep\n\n# Again\n\nText\n");
}

std::string text_of(const Document& document, Role role) {
  const std::vector<Index> blocks = blocks_with_role(document, role);
  return blocks.empty() ? std::string() : document::plain_text(document, blocks.front());
}

/// What must hold on every page, whatever is on it.
void expect_sound(const hub::Composed& composed, const std::string& route) {
  const Document& content = composed.content;
  std::set<std::string> ids;
  int level = 0;
  int titles = 0;
  document::visit_blocks(content, 0, [&](Index index, int) {
    const document::Block& block = content.blocks[index];
    if (!block.id.empty()) {
      EXPECT_TRUE(ids.emplace(content.view(block.id)).second) << route << " repeats " << content.view(block.id);
    }
    if (block.kind != BlockKind::heading) return;
    titles += block.level == 1;
    EXPECT_LE(block.level, level + 1) << route;
    level = block.level;
  });
  EXPECT_EQ(titles, 1) << route;
  int current = 0;
  for (const document::Link& link : composed.navigation.links) current += link.current;
  EXPECT_LE(current, 1) << route;
  for (const document::Link& link : composed.contents.links) {
    ASSERT_GT(link.heading, 0u);
    const document::Block& heading = content.blocks[link.heading - 1];
    EXPECT_EQ(heading.kind, BlockKind::heading);
    EXPECT_TRUE(composed.contents.view(link.href).ends_with("#" + std::string(content.view(heading.id)))) << route;
  }
  EXPECT_EQ(blocks_with_role(content, Role::main).size(), 1u) << route;
  EXPECT_EQ(blocks_with_role(content, Role::footer).size(), 1u) << route;
}

TEST(Compose, EveryRouteIsSound) {
  SampleProject sample;
  write_project(sample);
  const hub::Project project = sample.read();
  EXPECT_EQ(count_findings(project.diagnostics, Severity::error, ""), 0u) << all_findings(project.diagnostics);
  for (const char* route :
       {"", "data/", "more/", "about/", "data/one/", "data/initiatives/", "more/three/", "nowhere/"}) {
    expect_sound(compose_route(project, route), route);
  }
}

TEST(Compose, HomeCardsShowTheirClusters) {
  SampleProject sample;
  write_project(sample);
  const hub::Composed home = compose_route(sample.read(), "");
  const Document& content = home.content;
  EXPECT_TRUE(blocks_with_role(content, Role::breadcrumb).empty());
  const std::vector<Index> cards = blocks_with_role(content, Role::card);
  ASSERT_EQ(cards.size(), 2u);
  EXPECT_EQ(content.blocks[cards[0]].accent, 2);
  EXPECT_THAT(document::plain_text(content, cards[0]), HasSubstr("About data.\n2 initiatives\n"));
  EXPECT_THAT(document::plain_text(content, cards[0]), HasSubstr("View Details"));
  EXPECT_THAT(document::plain_text(content, cards[1]), HasSubstr("1 initiative"));
  EXPECT_EQ(blocks_with_role(content, Role::card_icon).size(), 2u) << "a card without an icon gets its cluster's";
  EXPECT_EQ(text_of(content, Role::pager_next), "Next  Data");
}

TEST(Compose, ClusterShowsCardsThenItsText) {
  SampleProject sample;
  write_project(sample);
  const hub::Composed cluster = compose_route(sample.read(), "data/");
  EXPECT_EQ(cluster.title, "Data");
  EXPECT_EQ(cluster.accent, 2);
  EXPECT_THAT(headings(cluster.content), ElementsAre("1 Data", "2 Initiatives", "2 One – the first", "2 Initiatives"));
  const std::vector<Index> cards = blocks_with_role(cluster.content, Role::card);
  ASSERT_EQ(cards.size(), 2u);
  const std::string card = document::plain_text(cluster.content, cards[0]);
  EXPECT_EQ(card, "One – the first\nOne is first.\n More about One");
  EXPECT_EQ(document::plain_text(cluster.content, blocks_with_role(cluster.content, Role::mark)[1]), "In");
  EXPECT_THAT(text_of(cluster.content, Role::breadcrumb), HasSubstr("Home"));
  EXPECT_THAT(text_of(cluster.content, Role::breadcrumb), HasSubstr("Clusters"));
  const std::string navigation = document::plain_text(cluster.navigation, 0);
  EXPECT_EQ(navigation, "Start\nClusters\nData\nOne\nInitiatives\nMore\nAbout")
      << "only the open cluster lists its own";
}

TEST(Compose, InitiativeShowsFactsAndSections) {
  SampleProject sample;
  write_project(sample);
  const hub::Composed one = compose_route(sample.read(), "data/one/");
  const Document& content = one.content;
  EXPECT_EQ(one.title, "One – the first");
  EXPECT_EQ(one.description, "One is first.");
  EXPECT_THAT(headings(content), ElementsAre("1 One – the first", "2 Short Description",
                                             "2 Key role in the LDT Ecosystem", "2 Related initiatives"));
  const std::vector<Index> facts = blocks_with_role(content, Role::fact);
  ASSERT_EQ(facts.size(), 4u);
  EXPECT_EQ(document::plain_text(content, facts[0]), "Webpage / Reference Link\nhttps://one.example");
  EXPECT_EQ(document::plain_text(content, facts[1]), "Main contact point\nNot stated.");
  EXPECT_EQ(document::plain_text(content, facts[2]),
            "Key Assets and Resources\nToolbox tools.example.org\nOther other.example");
  EXPECT_EQ(document::plain_text(content, facts[3]), "Topics\nA, B.");
  EXPECT_EQ(text_of(content, Role::chip), "Data Spaces");
  EXPECT_EQ(text_of(content, Role::mark), "Mark of One");
  const std::string text = document::plain_text(content, 0);
  EXPECT_THAT(text, HasSubstr("Unlabelled words."));
  EXPECT_THAT(text, HasSubstr("It has two paragraphs"));
  EXPECT_EQ(text_of(content, Role::pager_next), "Next  Initiatives");
  std::string current;
  for (const document::Inline& node : one.navigation.inlines) {
    if (node.kind != document::InlineKind::link || !one.navigation.links[node.detail].current) continue;
    current += document::inline_text(one.navigation, node.first_child);
  }
  EXPECT_EQ(current, "One");
}

TEST(Compose, FooterLinksAddressesAndLicence) {
  SampleProject sample;
  write_project(sample);
  const hub::Composed home = compose_route(sample.read(), "");
  EXPECT_EQ(text_of(home.content, Role::footer),
            "Us, see https://example.org/c.\nLicence: CC BY 4.0\nContent version 1\nMade with Hubglass\nPlain "
            "page\nKeyboard shortcuts");
  std::set<std::string> addresses;
  for (const document::Link& link : home.content.links) addresses.emplace(home.content.view(link.href));
  EXPECT_TRUE(addresses.contains("https://example.org/c"));
  EXPECT_TRUE(addresses.contains("https://example.org/l"));
}

TEST(Compose, HeaderHasBrandAndNamedControls) {
  SampleProject sample;
  write_project(sample);
  const hub::Composed home = compose_route(sample.read(), "");
  const std::vector<Index> controls = blocks_with_role(home.header, Role::control);
  ASSERT_EQ(controls.size(), 2u);
  EXPECT_EQ(document::plain_text(home.header, controls[0]), "Theme: automatic");
  EXPECT_EQ(document::plain_text(home.header, controls[1]), "Open navigation");
  EXPECT_EQ(text_of(home.header, Role::brand), "Hub");
  EXPECT_EQ(home.header.images.size(), 1u);
}

TEST(Compose, MissingRouteSaysWhatToDo) {
  SampleProject sample;
  write_project(sample);
  const hub::Composed missing = compose_route(sample.read(), "no/such/");
  EXPECT_TRUE(missing.target.missing());
  EXPECT_EQ(missing.title, "Page not found");
  ASSERT_EQ(blocks_with_role(missing.content, Role::notice).size(), 1u);
  EXPECT_THAT(text_of(missing.content, Role::notice), HasSubstr("Go to the start page\nData Spaces\nMore"));
}

TEST(Compose, EmptyHubDoesNotCrash) {
  const hub::Hub hub;
  const hub::Composed composed = hub::Composer(hub).compose(hub::Target{}, Document{});
  EXPECT_THAT(document::plain_text(composed.content, 0), HasSubstr("Page not found"));
  EXPECT_THAT(document::plain_text(composed.content, 0), Not(HasSubstr("Go to")));
}

}  // namespace
}  // namespace hubglass::test
