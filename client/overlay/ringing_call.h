// Which call asks to be taken.
#pragma once

#include <string>

#include "client/model/overlay_model.h"

namespace aandacht::overlay {

/// The id of the call that rings, on the desk or beside the one on it; empty when none does.
[[nodiscard]] inline std::string ringing_call(const model::OverlayModel& model) {
  if (model.screen == model::Screen::kRinging && model.header) return model.header->call_id;
  const bool other = model.other && model.other->state == domain::CallState::kRinging;
  return other ? model.other->call_id : "";
}

}  // namespace aandacht::overlay
