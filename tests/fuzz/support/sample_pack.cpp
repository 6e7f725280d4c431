#include "fuzz/support/sample_pack.h"

#include "pack/write/write.h"
#include "unit/pack/sample.h"

namespace hubglass::fuzz {

std::string sample_pack() {
  return pack::write(pack::sample_page());
}

}  // namespace hubglass::fuzz
