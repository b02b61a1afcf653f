// What an editor would say of a sign's text, as it is typed: the same checks as for the library.
#pragma once

#include <string>
#include <vector>

#include "shared/domain/library.h"
#include "shared/domain/sign.h"

namespace aandacht::content {

/// Words that fit a place.
[[nodiscard]] int most_sign_words(domain::SignPlace place);

/// Jargon, what is harder than B1 (see readability.h), orders, "they" about colleagues, too many words, gaps that were
/// not filled in; by kind, then as they stand. A title and words between square brackets are measured as they are.
[[nodiscard]] std::vector<domain::SignFinding> check_sign(domain::SignPlace place, const std::string& language,
                                                          const std::string& text,
                                                          const std::vector<domain::JargonTerm>& jargon);

}  // namespace aandacht::content
