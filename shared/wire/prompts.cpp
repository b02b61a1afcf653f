#include "shared/wire/prompts.h"

#include "shared/wire/check.h"
#include "shared/wire/find_enum.h"
#include "shared/wire/time.h"

namespace aandacht::wire {
namespace {

void put(absl::Time time, google::protobuf::Timestamp* (v1::PromptDelivery::*field)(), v1::PromptDelivery& message) {
  if (is_finite(time)) *(message.*field)() = to_proto(time);
}

v1::PromptDelivery desk_to_proto(const domain::PromptDelivery& desk) {
  v1::PromptDelivery message;
  message.set_agent_id(desk.agent_id);
  message.set_state(wire::to_proto(desk.state));
  put(desk.delivered, &v1::PromptDelivery::mutable_deliver_time, message);
  put(desk.shown, &v1::PromptDelivery::mutable_show_time, message);
  put(desk.ended, &v1::PromptDelivery::mutable_end_time, message);
  return message;
}

absl::StatusOr<domain::PromptDelivery> desk_from_proto(const v1::PromptDelivery& message) {
  Check check;
  domain::PromptDelivery desk;
  desk.agent_id = message.agent_id();
  desk.state = check.required("state", message.state());
  desk.delivered = check.time("deliver_time", message.has_deliver_time(), message.deliver_time(), absl::InfinitePast());
  desk.shown = check.time("show_time", message.has_show_time(), message.show_time(), absl::InfinitePast());
  desk.ended = check.time("end_time", message.has_end_time(), message.end_time(), absl::InfinitePast());
  return check.result(std::move(desk));
}

}  // namespace

v1::PromptState to_proto(domain::PromptState value) {
  switch (value) {
    case domain::PromptState::kWaiting:
      return v1::PROMPT_STATE_WAITING;
    case domain::PromptState::kDelivered:
      return v1::PROMPT_STATE_DELIVERED;
    case domain::PromptState::kShown:
      return v1::PROMPT_STATE_SHOWN;
    case domain::PromptState::kUsed:
      return v1::PROMPT_STATE_USED;
    case domain::PromptState::kNotNow:
      return v1::PROMPT_STATE_NOT_NOW;
    case domain::PromptState::kDoesNotFit:
      return v1::PROMPT_STATE_DOES_NOT_FIT;
    case domain::PromptState::kExpired:
      return v1::PROMPT_STATE_EXPIRED;
    case domain::PromptState::kRecalled:
      return v1::PROMPT_STATE_RECALLED;
  }
  return v1::PROMPT_STATE_UNSPECIFIED;
}

std::optional<domain::PromptState> from_proto(v1::PromptState value) {
  return find(value, domain::PromptState::kRecalled);
}

v1::PromptFlaw to_proto(domain::PromptFlaw value) {
  switch (value) {
    case domain::PromptFlaw::kJargon:
      return v1::PROMPT_FLAW_JARGON;
    case domain::PromptFlaw::kLength:
      return v1::PROMPT_FLAW_LENGTH;
    case domain::PromptFlaw::kOrder:
      return v1::PROMPT_FLAW_ORDER;
    case domain::PromptFlaw::kThey:
      return v1::PROMPT_FLAW_THEY;
    case domain::PromptFlaw::kPassive:
      return v1::PROMPT_FLAW_PASSIVE;
    case domain::PromptFlaw::kLevel:
      return v1::PROMPT_FLAW_LEVEL;
    case domain::PromptFlaw::kSlot:
      return v1::PROMPT_FLAW_SLOT;
  }
  return v1::PROMPT_FLAW_UNSPECIFIED;
}

std::optional<domain::PromptFlaw> from_proto(v1::PromptFlaw value) { return find(value, domain::PromptFlaw::kSlot); }

v1::PushedPrompt to_proto(const domain::PushedPrompt& prompt) {
  v1::PushedPrompt message;
  message.set_id(prompt.id);
  message.set_supervisor(prompt.supervisor);
  message.set_text(prompt.text);
  message.set_reason(prompt.reason);
  message.set_urgent(prompt.urgent);
  message.set_template_id(prompt.template_id);
  if (is_finite(prompt.pushed)) *message.mutable_push_time() = to_proto(prompt.pushed);
  if (is_finite(prompt.expires)) *message.mutable_expire_time() = to_proto(prompt.expires);
  if (is_finite(prompt.recalled)) *message.mutable_recall_time() = to_proto(prompt.recalled);
  for (const std::string& team : prompt.team_ids) message.add_team_ids(team);
  message.set_everybody(prompt.everybody);
  for (const domain::PromptDelivery& desk : prompt.deliveries) *message.add_deliveries() = desk_to_proto(desk);
  return message;
}

absl::StatusOr<domain::PushedPrompt> from_proto(const v1::PushedPrompt& message) {
  Check check;
  domain::PushedPrompt prompt;
  prompt.id = message.id();
  prompt.supervisor = message.supervisor();
  prompt.text = message.text();
  prompt.reason = message.reason();
  prompt.urgent = message.urgent();
  prompt.template_id = message.template_id();
  prompt.pushed = check.time("push_time", message.has_push_time(), message.push_time(), absl::InfinitePast());
  prompt.expires = check.time("expire_time", message.has_expire_time(), message.expire_time(), absl::InfiniteFuture());
  prompt.recalled = check.time("recall_time", message.has_recall_time(), message.recall_time(), absl::InfinitePast());
  prompt.team_ids = words(message.team_ids());
  prompt.everybody = message.everybody();
  prompt.deliveries = check.list("deliveries", message.deliveries(), &desk_from_proto);
  return check.result(std::move(prompt));
}

v1::PromptTemplate to_proto(const domain::PromptTemplate& prompt) {
  v1::PromptTemplate message;
  message.set_id(prompt.id);
  message.set_language(prompt.language);
  message.set_text(prompt.text);
  message.set_reason(prompt.reason);
  message.set_urgent(prompt.urgent);
  for (const std::string& field : prompt.fields) message.add_fields(field);
  return message;
}

domain::PromptTemplate from_proto(const v1::PromptTemplate& message) {
  return {message.id(),     message.language(), message.text(),
          message.reason(), message.urgent(),   words(message.fields())};
}

v1::PromptFinding to_proto(const domain::PromptFinding& finding) {
  v1::PromptFinding message;
  message.set_flaw(to_proto(finding.flaw));
  message.set_in_reason(finding.in_reason);
  message.set_part(finding.part);
  message.set_instead(finding.instead);
  message.set_word_count(finding.words);
  return message;
}

absl::StatusOr<domain::PromptFinding> from_proto(const v1::PromptFinding& message) {
  Check check;
  domain::PromptFinding finding;
  finding.flaw = check.required("flaw", message.flaw());
  finding.in_reason = message.in_reason();
  finding.part = message.part();
  finding.instead = message.instead();
  finding.words = message.word_count();
  return check.result(std::move(finding));
}

}  // namespace aandacht::wire
