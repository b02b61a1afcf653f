#include "tests/ui/example_reports.h"

#include <cmath>

namespace aandacht::test {
namespace {

absl::Time midnight(int day) { return absl::FromUnixSeconds(1793574000 + 86400LL * day); }

domain::SentimentRow row(int turns, double mean) {
  domain::SentimentRow made;
  made.turns = turns;
  made.negative = static_cast<int>(turns * (0.3 - 0.2 * mean));
  made.positive = static_cast<int>(turns * (0.3 + 0.2 * mean));
  made.neutral = turns - made.negative - made.positive;
  made.mean = mean;
  made.calls = turns / 12;
  made.scored_calls = made.calls;
  made.start = mean - 0.15;
  made.end = mean + 0.12;
  made.lowest = -0.7;
  return made;
}

}  // namespace

model::ReportSources typical_reports() {
  model::ReportSources sources;
  domain::SentimentReport sentiment{{}, {}, "Europe/Amsterdam"};
  for (int day = 0; day < 14; ++day) {
    if (day % 7 == 5) continue;  // Nobody calls on Saturday: a gap.
    domain::SentimentRow made = row(380 + 37 * (day % 5), 0.12 * std::sin(day * 0.8) - 0.05);
    made.key.start = midnight(day);
    sentiment.rows.push_back(made);
  }
  sources.sentiment = sentiment;
  sources.experience = domain::ExperienceReport{
      {{{}, 412, 96, {{{12, 20, 64}, {25, 31, 40}, {14, 30, 52}}}, {{{60, 0, 211}, {101, 87, 120}, {74, 132, 206}}}}},
      {}};
  sources.cards =
      domain::CardReport{{{domain::CardKind::kWe, 310, 168, {150, 0.21, 0.04}, {131, 0.09, 0.05}},
                          {domain::CardKind::kWhy, 204, 120, {101, 0.14, 0.06}, {70, 0.11, 0.07}},
                          {domain::CardKind::kWarmth, 77, 31, {28, 0.31, 0.12}, {40, 0.24, 0.1}},
                          {domain::CardKind::kFirstTime, 9, 4, {1, 0.2, std::nullopt}, {0, 0, std::nullopt}}},
                         true,
                         {}};
  domain::PromiseReport promises;
  for (int day = 0; day < 10; ++day) {
    promises.days.push_back({absl::CivilDay(2026, 11, 2) + day, 14 + day, 9, 11 + day % 4, 8 + day % 3, day % 2, 1});
  }
  sources.promises = promises;
  sources.teams = {"noord", "zuid", ""};
  sources.today = absl::CivilDay(2026, 11, 15);
  sources.time_zone = "Europe/Amsterdam";
  return sources;
}

model::ReportSources full_reports(model::ReportChoice& choice) {
  model::ReportSources sources = typical_reports();
  choice.by = domain::ReportBy::kQueue;
  choice.period = 3;
  domain::SentimentReport sentiment{{}, {false, 12000, 48000}, "Europe/Amsterdam"};
  for (int queue = 0; queue < 40; ++queue) {
    domain::SentimentRow made = row(100000 + 731 * queue, 0.6 * std::sin(queue * 1.3));
    made.key.name = "Storingsdienst Vaartbaan en Arbeidsongeschiktheidsverzekeringen " + std::to_string(queue);
    sentiment.rows.push_back(made);
  }
  sources.sentiment = sentiment;
  return sources;
}

model::ReportSources with_file(model::ExportPhase phase) {
  model::ReportSources sources = typical_reports();
  model::ExportState& file = sources.file;
  file.what = model::ExportWhat::kTurns;
  file.folder.path = "/home/eva/Downloads";
  file.folder.standing = model::FolderStanding::kThere;
  file.folder.folders = {"2025", "Kwartaalcijfers", "Werkoverleg"};
  file.name = "aandacht-turns-2026-11-09-2026-11-15.csv";
  file.phase = phase;
  file.rows = 128412;
  file.bytes = 23'456'789;
  file.file = "/home/eva/Downloads/aandacht-turns-2026-11-09-2026-11-15.csv";
  file.was_told = true;
  if (phase == model::ExportPhase::kFailed) file.failure = model::ExportFailure::kDiskFull;
  return sources;
}

model::ReportSources empty_reports() {
  model::ReportSources sources;
  sources.sentiment.emplace();
  sources.experience.emplace();
  sources.cards.emplace();
  sources.promises.emplace();
  return sources;
}

model::ReportModel reports_model(const model::ReportSources& sources, const model::ReportChoice& choice,
                                 model::Language language) {
  return model::make_report_model(sources, choice, language, absl::UTCTimeZone());
}

}  // namespace aandacht::test
