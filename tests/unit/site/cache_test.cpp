#include "cli/site/cache.h"

#include "cli/site/compress.h"
#include "unit/site/samples.h"

#include <chrono>
#include <cstdlib>
#include <string>

#include <brotli/decode.h>
#include <gtest/gtest.h>
#include <zlib.h>

namespace hubglass::site {
namespace {

namespace fs = std::filesystem;

fs::path object_path(const Cache& cache, const std::string& key) {
  return cache.folder() / "objects" / key.substr(0, 2) / key.substr(2);
}

TEST(Cache, GivesBackWhatWasKept) {
  const TemporaryFolder folder;
  Cache cache(folder.path() / "cache");
  const std::string key = Cache::key("recipe", "input");
  EXPECT_FALSE(cache.find(key));
  cache.keep(key, "bytes");
  EXPECT_EQ(cache.find(key), "bytes");
  cache.keep(Cache::key("recipe", "other"), "");
  EXPECT_EQ(cache.find(Cache::key("recipe", "other")), "");
  EXPECT_EQ(Cache(folder.path() / "cache").find(key), "bytes");
}

TEST(Cache, KeysTellRecipesAndInputsApart) {
  EXPECT_NE(Cache::key("a", "bc"), Cache::key("ab", "c"));
  EXPECT_NE(Cache::key("a", "b"), Cache::key("a", "c"));
  EXPECT_EQ(Cache::key("a", "b"), Cache::key("a", "b"));
}

TEST(Cache, DamagedEntriesCountAsMissing) {
  const TemporaryFolder folder;
  Cache cache(folder.path());
  const std::string key = Cache::key("recipe", "input");
  cache.keep(key, "some bytes");
  const std::string whole = get_file(object_path(cache, key));
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string altered = whole;
    altered[i] = static_cast<char>(altered[i] ^ 4);
    put_file(object_path(cache, key), altered);
    ASSERT_FALSE(cache.find(key)) << i;
    put_file(object_path(cache, key), whole.substr(0, i));
    ASSERT_FALSE(cache.find(key)) << i;
  }
  cache.keep(key, "some bytes");
  EXPECT_EQ(cache.find(key), "some bytes");
}

TEST(Cache, ForgetsWhatWasNotUsedForLongest) {
  const TemporaryFolder folder;
  Cache cache(folder.path(), 10'000);
  const std::string payload(2'000, 'x');
  const auto now = fs::file_time_type::clock::now();
  std::vector<std::string> keys;
  for (int i = 0; i < 8; ++i) {
    keys.push_back(Cache::key("recipe", std::to_string(i)));
    cache.keep(keys.back(), payload);
    fs::last_write_time(object_path(cache, keys.back()), now - std::chrono::hours(24 * (10 - i)));
  }
  EXPECT_TRUE(cache.find(keys[0]));  // used just now
  cache.trim();
  EXPECT_TRUE(cache.find(keys[0]));
  EXPECT_FALSE(cache.find(keys[1]));
  EXPECT_FALSE(cache.find(keys[2]));
  EXPECT_TRUE(cache.find(keys[7]));
}

TEST(Cache, SaysOnceThatItCannotBeWritten) {
  const TemporaryFolder folder;
  put_file(folder.path() / "file", "x");
  Cache cache(folder.path() / "file" / "cache");
  EXPECT_EQ(cache.problem(), "");
  cache.keep(Cache::key("a", "b"), "bytes");
  EXPECT_NE(cache.problem().find("--cache"), std::string::npos);
  Cache off({});
  off.keep(Cache::key("a", "b"), "bytes");
  EXPECT_FALSE(off.find(Cache::key("a", "b")));
  EXPECT_EQ(off.problem(), "");
}

TEST(Cache, LiesWhereTheUserWantsIt) {
  const auto set = [](const char* name, const char* value) {
    value == nullptr ? unsetenv(name) : setenv(name, value, 1);
  };
  const char* names[] = {"HUBGLASS_CACHE", "XDG_CACHE_HOME", "HOME"};
  std::vector<std::pair<const char*, std::string>> before;
  for (const char* name : names) {
    const char* value = std::getenv(name);
    before.emplace_back(name, value == nullptr ? "" : value);
  }
  set("HUBGLASS_CACHE", "/a");
  set("XDG_CACHE_HOME", "/b");
  set("HOME", "/c");
  EXPECT_EQ(Cache::default_folder(), "/a");
  set("HUBGLASS_CACHE", nullptr);
  EXPECT_EQ(Cache::default_folder(), "/b/hubglass");
  set("XDG_CACHE_HOME", "relative");
  EXPECT_EQ(Cache::default_folder(), "/c/.cache/hubglass");
  set("HOME", nullptr);
  EXPECT_EQ(Cache::default_folder(), "");
  for (const auto& [name, value] : before) {
    set(name, value.empty() ? nullptr : value.c_str());
  }
}

TEST(Compress, BrotliAndGzipGiveBackTheirInput) {
  std::string text;
  for (int i = 0; i < 4000; ++i) {
    text += "line " + std::to_string(i * 7919 % 101) + "\n";
  }
  for (const std::string& input : {std::string(), std::string("x"), text}) {
    const std::string small = brotli(input);
    std::string large(input.size() + 1, '\0');
    std::size_t size = large.size();
    ASSERT_EQ(BrotliDecoderDecompress(small.size(), reinterpret_cast<const std::uint8_t*>(small.data()), &size,
                                      reinterpret_cast<std::uint8_t*>(large.data())),
              BROTLI_DECODER_RESULT_SUCCESS);
    EXPECT_EQ(large.substr(0, size), input);

    const std::string zipped = gzip(input);
    EXPECT_EQ(zipped.substr(4, 4), std::string(4, '\0')) << "a time would make builds differ";
    z_stream stream = {};
    ASSERT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(zipped.data()));
    stream.avail_in = static_cast<uInt>(zipped.size());
    stream.next_out = reinterpret_cast<Bytef*>(large.data());
    stream.avail_out = static_cast<uInt>(large.size());
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    EXPECT_EQ(large.substr(0, stream.total_out), input);
    inflateEnd(&stream);
  }
  EXPECT_LT(brotli(text).size(), text.size() / 5);
}

TEST(Compress, KnowsWhatShrinks) {
  for (const char* file :
       {"index.html", "hub-glass.js", "assets/a.0.wasm", "assets/hub.1.hubpack", "x.svg", "sitemap.xml"}) {
    EXPECT_TRUE(is_compressible(file)) << file;
  }
  for (const char* file : {"_headers", "a.webp", "a.png", "a.pdf", "a.html.br"}) {
    EXPECT_FALSE(is_compressible(file)) << file;
  }
}

}  // namespace
}  // namespace hubglass::site
