// The same letters in both languages: Begin, No/Nu niet, Extend, Stop, and the digits of the scale.
#include <imgui.h>

#include "client/overlay/own_views.h"
#include "client/render/imgui_compat.h"

namespace aandacht::overlay {
namespace {

using render::Key;

bool letter(char capital) { return render::key_pressed(static_cast<Key>(static_cast<int>(Key::kA) + (capital - 'A'))); }

void take_digit(const model::FullnessModel& fullness, Actions& actions) {
  for (int told = 1; told <= 5; ++told) {
    if (!render::key_pressed(static_cast<Key>(static_cast<int>(Key::k0) + told))) continue;
    actions.push_back(ActForOneself{domain::FullnessTold{fullness.reset_id, fullness.after, told}});
  }
}

void take_for_offer(const model::OfferModel& offer, Actions& actions) {
  if (offer.fullness) take_digit(*offer.fullness, actions);
  if (letter('B')) actions.push_back(BeginReset{offer.lengths[offer.chosen].begin});
  if (!letter('N')) return;
  if (offer.turned_down) {
    actions.push_back(ActForOneself{*offer.turned_down});
  } else {
    actions.push_back(ToggleAskReset{});
  }
}

}  // namespace

void take_reset_keys(const model::RestModel& rest, Actions& actions) {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.WantTextInput || io.KeyCtrl || io.KeyAlt || io.KeySuper) return;
  if (rest.runs) {
    if (rest.runs->fullness) take_digit(*rest.runs->fullness, actions);
    if (rest.runs->extend && letter('E')) actions.push_back(ActForOneself{*rest.runs->extend});
    if (letter('S')) actions.push_back(ActForOneself{rest.runs->end});
  } else if (rest.offer) {
    take_for_offer(*rest.offer, actions);
  } else if (rest.after) {
    take_digit(rest.after->fullness, actions);
    if (letter('E')) actions.push_back(ActForOneself{rest.after->begin_again});
    if (letter('S')) actions.push_back(ActForOneself{rest.after->put_away});
  } else if (rest.ask_open && rest.ask) {
    take_for_offer(*rest.ask, actions);
  }
}

}  // namespace aandacht::overlay
