// What reports say, summed up from what the store counted. Pure.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "service/store/report_records.h"

namespace aandacht::core {

/// What the rows of a report stand for.
enum class ReportBy { kTotal, kHour, kDay, kHourOfDay, kTopic, kQueue, kTeam };

/// A group is told only when at least this many agents are in it, where what agents did is counted.
inline constexpr std::size_t kFewestAgents = 5;

/// How a row's key is made of an hour, a team, a queue and a why.
struct ReportKeys {
  ReportBy by = ReportBy::kTotal;
  absl::TimeZone zone;
  /// The topic of a why; empty: not known (any more).
  std::function<std::string(const std::string& why_id)> topic_of;
};

/// What a row stands for. Rows come in this order.
struct RowKey {
  absl::CivilHour hour = absl::CivilHour(1, 1, 1);  ///< Of kHour and kDay, in the service's zone.
  int hour_of_day = 0;                              ///< Of kHourOfDay.
  std::string name;                                 ///< Topic, queue or team; empty: those without.

  friend bool operator<(const RowKey& a, const RowKey& b) {
    return std::tie(a.hour, a.hour_of_day, a.name) < std::tie(b.hour, b.hour_of_day, b.name);
  }
  bool operator==(const RowKey&) const = default;
};

/// The customer's sentiment. Sums; a mean is its sum by its count.
struct SentimentSums {
  int turns = 0;
  double sum = 0;
  int negative = 0;
  int neutral = 0;
  int positive = 0;
  int calls = 0;  ///< Answered.
  int scored_calls = 0;
  double start = 0;
  double end = 0;
  double lowest = 0;

  bool operator==(const SentimentSums&) const = default;
};

/// By row, in their order. Turns count in the hour they were said in, calls in the hour they were answered in.
class SentimentReport {
 public:
  explicit SentimentReport(ReportKeys keys) : keys_(std::move(keys)) {}

  void add(const store::SentimentHour& hour);
  void add(const store::CountedCall& call);

  [[nodiscard]] const std::map<RowKey, SentimentSums>& rows() const { return rows_; }

 private:
  ReportKeys keys_;
  std::map<RowKey, SentimentSums> rows_;
};

/// How often each grade: low, middle, high.
using GradeCounts = std::array<int, 3>;

/// Effectiveness, ease, emotion: each apart, never as one number.
using ExperienceCounts = std::array<GradeCounts, 3>;

struct ExperienceSums {
  int calls = 0;     ///< Answered.
  int surveyed = 0;  ///< Of these whose customer answered something.
  ExperienceCounts answers{};
  ExperienceCounts text{};  ///< What the customers' words suggest.

  bool operator==(const ExperienceSums&) const = default;
};

/// The agents' own guesses are not in it and never were in the counts: they are told to nobody else.
class ExperienceReport {
 public:
  explicit ExperienceReport(ReportKeys keys) : keys_(std::move(keys)) {}

  void add(const store::CountedCall& call);

  [[nodiscard]] const std::map<RowKey, ExperienceSums>& rows() const { return rows_; }

 private:
  ReportKeys keys_;
  std::map<RowKey, ExperienceSums> rows_;
};

/// A mean with what is needed for its interval.
struct MeanSums {
  int count = 0;
  double sum = 0;
  double squares = 0;

  void add(double value);
  [[nodiscard]] double mean() const { return count == 0 ? 0 : sum / count; }
  /// Half the width of the interval that has the mean with 90 %: 1.645 standard errors. Infinite below two values.
  [[nodiscard]] double margin() const;

  bool operator==(const MeanSums&) const = default;
};

struct CardSums {
  int shown = 0;
  int used = 0;
  MeanSums change_used;      ///< Of the customer's score: next three turns less the last three.
  MeanSums change_not_used;  ///< The same where the card was not used, whatever was pressed or not.

  bool operator==(const CardSums&) const = default;
};

/// By kind. Counted are days of a team on which at least kFewestAgents of its agents were shown a card of that kind;
/// other days are left out as a whole, so that no choice of days and teams tells what one person did.
class CardReport {
 public:
  explicit CardReport(absl::TimeZone zone) : zone_(zone) {}

  void add(const store::CountedCard& card);

  struct Sums {
    std::map<domain::CardKind, CardSums> kinds;
    bool left_out = false;  ///< Some days were.
  };
  [[nodiscard]] Sums sums() const;

 private:
  struct Cell {
    CardSums sums;
    std::set<std::string> agents;
  };

  absl::TimeZone zone_;
  std::map<std::tuple<std::string, absl::CivilDay, domain::CardKind>, Cell> cells_;
};

/// Promises: those that agents made in calls, and those of customers' journeys by the day they are due.
struct PromiseDay {
  int made = 0;   ///< In calls, under the same rule as cards: days of a team with too few agents are left out.
  int dated = 0;  ///< Of these with a day.
  int due = 0;    ///< Of journeys.
  int kept = 0;   ///< Of the due ones; what is neither kept nor broken is open.
  int broken = 0;
  int overdue = 0;  ///< Open although the day is over.

  bool operator==(const PromiseDay&) const = default;
};

class PromiseReport {
 public:
  /// \param from, to  whole days, both among them.
  PromiseReport(absl::TimeZone zone, absl::CivilDay from, absl::CivilDay to, absl::Time now)
      : zone_(zone), from_(from), to_(to), now_(now) {}

  void add(const store::CountedCall& call);
  void add(const store::CountedPromise& promise);

  struct Sums {
    std::map<absl::CivilDay, PromiseDay> days;  ///< None without anything.
    bool left_out = false;
  };
  [[nodiscard]] Sums sums() const;

 private:
  struct Cell {
    int made = 0;
    int dated = 0;
    std::set<std::string> agents;
  };

  absl::TimeZone zone_;
  absl::CivilDay from_;
  absl::CivilDay to_;
  absl::Time now_;
  std::map<std::pair<std::string, absl::CivilDay>, Cell> cells_;
  std::map<absl::CivilDay, PromiseDay> days_;
};

}  // namespace aandacht::core
