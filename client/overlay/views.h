// The parts of the overlay, one file each. They draw and report; they decide nothing.
#pragma once

#include <vector>

#include "client/model/overlay_model.h"
#include "client/overlay/action.h"
#include "client/ui/pen.h"

namespace aandacht::overlay {

using Actions = std::vector<Action>;

/// Who calls, how long, where the conversation is.
void write_header(ui::Pen& pen, const model::HeaderModel& header);

/// "4e contact over …"; nothing when it is not one.
void write_repeat_contact(ui::Pen& pen, const std::string& repeat_contact);

/// The steps so far as shapes; each explains itself, and pressing them opens the list.
void write_journey(ui::Pen& pen, const std::vector<model::JourneyDot>& journey, model::Language language,
                   Actions& actions);

/// Every step in words, at the top of the room and scrolling when there are more than fit. Returns where it ends.
float draw_journey_list(ui::Look& look, const model::OverlayModel& model, const ui::Box& room, Actions& actions);

/// What parts the customer from the card: a hairline, the other call, or who watches. As high with it as without, as
/// long as it is one of these and fits in a line.
void write_divider(ui::Pen& pen, const std::optional<model::OtherCall>& other,
                   const std::optional<model::WatchedModel>& watched);

/// Who watches this call and why, as a strip; in at most two lines.
void write_watched(ui::Pen& pen, const model::WatchedModel& watched);

/// The whole window as one line; pressing it opens the column.
void draw_pill(ui::Look& look, const model::PillModel& pill, const ui::Box& box, Actions& actions);

/// The empty part of the window's top, by which it is dragged; a short bar shows it while the pointer is there. After
/// everything else: where something can be pressed it is not.
void draw_grip(ui::Look& look, float width, Actions& actions);

/// At most `most` promises and how many more there are.
void write_promises(ui::Pen& pen, const std::vector<model::PromiseRow>& promises, std::size_t most,
                    model::Language language);

/// The same to be read in peace: larger, each in at most so many `lines`.
void write_promised(ui::Pen& pen, const std::vector<model::PromiseRow>& promises, std::size_t most, int lines,
                    model::Language language);

/// A suggested first sentence, above `bottom` (pixels of the screen).
void write_opening(ui::Pen& pen, const std::string& opening, float bottom, model::Language language);

/// The card in the room between the pen and `bottom` (pixels of the screen): its texts give way, its buttons do not.
void write_card(ui::Pen& pen, const model::CardModel& card, float bottom, model::Language language, Actions& actions);

/// The same for what a customer told: the face, whose it is, three lines.
void write_story(ui::Pen& pen, const model::CardModel& card, float bottom, model::Language language, Actions& actions);

/// What was heard, the oldest at the bottom of `room` and newer above it: what is there stays where it is. Rows that
/// reach above `covered` (a tall card) are left out, the others do not move.
void draw_heard(ui::Look& look, const std::vector<model::HeardRow>& heard, const ui::Box& room, float covered,
                model::Language language);

/// Downwards, as a list that is read once.
void write_heard(ui::Pen& pen, const std::vector<model::HeardRow>& heard, std::size_t most, model::Language language);

void write_hold(ui::Pen& pen, model::Language language);

void write_wrap_up(ui::Pen& pen, const model::OverlayModel& model, float bottom, Actions& actions);

/// Whys that fit, in a panel that ends at `bottom` and grows upwards to at most `top`.
void draw_search_results(ui::Look& look, const model::SearchModel& search, float x, float width, float top,
                         float bottom, model::Language language, Actions& actions);

/// Every key and what it does; a line that does something now can be pressed. `box` is all there is room for.
void draw_key_list(ui::Look& look, const model::KeysModel& keys, const ui::Box& box, model::Language language,
                   Actions& actions);

/// What one has to know about keyboard and clicks; nothing when there is nothing.
void write_note(ui::Pen& pen, const std::string& note);

/// Round the whole window while clicks go through it.
void draw_click_through_edge(ui::Look& look);

/// The field to search with. 40 pixels of the design.
void write_search(ui::Pen& pen, const model::SearchModel& search, model::Language language, Actions& actions);

/// Connection at the left, the customer's sentiment and the agent's ring at the right. 28 pixels of the design.
void write_status(ui::Pen& pen, const model::OverlayModel& model, Actions& actions);

/// Between calls, in the box.
void draw_idle(ui::Look& look, const ui::Box& box, const model::OverlayModel& model, Actions& actions);

/// The way to the settings at the top left of the box, and at its bottom what is wrong with them.
void draw_settings_corner(ui::Look& look, const ui::Box& box, const std::string& notice, model::Language language,
                          Actions& actions);

/// How much of the bottom of a box of that width the notice takes, pixels of the screen.
[[nodiscard]] float settings_notice_height(ui::Look& look, float width, const std::string& notice);

/// What is wrong with the connection, what still works and what to do, in the box.
void draw_disconnected(ui::Look& look, const ui::Box& box, const model::ConnectionModel& connection);

}  // namespace aandacht::overlay
