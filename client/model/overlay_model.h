// Everything the overlay draws, as plain values: every word is formatted, every choice is made.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/time/time.h"
#include "client/model/connection.h"
#include "client/model/keys_model.h"
#include "client/model/language.h"
#include "client/model/reset_model.h"
#include "client/model/search.h"
#include "client/model/watched_model.h"
#include "client/model/why_check_model.h"
#include "client/model/wrap_up_own_model.h"
#include "shared/domain/desk.h"

namespace aandacht::model {

enum class Screen { kIdle, kRinging, kInCall, kOnHold, kWrapUp, kDisconnected };

/// Who calls.
struct HeaderModel {
  std::string call_id;
  std::string name;                        ///< Never empty.
  std::string initials;                    ///< "?" when nobody is known.
  bool known = false;                      ///< A customer was found.
  std::string about;                       ///< "klant sinds 2019 · u"; the number when nobody is known.
  std::string number;                      ///< Formatted; empty when withheld.
  std::string time;                        ///< mm:ss of the ringing, the call, the hold or the wrap-up.
  std::string state;                       ///< Under the time: "gaat over", "in de wacht"; empty in a call.
  std::string time_note;                   ///< Tooltip of the time: how long the call takes while it is on hold.
  std::optional<domain::CallPhase> phase;  ///< In a call only.
  std::string phase_text;                  ///< Tooltip of the phase.

  bool operator==(const HeaderModel&) const = default;
};

/// Another call beside the one on screen.
struct OtherCall {
  std::string call_id;
  domain::CallState state = domain::CallState::kRinging;
  std::string who;
  std::string time;     ///< "00:04"
  std::string what;     ///< "gaat over 00:04"
  std::string more;     ///< "+1": how many there are besides; empty when there are none.
  std::string tooltip;  ///< All of them.

  bool operator==(const OtherCall&) const = default;
};

/// One step of the journey.
struct JourneyDot {
  domain::Feeling felt = domain::Feeling::kNeutral;
  bool now = false;     ///< This call.
  std::string when;     ///< "vr 13 nov"
  std::string channel;  ///< "telefoon"
  std::string what;     ///< One line.
  std::string feeling;  ///< "voelde slecht"

  bool operator==(const JourneyDot&) const = default;
};

/// A promise with its state in words.
struct PromiseRow {
  domain::PromiseState state = domain::PromiseState::kOpen;
  std::string text;  ///< "terugbellen"
  std::string when;  ///< "voor vr 12:00", "gemist, do 12 nov", "nagekomen"

  bool operator==(const PromiseRow&) const = default;
};

/// What the customer told.
struct HeardRow {
  std::string words;  ///< In quotation marks.
  std::string day;    ///< "vr 20 nov", or that it is pinned; may be empty.
  bool brought_back = false;

  bool operator==(const HeardRow&) const = default;
};

/// The card on screen.
struct CardModel {
  std::string id;
  domain::CardKind kind = domain::CardKind::kWe;
  std::string caption;  ///< "WIJ HEBBEN DIT, IK DOE DIT"
  std::string budget;   ///< "1 van 4"; empty when the agent asked for the card.
  std::string budget_tooltip;
  std::string line;              ///< The line to say, in quotation marks unless it is a prompt.
  std::string detail;            ///< May be empty.
  std::string evidence;          ///< `gehoord: “…”`; may be empty.
  std::string evidence_tooltip;  ///< Rule and author.
  // Of a customer's story only:
  std::string who;  ///< The name they agreed to; never empty.
  std::string initials;
  std::string ending;       ///< A third line; may be empty.
  std::string story_id;     ///< Whose photo belongs to it.
  std::uint64_t photo = 0;  ///< The texture to draw; 0: none, or it has not come. Set by who owns the textures.

  bool operator==(const CardModel&) const = default;
};

/// The customer's sentiment.
struct SentimentModel {
  std::vector<double> scores;  ///< -1 … +1, oldest first, at most 24; empty: nothing is known yet.
  domain::Feeling feeling = domain::Feeling::kNeutral;
  std::string tooltip;

  bool operator==(const SentimentModel&) const = default;
};

/// A why that was found.
struct SearchRow {
  std::string why_id;
  std::string topic;
  std::string line;  ///< How it begins.

  bool operator==(const SearchRow&) const = default;
};

struct SearchModel {
  bool open = false;
  bool waiting = false;  ///< An answer is under way and there is nothing older to show.
  std::string text;
  std::vector<SearchRow> rows;

  bool operator==(const SearchModel&) const = default;
};

/// The turn that would be pinned now.
struct PinTarget {
  std::string call_id;
  std::string utterance_id;

  bool operator==(const PinTarget&) const = default;
};

struct WrapUpModel {
  std::string call_id;
  std::vector<PromiseRow> promises;
  std::string how_it_ended;  ///< Empty when nothing was read.
  domain::Feeling ended = domain::Feeling::kNeutral;
  std::string ends;  ///< "Sluit vanzelf over 00:48."; empty when it does not.
  WrapUpOwnModel own;

  bool operator==(const WrapUpModel&) const = default;
};

struct ConnectionModel {
  ConnectionState state = ConnectionState::kConnecting;
  bool well = true;     ///< Nothing is wrong; connecting is not wrong.
  std::string text;     ///< "verbonden"
  std::string tooltip;  ///< What still works, and the server's address.
  std::string server;
  std::string kept;         ///< "2 antwoorden wachten …"; empty when nothing waits.
  std::string title;        ///< What happened, as a headline; empty when connected.
  std::string works;        ///< What still works.
  std::string what_to_do;   ///< May be empty.
  bool needs_help = false;  ///< It does not pass by itself: somebody has to do something.

  bool operator==(const ConnectionModel&) const = default;
};

/// What of a pill draws the eye when something waits.
enum class PillMark { kNone, kCard, kCall, kKept, kOffer };

/// The window at its smallest: one line.
struct PillModel {
  Screen screen = Screen::kIdle;
  bool well = true;   ///< As in ConnectionModel.
  std::string words;  ///< Who calls, or how it stands.
  std::string time;   ///< mm:ss; empty between calls.
  PillMark mark = PillMark::kNone;
  std::string watched;          ///< "Kim kijkt mee"; empty: nobody does.
  std::string watched_tooltip;  ///< May be empty.

  bool operator==(const PillModel&) const = default;
};

struct OverlayModel {
  Language language = Language::kDutch;
  Screen screen = Screen::kIdle;
  std::optional<HeaderModel> header;    ///< Absent between calls.
  std::optional<OtherCall> other;       ///< The most urgent of the other calls.
  std::optional<WatchedModel> watched;  ///< Who follows the call on screen.
  std::string repeat_contact;           ///< Empty when it is not one.
  std::vector<JourneyDot> journey;      ///< Oldest first, this call last; empty when the customer is unknown.
  std::vector<PromiseRow> promises;     ///< Of before this call: open, broken, kept; newest first in each.
  std::string opening;                  ///< Until a card comes or the opening is over.
  std::optional<CardModel> card;
  double card_presence = 1;      ///< 0 … 1: how much of the card is to be seen while it fades in.
  bool journey_open = false;     ///< The steps stand in the card's place.
  std::vector<HeardRow> heard;   ///< Newest first.
  std::optional<PinTarget> pin;  ///< Absent: nothing was said that is not pinned yet.
  bool heavy = false;            ///< The agent marked the call so.
  SentimentModel sentiment;
  std::optional<WrapUpModel> wrap_up;
  RestModel rest;      ///< The agent's own: ring, offer, reset.
  std::string shared;  ///< That the supervisor sees the ring, until when; empty: they do not.
  SearchModel search;
  ConnectionModel connection;
  std::optional<WhyCheckModel> why_check;  ///< Between calls only; set by who asks.
  std::string notice;                      ///< What is wrong with the settings, told between calls; empty: nothing.
  KeysModel keys;
  std::optional<PillModel> pill;  ///< Present: this is all there is room for.

  bool operator==(const OverlayModel&) const = default;
};

/// The same on one line of 48 pixels of the design.
[[nodiscard]] PillModel make_pill(const OverlayModel& model);

/// Makes what the overlay draws.
///
/// Pure. `desk` may be null: none was received yet. `desk_now` is the time by the desk's clock (of the service), for
/// durations and for "today"; `zone` is the agent's. `last_words`: the customer's latest turn, redacted; may be empty.
/// `rules`: the table that the agent's own energy is counted with.
[[nodiscard]] OverlayModel make_overlay_model(const domain::Desk* desk, const Connection& connection,
                                              const Search& search, Language language, absl::Time desk_now,
                                              absl::TimeZone zone, std::string_view last_words = {},
                                              const domain::FatigueRules& rules = domain::shipped_fatigue_rules());

}  // namespace aandacht::model
