// What can be chosen on the page of reports, and what is wrong with days that were typed.
#include <algorithm>
#include <array>

#include "client/model/bilingual.h"
#include "client/model/day_text.h"
#include "client/model/report_figures.h"
#include "client/model/report_parts.h"

namespace aandacht::model {
namespace {

constexpr std::array<Bilingual, kReportTabs> kTabs = {{{"Gevoel", "Sentiment"},
                                                       {"Drie E's", "Three E's"},
                                                       {"Kaarten", "Cards"},
                                                       {"Beloften", "Promises"},
                                                       {"Bestanden", "Files"}}};
constexpr Bilingual kToday{"Vandaag", "Today"};
constexpr Bilingual kDays{"$0 dagen", "$0 days"};
constexpr Bilingual kOwn{"Eigen dagen", "Own days"};
constexpr Bilingual kFrom{"Van", "From"};
constexpr Bilingual kTo{"Tot en met", "Up to and including"};
constexpr Bilingual kDaysOfZone{"Dagen in de tijdzone van de dienst: $0.", "Days in the service's time zone: $0."};
constexpr std::array<Bilingual, 6> kDaysFaults = {
    {{"", ""},
     {"De eerste dag is geen dag. Schrijf hem als $0.", "The first day is not a day. Write it as $0."},
     {"De laatste dag is geen dag. Schrijf hem als $0.", "The last day is not a day. Write it as $0."},
     {"De laatste dag ligt voor de eerste. Draai ze om.", "The last day is before the first. Swap them."},
     {"Die dag moet nog komen. Kies dagen tot en met vandaag, $0.",
      "That day is yet to come. Choose days up to today, $0."},
     {"Dat zijn meer dagen dan in een keer kan: hoogstens $0. Kies er minder, of rijen per dag.",
      "Those are more days than fit at once: at most $0. Choose fewer, or rows by day."}}};
constexpr std::array<Bilingual, 6> kRows = {{{"Per dag", "By day"},
                                             {"Per uur", "By hour"},
                                             {"Per uur van de dag", "By hour of the day"},
                                             {"Per onderwerp", "By topic"},
                                             {"Per wachtrij", "By queue"},
                                             {"Per team", "By team"}}};
constexpr Bilingual kTeamHint{"Team", "Team"};
constexpr Bilingual kAllTeams{"Alle teams", "All teams"};

std::string fault_text(DaysFault fault, int most, absl::CivilDay today, Language language) {
  const Bilingual& words = kDaysFaults[static_cast<std::size_t>(fault)];
  if (fault == DaysFault::kTooMany) return words.fill(language, most);
  return words.fill(language, written_day(today, language));
}

void write_own_days(const ReportSources& sources, const ReportChoice& choice, Language language, ReportModel& model) {
  if (!sources.time_zone.empty()) model.days_note = kDaysOfZone.fill(language, sources.time_zone);
  if (choice.period != kOwnDays) return;
  model.own_days = true;
  model.from = choice.from;
  model.to = choice.to;
  model.from_caption = kFrom.in(language);
  model.to_caption = kTo.in(language);
  const int most = most_days(choice, sources.file.what);
  const CheckedDays days = check_days(sources.typed_from, sources.typed_to, sources.today, most);
  model.days_fault = fault_text(days.fault, most, sources.today, language);
}

}  // namespace

void write_choices(const ReportSources& sources, const ReportChoice& choice, Language language, ReportModel& model) {
  model.tabs = words_of(kTabs, language);
  model.tab = static_cast<int>(choice.tab);
  for (const int days : kReportPeriods) {
    model.periods.push_back(days == 1 ? kToday.in(language) : kDays.fill(language, days));
  }
  model.periods.emplace_back(kOwn.in(language));
  model.period = choice.period;
  write_own_days(sources, choice, language, model);
  if (chooses_rows(choice, sources.file.what)) {
    model.rows_by = words_of(kRows, language);
    const auto& rows = report_rows();
    model.by = static_cast<int>(std::find(rows.begin(), rows.end(), choice.by) - rows.begin());
  }
  model.team_hint = kTeamHint.in(language);
  model.teams.emplace_back(kAllTeams.in(language));
  for (const std::string& team : sources.teams) {
    if (choice.one_team && team == choice.team) model.team = static_cast<int>(model.teams.size());
    model.teams.push_back(team_text(team, language));
  }
}

}  // namespace aandacht::model
