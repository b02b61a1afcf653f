#include "client/model/reset_model.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "client/model/counts.h"
#include "client/model/reset_parts.h"
#include "client/model/strings.h"

namespace aandacht::model {
namespace {

// Whoever asked by themselves is asked how full their head is while they sit back; not when they already read.
constexpr absl::Duration kAsksBefore = absl::Seconds(10);

bool runs(const domain::Reset& reset) {
  return reset.state == domain::ResetState::kAccepted || reset.state == domain::ResetState::kExtended;
}

/// In steps that do not hurry: a count of seconds would be one more clock.
std::string left_text(absl::Duration left, Language language) {
  const auto seconds = static_cast<int>(std::ceil(absl::ToDoubleSeconds(left)));
  if (seconds < 5) return text(Text::kResetNearly, language);
  if (seconds < 60) return fill(Text::kResetLeftSeconds, language, (seconds + 4) / 5 * 5);
  const int minutes = (seconds + 30) / 60;
  if (minutes == 1) return text(Text::kResetLeftMinute, language);
  return fill(Text::kResetLeftMinutes, language, number_text(minutes, language));
}

/// The ring keeps still for a minute: a figure that creeps would be looked at.
absl::Time minute_of(const domain::Desk& desk, absl::Time now) {
  const absl::Time minute = absl::UnixEpoch() + absl::Floor(now - absl::UnixEpoch(), absl::Minutes(1));
  return std::max(minute, desk.time);
}

void add_between_calls(RestModel& rest, const domain::Desk& desk, const domain::FatigueRules& rules, absl::Time now,
                       Language language) {
  const std::optional<domain::Reset>& reset = desk.resets.current;
  if (reset && runs(*reset)) {
    rest.runs = make_running(*reset, now, language);
  } else if (reset && reset->state == domain::ResetState::kRequested) {
    rest.offer = make_offer(*reset, desk.fatigue, rules, now, language);
  } else if (reset && reset->state == domain::ResetState::kDone && reset->ending != domain::ResetEnding::kCallCame) {
    rest.after = make_after(desk.resets, language);
  } else {
    rest.ask = make_ask(desk.resets, language);
  }
}

void add_in_wrap_up(RestModel& rest, const domain::ResetBook& book, Language language) {
  const bool asked = book.current && book.current->state == domain::ResetState::kRequested;
  if (!asked) {
    rest.ask_later = domain::ResetAsked{absl::Seconds(30), language_code(language)};
    return;
  }
  rest.asked = AskedReset{fill(Text::kResetComes, language, length_text(book.current->length, language)),
                          text(Text::kResetTakeBack, language),
                          domain::ResetAnswered{book.current->id, domain::ResetAnswer::kDecline, ""}};
}

}  // namespace

std::string length_text(absl::Duration length, Language language) {
  if (length < absl::Minutes(1)) return fill(Text::kSeconds, language, absl::ToInt64Seconds(length));
  return fill(Text::kMinutes, language, absl::ToInt64Minutes(length));
}

RunningReset make_running(const domain::Reset& reset, absl::Time now, Language language) {
  RunningReset running;
  const absl::Duration elapsed = std::clamp(now - reset.accepted, absl::ZeroDuration(), reset.length);
  running.id = reset.id;
  running.title = reset.title.empty() ? exercise_text(reset.exercise, language) : reset.title;
  running.lines = reset.steps;
  running.now = line_at(reset, elapsed);
  running.left = left_text(reset.length - elapsed, language);
  running.behind = absl::StrCat(running.title, ": ", running.left);
  running.gone = absl::FDivDuration(elapsed, reset.length);
  running.elapsed = elapsed;
  running.seconds = absl::ToDoubleSeconds(sway_at(elapsed));
  running.breathing = reset.exercise == domain::Exercise::kBreathing;
  if (running.breathing) {
    running.breath = breath_at(elapsed);
    running.breath_word = text(running.breath.in ? Text::kBreatheIn : Text::kBreatheOut, language);
    running.breath_pace = text(Text::kBreathPace, language);
  }
  if (reset.asked_by_agent && (reset.full_before > 0 || elapsed < kAsksBefore)) {
    running.fullness = make_fullness(reset, false, language);
  }
  const absl::Duration longer = domain::next_length(reset.length);
  if (longer > reset.length) {
    running.longer = fill(Text::kResetLonger, language, length_text(longer, language));
    running.extend = domain::ResetAnswered{reset.id, domain::ResetAnswer::kExtend, ""};
  }
  running.stop = text(Text::kResetStop, language);
  running.end = domain::ResetAnswered{reset.id, domain::ResetAnswer::kStop, ""};
  return running;
}

AfterReset make_after(const domain::ResetBook& book, Language language) {
  const domain::Reset& reset = *book.current;
  AfterReset after;
  after.id = reset.id;
  after.title = text(Text::kResetOver, language);
  after.fullness = make_fullness(reset, true, language);
  std::vector<domain::ExerciseEffect> effects = exercise_effects(book);
  std::stable_partition(effects.begin(), effects.end(),
                        [&](const domain::ExerciseEffect& effect) { return effect.kind == reset.exercise; });
  for (const domain::ExerciseEffect& effect : effects) {
    if (std::string words = effect_text(effect, language); !words.empty()) after.effects.push_back(std::move(words));
  }
  if (!after.effects.empty()) after.effects_title = text(Text::kEffectsTitle, language);
  const absl::Duration longer = domain::next_length(reset.length);
  after.again = fill(Text::kResetAgain, language, length_text(longer, language));
  after.leave = text(Text::kResetLeave, language);
  after.begin_again = domain::ResetAsked{longer, language_code(language)};
  after.put_away = domain::ResetAnswered{reset.id, domain::ResetAnswer::kLeave, ""};
  return after;
}

RestModel make_rest(const domain::Desk& desk, const domain::FatigueRules& rules, absl::Time now, Language language) {
  RestModel rest;
  rest.ring = make_ring(desk.fatigue, rules, minute_of(desk, now), language);
  const domain::Call* call = domain::current_call(desk);
  if (call == nullptr || call->state == domain::CallState::kEnded) {
    add_between_calls(rest, desk, rules, now, language);
    return rest;
  }
  if (call->state == domain::CallState::kWrapUp) add_in_wrap_up(rest, desk.resets, language);
  const std::optional<domain::Reset>& reset = desk.resets.current;
  const bool ended =
      reset && reset->state == domain::ResetState::kDone && reset->ending == domain::ResetEnding::kCallCame;
  if (ended && call->state == domain::CallState::kRinging) rest.call_came = text(Text::kResetCallCame, language);
  return rest;
}

}  // namespace aandacht::model
