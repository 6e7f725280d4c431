// A drawing as it would be published: nothing in it runs or leads out, and what was let through is let through again.

#include "cli/site/svg.h"
#include "fuzz/support/expect.h"
#include "fuzz/support/input.h"
#include "fuzz/support/schemes.h"

#include <cmath>
#include <string>

namespace {

using namespace hubglass;

std::string lower(std::string_view text) {
  std::string result;
  for (const char c : text) result.push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c));
  return result;
}

std::string_view local(std::string_view name) {
  return name.substr(name.find(':') + 1);
}

constexpr std::string_view blanks = " \t\r\n";

/// Walks over one tag's attributes; written apart from the code that is tested.
void check_attributes(std::string_view tag) {
  std::size_t at = tag.find_first_of(blanks);
  while (at != std::string_view::npos && (at = tag.find_first_not_of(" \t\r\n/", at)) != std::string_view::npos) {
    const std::size_t equals = tag.find('=', at);
    if (equals == std::string_view::npos) return;
    std::string_view name = tag.substr(at, equals - at);
    name = name.substr(0, name.find_first_of(blanks));
    const std::size_t quote = tag.find_first_not_of(blanks, equals + 1);
    HUBGLASS_EXPECT(quote != std::string_view::npos && (tag[quote] == '"' || tag[quote] == '\''));
    const std::size_t end = tag.find(tag[quote], quote + 1);
    HUBGLASS_EXPECT(end != std::string_view::npos);
    const std::string value = lower(tag.substr(quote + 1, end - quote - 1));
    HUBGLASS_EXPECT(!lower(local(name)).starts_with("on"));
    if (lower(local(name)) == "href" && value.find('&') == std::string::npos) {
      const std::string scheme = fuzz::browser_scheme(value);
      HUBGLASS_EXPECT(scheme.empty() || scheme == "data");
      HUBGLASS_EXPECT(scheme != "data" || value.find("data:image/svg") == std::string::npos);
    }
    at = end + 1;
  }
}

/// The end of a tag: quotes may hold a ">".
std::size_t end_of_tag(std::string_view svg, std::size_t at) {
  char quote = 0;
  for (; at < svg.size(); ++at) {
    if (quote != 0) {
      quote = svg[at] == quote ? '\0' : quote;
    } else if (svg[at] == '"' || svg[at] == '\'') {
      quote = svg[at];
    } else if (svg[at] == '>') {
      return at;
    }
  }
  return std::string_view::npos;
}

void check_markup(std::string_view svg) {
  std::size_t at = 0;
  while ((at = svg.find('<', at)) != std::string_view::npos) {
    std::string_view end;
    for (const auto& [begin, until] : {std::pair<std::string_view, std::string_view>{"<!--", "-->"},
                                       {"<![CDATA[", "]]>"},
                                       {"<?", "?>"},
                                       {"<!", ">"}}) {
      if (end.empty() && svg.substr(at).starts_with(begin)) end = until;
    }
    if (!end.empty()) {
      const std::size_t closed = svg.find(end, at + 2);
      HUBGLASS_EXPECT(closed != std::string_view::npos);
      at = closed + end.size();
      continue;
    }
    const std::size_t closed = end_of_tag(svg, at);
    HUBGLASS_EXPECT(closed != std::string_view::npos);
    const std::string_view tag = svg.substr(at + 1, closed - at - 1);
    const std::string name = lower(local(tag.substr(0, tag.find_first_of(" \t\r\n/", 1))));
    for (const char* forbidden : {"script", "foreignobject", "iframe", "object", "embed", "handler", "listener"}) {
      HUBGLASS_EXPECT(name != forbidden);
    }
    check_attributes(tag);
    at = closed + 1;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto image = site::prepare_svg(fuzz::text_of(data, size), "drawing.svg");
  if (!image) {
    HUBGLASS_EXPECT(!image.error().message.empty());
    return 0;
  }
  HUBGLASS_EXPECT(std::isfinite(image->width) && image->width >= 0 && std::isfinite(image->height) &&
                  image->height >= 0);
  HUBGLASS_EXPECT(image->bytes.find('\0') == std::string::npos);
  check_markup(image->bytes);
  const auto again = site::prepare_svg(image->bytes, "drawing.svg");
  HUBGLASS_EXPECT(again && again->bytes == image->bytes);
  HUBGLASS_EXPECT(again->width == image->width && again->height == image->height);
  return 0;
}
