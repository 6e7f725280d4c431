#pragma once

#include "cli/site/cache.h"
#include "cli/site/output.h"
#include "cli/site/progress.h"
#include "cli/site/site.h"

#include <vector>

namespace hubglass::site {

struct PreparedAssets {
  std::vector<OutputFile> files;  ///< each once, in the order of Hub::assets
  std::size_t images = 0;
  std::uint64_t bytes_before = 0;  ///< of the images
  std::uint64_t bytes_after = 0;
};

enum class AssetWork {
  look,  ///< only finds what is wrong, as far as that shows without decoding a picture
  make,
};

/// Makes every asset of the project ready, on `threads` threads: images as prepare_image does, anything else as it is.
/// Fills in the assets' files, sizes and transparency. What is no image and is published anyway (Project::files) keeps
/// its own address and is none of the files here. One finding per file that is missing, damaged or too large: a warning
/// where such an image is published anyway, and shown as it is; else an error.
PreparedAssets prepare_assets(hub::Project& project, AssetWork work, const SiteOptions& options, unsigned threads,
                              Cache& cache, ProgressMeter& progress, Diagnostics& diagnostics);

}  // namespace hubglass::site
