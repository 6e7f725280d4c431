#include "cli/site/assets.h"

#include "cli/site/files.h"
#include "cli/site/image.h"
#include "cli/site/parallel.h"
#include "document/budgets.h"

#include <optional>
#include <set>
#include <utility>

namespace hubglass::site {
namespace {

/// Downloads (PDFs and the like) are copied whole and live in memory meanwhile.
constexpr std::uint64_t most_file_bytes = std::uint64_t{256} << 20;

struct Prepared {
  OutputFile file;
  std::optional<Error> error;
  std::uint64_t bytes_before = 0;
  bool image = false;
};

std::string lower_extension(const std::string& source) {
  std::string extension = std::filesystem::path(source).extension().string();
  for (char& c : extension) {
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return extension;
}

Prepared prepare(hub::Asset& asset, const std::filesystem::path& path, bool as_is, Cache& cache) {
  Prepared prepared;
  const bool image_name = is_image_name(asset.source);
  auto bytes = read_file(path, image_name ? budgets::image_bytes : most_file_bytes);
  if (!bytes) {
    prepared.error = std::move(bytes.error());
    return prepared;
  }
  if (!image_name && image_format(*bytes, asset.source) == ImageFormat::none) {
    asset.file = hashed_name(asset.source, lower_extension(asset.source), *bytes);
    prepared.file = {asset.file, std::move(*bytes)};
    return prepared;
  }
  auto image = cached_image(*bytes, path.string(), as_is, cache);
  if (!image) {
    prepared.error = std::move(image.error());
    return prepared;
  }
  asset.width = image->width;
  asset.height = image->height;
  asset.transparent = image->transparent;
  asset.file = hashed_name(asset.source, image->extension, image->bytes);
  prepared.file = {asset.file, std::move(image->bytes)};
  prepared.bytes_before = bytes->size();
  prepared.image = true;
  return prepared;
}

}  // namespace

PreparedAssets prepare_assets(hub::Project& project, const SiteOptions& options, unsigned threads, Cache& cache,
                              ProgressMeter& progress, Diagnostics& diagnostics) {
  std::vector<hub::Asset>& assets = project.hub.assets;
  std::vector<Prepared> prepared(assets.size());
  progress.begin("images", assets.size());
  parallel_for(assets.size(), threads, [&](std::size_t i) {
    // Browsers do not agree on WebP favicons.
    const bool as_is = !options.images || i == project.hub.favicon;
    prepared[i] = prepare(assets[i], std::filesystem::path(project.content_folder) / assets[i].source, as_is, cache);
    progress.step();
  });
  PreparedAssets result;
  std::set<std::string> names;
  for (Prepared& one : prepared) {
    if (one.error) {
      diagnostics.push_back(Diagnostic{Severity::error, std::move(one.error->where), 0, 0,
                                       one.error->message + ". " + error_remedy(one.error->code)});
      continue;
    }
    if (one.image) {
      ++result.images;
      result.bytes_before += one.bytes_before;
      result.bytes_after += one.file.bytes.size();
    }
    // Two copies of one image are one file.
    if (names.insert(one.file.path).second) {
      result.files.push_back(std::move(one.file));
    }
  }
  return result;
}

}  // namespace hubglass::site
