// Which words tell a fact: cues of a few classes that stand together. For heard.cpp only.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "shared/domain/cue_words.h"
#include "shared/domain/dates.h"
#include "shared/domain/reading.h"

namespace aandacht::domain::heard {

/// The classes; each is a list of the lexicon, see kCueLists.
enum Cue : std::size_t {
  kSelf,           ///< I, we.
  kOwn,            ///< My, our.
  kThird,          ///< He, she.
  kRelative,       ///< Mother, neighbour, dog.
  kNamed,          ///< Mum: one's own without "my".
  kLives,          ///< What a person does or is: a relative with this is a fact.
  kReports,        ///< Said, called: a relative with this is not.
  kEvent,          ///< Died, moved, operated: a fact about a person.
  kSureEvent,      ///< Funeral, redundancy: a fact by itself.
  kPlan,           ///< Holiday, visit: a fact about a person or with a day.
  kSurePlan,       ///< Emigrate.
  kMove,           ///< Goes, comes: a fact with a person and a day to come.
  kSurePerson,     ///< Carer, single mother.
  kFeeling,        ///< Afraid, ashamed: a fact about oneself.
  kSureFeeling,    ///< Lies awake.
  kCondition,      ///< Deaf, night shift: a fact about a person.
  kSureCondition,  ///< Wheelchair.
  kAble,           ///< Walk, drive: a fact about a person who cannot.
  kCannot,         ///< Not, hardly, no.
  kLack,           ///< Car, internet: a fact after "no".
  kLimit,          ///< Only, not before: a fact with a time and a person.
  kAgainst,        ///< Order, invoice: about the product, not about a life.
  kPast,           ///< Died, was: a weekday near it is over.
  kToCome,         ///< Will, goes: a weekday near it is not.
  kCues
};

inline constexpr std::array<std::string_view, kCues> kCueLists = {
    "heard.cue.self",           "heard.cue.own",     "heard.cue.third",        "heard.cue.relative",
    "heard.cue.named",          "heard.cue.lives",   "heard.cue.reports",      "heard.cue.event",
    "heard.cue.event.sure",     "heard.cue.plan",    "heard.cue.plan.sure",    "heard.cue.move",
    "heard.cue.person.sure",    "heard.cue.feeling", "heard.cue.feeling.sure", "heard.cue.condition",
    "heard.cue.condition.sure", "heard.cue.able",    "heard.cue.cannot",       "heard.cue.lack",
    "heard.cue.limit",          "heard.cue.against", "heard.cue.past",         "heard.cue.to-come"};

/// A fact's words [first, last], those that made it one.
struct Fact {
  std::size_t first = 0;
  std::size_t last = 0;
  HeardKind kind = HeardKind::kPlan;
  double score = 0;
};

/// What is around the cues.
struct Scene {
  const std::vector<Word>& words;
  const std::vector<std::size_t>& stretches;  ///< Per word, see Clauses::stretches().
  const std::vector<CueHit>& cues;
  const std::vector<DateMention>& dates;
  absl::CivilMinute now;
};

/// All facts that reach the score, in order of their first word; they may overlap.
[[nodiscard]] std::vector<Fact> score(const Scene& scene);

}  // namespace aandacht::domain::heard
