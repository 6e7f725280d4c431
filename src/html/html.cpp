#include "html/html.h"

#include "html/conformance.h"
#include "html/html_sink.h"

namespace hubglass::html {

void write(const document::Document& document, const Options& options, Sink& sink, document::Index block) {
  write_conformance(document, sink, block);
  (void)options;
}

std::string to_html(const document::Document& document, const Options& options) {
  std::string output;
  output.reserve(document.text.size() * 2);
  HtmlSink sink(output, options.conformance);
  write(document, options, sink);
  return output;
}

}  // namespace hubglass::html
