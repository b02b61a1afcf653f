#include "client/model/sign_drafts.h"

namespace aandacht::model {

absl::CivilDay select_sign(SignsState& state, SignDrafts& drafts, const std::string& group, domain::SignPlace place,
                           absl::CivilDay up_day, absl::CivilDay today) {
  if (state.dirty && !state.selected.empty()) {
    drafts.insert_or_assign({state.selected, state.draft.place}, SignDraft{state.draft, up_day});
  }
  state.selected = group;
  const auto kept = drafts.find({group, place});
  state.dirty = kept != drafts.end();
  if (!state.dirty) {
    state.draft = sign_of(state, group, place);
    return state.draft.up.value_or(today);
  }
  const SignDraft draft = std::move(kept->second);
  drafts.erase(kept);
  state.draft = draft.sign;
  return draft.up_day;
}

}  // namespace aandacht::model
