// The card for a question that came before today: for the customer it is the first time.
#pragma once

#include "shared/domain/card.h"
#include "shared/domain/desk.h"
#include "shared/domain/library.h"

namespace aandacht::domain {

/// The id under which the card counts as a rule, as the others of cards.h.
inline constexpr const char* kFirstTimeRule = "first-time";
inline constexpr int kFirstTimePriority = 50;

/// In how many calls of this shift the question of `call` was asked, this one among them; 0: not known.
[[nodiscard]] int calls_with_question(const Desk& desk, const Call& call);

/// The ready answer: the line of the why that the call's question names. Without one the line is empty, and the topic
/// is the question in the customer's words: nothing is made up. `call` has a question.
[[nodiscard]] Card first_time_card(const Call& call, const Library& library);

}  // namespace aandacht::domain
