#include "client/model/report_figures.h"

#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "client/model/amounts.h"
#include "client/model/format.h"

namespace aandacht::model {
namespace {

constexpr Bilingual kNoTeam{"Zonder team", "Without a team"};
constexpr Bilingual kCounting{"Oudere gesprekken worden nog geteld: $0 van $1.",
                              "Older calls are still being counted: $0 of $1."};
constexpr Bilingual kTomorrow{
    "Vandaag komt er morgen bij: wie op de dag zelf meekijkt, zou aan de cijfers zien wat één collega doet.",
    "Today comes tomorrow: figures that change while a day goes on would tell what one colleague does."};
constexpr Bilingual kLeftOut{
    "Dagen waarop minder dan vijf medewerkers van een team meededen, tellen niet mee: niemand is eruit te halen.",
    "Days on which fewer than five agents of a team took part are left out, so that nobody can be told apart."};

}  // namespace

std::string decimal(const std::string& text, Language language) {
  return language == Language::kDutch ? absl::StrReplaceAll(text, {{".", ","}}) : text;
}

std::string weekday_and_day(absl::Time time, absl::TimeZone zone, Language language) {
  const absl::CivilDay day = absl::ToCivilDay(time, zone);
  return day_text(day, day, language);
}

std::string score_text(double score, Language language) {
  return absl::StrReplaceAll(decimal(absl::StrFormat("%+.2f", score), language), {{"-", "−"}});
}

double share(int part, int whole) { return whole == 0 ? 0 : 100.0 * part / whole; }

std::string percent_text(int part, int whole) {
  return whole == 0 ? "–" : absl::StrFormat("%.0f %%", share(part, whole));
}

std::string team_text(const std::string& name, Language language) { return name.empty() ? kNoTeam.in(language) : name; }

void say_counting(const domain::CountingProgress& counting, Language language, ReportModel& model) {
  if (!counting.done)
    model.notes.push_back(
        kCounting.fill(language, amount_text(counting.counted, language), amount_text(counting.total, language)));
}

void say_tomorrow(Language language, ReportModel& model) { model.notes.emplace_back(kTomorrow.in(language)); }

void say_left_out(Language language, ReportModel& model) { model.notes.emplace_back(kLeftOut.in(language)); }

void write_empty(const Bilingual& title, const Bilingual& detail, Language language, ReportModel& model) {
  model.empty = title.in(language);
  model.empty_detail = detail.in(language);
}

}  // namespace aandacht::model
