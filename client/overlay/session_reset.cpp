// While a reset runs nobody is to call: the session follows the desk's reset, wherever it was begun.
#include "client/overlay/session.h"

namespace aandacht::overlay {
namespace {

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

// In begin(), before anything is known of the desk: what a killed watchdog still owes is made good in any case.
void Session::begin_not_ready() {
  ready::NotReadyOptions options{options_.ready_program, options_.lease_folder, options_.agent_id, options_.not_ready,
                                 options_.ready};
  not_ready_ = std::make_unique<ready::NotReady>(std::move(options), clock_, [this](ready::Standing standing) {
    post_([this, standing] { connection_.ready_trouble = trouble_of(standing); });
  });
  errands_->ask([this] { not_ready_->recover(); });
}

void Session::follow_reset() {
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
