// The page of signs: questions that keep coming back, the sign that answers one, whether it fell; and which whys a
// team can tell. Plain values and all wording.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "client/model/language.h"
#include "shared/domain/sign.h"
#include "shared/domain/sign_effect.h"
#include "shared/domain/why_check.h"

namespace aandacht::model {

enum class SignsTab { kQuestions, kWhys };

enum class SignsAsked { kNot, kUnderWay, kDone, kAway };

/// How storing went.
enum class SignSaved {
  kNot,
  kUnderWay,
  kDone,
  kOlder,  ///< Somebody wrote a later version meanwhile.
  kRefused,
  kAway,
};

/// What the page knows. Belongs to whoever owns the page.
struct SignsState {
  SignsTab tab = SignsTab::kQuestions;
  SignsAsked asked = SignsAsked::kNot;
  domain::RepeatedQuestions questions;
  std::vector<domain::ListedSign> signs;
  std::string selected;  ///< A group; empty: none.
  domain::Sign draft;    ///< What is being written of the selected one; its id is empty when it is new.
  bool dirty = false;    ///< It differs from what is stored.
  std::vector<domain::SignFinding> findings;
  SignSaved saved = SignSaved::kNot;
  std::string refusal;  ///< The service's sentence.
  std::optional<domain::SignEffect> effect;
  std::map<std::string, domain::SignEffect> effects;  ///< By sign, of signs_to_judge(), as they were told.
  SignsAsked whys_asked = SignsAsked::kNot;
  domain::WhyMaps whys;
  std::size_t team = 0;
};

struct QuestionRow {
  std::string group;
  std::string words;   ///< Never empty.
  std::string detail;  ///< Its why, and how far its sign is.
  std::string calls;
  std::string share;
  std::vector<double> days;  ///< Calls of each day of the period, 0 … 1 of the busiest of all rows.

  bool operator==(const QuestionRow&) const = default;
};

struct SignFindingRow {
  std::string words;
  bool operator==(const SignFindingRow&) const = default;
};

/// Of the plot of days.
struct DayBar {
  double calls = 0;
  std::string day;    ///< "2 mrt"
  std::string words;  ///< Beside the pointer.
  bool operator==(const DayBar&) const = default;
};

struct EffectWeek {
  std::string name;  ///< "2 mrt"
  double share = 0;  ///< Percent, as the next two.
  double low = 0;
  double high = 0;
  bool after = false;
  std::string words;
  bool operator==(const EffectWeek&) const = default;
};

struct EffectModel {
  std::string verdict;  ///< One word or two: "Gedaald met 62 %".
  std::string sentence;
  std::string else_;    ///< What else could explain it; may be empty.
  std::string figures;  ///< What was compared.
  std::vector<EffectWeek> weeks;
  bool operator==(const EffectModel&) const = default;
};

/// The selected question.
struct QuestionDetail {
  std::string title;
  std::string facts;  ///< "24 gesprekken, 8,1 % van alle"
  std::vector<std::string> wordings;
  std::string no_words;  ///< Why there are none; empty when there are.
  std::string why;
  std::vector<DayBar> days;
  std::vector<std::string> places;  ///< Of the choice; `place` is chosen.
  int place = 0;
  std::vector<SignFindingRow> findings;
  std::string state;       ///< "Voorstel", "Hangt er sinds ma 2 mrt".
  std::string saved;       ///< What became of storing; may be empty.
  bool saved_well = true;  ///< It is no trouble.
  std::string save;        ///< The verb; empty: nothing to save.
  std::string put_up;      ///< Empty: it is up, or not stored yet.
  std::string take_down;   ///< Empty: it is not up.
  bool is_new = true;
  std::optional<EffectModel> effect;
  bool operator==(const QuestionDetail&) const = default;
};

/// One why in the team.
struct WhyRow {
  std::string topic;
  std::string answers;  ///< "5 of meer"
  /// Know, feel, can tell: how full the bar is (0: unknown, 1 few, 2 some, 3 most) and in words.
  int know = 0;
  int feel = 0;
  int tell = 0;
  std::string know_words;
  std::string feel_words;
  std::string tell_words;
  bool operator==(const WhyRow&) const = default;
};

struct SignsModel {
  Language language = Language::kDutch;
  SignsTab tab = SignsTab::kQuestions;
  std::string title;
  std::vector<std::string> tabs;
  std::string period;  ///< "2 feb tot en met 2 mrt, 1.204 gesprekken"
  std::string empty_title;
  std::string empty;  ///< What will appear here and how; empty when something does.
  std::vector<QuestionRow> rows;
  int selected = -1;
  std::optional<QuestionDetail> detail;
  std::string choose;  ///< In the place of the detail.
  std::vector<std::string> teams;
  int team = 0;
  std::string quarter;  ///< "1e kwartaal 2026"
  std::vector<WhyRow> whys;
  std::string whys_empty_title;
  std::string whys_empty;
  std::string too_few;  ///< How many whys have too few answers; empty: none.
  bool operator==(const SignsModel&) const = default;
};

/// Words of the page's columns and fields.
struct SignsWords {
  std::vector<std::string> question_columns;  ///< Question, by day, calls, share.
  std::vector<std::string> why_columns;       ///< Why, can tell, feel, know, answers.
  std::string own_words;
  std::string by_day;
  std::string calls;
  std::string place;
  std::string text;
  std::string owner;
  std::string propose;
  std::string copy;
  std::string up_on;
  std::string fell;
  std::string share;
  std::string weeks;
  std::string before;
  std::string after;
};

[[nodiscard]] SignsWords signs_words(Language language);

/// Pure. \param today  for days as people say them.
[[nodiscard]] SignsModel make_signs_model(const SignsState& state, Language language, absl::CivilDay today);

/// The stored sign of the question at this place, or a new one without text.
[[nodiscard]] domain::Sign sign_of(const SignsState& state, const std::string& group, domain::SignPlace place);

/// Where to open a question: at the place whose sign is up, else where there is one, else the site.
[[nodiscard]] domain::SignPlace place_to_open(const SignsState& state, const std::string& group);

/// The ids of signs that were put up and whose question is no longer among those that come back: their rows tell the
/// effect.
[[nodiscard]] std::vector<std::string> signs_to_judge(const SignsState& state);

}  // namespace aandacht::model
