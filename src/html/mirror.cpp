#include "html/mirror.h"

#include "html/names.h"
#include "html/writer.h"

#include <cassert>
#include <cstring>

namespace hubglass::html {

namespace {

/// Lengths precede text, so nothing in a Document can be taken for an operation.
class MirrorSink final : public Sink {
 public:
  explicit MirrorSink(std::vector<std::uint8_t>& bytes) : bytes_(bytes) {}

  void open(std::string_view tag) override {
    std::size_t index = name_index(tag_names, tag);
    assert(index != unknown_name);
    if (index == unknown_name) {
      index = name_index(tag_names, "span");
    }
    put(MirrorOp::open);
    put_byte(static_cast<std::uint8_t>(index));
  }

  void attribute(std::string_view name, std::string_view value) override {
    const std::size_t index = name_index(attribute_names, name);
    assert(index != unknown_name);
    if (index == unknown_name) {
      return;
    }
    put(MirrorOp::attribute);
    put_byte(static_cast<std::uint8_t>(index));
    put_text(value);
  }

  void text(std::string_view text) override {
    if (!text.empty()) {
      put(MirrorOp::text);
      put_text(text);
    }
  }

  void close() override { put(MirrorOp::close); }

  void box(float top, float left, float width, float height, const BlockBox& block) override {
    put(MirrorOp::box);
    for (const float value :
         {top, left, width, height, block.padding_left, block.padding_top, block.line_height, block.indent}) {
      put_float(value);
    }
  }

  void pin(float fill, bool space, float next_indent) override {
    put(MirrorOp::pin);
    put_float(fill);
    put_byte(space ? 1 : 0);
    put_float(next_indent);
  }

  void action(std::uint32_t id) override {
    put(MirrorOp::action);
    put_word(id);
  }

 private:
  void put(MirrorOp operation) { put_byte(static_cast<std::uint8_t>(operation)); }
  void put_byte(std::uint8_t byte) { bytes_.push_back(byte); }

  void put_word(std::uint32_t word) {
    for (int shift = 0; shift < 32; shift += 8) {
      put_byte(static_cast<std::uint8_t>(word >> shift));
    }
  }

  void put_float(float value) {
    std::uint32_t word = 0;
    static_assert(sizeof word == sizeof value);
    std::memcpy(&word, &value, sizeof word);
    put_word(word);
  }

  void put_text(std::string_view text) {
    put_word(static_cast<std::uint32_t>(text.size()));
    bytes_.insert(bytes_.end(), text.begin(), text.end());
  }

  std::vector<std::uint8_t>& bytes_;
};

template <std::size_t size>
std::string one_a_line(const std::array<std::string_view, size>& names) {
  std::string lines;
  for (const std::string_view name : names) {
    lines.append(lines.empty() ? "" : "\n").append(name);
  }
  return lines;
}

}  // namespace

std::string_view mirror_tags() {
  static const std::string lines = one_a_line(tag_names);
  return lines;
}

std::string_view mirror_attributes() {
  static const std::string lines = one_a_line(attribute_names);
  return lines;
}

void write_mirror(const document::Document& document, const Options& options, std::vector<std::uint8_t>& bytes) {
  Options mirror_options = options;
  mirror_options.mirror = true;
  MirrorSink sink(bytes);
  // Not write(): the engine then holds neither the HTML sink nor what only conformance runs need.
  Writer(document, mirror_options, sink).write(0);
}

}  // namespace hubglass::html
