#include "hub/native/configuration.h"

#include "hub/address.h"
#include "hub/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hubglass::hub {

std::string site_address(const Setting& setting, Reporter& reporter) {
  if (setting.value.empty()) return {};
  Address address = read_address(setting.value);
  if (address.kind != AddressKind::external || host_of(address.text).empty() ||
      address.text.find_first_of("?#") != std::string::npos) {
    reporter.report(Severity::error, setting.line, setting.column,
                    "\"site_url\" must be the address of the hub's folder on the web, such as "
                    "https://hub.example/path/; \"" +
                        setting.value + "\" is not");
    return {};
  }
  if (!address.text.ends_with('/')) address.text += '/';
  return std::move(address.text);
}

std::string strip_html(std::string_view html) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> entities = {{
      {"&copy;", "©"},
      {"&nbsp;", " "},
      {"&lt;", "<"},
      {"&gt;", ">"},
      {"&quot;", "\""},
      {"&#39;", "'"},
      {"&ndash;", "–"},
      {"&amp;", "&"},
  }};
  std::string text;
  for (std::size_t i = 0; i < html.size(); ++i) {
    if (html[i] == '<' && i + 1 < html.size() &&
        (html[i + 1] == '/' || html[i + 1] == '!' || (html[i + 1] | 0x20) >= 'a')) {
      const std::size_t end = html.find('>', i);
      if (end != std::string_view::npos) {
        text += ' ';
        i = end;
        continue;
      }
    }
    const auto entity = std::find_if(entities.begin(), entities.end(),
                                     [&](const auto& pair) { return html.substr(i).starts_with(pair.first); });
    if (html[i] == '&' && entity != entities.end()) {
      text += entity->second;
      i += entity->first.size() - 1;
    } else {
      text += html[i];
    }
  }
  std::string tidy;
  for (const char character : collapse(text)) {
    const bool closes = character == '.' || character == ',' || character == ')';
    if (closes && !tidy.empty() && tidy.back() == ' ') tidy.pop_back();
    tidy += character;
  }
  return tidy;
}

void locate(std::string_view text, std::size_t offset, std::uint32_t& line, std::uint32_t& column) {
  offset = std::min(offset, text.size());
  const std::string_view before = text.substr(0, offset);
  line = 1 + static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t start = before.rfind('\n');
  column = static_cast<std::uint32_t>(start == std::string_view::npos ? offset + 1 : offset - start);
}

}  // namespace hubglass::hub
