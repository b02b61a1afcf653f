// The three E's: what customers answered, and what their words say.
#include <array>

#include "absl/strings/str_cat.h"
#include "client/model/bilingual.h"
#include "client/model/report_figures.h"
#include "client/model/report_parts.h"

namespace aandacht::model {
namespace {

constexpr std::array<Bilingual, 3> kThreeEs = {
    {{"Opgelost", "Solved"}, {"Makkelijk", "Easy"}, {"Gevoel na afloop", "Feeling at the end"}}};
constexpr std::array<Bilingual, 3> kGrades = {{{"slecht", "poor"}, {"midden", "middle"}, {"goed", "good"}}};
constexpr Bilingual kAnswersTitle{"Wat klanten antwoordden", "What customers answered"};
constexpr Bilingual kTextTitle{"Wat de woorden van klanten zeggen", "What the customers' words say"};
constexpr Bilingual kAnswerShare{"deel van de antwoorden (%)", "share of answers (%)"};
constexpr Bilingual kCallShare{"deel van de gesprekken (%)", "share of calls (%)"};
constexpr Bilingual kSurveyed{"$0 van de $1 klanten vulden een enquête in.", "$0 of $1 customers answered a survey."};
constexpr Bilingual kGuessNote{"Wat medewerkers zelf inschatten staat hier niet: dat is van hen.",
                               "What agents guessed themselves is not here: that is theirs."};
constexpr Bilingual kNoAnswers{"Nog niets over opgelost, makkelijk en gevoel",
                               "Nothing yet about solved, easy and feeling"};
constexpr Bilingual kNoAnswersDetail{
    "Dit vult zich met gesprekken en met enquêtes die ingelezen zijn (aandachtctl survey import).",
    "This fills with calls, and with surveys that were imported (aandachtctl survey import)."};

ReportFigure grades_figure(const Bilingual& title, const Bilingual& axis, const domain::ExperienceCounts& counts,
                           Language language) {
  ReportFigure figure{title.in(language), "", axis.in(language), 0, 100, false, true, ReportAcross::kNames, {}, {}, {}};
  figure.names = words_of(kThreeEs, language);
  for (std::size_t grade = 0; grade < kGrades.size(); ++grade) {
    ReportSeries series{kGrades[grade].in(language), ReportLook::kBars, {}};
    for (std::size_t e = 0; e < counts.size(); ++e) {
      const int all = counts[e][0] + counts[e][1] + counts[e][2];
      ReportPoint point{static_cast<double>(e), std::nullopt, 0, 0, {}};
      if (all > 0) point.y = share(counts[e][grade], all);
      point.words =
          absl::StrCat(kThreeEs[e].in(language), "\n", kGrades[grade].in(language), ": ", counts[e][grade], " / ", all);
      series.points.push_back(std::move(point));
    }
    figure.series.push_back(std::move(series));
  }
  return figure;
}

bool is_empty(const domain::ExperienceCounts& counts) { return counts == domain::ExperienceCounts{}; }

}  // namespace

void write_experience(const domain::ExperienceReport& report, Language language, ReportModel& model) {
  say_counting(report.counting, language, model);
  say_tomorrow(language, model);
  domain::ExperienceReportRow all;
  for (const domain::ExperienceReportRow& row : report.rows) {
    all.calls += row.calls;
    all.surveyed += row.surveyed;
    for (std::size_t e = 0; e < 3; ++e) {
      for (std::size_t grade = 0; grade < 3; ++grade) {
        all.answers[e][grade] += row.answers[e][grade];
        all.text[e][grade] += row.text[e][grade];
      }
    }
  }
  if (is_empty(all.answers) && is_empty(all.text)) return write_empty(kNoAnswers, kNoAnswersDetail, language, model);
  if (!is_empty(all.answers)) {
    model.figures.push_back(grades_figure(kAnswersTitle, kAnswerShare, all.answers, language));
  }
  if (!is_empty(all.text)) model.figures.push_back(grades_figure(kTextTitle, kCallShare, all.text, language));
  model.notes.push_back(kSurveyed.fill(language, all.surveyed, all.calls));
  model.notes.emplace_back(kGuessNote.in(language));
}

}  // namespace aandacht::model
