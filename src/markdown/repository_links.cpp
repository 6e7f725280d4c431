#include "markdown/repository_links.h"

#include "markdown/characters.h"
#include "markdown/page_parser.h"
#include "markdown/sibling_writer.h"

#include <algorithm>
#include <string>

namespace hubglass::markdown {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t commit_digits = 40;
constexpr std::size_t shown_digits = 7;

/// "https://github.com", "acme", "tool".
struct Repository {
  std::string_view host;
  std::string_view owner;
  std::string_view name;
};

Repository read_repository(std::string_view address) {
  while (!address.empty() && address.back() == '/') address.remove_suffix(1);
  const std::size_t name = address.rfind('/');
  const std::size_t owner = name == npos || name == 0 ? npos : address.rfind('/', name - 1);
  if (owner == npos || address.find("://") == npos || address.find("://") + 2 >= owner) return {};
  return {address.substr(0, owner), address.substr(owner + 1, name - owner - 1), address.substr(name + 1)};
}

bool is_name_byte(char byte) {
  return is_alphanumeric(byte) || byte == '-' || byte == '_' || byte == '.';
}

bool is_user_byte(char byte) {
  return is_alphanumeric(byte) || byte == '-';
}

bool is_hex(char byte) {
  return is_digit(byte) || (byte >= 'a' && byte <= 'f');
}

std::size_t run_end(std::string_view text, std::size_t at, bool (*belongs)(char)) {
  while (at < text.size() && belongs(text[at])) ++at;
  return at;
}

bool free_before(const TextPlace& place, std::size_t at) {
  return at == 0 ||
         (!is_alphanumeric(place.text[at - 1]) && std::string_view("_/.&#@").find(place.text[at - 1]) == npos);
}

bool free_behind(std::string_view text, std::size_t end) {
  return end >= text.size() || (!is_alphanumeric(text[end]) && text[end] != '_');
}

/// Where "owner/repo" begins that ends at `at`; `at` when there is none.
std::size_t project_before(const TextPlace& place, std::size_t at) {
  std::size_t begin = at;
  while (begin > place.done && is_name_byte(place.text[begin - 1])) --begin;
  if (begin == at || begin == place.done || place.text[begin - 1] != '/') return at;
  std::size_t owner = begin - 1;
  while (owner > place.done && is_user_byte(place.text[owner - 1])) --owner;
  return owner == begin - 1 || !free_before(place, owner) ? at : owner;
}

}  // namespace

Taken find_repository_link(const TextPlace& place) {
  const std::string_view address = place.page.extensions().repository;
  if (address.empty() || place.in_link || read_repository(address).host.empty()) return {};
  const std::string_view text = place.text;
  const std::size_t at = place.at;
  if (text[at] == '#') {
    const std::size_t end = run_end(text, at + 1, is_digit);
    const std::size_t begin = project_before(place, at);
    if (end == at + 1 || !free_behind(text, end) || (begin == at && !free_before(place, at))) return {};
    return {begin, end};
  }
  if (text[at] == '@') {
    const std::size_t commit = run_end(text, at + 1, is_hex);
    const std::size_t project = project_before(place, at);
    if (project != at && commit - at - 1 == commit_digits && free_behind(text, commit)) return {project, commit};
    const std::size_t end = run_end(text, at + 1, is_user_byte);
    constexpr std::size_t longest_user = 39;
    if (end == at + 1 || end - at - 1 > longest_user || text[at + 1] == '-' || !free_before(place, at) ||
        !free_behind(text, end)) {
      return {};
    }
    // `@owner/repo` names a repository.
    const std::size_t name = end < text.size() && text[end] == '/' ? run_end(text, end + 1, is_name_byte) : end;
    return {at, name > end + 1 ? name : end};
  }
  if (!free_before(place, at)) return {};
  const std::size_t end = run_end(text, at, is_hex);
  if (end - at != commit_digits || !free_behind(text, end)) return {};
  return {at, end};
}

void write_repository_link(const TextPlace& place, Taken taken, SiblingWriter& out) {
  const Repository own = read_repository(place.page.extensions().repository);
  const std::string_view whole = place.text.substr(taken.begin, taken.end - taken.begin);
  const std::string home = std::string(own.host) + "/";
  const auto of_project = [&](std::string_view project) {
    return home + (project.empty() ? std::string(own.owner) + "/" + std::string(own.name) : std::string(project));
  };
  // GitLab keeps what belongs to a project behind a dash.
  const std::string_view dash = own.host.find("gitlab") == npos ? "/" : "/-/";
  std::string target;
  std::string shown(whole);
  if (const std::size_t issue = whole.find('#'); issue != npos) {
    target = of_project(whole.substr(0, issue)).append(dash).append("issues/").append(whole.substr(issue + 1));
  } else if (whole.front() == '@') {
    target = home + std::string(whole.substr(1));
  } else {
    const std::size_t project = whole.find('@');
    const std::string_view commit = project == npos ? whole : whole.substr(project + 1);
    const std::string_view before = project == npos ? std::string_view() : whole.substr(0, project);
    target = of_project(before).append(dash).append("commit/").append(commit);
    shown = std::string(before) + (before.empty() ? "" : "@") + std::string(commit.substr(0, shown_digits));
  }
  out.open_link(target, place.moved(taken.begin));
  out.add_text(shown, place.moved(taken.begin));
  out.close();
}

}  // namespace hubglass::markdown
