// What softphones report.
#include <algorithm>
#include <optional>

#include "shared/domain/apply_parts.h"
#include "shared/domain/journey.h"
#include "shared/domain/lines.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kMostCalls = 8;

CallState state_after(CallEvent event) {
  switch (event) {
    case CallEvent::kRinging:
      return CallState::kRinging;
    case CallEvent::kAnswered:
    case CallEvent::kResumed:
      return CallState::kInCall;
    case CallEvent::kHeld:
      return CallState::kOnHold;
    case CallEvent::kEnded:
      return CallState::kEnded;
  }
  return CallState::kEnded;
}

void fill_if_empty(std::string& field, const std::string& value) {
  if (field.empty()) field = value;
}

// What a report tells about who calls, in whatever order reports come.
void take_facts(Call& call, const CallReported& report, const Library& library, absl::Time at) {
  fill_if_empty(call.from, report.from);
  fill_if_empty(call.display_name, report.display_name);
  fill_if_empty(call.queue, report.queue);
  fill_if_empty(call.language, report.language);
  const bool found = !call.customer && report.customer;
  // The same customer as another system made them since: what was worded for the one before is not said anew.
  if (!found && report.customer && report.customer->external_id == call.customer->external_id) {
    call.customer = report.customer;
  }
  if (found) {
    call.customer = report.customer;
    call.language = report.language.empty() ? report.customer->language : report.language;
    call.repeat_contact = repeat_contact(*call.customer, at);
  }
  if (report.event == CallEvent::kRinging && call.rang == absl::InfinitePast()) call.rang = at;
  if (report.event == CallEvent::kRinging) call.direction = report.direction;
  if (call.opening.empty() || found) {
    Call worded = call;
    if (worded.language.empty()) worded.language = "nl";
    const OpeningOccasion occasion = opening_occasion(call.customer, at);
    call.opening =
        opening_line(library, worded, occasion, slots_of(worded, library, ""), seed_of(call.id)).value_or("");
  }
}

bool moves_on(const Call& call, CallEvent event, absl::Time reported) {
  if (call.state == CallState::kWrapUp) return false;
  // Nothing comes after an end: a clock that was set back must not keep the call on the desk for ever.
  if (event == CallEvent::kEnded) return true;
  if (reported < call.state_since) return false;
  if (event == CallEvent::kRinging) return false;
  if (event == CallEvent::kAnswered) return call.state == CallState::kRinging;
  if (event == CallEvent::kResumed) return call.state == CallState::kOnHold || call.state == CallState::kRinging;
  return true;
}

void end_call(DeskDraft& draft, Call& call, absl::Time at) {
  call.ended = at;
  call.held = absl::InfinitePast();
  const std::string id = call.id;
  const bool was_answered = call.answered != absl::InfinitePast();
  const auto& card = draft.desk().card;
  if (card && card->call_id == id && card->kind != CardKind::kPrompt) draft.take_card_off(CardGoneReason::kCallEnded);
  std::erase_if(draft.waiting(), [&](const WaitingCard& w) { return w.card.call_id == id; });
  if (!was_answered) {
    draft.remove_call(id);
    return;
  }
  call.state = CallState::kWrapUp;
  call.wrap_up_ends = at + draft.library().attention.wrap_up;
  call.phase = CallPhase::kClosing;
}

// A wrap-up that nobody finished must not push a running call off the desk.
void make_room(DeskDraft& draft) {
  const auto less_needed = [](const Call& a, const Call& b) {
    const bool a_waits = a.state == CallState::kWrapUp;
    const bool b_waits = b.state == CallState::kWrapUp;
    return a_waits != b_waits ? a_waits : a.state_since < b.state_since;
  };
  while (draft.desk().calls.size() >= kMostCalls) {
    const std::vector<Call>& calls = draft.desk().calls;
    draft.remove_call(std::min_element(calls.begin(), calls.end(), less_needed)->id);
  }
}

Call& begin_call(DeskDraft& draft, const CallReported& report, absl::Time reported) {
  make_room(draft);
  Call call;
  call.id = report.call_id;
  call.direction = report.direction;
  call.attention.budget = draft.library().attention.cards_per_call;
  call.state_since = reported;
  return draft.add_call(std::move(call));
}

}  // namespace

void apply_report(DeskDraft& draft, const CallReported& report, absl::Time reported) {
  const auto& ended = draft.desk().ended_call_ids;
  if (std::find(ended.begin(), ended.end(), report.call_id) != ended.end()) return;
  if (report.load) draft.edit_resets().load = report.load;
  Call* call = draft.edit_call(report.call_id);
  const bool begins = call == nullptr;
  if (begins) call = &begin_call(draft, report, reported);
  take_facts(*call, report, draft.library(), std::min(reported, draft.now()));
  if (!begins && !moves_on(*call, report.event, reported)) return;

  call->state_since = reported;
  const CallState next = state_after(report.event);
  const bool talks = next == CallState::kInCall || next == CallState::kOnHold;
  if (talks && call->answered == absl::InfinitePast()) call->answered = draft.now();
  call->held = next == CallState::kOnHold ? std::min(reported, draft.now()) : absl::InfinitePast();
  if (next == CallState::kEnded) {
    end_call(draft, *call, draft.now());
  } else {
    call->state = next;
  }
}

void apply_wrap_up_finished(DeskDraft& draft, const WrapUpFinished& finished) {
  const Call* call = find_call(draft.desk(), finished.call_id);
  if (call != nullptr && call->state == CallState::kWrapUp) draft.remove_call(finished.call_id);
}

}  // namespace aandacht::domain
