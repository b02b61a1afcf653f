// The parts that make_overlay_model() puts together.
#pragma once

#include "client/model/overlay_model.h"

namespace aandacht::model {

/// What every part needs to know of the moment.
struct Moment {
  absl::Time now;
  absl::TimeZone zone;
  Language language = Language::kDutch;
};

[[nodiscard]] HeaderModel make_header(const domain::Call& call, const Moment& moment);
/// The most urgent of the calls that are not on screen; absent when there is one only.
[[nodiscard]] std::optional<OtherCall> make_other(const domain::Desk& desk, const Moment& moment);
[[nodiscard]] std::string repeat_contact_text(const domain::Call& call, const Moment& moment);
[[nodiscard]] std::vector<JourneyDot> make_journey(const domain::Call& call, const Moment& moment);

/// Of the journey, before this call.
[[nodiscard]] std::vector<PromiseRow> make_promises(const domain::Customer& customer, const Moment& moment);
/// Of this call, oldest first.
[[nodiscard]] std::vector<PromiseRow> make_promises(const std::vector<domain::Promise>& promises, const Moment& moment);

/// `card` is of `desk`; a card between calls has no budget.
[[nodiscard]] CardModel make_card(const domain::Card& card, const domain::Desk& desk, const Moment& moment);
[[nodiscard]] std::vector<HeardRow> make_heard(const domain::Call& call, const Moment& moment);
[[nodiscard]] std::optional<PinTarget> make_pin(const domain::Call& call);
[[nodiscard]] SentimentModel make_sentiment(const domain::CallSentiment& sentiment, std::string_view last_words,
                                            Language language);
[[nodiscard]] WrapUpModel make_wrap_up(const domain::Call& call, const Moment& moment);
[[nodiscard]] SearchModel make_search(const Search& search);
[[nodiscard]] ConnectionModel make_connection(const Connection& connection, Language language);

/// "voelde slecht".
[[nodiscard]] const char* feeling_text(domain::Feeling feeling, Language language);
/// "bezig met oplossen".
[[nodiscard]] const char* phase_text(domain::CallPhase phase, Language language);
/// “…”; keeps text that has quotation marks already.
[[nodiscard]] std::string quoted(std::string_view words);

}  // namespace aandacht::model
