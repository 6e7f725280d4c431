#include "cli/site/image.h"

#include "unit/site/samples.h"

#include <cstdlib>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace hubglass::site {
namespace {

Rgba drawing(int x, int y) {
  return x < y ? Rgba{200, 30, 30, 255} : Rgba{250, 250, 250, 255};
}
Rgba photo(int x, int y) {
  // A grain that no lossless way can foretell.
  const unsigned grain = (static_cast<unsigned>(x) * 2654435761u ^ static_cast<unsigned>(y) * 2246822519u) >> 13 & 7;
  return {static_cast<std::uint8_t>(x * 240 / 400 + static_cast<int>(grain)),
          static_cast<std::uint8_t>(y * 240 / 300 + static_cast<int>(grain)),
          static_cast<std::uint8_t>(128 + static_cast<int>(grain)), 255};
}

Error error_of(const std::string& bytes, const char* name = "folder/picture.png") {
  const auto image = prepare_image(bytes, name, ImageUse::text);
  EXPECT_FALSE(image) << name << " was taken";
  return image ? Error{} : image.error();
}

void expect_near(const Rgba& found, const Rgba& wanted, int tolerance) {
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_LE(std::abs(found[i] - wanted[i]), tolerance) << "channel " << i;
  }
}

TEST(Image, BecomesASmallerWebPOfTheSameSizeAndColours) {
  const std::string png = make_png(400, 300, photo);
  const auto image = prepare_image(png, "photo.png", ImageUse::text);
  ASSERT_TRUE(image) << image.error().message;
  EXPECT_EQ(image->extension, ".webp");
  EXPECT_LT(image->bytes.size(), png.size());
  EXPECT_EQ(image->width, 400);
  EXPECT_EQ(image->height, 300);
  EXPECT_FALSE(image->transparent);
  EXPECT_EQ(webp_size(image->bytes).width, 400);
  expect_near(webp_pixel(image->bytes, 200, 2), photo(200, 2), 12);
}

TEST(Image, IsMeasuredWithoutBeingDecodedWhenItIsOnlyLookedAt) {
  std::string png = make_png(400, 300, photo);
  const auto image = prepare_image(png, "photo.png", ImageUse::look);
  ASSERT_TRUE(image) << image.error().message;
  EXPECT_EQ(image->width, 400);
  EXPECT_EQ(image->height, 300);
  EXPECT_TRUE(image->bytes.empty());
  EXPECT_FALSE(prepare_image(png.substr(0, png.size() / 2), "photo.png", ImageUse::look));
}

TEST(Image, DrawingsOfFewColoursAreExact) {
  const auto image = prepare_image(make_png(300, 200, drawing), "logo.PNG", ImageUse::text);
  ASSERT_TRUE(image);
  EXPECT_EQ(image->extension, ".webp");
  expect_near(webp_pixel(image->bytes, 10, 150), drawing(10, 150), 0);
  expect_near(webp_pixel(image->bytes, 100, 99), drawing(100, 99), 0);
}

TEST(Image, IsScaledDownButKeepsItsNaturalSize) {
  const auto image = prepare_image(make_png(2880, 100, drawing), "wide.png", ImageUse::text);
  ASSERT_TRUE(image);
  EXPECT_EQ(image->width, 2880);
  EXPECT_EQ(image->height, 100);
  EXPECT_EQ(webp_size(image->bytes).width, widest_image);
  EXPECT_EQ(webp_size(image->bytes).height, 50);
}

TEST(Image, WideOnesHaveAFileForPlainScreens) {
  const auto image = prepare_image(make_png(1400, 700, photo), "wide.png", ImageUse::text);
  ASSERT_TRUE(image);
  EXPECT_EQ(webp_size(image->bytes).width, 1400);
  EXPECT_EQ(webp_size(image->plain_bytes).width, plain_image);
  EXPECT_EQ(webp_size(image->plain_bytes).height, 360);
  EXPECT_LT(image->plain_bytes.size(), image->bytes.size());
  // 720 px wide it would be 397.8 px high.
  const auto odd = prepare_image(make_png(1238, 684, photo), "odd.png", ImageUse::text);
  ASSERT_TRUE(odd);
  const auto size = webp_size(odd->plain_bytes);
  EXPECT_GE(size.width, plain_image);
  EXPECT_LE(size.width, plain_image + plain_image / 8);
  EXPECT_NEAR(static_cast<double>(size.height) / size.width, 684.0 / 1238, 2e-4 * 684 / 1238);
  const auto narrow = prepare_image(make_png(800, 400, photo), "narrow.png", ImageUse::text);
  ASSERT_TRUE(narrow);
  EXPECT_EQ(narrow->plain_bytes, "");
}

TEST(Image, LogosAndIconsAreAsLargeAsTheyAreShown) {
  const std::string png = make_png(1200, 600, photo);
  const auto logo = prepare_image(png, "logo.png", ImageUse::logo);
  ASSERT_TRUE(logo);
  EXPECT_EQ(logo->width, 1200);
  EXPECT_EQ(webp_size(logo->bytes).height, highest_logo);
  EXPECT_EQ(webp_size(logo->bytes).width, highest_logo * 2);
  EXPECT_EQ(logo->plain_bytes, "");
  const auto icon = prepare_image(png, "icon.png", ImageUse::icon);
  ASSERT_TRUE(icon);
  EXPECT_EQ(icon->extension, ".png");
  EXPECT_LT(icon->bytes.size(), png.size());
  const auto decoded = prepare_image(icon->bytes, "icon.png", ImageUse::as_is);
  ASSERT_TRUE(decoded) << decoded.error().message;
  EXPECT_EQ(decoded->width, widest_icon);
  EXPECT_EQ(decoded->height, widest_icon / 2);
}

TEST(Image, IsAveragedInLinearLight) {
  // Black and white stripes one pixel wide have half the light, which sRGB writes as 188, not 128.
  const auto image = prepare_image(make_png(2880, 16,
                                            [](int x, int) {
                                              return x % 2 == 0 ? Rgba{0, 0, 0, 255} : Rgba{255, 255, 255, 255};
                                            }),
                                   "stripes.png", ImageUse::text);
  ASSERT_TRUE(image);
  if (image->extension == ".webp") {
    expect_near(webp_pixel(image->bytes, 700, 4), {188, 188, 188, 255}, 6);
  }
}

TEST(Image, KnowsWhetherTheBackgroundShowsThrough) {
  const auto clear = prepare_image(make_png(64, 64,
                                            [](int x, int) {
                                              return Rgba{9, 9, 9, std::uint8_t(x < 9 ? 0 : 255)};
                                            }),
                                   "clear.png", ImageUse::text);
  ASSERT_TRUE(clear);
  EXPECT_TRUE(clear->transparent);
  EXPECT_EQ(webp_pixel(clear->bytes, 0, 0)[3], 0);
  EXPECT_EQ(webp_pixel(clear->bytes, 60, 0)[3], 255);
  const auto opaque = prepare_image(make_png(64, 64,
                                             [](int, int) {
                                               return Rgba{9, 9, 9, 254};
                                             }),
                                    "opaque.png", ImageUse::text);
  ASSERT_TRUE(opaque);
  EXPECT_FALSE(opaque->transparent);
}

TEST(Image, KeepsTheOriginalWhenItIsSmaller) {
  const std::string dot = make_png(1, 1, drawing);
  const auto image = prepare_image(dot, "dot.png", ImageUse::text);
  ASSERT_TRUE(image);
  if (image->extension == ".png") {
    EXPECT_EQ(image->bytes, dot);
  } else {
    EXPECT_LT(image->bytes.size(), dot.size());
  }
}

TEST(Image, AsItIsStaysByteForByte) {
  const std::string png = make_png(128, 128, photo);
  const auto image = prepare_image(png, "favicon.png", ImageUse::as_is);
  ASSERT_TRUE(image);
  EXPECT_EQ(image->bytes, png);
  EXPECT_EQ(image->extension, ".png");
  EXPECT_EQ(image->width, 128);
}

TEST(Image, ATurnedJpegStandsUpright) {
  // Red on the left half as stored.
  const std::string jpeg = make_jpeg(320, 160, [](int x, int) {
    return x < 160 ? Rgba{220, 20, 20, 255} : Rgba{20, 20, 220, 255};
  });
  struct Case {
    int orientation;
    int width;
    int height;
    int red_x;
    int red_y;
  };
  // 6: turned right, so the stored left side is on top; 8: turned left; 3: upside down; 5 and 7 mirrored besides.
  for (const Case& turned :
       {Case{1, 320, 160, 10, 80}, Case{2, 320, 160, 310, 80}, Case{3, 320, 160, 310, 80}, Case{4, 320, 160, 10, 80},
        Case{5, 160, 320, 80, 10}, Case{6, 160, 320, 80, 10}, Case{7, 160, 320, 80, 310}, Case{8, 160, 320, 80, 310}}) {
    const auto image = prepare_image(with_orientation(jpeg, turned.orientation), "photo.jpg", ImageUse::text);
    ASSERT_TRUE(image) << image.error().message;
    ASSERT_EQ(image->extension, ".webp");
    EXPECT_EQ(image->width, turned.width) << turned.orientation;
    EXPECT_EQ(image->height, turned.height) << turned.orientation;
    expect_near(webp_pixel(image->bytes, turned.red_x, turned.red_y), {220, 20, 20, 255}, 25);
  }
}

TEST(Image, TurnsEachCornerToItsPlace) {
  // Stored: red at the top left, green at the top right. Orientation 6 means: turn right by 90 degrees to show.
  const std::string jpeg = make_jpeg(320, 160, [](int x, int y) {
    return y >= 80 ? Rgba{20, 20, 220, 255} : x < 160 ? Rgba{220, 20, 20, 255} : Rgba{20, 200, 20, 255};
  });
  const auto right = prepare_image(with_orientation(jpeg, 6), "photo.jpg", ImageUse::text);
  ASSERT_TRUE(right);
  expect_near(webp_pixel(right->bytes, 150, 10), {220, 20, 20, 255}, 25);
  expect_near(webp_pixel(right->bytes, 150, 310), {20, 200, 20, 255}, 25);
  const auto left = prepare_image(with_orientation(jpeg, 8), "photo.jpg", ImageUse::text);
  ASSERT_TRUE(left);
  expect_near(webp_pixel(left->bytes, 10, 310), {220, 20, 20, 255}, 25);
  expect_near(webp_pixel(left->bytes, 10, 10), {20, 200, 20, 255}, 25);
}

TEST(Image, AnimationsAreNotStopped) {
  std::string png = make_png(200, 200, photo);
  png.insert(33, png_chunk("acTL", std::string("\0\0\0\x02\0\0\0\0", 8)));
  const auto image = prepare_image(png, "moving.png", ImageUse::text);
  ASSERT_TRUE(image) << image.error().message;
  EXPECT_EQ(image->bytes, png);
}

TEST(Image, GifAndWebPPassWithTheirSizes) {
  std::string gif("GIF89a\x03\0\x02\0\x80\0\0\xff\0\0\0\0\0", 19);
  gif += std::string("\x21\xf9\x04\x01\0\0\0\0", 8);                           // transparent colour
  gif += std::string("\x2c\0\0\0\0\x03\0\x02\0\0\x02\x02\x84\x51\0\x3b", 16);  // one frame, trailer
  const auto image = prepare_image(gif, "dot.gif", ImageUse::text);
  ASSERT_TRUE(image) << image.error().message;
  EXPECT_EQ(image->bytes, gif);
  EXPECT_EQ(image->width, 3);
  EXPECT_EQ(image->height, 2);
  EXPECT_TRUE(image->transparent);
  for (std::size_t size = 6; size < gif.size(); ++size) {
    ASSERT_FALSE(prepare_image(gif.substr(0, size), "dot.gif", ImageUse::text)) << size;
  }
  const auto webp = prepare_image(make_png(400, 300, photo), "photo.png", ImageUse::text);
  ASSERT_TRUE(webp);
  const auto again = prepare_image(webp->bytes, "photo.webp", ImageUse::text);
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(again->bytes, webp->bytes);
  EXPECT_EQ(again->width, 400);
  EXPECT_EQ(error_of(webp->bytes.substr(0, webp->bytes.size() / 2), "cut.webp").code, ErrorCode::image_malformed);
}

TEST(Image, DamagedFilesAreRefusedByName) {
  const std::string png = make_png(64, 64, noise);
  const std::string jpeg = make_jpeg(64, 64, noise);
  for (const std::string& whole : {png, jpeg}) {
    for (std::size_t size = 0; size < whole.size(); size += size < 200 ? 1 : 97) {
      ASSERT_FALSE(prepare_image(whole.substr(0, size), "cut.png", ImageUse::text)) << size << " of " << whole.size();
    }
  }
  for (std::size_t i = 8; i < png.size(); i += i < 64 ? 1 : 101) {
    std::string altered = png;
    altered[i] = static_cast<char>(altered[i] ^ 0x20);
    ASSERT_FALSE(prepare_image(altered, "altered.png", ImageUse::text)) << "byte " << i;
  }
  const Error error = error_of(png.substr(0, 100));
  EXPECT_EQ(error.code, ErrorCode::image_malformed);
  EXPECT_EQ(error.where, "folder/picture.png");
  EXPECT_EQ(error_of("").code, ErrorCode::image_malformed);
  EXPECT_EQ(error_of("not an image").code, ErrorCode::image_malformed);
}

TEST(Image, AlteredJpegsNeverCrash) {
  const std::string jpeg = with_orientation(make_jpeg(48, 48, noise), 6);
  for (std::size_t i = 0; i < jpeg.size(); i += i < 700 ? 1 : 13) {
    for (const char value : {'\0', '\xff', '\x7f'}) {
      std::string altered = jpeg;
      altered[i] = value;
      (void)prepare_image(altered, "altered.jpg", ImageUse::as_is);
    }
  }
}

TEST(Image, HugeOnesAreRefusedBeforeTheyAreDecoded) {
  const std::string header = std::string("\0\0\xea\x60\0\0\xea\x60\x08\x06\0\0\0", 13);  // 60000 × 60000
  const std::string bomb =
      "\x89PNG\r\n\x1a\n" + png_chunk("IHDR", header) + png_chunk("IDAT", "x") + png_chunk("IEND", "");
  const Error error = error_of(bomb);
  EXPECT_EQ(error.code, ErrorCode::image_too_large);
  EXPECT_NE(error.message.find("60000"), std::string::npos);
}

TEST(Image, ComesFromTheCacheTheSame) {
  const TemporaryFolder folder;
  Cache cache(folder.path());
  for (const ImageUse use : {ImageUse::text, ImageUse::logo, ImageUse::icon, ImageUse::as_is}) {
    const std::string png = make_png(1200, 100, [](int x, int y) {
      Rgba pixel = photo(x, y);
      pixel[3] = 77;
      return pixel;
    });
    const auto made = cached_image(png, "a.png", use, cache);
    const std::uint32_t before = cache.hits();
    const auto kept = cached_image(png, "b.png", use, cache);
    ASSERT_TRUE(made && kept);
    EXPECT_EQ(cache.hits(), before + 1);
    EXPECT_EQ(made->bytes, kept->bytes);
    EXPECT_EQ(made->plain_bytes, kept->plain_bytes);
    EXPECT_EQ(made->plain_bytes.empty(), use != ImageUse::text);
    EXPECT_EQ(made->extension, kept->extension);
    EXPECT_EQ(made->width, kept->width);
    EXPECT_EQ(made->height, kept->height);
    EXPECT_EQ(made->transparent, kept->transparent);
  }
}

}  // namespace
}  // namespace hubglass::site
