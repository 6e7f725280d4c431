// A pack from anywhere. It is linked twice: as it is, where hashes refuse nearly everything (pack), and with a hash
// that always fits (pack_unhashed), which is how somebody writes who can also compute hashes.

#include "fuzz/support/expect.h"
#include "fuzz/support/input.h"
#include "fuzz/support/sample_pack.h"
#include "html/html.h"
#include "html/mirror.h"
#include "pack/read/read.h"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

/// Where scripts/fuzz asks for it, puts a whole pack among the seeds: its format may change, and a kept file would not.
extern "C" int LLVMFuzzerInitialize(int* /*count*/, char*** /*arguments*/) {
  if (const char* folder = std::getenv("HUBGLASS_FUZZ_SEEDS")) {
    const std::string bytes = hubglass::fuzz::sample_pack();
    if (std::FILE* file = std::fopen((std::string(folder) + "/sample.hubpack").c_str(), "wb")) {
      std::fwrite(bytes.data(), 1, bytes.size(), file);
      std::fclose(file);
    }
  }
  HUBGLASS_EXPECT(hubglass::pack::read(hubglass::fuzz::sample_pack()));
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hubglass;
  const auto read = pack::read(fuzz::text_of(data, size));
  if (!read) {
    HUBGLASS_EXPECT(!read.error().message.empty() && !read.error().where.empty());
    HUBGLASS_EXPECT(error_name(read.error().code) != nullptr);
    return 0;
  }
  // What is taken can be shown.
  for (const document::Document* part : {&read->content, &read->contents, &read->header, &read->navigation}) {
    html::Options options;
    options.icons = &read->icons;
    options.labels = read->labels;
    HUBGLASS_EXPECT(html::to_html(*part, options).find("<script") == std::string::npos);
    std::vector<std::uint8_t> operations;
    html::write_mirror(*part, options, operations);
  }
  return 0;
}
