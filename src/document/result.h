#pragma once

#include <string>
#include <utility>

#include <tl/expected.hpp>

/// Errors as values. Every fallible function returns Result<T>; nothing throws.
namespace hubglass {

/// Every way Hubglass can fail. The code's name and remedy come from one table: error_name(), error_remedy().
enum class ErrorCode {
  usage,
  file_missing,
  file_unreadable,
  file_unwritable,
  project_missing,
  project_malformed,
  markdown_malformed,
  image_malformed,
  image_too_large,
  budget_exceeded,
  pack_truncated,
  pack_not_a_pack,
  pack_newer,
  pack_altered,
  pack_malformed,
  route_missing,
  engine_missing,
};

/// What went wrong, in a sentence a user can act on, and where ("file:line" or a pack entry; may be empty).
struct Error {
  ErrorCode code = ErrorCode::usage;
  std::string message;
  std::string where;
};

template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, std::string message, std::string where = {}) {
  return tl::unexpected<Error>(Error{code, std::move(message), std::move(where)});
}

/// The stable name of a code, as `hubglass:error` and the documentation use it ("pack-truncated").
const char* error_name(ErrorCode code);
/// One sentence: what the user can do about it.
const char* error_remedy(ErrorCode code);

}  // namespace hubglass

/// Returns the error of `expression` from the calling function, or goes on.
#define HUBGLASS_TRY(expression)                                             \
  do {                                                                       \
    if (auto hubglass_try_result = (expression); !hubglass_try_result) {     \
      return tl::unexpected<::hubglass::Error>(hubglass_try_result.error()); \
    }                                                                        \
  } while (false)
