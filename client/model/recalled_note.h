// What the overlay says when a supervisor took a message back.
#pragma once

#include <string>

#include "absl/time/time.h"
#include "client/model/language.h"

namespace aandacht::model {

/// How long it is said.
inline constexpr absl::Duration kRecalledNote = absl::Seconds(6);

/// One short line. \param supervisor  who took it back; may be empty.
[[nodiscard]] std::string recalled_note(const std::string& supervisor, Language language);

}  // namespace aandacht::model
