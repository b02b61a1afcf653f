// What becomes of a desk's reset, as lines for the agent and for their scripts.
#pragma once

#include <optional>
#include <string>

#include "absl/time/time.h"
#include "client/ctl/json_out.h"
#include "shared/domain/reset.h"

namespace aandacht::ctl {

/// The words of scripts; documented in docs/commands.md.
[[nodiscard]] const char* word(domain::ResetState state);    ///< "requested", …
[[nodiscard]] const char* word(domain::ResetEnding ending);  ///< "time_up", …
[[nodiscard]] const char* word(domain::Exercise exercise);   ///< "influence", …

/// The one on screen, or the last that left it; nullptr when there never was one. Points into `book`.
[[nodiscard]] const domain::Reset* latest_reset(const domain::ResetBook& book);

/// The latest reset of `after`, when its state or its length is another than in `before`; nullptr: nothing happened
/// that a person would notice.
[[nodiscard]] const domain::Reset* moved_reset(const domain::ResetBook& before, const domain::ResetBook& after);

/// {"call": null, "at", "agent", "reset": {…}}
[[nodiscard]] Json reset_line_json(const domain::Reset& reset, const std::string& agent, absl::Time at,
                                   absl::TimeZone zone);

/// As the other lines of a desk.
[[nodiscard]] std::string reset_line_text(const domain::Reset& reset, absl::Time at, absl::TimeZone zone);

}  // namespace aandacht::ctl
