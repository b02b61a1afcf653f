// What could be said better in a prompt, for a terminal.
#pragma once

#include <ostream>
#include <vector>

#include "shared/domain/prompt_finding.h"

namespace aandacht::ctl {

/// One line each: what it is, and what to say instead; as JSON lines {what, advice}.
void write_advice(const std::vector<domain::PromptFinding>& findings, bool json, std::ostream& out);

}  // namespace aandacht::ctl
