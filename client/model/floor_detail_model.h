// Who is selected on the floor, and their call as it is followed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "client/model/language.h"
#include "shared/domain/call.h"
#include "shared/domain/card.h"

namespace aandacht::model {

struct FloorDesk;

/// How far following a call is.
enum class WatchStage { kNone, kAsking, kOpening, kLive, kOver };

/// Something that was said in it.
struct WatchedLine {
  std::string id;
  bool by_customer = true;
  std::string text;
  absl::Time time = absl::InfinitePast();
  std::optional<domain::Feeling> feeling;

  bool operator==(const WatchedLine&) const = default;
};

/// A card that came on the agent's screen in it.
struct WatchedCardLine {
  std::string id;
  domain::CardKind kind = domain::CardKind::kWe;
  std::string line;
  absl::Time time = absl::InfinitePast();

  bool operator==(const WatchedCardLine&) const = default;
};

/// Following a call, as far as it is known.
struct WatchData {
  WatchStage stage = WatchStage::kNone;
  std::string agent_id;
  std::string reason;
  bool refused = false;  ///< It ended with a refusal; otherwise the call is over, or the service went away.
  bool lost = false;     ///< The service went away.
  bool not_allowed = false;
  std::vector<WatchedLine> lines;
  std::vector<WatchedCardLine> cards;
  std::vector<std::string> watchers;
  domain::CallState state = domain::CallState::kInCall;

  bool operator==(const WatchData&) const = default;
};

/// A line of the conversation as it is drawn.
struct ConversationRow {
  enum class Kind { kCustomer, kAgent, kCard };

  Kind kind = Kind::kCustomer;
  std::string who;   ///< "klant", the agent's name, or what kind of card it is.
  std::string time;  ///< "10:02:13"
  std::string text;
  std::optional<domain::Feeling> feeling;

  bool operator==(const ConversationRow&) const = default;
};

/// What stands below the facts.
struct WatchPanel {
  WatchStage stage = WatchStage::kNone;
  std::string open;                  ///< The button that begins it; empty when there is no call.
  std::string notice;                ///< What the agent sees of it.
  std::string reason_hint;           ///< In the empty field.
  std::vector<std::string> reasons;  ///< To take with one press.
  std::string start;
  std::string cancel;
  std::string problem;  ///< Why the reason will not do; empty: it will, or nothing was typed.
  bool can_start = false;
  std::string status;  ///< "Je kijkt mee: inwerken. Amir ziet dat."
  std::string stop;
  std::string earlier;  ///< "12 eerdere regels"; empty: all are there.
  std::vector<ConversationRow> rows;
  std::string silent;  ///< Why nothing is said; empty: there are rows.

  bool operator==(const WatchPanel&) const = default;
};

struct FloorFact {
  std::string label;
  std::string value;

  bool operator==(const FloorFact&) const = default;
};

struct FloorDetail {
  std::string agent;  ///< The id, as it is read too.
  std::string state;  ///< "in gesprek, 02:14"
  std::vector<FloorFact> facts;
  std::vector<double> scores;  ///< At most 64.
  domain::Feeling feeling = domain::Feeling::kNeutral;
  std::string scores_title;  ///< "Gevoel van de klant (−1 … +1)"
  std::string scores_note;   ///< "laatste 9 beurten, nieuwste rechts"
  std::string none;          ///< Why there is no line; empty when there is.
  std::string push;          ///< The button.
  std::string close;
  WatchPanel watch;
  Language language = Language::kDutch;

  bool operator==(const FloorDetail&) const = default;
};

inline constexpr std::size_t kShortestWatchReason = 3;
inline constexpr std::size_t kLongestWatchReason = 200;

/// Pure. `desk` is who is selected.
[[nodiscard]] FloorDetail make_floor_detail(const FloorDesk& desk, const WatchData& watch, Language language,
                                            absl::Time now, absl::TimeZone zone);

}  // namespace aandacht::model
