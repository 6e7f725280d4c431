#include "cli/site/assets.h"

#include "cli/site/files.h"
#include "cli/site/image.h"
#include "cli/site/parallel.h"
#include "document/budgets.h"
#include "hub/pictures.h"

#include <optional>
#include <set>
#include <utility>

namespace hubglass::site {
namespace {

/// Downloads (PDFs and the like) are copied whole and live in memory meanwhile.
constexpr std::uint64_t most_file_bytes = std::uint64_t{256} << 20;

struct Prepared {
  OutputFile file;
  OutputFile plain;  ///< for plain screens; without a path when there is none
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

Prepared prepare(hub::Asset& asset, const std::filesystem::path& path, ImageUse use, Cache& cache) {
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
  auto image = cached_image(*bytes, path.string(), use, cache);
  if (!image) {
    prepared.error = std::move(image.error());
    return prepared;
  }
  asset.width = image->width;
  asset.height = image->height;
  asset.transparent = image->transparent;
  if (image->plain_bytes.empty()) {
    asset.file = hashed_name(asset.source, image->extension, image->bytes);
  } else {
    // One hash of both: a name stands for its content, and each name tells the other.
    asset.file = hashed_name(asset.source, ".2x" + image->extension, image->bytes + image->plain_bytes);
    prepared.plain = {hub::plain_picture(asset.file), std::move(image->plain_bytes)};
  }
  prepared.file = {asset.file, std::move(image->bytes)};
  prepared.bytes_before = bytes->size();
  prepared.image = true;
  return prepared;
}

std::string_view file_name(std::string_view path) {
  return path.substr(path.find_last_of("/\\") + 1);
}

/// Names of all files that pages show as pictures; pages write paths in many ways.
std::set<std::string, std::less<>> pictures_of_pages(const hub::Project& project) {
  std::set<std::string, std::less<>> names;
  const auto add = [&](const std::vector<document::Document>& documents) {
    for (const document::Document& document : documents) {
      for (const document::Image& image : document.images) {
        names.emplace(file_name(document.view(image.source)));
      }
    }
  };
  add(project.documents);
  for (const hub::Translations& language : project.translations) {
    add(language.documents);
  }
  for (const hub::Initiative& initiative : project.hub.initiatives) {
    if (initiative.logo < project.hub.assets.size()) {
      names.emplace(file_name(project.hub.assets[initiative.logo].source));
    }
  }
  return names;
}

ImageUse use_of(const hub::Hub& hub, std::size_t asset, const std::set<std::string, std::less<>>& pictures) {
  const bool icon = asset == hub.favicon;
  const bool logo = asset == hub.logo;
  if (icon && logo) {
    return ImageUse::as_is;
  }
  if (pictures.contains(file_name(hub.assets[asset].source))) {
    return icon ? ImageUse::as_is : ImageUse::text;
  }
  return icon ? ImageUse::icon : logo ? ImageUse::logo : ImageUse::text;
}

}  // namespace

PreparedAssets prepare_assets(hub::Project& project, AssetWork work, const SiteOptions& options, unsigned threads,
                              Cache& cache, ProgressMeter& progress, Diagnostics& diagnostics) {
  std::vector<hub::Asset>& assets = project.hub.assets;
  std::vector<Prepared> prepared(assets.size());
  const std::set<std::string, std::less<>> pictures = pictures_of_pages(project);
  progress.begin(work == AssetWork::look ? "files looked at" : "images", assets.size());
  parallel_for(assets.size(), threads, [&](std::size_t i) {
    const ImageUse use = work == AssetWork::look ? ImageUse::look
                         : options.images        ? use_of(project.hub, i, pictures)
                                                 : ImageUse::as_is;
    prepared[i] = prepare(assets[i], std::filesystem::path(project.content_folder) / assets[i].source, use, cache);
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
      if (!one.plain.path.empty()) {
        result.files.push_back(std::move(one.plain));
      }
    }
  }
  return result;
}

}  // namespace hubglass::site
