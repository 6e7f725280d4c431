#include "fuzz/support/sample_pack.h"

#include "pack/pack.h"
#include "unit/pack/sample.h"

namespace hubglass::fuzz {

std::string sample_pack() {
  return pack::write(pack::sample_hub(), pack::sample_texts(), pack::sample_translations());
}

}  // namespace hubglass::fuzz
