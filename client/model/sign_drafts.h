// What was written on the page of signs and is not stored yet.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "absl/time/civil_time.h"
#include "client/model/signs_model.h"
#include "shared/domain/sign.h"

namespace aandacht::model {

struct SignDraft {
  domain::Sign sign;
  absl::CivilDay up_day;  ///< As it stands in the field.
};

/// By question and place; the selected one's is SignsState::draft.
using SignDrafts = std::map<std::pair<std::string, domain::SignPlace>, SignDraft>;

/// Selects a question at a place. What was written of the one before and is not stored is kept, and what was kept of
/// this one is the draft again; otherwise the draft is what is stored.
///
/// \param up_day  what stands in the field of the one before.
/// \return what is to stand there now; `today` where nothing else was chosen.
[[nodiscard]] absl::CivilDay select_sign(SignsState& state, SignDrafts& drafts, const std::string& group,
                                         domain::SignPlace place, absl::CivilDay up_day, absl::CivilDay today);

}  // namespace aandacht::model
