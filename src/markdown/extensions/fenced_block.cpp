#include "markdown/attribute_list.h"
#include "markdown/characters.h"

#include "markdown/extensions/box.h"
#include "markdown/extensions/extensions.h"
#include "markdown/extensions/tab_set.h"
#include "markdown/html_allow_list.h"
#include "markdown/page_parser.h"
#include "markdown/scanner.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>
#include <vector>

/// Blocks between slashes: `/// note | Title`, options indented by four, content, `///`. More slashes hold fewer.
namespace hubglass::markdown {

using document::BlockKind;
using document::Document;
using document::Index;
using document::none;
using document::Role;

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t option_indent = 4;

struct Option {
  std::string_view key;
  std::string_view value;
};

struct Block final : Payload {
  std::string_view name;
  std::string_view argument;  ///< behind the bar
  bool has_argument = false;
  std::vector<Option> options;
  std::vector<Tab> tabs;
  Extent content;
  std::size_t end = 0;

  [[nodiscard]] std::string_view option(std::string_view key) const {
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const Option& option) { return option.key == key; });
    return found == options.end() ? std::string_view() : found->value;
  }
};

using Write = void (*)(PageParser&, const Passage&, const Block&);

struct Kind {
  std::string_view name;
  Write write;
};

const Kind* find_kind(std::string_view name);

bool is_true(std::string_view value) {
  return equal_ignoring_case(value, "true") || equal_ignoring_case(value, "yes") || equal_ignoring_case(value, "on");
}

std::size_t slashes(std::string_view text) {
  return std::min(text.find_first_not_of('/'), text.size());
}

bool read_head(std::string_view text, Block& block) {
  const std::size_t count = slashes(text);
  if (count < 3) return false;
  std::string_view rest = trim(text.substr(count));
  const std::size_t bar = rest.find('|');
  block.name = trim(rest.substr(0, bar));
  block.has_argument = bar != npos;
  if (block.has_argument) block.argument = trim(rest.substr(bar + 1));
  return find_kind(block.name) != nullptr;
}

/// Lines right below the head, indented by four: `key: value`.
std::size_t read_options(const Scanner& scanner, const Line& head, Block& block) {
  std::size_t begin = head.end + 1;
  while (begin < scanner.text().size()) {
    const Line line = scanner.line_at(begin);
    if (line.blank() || line.indent < head.indent + option_indent) break;
    const std::string_view text = scanner.view(line);
    const std::size_t colon = text.find(':');
    if (colon == npos) break;
    std::string_view value = trim(text.substr(colon + 1));
    if (value.size() > 1 && value.front() == value.back() && (value.front() == '"' || value.front() == '\'')) {
      value = value.substr(1, value.size() - 2);
    }
    block.options.push_back({trim(text.substr(0, colon)), value});
    begin = line.end + 1;
  }
  return std::min(begin, scanner.text().size());
}

/// Finds the slashes that end the block.
void take_content(Scanner& scanner, const Line& head, Block& block) {
  const std::size_t count = slashes(scanner.view(head));
  block.content = {read_options(scanner, head, block), 0, head.indent};
  FenceTracker fences;
  for (std::size_t begin = block.content.begin; begin < scanner.text().size();) {
    const Line line = scanner.line_at(begin);
    begin = line.end + 1;
    if (fences.holds(scanner.text(), line) || line.blank()) continue;
    const std::string_view text = trim(scanner.view(line));
    if (slashes(text) != count || text.size() != count) continue;
    block.content.end = std::max(line.begin, block.content.begin);
    block.end = line.end;
    return;
  }
  scanner.report(Severity::warning, head.text,
                 "this block is never closed; end it with a line of " + std::to_string(count) + " slashes");
  block.content.end = scanner.text().size();
  block.end = scanner.text().size();
}

bool find_block(Scanner& scanner, const Line& line, Edit& edit) {
  auto block = std::make_unique<Block>();
  if (!read_head(scanner.view(line), *block)) {
    const std::string_view text = scanner.view(line);
    if (slashes(text) >= 3 && text.size() > slashes(text) && is_blank(text[slashes(text)]) && !block->name.empty() &&
        block->name.find(' ') == npos) {
      scanner.report(Severity::warning, line.text,
                     "there is no block of the kind '" + std::string(block->name) + "'; it is shown as text");
    }
    return false;
  }
  take_content(scanner, line, *block);
  edit.end = block->end;
  if (block->name == "tab") {
    block->tabs.push_back({block->argument, block->content, is_true(block->option("select"))});
    for (;;) {
      const Line last = scanner.line_at(line_begin(scanner.text(), edit.end));
      const Line next = next_text_line(scanner, last);
      Block further;
      if (next.blank() || next.indent != line.indent || !read_head(scanner.view(next), further) ||
          further.name != "tab") {
        break;
      }
      take_content(scanner, next, further);
      if (is_true(further.option("new"))) break;
      block->tabs.push_back({further.argument, further.content, is_true(further.option("select"))});
      edit.end = further.end;
    }
  }
  edit.content = {block->content.begin, edit.end, line.indent};
  edit.payload = std::move(block);
  return true;
}

/// `attrs: {id: x, class: y}`.
void apply_attributes(PageParser& page, Index index, const Block& block, Position position) {
  std::string_view attributes = block.option("attrs");
  if (index == none || attributes.size() < 2 || attributes.front() != '{') return;
  std::string list = "{";
  attributes = attributes.substr(1, attributes.size() - 2);
  while (!attributes.empty()) {
    const std::size_t comma = std::min(attributes.find(','), attributes.size());
    const std::string_view pair = attributes.substr(0, comma);
    attributes.remove_prefix(std::min(comma + 1, attributes.size()));
    const std::size_t colon = pair.find(':');
    if (colon == npos) continue;
    const std::string_view key = trim(pair.substr(0, colon));
    for_each_word(trim(pair.substr(colon + 1)), [&](std::string_view word) {
      list.append(key == "class" ? " ." : key == "id" ? " #" : " ");
      if (key != "class" && key != "id") list.append(key).append("=");
      list.append(word);
    });
  }
  list.append(" }");
  const AttributeList read = read_attribute_list(list);
  if (read.size != 0) apply_to_block(page, index, read, position);
}

void write_box_of(PageParser& page, const Passage& passage, const Block& block, Box box) {
  box.title = block.argument;
  box.has_title = block.has_argument && !block.argument.empty();
  const Index index = write_box(page, passage, box, block.content);
  apply_attributes(page, index, block, page.position(passage.source()));
}

void write_admonition(PageParser& page, const Passage& passage, const Block& block) {
  const std::string_view type = block.name == "admonition" ? block.option("type") : block.name;
  write_box_of(page, passage, block, {.type = type.empty() ? std::string_view("note") : type});
}

void write_details(PageParser& page, const Passage& passage, const Block& block) {
  Box box{.role = Role::details, .title_role = Role::summary, .type = block.option("type")};
  box.open = is_true(block.option("open"));
  write_box_of(page, passage, block, box);
}

void write_tabs(PageParser& page, const Passage& passage, const Block& block) {
  write_tab_set(page, passage, block.tabs);
}

/// What stands between the head and the end, in a block of its own.
Index write_group(PageParser& page, const Passage& passage, const Block& block, Role role) {
  TreeWriter& tree = page.tree();
  const Index group = tree.open_block(BlockKind::group, role, by_markdown);
  const std::size_t depth = tree.depth() - 1;
  if (group != none) page.document().blocks[group].line = page.position(passage.source()).line;
  const Content content = passage.content(block.content);
  page.parse_blocks(content.text, content.map);
  tree.close_blocks_to(depth);
  apply_attributes(page, group, block, page.position(passage.source()));
  return group;
}

/// `div.class#id`
void write_html(PageParser& page, const Passage& passage, const Block& block) {
  const Index group = write_group(page, passage, block, Role::container);
  if (group == none) return;
  std::string list = "{";
  for (std::size_t at = block.argument.find_first_of(".#"); at < block.argument.size();) {
    const std::size_t end = std::min(block.argument.find_first_of(".#[", at + 1), block.argument.size());
    list.append(" ").append(block.argument.substr(at, end - at));
    at = end < block.argument.size() && block.argument[end] == '[' ? npos : end;
  }
  list.append(" }");
  const AttributeList read = read_attribute_list(list);
  if (read.size != 0) apply_to_block(page, group, read, page.position(passage.source()));
}

/// Paragraphs are terms; the items of the lists between them say what they mean.
void write_definitions(PageParser& page, const Passage& passage, const Block& block) {
  const Index list = write_group(page, passage, block, Role::definition_list);
  if (list == none) return;
  Document& document = page.document();
  Index* slot = &document.blocks[list].first_child;
  while (*slot != none) {
    document::Block& child = document.blocks[*slot];
    if (child.kind == BlockKind::paragraph) {
      child.role = Role::definition_term;
      slot = &child.next;
      continue;
    }
    if (child.kind != BlockKind::bullet_list || child.first_child == none) {
      const Index other = *slot;  // what is neither explains, too
      document.blocks[other].role = document.blocks[other].kind == BlockKind::group ? Role::definition : child.role;
      slot = &document.blocks[other].next;
      continue;
    }
    const Index behind = child.next;
    const bool tight = child.tight;
    Index item = child.first_child;
    *slot = item;
    for (;; item = document.blocks[item].next) {
      document::Block& definition = document.blocks[item];
      definition.kind = BlockKind::group;
      definition.role = Role::definition;
      definition.tight = tight;
      definition.parent = list;
      if (definition.next == none) break;
    }
    document.blocks[item].next = behind;
    slot = &document.blocks[item].next;
  }
}

/// A caption belongs to the block before it; finish_page() puts both into one.
void write_caption(PageParser& page, const Passage& passage, const Block& block) {
  TreeWriter& tree = page.tree();
  document::Document& document = page.document();
  const Index group = tree.open_block(BlockKind::group, Role::captioned, by_markdown);
  const std::size_t depth = tree.depth() - 1;
  if (group != none) {
    document.blocks[group].tight = true;  // waits for the block before it
    page.notes().captions = true;
  }
  const Index caption = tree.open_block(BlockKind::paragraph, group == none ? Role::none : Role::caption, by_markdown);
  tree.set_position(page.position(passage.source()));
  if (caption != none && block.name != "caption") {
    const bool table = block.name == "table-caption";
    int& number = table ? page.notes().tables : page.notes().figures;
    tree.append_text((table ? "Table " : "Figure ") + std::to_string(++number) + ". ");
  }
  const Content content = passage.content(block.content);
  page.parse_inlines(trim(content.text), content.map.source(0));
  tree.close_blocks_to(depth);
  apply_attributes(page, group, block, page.position(passage.source()));
}

constexpr std::array kinds = {
    Kind{"details", write_details},
    Kind{"tab", write_tabs},
    Kind{"html", write_html},
    Kind{"define", write_definitions},
    Kind{"definition", write_definitions},
    Kind{"caption", write_caption},
    Kind{"figure-caption", write_caption},
    Kind{"table-caption", write_caption},
    Kind{"admonition", write_admonition},
    Kind{"note", write_admonition},
    Kind{"abstract", write_admonition},
    Kind{"info", write_admonition},
    Kind{"tip", write_admonition},
    Kind{"hint", write_admonition},
    Kind{"important", write_admonition},
    Kind{"success", write_admonition},
    Kind{"question", write_admonition},
    Kind{"warning", write_admonition},
    Kind{"attention", write_admonition},
    Kind{"caution", write_admonition},
    Kind{"failure", write_admonition},
    Kind{"danger", write_admonition},
    Kind{"error", write_admonition},
    Kind{"bug", write_admonition},
    Kind{"example", write_admonition},
    Kind{"quote", write_admonition},
    Kind{"new", write_admonition},
    Kind{"settings", write_admonition},
};

const Kind* find_kind(std::string_view name) {
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& kind) { return kind.name == name; });
  return found == kinds.end() ? nullptr : &*found;
}

void write_block(PageParser& page, const Passage& passage) {
  const auto& block = passage.payload<Block>();
  find_kind(block.name)->write(page, passage, block);
}

}  // namespace

const BlockExtension fenced_block_extension{"/", find_block, write_block};

}  // namespace hubglass::markdown
