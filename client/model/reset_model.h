// A reset as plain values: the offer, the exercise while it runs, and what it did.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/model/energy_model.h"
#include "client/model/language.h"
#include "client/model/reset_pace.h"
#include "shared/domain/desk.h"
#include "shared/domain/own_acts.h"
#include "shared/domain/reset.h"

namespace aandacht::model {

/// "How full is your head", 1 … 5.
struct FullnessModel {
  std::string reset_id;
  bool after = false;
  std::string question;
  std::string help;  ///< Or that it was noted.
  int told = 0;      ///< 0: not yet.

  bool operator==(const FullnessModel&) const = default;
};

/// One length to choose.
struct LengthChoice {
  std::string label;                  ///< "30 s", "2 min"
  std::string price;                  ///< What it costs the queue; empty when nothing is known.
  std::vector<domain::OwnAct> begin;  ///< To be done in this order.

  bool operator==(const LengthChoice&) const = default;
};

/// A reset to be chosen: offered by the desk, or looked up by the agent.
struct OfferModel {
  std::string title;
  std::string reason;  ///< "Vier zware gesprekken achter elkaar."; empty when the agent came by themselves.
  std::vector<LengthChoice> lengths;
  std::size_t chosen = 0;
  std::optional<FullnessModel> fullness;
  std::string begin;
  std::string decline;
  std::optional<domain::OwnAct> turned_down;  ///< Absent: there is nothing to turn down.

  bool operator==(const OfferModel&) const = default;
};

/// A reset that runs.
struct RunningReset {
  std::string id;
  std::string title;
  std::vector<std::string> lines;  ///< All of them, so that none of them moves the others.
  ResetLine now;
  std::string left;    ///< "nog 20 seconden"
  std::string behind;  ///< "Rustig ademen: nog 20 seconden", for while it is not in sight.
  double gone = 0;     ///< 0 … 1.
  absl::Duration elapsed;
  double seconds = 0;  ///< Since it began, in steps: moves the picture.
  bool still = false;  ///< Nothing moves; only words change.
  bool breathing = false;
  Breath breath;
  std::string breath_word;  ///< "in", "uit"; empty when it is not about breathing.
  std::string breath_pace;  ///< "Ongeveer zes ademhalingen per minuut."
  std::optional<FullnessModel> fullness;
  std::string longer;  ///< "Langer: 2 minuten"; empty on the last rung.
  std::string stop;
  std::optional<domain::OwnAct> extend;
  domain::OwnAct end;

  bool operator==(const RunningReset&) const = default;
};

/// A reset that is over and still on the screen.
struct AfterReset {
  std::string id;
  std::string title;
  FullnessModel fullness;
  std::string effects_title;         ///< Empty when there are none.
  std::vector<std::string> effects;  ///< What each exercise did for this agent; the one just done first.
  std::string again;
  std::string leave;
  domain::OwnAct begin_again;
  domain::OwnAct put_away;

  bool operator==(const AfterReset&) const = default;
};

/// Asked for, and waiting for the wrap-up to end.
struct AskedReset {
  std::string words;
  std::string take_back;
  domain::OwnAct act;

  bool operator==(const AskedReset&) const = default;
};

/// Everything of the agent's own rest.
struct RestModel {
  RingModel ring;
  bool before_card = false;                 ///< The agent looks at the reset or its offer rather than at the card.
  bool causes_open = false;                 ///< The causes stand in the place of what is not a call or a card.
  std::optional<OfferModel> offer;          ///< Between calls only.
  std::optional<OfferModel> ask;            ///< What the agent can choose unasked, between calls.
  bool ask_open = false;                    ///< It is on the screen.
  std::optional<RunningReset> runs;         ///< Between calls only.
  std::optional<AfterReset> after;          ///< Between calls only.
  std::optional<AskedReset> asked;          ///< In a wrap-up only.
  std::optional<domain::OwnAct> ask_later;  ///< In a wrap-up in which nothing was asked for yet.
  std::string call_came;                    ///< While the call rings that ended a reset.

  bool operator==(const RestModel&) const = default;
};

/// "Past in de verwachte 63 s …", "Kost de wachtrij ongeveer 8 s."; empty when the load is not known.
[[nodiscard]] std::string price_text(const std::optional<domain::TeamLoad>& load, absl::Duration length,
                                     Language language);

/// "Rustig ademen".
[[nodiscard]] const char* exercise_text(domain::Exercise exercise, Language language);

/// What an exercise did and how sure that is, in one or two sentences; empty when it was never tapped before and after.
[[nodiscard]] std::string effect_text(const domain::ExerciseEffect& effect, Language language);

/// `reset` is offered. `fatigue`, `rules` and `now` give the reason its words.
[[nodiscard]] OfferModel make_offer(const domain::Reset& reset, const domain::Fatigue& fatigue,
                                    const domain::FatigueRules& rules, absl::Time now, Language language);
/// What an agent may choose who asks by themselves.
[[nodiscard]] OfferModel make_ask(const domain::ResetBook& book, Language language);
/// `reset` is accepted or extended.
[[nodiscard]] RunningReset make_running(const domain::Reset& reset, absl::Time now, Language language);
/// `book.current` is done.
[[nodiscard]] AfterReset make_after(const domain::ResetBook& book, Language language);

/// All of it, for a desk. `now`: the desk's time. Pure.
[[nodiscard]] RestModel make_rest(const domain::Desk& desk, const domain::FatigueRules& rules, absl::Time now,
                                  Language language);

}  // namespace aandacht::model
