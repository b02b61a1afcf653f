#include "client/model/floor_detail_model.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/model/bilingual.h"
#include "client/model/floor_model.h"
#include "client/model/format.h"
#include "client/model/parts.h"
#include "client/model/strings.h"
#include "shared/base/utf8.h"

namespace aandacht::model {
namespace {

// More would not be read, and each is broken into lines in every frame.
constexpr std::size_t kMostRows = 80;

constexpr Bilingual kCustomer{"Klant", "Customer"};
constexpr Bilingual kPhase{"Fase", "Phase"};
constexpr Bilingual kCards{"Kaarten getoond", "Cards shown"};
constexpr Bilingual kPrompts{"Berichten die wachten", "Messages that wait"};
constexpr Bilingual kWatchers{"Kijkt mee", "Watching"};
constexpr Bilingual kTeam{"Team", "Team"};
constexpr Bilingual kAwayFact{"Venster", "Window"};
constexpr Bilingual kAwayValue{"niet open; berichten wachten tot het er is", "not open; messages wait until it is"};
constexpr Bilingual kScoresTitle{"Gevoel van de klant (−1 … +1)", "The customer's sentiment (−1 … +1)"};
constexpr Bilingual kScoresNote{"laatste $0 beurten, nieuwste rechts", "last $0 turns, newest at the right"};
constexpr Bilingual kScoresOne{"1 beurt", "1 turn"};
constexpr Bilingual kNoScores{"De klant zei nog niets waaruit een gevoel spreekt.",
                              "The customer has not said anything yet that tells how they feel."};
constexpr Bilingual kNoCall{"Geen gesprek. Zodra er een begint, zie je hier het verloop en kun je meekijken.",
                            "No call. As soon as one begins, you see here how it goes and can watch it."};
constexpr Bilingual kPush{"Stuur een bericht", "Send a message"};
constexpr Bilingual kClose{"Sluit", "Close"};
constexpr Bilingual kOpen{"Kijk mee met dit gesprek", "Watch this call"};
constexpr Bilingual kNotice{"$0 ziet meteen dat je meekijkt en waarom, en kan het later teruglezen.",
                            "$0 sees at once that you watch and why, and can read it back later."};
constexpr Bilingual kReasonHint{"Waarom kijk je mee?", "Why do you watch?"};
constexpr Bilingual kReasons[] = {{"inwerken", "settling in"},
                                  {"op verzoek", "they asked me to"},
                                  {"klacht van deze klant", "this customer’s complaint"}};
constexpr Bilingual kStart{"Kijk mee", "Watch"};
constexpr Bilingual kCancel{"Toch niet", "Rather not"};
constexpr Bilingual kTooShort{"Schrijf iets meer: minstens 3 tekens.", "Write a little more: at least 3 characters."};
constexpr Bilingual kTooLong{"Dat is $0 tekens te lang.", "That is $0 characters too long."};
constexpr Bilingual kOpening{"Even wachten: $0 krijgt eerst te zien dat je meekijkt.",
                             "One moment: $0 is first shown that you watch."};
constexpr Bilingual kLive{"Je kijkt mee: $0. $1 ziet dat.", "You are watching: $0. $1 sees that."};
constexpr Bilingual kOver{"Het gesprek is voorbij. Je kijkt niet meer mee.",
                          "The call is over. You are not watching any more."};
constexpr Bilingual kLost{
    "De verbinding viel weg, dus je kijkt niet meer mee. Begin opnieuw als het nog nodig is.",
    "The connection was lost, so you are not watching any more. Begin again if it is still needed."};
constexpr Bilingual kRefused{"Meekijken lukte niet: dit gesprek is er niet meer, of er kijken al te veel mee.",
                             "Watching did not work: this call is gone, or too many watch it already."};
constexpr Bilingual kNotAllowed{"Dit gesprek is van een team dat niet het jouwe is.",
                                "This call is of a team that is not yours."};
constexpr Bilingual kStop{"Kijk niet meer mee", "Stop watching"};
constexpr Bilingual kEarlier{"$0 eerdere regels", "$0 earlier lines"};
constexpr Bilingual kSilent{"Er is nog niets gezegd.", "Nothing has been said yet."};
constexpr Bilingual kHeld{"In de wacht wordt er niets meegeschreven.", "On hold nothing is written down."};
constexpr Bilingual kSaidByCustomer{"klant", "customer"};
constexpr Bilingual kCardShown{"kaart", "card"};

std::string clock_text(absl::Time time, absl::TimeZone zone) {
  return time == absl::InfinitePast() ? "" : absl::FormatTime("%H:%M:%S", time, zone);
}

std::vector<FloorFact> facts_of(const FloorDesk& desk, Language language) {
  std::vector<FloorFact> facts;
  if (!desk.team.empty()) facts.push_back({kTeam.in(language), desk.team});
  if (desk.away) facts.push_back({kAwayFact.in(language), kAwayValue.in(language)});
  if (!desk.state) return facts;
  facts.push_back(
      {kCustomer.in(language), desk.customer_name.empty() ? text(Text::kUnknownCaller, language) : desk.customer_name});
  if (*desk.state == domain::CallState::kInCall || *desk.state == domain::CallState::kOnHold) {
    facts.push_back({kPhase.in(language), phase_text(desk.phase, language)});
  }
  facts.push_back({kCards.in(language), absl::StrCat(desk.cards_shown)});
  if (desk.prompts_waiting > 0) facts.push_back({kPrompts.in(language), absl::StrCat(desk.prompts_waiting)});
  if (!desk.watchers.empty()) facts.push_back({kWatchers.in(language), absl::StrJoin(desk.watchers, ", ")});
  return facts;
}

/// Turns and cards in the order of their times; what came together stays as it came.
std::vector<ConversationRow> rows_of(const FloorDesk& desk, const WatchData& watch, Language language,
                                     absl::TimeZone zone) {
  std::vector<std::pair<absl::Time, ConversationRow>> rows;
  for (const WatchedLine& line : watch.lines) {
    rows.emplace_back(
        line.time, ConversationRow{line.by_customer ? ConversationRow::Kind::kCustomer : ConversationRow::Kind::kAgent,
                                   line.by_customer ? kSaidByCustomer.in(language) : desk.agent_id,
                                   clock_text(line.time, zone), line.text, line.feeling});
  }
  for (const WatchedCardLine& card : watch.cards) {
    rows.emplace_back(card.time, ConversationRow{ConversationRow::Kind::kCard, kCardShown.in(language),
                                                 clock_text(card.time, zone), card.line, std::nullopt});
  }
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<ConversationRow> drawn;
  drawn.reserve(rows.size());
  for (auto& [time, row] : rows) drawn.push_back(std::move(row));
  return drawn;
}

std::string problem_of(const std::string& reason, Language language) {
  const std::size_t length = base::count_code_points(std::string(absl::StripAsciiWhitespace(reason)));
  if (length > kLongestWatchReason) return kTooLong.fill(language, length - kLongestWatchReason);
  return length > 0 && length < kShortestWatchReason ? kTooShort.in(language) : "";
}

std::string end_text(const WatchData& watch, Language language) {
  if (watch.not_allowed) return kNotAllowed.in(language);
  if (watch.lost) return kLost.in(language);
  return watch.refused ? kRefused.in(language) : kOver.in(language);
}

WatchPanel panel_of(const FloorDesk& desk, const WatchData& watch, Language language, absl::TimeZone zone) {
  WatchPanel panel;
  panel.stage = watch.agent_id == desk.agent_id ? watch.stage : WatchStage::kNone;
  if (desk.state) panel.open = kOpen.in(language);
  panel.stop = kStop.in(language);
  switch (panel.stage) {
    case WatchStage::kNone:
      return panel;
    case WatchStage::kAsking:
      panel.notice = kNotice.fill(language, desk.agent_id);
      panel.reason_hint = kReasonHint.in(language);
      for (const Bilingual& reason : kReasons) panel.reasons.emplace_back(reason.in(language));
      panel.start = kStart.in(language);
      panel.cancel = kCancel.in(language);
      panel.problem = problem_of(watch.reason, language);
      panel.can_start = panel.problem.empty() && !absl::StripAsciiWhitespace(watch.reason).empty();
      return panel;
    case WatchStage::kOpening:
      panel.status = kOpening.fill(language, desk.agent_id);
      return panel;
    case WatchStage::kLive:
      panel.status = kLive.fill(language, watch.reason, desk.agent_id);
      break;
    case WatchStage::kOver:
      panel.status = end_text(watch, language);
      break;
  }
  panel.rows = rows_of(desk, watch, language, zone);
  if (panel.rows.size() > kMostRows) {
    panel.earlier = kEarlier.fill(language, panel.rows.size() - kMostRows);
    panel.rows.erase(panel.rows.begin(), panel.rows.end() - static_cast<std::ptrdiff_t>(kMostRows));
  }
  if (panel.stage == WatchStage::kLive && watch.state == domain::CallState::kOnHold) {
    panel.silent = kHeld.in(language);
  } else if (panel.rows.empty() && panel.stage == WatchStage::kLive) {
    panel.silent = kSilent.in(language);
  }
  return panel;
}

}  // namespace

FloorDetail make_floor_detail(const FloorDesk& desk, const WatchData& watch, Language language, absl::Time now,
                              absl::TimeZone zone) {
  FloorDetail detail;
  detail.language = language;
  detail.agent = desk.agent_id;
  detail.state = floor_state_text(desk, language);
  if (desk.since != absl::InfinitePast()) absl::StrAppend(&detail.state, ", ", duration_text(now - desk.since));
  detail.facts = facts_of(desk, language);
  detail.scores = desk.scores;
  detail.feeling = desk.feeling;
  detail.scores_title = kScoresTitle.in(language);
  if (!desk.scores.empty()) {
    detail.scores_note =
        desk.scores.size() == 1 ? kScoresOne.in(language) : kScoresNote.fill(language, desk.scores.size());
  } else {
    detail.none = desk.state ? kNoScores.in(language) : kNoCall.in(language);
  }
  detail.push = kPush.in(language);
  detail.close = kClose.in(language);
  detail.watch = panel_of(desk, watch, language, zone);
  return detail;
}

}  // namespace aandacht::model
