// While a reset runs nobody is to call: the session follows the desk's reset, wherever it was begun.
#include "client/overlay/session.h"

namespace aandacht::overlay {
namespace {

/// A ready command that works is over by then.
constexpr absl::Duration kFirstLook = absl::Seconds(1);
constexpr absl::Duration kLookAgain = absl::Seconds(5);

model::ReadyTrouble trouble_of(ready::Standing standing) {
  switch (standing) {
    case ready::Standing::kReady:
    case ready::Standing::kNotReady:
      return model::ReadyTrouble::kNone;
    case ready::Standing::kNotTaken:
      return model::ReadyTrouble::kNotTaken;
    case ready::Standing::kReadyFails:
      return model::ReadyTrouble::kReadyFails;
  }
  return model::ReadyTrouble::kNone;
}

/// InfinitePast: none runs.
absl::Time end_of_running(const domain::Desk* desk) {
  if (desk == nullptr || !desk->resets.current) return absl::InfinitePast();
  const domain::Reset& reset = *desk->resets.current;
  const bool runs = reset.state == domain::ResetState::kAccepted || reset.state == domain::ResetState::kExtended;
  return runs ? reset.ends : absl::InfinitePast();
}

}  // namespace

bool Session::reset_runs() const { return end_of_running(desk()) > desk_now(); }

// In begin(), before anything is known of the desk: what a killed watchdog still owes is made good in any case.
void Session::begin_not_ready() {
  ready::NotReadyOptions options{options_.ready_program, options_.lease_folder, options_.agent_id, options_.not_ready,
                                 options_.ready};
  not_ready_ = std::make_unique<ready::NotReady>(std::move(options), clock_, [this](ready::Standing standing) {
    post_([this, standing] { connection_.ready_trouble = trouble_of(standing); });
  });
  errands_->ask([this] {
    not_ready_->recover();
    if (not_ready_->owes()) post_([this] { look_again_ = clock_.steady() + kFirstLook; });
  });
}

// What an earlier session or a crash left may be tried for hours, by a watchdog that has no line to this one.
void Session::look_for_lease() {
  look_again_.reset();
  errands_->ask([this] {
    post_([this, owes = not_ready_->owes()] {
      if (owes) look_again_ = clock_.steady() + kLookAgain;
      if (held_until_ != absl::InfinitePast()) return;  // Its own watchdog tells.
      if (owes) connection_.ready_trouble = model::ReadyTrouble::kReadyFails;
      if (!owes && connection_.ready_trouble == model::ReadyTrouble::kReadyFails) {
        connection_.ready_trouble = model::ReadyTrouble::kNone;
      }
    });
  });
}

// Until the service's desk came, or is known not to come, a kept one may show a reset that was stopped since; and while
// it is asked what was delivered meanwhile, one that is long over.
bool Session::knows_resets() const {
  return checking_ == 0 && (has_service_desk_ || clock_.steady() >= started_ + kConnects);
}

void Session::follow_reset() {
  if (!not_ready_ || !knows_resets()) return;  // In begin() what is kept comes first.
  absl::Time ends = end_of_running(desk());
  // A desk of before a crash, or one whose service is silent: past its end a reset holds nobody off.
  if (ends <= desk_now()) ends = absl::InfinitePast();
  if (ends == held_until_) return;
  const bool holds = ends != absl::InfinitePast();
  if (!holds) connection_.ready_trouble = model::ReadyTrouble::kNone;
  held_until_ = ends;
  const absl::Duration span = holds ? ends - desk_now() : absl::ZeroDuration();
  if (softphone_ && options_.hold_off) softphone_->hold_off(span);
  errands_->ask([this, holds, span] { holds ? not_ready_->hold(span) : not_ready_->release(); });
}

}  // namespace aandacht::overlay
