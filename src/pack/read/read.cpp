#include "pack/read/read.h"

#include "document/budgets.h"
#include "pack/format.h"
#include "pack/read/check.h"
#include "pack/read/read_document.h"
#include "pack/read/record.h"
#include "text/safe.h"
#include "text/sha256.h"

#include <algorithm>
#include <cstring>
#include <string>

namespace hubglass::pack {
namespace {

using document::Page;

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 4; i > 0; --i) {
    number = number << 8 | static_cast<std::uint8_t>(bytes[at + i - 1]);
  }
  return number;
}

/// Finds the bytes whole, unaltered and of this version.
Result<void> check_header(std::string_view bytes) {
  const std::string_view start = bytes.substr(0, magic.size());
  if (start != magic.substr(0, start.size()) || start.empty()) {
    return fail(ErrorCode::pack_not_a_pack, "this file is not a hub pack", "header");
  }
  if (bytes.size() < header_size) {
    return fail(ErrorCode::pack_truncated, "the pack ends within its header", "header");
  }
  if (bytes.size() > budgets::pack_bytes) {
    return fail(ErrorCode::budget_exceeded,
                "the pack is larger than " + std::to_string(budgets::pack_bytes >> 20) + " MiB", "header");
  }
  const std::uint32_t made_with = number_at(bytes, 8);
  if (made_with != version) {
    const std::string versions = "the pack has format version " + std::to_string(made_with) +
                                 ", this program reads version " + std::to_string(version);
    return made_with > version
               ? fail(ErrorCode::pack_newer,
                      versions + ": it was made by a newer Hubglass; rebuild the hub or update hub-glass.js", "header")
               : fail(ErrorCode::pack_malformed, versions + ": it was made by an older Hubglass; rebuild the hub",
                      "header");
  }
  const std::uint32_t size = number_at(bytes, 12);
  const std::size_t here = bytes.size() - header_size;
  if (here < size) {
    return fail(ErrorCode::pack_truncated,
                "the pack was cut short: " + std::to_string(bytes.size()) + " bytes are here, its header announces " +
                    std::to_string(header_size + size),
                "header");
  }
  if (here > size) {
    return fail(ErrorCode::pack_altered, "bytes follow the end of the pack", "header");
  }
  const text::Sha256Digest hash = hash_of(bytes, bytes.substr(header_size));
  if (std::memcmp(hash.data(), bytes.data() + hashed_header_size, hash.size()) != 0) {
    return fail(ErrorCode::pack_altered, "the bytes of the pack are not the ones that were written", "header");
  }
  return {};
}

/// What is said of the page, before its Documents.
Result<void> read_page_fields(Cursor& cursor, Page& page) {
  const auto malformed = [](std::string_view what) {
    return fail(ErrorCode::pack_malformed, "the pack's description is not as it should be: " + std::string(what),
                "page");
  };
  {
    RecordIn record(cursor);
    page_fields(record, page);
  }
  {
    RecordIn record(cursor);
    label_fields(record, page.labels);
  }
  std::uint32_t count = cursor.number();
  if (count > budgets::languages) {
    return malformed("it has too many languages");
  }
  for (; count > 0 && !cursor.failed(); --count) {
    RecordIn record(cursor);
    language_fields(record, page.languages.emplace_back());
  }
  for (count = cursor.number(); count > 0 && !cursor.failed(); --count) {
    std::string name;
    document::Icon icon;
    RecordIn record(cursor);
    icon_fields(record, name, icon);
    if (!is_sound(icon)) {
      return malformed("it has an icon that cannot be drawn");
    }
    page.icons.insert_or_assign(std::move(name), std::move(icon));
  }
  if (cursor.failed()) {
    return malformed("it ends too early");
  }
  if (page.accent > document::accents) {
    return malformed("it has a colour that is not in the palette");
  }
  return {};
}

/// They end up in places that lay out all of them at once.
bool has_short_titles(const Page& page) {
  for (const std::string* text : {&page.title, &page.description, &page.hub_title, &page.route, &page.missing}) {
    if (text->size() > budgets::title_bytes) {
      return false;
    }
  }
  return true;
}

/// What scripts make addresses of.
bool has_safe_routes(const Page& page) {
  const auto is_safe = [](const std::string& route) {
    return text::is_safe_path(route, true) || (route.ends_with(".html") && text::is_safe_path(route, false));
  };
  return is_safe(page.route) && is_safe(page.missing) &&
         std::all_of(page.languages.begin(), page.languages.end(),
                     [&](const document::LanguageRoute& language) { return is_safe(language.route); });
}

}  // namespace

Result<Page> read(std::string_view bytes) {
  HUBGLASS_TRY(check_header(bytes));
  Cursor cursor(bytes.substr(header_size));
  Page page;
  HUBGLASS_TRY(read_page_fields(cursor, page));
  if (!has_short_titles(page)) {
    return fail(ErrorCode::pack_malformed,
                "a title in the pack is longer than " + std::to_string(budgets::title_bytes) + " bytes", "page");
  }
  if (!has_safe_routes(page)) {
    return fail(ErrorCode::pack_malformed, "a route in the pack is none that a page can have", "page");
  }
  const std::pair<const char*, document::Document*> parts[] = {{"content", &page.content},
                                                               {"contents", &page.contents},
                                                               {"header", &page.header},
                                                               {"navigation", &page.navigation}};
  for (const auto& [name, document] : parts) {
    auto read = read_document(cursor, name);
    if (!read) {
      return tl::unexpected<Error>(std::move(read.error()));
    }
    *document = std::move(*read);
  }
  if (!cursor.at_end()) {
    return fail(ErrorCode::pack_malformed, "bytes follow the end of the page", "page");
  }
  return page;
}

}  // namespace hubglass::pack
