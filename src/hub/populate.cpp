#include "document/slug.h"
#include "hub/initiatives.h"
#include "hub/text.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <unordered_set>

namespace hubglass::hub {

namespace {

constexpr std::string_view page_ending = ".html";

using document::Document;
using document::InlineKind;
using document::LinkKind;

/// `known`: the addresses of `links`.
void collect_links(const Document& document, Index first_inline, std::unordered_set<std::string>& known,
                   std::vector<LinkRecord>& links) {
  document::visit_inlines(document, first_inline, [&](Index i) {
    const document::Inline& node = document.inlines[i];
    if (node.kind != InlineKind::link || node.detail == none) return;
    const document::Link& link = document.links[node.detail];
    const std::string_view href = document.view(link.href);
    if (link.kind == LinkKind::broken || href.empty()) return;
    if (!known.emplace(href).second) return;
    links.push_back(LinkRecord{collapse(document::inline_text(document, node.first_child)), std::string(href)});
  });
}

/// Blocks of a section, heading included.
template <typename Visit>
void visit_section(const Document& document, Index heading, const Visit& visit) {
  Index block = heading;
  do {
    document::visit_blocks(document, block, [&](Index index, int) { visit(index); });
    block = document.blocks[block].next;
  } while (block != none &&
           !(document.blocks[block].kind == document::BlockKind::heading && document.blocks[block].level <= 2));
}

/// A slug in which a full stop inside a name parts words ("CitCom.ai" -> "citcom-ai").
std::string route_slug(std::string name) {
  for (std::size_t i = 0; i + 1 < name.size(); ++i) {
    if (name[i] == '.' && is_word_character(name[i + 1])) name[i] = '-';
  }
  return document::slugify(name);
}

Index logo_asset(const HubIndex& index, const Document& document, const Section& section) {
  if (section.logo_inline == none) return none;
  const Index detail = document.inlines[section.logo_inline].detail;
  if (detail == none) return none;
  const auto found = index.assets_by_source.find(std::string(document.view(document.images[detail].source)));
  return found == index.assets_by_source.end() ? none : found->second;
}

std::string summary_of(const Document& document, const Section& section, const std::vector<Field>& fields) {
  for (const Field& field : fields) {
    if (field.key == "short_description" && !field.text.empty()) return first_sentences(field.text);
  }
  for (const Field& field : fields) {
    if (!field.text.empty()) return first_sentences(field.text);
  }
  for (const Piece& piece : section.body) {
    const document::Block& block = document.blocks[piece.block];
    if (block.kind != document::BlockKind::paragraph || piece.block == section.logo_block) continue;
    if (block.role != document::Role::none) continue;
    const std::string text = plain_text(document, piece);
    if (!trim(text).empty()) return first_sentences(text);
  }
  return {};
}

}  // namespace

void add_initiatives(Hub& hub, TakenNames& taken, Index cluster, const Document& document) {
  const Index page = hub.clusters[cluster].page;
  if (page >= hub.pages.size()) return;
  const std::vector<Section> sections = find_sections(document, hub.labels);
  std::string folder = hub.pages[page].route;
  if (folder.ends_with(page_ending)) folder.replace(folder.size() - page_ending.size(), page_ending.size(), "/");
  for (Index ordinal = 0; ordinal < sections.size(); ++ordinal) {
    const Section& section = sections[ordinal];
    Initiative initiative;
    initiative.cluster = cluster;
    initiative.section = ordinal;
    initiative.name = collapse(document::inline_text(document, document.blocks[section.heading].first_inline));
    std::string slug = route_slug(short_name(initiative.name));
    if (slug.empty()) slug = "initiative-" + std::to_string(ordinal + 1);
    initiative.id = slug;
    initiative.route = folder + initiative.id + "/";
    for (int suffix = 1; taken.ids.contains(initiative.id) || taken.routes.contains(initiative.route); ++suffix) {
      initiative.id = slug + "_" + std::to_string(suffix);
      initiative.route = folder + initiative.id + "/";
    }
    taken.ids.insert(initiative.id);
    for (const FieldPieces& field : section.fields) {
      initiative.fields.push_back(Field{field.key, field.label, plain_text(document, field.pieces)});
    }
    initiative.summary = summary_of(document, section, initiative.fields);
    hub.clusters[cluster].initiatives.push_back(static_cast<Index>(hub.initiatives.size()));
    hub.initiatives.push_back(std::move(initiative));
  }
}

void add_initiative_translations(Hub& hub, Index language, Index cluster, const Document& original,
                                 const Document& translated, Diagnostics& diagnostics) {
  std::unordered_map<std::string, Index> by_id;
  std::unordered_map<std::string, Index> by_name;
  const std::vector<Section> originals = find_sections(original, hub.labels);
  for (const Index i : hub.clusters[cluster].initiatives) {
    const Initiative& initiative = hub.initiatives[i];
    if (initiative.section >= originals.size()) continue;
    by_id.emplace(original.view(original.blocks[originals[initiative.section].heading].id), i);
    by_name.emplace(lower(initiative.name), i);
  }
  std::vector<InitiativeTranslation> found;
  std::unordered_set<Index> translated_already;
  const std::vector<Section> sections = find_sections(translated, hub.labels);
  for (Index ordinal = 0; ordinal < sections.size(); ++ordinal) {
    const Section& section = sections[ordinal];
    const document::Block& heading = translated.blocks[section.heading];
    InitiativeTranslation translation;
    translation.section = ordinal;
    translation.name = collapse(document::inline_text(translated, heading.first_inline));
    if (const auto same = by_id.find(std::string(translated.view(heading.id))); same != by_id.end()) {
      translation.initiative = same->second;
    } else if (const auto named = by_name.find(lower(translation.name)); named != by_name.end()) {
      translation.initiative = named->second;
    }
    const bool again = translated_already.contains(translation.initiative);
    if (translation.initiative == none || again) {
      diagnostics.push_back(
          Diagnostic{Severity::warning,
                     {},
                     heading.line,
                     1,
                     "the section '" + translation.name + "' is no initiative of the original page" +
                         (again && translation.initiative != none ? " that has none yet" : "") +
                         "; give it the same heading, or the original's id in braces, as in '## Name {#id}'"});
      continue;
    }
    std::vector<Field> fields;
    for (const FieldPieces& field : section.fields) {
      fields.push_back(Field{field.key, field.label, plain_text(translated, field.pieces)});
    }
    translation.summary = summary_of(translated, section, fields);
    translated_already.insert(translation.initiative);
    found.push_back(std::move(translation));
  }
  std::vector<InitiativeTranslation>& all = hub.languages[language].initiatives;
  all.insert(all.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  std::sort(all.begin(), all.end(),
            [](const InitiativeTranslation& a, const InitiativeTranslation& b) { return a.initiative < b.initiative; });
}

void complete_initiatives(Hub& hub, const HubIndex& index, Index cluster, const Document& document,
                          std::vector<std::string>& texts) {
  const std::vector<Section> sections = find_sections(document, hub.labels);
  for (const Index i : hub.clusters[cluster].initiatives) {
    Initiative& initiative = hub.initiatives[i];
    if (initiative.section >= sections.size()) continue;
    const Section& section = sections[initiative.section];
    initiative.logo = logo_asset(index, document, section);
    std::string text;
    std::unordered_set<std::string> known;
    for (const LinkRecord& link : initiative.links) known.insert(link.href);
    visit_section(document, section.heading, [&](Index block) {
      const document::Block& node = document.blocks[block];
      collect_links(document, node.first_inline, known, initiative.links);
      if (node.first_inline == none || block == section.heading) return;
      if (!text.empty()) text += '\n';
      text += document::inline_text(document, node.first_inline);
    });
    if (texts.size() <= i) texts.resize(i + 1u);
    texts[i] = std::move(text);
  }
}

}  // namespace hubglass::hub
