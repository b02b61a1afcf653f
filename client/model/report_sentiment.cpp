// How customers felt, by day, hour, topic, queue or team.
#include <array>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "client/model/amounts.h"
#include "client/model/bilingual.h"
#include "client/model/report_figures.h"
#include "client/model/report_parts.h"

namespace aandacht::model {
namespace {

using domain::ReportBy;

/// What a row of the table is of, in the order of ReportBy.
constexpr std::array<Bilingual, 7> kRowCaptions = {{{"", ""},
                                                    {"Tijd", "Time"},
                                                    {"Dag", "Day"},
                                                    {"Uur", "Hour"},
                                                    {"Onderwerp", "Topic"},
                                                    {"Wachtrij", "Queue"},
                                                    {"Team", "Team"}}};
constexpr Bilingual kNoName{"Geen", "None"};
constexpr Bilingual kScore{"gevoel (−1 … +1)", "sentiment (−1 … +1)"};
constexpr Bilingual kMeanTitle{"Hoe klanten zich voelden", "How customers felt"};
constexpr Bilingual kShareTitle{"Hoeveel beurten van klanten negatief en positief waren",
                                "Negative and positive turns of customers"};
constexpr Bilingual kShare{"deel van de beurten (%)", "share of turns (%)"};
constexpr Bilingual kHourAxis{"uur van de dag", "hour of the day"};
constexpr Bilingual kNegative{"negatief", "negative"};
constexpr Bilingual kPositive{"positief", "positive"};
constexpr Bilingual kPointWords{"$0\n$1 · $2 gesprekken, $3 beurten", "$0\n$1 · $2 calls, $3 turns"};
constexpr std::array<Bilingual, 6> kSentimentCaptions = {{{"", ""},
                                                          {"Gesprekken", "Calls"},
                                                          {"Beurten", "Turns"},
                                                          {"Negatief", "Negative"},
                                                          {"Gemiddeld", "Mean"},
                                                          {"Begin → eind", "Start → end"}}};
constexpr Bilingual kNothing{"Nog geen gesprekken in deze dagen", "No calls on these days yet"};
constexpr Bilingual kNothingDetail{
    "Zodra er gesprekken zijn, staat hier hoe klanten zich voelden, per uur, dag, onderwerp en team. Kies een langere "
    "periode om verder terug te kijken.",
    "As soon as there are calls, this shows how customers felt, by hour, day, topic and team. Choose a longer period "
    "to "
    "look further back."};

std::string name_of(const domain::ReportKey& key, const ReportChoice& choice, Language language, absl::TimeZone zone) {
  if (key.start) {
    const std::string day = weekday_and_day(*key.start, zone, language);
    return choice.by == ReportBy::kDay ? day : absl::StrCat(day, absl::FormatTime(" %H:%M", *key.start, zone));
  }
  if (choice.by == ReportBy::kHourOfDay) return absl::StrFormat("%02d:00", key.hour_of_day);
  if (choice.by == ReportBy::kTeam) return team_text(key.name, language);
  return key.name.empty() ? kNoName.in(language) : key.name;
}

/// How the rows of a choice stand on an axis.
ReportAcross across_of(ReportBy by) {
  if (by == ReportBy::kHour || by == ReportBy::kDay) return ReportAcross::kTime;
  return by == ReportBy::kHourOfDay ? ReportAcross::kHours : ReportAcross::kNames;
}

double place_of(const domain::ReportKey& key, std::size_t number) {
  if (key.start) return absl::ToDoubleSeconds(*key.start - absl::UnixEpoch());
  return static_cast<double>(number);
}

/// Where hours or days between two rows had no calls, a point without a value: a gap is seen, not a line over a night.
void add_gap(const std::vector<domain::SentimentRow>& rows, std::size_t row, ReportBy by,
             const std::vector<std::vector<ReportPoint>*>& series) {
  if (row == 0 || !rows[row].key.start || !rows[row - 1].key.start) return;
  const absl::Duration step = by == ReportBy::kHour ? absl::Hours(1) : absl::Hours(25);  // A day may have an hour more.
  if (*rows[row].key.start - *rows[row - 1].key.start <= step) return;
  const double x = absl::ToDoubleSeconds(*rows[row - 1].key.start + step - absl::UnixEpoch());
  for (std::vector<ReportPoint>* points : series) points->push_back({x, std::nullopt, 0, 0, {}});
}

}  // namespace

void write_sentiment(const domain::SentimentReport& report, const ReportChoice& choice, Language language,
                     ReportModel& model) {
  say_counting(report.counting, language, model);
  if (report.rows.empty()) return write_empty(kNothing, kNothingDetail, language, model);
  absl::LoadTimeZone(report.time_zone, &model.zone);
  const ReportAcross across = across_of(choice.by);
  const ReportLook look = across == ReportAcross::kNames ? ReportLook::kBars : ReportLook::kLine;
  const std::string x_title = across == ReportAcross::kHours ? kHourAxis.in(language) : "";
  ReportFigure mean{kMeanTitle.in(language), x_title, kScore.in(language), -1, 1, false, false, across, {}, {}, 0.0};
  ReportFigure shares{kShareTitle.in(language), x_title, kShare.in(language), 0, 100, false, true, across, {}, {}, {}};
  ReportSeries scores{"", look, {}};
  ReportSeries negative{kNegative.in(language), look, {}};
  ReportSeries positive{kPositive.in(language), look, {}};
  model.table.captions = words_of(kSentimentCaptions, language);
  model.table.captions.front() = kRowCaptions[static_cast<std::size_t>(choice.by)].in(language);
  for (std::size_t i = 0; i < report.rows.size(); ++i) {
    const domain::SentimentRow& row = report.rows[i];
    const std::string name = name_of(row.key, choice, language, model.zone);
    const double x = across == ReportAcross::kHours ? row.key.hour_of_day : place_of(row.key, i);
    const std::string words = kPointWords.fill(language, name, score_text(row.mean, language), row.calls, row.turns);
    const auto point = [&](double y) {
      ReportPoint made{x, std::nullopt, 0, 0, words};
      if (row.turns > 0) made.y = y;
      return made;
    };
    add_gap(report.rows, i, choice.by, {&scores.points, &negative.points, &positive.points});
    scores.points.push_back(point(row.mean));
    negative.points.push_back(point(share(row.negative, row.turns)));
    positive.points.push_back(point(share(row.positive, row.turns)));
    if (across == ReportAcross::kNames) {
      mean.names.push_back(name);
      shares.names.push_back(name);
    }
    model.table.rows.push_back(
        {name, amount_text(row.calls, language), amount_text(row.turns, language),
         percent_text(row.negative, row.turns), row.turns == 0 ? "–" : score_text(row.mean, language),
         row.scored_calls == 0 ? "–"
                               : absl::StrCat(score_text(row.start, language), " → ", score_text(row.end, language))});
  }
  mean.series = {std::move(scores)};
  shares.series = {std::move(negative), std::move(positive)};
  model.figures = {std::move(mean), std::move(shares)};
}

}  // namespace aandacht::model
