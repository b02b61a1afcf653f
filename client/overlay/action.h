// What the agent did in the overlay. Views report; whoever owns the window decides.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "client/model/keys_model.h"
#include "client/model/language.h"
#include "client/model/own_page.h"
#include "shared/domain/card.h"
#include "shared/domain/own_acts.h"
#include "shared/domain/why_check.h"

namespace aandacht::overlay {

struct AnswerCard {
  std::string card_id;
  domain::CardAnswer answer = domain::CardAnswer::kUsed;
  bool operator==(const AnswerCard&) const = default;
};

struct SearchOpened {
  bool operator==(const SearchOpened&) const = default;
};

/// At most 200 bytes.
struct SearchChanged {
  std::string text;
  bool operator==(const SearchChanged&) const = default;
};

struct SearchClosed {
  bool operator==(const SearchClosed&) const = default;
};

/// A why was chosen; the search is over with it.
struct ShowWhy {
  std::string why_id;
  bool operator==(const ShowWhy&) const = default;
};

struct FinishWrapUp {
  std::string call_id;
  bool operator==(const FinishWrapUp&) const = default;
};

struct ChooseLanguage {
  model::Language language = model::Language::kDutch;
  bool operator==(const ChooseLanguage&) const = default;
};

/// Column to pill or pill to column.
struct TogglePill {
  bool operator==(const TogglePill&) const = default;
};

/// The pill was pressed: the column for a while.
struct OpenPill {
  bool operator==(const OpenPill&) const = default;
};

/// The steps of the journey in the card's place, or the card again.
struct ToggleJourney {
  bool operator==(const ToggleJourney&) const = default;
};

/// A turn of the customer is kept among what was heard.
struct PinHeard {
  std::string call_id;
  std::string utterance_id;
  bool operator==(const PinHeard&) const = default;
};

struct MarkHeavy {
  std::string call_id;
  bool heavy = true;
  bool operator==(const MarkHeavy&) const = default;
};

/// The agent did something for themselves.
struct ActForOneself {
  domain::OwnAct act;
  bool operator==(const ActForOneself&) const = default;
};

/// A reset begins: what there is to do for it, in this order.
struct BeginReset {
  std::vector<domain::OwnAct> acts;
  bool operator==(const BeginReset&) const = default;
};

/// The page on which the agent chooses a reset, or what was there before.
struct ToggleAskReset {
  bool operator==(const ToggleAskReset&) const = default;
};

/// Another length, by its place among the choices.
struct ChooseResetLength {
  std::size_t place = 0;
  bool operator==(const ChooseResetLength&) const = default;
};

/// What covers a reset or its offer gives way.
struct ShowRest {
  bool operator==(const ShowRest&) const = default;
};

/// The causes of the ring, or what was there before.
struct ToggleCauses {
  bool operator==(const ToggleCauses&) const = default;
};

/// Out of sight, or in sight again.
struct ToggleHidden {
  bool operator==(const ToggleHidden&) const = default;
};

struct LetClicksThrough {
  bool on = false;
  bool operator==(const LetClicksThrough&) const = default;
};

/// The window has the keyboard to go from button to button, or gives it back.
struct LendKeyboard {
  bool on = false;
  bool operator==(const LendKeyboard&) const = default;
};

/// The list of keys in the place of everything else, or gone again.
struct ToggleKeys {
  bool operator==(const ToggleKeys&) const = default;
};

/// A line of the list was pressed: what its key does.
struct RunCommand {
  model::Command command = model::Command::kKeys;
  bool operator==(const RunCommand&) const = default;
};

/// The left button went down where nothing is to be pressed, at the top: the window goes where the pointer goes.
struct DragWindow {
  bool operator==(const DragWindow&) const = default;
};

/// Back to its place beside the softphone or at the edge.
struct DockWindowAgain {
  bool operator==(const DockWindowAgain&) const = default;
};

/// A page of the agent's own side.
struct OpenOwnPage {
  model::OwnPage page = model::OwnPage::kMyDay;
  bool operator==(const OpenOwnPage&) const = default;
};

struct CloseOwnPage {
  bool operator==(const CloseOwnPage&) const = default;
};

/// Something on that page.
struct DoOnPage {
  model::PageDeed deed;
  bool operator==(const DoOnPage&) const = default;
};

/// The page of settings.
struct OpenSettings {
  bool operator==(const OpenSettings&) const = default;
};

/// How far the agent is with a why; without a level what they want of being asked.
struct AnswerWhyCheck {
  std::string why_id;
  std::optional<domain::WhyLevel> level;
  domain::WhyCheckChoice choice = domain::WhyCheckChoice::kNotToday;
  bool operator==(const AnswerWhyCheck&) const = default;
};

using Action = std::variant<DragWindow, DockWindowAgain, AnswerCard, SearchOpened, SearchChanged, SearchClosed, ShowWhy,
                            FinishWrapUp, ChooseLanguage, TogglePill, OpenPill, ToggleJourney, PinHeard, MarkHeavy,
                            ActForOneself, BeginReset, ToggleAskReset, ChooseResetLength, ShowRest, ToggleCauses,
                            ToggleHidden, LetClicksThrough, LendKeyboard, ToggleKeys, RunCommand, OpenOwnPage,
                            CloseOwnPage, DoOnPage, OpenSettings, AnswerWhyCheck>;

}  // namespace aandacht::overlay
