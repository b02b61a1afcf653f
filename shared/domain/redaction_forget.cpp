#include "shared/domain/redaction_forget.h"

#include "shared/base/utf8.h"
#include "shared/domain/redaction_digits.h"

namespace aandacht::domain {
namespace {

bool has_digits(std::string_view words) { return !redaction::digit_runs(redaction::tokenise(words)).empty(); }

// Words of the old text that the new one does not have; a reader's own wording only when it has digits.
bool is_gone(const std::string& words, const LateRedaction& late) {
  if (words.empty() || late.redacted.text.find(words) != std::string::npos) return false;
  return late.before.find(words) != std::string::npos || has_digits(words);
}

bool is_only_in_old(const std::string& words, const LateRedaction& late) {
  return !words.empty() && late.before.find(words) != std::string::npos &&
         late.redacted.text.find(words) == std::string::npos;
}

}  // namespace

void forget(UtteranceSaid& said, const LateRedaction& late) {
  said.text = late.redacted.text;
  Reading& reading = said.reading;
  for (CoachMatch& match : reading.coach) {
    if (is_gone(match.evidence, late)) match.evidence.clear();
  }
  for (WhyMatch& match : reading.whys) {
    if (is_gone(match.evidence, late)) match.evidence.clear();
  }
  std::erase_if(reading.heard, [&](const HeardFact& fact) { return is_gone(fact.words, late); });
  std::erase_if(reading.promises, [&](const Promise& promise) { return is_gone(promise.text, late); });
  if (reading.question && is_gone(reading.question->words, late)) reading.question.reset();
}

void forget(Call& call, const LateRedaction& late) {
  const auto now = [&](const std::string& before) {
    return std::string(base::truncate_utf8(late.redacted.text, before.size()));
  };
  for (HeardFact& fact : call.heard) {
    if (fact.kind == HeardKind::kPinned && is_only_in_old(fact.words, late)) fact.words = now(fact.words);
  }
  for (LateTurn& turn : call.late_turns) {
    if (turn.utterance_id == late.utterance_id) turn.words = now(turn.words);
  }
  std::erase_if(call.heard, [&](const HeardFact& fact) { return is_only_in_old(fact.words, late); });
  std::erase_if(call.promises, [&](const Promise& promise) { return is_only_in_old(promise.text, late); });
  if (call.question && is_only_in_old(call.question->words, late)) {
    call.question->words = now(call.question->words);
  }
}

}  // namespace aandacht::domain
