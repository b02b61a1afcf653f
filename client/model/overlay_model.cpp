#include "client/model/overlay_model.h"

#include "client/model/parts.h"
#include "client/model/strings.h"

namespace aandacht::model {
namespace {

// A desk lives on without the service; only who never had one waits for it.
Screen screen_of(const domain::Desk* desk, const domain::Call* call, const Connection& connection) {
  if (desk == nullptr && connection.state != ConnectionState::kConnected) return Screen::kDisconnected;
  if (call == nullptr) return Screen::kIdle;
  switch (call->state) {
    case domain::CallState::kRinging:
      return Screen::kRinging;
    case domain::CallState::kInCall:
      return Screen::kInCall;
    case domain::CallState::kOnHold:
      return Screen::kOnHold;
    case domain::CallState::kWrapUp:
      return Screen::kWrapUp;
    case domain::CallState::kEnded:
      return Screen::kIdle;
  }
  return Screen::kIdle;
}

bool opening_fits(const domain::Call& call) {
  return call.state == domain::CallState::kRinging ||
         (call.state == domain::CallState::kInCall && call.phase == domain::CallPhase::kOpening);
}

void add_call(OverlayModel& model, const domain::Desk& desk, const domain::Call& call, std::string_view last_words,
              const Moment& moment) {
  model.header = make_header(call, moment);
  model.other = make_other(desk, moment);
  model.watched = make_watched(desk, call.id, moment.zone, moment.language);
  model.repeat_contact = repeat_contact_text(call, moment);
  model.journey = make_journey(call, moment);
  if (call.customer) model.promises = make_promises(*call.customer, moment);
  if (!model.card && opening_fits(call) && !call.opening.empty()) model.opening = quoted(call.opening);
  model.heard = make_heard(call, moment);
  model.pin = make_pin(call);
  model.heavy = call.heavy;
  model.sentiment = make_sentiment(call.sentiment, last_words, moment.language);
  if (call.state != domain::CallState::kWrapUp) return;
  model.wrap_up = make_wrap_up(call, moment);
  model.wrap_up->own = make_wrap_up_own(call, desk.habits, moment.language);
}

}  // namespace

OverlayModel make_overlay_model(const domain::Desk* desk, const Connection& connection, const Search& search,
                                Language language, absl::Time desk_now, absl::TimeZone zone,
                                std::string_view last_words, const domain::FatigueRules& rules) {
  const Moment moment{desk_now, zone, language};
  const domain::Call* call = desk == nullptr ? nullptr : domain::current_call(*desk);
  OverlayModel model;
  model.language = language;
  model.screen = screen_of(desk, call, connection);
  model.search = make_search(search);
  model.connection = make_connection(connection, language);
  if (desk != nullptr && desk->fatigue.shared_until > desk_now) {
    model.shared = fill(Text::kOwnShared, language, absl::FormatTime("%H:%M", desk->fatigue.shared_until, zone));
  }
  if (desk != nullptr) model.rest = make_rest(*desk, rules, desk_now, language);
  if (desk != nullptr && desk->card) model.card = make_card(*desk->card, *desk, moment);
  if (call != nullptr && call->state != domain::CallState::kEnded) add_call(model, *desk, *call, last_words, moment);
  return model;
}

}  // namespace aandacht::model
