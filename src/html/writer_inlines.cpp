#include "document/pictures.h"
#include "html/semantics.h"
#include "html/writer.h"
#include "text/address.h"

#include <algorithm>
#include <cmath>

namespace hubglass::html {

namespace {

using document::Image;
using document::Inline;
using document::InlineKind;
using document::Link;
using document::LinkKind;
using document::LinkUse;
using document::none;

constexpr std::uint32_t inline_action = 0x80000000u;

bool is_web_address(std::string_view address) {
  return address.substr(0, 7) == "http://" || address.substr(0, 8) == "https://";
}

bool has_class(std::string_view classes, std::string_view name) {
  for (std::size_t at = classes.find(name); at != std::string_view::npos; at = classes.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if ((at == 0 || classes[at - 1] == ' ') && (end == classes.size() || classes[end] == ' ')) {
      return true;
    }
  }
  return false;
}

std::string whole_number(float value) {
  return std::to_string(std::lround(value));
}

/// Shortest form of a view box's side: whole numbers without a fraction.
std::string short_number(float value) {
  if (value == std::floor(value)) {
    return whole_number(value);
  }
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  return text;
}

/// Where a link leads; empty when it must not be a link.
std::string link_address(const Link& link, std::string_view href, const Options& options) {
  switch (link.kind) {
    case LinkKind::internal:
      return text::internal_address(options.base, href);
    case LinkKind::unresolved:
      if (!href.empty() && href.front() == '#') {
        return std::string("#").append(options.id_prefix).append(text::encode_address(href.substr(1)));
      }
      return text::allowed_link(href) ? text::encode_address(href) : std::string();
    case LinkKind::external:
      return text::allowed_link(href) ? text::encode_address(href) : std::string();
    case LinkKind::asset:
      return text::internal_address(options.base, href);
    case LinkKind::broken:
      break;
  }
  return {};
}

/// An address as readers write it: without what goes before the host, or a slash at its end.
std::string_view said_address(std::string_view address) {
  for (const std::string_view before : {"mailto:", "https://", "http://"}) {
    if (address.substr(0, before.size()) == before) {
      address.remove_prefix(before.size());
    }
  }
  return address.substr(0, address.find_last_not_of('/') + 1);
}

}  // namespace

void Writer::write_inlines(Index first) {
  for (Index i = first; i != none; i = document_.inlines[i].next) {
    write_inline(i);
  }
}

void Writer::write_inline(Index index) {
  const Inline& node = document_.inlines[index];
  switch (node.kind) {
    case InlineKind::text:
      write_text(index, view(node.text));
      break;
    case InlineKind::soft_break:
    case InlineKind::wbr:
      write_gap(index);
      break;
    case InlineKind::hard_break:
      sink_.open("br");
      sink_.close();
      break;
    case InlineKind::code:
      sink_.open("code");
      write_id(node);
      if (!node.text2.empty()) {
        sink_.attribute("class", std::string("language-").append(view(node.text2)));
      }
      write_text(index, view(node.text));
      sink_.close();
      break;
    case InlineKind::link:
      write_link(index);
      break;
    case InlineKind::image:
      write_image(index);
      break;
    case InlineKind::icon:
      pin_before(index);
      write_icon(node);
      break;
    case InlineKind::button:
      write_button(index);
      break;
    case InlineKind::html:  // only conformance runs hold raw HTML
      break;
    default:
      write_wrapped(node, wrapper_tag(node.kind));
      break;
  }
}

const LineBreak* Writer::next_break(Index inline_index) const {
  if (break_ >= break_end_) {
    return nullptr;
  }
  const LineBreak& line_break = options_.geometry->breaks[break_];
  return line_break.inline_node == inline_index ? &line_break : nullptr;
}

void Writer::pin(const LineBreak& line_break) {
  sink_.pin(line_break.fill, line_break.space, line_break.next_indent);
  ++break_;
}

void Writer::pin_before(Index index) {
  if (const LineBreak* line_break = next_break(index)) {
    pin(*line_break);
  }
}

void Writer::write_text(Index index, std::string_view text, std::size_t from) {
  std::size_t done = from;
  while (const LineBreak* line_break = next_break(index)) {
    if (index == none && line_break->offset > text.size()) {
      break;  // in a later line of this code
    }
    const std::size_t next = std::clamp<std::size_t>(line_break->offset, done, text.size());
    std::size_t end = next;
    if (line_break->space && index == none) {
      end -= end > done ? 1 : 0;
    }
    // A blank left before the pin would swallow the pin's own, and with it the chance to break there. Code keeps its
    // blanks.
    while (line_break->space && index != none && end > done && (text[end - 1] == ' ' || text[end - 1] == '\n')) {
      --end;
    }
    if (end > done) {
      sink_.text(text.substr(done, end - done));
    }
    pin(*line_break);
    done = next;
  }
  if (done < text.size()) {
    sink_.text(text.substr(done));
  }
}

void Writer::write_gap(Index index) {
  if (const LineBreak* line_break = next_break(index)) {
    pin(*line_break);
  } else if (document_.inlines[index].kind == InlineKind::wbr) {
    // Where layout chose the line ends, no other may break.
    if (options_.geometry == nullptr) {
      sink_.open("wbr");
      sink_.attribute("aria-hidden", "true");  // else an address is read with a blank at each
      sink_.close();
    }
  } else {
    sink_.text(options_.mirror ? " " : "\n");
  }
}

void Writer::write_id(const Inline& node) {
  if (!node.id.empty()) {
    sink_.attribute("id", std::string(options_.id_prefix).append(view(node.id)));
  }
}

void Writer::write_wrapped(const Inline& node, std::string_view tag) {
  sink_.open(tag.empty() ? "span" : tag);
  write_id(node);
  scratch_.clear();
  append_author_classes(scratch_, view(node.classes));
  if (!scratch_.empty()) {
    sink_.attribute("class", scratch_);
  }
  if (node.kind == InlineKind::abbreviation && !node.text2.empty()) {
    sink_.attribute("title", view(node.text2));
  }
  if (node.kind == InlineKind::span && !node.text2.empty()) {
    sink_.attribute("lang", view(node.text2));
  }
  write_inlines(node.first_child);
  sink_.close();
}

void Writer::write_link(Index index) {
  const Inline& node = document_.inlines[index];
  const Link& link = document_.links[node.detail];
  const std::string address = link_address(link, view(link.href), options_);
  if (address.empty()) {
    sink_.open("span");
    write_id(node);
    write_inlines(node.first_child);
    sink_.close();
    return;
  }
  const bool marked = is_marked_external(document_, index);
  sink_.open("a");
  sink_.attribute("href", address);
  write_id(node);
  scratch_.clear();
  const auto add_class = [&](bool wanted, std::string_view name) {
    if (wanted) {
      scratch_.append(scratch_.empty() ? "" : " ").append(name);
    }
  };
  add_class(marked, "hg-external");
  // Paper has the addresses of links behind them, but not a second time.
  add_class(said_address(document::inline_text(document_, node.first_child)) == said_address(address), "hg-bare");
  add_class(link.button != 0, "hg-button");
  add_class(link.button == 2, "hg-button-primary");
  add_class(link.covers_card, "hg-covers");
  append_author_classes(scratch_, view(node.classes));
  if (!scratch_.empty()) {
    sink_.attribute("class", scratch_);
  }
  if (leads_out(document_, link)) {
    sink_.attribute("rel", "noopener");
  } else if (link.kind == LinkKind::asset && !options_.conformance) {
    sink_.attribute("rel", "external");  // a file of the author's, even where its address looks like that of a page
  }
  if (marked && !options_.conformance) {
    // A description, not a part of the name: the name is what is seen, and what a reader says to choose it.
    scratch_.assign(view(link.title)).append(link.title.empty() ? "" : " – ").append(options_.labels.leads_out);
    sink_.attribute("aria-description", scratch_);
  }
  if (!link.title.empty()) {
    sink_.attribute("title", view(link.title));
  }
  if (!link.language.empty()) {
    sink_.attribute("lang", view(link.language));
    sink_.attribute("hreflang", view(link.language));
  }
  if (link.use == LinkUse::note) {
    sink_.attribute("role", "doc-noteref");
  } else if (link.use == LinkUse::back) {
    sink_.attribute("role", "doc-backlink");
    sink_.attribute("data-chrome", "");
  }
  if (link.current) {
    const bool page = link.heading == 0 && !current_is_section_ && link.language.empty();
    sink_.attribute("aria-current", page ? "page" : "true");
  }
  sink_.action(inline_action + index);
  write_inlines(node.first_child);
  sink_.close();
}

void Writer::write_image(Index index) {
  const Inline& node = document_.inlines[index];
  const Image& image = document_.images[node.detail];
  const std::string_view source = view(image.source);
  const std::string_view alternative = image.decorative ? std::string_view() : view(image.alt);
  if (source.empty() || !text::allowed_image(source)) {
    sink_.open("span");
    sink_.attribute("class", "hg-missing-image");
    write_text(index, alternative);
    sink_.close();
    return;
  }
  pin_before(index);
  const bool from_web = is_web_address(source);
  sink_.open("img");
  if (options_.mirror && !from_web) {
    // The canvas loads the same file this way; equal modes share one download. Before the address: a browser that was
    // told one already begins anew.
    sink_.attribute("crossorigin", "anonymous");
  }
  sink_.attribute("src", from_web ? text::encode_address(source) : text::internal_address(options_.base, source));
  if (const std::string plain = from_web ? std::string() : document::plain_picture(source); !plain.empty()) {
    sink_.attribute("srcset", text::internal_address(options_.base, plain) + " 1x, " +
                                  text::internal_address(options_.base, source) + " 2x");
  }
  sink_.attribute("alt", alternative);
  write_id(node);
  if (!image.title.empty()) {
    sink_.attribute("title", view(image.title));
  }
  if (image.width >= 1 && image.height >= 1) {
    // Fractions matter: until the file has loaded, browsers take the picture's proportions from these two.
    sink_.attribute("width", short_number(image.width));
    sink_.attribute("height", short_number(image.height));
  }
  scratch_.clear();
  if (image.transparent) {
    scratch_ = "hg-transparent";
  } else if (image.fills_tile()) {
    scratch_ = "hg-square";
  }
  if (image.scheme == document::Scheme::dark) {
    scratch_.append(scratch_.empty() ? "" : " ").append("hg-only-dark");
  }
  if (image.align != document::Align::none) {
    scratch_.append(scratch_.empty() ? "" : " ").append(align_class(image.align));
  }
  append_author_classes(scratch_, view(node.classes));
  if (!scratch_.empty()) {
    sink_.attribute("class", scratch_);
  }
  if (had_image_) {
    sink_.attribute("loading", "lazy");
  }
  sink_.attribute("decoding", "async");
  sink_.close();
  had_image_ = true;
}

void Writer::write_icon(const Inline& node) {
  const std::string_view class_name = has_class(view(node.classes), "lg") ? "hg-icon hg-icon-lg" : "hg-icon";
  const Icons::const_iterator icon =
      options_.icons != nullptr ? options_.icons->find(view(node.text)) : Icons::const_iterator();
  if (options_.icons == nullptr || icon == options_.icons->end()) {
    sink_.open("span");
    sink_.attribute("class", class_name);
    sink_.attribute("aria-hidden", "true");
    sink_.close();
    return;
  }
  sink_.open("svg");
  sink_.attribute("class", class_name);
  sink_.attribute("viewBox", "0 0 " + short_number(icon->second.width) + " " + short_number(icon->second.height));
  sink_.attribute("width", "24");
  sink_.attribute("height", "24");
  sink_.attribute("aria-hidden", "true");
  sink_.attribute("focusable", "false");
  sink_.open("path");
  sink_.attribute("d", icon->second.path);
  sink_.close();
  sink_.close();
}

void Writer::write_button(Index index) {
  const Inline& node = document_.inlines[index];
  sink_.open("button");
  sink_.attribute("type", "button");
  sink_.attribute("class", document::is_text_button(document_, node) ? "hg-text-button" : "hg-control-button");
  sink_.attribute("data-action", view(node.text));
  if (!node.text2.empty()) {
    const std::string_view names = view(node.text2);
    const std::size_t end = names.find('\n');
    if (!document::is_text_button(document_, node)) {
      sink_.attribute("aria-label", names.substr(0, end));
    }
    if (end != std::string_view::npos) {
      sink_.attribute("data-names", names);
    }
  }
  sink_.action(inline_action + index);
  write_inlines(node.first_child);
  sink_.close();
}

}  // namespace hubglass::html
