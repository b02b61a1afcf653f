// Reports over what was counted, for those who lead teams.
#pragma once

#include <functional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "service/core/mind.h"
#include "service/core/report_sums.h"
#include "service/core/teams.h"
#include "service/core/writer.h"
#include "service/store/store.h"
#include "shared/base/clock.h"
#include "shared/content/translations.h"

namespace aandacht::core {

/// What a report is about: whole days of the service's time zone, and which teams.
struct ReportScope {
  absl::CivilDay from;
  absl::CivilDay to;  ///< The last day that counts.
  /// Whether a team's figures may be told; "" is the team of those in none.
  std::function<bool(const std::string& team)> shows;
  /// "nl" or "en": in which topics are named that stand in several languages; empty: the first of their languages.
  std::string language = {};
};

/// A report with how far the counting of what is older than reports is.
template <typename Figures>
struct Counted {
  Figures figures;
  store::Counting counting;
};

/// Reads only what was counted when it was written, so a million turns are some ten thousand rows. Failures of all:
/// INVALID_ARGUMENT for a span that ends before it begins or has too many days; UNAVAILABLE, INTERNAL: the store.
/// Safe to use from any thread. References must outlive this.
class Reports {
 public:
  /// `next` is told when to call step() again, in the writer's thread.
  using Next = std::function<void(absl::Time)>;

  /// Which whys say the same in two languages.
  using Translated = std::function<content::Translations()>;

  Reports(Writer& writer, store::Store& store, const Mind& mind, Translated translated, const Teams& teams,
          const base::Clock& clock, absl::TimeZone zone, Next next)
      : writer_(writer),
        store_(store),
        mind_(mind),
        translated_(std::move(translated)),
        teams_(teams),
        clock_(clock),
        zone_(zone),
        next_(std::move(next)) {}

  /// At most 100 days by the hour, 1100 otherwise.
  [[nodiscard]] absl::StatusOr<Counted<SentimentReport>> sentiment(const ReportScope& scope, ReportBy by) const;
  /// As the next two, of calls on days that are over since five hours: while a day goes on, each figure that moves
  /// could be told apart by asking again and again.
  [[nodiscard]] absl::StatusOr<Counted<ExperienceReport>> experience(const ReportScope& scope, ReportBy by) const;
  [[nodiscard]] absl::StatusOr<Counted<CardReport::Sums>> cards(const ReportScope& scope) const;
  /// Promises of journeys are the whole company's, today's too: no team is known of them.
  [[nodiscard]] absl::StatusOr<Counted<PromiseReport::Sums>> promises(const ReportScope& scope) const;

  [[nodiscard]] absl::TimeZone zone() const { return zone_; }
  [[nodiscard]] absl::CivilDay today() const { return absl::ToCivilDay(clock_.now(), zone_); }

  /// Counts a little of what was stored before there were reports, and asks for the next step until it is done.
  void step();

 private:
  [[nodiscard]] ReportKeys keys(const ReportScope& scope, ReportBy by) const;

  Writer& writer_;
  store::Store& store_;
  const Mind& mind_;
  const Translated translated_;
  const Teams& teams_;
  const base::Clock& clock_;
  const absl::TimeZone zone_;
  const Next next_;
};

}  // namespace aandacht::core
