#include "cli/site/embed.h"

#include "html/html_sink.h"
#include "text/address.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace hubglass::site {
namespace {

using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

constexpr std::string_view base = "../";

void open(html::HtmlSink& sink, std::string_view tag, Attributes attributes) {
  sink.open(tag);
  for (const auto& [name, value] : attributes) {
    sink.attribute(name, value);
  }
}

void element(html::HtmlSink& sink, std::string_view tag, Attributes attributes, std::string_view text = {}) {
  open(sink, tag, attributes);
  if (!text.empty()) {
    sink.text(text);
  }
  sink.close();
  sink.newline();
}

/// The page itself: the hub, and a link to it for readers who have no scripts or no WebGL.
std::string embed_page(const hub::Hub& hub, const Engine& engine, const PageOptions& files) {
  std::string text;
  html::HtmlSink sink(text, false);
  const auto file = [](std::string_view name) { return text::internal_address(base, name); };
  sink.raw("<!doctype html>\n");
  open(sink, "html", {{"lang", hub.language.empty() ? std::string_view("en") : std::string_view(hub.language)}});
  sink.newline();
  open(sink, "head", {});
  sink.newline();
  element(sink, "meta", {{"charset", "utf-8"}});
  element(sink, "meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  element(sink, "title", {}, hub.title.empty() ? std::string_view("Hubglass") : std::string_view(hub.title));
  element(sink, "meta", {{"name", "robots"}, {"content", "noindex"}});
  element(sink, "meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  element(sink, "link", {{"rel", "icon"}, {"href", file(files.icon)}});
  element(sink, "link", {{"rel", "stylesheet"}, {"href", file(files.css)}});
  for (const std::string_view module : files.modules) {
    element(sink, "link", {{"rel", "modulepreload"}, {"href", file(module)}});
  }
  // The first takes the settings from the address, before the second shows the hub with them.
  for (const std::string_view script : {std::string_view(engine.embed_script), std::string_view(engine.script)}) {
    element(sink, "script", {{"type", "module"}, {"src", file(script)}});
  }
  sink.close();
  sink.newline();
  open(sink, "body", {});
  sink.newline();
  open(sink, "main", {});
  sink.newline();
  open(sink, "hub-glass",
       {{"mode", "embed"},
        {"loading", "eager"},
        {"src", base},
        {"engine", text::encode_address(files.engine)},
        {"styles", text::encode_address(files.css)}});
  open(sink, "div", {{"class", "hg-page"}});
  open(sink, "p", {});
  open(sink, "a", {{"href", base}, {"target", "_blank"}, {"rel", "noopener"}});
  sink.text(hub.title.empty() ? std::string_view("Hubglass") : std::string_view(hub.title));
  for (int i = 0; i < 4; ++i) {
    sink.close();
  }
  sink.newline();
  sink.close();
  sink.newline();
  sink.close();
  sink.newline();
  sink.close();
  sink.newline();
  return text;
}

}  // namespace

std::vector<OutputFile> embed_files(const hub::Hub& hub, const Engine& engine, const PageOptions& files) {
  if (engine.embed_script.empty() || engine.embed_host.empty()) {
    return {};
  }
  std::vector<OutputFile> made;
  made.push_back({"embed/index.html", embed_page(hub, engine, files)});
  made.push_back({"embed/host.js", engine.embed_host});
  return made;
}

}  // namespace hubglass::site
