// The floor of a contact center, as the console draws it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "client/model/connection.h"
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

  bool operator==(const FloorDesk&) const = default;
};

struct FloorRow {
  std::string agent;
  std::optional<domain::CallState> state;
  std::string state_text;  ///< "in gesprek"
  std::string duration;    ///< mm:ss; empty before anything happened.
  std::string customer;
  std::string phase;  ///< In a call only.
  SentimentModel sentiment;
  std::string cards;    ///< "2"; empty when none.
  std::string prompts;  ///< "1"; empty when none.

  bool operator==(const FloorRow&) const = default;
};

struct FloorModel {
  Language language = Language::kDutch;
  std::string summary;         ///< "8 medewerkers, 5 in gesprek"; empty when there is nobody.
  std::vector<FloorRow> rows;  ///< By agent; never a ranking.
  ConnectionModel connection;

  bool operator==(const FloorModel&) const = default;
};

/// Makes what the console draws. Pure. `now` is the service's time.
[[nodiscard]] FloorModel make_floor_model(const std::vector<FloorDesk>& desks, const Connection& connection,
                                          Language language, absl::Time now);

}  // namespace aandacht::model
