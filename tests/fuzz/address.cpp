// Addresses and paths: a line of what is around (a folder or base), then what an author wrote.

#include "text/address.h"
#include "fuzz/support/expect.h"
#include "fuzz/support/input.h"
#include "fuzz/support/schemes.h"
#include "hub/address.h"
#include "text/safe.h"

namespace {

using namespace hubglass;

bool climbs(std::string_view path) {
  return path == ".." || path.starts_with("../") || path.ends_with("/..") ||
         path.find("/../") != std::string_view::npos;
}

void check_written(std::string_view written) {
  const hub::Address address = hub::read_address(written);
  if (address.kind == hub::AddressKind::external) {
    HUBGLASS_EXPECT(fuzz::harmless_link(address.text) && !fuzz::browser_scheme(address.text).empty());
    HUBGLASS_EXPECT(address.text.find_first_of("\n\r\t") == std::string::npos);
  }
  if (address.kind == hub::AddressKind::relative) {
    HUBGLASS_EXPECT(fuzz::browser_scheme(written).empty());
  }
  HUBGLASS_EXPECT(fuzz::harmless_link(written) || address.kind == hub::AddressKind::disallowed);

  // What is written out must be judged as it will be read.
  HUBGLASS_EXPECT(!text::allowed_link(written) || fuzz::harmless_link(written));
  HUBGLASS_EXPECT(!text::allowed_image(written) || fuzz::harmless_image(written));
  const std::string encoded = text::encode_address(written);
  for (const char c : encoded) HUBGLASS_EXPECT(c > 0x20 && c < 0x7F && c != '"' && c != '<' && c != '>' && c != '\\');
  HUBGLASS_EXPECT(text::encode_address(encoded) == encoded);
  HUBGLASS_EXPECT(!text::allowed_link(written) || fuzz::harmless_link(encoded));

  HUBGLASS_EXPECT(!text::is_safe_address(written) || fuzz::harmless_link(written));
  HUBGLASS_EXPECT(!text::is_external_address(written) || !fuzz::browser_scheme(written).empty());
}

void check_paths(std::string_view base, std::string_view written) {
  for (const bool folder : {false, true}) {
    if (text::is_safe_path(written, folder)) {
      HUBGLASS_EXPECT(!climbs(written) && fuzz::stays(text::encode_address(written)));  // as it is written out
      HUBGLASS_EXPECT(written.find('\\') == std::string_view::npos && written.find('\0') == std::string_view::npos);
    }
  }
  if (const auto joined = hub::join_path(base, written)) {
    HUBGLASS_EXPECT(!climbs(*joined) && !joined->starts_with("/"));
    const auto again = hub::join_path("", *joined);
    HUBGLASS_EXPECT(again && *again == *joined);
  }
  for (const std::string_view own : {"", "../", "../../"}) {
    const std::string address = text::internal_address(own, written);
    HUBGLASS_EXPECT(!address.empty() && fuzz::stays(address));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view written = fuzz::text_of(data, size);
  const std::string_view base = fuzz::take_line(written);
  check_written(written);
  check_paths(base, written);
  return 0;
}
