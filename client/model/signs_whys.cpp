// Which whys a team can tell.
#include <algorithm>
#include <array>

#include "absl/strings/str_split.h"
#include "client/model/bilingual.h"
#include "client/model/format.h"
#include "client/model/signs_parts.h"

namespace aandacht::model {
namespace {

constexpr Bilingual kNoTeamTitle{"Nog geen team van vijf of meer", "No team of five or more yet"};
constexpr Bilingual kNoWhysTitle{"Nog te weinig antwoorden", "Too few answers yet"};
constexpr Bilingual kQuarter{"$0e kwartaal $1", "Q$0 $1"};
constexpr Bilingual kNoTeam{
    "Er is nog geen team van vijf of meer ingesteld. Daarna komt hier per waarom hoeveel mensen het weten, voelen en "
    "kunnen vertellen.",
    "No team of five or more is configured yet. After that this shows for each why how many know, feel and can tell "
    "it."};
constexpr Bilingual kNoWhys{
    "Minder dan vijf antwoorden op elk waarom, dus er is nog niets te zien. Wie wil krijgt één vraag per dag.",
    "Fewer than five answers to every why, so there is nothing to see yet. Whoever wants to gets one question a day."};
constexpr Bilingual kTooFew{"Nog $0 waaroms met minder dan vijf antwoorden.",
                            "$0 more whys with fewer than five answers."};
constexpr Bilingual kOrMore{"$0 of meer", "$0 or more"};
constexpr std::array<Bilingual, 3> kShares = {{{"weinig", "few"}, {"een deel", "some"}, {"de meesten", "most"}}};

WhyRow why_row(const domain::WhyMapRow& row, Language language) {
  const auto fill = [](domain::WhyShare share) { return static_cast<int>(share) + 1; };
  const auto words = [&](domain::WhyShare share) {
    return std::string(kShares[static_cast<std::size_t>(share)].in(language));
  };
  return {sentence_text(row.topic), kOrMore.fill(language, row.told.people),
          fill(row.told.know),      fill(row.told.feel),
          fill(row.told.tell),      words(row.told.know),
          words(row.told.feel),     words(row.told.tell)};
}

/// "2026-Q1" as it is said; anything else as it is.
std::string quarter_text(const std::string& quarter, Language language) {
  const std::vector<std::string> parts = absl::StrSplit(quarter, "-Q");
  return parts.size() == 2 ? kQuarter.fill(language, parts[1], parts[0]) : quarter;
}

}  // namespace

void add_whys(const SignsState& state, SignsModel& model) {
  const Language language = model.language;
  model.quarter = quarter_text(state.whys.quarter, language);
  for (const domain::TeamWhyMap& team : state.whys.teams) model.teams.push_back(team.team);
  if (state.whys.teams.empty()) {
    const bool done = state.whys_asked == SignsAsked::kDone;
    model.whys_empty = done                                        ? kNoTeam.in(language)
                       : state.whys_asked == SignsAsked::kUnderWay ? kFetching.in(language)
                                                                   : kServiceAway.in(language);
    if (done) model.whys_empty_title = kNoTeamTitle.in(language);
    return;
  }
  const std::size_t chosen = std::min(state.team, state.whys.teams.size() - 1);
  model.team = static_cast<int>(chosen);
  int few = 0;
  for (const domain::WhyMapRow& row : state.whys.teams[chosen].rows) {
    if (row.told.people == 0) {
      ++few;
    } else {
      model.whys.push_back(why_row(row, language));
    }
  }
  if (model.whys.empty()) {
    model.whys_empty_title = kNoWhysTitle.in(language);
    model.whys_empty = kNoWhys.in(language);
  }
  if (!model.whys.empty() && few > 0) model.too_few = kTooFew.fill(language, few);
}

}  // namespace aandacht::model
