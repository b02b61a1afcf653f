// The floor of a contact center, as the console draws it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "client/model/connection.h"
#include "client/model/floor_detail_model.h"
#include "client/model/language.h"
#include "client/model/overlay_model.h"
#include "shared/domain/call.h"
#include "shared/domain/card.h"

namespace aandacht::model {

/// One desk as the service tells of it.
struct FloorDesk {
  std::string agent_id;
  std::optional<domain::CallState> state;  ///< Absent between calls.
  absl::Time since = absl::InfinitePast();
  std::string customer_name;
  domain::CallPhase phase = domain::CallPhase::kOpening;
  std::vector<double> scores;  ///< The customer's, -1 … +1, oldest first.
  domain::Feeling feeling = domain::Feeling::kNeutral;
  int cards_shown = 0;
  int prompts_waiting = 0;
  std::optional<domain::CardKind> card;  ///< On screen.
  std::string call_id = {};              ///< Empty between calls.
  std::string team = {};                 ///< Empty for who is in none.
  bool away = false;                     ///< No window is connected.
  std::vector<std::string> watchers = {};

  bool operator==(const FloorDesk&) const = default;
};

/// In the order in which they stand. Nothing here is about a person: what is sorted is calls.
enum class FloorColumn { kAgent, kState, kDuration, kCustomer, kPhase, kSentiment, kCards, kPrompts, kWatchers };
inline constexpr int kFloorColumns = 9;

/// Which desks are shown.
enum class FloorShow { kAll, kInCall, kOnHold, kWrapUp, kFree, kAway };
inline constexpr int kFloorShows = 6;

/// What somebody at the console chose.
struct FloorChoice {
  FloorColumn by = FloorColumn::kAgent;
  bool descending = false;
  FloorShow show = FloorShow::kAll;
  std::optional<std::string> team;  ///< Absent: all.
  std::string find;                 ///< In the agent's or the customer's name.
  std::string selected;             ///< An agent; empty: none.

  bool operator==(const FloorChoice&) const = default;
};

enum class TeamBandKind { kTooFew, kCalm, kBusy, kHeavy };

/// What a team has left.
struct TeamBandData {
  std::string team;
  TeamBandKind band = TeamBandKind::kTooFew;
  absl::Time since = absl::InfinitePast();

  bool operator==(const TeamBandData&) const = default;
};

struct FloorRow {
  std::string agent;
  std::optional<domain::CallState> state;
  bool away = false;
  std::string state_text;  ///< "in gesprek", "afwezig"
  std::string duration;    ///< mm:ss; empty before anything happened.
  std::string customer;
  std::string phase;  ///< In a call only.
  SentimentModel sentiment;
  std::string cards;     ///< "2"; empty when none.
  std::string prompts;   ///< "1"; empty when none.
  std::string watchers;  ///< "Kim, Robin"; empty when nobody watches.

  bool operator==(const FloorRow&) const = default;
};

struct FloorModel {
  Language language = Language::kDutch;
  std::string title;
  std::string summary;                ///< "8 medewerkers, 5 in gesprek"; empty when there is nobody.
  std::vector<std::string> captions;  ///< Of all columns.
  FloorColumn by = FloorColumn::kAgent;
  bool descending = false;
  std::string find_hint;
  std::vector<std::string> shows;  ///< What there is to choose …
  int show = 0;                    ///< … and what was.
  std::vector<std::string> teams;  ///< The first is all of them; empty when there is one only.
  int team = 0;
  std::vector<std::string> team_ids;  ///< What the entries of `teams` after the first mean.
  std::vector<FloorRow> rows;         ///< That are shown, in their order.
  int selected = -1;                  ///< A row.
  std::string nothing_title;          ///< Why there is no row; empty when there are rows.
  std::string nothing_help;
  std::vector<std::string> energy;    ///< "Team retouren: rustig, sinds 10:15"
  std::string energy_note;            ///< Why a band may be missing; empty without teams.
  std::optional<FloorDetail> detail;  ///< Of who is selected.
  ConnectionModel connection;

  bool operator==(const FloorModel&) const = default;
};

/// What the floor is made of. References are to be alive for the call only.
struct FloorSources {
  const std::vector<FloorDesk>& desks;
  const FloorChoice& choice;
  const std::vector<TeamBandData>& energy;
  const WatchData& watch;
};

/// Makes what the console draws. Pure. `now` is the service's time.
[[nodiscard]] FloorModel make_floor_model(const FloorSources& sources, const Connection& connection, Language language,
                                          absl::Time now, absl::TimeZone zone = absl::UTCTimeZone());

/// All desks in the order of names, nobody selected.
[[nodiscard]] FloorModel make_floor_model(const std::vector<FloorDesk>& desks, const Connection& connection,
                                          Language language, absl::Time now);

/// "in gesprek", "vrij", "afwezig": away only between calls.
[[nodiscard]] std::string floor_state_text(const FloorDesk& desk, Language language);

/// The choice after its column's caption was pressed: that column, or the other way round.
void sort_by(FloorColumn column, FloorChoice& choice);

}  // namespace aandacht::model
