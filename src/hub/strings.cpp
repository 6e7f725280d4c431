#include "hub/strings.h"

#include <array>

namespace hubglass::hub {

namespace {

constexpr std::array<Strings, 3> table = {{
    {
        .language = "en",
        .skip = "Skip to the content",
        .navigation = "Main",
        .breadcrumb = "Breadcrumb",
        .pager = "Previous and next page",
        .facts = "Facts",
        .languages = "Language",
        .task_open = "To do",
        .task_done = "Done",
        .leads_out = "Leads to another site",
        .home = "Home",
        .open_navigation = "Open navigation",
        .theme_automatic = "Theme: automatic",
        .theme_light = "Theme: light",
        .theme_dark = "Theme: dark",
        .on_this_page = "On this page",
        .initiatives = "Initiatives",
        .one_initiative = "{count} initiative",
        .many_initiatives = "{count} initiatives",
        .more_pages = "{count} more",
        .more_about = "More about {name}",
        .related_initiatives = "Related initiatives",
        .previous = "Previous",
        .next = "Next",
        .not_stated = "Not stated.",
        .licence = "Licence: {name}",
        .content_version = "Content version {version}",
        .made_with = "Made with Hubglass",
        .plain_page = "Plain page",
        .shortcuts = "Keyboard shortcuts\n"
                     "Show this list\n"
                     "Next page\n"
                     "Previous page\n"
                     "Light, dark or automatic\n"
                     "Plain page on or off\n"
                     "Use these shortcuts\n"
                     "Close",
        .missing_title = "Page not found",
        .missing_what = "There is no page at this address. It may have moved, or the address may have a slip in it.",
        .missing_works = "The rest of the hub is here, and the navigation leads to all of it.",
        .missing_to_do = "You can go on from here:",
        .missing_home = "Go to the start page",
        .unreadable_title = "This page cannot be shown",
        .not_translated = "This page is not available in {language} yet.",
        .original_shown = "You are reading the original in {language}.",
        .parts_not_translated = "Parts of this page are not available in {language} yet.",
        .parts_shown = "They are shown in {language}.",
        .english = "English",
        .german = "German",
        .french = "French",
    },
    {
        .language = "de",
        .skip = "Zum Inhalt springen",
        .navigation = "Hauptnavigation",
        .breadcrumb = "Sie sind hier",
        .pager = "Vorige und nächste Seite",
        .facts = "Daten und Fakten",
        .languages = "Sprache",
        .task_open = "Zu tun",
        .task_done = "Erledigt",
        .leads_out = "Führt zu einer anderen Website",
        .home = "Startseite",
        .open_navigation = "Navigation öffnen",
        .theme_automatic = "Farbschema: automatisch",
        .theme_light = "Farbschema: hell",
        .theme_dark = "Farbschema: dunkel",
        .on_this_page = "Auf dieser Seite",
        .initiatives = "Initiativen",
        .one_initiative = "{count} Initiative",
        .many_initiatives = "{count} Initiativen",
        .more_pages = "{count} weitere",
        .more_about = "Mehr über {name}",
        .related_initiatives = "Verwandte Initiativen",
        .previous = "Zurück",
        .next = "Weiter",
        .not_stated = "Keine Angabe.",
        .licence = "Lizenz: {name}",
        .content_version = "Inhalte: Version {version}",
        .made_with = "Erstellt mit Hubglass",
        .plain_page = "Einfache Seite",
        .shortcuts = "Tastaturkürzel\n"
                     "Diese Liste zeigen\n"
                     "Nächste Seite\n"
                     "Vorige Seite\n"
                     "Hell, dunkel oder automatisch\n"
                     "Einfache Seite ein oder aus\n"
                     "Diese Kürzel verwenden\n"
                     "Schließen",
        .missing_title = "Seite nicht gefunden",
        .missing_what = "Unter dieser Adresse gibt es keine Seite. Vielleicht ist sie umgezogen, oder in der Adresse "
                        "steckt ein Tippfehler.",
        .missing_works = "Alles andere ist da, und die Navigation führt zu jeder Seite.",
        .missing_to_do = "Von hier aus kommen Sie weiter:",
        .missing_home = "Zur Startseite",
        .unreadable_title = "Diese Seite lässt sich nicht anzeigen",
        .not_translated = "Diese Seite gibt es noch nicht auf {language}.",
        .original_shown = "Sie lesen das Original auf {language}.",
        .parts_not_translated = "Teile dieser Seite gibt es noch nicht auf {language}.",
        .parts_shown = "Sie stehen hier auf {language}.",
        .english = "Englisch",
        .german = "Deutsch",
        .french = "Französisch",
    },
    {
        .language = "fr",
        .skip = "Aller au contenu",
        .navigation = "Navigation principale",
        .breadcrumb = "Fil d’Ariane",
        .pager = "Page précédente et page suivante",
        .facts = "En bref",
        .languages = "Langue",
        .task_open = "À faire",
        .task_done = "Fait",
        .leads_out = "Mène à un autre site",
        .home = "Accueil",
        .open_navigation = "Ouvrir la navigation",
        .theme_automatic = "Thème : automatique",
        .theme_light = "Thème : clair",
        .theme_dark = "Thème : sombre",
        .on_this_page = "Sur cette page",
        .initiatives = "Initiatives",
        .one_initiative = "{count} initiative",
        .many_initiatives = "{count} initiatives",
        .more_pages = "{count} de plus",
        .more_about = "En savoir plus sur {name}",
        .related_initiatives = "Initiatives liées",
        .previous = "Précédent",
        .next = "Suivant",
        .not_stated = "Non précisé.",
        .licence = "Licence : {name}",
        .content_version = "Version du contenu : {version}",
        .made_with = "Réalisé avec Hubglass",
        .plain_page = "Page simple",
        .shortcuts = "Raccourcis clavier\n"
                     "Afficher cette liste\n"
                     "Page suivante\n"
                     "Page précédente\n"
                     "Clair, sombre ou automatique\n"
                     "Page simple : oui ou non\n"
                     "Utiliser ces raccourcis\n"
                     "Fermer",
        .missing_title = "Page introuvable",
        .missing_what = "Il n’y a pas de page à cette adresse. Elle a peut-être été déplacée, ou l’adresse contient "
                        "une faute de frappe.",
        .missing_works = "Le reste du site est là, et la navigation mène à toutes les pages.",
        .missing_to_do = "Vous pouvez continuer ici :",
        .missing_home = "Aller à la page d’accueil",
        .unreadable_title = "Cette page ne peut pas être affichée",
        .not_translated = "Cette page n’existe pas encore en {language}.",
        .original_shown = "Vous lisez l’original en {language}.",
        .parts_not_translated = "Certaines parties de cette page n’existent pas encore en {language}.",
        .parts_shown = "Elles sont affichées en {language}.",
        .english = "anglais",
        .german = "allemand",
        .french = "français",
    },
}};

std::string_view primary_of(std::string_view language) {
  return language.substr(0, language.find_first_of("-_"));
}

}  // namespace

const Strings& strings_for(std::string_view language) {
  const std::string_view primary = primary_of(language);
  for (const Strings& strings : table) {
    if (strings.language == primary) return strings;
  }
  return table.front();
}

document::Labels labels_in(std::string_view language) {
  const Strings& strings = strings_for(language);
  return {.skip = std::string(strings.skip),
          .navigation = std::string(strings.navigation),
          .contents = std::string(strings.on_this_page),
          .breadcrumb = std::string(strings.breadcrumb),
          .pager = std::string(strings.pager),
          .facts = std::string(strings.facts),
          .languages = std::string(strings.languages),
          .task_open = std::string(strings.task_open),
          .task_done = std::string(strings.task_done),
          .leads_out = std::string(strings.leads_out),
          .unreadable = std::string(strings.unreadable_title)};
}

std::string_view language_name(const Strings& strings, std::string_view language, std::string_view own_name) {
  const std::string_view primary = primary_of(language);
  if (primary == "en") return strings.english;
  if (primary == "de") return strings.german;
  if (primary == "fr") return strings.french;
  return own_name;
}

std::string fill(std::string_view pattern, std::string_view value) {
  const std::size_t open = pattern.find('{');
  const std::size_t close = pattern.find('}', open == std::string_view::npos ? 0 : open);
  if (open == std::string_view::npos || close == std::string_view::npos) return std::string(pattern);
  std::string filled(pattern.substr(0, open));
  filled += value;
  filled += pattern.substr(close + 1);
  return filled;
}

std::string initiative_count(const Strings& strings, std::size_t count) {
  return fill(count == 1 ? strings.one_initiative : strings.many_initiatives, std::to_string(count));
}

}  // namespace hubglass::hub
