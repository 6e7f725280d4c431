// The one place where the stb libraries are compiled. Only what is used of them is switched on, and nothing that reads
// files by itself.

#if defined(__GNUC__)
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wunused-parameter"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#pragma GCC diagnostic ignored "-Wpedantic"
#endif

// Zeroed memory: a broken JPEG that uses a table it never defined then finds an empty one instead of whatever lay
// there, and gives the same pixels each time.
#include <cstdlib>
#define STBI_MALLOC(size) std::calloc(1, size)
#define STBI_REALLOC(memory, size) std::realloc(memory, size)
#define STBI_FREE(memory) std::free(memory)

#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_JPEG
#define STBI_ONLY_PNG
#define STBI_NO_STDIO
#include <stb_image.h>

#define STB_IMAGE_RESIZE_IMPLEMENTATION
#include <stb_image_resize.h>

// PNG files are packed by zlib, which does it better.
#include <zlib.h>

static unsigned char* pack_with_zlib(unsigned char* data, int size, int* packed_size, int /*quality*/) {
  uLongf length = compressBound(static_cast<uLong>(size));
  auto* packed = static_cast<unsigned char*>(std::malloc(length));
  if (packed != nullptr && compress2(packed, &length, data, static_cast<uLong>(size), Z_BEST_COMPRESSION) != Z_OK) {
    std::free(packed);
    packed = nullptr;
  }
  *packed_size = static_cast<int>(length);
  return packed;
}

#define STBIW_ZLIB_COMPRESS pack_with_zlib
#define STBIW_MALLOC(size) std::malloc(size)
#define STBIW_REALLOC(memory, size) std::realloc(memory, size)
#define STBIW_FREE(memory) std::free(memory)
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STBI_WRITE_NO_STDIO
#include <stb_image_write.h>
