#pragma once

#include "document/diagnostic.h"
#include "document/document.h"
#include "hub/compose.h"
#include "hub/native/project.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace hubglass::test {

/// A project folder of its own for one test, removed with it.
class SampleProject {
 public:
  SampleProject();
  ~SampleProject();
  SampleProject(const SampleProject&) = delete;
  SampleProject& operator=(const SampleProject&) = delete;

  /// Writes a file, making its folders.
  void write(const std::string& path, std::string_view text) const;
  [[nodiscard]] std::string path(const std::string& relative = {}) const;
  /// Reads the project; the test fails when that fails.
  [[nodiscard]] hub::Project read() const;

 private:
  std::filesystem::path folder_;
};

/// Diagnostics whose message or file holds `part`.
std::size_t count_findings(const Diagnostics& diagnostics, Severity severity, std::string_view part);
/// All diagnostics as text, for messages of failed tests.
std::string all_findings(const Diagnostics& diagnostics);

/// Composes a route of a project in the language that it begins with, with links resolved.
hub::Composed compose_route(const hub::Project& project, std::string_view route);

/// Blocks with a role, in document order.
std::vector<document::Index> blocks_with_role(const document::Document& document, document::Role role);
/// Headings as "2 Title", in document order.
std::vector<std::string> headings(const document::Document& document);

/// The real corpus, where it lies beside the project (or where HUBGLASS_CORPUS says); empty when it is not there.
std::string corpus_folder();

}  // namespace hubglass::test
