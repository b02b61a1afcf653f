#include "client/softphone/softphone.h"

namespace aandacht::softphone {
namespace {

std::optional<domain::CallEvent> reported(CallEventKind kind) {
  switch (kind) {
    case CallEventKind::kRinging:
      return domain::CallEvent::kRinging;
    case CallEventKind::kAnswered:
      return domain::CallEvent::kAnswered;
    case CallEventKind::kHeld:
      return domain::CallEvent::kHeld;
    case CallEventKind::kResumed:
      return domain::CallEvent::kResumed;
    case CallEventKind::kEnded:
      return domain::CallEvent::kEnded;
    case CallEventKind::kUnknown:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::optional<domain::CallReported> to_report(const CallEvent& event) {
  const std::optional<domain::CallEvent> kind = reported(event.kind);
  if (!kind) {
    return std::nullopt;
  }
  domain::CallReported report;
  report.call_id = event.call_id;
  report.event = *kind;
  report.from = event.number;
  report.display_name = event.name;
  report.direction = event.direction;
  return report;
}

}  // namespace aandacht::softphone
