// Did the question fall after its sign was put up? A comparison of shares of calls, that says when it is too early.
//
// Compared is the share of all calls in which the question was asked, in as many whole weeks before as after (2 to 8),
// without the week around the change. So a quiet week is no success, and every week has each weekday once.
// - The ratio of two shares with its 95 % interval on the logarithm: the variance of ln(ratio) is
//   1/a1 - 1/n1 + 1/a0 - 1/n0 (a calls with the question of n; Katz, Baptista, Azen and Pike, Biometrics 34, 1978).
// - Weeks vary more than a lottery would: that variance is multiplied by Pearson's chi-square of the weeks over its
//   degrees of freedom, never less than one (quasi-likelihood; McCullagh and Nelder, Generalized Linear Models, 2nd
//   edition, 1989, chapter 9), counted from up to 8 weeks before, and then Student's t stands for the normal quantile.
// - All other questions together are compared in the same way: when they fell as well, the sign is not praised for it.
#pragma once

#include <optional>
#include <vector>

#include "absl/time/civil_time.h"

namespace aandacht::domain {

/// One day; days without calls may be left out.
struct SignDay {
  absl::CivilDay day;
  int asked = 0;   ///< Calls with this question.
  int others = 0;  ///< Calls with any other question.
  int calls = 0;   ///< All calls that were answered; at least `asked`.
};

/// Seven days.
struct SignWeek {
  absl::CivilDay from;
  int asked = 0;
  int others = 0;
  int calls = 0;
  bool after = false;     ///< After the sign was put up.
  bool compared = false;  ///< Its calls are in the ratio; weeks before that are not still tell how weeks vary.
  double share = 0;       ///< Of its calls, 0 … 1 …
  double low = 0;         ///< … with its own 95 % interval (Wilson, J. American Statistical Association 22, 1927).
  double high = 1;

  bool operator==(const SignWeek&) const = default;
};

enum class SignVerdict {
  kTooEarly,        ///< `too_early` says why.
  kFell,            ///< The whole interval lies below one.
  kFellLikeOthers,  ///< So did all other questions: that is not the sign's doing.
  kNoChange,        ///< A fall by half would have shown, and did not.
  kRose,
};

enum class TooEarly {
  kNo,
  kFewWeeks,      ///< Fewer than two whole weeks after, or before.
  kFewCalls,      ///< Fewer than ten calls with the question before, or five to be expected after.
  kWideInterval,  ///< Neither a fall by half nor no change at all can be ruled out.
};

/// A share after over a share before, with its 95 % interval. Counts as known only when `known`.
struct ShareRatio {
  bool known = false;
  double ratio = 1;
  double low = 0;
  double high = 0;

  bool operator==(const ShareRatio&) const = default;
};

struct SignEffect {
  SignVerdict verdict = SignVerdict::kTooEarly;
  TooEarly too_early = TooEarly::kFewWeeks;
  int weeks = 0;         ///< Compared, on either side.
  int asked_before = 0;  ///< In the weeks that are compared, as the next three.
  int calls_before = 0;
  int asked_after = 0;
  int calls_after = 0;
  ShareRatio ratio;
  ShareRatio others;             ///< The same of all other questions.
  double dispersion = 1;         ///< What the variance was multiplied by.
  bool fell_before = false;      ///< It was falling before the sign was there already.
  std::vector<SignWeek> series;  ///< The oldest first; the week around the change is not in it.

  bool operator==(const SignEffect&) const = default;
};

inline constexpr int kFewestSignWeeks = 2;
inline constexpr int kMostSignWeeks = 8;
inline constexpr int kDaysAroundSign = 3;  ///< Left out on either side of the day itself: a week.

/// Pure. `days` in the order of their days, each once.
///
/// \param up     the day from which customers see it.
/// \param known  days before this one are over and counted.
/// \param first  calls were counted from this day on: weeks that begin earlier are none.
/// \param down   when it was taken down; days from then on do not count.
[[nodiscard]] SignEffect sign_effect(const std::vector<SignDay>& days, absl::CivilDay up, absl::CivilDay known,
                                     absl::CivilDay first, std::optional<absl::CivilDay> down = std::nullopt);

/// The first day of which sign_effect() can use anything.
[[nodiscard]] absl::CivilDay first_sign_day(absl::CivilDay up);

}  // namespace aandacht::domain
