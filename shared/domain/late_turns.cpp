#include "shared/domain/late_turns.h"

#include <algorithm>

#include "shared/base/utf8.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kMostTurns = 4;
constexpr std::size_t kMostWords = 240;  // bytes
constexpr std::size_t kMostFacts = 12;

bool is_pinned(const HeardFact& fact) { return fact.kind == HeardKind::kPinned; }

}  // namespace

void remember_turn(Call& call, const UtteranceSaid& said, absl::Time at) {
  if (said.speaker != Speaker::kCustomer || said.text.empty()) return;
  call.late_turns.push_back({said.utterance_id, std::string(base::truncate_utf8(said.text, kMostWords)), at});
  if (call.late_turns.size() > kMostTurns) call.late_turns.erase(call.late_turns.begin());
}

const LateTurn* find_turn(const Call& call, const std::string& utterance_id) {
  const auto found = std::find_if(call.late_turns.begin(), call.late_turns.end(),
                                  [&](const LateTurn& turn) { return turn.utterance_id == utterance_id; });
  return found == call.late_turns.end() ? nullptr : &*found;
}

bool pin(Call& call, const LateTurn& turn) {
  auto& facts = call.heard;
  const auto same = [&](const HeardFact& fact) { return fact.words == turn.words; };
  if (const auto known = std::find_if(facts.begin(), facts.end(), same); known != facts.end()) {
    if (is_pinned(*known)) return false;
    known->kind = HeardKind::kPinned;
    return true;
  }
  if (facts.size() >= kMostFacts) {
    const auto oldest = std::find_if_not(facts.begin(), facts.end(), is_pinned);
    if (oldest == facts.end()) return false;
    facts.erase(oldest);
  }
  facts.push_back({turn.words, HeardKind::kPinned, {}, turn.said, false});
  return true;
}

}  // namespace aandacht::domain
