// The agent's own side of the window: ring, causes, offer, reset. They draw and report; they decide nothing.
#pragma once

#include "client/model/strings.h"
#include "client/overlay/views.h"

namespace aandacht::overlay {

/// A title, and what closes the page at its right; true when that was pressed. `id` is unique within the window.
[[nodiscard]] bool write_page_title(ui::Pen& pen, std::string_view id, std::string_view title,
                                    model::Language language);

/// The large ring stands on the screen: nothing else is there.
[[nodiscard]] bool shows_idle(const model::OverlayModel& model);

/// The small ring at the right end of a row of `height` pixels of the screen; returns how much of its width it takes.
/// Nothing when there is nothing to tell, or the large one is there.
float draw_small_ring(ui::Pen& pen, const model::OverlayModel& model, float height, Actions& actions);

/// Ring, its heaviest cause, and the way to a reset; in the middle of the box.
void draw_idle_ring(ui::Look& look, const model::OverlayModel& model, const ui::Box& box, Actions& actions);

/// Every cause with its points, and the sum; above `bottom` (pixels of the screen).
void write_causes(ui::Pen& pen, const model::RingModel& ring, float bottom, model::Language language, Actions& actions);

/// What a reset would be, its price, and yes or no.
void draw_offer(ui::Look& look, const model::OverlayModel& model, const model::OfferModel& offer, const ui::Box& box,
                Actions& actions);

/// The whole column: a view, one sentence, a count. `page` has margins; `window` has none.
void draw_running_reset(ui::Look& look, const model::OverlayModel& model, const ui::Box& page, const ui::Box& window,
                        Actions& actions);

/// One line of it while something else has the column: what is left, and what stops it.
void write_running_line(ui::Pen& pen, const model::RunningReset& runs, Actions& actions);

/// What it did.
void draw_after_reset(ui::Look& look, const model::OverlayModel& model, const ui::Box& box, Actions& actions);

/// In a wrap-up: a reset after it, or that one comes.
void write_ask_later(ui::Pen& pen, const model::RestModel& rest, model::Language language, Actions& actions);

/// "How full is your head".
void write_fullness(ui::Pen& pen, const model::FullnessModel& fullness, Actions& actions);

/// The keys of what is on the screen of a reset, while the window has the keyboard.
void take_reset_keys(const model::RestModel& rest, Actions& actions);

/// "Ctrl+Alt+A: langer. Ctrl+Alt+E: stop."; nothing when the keys could not be had.
void write_reset_keys(ui::Pen& pen, const model::KeysModel& keys, model::Text words, model::Language language);

}  // namespace aandacht::overlay
