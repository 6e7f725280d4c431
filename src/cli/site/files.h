#pragma once

#include "document/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

/// Files as values: read whole, written whole. Nothing here throws.
namespace hubglass::site {

/// Reads a file. Fails with file_missing, file_unreadable, or budget_exceeded when it holds more than `most` bytes.
Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t most = ~std::uint64_t{0});

/// Ending of the temporary files that write_file makes beside its target.
inline constexpr std::string_view temporary_ending = ".hubglass-tmp";

/// Writes a file by way of a temporary one beside it, so that readers see the old bytes or the new ones, never half of
/// them. Makes missing folders. Fails with file_unwritable, saying why (no space, no permission, …).
Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

/// Writes a file that nobody reads yet, into a folder that exists. Fails with file_unwritable; what was written of it
/// stays.
Result<void> write_aside(const std::filesystem::path& path, std::string_view bytes);

/// True when the file exists and holds exactly these bytes.
bool file_holds(const std::filesystem::path& path, std::string_view bytes);

}  // namespace hubglass::site
