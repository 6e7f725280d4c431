#pragma once

#include "paint/raster.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace hubglass::tests {

/// Keeps what painting asked for. Job texts are copied, since they live for the call only.
class RecordingRaster : public paint::Raster {
 public:
  struct Job {
    paint::RasterJob job;
    std::string text;
  };

  [[nodiscard]] std::uint32_t largest_atlas() const override { return largest; }
  std::uint64_t resize_atlas(std::uint32_t side) override {
    sides.push_back(side);
    return ++last_texture;
  }
  void draw(std::span<const paint::RasterJob> drawn) override {
    ++draws;
    for (const paint::RasterJob& job : drawn) {
      jobs.push_back({job, std::string(job.text)});
    }
  }
  std::uint64_t image(std::string_view file, std::uint32_t width, std::uint32_t height) override {
    last_image_width = width;
    last_image_height = height;
    const auto found = images.find(file);
    return found == images.end() ? 0 : found->second;
  }
  void clear() {
    jobs.clear();
    sides.clear();
    draws = 0;
  }

  /// The jobs that are not the atlas' own white patch.
  std::vector<Job> fragments() const {
    std::vector<Job> found;
    for (const Job& job : jobs) {
      if (job.job.kind == paint::RasterJob::Kind::text || job.text != "M0 0H24V24H0Z") {
        found.push_back(job);
      }
    }
    return found;
  }

  std::uint32_t largest = 8192;
  std::vector<Job> jobs;
  std::vector<std::uint32_t> sides;
  std::map<std::string, std::uint64_t, std::less<>> images;
  std::uint64_t last_texture = 100;
  std::uint32_t last_image_width = 0;
  std::uint32_t last_image_height = 0;
  int draws = 0;
};

}  // namespace hubglass::tests
