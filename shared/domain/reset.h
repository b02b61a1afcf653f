// Thirty seconds between two calls, and what they did.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "shared/domain/fatigue.h"

namespace aandacht::domain {

enum class ResetState {
  kRequested,  ///< Offered by the desk, or asked for by the agent while a call was still to be wrapped up.
  kAccepted,   ///< It runs.
  kExtended,   ///< It runs, longer than it began.
  kDone,       ///< It is over; see ResetEnding.
  kDeclined,
  kNoAnswer,  ///< The next call came, or the offer's time passed, before the agent answered.
};

enum class ResetEnding { kTimeUp, kStopped, kCallCame };

/// The four that were tested in the field; see docs/wellbeing.md for the sources.
enum class Exercise { kInfluence, kKindAct, kCustomersEyes, kBreathing };

/// One wording of an exercise, as shipped.
struct ResetExercise {
  std::string id;  ///< Unique: "nl/ademen-3".
  std::string language;
  Exercise kind = Exercise::kBreathing;
  std::string title;               ///< Three or four words.
  std::vector<std::string> steps;  ///< 2 … 5 lines, read one after another in the reset's time.
  std::string author;

  bool operator==(const ResetExercise&) const = default;
};

/// How busy a team is, from its own calls.
struct TeamLoad {
  absl::Duration mean_handling;  ///< Average handling time: talk, hold and after-call work.
  double occupancy = 0;          ///< 0 … 1, over the last hour.
  int agents = 0;                ///< Who worked in the last hour.

  bool operator==(const TeamLoad&) const = default;
};

/// One reset from its offer to its end.
struct Reset {
  std::string id;  ///< Unique on its desk.
  ResetState state = ResetState::kRequested;
  bool asked_by_agent = false;
  absl::Duration length = absl::Seconds(30);  ///< 30 s, 2 min or 10 min; with kExtended all of it.
  absl::Time requested = absl::InfinitePast();
  absl::Time answer_by = absl::InfiniteFuture();  ///< Then the offer, or with kDone the reset, goes by itself.
  absl::Time accepted = absl::InfinitePast();
  absl::Time ends = absl::InfiniteFuture();   ///< When it will, or did, end.
  ResetEnding ending = ResetEnding::kTimeUp;  ///< Read in kDone only.
  FatigueScore score;                         ///< When it was offered.
  Exercise exercise = Exercise::kBreathing;   ///< From kAccepted on, as the next three.
  std::string exercise_id;
  std::string title;
  std::vector<std::string> steps;
  std::optional<TeamLoad> load;  ///< Of the team when it was offered; absent: not known.
  int full_before = 0;           ///< "How full is your head", 1 … 5; 0: not told.
  int full_after = 0;

  bool operator==(const Reset&) const = default;
};

/// What the desk remembers of its resets. For the agent's eyes only.
struct ResetBook {
  std::optional<Reset> current;  ///< Offered, running, or over and not left yet.
  std::vector<Reset> past;       ///< Without steps; oldest first, at most 48.
  absl::Time last_offered = absl::InfinitePast();
  absl::Time last_declined = absl::InfinitePast();
  std::vector<std::string> used_exercise_ids;  ///< Oldest first, at most 24: what was used lately comes last again.
  std::optional<TeamLoad> load;                ///< As last told with a call.
  std::int64_t count = 0;                      ///< Resets ever; makes ids unique.

  bool operator==(const ResetBook&) const = default;
};

/// How an exercise worked for this agent, from the taps before and after.
struct ExerciseEffect {
  Exercise kind = Exercise::kBreathing;
  int times = 0;    ///< With both taps.
  double mean = 0;  ///< Of before minus after; above 0: the head became emptier.
  double low = 0;   ///< 90 % interval of the mean (Student's t); wide when there are few.
  double high = 0;
  bool best = false;  ///< Tapped often enough, and its interval lies above the mean of every other that is known.

  bool operator==(const ExerciseEffect&) const = default;
};

/// In the order of Exercise; those without both taps have times == 0. Pure.
[[nodiscard]] std::vector<ExerciseEffect> exercise_effects(const ResetBook& book);

/// The expected time between two calls of one agent: AHT·(1−ρ)/ρ. InfiniteDuration when nothing is busy.
///
/// From the definition of occupancy, ρ = AHT / (AHT + gap), see docs/wellbeing.md.
[[nodiscard]] absl::Duration expected_gap(const TeamLoad& load);

/// What a reset costs the queue.
struct QueuePrice {
  absl::Duration gap;   ///< The expected gap between calls.
  absl::Duration cost;  ///< What all callers wait longer, all together; zero: it fits.

  bool operator==(const QueuePrice&) const = default;
};

/// For one agent of `load.agents` who is away for `length`. M/M/c (Erlang C, 1917); absent when the load is not known:
/// no agents, no handling time, or an occupancy that is not between 0 and 1.
[[nodiscard]] std::optional<QueuePrice> queue_price(const TeamLoad& load, absl::Duration length);

/// The next length up the ladder: 30 s → 2 min → 10 min, which stays.
[[nodiscard]] absl::Duration next_length(absl::Duration length);

}  // namespace aandacht::domain
