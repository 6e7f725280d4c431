#include "html/html.h"

#include "html/conformance.h"
#include "html/html_sink.h"
#include "html/writer.h"

namespace hubglass::html {

void write(const document::Document& document, const Options& options, Sink& sink, document::Index block) {
  if (options.conformance) {
    write_conformance(document, sink, block);
  } else {
    Writer(document, options, sink).write(block);
  }
}

std::string to_html(const document::Document& document, const Options& options) {
  std::string output;
  output.reserve(document.text.size() * 2);
  HtmlSink sink(output, options.conformance);
  write(document, options, sink);
  return output;
}

}  // namespace hubglass::html
