#include "client/softphone/hook_events.h"

#include <cstdlib>

#include "absl/strings/str_cat.h"
#include "client/softphone/sip_text.h"
#include "shared/base/utf8.h"

namespace aandacht::softphone {
namespace {

constexpr std::size_t kLongestId = 256;
constexpr std::size_t kLongestNumber = 64;

absl::StatusOr<domain::CallEvent> parse_event(const std::string& word) {
  if (word == "ringing") return domain::CallEvent::kRinging;
  if (word == "answered") return domain::CallEvent::kAnswered;
  if (word == "held") return domain::CallEvent::kHeld;
  if (word == "resumed") return domain::CallEvent::kResumed;
  if (word == "ended") return domain::CallEvent::kEnded;
  return absl::InvalidArgumentError(
      absl::StrCat("\"", word, "\" is not a call event; use ringing, answered, held, resumed or ended"));
}

absl::StatusOr<domain::CallDirection> parse_direction(const std::string& word) {
  if (word.empty() || word == "incoming") return domain::CallDirection::kIncoming;
  if (word == "outgoing") return domain::CallDirection::kOutgoing;
  return absl::InvalidArgumentError(absl::StrCat("\"", word, "\" is not a direction; use incoming or outgoing"));
}

/// A bare number stays as it is; of an address the user part is taken.
std::string read_number(const std::string& from) {
  const bool is_address = from.find('@') != std::string::npos || from.starts_with("sip:") || from.starts_with("tel:");
  if (is_address) {
    return number_of(from.find(':') == std::string::npos ? absl::StrCat("sip:", from) : from);
  }
  const std::string cleaned = clean_name(from);
  return cleaned == "anonymous" ? "" : std::string(base::truncate_utf8(cleaned, kLongestNumber));
}

absl::Status check_id(const std::string& id) {
  if (id.size() > kLongestId || !base::is_printable(id)) {
    return absl::InvalidArgumentError(absl::StrCat("a call id is at most ", kLongestId, " bytes of printable text"));
  }
  return absl::OkStatus();
}

struct Trigger {
  std::string_view name;
  domain::CallEvent event;
  domain::CallDirection direction;
  bool tells_far_end;
};

constexpr Trigger kTriggers[] = {
    {"in_call", domain::CallEvent::kRinging, domain::CallDirection::kIncoming, true},
    {"in_call_answered", domain::CallEvent::kAnswered, domain::CallDirection::kIncoming, true},
    {"in_call_failed", domain::CallEvent::kEnded, domain::CallDirection::kIncoming, true},
    {"out_call", domain::CallEvent::kRinging, domain::CallDirection::kOutgoing, true},
    {"out_call_answered", domain::CallEvent::kAnswered, domain::CallDirection::kOutgoing, true},
    {"out_call_failed", domain::CallEvent::kEnded, domain::CallDirection::kOutgoing, true},
    {"local_release", domain::CallEvent::kEnded, domain::CallDirection::kIncoming, false},
    {"remote_release", domain::CallEvent::kEnded, domain::CallDirection::kIncoming, false},
};

}  // namespace

absl::StatusOr<domain::CallReported> report_from_arguments(const HookArguments& arguments) {
  const absl::StatusOr<domain::CallEvent> event = parse_event(arguments.event);
  const absl::StatusOr<domain::CallDirection> direction = parse_direction(arguments.direction);
  absl::Status status = event.status();
  status.Update(direction.status());
  status.Update(check_id(arguments.id));
  if (!status.ok()) {
    return status;
  }
  domain::CallReported report;
  report.event = *event;
  report.direction = *direction;
  report.call_id = arguments.id;
  report.from = read_number(arguments.from);
  report.display_name = clean_name(arguments.name);
  report.queue = arguments.queue;
  report.language = arguments.language;
  return report;
}

std::optional<std::string> process_environment(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

absl::StatusOr<domain::CallReported> report_from_twinkle(const Environment& environment) {
  const std::optional<std::string> name = environment("TWINKLE_TRIGGER");
  if (!name) {
    return absl::NotFoundError("TWINKLE_TRIGGER is not set: not started by Twinkle");
  }
  domain::CallReported report;
  report.call_id = environment("SIP_CALL_ID").value_or("");
  if (report.call_id.empty()) {
    return absl::InvalidArgumentError("SIP_CALL_ID is not set");
  }
  if (const absl::Status fine = check_id(report.call_id); !fine.ok()) {
    return fine;
  }
  for (const Trigger& trigger : kTriggers) {
    if (trigger.name != *name) {
      continue;
    }
    report.event = trigger.event;
    report.direction = trigger.direction;
    if (trigger.tells_far_end) {
      const bool is_outgoing = trigger.direction == domain::CallDirection::kOutgoing;
      const NameAndAddress far_end = split_header(environment(is_outgoing ? "SIP_TO" : "SIP_FROM").value_or(""));
      report.from = number_of(far_end.uri);
      report.display_name = far_end.name;
    }
    return report;
  }
  return absl::InvalidArgumentError(absl::StrCat("\"", *name, "\" is not a trigger that this program knows"));
}

}  // namespace aandacht::softphone
