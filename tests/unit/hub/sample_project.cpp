#include "unit/hub/sample_project.h"

#include "hub/edition.h"

#include <cstdlib>
#include <fstream>

#include <unistd.h>

namespace hubglass::test {

namespace fs = std::filesystem;

SampleProject::SampleProject() {
  static int count = 0;
  folder_ = fs::temp_directory_path() / ("hubglass-test-" + std::to_string(getpid()) + "-" + std::to_string(++count));
  fs::create_directories(folder_);
}

SampleProject::~SampleProject() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

void SampleProject::write(const std::string& path, std::string_view text) const {
  const fs::path file = folder_ / path;
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

std::string SampleProject::path(const std::string& relative) const {
  return relative.empty() ? folder_.string() : (folder_ / relative).string();
}

hub::Project SampleProject::read() const {
  auto project = hub::read_project(path());
  if (!project) {
    ADD_FAILURE() << project.error().where << ": " << project.error().message;
    return {};
  }
  return std::move(*project);
}

std::size_t count_findings(const Diagnostics& diagnostics, Severity severity, std::string_view part) {
  std::size_t count = 0;
  for (const Diagnostic& diagnostic : diagnostics) {
    const bool holds =
        diagnostic.message.find(part) != std::string::npos || diagnostic.file.find(part) != std::string::npos;
    count += diagnostic.severity == severity && holds;
  }
  return count;
}

std::string all_findings(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) text += format(diagnostic) + "\n";
  return text;
}

hub::Composed compose_route(const hub::Project& project, std::string_view route) {
  const hub::SplitRoute split = hub::split_route(project.hub, route);
  const hub::Hub edition = hub::make_edition(project.hub, split.language);
  const hub::Target target = hub::find_route(edition, split.route);
  if (target.missing()) return hub::Composer(edition).compose(target, {});
  document::Document page = project.documents[target.page];
  hub::resolve(page, project.hub, target.page, nullptr);
  const hub::PageTranslation* translation = hub::translation_of(edition, split.language, target.page);
  if (translation == nullptr || !hub::is_translated(edition, split.language, target)) {
    return hub::Composer(edition).compose(target, page);
  }
  const auto ordinal = static_cast<std::size_t>(translation - edition.languages[split.language].pages.data());
  document::Document translated = project.translations[split.language].documents[ordinal];
  hub::resolve(translated, project.hub, target.page, nullptr);
  return hub::Composer(edition).compose(target, translated, &page);
}

std::vector<document::Index> blocks_with_role(const document::Document& document, document::Role role) {
  std::vector<document::Index> blocks;
  document::visit_blocks(document, 0, [&](document::Index block, int) {
    if (document.blocks[block].role == role) blocks.push_back(block);
  });
  return blocks;
}

std::vector<std::string> headings(const document::Document& document) {
  std::vector<std::string> found;
  document::visit_blocks(document, 0, [&](document::Index index, int) {
    const document::Block& block = document.blocks[index];
    if (block.kind != document::BlockKind::heading) return;
    found.push_back(std::to_string(block.level) + " " + document::inline_text(document, block.first_inline));
  });
  return found;
}

std::string corpus_folder() {
  const char* given = std::getenv("HUBGLASS_CORPUS");
  const std::string folder = given != nullptr ? given : HUBGLASS_SOURCE_DIR "/../shared/corpus/ldt4ssc-hub";
  std::error_code ignored;
  return fs::exists(folder + "/mkdocs.yml", ignored) ? folder : std::string();
}

}  // namespace hubglass::test
