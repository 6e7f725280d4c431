#include "cli/command.h"
#include "cli/report.h"
#include "document/budgets.h"
#include "hub/native/files.h"
#include "pack/pack.h"

#include <array>
#include <cstdio>

namespace hubglass::cli {

namespace {

constexpr std::array options = {
    Option{"--initiatives", "", "", "List the initiatives with their routes, too."},
};

void print_entries(const pack::Pack& pack) {
  std::printf("%12s %12s  %-16s  %s\n", "offset", "size", "SHA-256", "entry");
  for (const pack::Entry& entry : pack.entries) {
    std::printf("%12llu %12llu  %.16s  %s\n", static_cast<unsigned long long>(entry.offset),
                static_cast<unsigned long long>(entry.size), entry.sha256.c_str(), entry.name.c_str());
  }
}

void print_hub(const hub::Hub& hub, bool initiatives) {
  print("Hub: " + hub.title + " (" + hub.language + ")" +
        (hub.version.empty() ? "" : ", content version " + hub.version) + "\n");
  print("  " + counted(hub.pages.size(), "page", "pages") + ", " + counted(hub.clusters.size(), "cluster", "clusters") +
        ", " + counted(hub.initiatives.size(), "initiative", "initiatives") + ", " +
        counted(hub.assets.size(), "asset", "assets") + ", " + counted(hub.icons.size(), "icon", "icons") + "\n");
  for (const hub::Cluster& cluster : hub.clusters) {
    const std::string route = cluster.page < hub.pages.size() ? hub.pages[cluster.page].route : std::string();
    print("  " + cluster.title + ": " + counted(cluster.initiatives.size(), "initiative", "initiatives") + " at " +
          route + "\n");
    for (const hub::Index initiative : cluster.initiatives) {
      if (!initiatives || initiative >= hub.initiatives.size()) continue;
      print("    " + hub.initiatives[initiative].name + " at " + hub.initiatives[initiative].route + "\n");
    }
  }
}

Exit inspect(const Arguments& arguments) {
  const std::string& path = arguments.operands.front();
  auto bytes = hub::read_file(path, budgets::pack_bytes);
  if (!bytes) {
    print(bytes.error(), true);
    return Exit::findings;
  }
  auto pack = pack::read(std::move(*bytes));
  if (!pack) {
    Error error = pack.error();
    error.where = error.where.empty() ? path : path + ": " + error.where;
    print(error, true);
    return Exit::findings;
  }
  std::printf("Content pack, version %u.%u, %zu bytes, %zu entries; all hashes hold.\n",
              static_cast<unsigned>(pack->major), static_cast<unsigned>(pack->minor), pack->bytes.size(),
              pack->entries.size());
  print_entries(*pack);
  print_hub(pack->hub, arguments.has("--initiatives"));
  return Exit::good;
}

}  // namespace

const Command inspect_command = {
    .name = "inspect",
    .operand = "PACK",
    .summary = "Show what a content pack (*.hubpack) holds.",
    .details =
        "Reads a content pack, checks it whole (format, bounds, the hash of every entry) and prints its version, its\n"
        "entries and a summary of its hub.\n\n"
        "Exits with 1 when the pack is cut short, altered, from a newer version, or no pack.",
    .options = options,
    .default_operand = {},
    .run = inspect,
};

}  // namespace hubglass::cli
