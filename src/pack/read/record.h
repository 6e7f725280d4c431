#pragma once

#include "document/document.h"
#include "document/utf8.h"
#include "pack/fields.h"
#include "pack/read/cursor.h"

#include <string>
#include <type_traits>
#include <vector>

namespace hubglass::pack {

/// Texts of a Document, in the order in which its fields take them.
class TextsIn {
 public:
  /// `all` is valid UTF-8.
  explicit TextsIn(std::string_view all) : all_(all) {}

  document::Text take(Cursor& cursor) {
    const std::uint32_t which = cursor.number();
    if (which > 0) {
      if (which <= known_.size()) {
        return known_[which - 1];
      }
      cursor.fail();
      return {};
    }
    const document::Text text{end_, cursor.number()};
    if (text.empty() || text.size > all_.size() - end_ || (static_cast<unsigned char>(all_[end_]) & 0xC0) == 0x80) {
      cursor.fail();
      return {};
    }
    end_ += text.size;
    known_.push_back(text);
    return text;
  }
  [[nodiscard]] bool all_taken() const { return end_ == all_.size(); }

 private:
  std::string_view all_;
  std::uint32_t end_ = 0;
  std::vector<document::Text> known_;
};

/// A record as it is read; the counterpart of the writer's.
class RecordIn {
 public:
  explicit RecordIn(Cursor& cursor, TextsIn* texts = nullptr)
      : cursor_(cursor), texts_(texts), marks_(cursor.number()) {}

  template <typename Value>
  void field(Value& value, Value usual) {
    value = usual;
    if (!marked()) {
      return;
    }
    if constexpr (std::is_same_v<Value, bool>) {
      value = !usual;
    } else if constexpr (std::is_same_v<Value, float>) {
      value = cursor_.real();
    } else {
      const std::uint32_t number = cursor_.number();
      if (number > limit_of(usual)) {
        cursor_.fail();
      } else {
        value = static_cast<Value>(number);
      }
    }
  }
  void field(document::Text& text) {
    if (marked()) {
      text = texts_->take(cursor_);
    }
  }
  void field(std::string& text) {
    text = marked() ? std::string(cursor_.text()) : std::string();
    if (document::find_invalid_utf8(text) != std::string::npos) {
      cursor_.fail();
    }
  }

 private:
  bool marked() {
    const bool marked = (marks_ & 1) != 0;
    marks_ >>= 1;
    return marked;
  }
  template <typename Value>
  static std::uint32_t limit_of(Value usual) {
    if constexpr (std::is_enum_v<Value>) {
      return static_cast<std::uint32_t>(last_value(usual));
    } else {
      return static_cast<std::uint32_t>(static_cast<Value>(~Value{0}));
    }
  }

  Cursor& cursor_;
  TextsIn* texts_;
  std::uint32_t marks_;
};

}  // namespace hubglass::pack
