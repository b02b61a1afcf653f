// The why check: one question a day, of whoever wants to, and what a team's answers may tell.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aandacht::domain {

/// Each step holds the ones before it.
enum class WhyLevel { kNone, kKnow, kFeel, kTell };

/// A why that is put to an agent.
struct WhyCheck {
  std::string why_id;
  std::string topic;
  std::string rule;  ///< May be empty.

  bool operator==(const WhyCheck&) const = default;
};

/// What there is to ask, or why not.
struct WhyCheckOffer {
  std::optional<WhyCheck> check;
  bool never = false;  ///< They do not want to be asked.

  bool operator==(const WhyCheckOffer&) const = default;
};

/// A wish about being asked.
enum class WhyCheckChoice { kNotToday, kNever, kAgain };

/// A why that could be asked of one agent now.
struct WhyCandidate {
  std::string why_id;
  int lately = 0;    ///< How often it was used by the agent or asked for by customers lately.
  int answers = 0;   ///< Of the agent's team, this quarter.
  bool own = false;  ///< The agent answered it this quarter.
};

/// Which is asked: none that the agent answered this quarter; those of lately first, of them the least answered, of
/// these one that depends on the seed. Empty: none is left. The order of the candidates does not matter.
[[nodiscard]] std::string choose_why_check(const std::vector<WhyCandidate>& candidates, std::uint64_t seed);

/// How many of a team, as it is told.
enum class WhyShare { kFew, kSome, kMost };  ///< Under a third, between, over two thirds.

inline constexpr int kFewestWhyAnswers = 5;
inline constexpr int kWhyAnswersTogether = 3;

/// What is told of one why in one team.
struct ToldWhy {
  int people = 0;  ///< Who were counted; never told as such, see rounded_people(). 0: nothing is told.
  WhyShare know = WhyShare::kFew;
  WhyShare feel = WhyShare::kFew;
  WhyShare tell = WhyShare::kFew;

  bool operator==(const ToldWhy&) const = default;
};

/// 5, 10, 15, …: at least so many.
[[nodiscard]] constexpr int rounded_people(int people) { return people / 5 * 5; }

/// One why in one team.
struct WhyMapRow {
  std::string why_id;
  std::string topic;
  std::string language;
  ToldWhy told;  ///< `people` is rounded down to fives; 0: too few to tell anything.

  bool operator==(const WhyMapRow&) const = default;
};

struct TeamWhyMap {
  std::string team;
  std::vector<WhyMapRow> rows;  ///< Those that fewest can tell first, then those with too few answers.

  bool operator==(const TeamWhyMap&) const = default;
};

struct WhyMaps {
  std::vector<TeamWhyMap> teams;  ///< In the order of their names.
  std::string quarter;            ///< "2026-Q4"

  bool operator==(const WhyMaps&) const = default;
};

/// How the answers of now differ from those that were counted: who came, went, or says something else.
struct WhyPicture {
  std::vector<WhyLevel> now;  ///< Every answer there is.
  int differing = 0;
};

/// What is told from now on. It changes only when three people or more differ from what was counted, all of them at
/// once, and then only tells anything with five or more: what one or two do is never seen, nor what kind of answer it
/// was. `toss` gives -1, 0 or 1 each time: so many more are counted at each step, so that a border tells nobody
/// exactly.
[[nodiscard]] ToldWhy look_at_why(const ToldWhy& before, const WhyPicture& picture, const std::function<int()>& toss);

/// True when look_at_why() counts anew.
[[nodiscard]] bool counts_anew(const WhyPicture& picture);

}  // namespace aandacht::domain
