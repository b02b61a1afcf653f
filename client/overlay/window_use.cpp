#include "client/overlay/window_use.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "client/overlay/ringing_call.h"

namespace aandacht::overlay {

void WindowUse::hold_keys(KeyChords chords) {
  chords_ = std::move(chords);
  list_was_read_ = false;
  window_.hold_hotkeys(hotkeys_of(chords_));
}

void WindowUse::hide(bool on) {
  if (on == hidden_) return;
  hidden_ = on;
  window_.set_shown(!on);
}

void WindowUse::toggle_list() {
  list_open_ = !list_open_;
  list_was_read_ = list_was_read_ || !list_open_;
}

void WindowUse::let_clicks_through(bool on) {
  if (on == click_through_ || !window_.let_clicks_through(on)) return;
  click_through_ = on;
}

void WindowUse::give_way(const model::OverlayModel& model) {
  const std::string ringing = ringing_call(model);
  const std::string news = absl::StrCat(model.card ? model.card->id : "", "\n", ringing);
  if (news == std::exchange(news_, news)) return;
  list_open_ = false;
  if (!ringing.empty()) hide(false);
}

void WindowUse::see(model::OverlayModel& model, bool has_keyboard) {
  give_way(model);
  const std::vector<model::KeyState> keys = key_states(chords_, window_.hotkey_faults());
  const auto own = static_cast<std::size_t>(model::Command::kClickThrough);
  if (keys[own].hold != model::KeyHold::kHeld) let_clicks_through(false);
  model.keys =
      model::make_keys({keys, list_open_, list_was_read_, has_keyboard, click_through_}, model.heavy, model.language);
  for (model::KeyRow& row : model.keys.rows) row.does = action_of(row.command, model, hidden_).has_value();
}

}  // namespace aandacht::overlay
