#include "document/budgets.h"
#include "hub/edition.h"
#include "pack/format.h"
#include "pack/model_reader.h"
#include "pack/pack.h"

#include <cstring>
#include <unordered_map>

namespace hubglass::pack {
namespace {

std::uint64_t read_number(std::string_view bytes, std::size_t offset, int size) {
  std::uint64_t value = 0;
  for (int i = size - 1; i >= 0; --i) {
    value = value << 8 | static_cast<std::uint8_t>(bytes[offset + static_cast<std::size_t>(i)]);
  }
  return value;
}

/// What follows the manifest in a pack whose sizes were checked.
std::string_view binary_chunk(std::string_view bytes) {
  return bytes.substr(header_size + static_cast<std::size_t>(read_number(bytes, 16, 8)));
}

struct Header {
  std::uint16_t major = 0;
  std::uint16_t minor = 0;
  std::uint64_t json_size = 0;
  std::uint64_t binary_size = 0;
};

Result<Header> read_header(std::string_view bytes) {
  const std::string_view start = bytes.substr(0, magic.size());
  if (start != magic.substr(0, start.size()) || start.empty()) {
    return fail(ErrorCode::pack_not_a_pack, "this file is not a hub pack", "header");
  }
  if (bytes.size() < header_size) {
    return fail(ErrorCode::pack_truncated, "the pack ends within its header", "header");
  }
  Header header;
  header.major = static_cast<std::uint16_t>(read_number(bytes, 8, 2));
  header.minor = static_cast<std::uint16_t>(read_number(bytes, 10, 2));
  header.json_size = read_number(bytes, 16, 8);
  header.binary_size = read_number(bytes, 24, 8);
  const std::string made_by = "the pack has format version " + std::to_string(header.major) + "." +
                              std::to_string(header.minor) + ", this program reads version " +
                              std::to_string(major_version);
  if (header.major > major_version) {
    return fail(ErrorCode::pack_newer,
                made_by + ": it was made by a newer Hubglass; rebuild the hub or update hub-glass.js", "header");
  }
  if (header.major < major_version) {
    return fail(ErrorCode::pack_malformed, made_by + ": it was made by an older Hubglass; rebuild the hub", "header");
  }
  return header;
}

/// The chunks' sizes against what is there. Written so that no sum can overflow.
Result<void> check_sizes(const Header& header, std::size_t size) {
  const std::uint64_t body = size - header_size;
  if (header.json_size > body || header.binary_size > body - header.json_size) {
    return fail(ErrorCode::pack_truncated,
                "the pack was cut short: " + std::to_string(size) + " bytes are here, its header announces more",
                header.json_size > body ? "manifest" : "pages");
  }
  if (header.json_size + header.binary_size != body) {
    return fail(ErrorCode::pack_altered, "bytes follow the end of the pack", "header");
  }
  if (header.json_size > manifest_bytes) {
    return fail(ErrorCode::budget_exceeded,
                "the pack's description is larger than " + std::to_string(manifest_bytes >> 20) + " MiB", "manifest");
  }
  return {};
}

/// Entries must fill the binary chunk in order, without gaps: then none overlaps and no byte lies outside a hash.
Result<void> check_entries(const std::vector<Entry>& entries, std::string_view binary) {
  std::uint64_t end = 0;
  for (const Entry& entry : entries) {
    if (entry.name.empty()) {
      return fail(ErrorCode::pack_malformed, "an entry of the pack has no name", "entries");
    }
    if (entry.offset != end || entry.size > binary.size() - end) {
      return fail(ErrorCode::pack_malformed, "this entry lies outside its place in the pack", entry.name);
    }
    if (entry.size > budgets::page_bytes && entry.name.starts_with(page_prefix)) {
      return fail(ErrorCode::budget_exceeded,
                  "this page is larger than " + std::to_string(budgets::page_bytes >> 20) + " MiB", entry.name);
    }
    end += entry.size;
  }
  if (end != binary.size()) {
    return fail(ErrorCode::pack_malformed, "the pack holds bytes that belong to no entry", "entries");
  }
  for (const Entry& entry : entries) {
    const std::string_view bytes =
        binary.substr(static_cast<std::size_t>(entry.offset), static_cast<std::size_t>(entry.size));
    if (hexadecimal(sha256(bytes)) != entry.sha256) {
      return fail(ErrorCode::pack_altered, "the bytes of this entry are not the ones that were packed", entry.name);
    }
  }
  return {};
}

/// Sets Pack::page_entries and Pack::translation_entries.
Result<void> find_page_entries(Pack& pack) {
  std::unordered_map<std::string_view, std::uint32_t> by_name;
  for (std::size_t i = 0; i < pack.entries.size(); ++i) {
    if (!by_name.emplace(pack.entries[i].name, static_cast<std::uint32_t>(i)).second) {
      return fail(ErrorCode::pack_malformed, "two entries have this name", pack.entries[i].name);
    }
  }
  const auto find = [&by_name](const std::string& source, std::vector<std::uint32_t>& entries) -> Result<void> {
    const std::string name = std::string(page_prefix) + source;
    const auto found = by_name.find(name);
    if (found == by_name.end()) {
      return fail(ErrorCode::pack_malformed, "the text of this page is missing from the pack", name);
    }
    entries.push_back(found->second);
    return {};
  };
  pack.page_entries.reserve(pack.hub.pages.size());
  for (const hub::Page& page : pack.hub.pages) {
    HUBGLASS_TRY(find(page.source, pack.page_entries));
  }
  for (const hub::Language& language : pack.hub.languages) {
    std::vector<std::uint32_t>& entries = pack.translation_entries.emplace_back();
    for (const hub::PageTranslation& translation : language.pages) {
      HUBGLASS_TRY(find(translation.source, entries));
    }
  }
  return {};
}

}  // namespace

std::string_view Pack::page_text(hub::Index page) const {
  return page < page_entries.size() ? entry_text(page_entries[page]) : std::string_view{};
}

std::string_view Pack::page_text(hub::Index page, hub::Index language) const {
  const hub::PageTranslation* translation = hub::translation_of(hub, language, page);
  if (translation == nullptr || language >= translation_entries.size()) {
    return page_text(page);
  }
  const auto ordinal = static_cast<std::size_t>(translation - hub.languages[language].pages.data());
  return entry_text(translation_entries[language][ordinal]);
}

std::string_view Pack::entry_text(std::uint32_t index) const {
  const Entry& entry = entries[index];
  return binary_chunk(bytes).substr(static_cast<std::size_t>(entry.offset), static_cast<std::size_t>(entry.size));
}

Result<Pack> open(std::string bytes) {
  if (bytes.size() > budgets::pack_bytes) {
    return fail(ErrorCode::budget_exceeded,
                "the pack is larger than " + std::to_string(budgets::pack_bytes >> 20) + " MiB", "header");
  }
  const auto header = read_header(bytes);
  if (!header) {
    return tl::unexpected<Error>(header.error());
  }
  HUBGLASS_TRY(check_sizes(*header, bytes.size()));
  const std::string_view json =
      std::string_view(bytes).substr(header_size, static_cast<std::size_t>(header->json_size));
  const Sha256Digest hash = manifest_hash(bytes, json);
  if (std::memcmp(hash.data(), bytes.data() + hashed_header_size, hash.size()) != 0) {
    return fail(ErrorCode::pack_altered, "the pack's description is not the one that was written", "manifest");
  }
  auto manifest = read_manifest(json);
  if (!manifest) {
    return tl::unexpected<Error>(manifest.error());
  }
  if (manifest->entries.size() > budgets::pack_entries) {
    return fail(ErrorCode::budget_exceeded, "the pack has too many entries", "entries");
  }
  Pack pack;
  pack.bytes = std::move(bytes);
  pack.hub = std::move(manifest->hub);
  pack.entities = std::move(manifest->entities);
  pack.entries = std::move(manifest->entries);
  pack.major = header->major;
  pack.minor = header->minor;
  return pack;
}

Result<void> check(Pack& pack) {
  HUBGLASS_TRY(check_entries(pack.entries, binary_chunk(pack.bytes)));
  HUBGLASS_TRY(check_hub(pack.hub));
  return find_page_entries(pack);
}

Result<Pack> read(std::string bytes) {
  auto pack = open(std::move(bytes));
  if (pack) {
    if (const Result<void> checked = check(*pack); !checked) {
      return tl::unexpected<Error>(checked.error());
    }
  }
  return pack;
}

}  // namespace hubglass::pack
