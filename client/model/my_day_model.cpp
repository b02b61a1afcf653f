// The page of the agent's own day, and what can be done with what is kept about them.
#include <algorithm>
#include <array>
#include <cmath>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "client/model/bilingual.h"
#include "client/model/counts.h"
#include "client/model/experience_gap.h"
#include "client/model/format.h"
#include "client/model/page_rows.h"
#include "client/model/reset_model.h"

namespace aandacht::model {
namespace {

using domain::Grade;

constexpr const char* kDelete = "delete";
constexpr std::array kSensitivities{0.5, 0.75, 1.0, 1.25, 1.5};
// How long a shift is taken to be, for "this shift"; sharing is asked for again after it. A design choice.
constexpr absl::Duration kShift = absl::Hours(8);

struct Page {
  const domain::Desk* desk;
  const MyDayData& data;
  const OwnPageState& state;
  absl::Time now;
  absl::TimeZone zone;
  PageRows rows;

  [[nodiscard]] Language language() const { return rows.language(); }
  [[nodiscard]] const char* words(Text key) const { return text(key, language()); }
  [[nodiscard]] std::string day(absl::Time time) const {
    return day_text(absl::ToCivilDay(time, zone), absl::ToCivilDay(now, zone), language());
  }
  [[nodiscard]] std::string hour(absl::Time time) const { return absl::FormatTime("%H:%M", time, zone); }
};

/// "1 u 24 min", "14 min".
std::string handling_text(absl::Duration handling, Language language) {
  const std::int64_t minutes = absl::ToInt64Minutes(handling + absl::Seconds(30));
  if (minutes < 60) return fill(Text::kMinutesShort, language, minutes);
  return fill(Text::kHoursMinutesShort, language, minutes / 60, minutes % 60);
}

void add_state(Page& page) {
  switch (page.data.asked) {
    case Asked::kNot:
    case Asked::kUnderWay:
      if (!page.data.day) page.rows.soft(Text::kMyDayAsked);
      return;
    case Asked::kUnavailable:
      page.rows.warm(Text::kMyDayAway);
      page.rows.buttons({{"again", page.words(Text::kTryAgain), AskPageAgain{}, true}});
      return;
    case Asked::kDone:
      return;
  }
}

bool ran(const domain::Reset& reset) { return reset.accepted != absl::InfinitePast(); }

void add_resets(Page& page, const domain::MyDay& day) {
  for (const domain::Reset& reset : day.resets) {
    if (!ran(reset)) continue;
    const std::string what =
        absl::StrCat(page.hour(reset.accepted), " ", exercise_text(reset.exercise, page.language()));
    const bool told = reset.full_before > 0 && reset.full_after > 0;
    page.rows.pair(what, told ? fill(Text::kHeadFromTo, page.language(), reset.full_before, reset.full_after) : "");
  }
}

void add_day(Page& page) {
  if (!page.data.day) return;
  const domain::MyDay& day = *page.data.day;
  if (day.calls == 0 && day.resets.empty()) {
    page.rows.soft(Text::kMyDayEmpty);
    return;
  }
  page.rows.pair(page.words(Text::kDayCalls), absl::StrCat(day.calls));
  page.rows.pair(page.words(Text::kDayHeavy), absl::StrCat(day.heavy_calls));
  page.rows.pair(page.words(Text::kDayHandling), handling_text(day.handling, page.language()));
  page.rows.pair(page.words(Text::kDayResets), absl::StrCat(std::count_if(day.resets.begin(), day.resets.end(), ran)));
  add_resets(page, day);
}

void add_habit(Page& page) {
  if (page.desk == nullptr || !page.desk->habits.current) return;
  const domain::ChosenHabit& habit = *page.desk->habits.current;
  page.rows.heading(Text::kHabitMine);
  page.rows.words(habit_sentence(habit.after, habit.will, page.language()));
  page.rows.soft(sentence_text(repetitions_text(habit.repetitions, page.language())) + ".");
}

/// "4 ja, 2 nee"; empty when nothing was guessed.
std::string guesses_text(const domain::MyDay& day, Experience experience, Language language) {
  std::string told;
  for (const Grade grade : {Grade::kHigh, Grade::kMiddle, Grade::kLow}) {
    const auto count =
        std::count_if(day.experiences.begin(), day.experiences.end(),
                      [&](const domain::CallExperience& call) { return grade_of(call.guess, experience) == grade; });
    if (count > 0)
      absl::StrAppend(&told, told.empty() ? "" : ", ", count, " ", grade_text(experience, grade, language));
  }
  return told;
}

void add_experience(Page& page) {
  if (!page.data.day) return;
  const domain::MyDay& day = *page.data.day;
  page.rows.heading(Text::kThreeEs);
  bool compared = false;
  for (const Experience experience : {Experience::kEffectiveness, Experience::kEase, Experience::kEmotion}) {
    const std::string today = guesses_text(day, experience, page.language());
    const ExperienceGap gap = experience_gap(day, experience, page.language());
    page.rows.pair(experience_question(experience, page.language()),
                   today.empty() ? page.words(Text::kNotGuessedToday) : today);
    if (gap.calls == 0) continue;
    compared = true;
    PageRow& plot = page.rows.add(PageRowKind::kGrades, page.words(Text::kGapYou));
    plot.value = page.words(Text::kCustomer);
    plot.above = gap.guessed;
    plot.below = gap.answered;
    for (const std::string& sentence : gap.sentences) page.rows.soft(sentence);
  }
  page.rows.soft(compared ? Text::kGapPrivate : Text::kGapNone);
}

void add_sharing(Page& page) {
  if (page.desk == nullptr) return;
  const domain::Fatigue& fatigue = page.desk->fatigue;
  page.rows.heading(Text::kShare);
  if (fatigue.shared_until > page.now) {
    page.rows.warm(fill(Text::kSharedUntil, page.language(), page.hour(fatigue.shared_until)));
    page.rows.buttons({{"share stop", page.words(Text::kShareStop),
                        domain::OwnAct{domain::EnergyShared{absl::ZeroDuration()}}, true}});
    return;
  }
  page.rows.soft(Text::kShareHelp);
  const bool in_shift = fatigue.shift_began != absl::InfinitePast();
  const absl::Duration gone = in_shift ? page.now - fatigue.shift_began : absl::ZeroDuration();
  const absl::Duration shift = std::clamp(kShift - gone, absl::Hours(1), kShift);
  const auto share = [&](const char* id, Text label, absl::Duration span) {
    return PageButton{id, page.words(label), domain::OwnAct{domain::EnergyShared{span}}};
  };
  page.rows.buttons({share("share 15", Text::kShareQuarter, absl::Minutes(15)),
                     share("share 60", Text::kShareHour, absl::Hours(1)),
                     share("share shift", Text::kShareShift, shift)});
}

void add_sensitivity(Page& page) {
  if (page.desk == nullptr) return;
  constexpr std::array kWords{Text::kRingMuchLater, Text::kRingLater, Text::kRingUsual, Text::kRingEarlier,
                              Text::kRingMuchEarlier};
  const double own = page.desk->fatigue.sensitivity;
  const auto nearest = std::min_element(kSensitivities.begin(), kSensitivities.end(),
                                        [&](double a, double b) { return std::abs(a - own) < std::abs(b - own); });
  const auto at = static_cast<std::size_t>(nearest - kSensitivities.begin());
  const auto step = [&](const char* id, std::size_t to, const char* sign) {
    if (to >= kSensitivities.size()) return PageButton{};
    return PageButton{id, sign, domain::OwnAct{domain::SensitivitySet{kSensitivities[to]}}};
  };
  PageRow& row = page.rows.add(PageRowKind::kStepper, page.words(Text::kRingFills));
  row.id = "sensitivity";
  row.value = page.words(kWords[at]);
  row.buttons = {step("less", at - 1, "−"), step("more", at + 1, "+")};
}

std::string stored_label(const std::string& kind, Language language) {
  struct Kind {
    const char* name;
    Text words;
  };
  constexpr std::array kKinds{Kind{"calls", Text::kStoredCalls},           Kind{"guesses", Text::kStoredGuesses},
                              Kind{"heavy_calls", Text::kStoredHeavy},     Kind{"resets", Text::kStoredResets},
                              Kind{"habits", Text::kStoredHabits},         Kind{"acts", Text::kStoredActs},
                              Kind{"votes", Text::kStoredVotes},           Kind{"looks", Text::kStoredLooks},
                              Kind{"cards_answered", Text::kStoredCards},  Kind{"refusals", Text::kStoredRefusals},
                              Kind{"stories", Text::kStoredStories},       Kind{"questions", Text::kStoredQuestions},
                              Kind{"why_answers", Text::kStoredWhyAnswers}};
  const auto* found = std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& each) { return each.name == kind; });
  return found == kKinds.end() ? kind : std::string(text(found->words, language));
}

void add_stored(Page& page) {
  if (!page.data.day) return;
  page.rows.heading(Text::kStored);
  bool any = false;
  for (const domain::StoredKind& stored : page.data.day->stored) {
    if (stored.count == 0) continue;
    any = true;
    const bool dated = stored.since != absl::InfinitePast();
    page.rows.pair(stored_label(stored.kind, page.language()),
                   dated ? fill(Text::kStoredSince, page.language(), stored.count, page.day(stored.since))
                         : absl::StrCat(stored.count));
  }
  if (!any) page.rows.soft(Text::kStoredNothing);
}

constexpr Bilingual kSawAlerts{"zag jouw gesprekken in meldingen, met wat er gezegd werd",
                               "saw your calls in alerts, with what was said"};
constexpr Bilingual kTriedRule{"probeerde een regel op jouw gesprekken, met wat er gezegd werd",
                               "tried a rule on your calls, with what was said"};
constexpr Bilingual kWatched{"keek mee met een gesprek", "watched a call"};

// "export turns 2026-11-01 2026-11-30": the days are what follows the second word.
constexpr Bilingual kLookedAtExport{"jouw gesprekken in een export, $0", "your calls in an export, $0"};

std::string looked_at(const std::string& what, Language language) {
  if (absl::StartsWith(what, "export ")) {
    const std::size_t days = what.find(' ', std::string("export ").size());
    if (days != std::string::npos) return kLookedAtExport.fill(language, what.substr(days + 1));
  }
  if (absl::StartsWith(what, "watch ")) return kWatched.in(language);
  if (absl::StartsWith(what, "alert trial ")) return kTriedRule.in(language);
  if (absl::StartsWith(what, "alerts ")) return kSawAlerts.in(language);
  return absl::StartsWith(what, "turns") ? std::string(text(Text::kLookedAtTurns, language)) : what;
}

void add_looks(Page& page) {
  if (!page.data.day) return;
  page.rows.heading(Text::kLooks);
  if (page.data.day->looks.empty()) page.rows.soft(Text::kLooksNone);
  for (const domain::Look& look : page.data.day->looks) {
    page.rows.pair(absl::StrCat(page.day(look.time), " ", page.hour(look.time)), look.who);
    std::string what = looked_at(look.what, page.language());
    if (!look.reason.empty()) absl::StrAppend(&what, ": ", look.reason);
    page.rows.soft(what);
  }
}

void add_export(Page& page) {
  const MyDayData& data = page.data;
  page.rows.buttons({{"export", page.words(Text::kExport), ExportMine{}}});
  switch (data.exported) {
    case Asked::kNot:
      return;
    case Asked::kUnderWay:
      return page.rows.soft(Text::kExportUnderWay);
    case Asked::kDone:
      return page.rows.soft(fill(Text::kExported, page.language(), data.export_file));
    case Asked::kUnavailable:
      return page.rows.warm(fill(Text::kExportFailed, page.language(), data.export_file));
  }
}

void add_delete(Page& page) {
  const MyDayData& data = page.data;
  if (page.state.sure == kDelete) {
    page.rows.sure(page.words(Text::kDeleteSure), Text::kDeleteYes, DeleteMine{}, Text::kLeaveIt);
    return;
  }
  page.rows.buttons({{kDelete, page.words(Text::kDelete), AskSure{kDelete}}});
  switch (data.deleted) {
    case Asked::kNot:
      return;
    case Asked::kUnderWay:
      return page.rows.soft(Text::kDeleteUnderWay);
    case Asked::kDone:
      return page.rows.soft(fill(Text::kDeleted, page.language(), data.deleted_count));
    case Asked::kUnavailable:
      return page.rows.warm(Text::kDeleteFailed);
  }
}

}  // namespace

OwnPageModel make_my_day_page(const domain::Desk* desk, const MyDayData& data, const OwnPageState& state,
                              absl::Time now, absl::TimeZone zone, Language language) {
  Page page{desk, data, state, now, zone, PageRows(language)};
  add_state(page);
  add_day(page);
  add_habit(page);
  add_experience(page);
  add_sharing(page);
  add_sensitivity(page);
  add_stored(page);
  add_looks(page);
  page.rows.heading(Text::kYours);
  add_export(page);
  add_delete(page);
  return {OwnPage::kMyDay, text(Text::kMyDay, language), page.rows.take(), language};
}

}  // namespace aandacht::model
