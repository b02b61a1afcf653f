// The same question again today: for the agent one of many, for the customer the first.
#include <algorithm>
#include <cstddef>

#include "shared/domain/apply_own.h"
#include "shared/domain/attention.h"
#include "shared/domain/cards.h"
#include "shared/domain/first_time.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kMostGroups = 64;

// Fatigue knows when the shift began, from the first call on; until then the first call after a long gap counts.
absl::Time shift_of(const DeskDraft& draft) {
  const Desk& desk = draft.desk();
  if (desk.fatigue.shift_began != absl::InfinitePast()) return desk.fatigue.shift_began;
  const bool begins = draft.before().calls.empty() && !desk.calls.empty();
  const bool rested = draft.now() - draft.before().time >= draft.library().fatigue.shift_gap;
  return begins && rested ? draft.now() : desk.questions.since;
}

void begin_shift(DeskDraft& draft) {
  const absl::Time shift = shift_of(draft);
  // Also one that lies earlier: a replayed day, or a clock that was set back.
  if (shift != draft.desk().questions.since) draft.edit_questions() = {shift, {}};
}

std::string group_of(const Call* call) { return call == nullptr || !call->question ? "" : call->question->group; }

void make_room(std::map<std::string, int>& calls) {
  if (calls.size() < kMostGroups) return;
  calls.erase(std::min_element(calls.begin(), calls.end(), [](auto& a, auto& b) { return a.second < b.second; }));
}

// A call has one question: a clearer one takes the place of what was counted before.
void count(DeskDraft& draft, const std::string& before, const std::string& now) {
  std::map<std::string, int>& calls = draft.edit_questions().calls;
  const auto counted = calls.find(before);
  if (counted != calls.end() && --counted->second <= 0) calls.erase(counted);
  if (!calls.contains(now)) make_room(calls);
  ++calls[now];
}

void offer_if_repeated(DeskDraft& draft, const Call& call) {
  // Whoever had the answer on screen in this call does not need it again.
  if (call.state != CallState::kInCall || was_shown(call, call.question->why_id)) return;
  if (calls_with_question(draft.desk(), call) < draft.library().attention.first_time_from) return;
  draft.offer(first_time_card(call, draft.library()));
}

}  // namespace

void count_questions(DeskDraft& draft) {
  begin_shift(draft);
  std::vector<std::string> counted;
  for (const Call& call : draft.desk().calls) {
    const std::string now = group_of(&call);
    const std::string before = group_of(find_call(draft.before(), call.id));
    if (now.empty() || now == before) continue;
    count(draft, before, now);
    counted.push_back(call.id);
  }
  for (const std::string& id : counted) {
    const Call call = *find_call(draft.desk(), id);
    offer_if_repeated(draft, call);
  }
}

int calls_with_question(const Desk& desk, const Call& call) {
  const auto found = desk.questions.calls.find(group_of(&call));
  return found == desk.questions.calls.end() ? 0 : found->second;
}

Card first_time_card(const Call& call, const Library& library) {
  const Why* why = find_why(library, call.question->why_id);
  Card card = why == nullptr ? Card() : why_card(*why, &call);
  card.kind = CardKind::kFirstTime;
  card.unsolicited = true;
  card.call_id = call.id;
  card.priority = kFirstTimePriority;
  if (why == nullptr) card.topic = call.question->words;
  card.detail.clear();
  card.evidence.words = call.question->words;
  card.evidence.rule_id = kFirstTimeRule;
  card.evidence.utterance_id = call.question->utterance_id;
  return card;
}

}  // namespace aandacht::domain
