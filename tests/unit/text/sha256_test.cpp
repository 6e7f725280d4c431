#include "text/sha256.h"

#include <string>

#include <gtest/gtest.h>

namespace hubglass::text {
namespace {

// The example messages of FIPS 180-4 and of NIST's published test values for it.
TEST(Sha256, GivesThePublishedDigests) {
  EXPECT_EQ(hexadecimal(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(hexadecimal(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(hexadecimal(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(
      hexadecimal(sha256("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqr"
                         "lmnopqrsmnopqrstnopqrstu")),
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
  EXPECT_EQ(hexadecimal(sha256(std::string(1'000'000, 'a'))),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, GivesTheSameWhetherFedWholeOrInPieces) {
  std::string message;
  for (int i = 0; i < 300; ++i) {
    message += static_cast<char>(i * 7);
  }
  for (std::size_t size = 0; size <= message.size(); ++size) {
    const std::string_view part = std::string_view(message).substr(0, size);
    for (const std::size_t step : {std::size_t{1}, std::size_t{63}, std::size_t{64}, std::size_t{65}}) {
      Sha256 hash;
      for (std::size_t at = 0; at < size; at += step) {
        hash.update(part.substr(at, step));
      }
      ASSERT_EQ(hash.finish(), sha256(part)) << size << " bytes in steps of " << step;
    }
  }
}

}  // namespace
}  // namespace hubglass::text
