// How often cards were used, and how the customer felt next.
#include <array>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "client/model/amounts.h"
#include "client/model/bilingual.h"
#include "client/model/report_figures.h"
#include "client/model/report_parts.h"

namespace aandacht::model {
namespace {

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
constexpr Bilingual kNoCards{"Nog geen kaarten om te tellen", "No cards to count yet"};
constexpr Bilingual kNoCardsDetail{
    "Hier staat welke kaarten gebruikt werden, zodra op een dag vijf of meer medewerkers van een team er een kregen.",
    "This shows which cards were used, as soon as five or more agents of a team were shown one on a day."};

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

}  // namespace

void write_cards(const domain::CardReport& report, Language language, ReportModel& model) {
  say_counting(report.counting, language, model);
  say_tomorrow(language, model);
  if (report.rows.empty()) {
    if (report.left_out) say_left_out(language, model);
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
  if (report.left_out) say_left_out(language, model);
}

}  // namespace aandacht::model
