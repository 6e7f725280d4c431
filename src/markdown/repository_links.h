#pragma once

#include "markdown/inline_extension.h"

namespace hubglass::markdown {

/// `#12`, `!12`, `@user`, `owner/repo#12` and the 40 digits of a commit: links into the project's repository, where its
/// address is known.
Taken find_repository_link(const TextPlace& place);
void write_repository_link(const TextPlace& place, Taken taken, SiblingWriter& out);

}  // namespace hubglass::markdown
