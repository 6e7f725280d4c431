#include "document/result.h"

#include <array>
#include <cstddef>

namespace hubglass {

namespace {

struct Entry {
  ErrorCode code;
  const char* name;
  const char* remedy;
};

// In the order of ErrorCode, so that a code is its own index.
constexpr std::array entries{
    Entry{ErrorCode::usage, "usage", "Run the command with --help to see what it expects."},
    Entry{ErrorCode::file_missing, "file-missing", "Create it, or correct the path that names it."},
    Entry{ErrorCode::file_unreadable, "file-unreadable", "Check that the file is a regular file and may be read."},
    Entry{ErrorCode::file_unwritable, "file-unwritable",
          "Check that the folder exists, may be written to and has space left."},
    Entry{ErrorCode::project_missing, "project-missing",
          "Name a folder that holds a hub.json or an mkdocs.yml, or create one there."},
    Entry{ErrorCode::project_malformed, "project-malformed", "Correct the project file at the place named."},
    Entry{ErrorCode::markdown_malformed, "markdown-malformed", "Save the page as UTF-8 text."},
    Entry{ErrorCode::image_malformed, "image-malformed",
          "Open the image in an editor and save it again as PNG, JPEG, WebP or SVG."},
    Entry{ErrorCode::image_too_large, "image-too-large", "Scale the image down."},
    Entry{ErrorCode::budget_exceeded, "budget-exceeded", "Split the page or pack into smaller ones."},
    Entry{ErrorCode::pack_truncated, "pack-truncated",
          "Load the pack again; if it stays cut short, build and upload it anew."},
    Entry{ErrorCode::pack_not_a_pack, "pack-not-a-pack",
          "Check the address: it must lead to a .hubpack file, not to a page or an error message."},
    Entry{ErrorCode::pack_newer, "pack-newer",
          "Update the engine to the version that built the pack, or build the pack with this version."},
    Entry{ErrorCode::pack_altered, "pack-altered", "Build and upload the pack anew; something changed it on its way."},
    Entry{ErrorCode::pack_malformed, "pack-malformed", "Build the pack anew with `hubglass build`."},
    Entry{ErrorCode::route_missing, "route-missing", "Follow a link of the navigation, or correct the address."},
    Entry{ErrorCode::engine_missing, "engine-missing",
          "Upload all files of the build, and serve .wasm files as application/wasm."},
};

constexpr bool in_order() {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].code != static_cast<ErrorCode>(i)) return false;
  }
  return entries.back().code == ErrorCode::engine_missing;
}
static_assert(in_order(), "one entry per ErrorCode, in its order");

}  // namespace

const char* error_name(ErrorCode code) {
  return entries[static_cast<std::size_t>(code)].name;
}

const char* error_remedy(ErrorCode code) {
  return entries[static_cast<std::size_t>(code)].remedy;
}

}  // namespace hubglass
