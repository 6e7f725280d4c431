#include "hub/compose.h"
#include "hub/edition.h"
#include "hub/native/initiatives_json.h"
#include "hub/strings.h"
#include "unit/hub/sample_project.h"

#include <gmock/gmock.h>

namespace hubglass::test {
namespace {

using document::Document;
using document::Index;
using document::InlineKind;
using document::Role;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

constexpr const char* configuration = R"({
  "title": "Hub", "language": "en", "copyright": "Us.", "description": "A hub.",
  "nav": [{"title": "Start", "page": "index.md"}, {"title": "More", "children": [
    {"title": "Data", "page": "data.md"}, {"title": "About", "page": "sub/about.md"}]}],
  "clusters": [{"id": "data", "title": "Data", "page": "data.md"}],
  "labels": {"short_description": ["What it is"], "website": ["Website"], "topics": ["Topics"]},
  "languages": [
    {"code": "de", "title": "Drehscheibe", "nav": {"Start": "Anfang", "More": "Mehr"},
     "labels": {"short_description": ["Was es ist"], "topics": ["Themen"]}},
    {"code": "fr"}]
})";

void write_project(const SampleProject& sample) {
  sample.write("hub.json", configuration);
  sample.write("index.md", "# Welcome\n\n[Data](data.md#one) and [about](sub/about.md).\n");
  sample.write("index.de.md", "# Willkommen\n\nErste Worte. [Daten](data.md#one) und [über](sub/about.md).\n");
  sample.write("data.md", R"(# Data

Intro.

## One

Unlabelled words.

**What it is:** The first.

Words that go with it.

**Website:** [one.example](https://one.example)

**Topics:** A and B.

## Two

**What it is:** The second.

**Website:** [two.example](https://two.example)
)");
  sample.write("data.de.md", "# Daten\n\nEinleitung.\n\n## Eins {#one}\n\n**Was es ist:** Das erste.\n");
  sample.write("sub/about.md", "# About us\n\n## Who\n\nWords, [home](../index.md).\n");
}

/// Links of a Document as "href|text", each with the language it names.
std::vector<std::string> links(const Document& document) {
  std::vector<std::string> list;
  document::visit_blocks(document, 0, [&](Index block, int) {
    document::visit_inlines(document, document.blocks[block].first_inline, [&](Index i) {
      const document::Inline& node = document.inlines[i];
      if (node.kind != InlineKind::link) return;
      const document::Link& link = document.links[node.detail];
      std::string text =
          std::string(document.view(link.href)) + "|" + document::inline_text(document, node.first_child);
      if (!link.language.empty()) text += "|" + std::string(document.view(link.language));
      list.push_back(std::move(text));
    });
  });
  return list;
}

/// Texts of leaves, each behind the language that it is in.
std::vector<std::string> spoken(const Document& document, std::string_view otherwise) {
  std::vector<std::string> list;
  document::visit_blocks(document, 0, [&](Index index, int) {
    if (document.blocks[index].first_inline == document::none) return;
    std::string_view language = otherwise;
    for (Index around = index; around != document::none; around = document.blocks[around].parent) {
      if (document.blocks[around].language.empty()) continue;
      language = document.view(document.blocks[around].language);
      break;
    }
    list.push_back(std::string(language) + ": " + document::inline_text(document, document.blocks[index].first_inline));
  });
  return list;
}

TEST(Languages, AFileBySuffixIsATranslationAndNoPage) {
  SampleProject sample;
  write_project(sample);
  const hub::Project project = sample.read();
  EXPECT_TRUE(project.diagnostics.empty()) << all_findings(project.diagnostics);
  EXPECT_THAT(project.hub.pages, SizeIs(3));
  ASSERT_THAT(project.hub.languages, SizeIs(3));
  EXPECT_EQ(project.hub.languages[0].code, "en");
  EXPECT_EQ(project.hub.languages[0].name, "English");
  const hub::Language& german = project.hub.languages[1];
  EXPECT_EQ(german.name, "Deutsch");
  ASSERT_THAT(german.pages, SizeIs(2));
  EXPECT_LT(german.pages[0].page, german.pages[1].page);
  ASSERT_NE(hub::translation_of(project.hub, 1, 0), nullptr);
  EXPECT_EQ(hub::translation_of(project.hub, 1, 0)->source, "index.de.md");
  EXPECT_EQ(hub::translation_of(project.hub, 1, 0)->title, "Anfang");
  EXPECT_EQ(hub::translation_of(project.hub, 1, 0)->description, "Erste Worte. Daten und über.");
  EXPECT_THAT(german.navigation, ElementsAre("Anfang", "Mehr", "Daten", ""));
  EXPECT_THAT(german.clusters, ElementsAre("Daten"));
  ASSERT_THAT(german.initiatives, SizeIs(1));
  EXPECT_EQ(german.initiatives[0].name, "Eins");
  EXPECT_EQ(german.initiatives[0].summary, "Das erste.");
  EXPECT_THAT(project.translations, SizeIs(3));
  EXPECT_THAT(project.hub.languages[2].pages, SizeIs(0));
}

TEST(Languages, WithoutThemASuffixIsPartOfTheName) {
  SampleProject sample;
  sample.write("hub.json", R"({"title": "Hub"})");
  sample.write("index.md", "# One\n");
  sample.write("about.de.md", "# Zwei\n");
  const hub::Project project = sample.read();
  EXPECT_THAT(project.hub.languages, SizeIs(0));
  ASSERT_THAT(project.hub.pages, SizeIs(2));
  EXPECT_FALSE(hub::find_route(project.hub, "about.de/").missing());
  EXPECT_THAT(blocks_with_role(compose_route(project, "").header, Role::languages), SizeIs(0));
}

TEST(Languages, AnotherCodeIsPartOfTheNameToo) {
  SampleProject sample;
  write_project(sample);
  sample.write("index.it.md", "# Benvenuti\n");
  const hub::Project project = sample.read();
  EXPECT_FALSE(hub::find_route(project.hub, "index.it/").missing());
}

TEST(Languages, SaysWhatIsWrongWithThem) {
  SampleProject sample;
  write_project(sample);
  std::string text = configuration;
  text.replace(text.find(R"({"code": "fr"})"), 14,
               R"({"code": "fr", "nav": {"Strat": "Départ"}, "clusters": {"dota": "Données"}, "colour": "red"},
                  {"code": "fr"}, {"code": "d/e"}, {"name": "no code"}, {"code": "en", "name": "British English"})");
  sample.write("hub.json", text);
  sample.write("gone.de.md", "# Weg\n");
  sample.write("index.en.md", "# Own\n");
  sample.write("de/page.md", "# Page\n");
  sample.write("data.fr.md", "# Données\n\n## Trois\n\n## One\n\n## one {#one}\n");
  sample.write("index.fr.md", "# Bonjour\n\n[perdu](data.md#nowhere) [non](gone.md)\n");
  const hub::Project project = sample.read();
  const auto errors = [&](std::string_view part) { return count_findings(project.diagnostics, Severity::error, part); };
  const auto warnings = [&](std::string_view part) {
    return count_findings(project.diagnostics, Severity::warning, part);
  };
  const std::string all = all_findings(project.diagnostics);
  EXPECT_EQ(errors("'fr' is listed twice"), 1u) << all;
  EXPECT_EQ(errors("'d/e' is no code of a language"), 1u) << all;
  EXPECT_EQ(errors("\"languages\" must be a list of objects"), 1u) << all;
  EXPECT_EQ(errors("begins like those of the language 'de'"), 1u) << all;
  EXPECT_EQ(warnings("translation of gone.md"), 1u) << all;
  EXPECT_EQ(warnings("the hub's own language"), 1u) << all;
  EXPECT_EQ(warnings("'Strat', which is no title of the navigation"), 1u) << all;
  EXPECT_EQ(warnings("'dota', which is no cluster's id"), 1u) << all;
  EXPECT_EQ(warnings("the section 'Trois' is no initiative"), 1u) << all;
  EXPECT_EQ(warnings("the section 'one' is no initiative"), 1u) << all;
  EXPECT_EQ(warnings("'#nowhere'"), 1u) << all;
  EXPECT_EQ(warnings("'gone.md' leads nowhere"), 1u) << all;
  EXPECT_EQ(warnings("index.fr.md"), 2u) << all;
  EXPECT_EQ(count_findings(project.diagnostics, Severity::note, "\"colour\" is not known"), 1u) << all;
  EXPECT_EQ(project.hub.languages[0].name, "British English");
}

TEST(Languages, KnowsCodes) {
  for (const char* code : {"de", "fr", "pt-BR", "zh-Hant-TW", "ast", "de-1996"})
    EXPECT_TRUE(hub::is_language_code(code));
  for (const char* code : {"", "d", "german", "d/e", "de-", "-de", "de_AT", "..", "12", "de-toolongpart"}) {
    EXPECT_FALSE(hub::is_language_code(code)) << code;
  }
}

TEST(Languages, RoutesBeginWithTheLanguage) {
  SampleProject sample;
  write_project(sample);
  const hub::Hub hub = sample.read().hub;
  EXPECT_EQ(hub::split_route(hub, "de/data/").language, 1u);
  EXPECT_FALSE(hub::find_route(hub, hub::split_route(hub, "de/data/").route).missing());
  EXPECT_EQ(hub::split_route(hub, "/fr").language, 2u);
  EXPECT_EQ(hub::split_route(hub, "de#x").language, 1u);
  EXPECT_EQ(hub::split_route(hub, "details/").language, 0u);
  EXPECT_EQ(hub::split_route(hub, "en/").language, 0u);
  const hub::Target one = hub::find_route(hub, "data/one/");
  EXPECT_EQ(hub::route_in(hub, 0, one), "data/one/");
  EXPECT_EQ(hub::route_in(hub, 1, one), "de/data/one/");
  EXPECT_TRUE(hub::is_translated(hub, 1, one));
  EXPECT_FALSE(hub::is_translated(hub, 2, one));
  EXPECT_FALSE(hub::is_translated(hub, 1, hub::find_route(hub, "data/two/")));
  EXPECT_FALSE(hub::is_translated(hub, 1, hub::find_route(hub, "sub/about/")));
}

TEST(Languages, ATranslatedPageLeadsToPagesOfItsLanguage) {
  SampleProject sample;
  write_project(sample);
  const hub::Composed home = compose_route(sample.read(), "de/");
  EXPECT_EQ(home.route, "de/");
  EXPECT_EQ(home.title, "Anfang");
  EXPECT_EQ(home.text_language, "de");
  EXPECT_THAT(links(home.content), Contains("de/data/#one|Daten"));
  EXPECT_THAT(links(home.content), Contains("de/sub/about/|über"));
  EXPECT_THAT(links(home.header), Contains("de/|Drehscheibe"));
  EXPECT_THAT(links(home.navigation), Contains("de/data/|Daten"));
  EXPECT_THAT(blocks_with_role(home.content, Role::language_notice), SizeIs(0));
  EXPECT_THAT(spoken(home.content, "de"), Contains("de: Erstellt mit Hubglass"));
  EXPECT_THAT(spoken(home.content, "de"), Contains("en: Us."));
  EXPECT_THAT(spoken(home.navigation, "de"), Contains("en: About"));
  EXPECT_THAT(spoken(home.navigation, "de"), Contains("de: Mehr"));
}

TEST(Languages, TheSwitchLeadsToTheSamePageInEachLanguage) {
  SampleProject sample;
  write_project(sample);
  const hub::Project project = sample.read();
  const hub::Composed page = compose_route(project, "de/sub/about/");
  for (const Document* document : {&page.header, &page.navigation}) {
    EXPECT_THAT(links(*document), Contains("sub/about/|English|en"));
    EXPECT_THAT(links(*document), Contains("de/sub/about/|Deutsch|de"));
    EXPECT_THAT(links(*document), Contains("fr/sub/about/|Français|fr"));
  }
  std::vector<std::string> current;
  for (const document::Link& link : page.header.links) {
    if (link.current) current.emplace_back(page.header.view(link.language));
  }
  EXPECT_THAT(current, ElementsAre("de"));
  EXPECT_THAT(links(compose_route(project, "fr/no/such/").header), Contains("de/|Deutsch|de"));
  EXPECT_EQ(compose_route(project, "fr/no/such/").title, "Page introuvable");
}

TEST(Languages, APageWithoutATranslationShowsTheOriginalAndSaysSo) {
  SampleProject sample;
  write_project(sample);
  const hub::Composed page = compose_route(sample.read(), "de/sub/about/");
  EXPECT_EQ(page.text_language, "en");
  const Index main = blocks_with_role(page.content, Role::main).front();
  EXPECT_EQ(page.content.view(page.content.blocks[main].language), "en");
  const std::vector<std::string> texts = spoken(page.content, "de");
  EXPECT_THAT(texts, Contains("de: Diese Seite gibt es noch nicht auf Deutsch. Sie lesen das Original auf Englisch."));
  EXPECT_THAT(texts, Contains("en: About us"));
  EXPECT_THAT(texts, Contains("de: Startseite"));
  EXPECT_THAT(links(page.content), Contains("de/|home"));
  EXPECT_THAT(spoken(page.contents, "de"), ElementsAre("de: Auf dieser Seite", "en: Who"));
}

TEST(Languages, AClusterShowsAllItsInitiativesWhateverIsTranslated) {
  SampleProject sample;
  write_project(sample);
  const hub::Project project = sample.read();
  const hub::Composed page = compose_route(project, "de/data/");
  EXPECT_EQ(page.text_language, "de");
  const std::vector<std::string> texts = spoken(page.content, "de");
  EXPECT_THAT(texts, Contains("de: Eins"));
  EXPECT_THAT(texts, Contains("de: Das erste."));
  EXPECT_THAT(texts, Contains("en: Two"));
  EXPECT_THAT(texts, Contains("en: The second."));
  EXPECT_THAT(texts, Contains(HasSubstr("de:  Mehr über Two")));
  EXPECT_THAT(links(page.content), Contains(StartsWith("de/data/two/|")));
  // Without any section the cards come last.
  sample.write("data.de.md", "# Daten\n\nEinleitung.\n");
  EXPECT_THAT(spoken(compose_route(sample.read(), "de/data/").content, "de"), Contains("en: One"));
}

TEST(Languages, AnInitiativeTakesFromTheOriginalWhatItsTranslationLeavesOut) {
  SampleProject sample;
  write_project(sample);
  const hub::Project project = sample.read();
  const hub::Composed one = compose_route(project, "de/data/one/");
  EXPECT_EQ(one.title, "Eins");
  EXPECT_EQ(one.text_language, "de");
  const std::vector<std::string> texts = spoken(one.content, "de");
  EXPECT_THAT(texts, Contains("de: Eins"));
  EXPECT_THAT(texts, Contains("de: Was es ist"));
  EXPECT_THAT(texts, Contains("de: Das erste."));
  EXPECT_THAT(texts, Not(Contains(HasSubstr("The first."))));
  EXPECT_THAT(texts, Not(Contains(HasSubstr("Words that go with it."))));
  EXPECT_THAT(texts, Contains("en: Unlabelled words."));
  EXPECT_THAT(texts, Contains("de: Themen"));
  EXPECT_THAT(texts, Contains("en: A and B."));
  EXPECT_THAT(texts, Contains("en: Website"));
  EXPECT_THAT(texts, Contains("en: one.example"));
  EXPECT_THAT(texts, Contains("de: Teile dieser Seite gibt es noch nicht auf Deutsch. Sie stehen hier auf Englisch."));
  const hub::Composed two = compose_route(project, "de/data/two/");
  EXPECT_EQ(two.text_language, "en");
  EXPECT_THAT(spoken(two.content, "de"), Contains("en: The second."));
}

TEST(Languages, TheOriginalAndItsDataStayAsTheyWere) {
  SampleProject sample;
  write_project(sample);
  const hub::Project project = sample.read();
  const hub::Composed page = compose_route(project, "data/one/");
  EXPECT_EQ(page.route, "data/one/");
  for (const document::Block& block : page.content.blocks) EXPECT_TRUE(block.language.empty());
  EXPECT_THAT(hub::initiatives_json(project.hub), HasSubstr("\"name\": \"One\""));
  EXPECT_THAT(hub::initiatives_json(project.hub), Not(HasSubstr("Eins")));
}

TEST(Languages, WordsAreExplainedInTheLanguageOfTheText) {
  SampleProject sample;
  write_project(sample);
  std::string text = configuration;
  text.insert(1, R"("glossary": "words.md",)");
  sample.write("hub.json", text);
  sample.write("words.md", "# Words\n\n## Twin\n\nA model.\n");
  sample.write("words.de.md", "# Wörter\n\n## Zwilling\n\nEin Modell.\n");
  sample.write("index.de.md", "# Willkommen\n\nEin Zwilling.\n");
  sample.write("sub/about.md", "# About us\n\nA twin. Kein Zwilling.\n");
  const hub::Project project = sample.read();
  const auto explanations = [&](std::string_view route) {
    const Document content = compose_route(project, route).content;
    std::vector<std::string> list;
    for (const document::Inline& node : content.inlines) {
      if (node.kind == InlineKind::abbreviation) list.emplace_back(content.view(node.text2));
    }
    return list;
  };
  EXPECT_THAT(explanations("de/"), ElementsAre("Ein Modell."));
  EXPECT_THAT(explanations("de/sub/about/"), ElementsAre("A model."));
  EXPECT_THAT(explanations("sub/about/"), ElementsAre("A model."));
}

TEST(Languages, AnMkDocsProjectNamesThemInItsPlugin) {
  SampleProject sample;
  sample.write("mkdocs.yml", R"(site_name: Hub
nav:
  - Start: index.md
plugins:
  - search
  - i18n:
      docs_structure: suffix
      languages:
        - locale: en
          default: true
          name: English
        - locale: de
          name: Deutsch
          site_name: Drehscheibe
          nav_translations:
            Start: Anfang
)");
  sample.write("docs/index.md", "# Welcome\n");
  sample.write("docs/index.de.md", "# Willkommen\n");
  const hub::Project project = sample.read();
  ASSERT_THAT(project.hub.languages, SizeIs(2)) << all_findings(project.diagnostics);
  const hub::Composed home = compose_route(project, "de/");
  EXPECT_THAT(spoken(home.content, "de"), Contains("de: Willkommen"));
  EXPECT_THAT(links(home.navigation), Contains("de/|Anfang"));
  sample.write("mkdocs.yml", "site_name: Hub\nplugins:\n  - i18n:\n      docs_structure: folder\n");
  EXPECT_EQ(count_findings(sample.read().diagnostics, Severity::note, "use docs_structure: suffix"), 1u);
}

TEST(Languages, TheInterfaceSpeaksEveryLanguageWhole) {
  for (const char* code : {"en", "de", "fr"}) {
    const hub::Strings& strings = hub::strings_for(code);
    EXPECT_EQ(strings.language, code);
    for (const std::string_view pattern : {strings.one_initiative, strings.many_initiatives, strings.more_about,
                                           strings.licence, strings.content_version, strings.not_translated,
                                           strings.original_shown, strings.parts_not_translated, strings.parts_shown}) {
      EXPECT_NE(hub::fill(pattern, "*"), pattern) << code << ": " << pattern;
    }
    // A table of plain members: none may be left out.
    const auto* words = reinterpret_cast<const std::string_view*>(&strings);
    for (std::size_t i = 0; i < sizeof strings / sizeof *words; ++i) EXPECT_FALSE(words[i].empty()) << code << " " << i;
  }
}

}  // namespace
}  // namespace hubglass::test
