#pragma once

#include "html/html.h"

#include <string>
#include <string_view>
#include <vector>

namespace hubglass::html {

/// Writes HTML text. What it is given as text or attribute value is escaped here, so no caller can forget to.
class HtmlSink final : public Sink {
 public:
  /// `xml_style` closes void elements with " />", as the CommonMark reference renderer does.
  HtmlSink(std::string& output, bool xml_style) : output_(output), xml_style_(xml_style) {}

  void open(std::string_view tag) override;
  void attribute(std::string_view name, std::string_view value) override;
  void text(std::string_view text) override;
  void close() override;
  void newline() override;
  void raw(std::string_view html) override;

 private:
  void finish_start_tag();

  std::string& output_;
  std::vector<std::string_view> open_tags_;
  bool xml_style_ = false;
  bool in_start_tag_ = false;
};

/// Appends `text` to `output` with `&`, `<`, `>` and `"` as character references.
void append_escaped(std::string& output, std::string_view text);

}  // namespace hubglass::html
