// What is kept about an agent, as lines of JSON; the keys are in docs/wellbeing.md.
#pragma once

#include <string>

#include "service/core/own_export.h"

namespace aandacht::rpc {

/// One object on one line, without a line feed; `kind` comes first. Times are RFC 3339 in UTC.
[[nodiscard]] std::string export_line(const core::OwnPiece& piece);

}  // namespace aandacht::rpc
