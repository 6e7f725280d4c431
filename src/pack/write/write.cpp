#include "pack/write/write.h"

#include "pack/fields.h"
#include "pack/format.h"

#include <array>
#include <bit>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace hubglass::pack {
namespace {

using document::Document;
using document::Index;
using document::none;

void append_number(std::string& bytes, std::uint32_t value) {
  for (; value >= 0x80; value >>= 7) {
    bytes += static_cast<char>(value | 0x80);
  }
  bytes += static_cast<char>(value);
}

void append_text(std::string& bytes, std::string_view text) {
  append_number(bytes, static_cast<std::uint32_t>(text.size()));
  bytes += text;
}

/// Texts of a Document, each stored once.
class Texts {
 public:
  explicit Texts(const Document& document) : document_(document) {}

  void append(std::string& bytes, document::Text range) {
    const std::string_view text = document_.view(range);
    const auto [known, added] = known_.emplace(text, static_cast<std::uint32_t>(known_.size() + 1));
    append_number(bytes, added ? 0 : known->second);
    if (added) {
      append_number(bytes, range.size);
      all_ += text;
    }
  }
  [[nodiscard]] const std::string& all() const { return all_; }

 private:
  const Document& document_;
  std::unordered_map<std::string_view, std::uint32_t> known_;
  std::string all_;
};

/// Collects the fields of a record that are not as usual.
class Record {
 public:
  explicit Record(Texts* texts = nullptr) : texts_(texts) {}

  template <typename Value>
  void field(const Value& value, Value usual) {
    if (mark(value != usual)) {
      if constexpr (std::is_same_v<Value, float>) {
        const auto bits = std::bit_cast<std::uint32_t>(value);
        for (int shift = 0; shift < 32; shift += 8) {
          bytes_ += static_cast<char>(bits >> shift);
        }
      } else if constexpr (!std::is_same_v<Value, bool>) {
        append_number(bytes_, static_cast<std::uint32_t>(value));
      }
    }
  }
  void field(const document::Text& text) {
    if (mark(!text.empty())) {
      texts_->append(bytes_, text);
    }
  }
  void field(const std::string& text) {
    if (mark(!text.empty())) {
      append_text(bytes_, text);
    }
  }
  void append_to(std::string& bytes) const {
    append_number(bytes, marks_);
    bytes += bytes_;
  }

 private:
  bool mark(bool differs) {
    marks_ |= (differs ? 1u : 0u) << fields_;
    ++fields_;
    return differs;
  }

  Texts* texts_;
  std::string bytes_;
  std::uint32_t marks_ = 0;
  int fields_ = 0;
};

class DocumentWriter {
 public:
  /// `headings`: where blocks of the content went, for links that name them by index.
  DocumentWriter(const Document& document, const std::vector<Index>& headings)
      : document_(document), texts_(document), headings_(headings), places_(document.blocks.size(), none) {}

  void append_to(std::string& bytes) {
    places_[0] = next_place_++;
    append_number(structure_, count_blocks(document_.blocks[0].first_child));
    write_blocks(document_.blocks[0].first_child);
    append_text(bytes, structure_);
    append_text(bytes, texts_.all());
  }
  /// By index of a block: its index when read.
  [[nodiscard]] std::vector<Index> take_places() { return std::move(places_); }

 private:
  [[nodiscard]] std::uint32_t count_blocks(Index first) const {
    std::uint32_t count = 0;
    for (Index i = first; i != none; i = document_.blocks[i].next) {
      ++count;
    }
    return count;
  }
  [[nodiscard]] std::uint32_t count_inlines(Index first) const {
    std::uint32_t count = 0;
    for (Index i = first; i != none; i = document_.inlines[i].next) {
      ++count;
    }
    return count;
  }

  void write_blocks(Index first) {
    for (Index i = first; i != none; i = document_.blocks[i].next) {
      const document::Block& block = document_.blocks[i];
      places_[i] = next_place_++;
      std::uint32_t held = count_blocks(block.first_child);
      std::uint32_t inlines = count_inlines(block.first_inline);
      Record record(&texts_);
      block_fields(record, block, held, inlines);
      record.append_to(structure_);
      write_inlines(block.first_inline);
      write_blocks(block.first_child);
    }
  }

  void write_inlines(Index first) {
    for (Index i = first; i != none; i = document_.inlines[i].next) {
      const document::Inline& node = document_.inlines[i];
      std::uint32_t held = count_inlines(node.first_child);
      Record record(&texts_);
      inline_fields(record, node, held);
      record.append_to(structure_);
      if (node.kind == document::InlineKind::link) {
        document::Link link = node.detail != none ? document_.links[node.detail] : document::Link{};
        const Index heading = link.heading == 0 ? none : link.heading - 1;
        link.heading = heading < headings_.size() ? headings_[heading] + 1 : 0;  // none + 1 is 0
        Record data(&texts_);
        link_fields(data, link);
        data.append_to(structure_);
      } else if (node.kind == document::InlineKind::image) {
        const document::Image image = node.detail != none ? document_.images[node.detail] : document::Image{};
        Record data(&texts_);
        image_fields(data, image);
        data.append_to(structure_);
      }
      write_inlines(node.first_child);
    }
  }

  const Document& document_;
  Texts texts_;
  const std::vector<Index>& headings_;
  std::vector<Index> places_;
  Index next_place_ = 0;
  std::string structure_;
};

void append_page(std::string& bytes, const document::Page& page) {
  Record record;
  page_fields(record, page);
  record.append_to(bytes);
  Record labels;
  label_fields(labels, page.labels);
  labels.append_to(bytes);
  append_number(bytes, static_cast<std::uint32_t>(page.languages.size()));
  for (const document::LanguageRoute& language : page.languages) {
    Record fields;
    language_fields(fields, language);
    fields.append_to(bytes);
  }
  append_number(bytes, static_cast<std::uint32_t>(page.icons.size()));
  for (const auto& [name, icon] : page.icons) {
    Record fields;
    icon_fields(fields, name, icon);
    fields.append_to(bytes);
  }
}

}  // namespace

std::string write(const document::Page& page) {
  std::string body;
  append_page(body, page);
  const std::vector<Index> unknown;
  DocumentWriter content(page.content, unknown);
  content.append_to(body);
  const std::vector<Index> headings = content.take_places();
  DocumentWriter(page.contents, headings).append_to(body);
  for (const Document* document : {&page.header, &page.navigation}) {
    DocumentWriter(*document, unknown).append_to(body);
  }
  std::string bytes(magic);
  for (const std::uint32_t number : {version, static_cast<std::uint32_t>(body.size())}) {
    for (int shift = 0; shift < 32; shift += 8) {
      bytes += static_cast<char>(number >> shift);
    }
  }
  for (const std::uint8_t byte : hash_of(bytes, body)) {
    bytes += static_cast<char>(byte);
  }
  return bytes + body;
}

}  // namespace hubglass::pack
