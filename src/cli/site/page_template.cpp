#include "cli/site/page_template.h"

#include "cli/site/structured_data.h"
#include "html/html.h"
#include "html/html_sink.h"
#include "hub/edition.h"
#include "text/address.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace hubglass::site {

namespace {

using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

std::string title_of(const hub::Hub& hub, const hub::Composed& composed) {
  if (composed.title.empty() || composed.title == hub.title) {
    return hub.title;
  }
  return hub.title.empty() ? composed.title : composed.title + " – " + hub.title;
}

class PageWriter {
 public:
  PageWriter(const hub::Hub& hub, const hub::Composed& composed, const PageOptions& options)
      : hub_(hub),
        composed_(composed),
        options_(options),
        base_(options.missing ? base_of_site(hub.site_url) : base_of_route(options.route)) {}

  std::string write() {
    sink_.raw("<!doctype html>\n");
    sink_.open("html");
    sink_.attribute("lang", hub_.language.empty() ? "en" : hub_.language);
    sink_.newline();
    write_head();
    write_body();
    sink_.close();
    sink_.newline();
    return std::move(output_);
  }

 private:
  void write_head();
  void write_description();
  void write_alternates();
  void write_structured_data();
  void write_files();
  void write_body();
  void write_region(std::string_view class_name, const document::Document& document, const html::Options& options);

  void element(std::string_view tag, Attributes attributes) {
    sink_.open(tag);
    for (const auto& [name, value] : attributes) {
      sink_.attribute(name, value);
    }
    sink_.close();
    sink_.newline();
  }
  void meta(std::string_view name, std::string_view content) {
    element("meta", {{"name", name}, {"content", content}});
  }
  void property(std::string_view name, std::string_view content) {
    element("meta", {{"property", name}, {"content", content}});
  }
  /// Whether it is known where the hub will live.
  [[nodiscard]] bool is_absolute() const { return !hub_.site_url.empty() && text::allowed_image(hub_.site_url); }
  /// The address of this very page; a page that is not translated is the original's once more.
  [[nodiscard]] std::string own_address() const {
    return text::route_address(hub_.site_url, is_translated() ? options_.route : hub::route_of(hub_, composed_.target));
  }
  [[nodiscard]] bool is_translated() const {
    return options_.missing || hub::is_translated(hub_, hub_.edition, composed_.target);
  }
  [[nodiscard]] bool is_kiosk() const { return !options_.kiosk_script.empty(); }
  [[nodiscard]] std::string file(std::string_view name) const { return text::internal_address(base_, name); }

  const hub::Hub& hub_;
  const hub::Composed& composed_;
  const PageOptions& options_;
  std::string base_;
  std::string output_;
  html::HtmlSink sink_{output_, false};
};

void PageWriter::write_head() {
  sink_.open("head");
  sink_.newline();
  element("meta", {{"charset", "utf-8"}});
  meta("viewport", "width=device-width, initial-scale=1");
  sink_.open("title");
  sink_.text(title_of(hub_, composed_));
  sink_.close();
  sink_.newline();
  write_description();
  write_alternates();
  meta("color-scheme", "light dark");
  element("meta",
          {{"name", "theme-color"}, {"content", options_.surface_light}, {"media", "(prefers-color-scheme: light)"}});
  element("meta",
          {{"name", "theme-color"}, {"content", options_.surface_dark}, {"media", "(prefers-color-scheme: dark)"}});
  meta("generator", "Hubglass " HUBGLASS_VERSION);
  write_files();
  write_structured_data();
  sink_.close();
  sink_.newline();
}

void PageWriter::write_description() {
  const std::string& description = composed_.description.empty() ? hub_.description : composed_.description;
  if (!description.empty()) {
    meta("description", description);
  }
  if (options_.missing || is_kiosk()) {
    meta("robots", "noindex");
    return;
  }
  property("og:type", "website");
  property("og:title", composed_.title.empty() ? hub_.title : composed_.title);
  property("og:site_name", hub_.title);
  if (!description.empty()) {
    property("og:description", description);
  }
  if (!is_absolute()) {
    return;
  }
  const std::string address = own_address();
  element("link", {{"rel", "canonical"}, {"href", address}});
  property("og:url", address);
  if (const SharePicture picture = share_picture(hub_, composed_); !picture.file.empty()) {
    property("og:image", text::route_address(hub_.site_url, picture.file));
    property("og:image:width", std::to_string(picture.width));
    property("og:image:height", std::to_string(picture.height));
    if (!picture.alt.empty()) {
      property("og:image:alt", picture.alt);
    }
  }
}

void PageWriter::write_structured_data() {
  if (options_.missing) {
    return;
  }
  sink_.open("script");
  sink_.attribute("type", "application/ld+json");
  // A script element knows no character references; structured_data() holds nothing that would need them.
  sink_.raw(is_absolute() ? structured_data(hub_, composed_, own_address(), text::encode_address(hub_.site_url))
                          : structured_data(hub_, composed_, file(options_.route), base_));
  sink_.close();
  sink_.newline();
}

/// The languages that this very page is in, itself included.
void PageWriter::write_alternates() {
  if (hub_.languages.size() < 2 || options_.missing || is_kiosk() || !is_translated()) {
    return;
  }
  const bool absolute = is_absolute();
  const auto add = [&](hub::Index language, std::string_view code) {
    const std::string route = hub::route_in(hub_, language, composed_.target);
    const std::string address = absolute ? text::route_address(hub_.site_url, route) : file(route);
    element("link", {{"rel", "alternate"}, {"hreflang", code}, {"href", address.empty() ? "./" : address}});
  };
  for (hub::Index language = 0; language < hub_.languages.size(); ++language) {
    if (hub::is_translated(hub_, language, composed_.target)) {
      add(language, hub_.languages[language].code);
    }
  }
  add(0, "x-default");
}

void PageWriter::write_files() {
  if (!options_.icon.empty()) {
    sink_.open("link");
    sink_.attribute("rel", "icon");
    if (ends_with(options_.icon, ".svg")) {
      sink_.attribute("type", "image/svg+xml");
    }
    sink_.attribute("href", file(options_.icon));
    sink_.close();
    sink_.newline();
  }
  if (!options_.manifest.empty()) {
    element("link", {{"rel", "manifest"}, {"href", file(options_.manifest)}});
  }
  if (!options_.css.empty()) {
    element("link", {{"rel", "stylesheet"}, {"href", file(options_.css)}});
  }
  // All of these come after the style sheet: until it is there nothing is seen.
  for (const std::string_view name : {options_.engine, options_.pack}) {
    if (!name.empty()) {
      element("link", {{"rel", "preload"},
                       {"as", "fetch"},
                       {"crossorigin", "anonymous"},
                       {"fetchpriority", "low"},
                       {"href", file(name)}});
    }
  }
  for (const std::string_view name : options_.modules) {
    element("link", {{"rel", "modulepreload"}, {"fetchpriority", "low"}, {"href", file(name)}});
  }
  if (is_kiosk()) {
    element("script",
            {{"type", "module"}, {"src", file(options_.kiosk_script)}, {"data-settings", options_.kiosk_settings}});
  }
  if (!options_.script.empty()) {
    element("script", {{"type", "module"}, {"src", file(options_.script)}});
  }
}

void PageWriter::write_region(std::string_view class_name, const document::Document& document,
                              const html::Options& options) {
  sink_.open("div");
  sink_.attribute("class", class_name);
  sink_.newline();
  html::write(document, options, sink_);
  sink_.close();
  sink_.newline();
}

void PageWriter::write_body() {
  html::Options options;
  options.base = base_;
  options.icons = &composed_.icons;
  options.labels = composed_.labels;

  sink_.open("body");
  sink_.newline();
  sink_.open("a");
  sink_.attribute("class", "hg-skip");
  sink_.attribute("href", "#hg-main");
  sink_.text(options.labels.skip);
  sink_.close();
  sink_.newline();

  sink_.open("hub-glass");
  sink_.attribute("mode", is_kiosk() ? "kiosk" : "page");
  if (is_kiosk()) {
    sink_.attribute("routing", "memory");
  }
  sink_.attribute("src", base_.empty() ? std::string_view("./") : std::string_view(base_));
  sink_.attribute("route", is_kiosk() ? composed_.route : options_.route);
  const std::pair<std::string_view, std::string_view> files[] = {
      {"pack", options_.pack}, {"engine", options_.engine}, {"styles", options_.css}};
  for (const auto& [name, value] : files) {
    if (!value.empty()) {
      sink_.attribute(name, text::encode_address(value));
    }
  }
  sink_.newline();
  sink_.open("div");
  sink_.attribute("class", "hg-page");
  sink_.newline();
  write_region("hg-region-header", composed_.header, options);
  write_region("hg-region-navigation", composed_.navigation, options);
  write_region("hg-region-content", composed_.content, options);
  write_region("hg-region-contents", composed_.contents, options);
  sink_.close();
  sink_.newline();
  sink_.close();
  sink_.newline();
  sink_.close();
  sink_.newline();
}

}  // namespace

std::string base_of_route(std::string_view route) {
  std::string base;
  for (auto depth = std::count(route.begin(), route.end(), '/'); depth > 0; --depth) {
    base.append("../");
  }
  return base;
}

std::string base_of_site(std::string_view site_url) {
  const std::size_t host = site_url.find("://");
  const std::size_t path = host == std::string_view::npos ? host : site_url.find('/', host + 3);
  if (path == std::string_view::npos) {
    return "/";
  }
  std::string base = text::encode_address(site_url.substr(path, site_url.find_first_of("?#", path) - path));
  // "//host" would name another site.
  base.erase(0, std::min(base.find_first_not_of('/'), base.size()));
  if (!base.empty() && base.back() != '/') {
    base.push_back('/');
  }
  return "/" + base;
}

std::string page(const hub::Hub& hub, const hub::Composed& composed, const PageOptions& options) {
  return PageWriter(hub, composed, options).write();
}

}  // namespace hubglass::site
