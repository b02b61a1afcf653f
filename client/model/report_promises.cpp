// Promises, by the day they are due.
#include <array>

#include "absl/strings/str_cat.h"
#include "client/model/bilingual.h"
#include "client/model/report_figures.h"
#include "client/model/report_parts.h"

namespace aandacht::model {
namespace {

constexpr Bilingual kCallsTomorrow{
    "Wat vandaag in gesprekken beloofd is, komt er morgen bij. Beloften uit klantreizen staan er meteen.",
    "What is promised in calls today comes tomorrow. Promises of customers' journeys are here at once."};
constexpr Bilingual kPromiseTitle{"Beloften uit klantreizen, naar de dag waarop ze ingelost moeten zijn",
                                  "Promises of customers' journeys, by the day they are due"};
constexpr Bilingual kPromises{"beloften", "promises"};
constexpr std::array<Bilingual, 5> kPromiseCaptions = {{{"Dag", "Day"},
                                                        {"Beloofd in gesprek", "Made in calls"},
                                                        {"Nagekomen", "Kept"},
                                                        {"Gebroken", "Broken"},
                                                        {"Over tijd", "Past due"}}};
constexpr Bilingual kNoPromises{"Geen beloften in deze dagen", "No promises on these days"};
constexpr Bilingual kNoPromisesDetail{"Beloften komen uit de gesprekken en uit klantreizen die het CRM doorgeeft.",
                                      "Promises come from calls, and from customers' journeys that the CRM sends."};

}  // namespace

void write_promises(const domain::PromiseReport& report, Language language, ReportModel& model) {
  say_counting(report.counting, language, model);
  model.notes.emplace_back(kCallsTomorrow.in(language));
  if (report.left_out) say_left_out(language, model);
  if (report.days.empty()) return write_empty(kNoPromises, kNoPromisesDetail, language, model);
  ReportFigure figure{
      kPromiseTitle.in(language), "", kPromises.in(language), 0, {}, true, false, ReportAcross::kTime, {}, {}, {}};
  std::array<ReportSeries, 3> series = {{{kPromiseCaptions[2].in(language), ReportLook::kLine, {}},
                                         {kPromiseCaptions[3].in(language), ReportLook::kLine, {}},
                                         {kPromiseCaptions[4].in(language), ReportLook::kLine, {}}}};
  model.table.captions = words_of(kPromiseCaptions, language);
  for (const domain::PromiseDay& day : report.days) {
    const absl::Time start = absl::FromCivil(day.day, model.zone);
    const double x = absl::ToDoubleSeconds(start - absl::UnixEpoch());
    const std::string name = weekday_and_day(start, model.zone, language);
    const int counts[] = {day.kept, day.broken, day.overdue};
    for (std::size_t i = 0; i < series.size(); ++i) {
      series[i].points.push_back(
          {x, static_cast<double>(counts[i]), 0, 0, absl::StrCat(name, "\n", series[i].name, ": ", counts[i])});
    }
    model.table.rows.push_back(
        {name, absl::StrCat(day.made), absl::StrCat(day.kept), absl::StrCat(day.broken), absl::StrCat(day.overdue)});
  }
  figure.series.assign(series.begin(), series.end());
  model.figures = {std::move(figure)};
}

}  // namespace aandacht::model
