#include "client/overlay/stage.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "absl/strings/str_cat.h"
#include "client/overlay/ringing_call.h"

namespace aandacht::overlay {
namespace {

// A window that is only just being shown may lose a request, and a window manager may refuse it for good.
constexpr int kMostAsked = 5;
constexpr absl::Duration kAskAgain = absl::Milliseconds(200);

}  // namespace

int Stage::pixels(int length) const {
  return static_cast<int>(std::lround(static_cast<float>(length) * window_.scale()));
}

bool Stage::is_pill() const { return window_.size().height < pixels(2 * kPillHeight); }

void Stage::follow_pill(const model::OverlayModel& model, const Moment& moment) {
  model::PillReasons reasons;
  if (model.card) reasons.card_id = model.card->id;
  reasons.ringing_call_id = ringing_call(model);
  if (!model.opening.empty()) reasons.opening_call_id = call_id_;
  if (model.rest.runs) reasons.reset_id = model.rest.runs->id;
  if (model.rest.after) reasons.reset_id = model.rest.after->id;
  reasons.searching = model.search.open;
  reasons.pointer_inside = moment.pointer_inside;
  pill_.see(reasons, window_.now());
}

void Stage::follow_size() {
  if (pill_.small() == is_pill()) {
    asked_ = 0;
    if (!pill_.small()) column_.reset();
    return;
  }
  if (asked_ >= kMostAsked) return;
  ++asked_;
  if (!column_) column_ = window_.size();
  if (column_->height < pixels(2 * kPillHeight)) column_->height = pixels(kColumnHeight);
  window_.resize({column_->width, pill_.small() ? pixels(kPillHeight) : column_->height});
}

void Stage::follow_rest(model::OverlayModel& model) {
  model::RestModel& rest = model.rest;
  const bool on_the_line = model.screen == model::Screen::kRinging || model.screen == model::Screen::kInCall ||
                           model.screen == model::Screen::kOnHold;
  rest.ring = ring_.see(rest.ring, model.language, on_the_line);
  const std::string news = absl::StrCat(call_id_, "\n", model.card ? model.card->id : "", "\n",
                                        rest.runs ? rest.runs->id : "", rest.offer ? "offer" : "");
  if (news != std::exchange(news_, news)) causes_open_ = false;
  ask_open_ = ask_open_ && rest.ask && !model.card;
  card_id_ = model.card ? model.card->id : "";
  if (!(rest.offer || rest.after || rest.runs) || card_id_ != before_card_) before_card_.clear();
  rest.before_card = !before_card_.empty();
  rest.causes_open = causes_open_;
  rest.ask_open = ask_open_;
  const std::string length_of = rest.offer ? rest.offer->fullness->reset_id : ask_open_ ? "ask" : "";
  if (length_of != std::exchange(length_of_, length_of)) length_ = 0;
  for (std::optional<model::OfferModel>* choice : {&rest.offer, &rest.ask}) {
    if (*choice) (*choice)->chosen = std::min(length_, (*choice)->lengths.size() - 1);
  }
  if (rest.runs) rest.runs->still = options_.reduced_motion;
}

void Stage::show_rest() {
  before_card_ = card_id_;
  causes_open_ = false;
}

void Stage::follow_watched(model::OverlayModel& model) {
  farewell_.see(model.header ? model.header->call_id : "", model.watched, model.language, window_.now());
}

std::optional<absl::Duration> Stage::farewell_ends_in() const {
  const std::optional<absl::Duration> ends = farewell_.next_at();
  if (!ends) return std::nullopt;
  return std::max(*ends - window_.now(), absl::ZeroDuration());
}

void Stage::direct(model::OverlayModel& model, const Moment& moment) {
  call_id_ = model.header ? model.header->call_id : "";
  if (journey_of_ != call_id_) journey_of_.clear();
  follow_rest(model);
  follow_pill(model, moment);
  follow_watched(model);
  if (is_pill()) model.pill = model::make_pill(model);
  model.journey_open = !journey_of_.empty() && model.journey.size() > 1;
  fade_.see(model.card ? model.card->id : "", !options_.reduced_motion && !moment.listening, window_.now());
  model.card_presence = fade_.presence();
  follow_size();
}

std::optional<absl::Duration> Stage::wakes_in() const {
  std::optional<absl::Duration> at = fade_.next_at();
  if (const std::optional<absl::Duration> ends = farewell_.next_at()) at = at ? std::min(*at, *ends) : *ends;
  if (const std::optional<absl::Duration> shrinks = pill_.shrinks_at()) at = at ? std::min(*at, *shrinks) : *shrinks;
  if (asked_ > 0 && asked_ < kMostAsked && pill_.small() != is_pill()) {
    const absl::Duration again = window_.now() + kAskAgain;
    at = at ? std::min(*at, again) : again;
  }
  if (!at) return std::nullopt;
  return std::max(*at - window_.now(), absl::ZeroDuration());
}

}  // namespace aandacht::overlay
