#include "client/local/prediction.h"

#include <algorithm>
#include <utility>

#include "shared/domain/apply.h"

namespace aandacht::local {
namespace {

// As the service does: more wake-ups than this at once are a mistake in the rules.
constexpr int kMostWakeUps = 64;

constexpr std::size_t kMostSettled = 64;

void wake_until(domain::Desk& desk, const domain::Library& library, absl::Time time) {
  for (int i = 0; i < kMostWakeUps && desk.wake <= time; ++i) {
    const domain::Event event{"", desk.wake, domain::WokeUp{}};
    domain::Outcome outcome = domain::apply(desk, event, library, event.time);
    if (outcome.changes.empty()) return;
    desk = std::move(outcome.desk);
  }
}

void happen(domain::Desk& desk, const domain::Library& library, const domain::Event& event) {
  wake_until(desk, library, event.time);
  desk = domain::apply(std::move(desk), event, library, event.time).desk;
}

}  // namespace

Prediction::Prediction(std::string agent_id) : agent_id_(std::move(agent_id)) {}

void Prediction::take_desk(domain::Desk desk) {
  // A service that went back to an older store has forgotten what it acknowledged, and will not show it any more.
  if (confirmed_ && desk.version < confirmed_->version) {
    drop_if([](const PendingEvent& each) { return each.acknowledged.has_value(); });
  }
  confirmed_ = std::move(desk);
  drop_confirmed();
}

bool Prediction::take_update(const domain::DeskUpdate& update) {
  if (!confirmed_) return false;
  if (update.version > confirmed_->version && !domain::reduce(*confirmed_, update)) return false;
  remember(update.cause_id, std::nullopt);
  drop_if([&](const PendingEvent& each) { return each.event.id == update.cause_id; });
  drop_confirmed();
  return true;
}

void Prediction::add(domain::Event event) {
  if (is_pending(event.id)) return;
  const auto settled =
      std::find_if(settled_.rbegin(), settled_.rend(), [&](const Settled& each) { return each.event_id == event.id; });
  std::optional<std::int64_t> version;
  if (settled != settled_.rend()) {
    version = settled->version;
    if (!version || (confirmed_ && *version <= confirmed_->version)) return;
  }
  if (fold_) {
    happen(fold_->told, library_, event);
    fold_->woken = fold_->told;
    wake_until(fold_->woken, library_, woken_until_);
  }
  pending_.push_back({std::move(event), version});
}

void Prediction::acknowledged(const std::string& event_id, std::int64_t version) {
  for (PendingEvent& each : pending_) {
    if (each.event.id == event_id) each.acknowledged = version;
  }
  remember(event_id, version);
  drop_confirmed();
}

void Prediction::refused(const std::string& event_id) {
  drop_if([&](const PendingEvent& each) { return each.event.id == event_id; });
  remember(event_id, std::nullopt);
}

void Prediction::wake(absl::Time now) {
  if (now <= woken_until_) return;
  woken_until_ = now;
  if (fold_) wake_until(fold_->woken, library_, now);
}

void Prediction::use(domain::Library library) {
  library_ = std::move(library);
  fold_.reset();
}

const domain::Desk* Prediction::desk() const {
  if (!confirmed_ && pending_.empty()) return nullptr;
  if (pending_.empty() && woken_until_ == absl::InfinitePast()) return &*confirmed_;  // Nothing to predict.
  if (!fold_) refold();
  return &fold_->woken;
}

bool Prediction::is_pending(const std::string& event_id) const {
  return std::any_of(pending_.begin(), pending_.end(),
                     [&](const PendingEvent& each) { return each.event.id == event_id; });
}

void Prediction::remember(std::string event_id, std::optional<std::int64_t> version) {
  settled_.push_back({std::move(event_id), version});
  if (settled_.size() > kMostSettled) settled_.erase(settled_.begin());
}

template <typename Gone>
void Prediction::drop_if(Gone gone) {
  if (std::erase_if(pending_, gone) > 0) settle();
}

void Prediction::drop_confirmed() {
  std::erase_if(pending_, [&](const PendingEvent& each) {
    return each.acknowledged && confirmed_ && *each.acknowledged <= confirmed_->version;
  });
  settle();
}

// With nothing on its way the service's desk is the truth, also about what is due.
void Prediction::settle() {
  if (pending_.empty()) woken_until_ = absl::InfinitePast();
  fold_.reset();
}

void Prediction::refold() const {
  Fold fold;
  fold.told.agent_id = agent_id_;
  if (confirmed_) fold.told = *confirmed_;
  for (const PendingEvent& each : pending_) happen(fold.told, library_, each.event);
  fold.woken = fold.told;
  wake_until(fold.woken, library_, woken_until_);
  fold_ = std::move(fold);
}

}  // namespace aandacht::local
