// A first draft of a sign, out of what customers asked and what is known; nothing is made up.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/library.h"
#include "shared/domain/sign.h"

namespace aandacht::domain {

/// Words that may be heard in a queue's announcement before one forgets how they began.
inline constexpr std::size_t kMostIvrWords = 25;

/// Fills the template of the place, in Dutch for every language but English.
///
/// \param wordings  what customers asked, the most usual first; redacted.
/// \param why       the why that belongs to it, in that language; null: none.
[[nodiscard]] SignDraft draft_sign(SignPlace place, std::string_view language, const std::vector<std::string>& wordings,
                                   const Why* why);

/// The first of the wordings as a title: a question with its mark, anything else in quotation marks. Empty when all of
/// them have parts that were redacted.
[[nodiscard]] std::string sign_title(const std::vector<std::string>& wordings, std::string_view language);

}  // namespace aandacht::domain
