// What an editor would say of a supervisor's prompt while it is typed.
#pragma once

#include <string>
#include <vector>

#include "shared/domain/library.h"
#include "shared/domain/prompt_finding.h"

namespace aandacht::content {

/// In the order of the text, then of the reason; advice, never a reason to refuse. Words that make a sentence an offer
/// ("gerust", "even", "feel free") keep it from being taken for an order.
///
/// \param language  BCP 47; "en…" is read as English, all else as Dutch.
/// \param jargon  of all languages.
[[nodiscard]] std::vector<domain::PromptFinding> check_prompt_words(const std::string& text, const std::string& reason,
                                                                    const std::string& language,
                                                                    const std::vector<domain::JargonTerm>& jargon);

}  // namespace aandacht::content
