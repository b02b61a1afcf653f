// A desk as it stands in the middle of a call, for tests of the model.
#pragma once

#include "client/model/overlay_model.h"

namespace aandacht::model {

inline absl::TimeZone zone() { return absl::FixedTimeZone(3600); }

/// Tuesday 17 November 2026, 10:00 in Amsterdam.
inline absl::Time now() { return absl::FromCivil(absl::CivilSecond(2026, 11, 17, 10, 0, 0), zone()); }

inline domain::Customer example_customer() {
  domain::Customer customer;
  customer.name = "Gerda Hoekstra-Baaij";
  customer.since_year = 1998;
  customer.address_form = domain::AddressForm::kFormal;
  customer.journey = {
      {.day = absl::CivilDay(2026, 9, 28),
       .stage = domain::JourneyStage::kBuy,
       .channel = "telefoon",
       .what = "Verhuizing doorgegeven",
       .felt = domain::Feeling::kNeutral,
       .promise = domain::Promise{"Internet werkt vanaf 5 oktober",
                                  absl::FromCivil(absl::CivilDay(2026, 10, 5), absl::UTCTimeZone()),
                                  domain::PromiseState::kBroken}},
      {.day = absl::CivilDay(2026, 10, 15),
       .stage = domain::JourneyStage::kService,
       .channel = "bezoek",
       .what = "Kabel vervangen",
       .felt = domain::Feeling::kPositive,
       .promise = domain::Promise{"terugbellen", absl::FromCivil(absl::CivilSecond(2026, 11, 20, 12, 0, 0), zone()),
                                  domain::PromiseState::kOpen}},
      {.day = absl::CivilDay(2026, 11, 12),
       .stage = domain::JourneyStage::kService,
       .channel = "bezoek",
       .what = "Monteur niet gekomen",
       .felt = domain::Feeling::kNegative,
       .promise = std::nullopt},
  };
  return customer;
}

inline domain::Call example_call(domain::CallState state) {
  domain::Call call;
  call.id = "call-1";
  call.state = state;
  call.from = "+31600110201";
  call.rang = now() - absl::Seconds(140);
  call.answered = now() - absl::Seconds(134);
  if (state == domain::CallState::kOnHold) call.held = now() - absl::Seconds(42);
  if (state == domain::CallState::kWrapUp) call.ended = now() - absl::Seconds(12);
  call.customer = example_customer();
  call.repeat_contact = domain::RepeatContact{4, "deze terugbetaling", absl::Hours(24 * 152)};
  call.opening = "Fijn dat u belt.";
  return call;
}

inline domain::Desk example_desk(domain::CallState state) {
  domain::Desk desk;
  desk.agent_id = "ruben";
  desk.calls.push_back(example_call(state));
  return desk;
}

inline Connection connected() { return {ConnectionState::kConnected, "127.0.0.1:7443", 0}; }

inline OverlayModel model_of(const domain::Desk& desk, Language language = Language::kDutch) {
  return make_overlay_model(&desk, connected(), {}, language, now(), zone());
}

}  // namespace aandacht::model
