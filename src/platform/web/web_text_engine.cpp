#include "platform/web/web_text_engine.h"

#include "platform/web/host.h"
#include "platform/web/utf16.h"

namespace hubglass::platform::web {

void WebTextEngine::measure(std::span<const layout::Run> runs, std::span<float> advances) {
  if (runs.empty()) {
    return;
  }
  text_.clear();
  runs_.clear();
  for (const layout::Run& run : runs) {
    text_ += run.text;
    runs_.push_back(utf16_length(run.text));
    runs_.push_back(run.style.key());
  }
  host_measure(instance_, text_.data(), static_cast<std::uint32_t>(text_.size()), runs_.data(),
               static_cast<std::uint32_t>(runs.size()), advances.data());
}

float WebTextEngine::baseline(layout::Style style) {
  float& known = baselines_[style.key()];
  if (known < 0) {
    known = host_baseline(instance_, style.key());
  }
  return known;
}

}  // namespace hubglass::platform::web
