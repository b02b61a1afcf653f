// Signs as lines for people and for scripts.
#pragma once

#include <optional>
#include <string>

#include "client/ctl/json_out.h"
#include "shared/domain/sign.h"
#include "shared/domain/sign_effect.h"

namespace aandacht::ctl {

/// "site", "ivr", "greeting", "letter".
[[nodiscard]] std::string word_of(domain::SignPlace place);
[[nodiscard]] std::optional<domain::SignPlace> place_of(const std::string& word);
/// "proposed", "written", "up", "down".
[[nodiscard]] std::string word_of(domain::SignState state);

[[nodiscard]] Json question_json(const domain::RepeatedQuestion& question);
[[nodiscard]] Json sign_json(const domain::ListedSign& sign, absl::TimeZone zone);
[[nodiscard]] Json finding_json(const domain::SignFinding& finding);
[[nodiscard]] Json proposal_json(const domain::SignProposal& proposal);
[[nodiscard]] Json effect_json(const domain::SignEffect& effect);

/// What an editor says, one sentence.
[[nodiscard]] std::string finding_sentence(const domain::SignFinding& finding);
/// The verdict in one sentence, with what else could explain it.
[[nodiscard]] std::string verdict_sentence(const domain::SignEffect& effect);

}  // namespace aandacht::ctl
