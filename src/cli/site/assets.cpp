#include "cli/site/assets.h"

#include "cli/site/files.h"
#include "cli/site/image.h"
#include "cli/site/parallel.h"
#include "cli/site/svg.h"
#include "document/budgets.h"
#include "document/pictures.h"

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
  bool shown_as_it_is = false;  ///< in spite of the error
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

/// A picture that cannot be made ready, but is published all the same.
void show_as_it_is(Prepared& prepared, hub::Asset& asset, std::string bytes) {
  prepared.shown_as_it_is = true;
  Image image;
  if (image_format(bytes, asset.source) == ImageFormat::svg) {
    image = keep_svg(bytes);
    prepared.error->message +=
        ", so it is shown as the picture that it is: scripts and links in it do nothing, and what lies outside it "
        "(style sheets, fonts, pictures) is missing";
  } else {
    prepared.error->message += ", so browsers get the file as it is";
  }
  asset.width = image.width;
  asset.height = image.height;
  asset.transparent = image.transparent;
  asset.file = hashed_name(asset.source, lower_extension(asset.source), bytes);
  prepared.file = {asset.file, std::move(bytes)};
}

Prepared prepare(hub::Asset& asset, const std::filesystem::path& path, ImageUse use, bool published, Cache& cache) {
  Prepared prepared;
  const bool image_name = is_image_name(asset.source);
  auto bytes = read_file(path, image_name ? budgets::image_bytes : most_file_bytes);
  if (!bytes) {
    prepared.error = std::move(bytes.error());
    return prepared;
  }
  if (!image_name && image_format(*bytes, asset.source) == ImageFormat::none) {
    if (published) {
      asset.file = asset.source;
      return prepared;
    }
    asset.file = hashed_name(asset.source, lower_extension(asset.source), *bytes);
    prepared.file = {asset.file, std::move(*bytes)};
    return prepared;
  }
  auto image = cached_image(*bytes, path.string(), use, cache);
  if (!image) {
    prepared.error = std::move(image.error());
    if (published) show_as_it_is(prepared, asset, std::move(*bytes));
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
    prepared.plain = {document::plain_picture(asset.file), std::move(image->plain_bytes)};
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
    const std::filesystem::path path = std::filesystem::path(project.content_folder) / assets[i].source;
    prepared[i] = prepare(assets[i], path, use, project.files.contains(assets[i].source), cache);
    progress.step();
  });
  PreparedAssets result;
  std::set<std::string> names;
  for (Prepared& one : prepared) {
    if (one.error) {
      const std::string remedy = one.shown_as_it_is ? "" : std::string(". ") + error_remedy(one.error->code);
      diagnostics.push_back(Diagnostic{one.shown_as_it_is ? Severity::warning : Severity::error,
                                       std::move(one.error->where), 0, 0, one.error->message + remedy});
    }
    if (one.file.path.empty()) continue;
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
