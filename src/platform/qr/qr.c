// QR codes as a module of its own: text in, squares out. Nothing is allocated; the module imports nothing.

#include <qrcodegen.h>
#include <stdint.h>

#define EXPORT(name) __attribute__((export_name(name)))

enum { longest_text = 1024 };  // an address longer than that is no longer read well from a screen
enum { largest_version = 25 };

static char text[longest_text + 1];
static uint8_t scratch[qrcodegen_BUFFER_LEN_FOR_VERSION(largest_version)];
static uint8_t code[qrcodegen_BUFFER_LEN_FOR_VERSION(largest_version)];

// Where to write the text: UTF-8, at most 1024 bytes, then a 0.
EXPORT("qr_text") char* qr_text(void) {
  return text;
}

// Makes the code of the text. Returns the squares of a side, 0 when the text does not fit.
EXPORT("qr_make") int32_t qr_make(void) {
  text[longest_text] = 0;
  if (!qrcodegen_encodeText(text, scratch, code, qrcodegen_Ecc_MEDIUM, qrcodegen_VERSION_MIN, largest_version,
                            qrcodegen_Mask_AUTO, true)) {
    return 0;
  }
  return qrcodegen_getSize(code);
}

// Whether a square is dark.
EXPORT("qr_dark") int32_t qr_dark(int32_t x, int32_t y) {
  return qrcodegen_getModule(code, x, y) ? 1 : 0;
}
