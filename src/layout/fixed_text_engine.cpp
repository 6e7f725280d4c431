#include "layout/fixed_text_engine.h"

#include <cmath>

namespace hubglass::layout {

namespace {

/// Widths in hundredths of an em of a character beyond ASCII.
unsigned width_of(char32_t code) {
  const bool zero = (code >= 0x300 && code <= 0x36F) || (code >= 0x200B && code <= 0x200F) || code == 0xAD ||
                    (code >= 0xFE00 && code <= 0xFE0F);
  const bool wide = (code >= 0x1100 && code <= 0x115F) || (code >= 0x2E80 && code <= 0xA4CF) ||
                    (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0xF900 && code <= 0xFAFF) ||
                    (code >= 0xFE30 && code <= 0xFE6F) || (code >= 0xFF00 && code <= 0xFF60) || code >= 0x1F300;
  return zero ? 0 : wide ? 100 : 50;
}

}  // namespace

void FixedTextEngine::measure(std::span<const Run> runs, std::span<float> advances) {
  ++batches;
  measured += runs.size();
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const std::string_view text = runs[i].text;
    measured_bytes += text.size();
    std::size_t plain = 0;
    std::uint64_t other = 0;
    for (std::size_t at = 0; at < text.size();) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if (byte < 0x80) {
        ++plain;
        ++at;
        continue;
      }
      const std::size_t size = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
      char32_t code = byte & (0xFFu >> (size + 1));
      for (std::size_t k = 1; k < size && at + k < text.size(); ++k) {
        code = (code << 6) | (static_cast<unsigned char>(text[at + k]) & 0x3Fu);
      }
      other += width_of(code);
      at += size;
    }
    const Style style = runs[i].style;
    float em = font_size(theme_, style) / 100;
    if (font_weight(theme_, style) >= 700) {
      em *= 1.05F;
    }
    const auto hundredths = static_cast<float>(plain * (style.mono ? 60u : 50u) + other);
    advances[i] = hundredths * em;
  }
}

float FixedTextEngine::baseline(Style style) {
  const float size = font_size(theme_, style);
  const float ascent = std::round(size * 0.93F);
  const float descent = std::round(size * 0.24F);
  return ascent + std::floor((line_height(theme_, style.role) - ascent - descent) / 2);
}

}  // namespace hubglass::layout
