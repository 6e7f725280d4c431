#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hubglass::text {

using Sha256Digest = std::array<std::uint8_t, 32>;

/// SHA-256 (FIPS 180-4), fed in pieces. Our own, because browsers have no SubtleCrypto on plain http and in opaque
/// origins.
class Sha256 {
 public:
  Sha256& update(std::string_view bytes);
  /// The digest of all that was fed. The object must not be used after it.
  Sha256Digest finish();

 private:
  void compress(const std::uint8_t* block);

  std::array<std::uint32_t, 8> state_ = {0x6a09e667u, 0xbb67ae85u, 0x3c6ef372u, 0xa54ff53au,
                                         0x510e527fu, 0x9b05688cu, 0x1f83d9abu, 0x5be0cd19u};
  std::array<std::uint8_t, 64> pending_ = {};
  std::size_t pending_size_ = 0;
  std::uint64_t total_ = 0;
};

Sha256Digest sha256(std::string_view bytes);

/// 64 lower-case hexadecimal digits.
std::string hexadecimal(const Sha256Digest& digest);

}  // namespace hubglass::text
