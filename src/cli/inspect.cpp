#include "cli/command.h"
#include "cli/report.h"
#include "document/budgets.h"
#include "hub/native/files.h"
#include "pack/read/read.h"

#include <string>

namespace hubglass::cli {

namespace {

const char* name_of(document::PageKind kind) {
  switch (kind) {
    case document::PageKind::home:
      return "start page";
    case document::PageKind::cluster:
      return "cluster";
    case document::PageKind::initiative:
      return "initiative";
    case document::PageKind::missing:
      return "page for wrong addresses";
    default:
      return "page";
  }
}

void print_part(const char* name, const document::Document& document) {
  print("  " + std::string(name) + ": " + counted(document.blocks.size() - 1, "block", "blocks") + ", " +
        counted(document.inlines.size(), "inline", "inlines") + ", " + counted(document.links.size(), "link", "links") +
        ", " + counted(document.images.size(), "picture", "pictures") + ", " + std::to_string(document.text.size()) +
        " bytes of text\n");
}

Exit inspect(const Arguments& arguments) {
  const std::string& path = arguments.operands.front();
  auto bytes = hub::read_file(path, budgets::pack_bytes);
  if (!bytes) {
    print(bytes.error(), true);
    return Exit::findings;
  }
  auto page = pack::read(*bytes);
  if (!page) {
    Error error = page.error();
    error.where = error.where.empty() ? path : path + ": " + error.where;
    print(error, true);
    return Exit::findings;
  }
  std::string text = "Content pack, " + std::to_string(bytes->size()) + " bytes; its hash holds.\n";
  text += "  " + std::string(name_of(page->kind)) + " '" + page->title + "' of '" + page->hub_title + "' at '" +
          page->route + "', " + page->text_language +
          (page->text_language == page->language ? "" : " in a frame in " + page->language) + "\n";
  for (const document::LanguageRoute& language : page->languages) {
    text += "  in " + language.code + " at '" + language.route + "'\n";
  }
  text += "  " + counted(page->icons.size(), "icon", "icons") + "\n";
  print(text);
  print_part("header", page->header);
  print_part("navigation", page->navigation);
  print_part("content", page->content);
  print_part("contents", page->contents);
  return Exit::good;
}

}  // namespace

const Command inspect_command = {
    .name = "inspect",
    .operand = "PACK",
    .summary = "Show what a content pack (*.hubpack) holds.",
    .details =
        "Reads the content pack of a page, checks it whole (format, bounds, hash, everything it may hold) and prints\n"
        "what page it is and what its parts hold.\n\n"
        "Exits with 1 when the pack is cut short, altered, of another version, or no pack.",
    .options = {},
    .default_operand = {},
    .run = inspect,
};

}  // namespace hubglass::cli
