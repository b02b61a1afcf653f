#include "client/model/report_model.h"

#include <algorithm>
#include <array>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "client/model/amounts.h"
#include "client/model/bilingual.h"
#include "client/model/day_text.h"
#include "client/model/format.h"

namespace aandacht::model {
namespace {

using domain::ReportBy;

constexpr Bilingual kTitle{"Rapporten", "Reports"};
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
/// What a row of the table is of, in the order of ReportBy.
constexpr std::array<Bilingual, 7> kRowCaptions = {{{"", ""},
                                                    {"Tijd", "Time"},
                                                    {"Dag", "Day"},
                                                    {"Uur", "Hour"},
                                                    {"Onderwerp", "Topic"},
                                                    {"Wachtrij", "Queue"},
                                                    {"Team", "Team"}}};
constexpr Bilingual kTeamHint{"Team", "Team"};
constexpr Bilingual kAllTeams{"Alle teams", "All teams"};
constexpr Bilingual kNoTeam{"Zonder team", "Without a team"};
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
constexpr std::array<Bilingual, 7> kKinds = {{{"Wij", "We"},
                                              {"Waarom", "Why"},
                                              {"Gehoord", "Heard"},
                                              {"Warmte", "Warmth"},
                                              {"Bericht", "Prompt"},
                                              {"Eerste keer", "First time"},
                                              {"Verhaal", "Story"}}};
constexpr std::array<Bilingual, 5> kCardCaptions = {{{"Kaart", "Card"},
                                                     {"Getoond", "Shown"},
                                                     {"Gebruikt", "Used"},
                                                     {"Daarna, gebruikt", "Next, used"},
                                                     {"Daarna, niet gebruikt", "Next, not used"}}};
constexpr Bilingual kUsedTitle{"Hoe vaak een kaart gebruikt werd", "How often a card was used"};
constexpr Bilingual kUsedShare{"deel van de kaarten (%)", "share of cards (%)"};
constexpr Bilingual kChangeTitle{"Het gevoel van de klant daarna, met 90 %-interval",
                                 "Customer's sentiment next, with a 90 % interval"};
constexpr Bilingual kChange{"verandering (op −1 … +1)", "change (on −1 … +1)"};
constexpr Bilingual kUsed{"gebruikt", "used"};
constexpr Bilingual kNotUsed{"niet gebruikt", "not used"};
constexpr Bilingual kAssociation{
    "Dit is samenhang, geen oorzaak: kaarten worden op andere momenten gebruikt dan overgeslagen.",
    "This is an association, not a cause: cards are used in other moments than they are passed over."};
constexpr Bilingual kLeftOut{
    "Dagen waarop minder dan vijf medewerkers van een team meededen, tellen niet mee: niemand is eruit te halen.",
    "Days on which fewer than five agents of a team took part are left out, so that nobody can be told apart."};
constexpr Bilingual kTomorrow{
    "Vandaag komt er morgen bij: wie op de dag zelf meekijkt, zou aan de cijfers zien wat één collega doet.",
    "Today comes tomorrow: figures that change while a day goes on would tell what one colleague does."};
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
constexpr Bilingual kLoading{"De cijfers komen eraan", "The figures are on their way"};
constexpr Bilingual kNothing{"Nog geen gesprekken in deze dagen", "No calls on these days yet"};
constexpr Bilingual kNothingDetail{
    "Zodra er gesprekken zijn, staat hier hoe klanten zich voelden, per uur, dag, onderwerp en team. Kies een langere "
    "periode om verder terug te kijken.",
    "As soon as there are calls, this shows how customers felt, by hour, day, topic and team. Choose a longer period "
    "to "
    "look further back."};
constexpr Bilingual kNoCards{"Nog geen kaarten om te tellen", "No cards to count yet"};
constexpr Bilingual kNoCardsDetail{
    "Hier staat welke kaarten gebruikt werden, zodra op een dag vijf of meer medewerkers van een team er een kregen.",
    "This shows which cards were used, as soon as five or more agents of a team were shown one on a day."};
constexpr Bilingual kNoPromises{"Geen beloften in deze dagen", "No promises on these days"};
constexpr Bilingual kNoPromisesDetail{"Beloften komen uit de gesprekken en uit klantreizen die het CRM doorgeeft.",
                                      "Promises come from calls, and from customers' journeys that the CRM sends."};
constexpr Bilingual kNoAnswers{"Nog niets over opgelost, makkelijk en gevoel",
                               "Nothing yet about solved, easy and feeling"};
constexpr Bilingual kNoAnswersDetail{
    "Dit vult zich met gesprekken en met enquêtes die ingelezen zijn (aandachtctl survey import).",
    "This fills with calls, and with surveys that were imported (aandachtctl survey import)."};
constexpr Bilingual kAway{"De dienst antwoordt niet; dit zijn de cijfers van daarvoor.",
                          "The service does not answer; these are the figures from before."};
constexpr Bilingual kProblem{"Dit rapport lukt niet: $0", "This report does not work: $0"};
constexpr Bilingual kCounting{"Oudere gesprekken worden nog geteld: $0 van $1.",
                              "Older calls are still being counted: $0 of $1."};
constexpr Bilingual kSave{"Bewaar als bestand …", "Save as a file …"};

std::string decimal(const std::string& text, Language language) {
  return language == Language::kDutch ? absl::StrReplaceAll(text, {{".", ","}}) : text;
}

/// "ma 2 nov"
std::string weekday_and_day(absl::Time time, absl::TimeZone zone, Language language) {
  const absl::CivilDay day = absl::ToCivilDay(time, zone);
  return day_text(day, day, language);
}

/// With the minus of the plots' axes, as wide as the plus.
std::string score_text(double score, Language language) {
  return absl::StrReplaceAll(decimal(absl::StrFormat("%+.2f", score), language), {{"-", "−"}});
}

double share(int part, int whole) { return whole == 0 ? 0 : 100.0 * part / whole; }

std::string percent_text(int part, int whole) {
  return whole == 0 ? "–" : absl::StrFormat("%.0f %%", share(part, whole));
}

std::string name_of(const domain::ReportKey& key, const ReportChoice& choice, Language language, absl::TimeZone zone) {
  if (key.start) {
    const std::string day = weekday_and_day(*key.start, zone, language);
    return choice.by == ReportBy::kDay ? day : absl::StrCat(day, absl::FormatTime(" %H:%M", *key.start, zone));
  }
  if (choice.by == ReportBy::kHourOfDay) return absl::StrFormat("%02d:00", key.hour_of_day);
  if (choice.by == ReportBy::kTeam && key.name.empty()) return kNoTeam.in(language);
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

void say_counting(const domain::CountingProgress& counting, Language language, ReportModel& model) {
  if (!counting.done)
    model.notes.push_back(
        kCounting.fill(language, amount_text(counting.counted, language), amount_text(counting.total, language)));
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

/// What is shown when there is nothing.
void write_empty(const Bilingual& title, const Bilingual& detail, Language language, ReportModel& model) {
  model.empty = title.in(language);
  model.empty_detail = detail.in(language);
}

template <std::size_t Count>
std::vector<std::string> words_of(const std::array<Bilingual, Count>& words, Language language) {
  std::vector<std::string> in;
  for (const Bilingual& word : words) in.emplace_back(word.in(language));
  return in;
}

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

void write_experience(const domain::ExperienceReport& report, Language language, ReportModel& model) {
  say_counting(report.counting, language, model);
  model.notes.emplace_back(kTomorrow.in(language));
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

std::string change_text(const domain::ScoreChange& change, Language language) {
  if (change.count == 0) return "–";
  std::string text = score_text(change.mean, language);
  if (change.margin) absl::StrAppend(&text, " ± ", decimal(absl::StrFormat("%.2f", *change.margin), language));
  return absl::StrCat(text, " (", change.count, ")");
}

ReportPoint change_point(double x, const domain::ScoreChange& change, const std::string& words) {
  ReportPoint point{x, std::nullopt, 0, 0, words};
  if (change.count == 0 || !change.margin) return point;
  point.y = change.mean;
  point.low = change.mean - *change.margin;
  point.high = change.mean + *change.margin;
  return point;
}

void write_cards(const domain::CardReport& report, Language language, ReportModel& model) {
  say_counting(report.counting, language, model);
  model.notes.emplace_back(kTomorrow.in(language));
  if (report.rows.empty()) {
    if (report.left_out) model.notes.emplace_back(kLeftOut.in(language));
    return write_empty(kNoCards, kNoCardsDetail, language, model);
  }
  ReportFigure used{
      kUsedTitle.in(language), "", kUsedShare.in(language), 0, 100, false, true, ReportAcross::kNames, {}, {}, {}};
  ReportFigure next{
      kChangeTitle.in(language), "", kChange.in(language), {}, {}, false, false, ReportAcross::kNames, {}, {}, 0.0};
  ReportSeries shares{"", ReportLook::kBars, {}};
  ReportSeries after_used{kUsed.in(language), ReportLook::kInterval, {}};
  ReportSeries after_not{kNotUsed.in(language), ReportLook::kInterval, {}};
  model.table.captions = words_of(kCardCaptions, language);
  for (std::size_t i = 0; i < report.rows.size(); ++i) {
    const domain::CardReportRow& row = report.rows[i];
    const std::string name = kKinds[static_cast<std::size_t>(row.kind)].in(language);
    const auto x = static_cast<double>(i);
    used.names.push_back(name);
    next.names.push_back(name);
    shares.points.push_back(
        {x, share(row.used, row.shown), 0, 0, absl::StrCat(name, "\n", row.used, " / ", row.shown)});
    after_used.points.push_back(
        change_point(x - 0.1, row.after_used,
                     absl::StrCat(name, ", ", kUsed.in(language), "\n", change_text(row.after_used, language))));
    after_not.points.push_back(
        change_point(x + 0.1, row.after_not_used,
                     absl::StrCat(name, ", ", kNotUsed.in(language), "\n", change_text(row.after_not_used, language))));
    model.table.rows.push_back({name, amount_text(row.shown, language), percent_text(row.used, row.shown),
                                change_text(row.after_used, language), change_text(row.after_not_used, language)});
  }
  used.series = {std::move(shares)};
  next.series = {std::move(after_used), std::move(after_not)};
  model.figures = {std::move(used), std::move(next)};
  model.notes.emplace_back(kAssociation.in(language));
  if (report.left_out) model.notes.emplace_back(kLeftOut.in(language));
}

void write_promises(const domain::PromiseReport& report, Language language, ReportModel& model) {
  say_counting(report.counting, language, model);
  model.notes.emplace_back(kCallsTomorrow.in(language));
  if (report.left_out) model.notes.emplace_back(kLeftOut.in(language));
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

/// The chosen tab's figures, or that they are on their way.
void write_tab(const ReportSources& sources, const ReportChoice& choice, Language language, ReportModel& model) {
  const auto wait = [&] {
    if (sources.problem.empty() && model.days_fault.empty()) model.empty = kLoading.in(language);
  };
  switch (choice.tab) {
    case ReportTab::kSentiment:
      return sources.sentiment ? write_sentiment(*sources.sentiment, choice, language, model) : wait();
    case ReportTab::kExperience:
      return sources.experience ? write_experience(*sources.experience, language, model) : wait();
    case ReportTab::kCards:
      return sources.cards ? write_cards(*sources.cards, language, model) : wait();
    case ReportTab::kPromises:
      return sources.promises ? write_promises(*sources.promises, language, model) : wait();
    case ReportTab::kExport:
      model.file = make_export_model(sources.file, language);
      return;
  }
}

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

/// Whether the rows of a tab stand for days, hours, topics …
bool chooses_rows(const ReportSources& sources, const ReportChoice& choice) {
  return choice.tab == ReportTab::kSentiment || (choice.tab == ReportTab::kExport && has_rows_by(sources.file.what));
}

void write_choices(const ReportSources& sources, const ReportChoice& choice, Language language, ReportModel& model) {
  model.tabs = words_of(kTabs, language);
  model.tab = static_cast<int>(choice.tab);
  for (const int days : kReportPeriods) {
    model.periods.push_back(days == 1 ? kToday.in(language) : kDays.fill(language, days));
  }
  model.periods.emplace_back(kOwn.in(language));
  model.period = choice.period;
  write_own_days(sources, choice, language, model);
  if (chooses_rows(sources, choice)) {
    model.rows_by = words_of(kRows, language);
    const auto& rows = report_rows();
    model.by = static_cast<int>(std::find(rows.begin(), rows.end(), choice.by) - rows.begin());
  }
  model.team_hint = kTeamHint.in(language);
  model.teams.emplace_back(kAllTeams.in(language));
  for (const std::string& team : sources.teams) {
    if (choice.one_team && team == choice.team) model.team = static_cast<int>(model.teams.size());
    model.teams.push_back(team.empty() ? kNoTeam.in(language) : team);
  }
}

/// The whole period, and half a day around it, so that the first and last day stand within the picture.
void set_period(ReportFigure& figure, const ReportSources& sources, const ReportChoice& choice, ReportBy by,
                absl::TimeZone zone) {
  if (figure.across != ReportAcross::kTime) return;
  figure.whole_days = by == ReportBy::kDay;
  if (!sources.asked_on) return;
  const domain::ReportQuestion question = question_of(choice, *sources.asked_on);
  const auto noon = [&](absl::CivilDay day) { return absl::FromCivil(absl::CivilHour(day) + 12, zone); };
  const absl::Time from = figure.whole_days ? noon(question.from - 1) : absl::FromCivil(question.from, zone);
  const absl::Time to = figure.whole_days ? noon(question.to) : absl::FromCivil(question.to + 1, zone);
  figure.x_from = absl::ToDoubleSeconds(from - absl::UnixEpoch());
  figure.x_to = absl::ToDoubleSeconds(to - absl::UnixEpoch());
}

}  // namespace

const std::vector<ReportBy>& report_rows() {
  static const std::vector<ReportBy> rows = {ReportBy::kDay,   ReportBy::kHour,  ReportBy::kHourOfDay,
                                             ReportBy::kTopic, ReportBy::kQueue, ReportBy::kTeam};
  return rows;
}

domain::ReportQuestion question_of(const ReportChoice& choice, absl::CivilDay today) {
  domain::ReportQuestion question{choice.from, choice.to, choice.by, {}};
  if (choice.period != kOwnDays) {
    question.from = today + 1 - kReportPeriods[choice.period];
    question.to = today;
  }
  if (choice.one_team) question.teams = {choice.team};
  return question;
}

ReportModel make_report_model(const ReportSources& sources, const ReportChoice& choice, Language language,
                              absl::TimeZone zone) {
  ReportModel model;
  model.language = language;
  model.zone = zone;
  model.title = kTitle.in(language);
  write_choices(sources, choice, language, model);
  write_tab(sources, choice, language, model);
  const ReportBy by = choice.tab == ReportTab::kPromises ? ReportBy::kDay : choice.by;
  for (ReportFigure& figure : model.figures) set_period(figure, sources, choice, by, model.zone);
  if (!sources.problem.empty()) {
    model.trouble = sources.away ? kAway.in(language) : kProblem.fill(language, sources.problem);
  }
  if (choice.tab == ReportTab::kExport) {
    model.trouble.clear();  // It says itself what does not work.
  } else {
    model.save_label = kSave.in(language);
  }
  return model;
}

CheckedDays check_days(const std::string& from, const std::string& to, absl::CivilDay today, int most) {
  const std::optional<absl::CivilDay> first = read_day(from);
  if (!first) return {DaysFault::kNoFirst, {}, {}};
  const std::optional<absl::CivilDay> last = read_day(to);
  if (!last) return {DaysFault::kNoLast, {}, {}};
  if (*last < *first) return {DaysFault::kBackwards, {}, {}};
  if (*last > today) return {DaysFault::kFuture, {}, {}};
  if (*last - *first >= most) return {DaysFault::kTooMany, {}, {}};
  return {DaysFault::kNone, *first, *last};
}

int most_days(const ReportChoice& choice, ExportWhat exported) {
  constexpr int kByHour = 100;
  constexpr int kOtherwise = 1100;
  constexpr int kAll = 100 * 366;
  if (choice.tab == ReportTab::kExport && !is_table(exported)) return kAll;
  const bool rows = choice.tab == ReportTab::kSentiment || (choice.tab == ReportTab::kExport && has_rows_by(exported));
  return rows && choice.by == ReportBy::kHour ? kByHour : kOtherwise;
}

ExportWhat table_of(ReportTab tab) {
  switch (tab) {
    case ReportTab::kSentiment:
    case ReportTab::kExport:
      return ExportWhat::kSentimentTable;
    case ReportTab::kExperience:
      return ExportWhat::kExperienceTable;
    case ReportTab::kCards:
      return ExportWhat::kCardTable;
    case ReportTab::kPromises:
      return ExportWhat::kPromiseTable;
  }
  return ExportWhat::kSentimentTable;
}

}  // namespace aandacht::model
