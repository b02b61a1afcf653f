// What agents do for themselves.
#include <algorithm>
#include <variant>

#include "service/core/work.h"
#include "shared/domain/reset_late.h"

namespace aandacht::core {
namespace {

struct Find {
  const domain::Desk& desk;
  absl::Time at;  ///< In the desk's time.

  absl::Status reset(const std::string& id) const {
    if (desk.resets.current && desk.resets.current->id == id) return absl::OkStatus();
    return absl::NotFoundError("this desk has no such reset now; it may be over");
  }
  // A tap, and the wish to leave, may come when the reset has left the screen.
  absl::Status told(const std::string& id) const {
    const auto same = [&](const domain::Reset& past) { return past.id == id; };
    const auto& past = desk.resets.past;
    return std::any_of(past.begin(), past.end(), same) ? absl::OkStatus() : reset(id);
  }
  absl::Status habit() const {
    if (desk.habits.current) return absl::OkStatus();
    return absl::NotFoundError("no habit is chosen at this desk; choose one first");
  }

  absl::Status operator()(const domain::ResetAnswered& act) const {
    if (act.answer == domain::ResetAnswer::kLeave) return told(act.reset_id);
    return domain::was_in_time(desk.resets, act, at) ? absl::OkStatus() : reset(act.reset_id);
  }
  absl::Status operator()(const domain::FullnessTold& act) const { return told(act.reset_id); }
  absl::Status operator()(const domain::HabitTicked&) const { return habit(); }
  absl::Status operator()(const domain::RoutineAnswered&) const { return habit(); }
  absl::Status operator()(const domain::HabitDropped&) const { return habit(); }
  absl::Status operator()(const domain::ExperienceGuessed& act) const {
    const domain::Call* call = domain::find_call(desk, act.call_id);
    if (call != nullptr && call->state == domain::CallState::kWrapUp) return absl::OkStatus();
    return absl::NotFoundError("this desk has no such call in wrap-up");
  }
  template <typename Other>
  absl::Status operator()(const Other&) const {
    return absl::OkStatus();
  }
};

}  // namespace

absl::StatusOr<Written> write_own_act(Batch& batch, const RecordAct& record) {
  const domain::Desk& desk = batch.seat(record.agent_id).desk;
  if (batch.knows(record.event_id)) return Written{desk.version, true};
  const absl::Time at = batch.desk_time(record.agent_id, record.time.occurred);
  if (absl::Status status = std::visit(Find{desk, at}, record.act); !status.ok()) return status;
  const absl::Status status =
      batch.move(record.agent_id, {record.event_id, {}, domain::OwnActed{record.act}}, record.time);
  if (!status.ok()) return status;
  return Written{desk.version, false};
}

}  // namespace aandacht::core
