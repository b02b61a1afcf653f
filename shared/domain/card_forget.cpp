#include "shared/domain/card_forget.h"

#include <algorithm>
#include <string_view>

#include "shared/base/utf8.h"
#include "shared/domain/redaction_forget.h"

namespace aandacht::domain {
namespace {

// What was taken out of the old text, and what stands there now.
struct Replaced {
  std::string_view old;
  std::string_view now;
};

Replaced replaced_in(std::string_view old, std::string_view now) {
  const auto front = std::mismatch(old.begin(), old.end(), now.begin(), now.end());
  const auto same = static_cast<std::size_t>(front.first - old.begin());
  old.remove_prefix(same);
  now.remove_prefix(same);
  while (!old.empty() && !now.empty() && old.back() == now.back()) {
    old.remove_suffix(1);
    now.remove_suffix(1);
  }
  return {old, now};
}

void forget_words(std::string& words, const LateRedaction& late) {
  const std::string& now = late.redacted.text;
  if (words.empty() || now.find(words) != std::string::npos) return;
  if (late.before.find(words) != std::string::npos) {
    words = std::string(base::truncate_utf8(now, words.size()));
    return;
  }
  // A line that was made with a quote in it.
  const Replaced part = replaced_in(late.before, now);
  const std::size_t at = part.old.empty() ? std::string::npos : words.find(part.old);
  if (at != std::string::npos) words.replace(at, part.old.size(), part.now);
}

}  // namespace

void forget(Card& card, const LateRedaction& late) {
  forget_words(card.evidence.words, late);
  // Of a repeated question only the customer's own words were not written beforehand.
  if (card.kind == CardKind::kFirstTime && card.source_id.empty()) forget_words(card.topic, late);
  const bool written_beforehand =
      card.kind == CardKind::kWhy || card.kind == CardKind::kPrompt || card.kind == CardKind::kFirstTime;
  if (written_beforehand) return;
  forget_words(card.line, late);
  forget_words(card.detail, late);
  forget_words(card.source_id, late);
}

void forget(Desk& desk, const std::string& call_id, const LateRedaction& late) {
  for (Call& call : desk.calls) {
    if (call.id == call_id) forget(call, late);
  }
  if (desk.card && desk.card->call_id == call_id) forget(*desk.card, late);
  for (WaitingCard& waiting : desk.waiting) {
    if (waiting.card.call_id == call_id) forget(waiting.card, late);
  }
}

}  // namespace aandacht::domain
