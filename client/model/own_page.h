// A page of the agent's own side as rows: what is read, pressed and filled in.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "absl/time/time.h"
#include "client/model/habits_data.h"
#include "client/model/language.h"
#include "client/model/my_day_data.h"
#include "client/model/watched_model.h"
#include "shared/domain/desk.h"
#include "shared/domain/own_acts.h"

namespace aandacht::model {

enum class OwnPage { kNone, kMyDay, kHabits };

/// In the place of this quarter's earlier votes, best first.
struct VoteHabits {
  std::vector<std::string> habit_ids;
  bool operator==(const VoteHabits&) const = default;
};

/// What the three fields hold goes on the team's list.
struct PutHabitForward {
  bool operator==(const PutHabitForward&) const = default;
};

/// What the page shows is asked for again.
struct AskPageAgain {
  bool operator==(const AskPageAgain&) const = default;
};

struct ExportMine {
  bool operator==(const ExportMine&) const = default;
};

struct DeleteMine {
  bool operator==(const DeleteMine&) const = default;
};

/// Something that cannot be undone was pressed: the page asks once. Empty: it was not meant after all.
struct AskSure {
  std::string what;
  bool operator==(const AskSure&) const = default;
};

struct FillIn {
  std::string field;
  std::string text;
  bool operator==(const FillIn&) const = default;
};

/// What can be done on a page.
using PageDeed =
    std::variant<domain::OwnAct, VoteHabits, PutHabitForward, AskPageAgain, ExportMine, DeleteMine, AskSure, FillIn>;

struct PageButton {
  std::string id;  ///< Unique on the page.
  std::string label;
  PageDeed deed;
  bool main = false;

  bool operator==(const PageButton&) const = default;
};

enum class PageRowKind {
  kHeading,
  kText,
  kSoft,
  kWarm,  ///< What went wrong, or what is asked once.
  kPair,  ///< Label and value.
  kButtons,
  kChoices,  ///< One of the buttons is chosen.
  kStepper,  ///< Label, value, and two buttons: less and more; one without a label cannot be pressed.
  kField,    ///< Label, and what is filled in as the value.
  kGrades,   ///< What the agent guessed above what customers answered.
};

struct PageRow {
  PageRowKind kind = PageRowKind::kText;
  std::string id;  ///< Of kChoices, kStepper and kField: unique on the page.
  std::string label;
  std::string value;
  std::vector<PageButton> buttons;
  int chosen = -1;
  std::vector<domain::Grade> above;  ///< Oldest first, as many as below.
  std::vector<domain::Grade> below;

  bool operator==(const PageRow&) const = default;
};

struct OwnPageModel {
  OwnPage page = OwnPage::kNone;
  std::string title;
  std::vector<PageRow> rows;
  Language language = Language::kDutch;
  std::optional<WatchedModel> watched =
      std::nullopt;  ///< Who follows the call behind the page; put in by who shows it.

  bool operator==(const OwnPageModel&) const = default;
};

/// What is filled in to be put forward, or chosen for oneself.
struct HabitDraft {
  std::string after;
  std::string will;
  std::string celebrate;

  bool operator==(const HabitDraft&) const = default;
};

/// What a page remembers while it is open.
struct OwnPageState {
  OwnPage page = OwnPage::kNone;
  std::string sure;  ///< What is asked once; empty: nothing.
  HabitDraft draft;

  bool operator==(const OwnPageState&) const = default;
};

/// `desk` may be null: none is known yet. `now` is the desk's time, `zone` the agent's. Both pure.
[[nodiscard]] OwnPageModel make_habits_page(const domain::Desk* desk, const HabitsData& data, const OwnPageState& state,
                                            absl::Time now, absl::TimeZone zone, Language language);
[[nodiscard]] OwnPageModel make_my_day_page(const domain::Desk* desk, const MyDayData& data, const OwnPageState& state,
                                            absl::Time now, absl::TimeZone zone, Language language);

}  // namespace aandacht::model
