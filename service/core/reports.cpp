#include "service/core/reports.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <map>
#include <memory>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"

namespace aandacht::core {
namespace {

constexpr int kMostHourlyDays = 100;
constexpr int kMostDays = 1100;
constexpr int kStep = 50;  // Calls or customers of one transaction: some ten milliseconds.
constexpr absl::Duration kBetweenSteps = absl::Milliseconds(20);
constexpr absl::Duration kTryAgain = absl::Minutes(1);
constexpr absl::Duration kRunOver = absl::Hours(5);  // No call lasts longer, see docs/wellbeing.md.

absl::Status check(const ReportScope& scope, int most) {
  if (scope.to < scope.from) return absl::InvalidArgumentError("the last day is before the first; swap them");
  if (scope.to - scope.from < most) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat("at most ", most, " days are reported at once; choose fewer"));
}

struct Span {
  absl::Time from;
  absl::Time before;
};

Span span_of(const ReportScope& scope, absl::TimeZone zone) {
  return {absl::FromCivil(scope.from, zone), absl::FromCivil(scope.to + 1, zone)};
}

// Who asks again and again while a day goes on, or while its last calls run on over midnight, sees each figure move and
// knows by the floor whose doing it was. So a day is told when nothing moves in it any more.
Span span_gone(const ReportScope& scope, absl::TimeZone zone, absl::Time now) {
  Span span = span_of(scope, zone);
  span.before = std::min(span.before, absl::FromCivil(absl::ToCivilDay(now - kRunOver, zone), zone));
  return span;
}

absl::Status take_counting(store::Reads& reads, store::Counting& to) {
  const absl::StatusOr<store::Counting> counting = reads.counting();
  if (counting.ok()) to = *counting;
  return counting.status();
}

bool shows(const ReportScope& scope, const std::string& team) { return !scope.shows || scope.shows(team); }

}  // namespace

// A topic that stands in two languages is one topic. A why that is gone keeps its id as a name.
ReportKeys Reports::keys(const ReportScope& scope, ReportBy by) const {
  ReportKeys keys{by, zone_, {}};
  if (by != ReportBy::kTopic) return keys;
  const std::shared_ptr<const Knowledge> knowledge = mind_.knowledge();
  const content::Translations translated = translated_();
  std::map<std::string, const domain::Why*> whys;
  for (const domain::Why& why : knowledge->library.whys) whys[why.id] = &why;
  keys.topic_of = [knowledge, translated, whys = std::move(whys),
                   language = scope.language](const std::string& why_id) {
    std::vector<std::string> ids = translated.of(domain::ItemKind::kWhy, why_id);
    ids.push_back(why_id);
    const domain::Why* named = nullptr;
    const auto rank = [&](const domain::Why& why) {
      return std::tuple(why.language != language, why.language, why.id);
    };
    for (const std::string& id : ids) {
      const auto found = whys.find(id);
      if (found == whys.end()) continue;
      if (named == nullptr || rank(*found->second) < rank(*named)) named = found->second;
    }
    return named == nullptr ? why_id : named->topic;
  };
  return keys;
}

absl::StatusOr<Counted<SentimentReport>> Reports::sentiment(const ReportScope& scope, ReportBy by) const {
  if (absl::Status status = check(scope, by == ReportBy::kHour ? kMostHourlyDays : kMostDays); !status.ok())
    return status;
  Counted<SentimentReport> counted{SentimentReport(keys(scope, by)), {}};
  const Span span = span_of(scope, zone_);
  const absl::Status status = store_.read([&](store::Reads& reads) -> absl::Status {
    absl::Status read = reads.sentiment_hours(span.from, span.before, [&](const store::SentimentHour& hour) {
      if (shows(scope, hour.team)) counted.figures.add(hour);
    });
    if (!read.ok()) return read;
    read = reads.counted_calls(span.from, span.before, [&](const store::CountedCall& call) {
      if (shows(scope, call.count.team)) counted.figures.add(call);
    });
    if (!read.ok()) return read;
    return take_counting(reads, counted.counting);
  });
  if (!status.ok()) return status;
  return counted;
}

absl::StatusOr<Counted<ExperienceReport>> Reports::experience(const ReportScope& scope, ReportBy by) const {
  if (absl::Status status = check(scope, by == ReportBy::kHour ? kMostHourlyDays : kMostDays); !status.ok())
    return status;
  Counted<ExperienceReport> counted{ExperienceReport(keys(scope, by)), {}};
  const Span span = span_gone(scope, zone_, clock_.now());
  const absl::Status status = store_.read([&](store::Reads& reads) -> absl::Status {
    const absl::Status read = reads.counted_calls(span.from, span.before, [&](const store::CountedCall& call) {
      if (shows(scope, call.count.team)) counted.figures.add(call);
    });
    if (!read.ok()) return read;
    return take_counting(reads, counted.counting);
  });
  if (!status.ok()) return status;
  return counted;
}

absl::StatusOr<Counted<CardReport::Sums>> Reports::cards(const ReportScope& scope) const {
  if (absl::Status status = check(scope, kMostDays); !status.ok()) return status;
  CardReport report(zone_);
  Counted<CardReport::Sums> counted;
  const Span span = span_gone(scope, zone_, clock_.now());
  const absl::Status status = store_.read([&](store::Reads& reads) -> absl::Status {
    const absl::Status read = reads.counted_cards(span.from, span.before, [&](const store::CountedCard& card) {
      if (shows(scope, card.team)) report.add(card);
    });
    if (!read.ok()) return read;
    return take_counting(reads, counted.counting);
  });
  if (!status.ok()) return status;
  counted.figures = report.sums();
  return counted;
}

absl::StatusOr<Counted<PromiseReport::Sums>> Reports::promises(const ReportScope& scope) const {
  if (absl::Status status = check(scope, kMostDays); !status.ok()) return status;
  PromiseReport report(zone_, scope.from, scope.to, clock_.now());
  Counted<PromiseReport::Sums> counted;
  const Span span = span_gone(scope, zone_, clock_.now());
  const absl::Status status = store_.read([&](store::Reads& reads) -> absl::Status {
    absl::Status read = reads.counted_calls(span.from, span.before, [&](const store::CountedCall& call) {
      if (shows(scope, call.count.team)) report.add(call);
    });
    if (!read.ok()) return read;
    read = reads.counted_promises([&](const store::CountedPromise& promise) { report.add(promise); });
    if (!read.ok()) return read;
    return take_counting(reads, counted.counting);
  });
  if (!status.ok()) return status;
  counted.figures = report.sums();
  return counted;
}

void Reports::step() {
  writer_.write<store::Counting>(
      [this](Batch& batch) {
        absl::StatusOr<store::Counting> counting =
            batch.store().count_stored([this](const std::string& agent_id) { return teams_.of(agent_id); }, kStep);
        batch.note(counting.status()).IgnoreError();
        return counting;
      },
      [this](const absl::StatusOr<store::Counting>& counting) {
        if (counting.ok() && counting->done) return;
        if (!counting.ok() && !absl::IsUnavailable(counting.status()))
          spdlog::warn("older calls not counted for reports: {}", counting.status().ToString());
        next_(clock_.now() + (counting.ok() ? kBetweenSteps : kTryAgain));
      });
}

}  // namespace aandacht::core
