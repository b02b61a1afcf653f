// States of the page that pushes prompts, for tests and pictures.
#pragma once

#include "client/model/push_model.h"

namespace aandacht::test {

/// Monday 2 March 2026, 10:00 UTC.
inline absl::Time push_noon() { return absl::FromUnixSeconds(1772445600); }

/// Nobody yet, nothing sent.
[[nodiscard]] model::PushState empty_push();
/// Two teams, one away, a text with findings, prompts in every state.
[[nodiscard]] model::PushState typical_push(model::Language language);
/// 200 agents, a template, a used-up budget in quiet hours, a refusal, and 60 prompts; the first is selected.
[[nodiscard]] model::PushState full_push(model::Language language);

[[nodiscard]] inline model::PushModel push_model(const model::PushState& state, model::Language language) {
  return model::make_push_model(state, language, push_noon(), absl::UTCTimeZone());
}

}  // namespace aandacht::test
