// Reports, as whoever leads teams is told them. Nothing in them is about one agent.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "shared/domain/card.h"

namespace aandacht::domain {

/// What the rows of a report stand for.
enum class ReportBy { kTotal, kHour, kDay, kHourOfDay, kTopic, kQueue, kTeam };

/// What a report is asked for.
struct ReportQuestion {
  absl::CivilDay from;             ///< Of the service's time zone; both days count.
  absl::CivilDay to;               ///< Not before `from`.
  ReportBy by = ReportBy::kTotal;  ///< Read where rows can be chosen.
  std::vector<std::string> teams;  ///< Empty: all that may be seen.
  std::string language = {};       ///< "nl" or "en": of topics that stand in several; empty: the first of them.

  bool operator==(const ReportQuestion&) const = default;
};

struct ReportKey {
  std::optional<absl::Time> start;  ///< By hour and day.
  int hour_of_day = 0;
  std::string name;  ///< Topic, queue or team; empty: those without.

  bool operator==(const ReportKey&) const = default;
};

/// How far the counting of what is older than reports is.
struct CountingProgress {
  bool done = true;
  std::int64_t counted = 0;
  std::int64_t total = 0;

  bool operator==(const CountingProgress&) const = default;
};

/// Scores are -1 … +1; means are 0 where nothing was counted.
struct SentimentRow {
  ReportKey key;
  int turns = 0;
  int negative = 0;
  int neutral = 0;
  int positive = 0;
  double mean = 0;
  int calls = 0;
  int scored_calls = 0;
  double start = 0;
  double end = 0;
  double lowest = 0;

  bool operator==(const SentimentRow&) const = default;
};

struct SentimentReport {
  std::vector<SentimentRow> rows;
  CountingProgress counting;
  std::string time_zone;

  bool operator==(const SentimentReport&) const = default;
};

/// Low, middle, high.
using GradeCounts = std::array<int, 3>;
/// Effectiveness, ease, emotion.
using ExperienceCounts = std::array<GradeCounts, 3>;

struct ExperienceReportRow {
  ReportKey key;
  int calls = 0;
  int surveyed = 0;
  ExperienceCounts answers{};
  ExperienceCounts text{};

  bool operator==(const ExperienceReportRow&) const = default;
};

struct ExperienceReport {
  std::vector<ExperienceReportRow> rows;
  CountingProgress counting;

  bool operator==(const ExperienceReport&) const = default;
};

/// Mean of the customer's next three scores less that of the last three, over some cards.
struct ScoreChange {
  int count = 0;
  double mean = 0;
  std::optional<double> margin;  ///< Half of the interval of 90 %; absent below two cards.

  bool operator==(const ScoreChange&) const = default;
};

struct CardReportRow {
  CardKind kind = CardKind::kWe;
  int shown = 0;
  int used = 0;
  ScoreChange after_used;
  ScoreChange after_not_used;

  bool operator==(const CardReportRow&) const = default;
};

struct CardReport {
  std::vector<CardReportRow> rows;
  bool left_out = false;  ///< Days of teams with too few agents were.
  CountingProgress counting;

  bool operator==(const CardReport&) const = default;
};

struct PromiseDay {
  absl::CivilDay day;
  int made = 0;   ///< In calls.
  int dated = 0;  ///< Of these with a day.
  int due = 0;    ///< In journeys.
  int kept = 0;
  int broken = 0;
  int overdue = 0;

  bool operator==(const PromiseDay&) const = default;
};

struct PromiseReport {
  std::vector<PromiseDay> days;
  bool left_out = false;
  CountingProgress counting;

  bool operator==(const PromiseReport&) const = default;
};

}  // namespace aandacht::domain
