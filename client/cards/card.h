// A card as agents see it; the console previews prompts with the same code.
#pragma once

#include <optional>

#include "client/model/overlay_model.h"
#include "client/ui/pen.h"

namespace aandacht::cards {

/// The card in the room between the pen and `bottom` (pixels of the screen): its texts give way, its buttons do not.
/// Not for a customer's story. The answer that was pressed in this frame.
std::optional<domain::CardAnswer> write_card(ui::Pen& pen, const model::CardModel& card, float bottom,
                                             model::Language language);

}  // namespace aandacht::cards
