#include "app/state.h"
#include "document/document.h"
#include "hub/edition.h"
#include "hub/strings.h"

#include <utility>

namespace hubglass::app {

namespace {

/// The page that stands in for one that cannot be read: what happened, and what to do.
document::Document unreadable_page(const Error& error, std::string_view language) {
  document::Document page;
  document::Builder builder(page);
  const document::Index heading = builder.add_block(0, document::BlockKind::heading);
  page.blocks[heading].level = 1;
  builder.add_text(heading, hub::strings_for(language).unreadable_title);
  const document::Index notice = builder.add_block(0, document::BlockKind::group, document::Role::notice);
  for (const std::string& sentence : {error.message, std::string(error_remedy(error.code))}) {
    const document::Index block = builder.add_block(notice, document::BlockKind::paragraph);
    builder.add_text(block, sentence);
    if (!language.starts_with("en")) {
      page.blocks[block].language = page.store("en");  // errors have one table of sentences
    }
  }
  return page;
}

}  // namespace

void Instance::State::open(std::string_view wanted) {
  prepared = std::make_unique<Opened>();
  Opened& opened = *prepared;
  opened.route = std::string(wanted);
  const hub::SplitRoute split = hub::split_route(pack.hub, wanted);
  opened.language = split.language;
  const hub::Hub& hub = edition_in(split.language);
  const hub::Target target = hub::find_route(hub, split.route);
  opened.found = !target.missing();
  if (!opened.found) {
    opened.composed = hub::compose(hub, target, document::Document{});
    return;
  }
  const hub::Index read = hub::is_translated(hub, split.language, target) ? split.language : 0;
  const auto page = pages.page(pack, target.page, read);
  if (!page) {
    opened.error = page.error();
    opened.composed = hub::compose(hub, hub::Target{.page = target.page}, unreadable_page(page.error(), hub.language));
    return;
  }
  const document::Document* original = nullptr;
  if (read != 0 && target.initiative != hub::none) {
    const auto untranslated = pages.page(pack, target.page, 0);
    original = untranslated ? *untranslated : nullptr;
  }
  opened.composed = hub::compose(hub, target, **page, original);
}

}  // namespace hubglass::app
