#include "service/core/alert_writing.h"

#include <utility>

#include "shared/base/utf8.h"

namespace aandacht::core {
namespace {

// The words that the store keeps of this turn: they may have been redacted since they were found.
absl::Status take_stored_words(store::Transaction& store, domain::AlertFinding& finding) {
  if (finding.utterance_id.empty()) return absl::OkStatus();
  const absl::StatusOr<std::string> text = store.turn_text(finding.utterance_id);
  if (absl::IsNotFound(text.status())) return absl::OkStatus();
  if (!text.ok()) return text.status();
  if (text->find(finding.words) == std::string::npos) {
    finding.words = std::string(base::truncate_utf8(*text, finding.words.size()));
  }
  return absl::OkStatus();
}

// When the call ended by its record, in the service's time; InfinitePast: it has no end there, or is another agent's.
absl::StatusOr<absl::Time> recorded_end(store::Transaction& store, const domain::AlertFinding& finding) {
  const absl::StatusOr<store::CallRecord> record = store.call(finding.call_id);
  if (absl::IsNotFound(record.status())) return absl::InfinitePast();
  if (!record.ok()) return record.status();
  if (record->agent_id != finding.agent_id || record->ended == absl::InfinitePast()) return absl::InfinitePast();
  return record->ended + (finding.time - finding.at);
}

}  // namespace

absl::Status take_end(store::Transaction& store, domain::Alert& alert) {
  const absl::StatusOr<absl::Time> ended = recorded_end(store, alert.finding);
  if (!ended.ok() || *ended == absl::InfinitePast()) return ended.status();
  alert.call_ended = *ended;
  return store.end_call_of_alerts(alert.finding.agent_id, alert.finding.call_id, *ended);
}

absl::StatusOr<std::vector<domain::Alert>> write_found(store::Transaction& store,
                                                       std::vector<domain::AlertFinding> found) {
  std::vector<domain::Alert> added;
  for (domain::AlertFinding& finding : found) {
    if (absl::Status status = take_stored_words(store, finding); !status.ok()) return status;
    domain::Alert alert;
    alert.id = domain::finding_id(finding);
    alert.finding = std::move(finding);
    const absl::StatusOr<bool> is_new = store.add_alert(alert);
    if (!is_new.ok()) return is_new.status();
    if (!*is_new) continue;
    if (absl::Status status = take_end(store, alert); !status.ok()) return status;
    added.push_back(std::move(alert));
  }
  return added;
}

absl::StatusOr<std::vector<domain::Alert>> write_end(store::Transaction& store,
                                                     const domain::AlertReplay::CallOver& over) {
  auto alerts = store.alerts_of_call(over.call_id);
  if (!alerts.ok()) return alerts;
  std::erase_if(*alerts, [&](const domain::Alert& each) {
    return each.finding.agent_id != over.agent_id || each.call_ended != absl::InfinitePast();
  });
  if (alerts->empty()) return alerts;
  for (domain::Alert& each : *alerts) each.call_ended = over.time;
  if (absl::Status status = store.end_call_of_alerts(over.agent_id, over.call_id, over.time); !status.ok())
    return status;
  return alerts;
}

}  // namespace aandacht::core
