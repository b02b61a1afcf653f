// The [words] of a language, and phrases written with them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace aandacht::content {

/// Alternatives by name: {"department": ["billing", "(?:the )?warehouse"]}.
using Words = std::map<std::string, std::vector<std::string>, std::less<>>;

/// Turns a phrase as authors write it into RE2: <name> becomes one of the words of that name, "..." up to four words,
/// also at its beginning and end. Words may use other words. RE2's own (?P<name>…) is left as it is.
///
/// INVALID_ARGUMENT: a name that is not in `words`, or words that use themselves; the message says what to write.
[[nodiscard]] absl::StatusOr<std::string> expand_phrase(std::string_view phrase, const Words& words);

}  // namespace aandacht::content
