#include "hub/native/pages.h"

#include "document/budgets.h"
#include "hub/address.h"
#include "hub/index.h"
#include "hub/initiatives.h"
#include "hub/native/page_words.h"
#include "hub/text.h"
#include "markdown/markdown.h"
#include "text/address.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace hubglass::hub {

namespace {

std::string_view stem_of(std::string_view source) {
  const std::size_t slash = source.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? source : source.substr(slash + 1);
  return name.substr(0, name.rfind('.'));
}

bool is_index_stem(std::string_view stem) {
  return stem == "index" || stem == "README";
}

void collect_pages(const std::vector<NavigationItem>& items, std::vector<Index>& pages) {
  for (const NavigationItem& item : items) {
    if (item.page != none) pages.push_back(item.page);
    collect_pages(item.children, pages);
  }
}

}  // namespace

std::string first_title(const document::Document& document) {
  for (const document::Block& block : document.blocks) {
    if (block.kind == document::BlockKind::heading && block.level == 1) {
      return collapse(document::inline_text(document, block.first_inline));
    }
  }
  return {};
}

std::string first_description(const document::Document& document) {
  for (Index block = document.blocks[0].first_child; block != none; block = document.blocks[block].next) {
    const document::Block& node = document.blocks[block];
    if (node.kind != document::BlockKind::paragraph || node.role != document::Role::none) continue;
    std::string text = first_sentences(document::inline_text(document, node.first_inline));
    if (!text.empty()) return text;
  }
  return {};
}

std::string route_of_source(std::string_view source, bool directory_urls) {
  const std::string folder(folder_of(source));
  const std::string_view stem = stem_of(source);
  if (is_index_stem(stem)) return folder.empty() ? folder : folder + "/";
  return (folder.empty() ? folder : folder + "/") + std::string(stem) + (directory_urls ? "/" : ".html");
}

std::string title_of_name(std::string_view name) {
  std::string title(name);
  std::replace(title.begin(), title.end(), '-', ' ');
  std::replace(title.begin(), title.end(), '_', ' ');
  const bool all_lower = std::none_of(title.begin(), title.end(), is_upper);
  if (all_lower && !title.empty() && title.front() >= 'a' && title.front() <= 'z') {
    title.front() = static_cast<char>(title.front() - 'a' + 'A');
  }
  return title;
}

namespace {

void append_flat(std::vector<NavigationItem>& flat, NavigationItem&& item) {
  std::vector<NavigationItem> children = std::move(item.children);
  item.children.clear();
  flat.push_back(std::move(item));
  for (NavigationItem& child : children) append_flat(flat, std::move(child));
}

/// Brings what lies deeper than a navigation shows into its last level, in the same order.
void flatten(std::vector<NavigationItem>& items, int level) {
  if (level < budgets::navigation_levels) {
    for (NavigationItem& item : items) flatten(item.children, level + 1);
    return;
  }
  std::vector<NavigationItem> flat;
  for (NavigationItem& item : items) append_flat(flat, std::move(item));
  items = std::move(flat);
}

}  // namespace

void PageReader::report(Severity severity, const std::string& file, std::uint32_t line, std::uint32_t column,
                        std::string message) {
  project_.diagnostics.push_back(Diagnostic{severity, file, line, column, std::move(message)});
}

void PageReader::read(const std::vector<std::string>& sources,
                      const std::function<void(std::size_t done, std::size_t total)>& progress) {
  const std::vector<bool> hidden = hidden_by_others(sources);
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (!hidden[i] && !note_translation(sources[i])) read_page(sources[i]);
    if (progress) progress(i + 1, sources.size());
  }
  if (project_.hub.pages.empty()) {
    report(Severity::error, folder_.path(), 0, 0,
           "there is no Markdown file in this folder; a hub needs at least index.md");
  } else if (project_.hub.pages.end() == std::find_if(project_.hub.pages.begin(), project_.hub.pages.end(),
                                                      [](const Page& page) { return page.route.empty(); })) {
    if (project_.is_mkdocs) {
      add_start_page();
    } else {
      report(Severity::error, folder_.full("index.md"), 0, 0, "the hub has no start page; write index.md");
    }
  }
  check_routes();
  read_translations();
  if (configuration_.has_navigation) {
    read_navigation();
  } else {
    add_navigation_from_files();
  }
  flatten(project_.hub.navigation, 1);
  set_titles();
  title_translations();
}

markdown::Options PageReader::markdown_options() const {
  markdown::Options options;
  options.extensions = configuration_.extensions;
  options.extensions.repository = configuration_.repository;
  return options;
}

PageReader::Text PageReader::read_text(const std::string& source) {
  const std::string path = folder_.full(source);
  Text result;
  auto& [text, document, front_matter] = result;
  if (auto read = read_file(path, budgets::page_bytes)) {
    text = std::move(*read);
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    front_matter = read_front_matter(text);
    // Line ends in its place, so that places in the page stay what they are.
    const std::string_view head = std::string_view(text).substr(0, front_matter.size);
    const auto lines = static_cast<std::size_t>(std::count(head.begin(), head.end(), '\n'));
    text.replace(0, head.size(), lines, '\n');
    if (!front_matter.problem.empty())
      report(Severity::warning, path, front_matter.line, front_matter.column, front_matter.problem);
    if (front_matter.draft) return result;
    if (auto parsed = markdown::parse(text, path, markdown_options())) {
      document = std::move(parsed->document);
      std::move(parsed->diagnostics.begin(), parsed->diagnostics.end(), std::back_inserter(project_.diagnostics));
    } else {
      const Error& error = parsed.error();
      project_.diagnostics.push_back(Diagnostic{Severity::error, error.where.empty() ? path : error.where, 0, 0,
                                                error.message + ". " + error_remedy(error.code)});
    }
  } else {
    const std::string& message = read.error().message;
    report(Severity::error, path, 0, 0, message + ". " + error_remedy(read.error().code));
  }
  return result;
}

/// Of two pages with one address ("a.md", "a/index.md"), MkDocs shows the last.
std::vector<bool> PageReader::hidden_by_others(const std::vector<std::string>& sources) {
  std::vector<bool> hidden(sources.size(), false);
  if (!project_.is_mkdocs) return hidden;
  std::unordered_map<std::string, std::size_t> last;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const auto [found, added] = last.try_emplace(route_of_source(sources[i], configuration_.directory_urls), i);
    if (added) continue;
    report(Severity::warning, folder_.full(sources[found->second]), 0, 0,
           "this page is left out, because " + sources[i] + " has the same address; rename one of them");
    hidden[found->second] = true;
    found->second = i;
  }
  return hidden;
}

/// Visitors of the hub's address must find something.
void PageReader::add_start_page() {
  constexpr const char* source = "index.md";
  if (!project_.files.contains("index.html")) {
    report(Severity::warning, folder_.full(source), 0, 0,
           "the hub has no start page, so it is given one with nothing but its title; write index.md");
  }
  Text made;
  made.text = "# ";
  for (const char character : collapse(project_.hub.title)) {
    if (static_cast<unsigned char>(character) < 0x80 && !is_word_character(character) && character != ' ') {
      made.text += '\\';
    }
    made.text += character;
  }
  made.text += '\n';
  if (auto parsed = markdown::parse(made.text, source)) made.document = std::move(parsed->document);
  project_.start_page_is_made = true;
  add_page(source, std::move(made));
}

void PageReader::read_page(const std::string& source) {
  Text content = read_text(source);
  if (content.front_matter.draft) {
    project_.excluded.insert(source);
  } else {
    add_page(source, std::move(content));
  }
}

void PageReader::add_page(const std::string& source, Text&& content) {
  auto& [text, document, front_matter] = content;
  Page page;
  page.route = route_of_source(source, configuration_.directory_urls);
  page.source = source;
  page.description = front_matter.description;
  by_source_.emplace(source, static_cast<Index>(project_.hub.pages.size()));
  given_titles_.push_back(std::move(front_matter.title));
  project_.hub.pages.push_back(std::move(page));
  project_.page_texts.push_back(std::move(text));
  project_.documents.push_back(std::move(document));
}

void PageReader::check_routes() {
  std::unordered_map<std::string_view, Index> taken;
  for (Index page = 0; page < project_.hub.pages.size(); ++page) {
    const Page& here = project_.hub.pages[page];
    for (Index language = 1; language < project_.hub.languages.size(); ++language) {
      if (!here.route.starts_with(project_.hub.languages[language].code + "/")) continue;
      report(Severity::error, folder_.full(here.source), 0, 0,
             "this page's address begins like those of the language '" + project_.hub.languages[language].code +
                 "'; rename its file or folder");
    }
    const auto [found, added] = taken.emplace(here.route, page);
    if (added) continue;
    report(Severity::error, folder_.full(here.source), 0, 0,
           "this page has the same address as " + project_.hub.pages[found->second].source + "; rename one of them");
  }
}

Index PageReader::find(std::string_view source) const {
  const auto found = by_source_.find(std::string(source));
  return found == by_source_.end() ? none : found->second;
}

void PageReader::read_navigation() {
  titled_.assign(project_.hub.pages.size(), false);
  NavigationItem root;
  add_items(configuration_.navigation, root, false);
  project_.hub.navigation = std::move(root.children);
  std::vector<bool> reached(project_.hub.pages.size(), false);
  std::vector<Index> listed;
  collect_pages(project_.hub.navigation, listed);
  for (const Index page : listed) reached[page] = true;
  for (Index page = 0; page < reached.size(); ++page) {
    if (reached[page] || configuration_.not_in_nav.ignore(project_.hub.pages[page].source)) continue;
    report(
        Severity::warning, folder_.full(project_.hub.pages[page].source), 0, 0,
        "page not in the navigation; it is built all the same, but add it to 'nav' in " + project_.configuration_file);
  }
}

/// Adds what is published of `entries`.
void PageReader::add_items(const std::vector<NavigationEntry>& entries, NavigationItem& parent, bool is_section) {
  for (const NavigationEntry& entry : entries) {
    if (!entry.page.value.empty() && project_.excluded.contains(entry.page.value)) {
      report(Severity::note, project_.configuration_file, entry.page.line, entry.page.column,
             "the navigation names the page '" + entry.page.value +
                 "', which is not published, so it is left out there, too");
      continue;
    }
    NavigationItem item = navigation_item(entry);
    if (item.page == none && item.href.empty() && item.children.empty()) continue;
    // A section's index page, untitled and first, is the section's own page.
    const bool is_index = entry.title.empty() && item.page != none && item.children.empty() &&
                          is_index_stem(stem_of(project_.hub.pages[item.page].source));
    if (is_section && is_index && parent.page == none && parent.children.empty()) {
      parent.page = item.page;
    } else {
      parent.children.push_back(std::move(item));
    }
  }
}

NavigationItem PageReader::navigation_item(const NavigationEntry& entry) {
  NavigationItem item;
  item.title = entry.title;
  item.href = entry.href;
  if (!entry.page.value.empty()) {
    const std::string path = join_path({}, entry.page.value).value_or(entry.page.value);
    item.page = find(path);
    if (item.page == none && project_.files.contains(path)) {
      item.href = text::percent_encode_path(path) + entry.fragment;
    } else if (item.page == none && item.href.empty()) {
      report(project_.is_mkdocs ? Severity::warning : Severity::error, project_.configuration_file, entry.page.line,
             entry.page.column,
             "the navigation names the page '" + entry.page.value + "', which does not exist" +
                 (project_.is_mkdocs ? ", so it is left out there" : "") + "; correct the name, or write the page");
    } else if (item.page != none && !entry.fragment.empty()) {
      item.href = text::percent_encode_path(project_.hub.pages[item.page].route) + entry.fragment;
      if (item.title.empty()) item.title = first_title(project_.documents[item.page]);
      item.page = none;
    } else if (item.page != none) {
      item.href.clear();
    }
    if (item.page == none) {
      if (item.title.empty()) item.title = path.substr(path.rfind('/') + 1);
    } else if (!entry.title.empty() && !titled_[item.page]) {
      given_titles_[item.page] = entry.title;
      titled_[item.page] = true;
    }
  }
  add_items(entry.children, item, true);
  return item;
}

void PageReader::add_navigation_from_files() {
  for (Index page = 0; page < project_.hub.pages.size(); ++page) {
    if (configuration_.not_in_nav.ignore(project_.hub.pages[page].source)) continue;
    std::vector<NavigationItem>* items = &project_.hub.navigation;
    std::string_view rest = project_.hub.pages[page].source;
    for (std::size_t slash = rest.find('/'); slash != std::string_view::npos; slash = rest.find('/')) {
      const std::string title = title_of_name(rest.substr(0, slash));
      rest = rest.substr(slash + 1);
      const bool is_own_page = rest.find('/') == std::string_view::npos && is_index_stem(stem_of(rest));
      // Files come folder by folder, so the group is the last one if it is there at all.
      if (items->empty() || items->back().title != title || !items->back().href.empty()) {
        items->push_back(NavigationItem{.title = title});
      }
      if (is_own_page && items->back().page == none && items->back().children.empty()) {
        items->back().page = page;
        items = nullptr;
        break;
      }
      items = &items->back().children;
    }
    if (items != nullptr) items->push_back(NavigationItem{.page = page});
  }
}

namespace {

void set_item_titles(std::vector<NavigationItem>& items, const std::vector<Page>& pages) {
  for (NavigationItem& item : items) {
    if (item.title.empty() && item.page != none) item.title = pages[item.page].title;
    set_item_titles(item.children, pages);
  }
}

}  // namespace

void PageReader::set_titles() {
  for (Index index = 0; index < project_.hub.pages.size(); ++index) {
    Page& page = project_.hub.pages[index];
    const document::Document& document = project_.documents[index];
    page.title = given_titles_[index];
    if (page.title.empty()) page.title = first_title(document);
    if (page.title.empty()) {
      const std::string_view stem = stem_of(page.source);
      const std::string_view folder = folder_of(page.source);
      page.title = is_index_stem(stem)
                       ? (folder.empty() ? project_.hub.title : title_of_name(folder.substr(folder.rfind('/') + 1)))
                       : title_of_name(stem);
    }
    if (page.description.empty()) page.description = first_description(document);
  }
  set_item_titles(project_.hub.navigation, project_.hub.pages);
}

std::vector<Index> PageReader::in_navigation_order() const {
  std::vector<Index> order;
  collect_pages(project_.hub.navigation, order);
  std::vector<bool> seen(project_.hub.pages.size(), false);
  std::erase_if(order, [&seen](Index page) {
    const bool again = seen[page];
    seen[page] = true;
    return again;
  });
  for (Index page = 0; page < seen.size(); ++page) {
    if (!seen[page]) order.push_back(page);
  }
  return order;
}

}  // namespace hubglass::hub
