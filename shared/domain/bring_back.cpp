#include "shared/domain/bring_back.h"

#include <algorithm>
#include <string>

#include "absl/time/civil_time.h"
#include "shared/domain/cards.h"
#include "shared/domain/dates.h"
#include "shared/domain/normalise.h"

namespace aandacht::domain {
namespace {

// A promise this early is about the line or the screen, and what was heard is fresh in mind.
constexpr int kTurnsBefore = 8;
constexpr std::ptrdiff_t kMostLater = 3;  // the latest are the likeliest
constexpr std::size_t kShortestName = 4;  // bytes of a stem that names something

// How well a fact fits: 0 not at all. The end of a call is a quiet moment: only what is still to come is worth it.
int fits(const HeardFact& fact, bool arranges) {
  if (fact.kind == HeardKind::kPinned) return 0;  // The agent has it in mind already.
  const bool to_come = fact.day && *fact.day >= absl::ToCivilDay(fact.said, absl::UTCTimeZone());
  if (!arranges) return to_come && fact.kind != HeardKind::kConstraint ? 5 : 0;
  if (to_come) return 5;
  switch (fact.kind) {
    case HeardKind::kConstraint:
      return 4;
    case HeardKind::kPlan:
      return 3;
    case HeardKind::kPerson:
      return 2;
    case HeardKind::kLifeEvent:
      return 1;
    case HeardKind::kFeeling:
    case HeardKind::kPinned:
      return 0;
  }
  return 0;
}

std::vector<std::string> names_in(std::string_view text, std::string_view language) {
  std::string plain = folded(normalise(text)).text;
  for (const DateMention& date : find_dates(plain, language, absl::CivilMinute(2000, 1, 1)))
    std::fill(plain.begin() + static_cast<long>(date.begin), plain.begin() + static_cast<long>(date.end), ' ');
  std::vector<std::string> names = stems(plain, language);
  std::erase_if(names, [](const std::string& stem) { return stem.size() < kShortestName; });
  return names;
}

}  // namespace

bool speaks_of(const HeardFact& fact, std::string_view text, std::string_view language) {
  const std::vector<std::string> said = names_in(text, language);
  const std::vector<std::string> told = names_in(fact.words, language);
  return std::any_of(told.begin(), told.end(),
                     [&](const std::string& name) { return std::find(said.begin(), said.end(), name) != said.end(); });
}

BringBack bring_back(const Call& call, const UtteranceSaid& said) {
  BringBack found;
  const Reading& reading = said.reading;
  const bool arranges = std::any_of(reading.promises.begin(), reading.promises.end(),
                                    [](const Promise& promise) { return promise.due.has_value(); });
  if (said.speaker != Speaker::kAgent || !(reading.advises_or_closes || reading.offers_more || arranges)) return found;
  const bool moment = call.turns >= kTurnsBefore && (arranges || reading.offers_more);
  for (const HeardFact& fact : call.heard) {
    if (fact.brought_back) continue;
    if (moment && speaks_of(fact, said.text, reading.language)) {
      found.said_now.push_back(fact);
    } else if (moment && fits(fact, arranges) > 0) {
      found.now.push_back(fact);
    } else {
      found.later.push_back(fact);
    }
  }
  if (std::ssize(found.later) > kMostLater) found.later.erase(found.later.begin(), found.later.end() - kMostLater);
  std::stable_sort(found.now.begin(), found.now.end(),
                   [&](const HeardFact& a, const HeardFact& b) { return fits(a, arranges) > fits(b, arranges); });
  return found;
}

}  // namespace aandacht::domain
