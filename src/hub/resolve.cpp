#include "hub/address.h"
#include "hub/compose.h"
#include "hub/text.h"
#include "text/address.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace hubglass::hub {

namespace {

using document::Document;
using document::Image;
using document::Inline;
using document::InlineKind;
using document::Link;
using document::LinkKind;

/// "“a/b.md”", shortened so that a hostile address cannot fill a terminal.
std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 120;
  std::string result = "'";
  result += text.substr(0, longest);
  if (text.size() > longest) result += "…";
  return result + "'";
}

class Resolver {
 public:
  Resolver(Document& document, const Hub& hub, const HubIndex& index, Index page, Diagnostics* diagnostics)
      : document_(document), hub_(hub), index_(index), page_(page), diagnostics_(diagnostics) {}

  void run() {
    for (Index i = 0; i < document_.inlines.size(); ++i) {
      const Inline& node = document_.inlines[i];
      if (node.kind == InlineKind::link && node.detail != none) {
        resolve_link(node, document_.links[node.detail]);
      } else if (node.kind == InlineKind::image && node.detail != none) {
        resolve_image(node, document_.images[node.detail]);
      } else if (node.kind == InlineKind::icon && diagnostics_ != nullptr) {
        check_icon(node);
      }
    }
  }

 private:
  void report(Severity severity, const Inline& node, std::string message) {
    if (diagnostics_ == nullptr) return;
    diagnostics_->push_back(Diagnostic{severity, hub_.pages[page_].source, node.line, node.column, std::move(message)});
  }

  void break_link(const Inline& node, Link& link, std::string message) {
    link.kind = LinkKind::broken;
    report(Severity::warning, node, std::move(message));
  }

  void resolve_link(const Inline& node, Link& link) {
    if (link.kind != LinkKind::unresolved) return;
    const std::string written(document_.view(link.href));
    const Address address = read_address(written);
    if (address.kind == AddressKind::external) {
      link.kind = LinkKind::external;
      if (address.text != written) link.href = document_.store(address.text);
      return;
    }
    if (address.kind == AddressKind::disallowed) {
      break_link(node, link,
                 "the link's scheme '" + address.scheme +
                     "' is not allowed, so it is shown as text; use http, https, mailto, tel or a path");
      return;
    }
    const Target target = find_target(address);
    if (!target.missing()) {
      link.kind = LinkKind::internal;
      std::string href = text::percent_encode_path(route_of(hub_, target));
      if (!address.fragment.empty()) href += "#" + address.fragment;
      link.href = document_.store(href);
      check_anchor(node, target, address.fragment);
      return;
    }
    if (const std::string file = file_of(address); !file.empty()) {
      link.kind = LinkKind::asset;
      const std::string fragment = address.fragment.empty() ? "" : "#" + address.fragment;
      link.href = document_.store(file + address.query + fragment);
      return;
    }
    break_link(node, link, missing_link(written, address));
  }

  /// The path from the content folder on; nothing when it leads out of it.
  std::optional<std::string> path_of(const Address& address) const {
    return join_path(address.absolute ? std::string_view{} : folder_of(hub_.pages[page_].source), address.path);
  }

  /// The files that a path may mean.
  static std::array<std::string, 4> candidates(const std::string& path) {
    return {path, joined_to(path, "index.md"), joined_to(path, "README.md"), path + ".md"};
  }

  bool is_excluded(const Address& address) const {
    const auto path = path_of(address);
    if (!path || index_.excluded == nullptr) return false;
    const auto files = candidates(*path);
    return std::any_of(files.begin(), files.end(),
                       [this](const std::string& file) { return index_.excluded->contains(file); });
  }

  Target find_target(const Address& address) const {
    if (address.path.empty() && !address.absolute) return Target{page_, none};
    const Page& page = hub_.pages[page_];
    if (const auto joined = path_of(address)) {
      for (const std::string& candidate : candidates(*joined)) {
        const auto found = index_.pages_by_source.find(candidate);
        if (found != index_.pages_by_source.end()) return Target{found->second, none};
      }
      if (const auto found = index_.targets_by_route.find(route_key(*joined)); found != index_.targets_by_route.end()) {
        return found->second;
      }
    }
    // Authors of directory URLs also write paths relative to the page's own address.
    if (const auto joined = join_path(page.route, address.path); joined && !address.absolute) {
      const auto found = index_.targets_by_route.find(route_key(*joined));
      if (found != index_.targets_by_route.end()) return found->second;
    }
    return {};
  }

  static std::string joined_to(const std::string& folder, std::string_view file) {
    return folder.empty() ? std::string(file) : folder + "/" + std::string(file);
  }

  [[nodiscard]] std::vector<std::string> files_meant_by(const Address& address) const {
    return files_meant(address, hub_.pages[page_].source, hub_.pages[page_].route);
  }

  /// The address in the hub of the file that a link leads to; empty when there is none.
  [[nodiscard]] std::string file_of(const Address& address) const {
    for (const std::string& file : files_meant_by(address)) {
      if (index_.files != nullptr && index_.files->contains(file)) return text::percent_encode_path(file);
      const auto asset = index_.assets_by_source.find(file);
      if (asset != index_.assets_by_source.end()) return text::percent_encode_path(output_file(asset->second));
    }
    return {};
  }

  [[nodiscard]] Index find_asset(const Address& address) const {
    for (const std::string& file : files_meant_by(address)) {
      const auto found = index_.assets_by_source.find(file);
      if (found != index_.assets_by_source.end()) return found->second;
    }
    return none;
  }

  const std::string& output_file(Index asset) const {
    return hub_.assets[asset].file.empty() ? hub_.assets[asset].source : hub_.assets[asset].file;
  }

  std::string missing_link(const std::string& written, const Address& address) const {
    const auto joined = path_of(address);
    if (is_excluded(address)) {
      return "the link " + quoted(written) + " leads to what is not published (a draft, or excluded by the settings)";
    }
    if (!joined) return "the link " + quoted(written) + " leads out of the content folder; correct the path";
    if (address.path.starts_with("www.")) {
      return "the link " + quoted(written) + " has no scheme; write 'https://" + address.path + "'";
    }
    if (const std::string* source = written_otherwise(*joined)) {
      return "the link " + quoted(written) + " leads nowhere; the page's name is written '" + *source + "'";
    }
    return "the link " + quoted(written) + " leads nowhere; correct the path, or add the file to the content folder";
  }

  /// The source of a page that differs from `path` in capitals only, or nullptr.
  const std::string* written_otherwise(const std::string& path) const {
    const std::string key = lower(path);
    if (const auto small = index_.pages_by_source.find(key); small != index_.pages_by_source.end()) {
      return &small->first;
    }
    const auto found = index_.sources_by_lower_case.find(key);
    return found == index_.sources_by_lower_case.end() ? nullptr : &found->second;
  }

  void check_anchor(const Inline& node, const Target& target, const std::string& fragment) {
    if (diagnostics_ == nullptr || fragment.empty() || fragment == "top" || target.initiative != none) return;
    if (target.page >= index_.anchors.size()) return;
    const Anchors& anchors = index_.anchors[target.page];
    const std::string id = text::percent_decode(fragment);
    if (anchors.ids.contains(id)) return;
    std::string message = "there is no heading or element '#" + id + "' on the page " + hub_.pages[target.page].source;
    std::string similar = lower(id);
    if (!anchors.ids.contains(similar)) {
      const auto found = anchors.by_lower_case.find(similar);
      similar = found == anchors.by_lower_case.end() ? std::string() : found->second;
    }
    message += similar.empty() ? "; correct the link, or name the heading so" : "; it is written '#" + similar + "'";
    report(Severity::warning, node, std::move(message));
  }

  void resolve_image(const Inline& node, Image& image) {
    const std::string written(document_.view(image.source));
    if (image.alt.empty() && !image.decorative) {
      report(
          Severity::warning, node,
          "the image " + quoted(written) +
              " has no alternative text; say between the square brackets what it shows, for those who cannot see it");
    }
    const Address address = read_address(written);
    if (address.kind != AddressKind::relative) {
      image.source = {};
      report(Severity::warning, node,
             "the image " + quoted(written) + " is not a file of this project, so its alternative text is shown; " +
                 "put a copy into the content folder");
      return;
    }
    const Index asset = address.path.empty() ? none : find_asset(address);
    if (asset == none) {
      image.source = {};
      if (is_excluded(address)) {
        report(Severity::warning, node,
               "the image " + quoted(written) + " is excluded by the settings, so its alternative text is shown");
        return;
      }
      const bool lenient = index_.files != nullptr;
      report(lenient ? Severity::warning : Severity::error, node,
             "the image " + quoted(written) + " does not exist" +
                 (lenient ? ", so the text that stands for it is shown" : "") +
                 "; correct the path, or add the file to the content folder");
      return;
    }
    const Asset& file = hub_.assets[asset];
    image.source = document_.store(output_file(asset));
    image.transparent = file.transparent;
    if (file.width <= 0 || file.height <= 0) return;
    if (image.stated_width && image.width > 0) {
      image.height = file.height * (image.width / file.width);
    } else {
      image.width = file.width;
      image.height = file.height;
    }
  }

  void check_icon(const Inline& node) {
    const std::string_view name = document_.view(node.text);
    if (hub_.icons.find(name) != hub_.icons.end()) return;
    report(Severity::warning, node,
           "there is no icon ':" + std::string(name) +
               ":'; look its name up at pictogrammers.com, primer.style, fontawesome.com or simpleicons.org");
  }

  Document& document_;
  const Hub& hub_;
  const HubIndex& index_;
  Index page_;
  Diagnostics* diagnostics_;
};

}  // namespace

void resolve(Document& document, const Hub& hub, Index page, Diagnostics* diagnostics) {
  resolve(document, hub, make_index(hub), page, diagnostics);
}

void resolve(Document& document, const Hub& hub, const HubIndex& index, Index page, Diagnostics* diagnostics) {
  if (page < hub.pages.size()) Resolver(document, hub, index, page, diagnostics).run();
}

}  // namespace hubglass::hub
