#include "client/model/floor_model.h"

#include <algorithm>
#include <set>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/model/bilingual.h"
#include "client/model/format.h"
#include "client/model/parts.h"
#include "client/model/strings.h"

namespace aandacht::model {
namespace {

constexpr Bilingual kAway{"afwezig", "away"};
constexpr Bilingual kWatchers{"Kijkt mee", "Watching"};
constexpr Bilingual kFindHint{"Zoek een naam", "Find a name"};
constexpr Bilingual kShows[kFloorShows] = {
    {"Iedereen", "Everybody"}, {"In gesprek", "In a call"}, {"In de wacht", "On hold"}, {"Afronden", "Wrapping up"},
    {"Vrij", "Free"},          {"Afwezig", "Away"},
};
constexpr Bilingual kAllTeams{"Alle teams", "All teams"};
constexpr Bilingual kNoTeam{"Zonder team", "In no team"};
constexpr Bilingual kNothingTitle{"Niemand gevonden", "Nobody found"};
constexpr Bilingual kNothingHelp{"Niemand past bij wat je zoekt en kiest. Haal iets weg om meer te zien.",
                                 "Nobody fits what you look for and chose. Take something away to see more."};
constexpr Bilingual kBandTooFew{"Team $0: te weinig mensen om iets te zeggen",
                                "Team $0: too few people to tell of any"};
constexpr Bilingual kBandCalm{"Team $0: rustig", "Team $0: calm"};
constexpr Bilingual kBandBusy{"Team $0: druk", "Team $0: busy"};
constexpr Bilingual kBandHeavy{"Team $0: zwaar", "Team $0: heavy"};
constexpr Bilingual kBandSince{"$0, sinds $1", "$0, since $1"};
constexpr Bilingual kEnergyNote{
    "Hoe een team ervoor staat, staat er alleen bij vijf mensen of meer die het afgelopen uur werkten, en verandert "
    "pas "
    "als het bij drie of meer verandert. Van één medewerker zie je het nooit, tenzij die het zelf deelt.",
    "How a team is doing is shown only for five people or more who worked in the last hour, and changes only when "
    "three "
    "or more do. You never see it of one person, unless they share it themselves."};

Text state_key(const std::optional<domain::CallState>& state) {
  if (!state) return Text::kStateIdle;
  switch (*state) {
    case domain::CallState::kRinging:
      return Text::kStateRinging;
    case domain::CallState::kInCall:
      return Text::kStateInCall;
    case domain::CallState::kOnHold:
      return Text::kStateOnHold;
    case domain::CallState::kWrapUp:
      return Text::kStateWrapUp;
    case domain::CallState::kEnded:
      return Text::kStateIdle;
  }
  return Text::kStateIdle;
}

const char* short_phase(domain::CallPhase phase, Language language) {
  switch (phase) {
    case domain::CallPhase::kOpening:
      return text(Text::kFloorOpening, language);
    case domain::CallPhase::kSolving:
      return text(Text::kFloorSolving, language);
    case domain::CallPhase::kClosing:
      return text(Text::kFloorClosing, language);
  }
  return "";
}

bool talking(const FloorDesk& desk) {
  return desk.state == domain::CallState::kInCall || desk.state == domain::CallState::kOnHold;
}

bool away(const FloorDesk& desk) { return desk.away && !desk.state; }

FloorRow make_row(const FloorDesk& desk, Language language, absl::Time now) {
  FloorRow row;
  row.agent = desk.agent_id;
  row.state = desk.state;
  row.away = away(desk);
  row.state_text = floor_state_text(desk, language);
  if (desk.since != absl::InfinitePast()) row.duration = duration_text(now - desk.since);
  if (!desk.state) return row;
  row.customer = desk.customer_name.empty() ? std::string(text(Text::kUnknownCaller, language)) : desk.customer_name;
  if (talking(desk)) row.phase = short_phase(desk.phase, language);
  domain::CallSentiment sentiment;
  sentiment.scores = desk.scores;
  sentiment.turns = static_cast<int>(desk.scores.size());
  sentiment.feeling = desk.feeling;
  row.sentiment = make_sentiment(sentiment, {}, language);
  if (desk.cards_shown > 0) row.cards = absl::StrCat(desk.cards_shown);
  if (desk.prompts_waiting > 0) row.prompts = absl::StrCat(desk.prompts_waiting);
  row.watchers = absl::StrJoin(desk.watchers, ", ");
  return row;
}

std::string summary_of(const std::vector<FloorDesk>& desks, Language language) {
  if (desks.empty()) return "";
  const std::string people = desks.size() == 1 ? std::string(text(Text::kFloorSummaryOne, language))
                                               : fill(Text::kFloorSummary, language, desks.size());
  const auto busy = std::count_if(desks.begin(), desks.end(), talking);
  return busy == 0 ? people : fill(Text::kFloorInCall, language, people, busy);
}

bool shows(const FloorDesk& desk, FloorShow show) {
  using domain::CallState;
  switch (show) {
    case FloorShow::kAll:
      return true;
    case FloorShow::kInCall:
      return desk.state == CallState::kInCall || desk.state == CallState::kRinging;
    case FloorShow::kOnHold:
      return desk.state == CallState::kOnHold;
    case FloorShow::kWrapUp:
      return desk.state == CallState::kWrapUp;
    case FloorShow::kFree:
      return !desk.state && !desk.away;
    case FloorShow::kAway:
      return away(desk);
  }
  return true;
}

/// `find` is in capitals.
bool is_found(const FloorDesk& desk, const std::string& find) {
  const auto has = [&](const std::string& name) { return absl::StrContains(upper_text(name), find); };
  return has(desk.agent_id) || has(desk.customer_name);
}

/// How a desk stands in the order of a column; lower comes first, absent comes last whichever way round.
std::optional<double> place(const FloorDesk& desk, FloorColumn column) {
  switch (column) {
    case FloorColumn::kState: {
      if (!desk.state) return away(desk) ? 6 : 5;
      return static_cast<int>(*desk.state);
    }
    case FloorColumn::kDuration:
      if (desk.since == absl::InfinitePast()) return std::nullopt;
      return -absl::ToDoubleSeconds(desk.since - absl::UnixEpoch());
    case FloorColumn::kPhase:
      if (!talking(desk)) return std::nullopt;
      return static_cast<int>(desk.phase);
    case FloorColumn::kSentiment:
      if (!desk.state || desk.scores.empty()) return std::nullopt;
      return desk.scores.back();
    case FloorColumn::kCards:
      if (!desk.state) return std::nullopt;
      return desk.cards_shown;
    case FloorColumn::kPrompts:
      if (!desk.state) return std::nullopt;
      return desk.prompts_waiting;
    case FloorColumn::kWatchers:
      if (desk.watchers.empty()) return std::nullopt;
      return -static_cast<double>(desk.watchers.size());
    case FloorColumn::kAgent:
    case FloorColumn::kCustomer:
      return 0;
  }
  return 0;
}

void sort(std::vector<const FloorDesk*>& desks, const FloorChoice& choice) {
  const auto by_name = [&](const FloorDesk* a, const FloorDesk* b) { return a->agent_id < b->agent_id; };
  if (choice.by == FloorColumn::kAgent) {
    std::sort(desks.begin(), desks.end(), by_name);
    if (choice.descending) std::reverse(desks.begin(), desks.end());
    return;
  }
  const auto before = [&](const FloorDesk* a, const FloorDesk* b) {
    if (choice.by == FloorColumn::kCustomer) {
      if (a->customer_name.empty() != b->customer_name.empty()) return b->customer_name.empty();
      if (a->customer_name == b->customer_name) return by_name(a, b);
      return (a->customer_name < b->customer_name) != choice.descending;
    }
    const std::optional<double> first = place(*a, choice.by);
    const std::optional<double> second = place(*b, choice.by);
    if (first.has_value() != second.has_value()) return first.has_value();
    if (!first || *first == *second) return by_name(a, b);
    return (*first < *second) != choice.descending;
  };
  std::sort(desks.begin(), desks.end(), before);
}

std::string band_text(const TeamBandData& team, Language language, absl::TimeZone zone) {
  const auto with_since = [&](const Bilingual& words) {
    const std::string line = words.fill(language, team.team);
    if (team.since == absl::InfinitePast()) return line;
    return kBandSince.fill(language, line, absl::FormatTime("%H:%M", team.since, zone));
  };
  switch (team.band) {
    case TeamBandKind::kTooFew:
      return kBandTooFew.fill(language, team.team);
    case TeamBandKind::kCalm:
      return with_since(kBandCalm);
    case TeamBandKind::kBusy:
      return with_since(kBandBusy);
    case TeamBandKind::kHeavy:
      return with_since(kBandHeavy);
  }
  return "";
}

std::vector<std::string> captions(Language language) {
  std::vector<std::string> captions;
  for (const Text caption : {Text::kFloorAgent, Text::kFloorState, Text::kFloorDuration, Text::kFloorCustomer,
                             Text::kFloorPhase, Text::kFloorSentiment, Text::kFloorCards, Text::kFloorPrompts}) {
    captions.emplace_back(text(caption, language));
  }
  captions.emplace_back(kWatchers.in(language));
  return captions;
}

void add_filters(FloorModel& model, const FloorSources& sources) {
  for (const Bilingual& show : kShows) model.shows.emplace_back(show.in(model.language));
  model.show = static_cast<int>(sources.choice.show);
  std::set<std::string> teams;
  for (const FloorDesk& desk : sources.desks) teams.insert(desk.team);
  if (sources.choice.team) teams.insert(*sources.choice.team);
  if (teams.size() < 2) return;
  model.teams.emplace_back(kAllTeams.in(model.language));
  for (const std::string& team : teams) {
    model.teams.push_back(team.empty() ? kNoTeam.in(model.language) : team);
    model.team_ids.push_back(team);
    if (sources.choice.team == team) model.team = static_cast<int>(model.teams.size()) - 1;
  }
}

void add_rows(FloorModel& model, const FloorSources& sources, absl::Time now) {
  const FloorChoice& choice = sources.choice;
  const std::string find = upper_text(choice.find);
  std::vector<const FloorDesk*> shown;
  for (const FloorDesk& desk : sources.desks) {
    const bool fits = shows(desk, choice.show) && (!choice.team || *choice.team == desk.team);
    if (fits && (find.empty() || is_found(desk, find))) shown.push_back(&desk);
  }
  sort(shown, choice);
  model.rows.reserve(shown.size());
  for (const FloorDesk* desk : shown) {
    if (desk->agent_id == choice.selected) model.selected = static_cast<int>(model.rows.size());
    model.rows.push_back(make_row(*desk, model.language, now));
  }
  if (!model.rows.empty()) return;
  const bool nobody = sources.desks.empty();
  model.nothing_title = nobody ? text(Text::kFloorEmptyTitle, model.language) : kNothingTitle.in(model.language);
  model.nothing_help = nobody ? text(Text::kFloorEmptyHelp, model.language) : kNothingHelp.in(model.language);
}

}  // namespace

std::string floor_state_text(const FloorDesk& desk, Language language) {
  return away(desk) ? kAway.in(language) : text(state_key(desk.state), language);
}

void sort_by(FloorColumn column, FloorChoice& choice) {
  choice.descending = choice.by == column && !choice.descending;
  choice.by = column;
}

FloorModel make_floor_model(const FloorSources& sources, const Connection& connection, Language language,
                            absl::Time now, absl::TimeZone zone) {
  FloorModel model;
  model.language = language;
  model.title = text(Text::kFloorTitle, language);
  model.summary = summary_of(sources.desks, language);
  model.captions = captions(language);
  model.by = sources.choice.by;
  model.descending = sources.choice.descending;
  model.find_hint = kFindHint.in(language);
  add_filters(model, sources);
  add_rows(model, sources, now);
  for (const TeamBandData& team : sources.energy) model.energy.push_back(band_text(team, language, zone));
  if (!model.energy.empty()) model.energy_note = kEnergyNote.in(language);
  const auto selected = std::find_if(sources.desks.begin(), sources.desks.end(),
                                     [&](const FloorDesk& desk) { return desk.agent_id == sources.choice.selected; });
  if (selected != sources.desks.end()) model.detail = make_floor_detail(*selected, sources.watch, language, now, zone);
  model.connection = make_connection(connection, language);
  return model;
}

FloorModel make_floor_model(const std::vector<FloorDesk>& desks, const Connection& connection, Language language,
                            absl::Time now) {
  const FloorChoice choice;
  const std::vector<TeamBandData> energy;
  const WatchData watch;
  return make_floor_model(FloorSources{desks, choice, energy, watch}, connection, language, now);
}

}  // namespace aandacht::model
