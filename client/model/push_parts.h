// The parts that make_push_model() puts together.
#pragma once

#include "client/model/push_model.h"

namespace aandacht::model {

[[nodiscard]] PromptFindingRow finding_row(const domain::PromptFinding& finding, Language language);

/// \param warns  set to whether the push would be refused or wait for quiet hours.
[[nodiscard]] std::vector<std::string> reach_lines(const PushState& state, Language language, absl::TimeZone zone,
                                                   bool& warns);

/// Why a push did not go and what to do; empty for OK.
[[nodiscard]] std::string refusal_line(const absl::Status& refused, Language language);

/// The list of what was pushed, and the one that is selected.
void add_prompts(PushModel& model, const PushState& state, Language language, absl::Time now, absl::TimeZone zone);

}  // namespace aandacht::model
