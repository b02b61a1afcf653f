// Which words promise: somebody who will do something, and when. For promises.cpp only.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "shared/domain/cue_words.h"
#include "shared/domain/customer.h"
#include "shared/domain/dates.h"

namespace aandacht::domain::promises {

/// The classes; each is a list of the lexicon, see kCueLists.
enum Cue : std::size_t {
  kSure,       ///< "I'll call you back": a promise by itself.
  kDeed,       ///< "I'll send you", "I find out": a promise by itself, too.
  kAct,        ///< "I": with any deed a promise with a moment to come, as are all below.
  kGets,       ///< "You will hear".
  kComes,      ///< "The engineer comes".
  kArranged,   ///< "Booked you in".
  kDone,       ///< "In your account": with a verb or a deadline.
  kBecomes,    ///< "Is", "will be", "stands": makes a kDone a promise.
  kDeadline,   ///< "At the latest": in a few words, a promise with its moment only.
  kCompany,    ///< "We".
  kColleague,  ///< "My colleague".
  kNot,        ///< Near a promise: none ("you must", "was").
  kIf,         ///< Before a promise: none ("if you").
  kSoon,       ///< "In a minute": today, when nothing else is said of the moment.
  kThen,       ///< "Then": on the day that was spoken of.
  kAnd,        ///< Before another promise: the one before ends.
  kCues
};

inline constexpr std::array<std::string_view, kCues> kCueLists = {
    "promise.cue.sure",     "promise.cue.deed",     "promise.cue.act",       "promise.cue.gets",
    "promise.cue.comes",    "promise.cue.arranged", "promise.cue.done",      "promise.cue.becomes",
    "promise.cue.deadline", "promise.cue.company",  "promise.cue.colleague", "promise.cue.not",
    "promise.cue.if",       "promise.cue.soon",     "promise.cue.then",      "promise.cue.and"};

/// The words [first, last] that promise.
struct Commitment {
  std::size_t first = 0;
  std::size_t last = 0;
  bool dated = false;  ///< A promise only because of the moment it names.
  PromisedBy by = PromisedBy::kAgent;
};

/// What is around the cues.
struct Scene {
  const std::vector<Word>& words;
  const std::vector<std::size_t>& stretches;  ///< Per word, see Clauses::stretches().
  const std::vector<CueHit>& cues;
  const std::vector<DateMention>& dates;
  absl::CivilMinute now;
};

/// All commitments, in order of their first word; they may overlap.
[[nodiscard]] std::vector<Commitment> commitments(const Scene& scene);

/// True for a moment that is still to come, as of `now`.
[[nodiscard]] bool is_to_come(const DateMention& date, absl::CivilMinute now);

}  // namespace aandacht::domain::promises
