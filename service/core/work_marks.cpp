// What agents note in a call by themselves.
#include "service/core/work.h"
#include "shared/domain/late_turns.h"

namespace aandacht::core {

absl::StatusOr<Written> write_pin(Batch& batch, const PinHeard& pinned) {
  const domain::Desk& desk = batch.seat(pinned.agent_id).desk;
  if (batch.knows(pinned.event_id)) return Written{desk.version, true};
  const domain::Call* call = domain::find_call(desk, pinned.call_id);
  if (call == nullptr) return absl::NotFoundError("this desk has no such call; it may have ended");
  if (domain::find_turn(*call, pinned.utterance_id) == nullptr) {
    return absl::NotFoundError("that turn is not among the last ones that the customer took");
  }
  const domain::HeardPinned what{pinned.call_id, pinned.utterance_id};
  const absl::Status status = batch.move(pinned.agent_id, {pinned.event_id, {}, what}, pinned.time);
  if (!status.ok()) return status;
  return Written{desk.version, false};
}

absl::StatusOr<Written> write_heavy(Batch& batch, const MarkHeavy& marked) {
  const domain::Desk& desk = batch.seat(marked.agent_id).desk;
  if (batch.knows(marked.event_id)) return Written{desk.version, true};
  if (domain::find_call(desk, marked.call_id) == nullptr) {
    return absl::NotFoundError("this desk has no such call; it may have ended");
  }
  const domain::CallMarkedHeavy what{marked.call_id, marked.heavy};
  const absl::Status status = batch.move(marked.agent_id, {marked.event_id, {}, what}, marked.time);
  if (!status.ok()) return status;
  return Written{desk.version, false};
}

}  // namespace aandacht::core
