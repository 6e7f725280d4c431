#include "html/html_sink.h"

#include "html/names.h"

#include <cassert>

namespace hubglass::html {

void append_escaped(std::string& output, std::string_view text) {
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string_view reference;
    switch (text[i]) {
      case '&':
        reference = "&amp;";
        break;
      case '<':
        reference = "&lt;";
        break;
      case '>':
        reference = "&gt;";
        break;
      case '"':
        reference = "&quot;";
        break;
      default:
        continue;
    }
    output.append(text.substr(done, i - done)).append(reference);
    done = i + 1;
  }
  output.append(text.substr(done));
}

std::string escape(std::string_view text) {
  std::string output;
  output.reserve(text.size() + text.size() / 8);
  append_escaped(output, text);
  return output;
}

void HtmlSink::open(std::string_view tag) {
  finish_start_tag();
  output_.append("<").append(tag);
  open_tags_.push_back(tag);
  in_start_tag_ = true;
}

void HtmlSink::attribute(std::string_view name, std::string_view value) {
  assert(in_start_tag_);
  output_.append(" ").append(name).append("=\"");
  append_escaped(output_, value);
  output_.append("\"");
}

void HtmlSink::text(std::string_view text) {
  finish_start_tag();
  append_escaped(output_, text);
}

void HtmlSink::close() {
  assert(!open_tags_.empty());
  const std::string_view tag = open_tags_.back();
  open_tags_.pop_back();
  if (in_start_tag_ && is_void_tag(tag)) {
    output_.append(xml_style_ ? " />" : ">");
    in_start_tag_ = false;
    return;
  }
  finish_start_tag();
  output_.append("</").append(tag).append(">");
}

void HtmlSink::newline() {
  finish_start_tag();
  if (!output_.empty() && output_.back() != '\n') {
    output_.push_back('\n');
  }
}

void HtmlSink::raw(std::string_view html) {
  finish_start_tag();
  output_.append(html);
}

void HtmlSink::finish_start_tag() {
  if (in_start_tag_) {
    output_.push_back('>');
    in_start_tag_ = false;
  }
}

}  // namespace hubglass::html
