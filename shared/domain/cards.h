// Makes cards from what was read. Decides what could be said; attention.h decides whether.
#pragma once

#include <optional>
#include <vector>

#include "shared/domain/card.h"
#include "shared/domain/desk.h"
#include "shared/domain/event.h"
#include "shared/domain/library.h"

namespace aandacht::domain {

/// Ids under which built-in kinds count as rules.
inline constexpr const char* kHeardRule = "heard";
inline constexpr const char* kWarmthRule = "warmth";

/// The why that this call is most about; nullptr when none is clear enough.
[[nodiscard]] const Why* weightiest_why(const Call& call, const Library& library);

/// True for more than "hm-hm, yes": four words or more.
[[nodiscard]] bool is_real_answer(const std::string& text);

/// All cards that an utterance calls for, the most important first; without ids and times.
/// `call` is the call with the utterance already taken in.
[[nodiscard]] std::vector<Card> cards_for(const Call& call, const UtteranceSaid& said, const Library& library);

/// The card of a why whose topic is named without being asked about or doubted, the first time in the call; to be held
/// back, so that the log tells that it was noticed.
[[nodiscard]] std::optional<Card> named_why_card(const Call& call, const UtteranceSaid& said, const Library& library);

/// The card that brings back what was heard.
[[nodiscard]] Card heard_card(const HeardFact& fact, const Call& call, const UtteranceSaid& said);

/// The card of a why: an emotion line, then the customer's corner, at most about 40 words in all.
[[nodiscard]] Card why_card(const Why& why, const Call* call);

/// The card of a supervisor's prompt.
[[nodiscard]] Card prompt_card(const Prompt& prompt, const Call* call);

/// The prompt that the card was made of.
[[nodiscard]] Prompt prompt_of(const Card& card);

/// Whether a prompt's card may jump the queue.
[[nodiscard]] bool is_urgent_prompt(const Card& card);

}  // namespace aandacht::domain
