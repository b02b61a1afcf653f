// Random valid domain values from a seed, for tests of what must hold for every value.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "shared/domain/change.h"
#include "shared/domain/desk.h"
#include "shared/domain/event.h"
#include "shared/domain/library.h"

namespace aandacht::test {

/// Makes values. The same seed gives the same values in the same order, on every platform.
class Generate {
 public:
  explicit Generate(std::uint64_t seed) : engine_(seed) {}

  /// A whole number in [low, high].
  int number(int low, int high) {
    return low + static_cast<int>(engine_() % (static_cast<std::uint64_t>(high - low) + 1));
  }
  bool coin() { return (engine_() & 1U) != 0; }
  /// In [-1, 1], a multiple of 1/1000.
  double score() { return number(-1000, 1000) / 1000.0; }
  std::string bytes(int length);
  std::string id(const char* prefix) { return absl::StrCat(prefix, "-", number(0, 1 << 30)); }
  /// None to six words, some with accents, quotes or from outside Latin.
  std::string text();
  std::string language() { return coin() ? "nl" : "en"; }
  /// E.164.
  std::string phone() { return absl::StrCat("+316", number(10000000, 99999999)); }
  /// In whole nanoseconds, from 1990 to 2050.
  absl::Time time();
  absl::CivilDay day() { return absl::CivilDay(number(1990, 2050), number(1, 12), number(1, 28)); }

  template <typename Enum>
  Enum one_of(Enum last) {
    return static_cast<Enum>(number(0, static_cast<int>(last)));
  }
  template <typename Make>
  auto maybe(Make make) -> std::optional<decltype(make())> {
    if (coin()) return std::nullopt;
    return make();
  }
  template <typename Make>
  auto list(int most, Make make) -> std::vector<decltype(make())> {
    std::vector<decltype(make())> values;
    for (int i = number(0, most); i > 0; --i) values.push_back(make());
    return values;
  }

  domain::Promise promise();
  domain::JourneyStep journey_step();
  domain::Customer customer();
  domain::Sentiment sentiment();
  domain::HeardFact heard_fact();
  domain::CallSentiment call_sentiment();
  domain::Call call();
  domain::Card card();
  domain::WaitingCard waiting_card() { return {card(), coin() ? time() : absl::InfiniteFuture()}; }
  domain::Prompt prompt();
  domain::ThreeEs three_es();
  domain::Fatigue fatigue();
  domain::TeamLoad team_load();
  domain::Reset reset();
  domain::ResetBook reset_book();
  domain::HabitBook habit_book();
  domain::OwnAct own_act();
  domain::QuestionTally question_tally();
  domain::StoryBook story_book() {
    return {maybe_never(), list(4, [this] { return id("story"); })};
  }
  std::vector<domain::Watcher> watchers() {
    return list(3, [this] { return domain::Watcher{id("watching"), text(), text(), id("call"), maybe_never()}; });
  }
  domain::Desk desk();
  domain::Why why();
  domain::Reading reading(domain::Speaker speaker);
  domain::Event event();
  domain::Change change();
  domain::DeskUpdate update();

 private:
  absl::Time maybe_never() { return coin() ? time() : absl::InfinitePast(); }

  std::mt19937_64 engine_;
};

inline std::string Generate::bytes(int length) {
  std::string made;
  for (int i = 0; i < length; ++i) made.push_back(static_cast<char>(number(0, 255)));
  return made;
}

inline std::string Generate::text() {
  static constexpr const char* kWords[] = {"waarom", "refund",       "één",    "terug", "I'm",  "\"toch\"",
                                           "Zoë",    "łódź",         "😀",      "%s",    "€ 12", "a\tb",
                                           "mañana", "reïntegratie", "policy", ";--"};
  std::string made;
  for (int i = number(0, 6); i > 0; --i) {
    absl::StrAppend(&made, made.empty() ? "" : " ", kWords[number(0, static_cast<int>(std::size(kWords)) - 1)]);
  }
  return made;
}

inline absl::Time Generate::time() {
  const std::int64_t second = 631152000 + static_cast<std::int64_t>(engine_() % 1893456000);
  return absl::FromUnixSeconds(second) + absl::Nanoseconds(number(0, 999999999));
}

inline domain::Promise Generate::promise() {
  return {text(), maybe([this] { return time(); }), one_of(domain::PromiseState::kBroken)};
}

inline domain::JourneyStep Generate::journey_step() {
  return {day(),  one_of(domain::JourneyStage::kService), text(),
          text(), one_of(domain::Feeling::kPositive),     maybe([this] { return promise(); })};
}

inline domain::Customer Generate::customer() {
  domain::Customer made;
  made.external_id = id("customer");
  made.name = text();
  made.phones = list(3, [this] { return phone(); });
  made.since_year = number(0, 1) * number(1990, 2025);
  made.language = language();
  made.address_form = one_of(domain::AddressForm::kInformal);
  made.journey = list(4, [this] { return journey_step(); });
  made.company = text();
  return made;
}

inline domain::Sentiment Generate::sentiment() {
  return {score(), one_of(domain::Feeling::kPositive), number(0, 100) / 100.0, text()};
}

inline domain::HeardFact Generate::heard_fact() {
  return {text(), one_of(domain::HeardKind::kConstraint), maybe([this] { return day(); }), maybe_never(), coin()};
}

inline domain::CallSentiment Generate::call_sentiment() {
  return {score(), score(), score(), score(), number(0, 90), one_of(domain::Feeling::kPositive), list(64, [this] {
            return score();
          })};
}

inline domain::Call Generate::call() {
  domain::Call made;
  made.id = id("call");
  made.state = one_of(domain::CallState::kEnded);
  made.direction = one_of(domain::CallDirection::kOutgoing);
  made.from = coin() ? phone() : "";
  made.display_name = text();
  made.queue = text();
  made.language = language();
  made.rang = maybe_never();
  made.answered = maybe_never();
  made.held = maybe_never();
  made.ended = maybe_never();
  made.state_since = maybe_never();
  if (coin()) made.wrap_up_ends = time();
  made.customer = maybe([this] { return customer(); });
  made.repeat_contact = maybe([this] {
    return domain::RepeatContact{number(2, 9), text(), absl::Hours(number(0, 9000)) + absl::Nanoseconds(number(0, 9))};
  });
  made.opening = text();
  made.phase = one_of(domain::CallPhase::kClosing);
  made.turns = number(0, 200);
  if (coin()) made.sentiment = call_sentiment();
  made.heard = list(12, [this] { return heard_fact(); });
  made.promises = list(3, [this] { return promise(); });
  made.question = maybe([this] {
    return domain::Question{text(), id("utterance"), number(0, 100) / 100.0, coin() ? id("why") : "", text()};
  });
  made.attention = {number(0, 4), number(0, 8), maybe_never()};
  for (int i = number(0, 4); i > 0; --i) made.rule_uses[id("rule")] = {number(0, 3), maybe_never()};
  for (int i = number(0, 4); i > 0; --i) made.why_weights[id("why")] = number(0, 5000) / 1000.0;
  made.late_turns = list(4, [this] { return domain::LateTurn{id("utterance"), text(), time()}; });
  made.guess = three_es();
  made.heavy = coin();
  made.acknowledgement_due = coin();
  return made;
}

inline domain::Card Generate::card() {
  domain::Card made;
  made.id = id("card");
  made.kind = one_of(domain::CardKind::kEmpathy);
  if (made.kind == domain::CardKind::kWe) made.label = one_of(domain::CoachLabel::kJargon);
  made.topic = text();
  made.line = text();
  made.detail = text();
  made.evidence = {text(), id("rule"), text(), coin() ? id("utterance") : ""};
  made.unsolicited = coin();
  made.call_id = coin() ? id("call") : "";
  made.shown = maybe_never();
  made.expires = coin() ? time() : absl::InfiniteFuture();
  made.priority = number(0, 100);
  made.source_id = text();
  return made;
}

inline domain::Prompt Generate::prompt() {
  return {id("prompt"), text(), text(), text(), coin(), coin() ? time() : absl::InfiniteFuture()};
}

inline domain::ThreeEs Generate::three_es() {
  const auto grade = [this] { return one_of(domain::Grade::kHigh); };
  domain::ThreeEs made;
  made.effectiveness = grade();
  made.ease = grade();
  made.emotion = grade();
  return made;
}

inline domain::Fatigue Generate::fatigue() {
  const auto weighed = [this] { return domain::WeighedCall{time(), number(0, 2000) / 1000.0}; };
  domain::Fatigue made;
  made.shift_began = maybe_never();
  made.busy_since = maybe_never();
  made.free_since = maybe_never();
  made.pause_ended = maybe_never();
  made.calls_since_pause = number(0, 90);
  made.calls_in_shift = number(0, 90);
  made.heavy_in_shift = number(0, 90);
  made.heavy_in_row = number(0, 9);
  made.busy = list(4, [this] { return domain::BusySpan{time(), time()}; });
  made.heavy = list(4, weighed);
  made.helpless = list(4, weighed);
  made.after_call_work = list(4, [this] { return absl::Milliseconds(number(0, 900000)); });
  made.sensitivity = number(500, 1500) / 1000.0;
  made.elevated = coin();
  made.shared_until = maybe_never();
  return made;
}

inline domain::TeamLoad Generate::team_load() {
  return {absl::Milliseconds(number(0, 900000)), number(0, 1000) / 1000.0, number(0, 500)};
}

inline domain::Reset Generate::reset() {
  domain::Reset made;
  made.id = id("reset");
  made.state = one_of(domain::ResetState::kNoAnswer);
  made.asked_by_agent = coin();
  made.length = absl::Seconds(number(1, 900));
  made.requested = maybe_never();
  if (coin()) made.answer_by = time();
  made.accepted = maybe_never();
  if (coin()) made.ends = time();
  made.ending = one_of(domain::ResetEnding::kCallCame);
  made.score.total = number(0, 100);
  made.score.causes = list(3, [this] {
    return domain::CausePoints{one_of(domain::FatigueCause::kHoursIntoShift), number(1, 50), number(0, 9000) / 1000.0};
  });
  made.exercise = one_of(domain::Exercise::kBreathing);
  made.exercise_id = id("exercise");
  made.title = text();
  made.steps = list(4, [this] { return text(); });
  made.load = maybe([this] { return team_load(); });
  made.full_before = number(0, 5);
  made.full_after = number(0, 5);
  return made;
}

inline domain::ResetBook Generate::reset_book() {
  domain::ResetBook made;
  made.current = maybe([this] { return reset(); });
  made.past = list(3, [this] { return reset(); });
  made.last_offered = maybe_never();
  made.last_declined = maybe_never();
  made.used_exercise_ids = list(4, [this] { return id("exercise"); });
  made.load = maybe([this] { return team_load(); });
  made.count = number(0, 1 << 30);
  return made;
}

inline domain::HabitBook Generate::habit_book() {
  domain::HabitBook made;
  made.current = maybe([this] {
    return domain::ChosenHabit{id("habit"),   text(),        text(),         text(),
                               maybe_never(), number(0, 99), number(20, 99), coin() ? id("call") : ""};
  });
  made.shelf = list(
      3, [this] { return domain::Routine{id("habit"), text(), text(), number(0, 99), maybe_never(), maybe_never()}; });
  return made;
}

inline domain::OwnAct Generate::own_act() {
  switch (number(0, 10)) {
    case 0:
      return domain::ResetAsked{absl::Seconds(number(1, 900)), language()};
    case 1:
      return domain::ResetAnswered{id("reset"), one_of(domain::ResetAnswer::kLeave), language()};
    case 2:
      return domain::FullnessTold{id("reset"), coin(), number(1, 5)};
    case 3:
      return domain::SensitivitySet{number(500, 1500) / 1000.0};
    case 4:
      return domain::EnergyShared{absl::Minutes(number(0, 480))};
    case 5:
      return domain::HabitChosen{id("habit"), text(), text(), text()};
    case 6:
      return domain::HabitTicked{coin() ? id("call") : "", coin()};
    case 7:
      return domain::RoutineAnswered{coin()};
    case 8:
      return domain::HabitDropped{};
    case 9:
      return domain::ExperienceGuessed{id("call"), three_es()};
  }
  return domain::OwnSideForgotten{};
}

inline domain::QuestionTally Generate::question_tally() {
  domain::QuestionTally made{maybe_never(), {}};
  for (int i = number(0, 3); i > 0; --i) made.calls[id("group")] = number(1, 20);
  return made;
}

inline domain::Desk Generate::desk() {
  domain::Desk made;
  made.agent_id = id("agent");
  made.version = number(0, 1 << 30);
  made.time = maybe_never();
  made.calls = list(3, [this] { return call(); });
  made.card = maybe([this] { return card(); });
  made.waiting = list(2, [this] { return waiting_card(); });
  made.prompts = list(2, [this] { return prompt(); });
  made.ended_call_ids = list(5, [this] { return id("call"); });
  for (int i = number(0, 3); i > 0; --i) made.refusals[id("rule")] = number(1, 5);
  made.shown_card_ids = list(5, [this] { return id("card"); });
  made.wake = coin() ? time() : absl::InfiniteFuture();
  made.card_count = number(0, 1 << 30);
  made.questions = question_tally();
  made.stories = story_book();
  made.fatigue = fatigue();
  made.resets = reset_book();
  made.habits = habit_book();
  made.watchers = watchers();
  return made;
}

inline domain::Why Generate::why() {
  domain::Why made;
  made.id = id("why");
  made.language = language();
  made.topic = text();
  made.synonyms = list(3, [this] { return text(); });
  made.rule = text();
  made.emotion = text();
  made.customer = text();
  made.employee = text();
  made.organisation = text();
  made.example = text();
  made.queues = list(2, [this] { return text(); });
  made.author = text();
  return made;
}

inline domain::Reading Generate::reading(domain::Speaker speaker) {
  domain::Reading made;
  made.language = language();
  made.whys = list(3, [this] { return domain::WhyMatch{id("why"), number(0, 3000) / 1000.0, text()}; });
  made.asks_why = coin();
  if (speaker == domain::Speaker::kCustomer) {
    made.sentiment = sentiment();
    made.heard = list(2, [this] { return heard_fact(); });
    made.question = maybe([this] {
      return domain::QuestionMention{text(), number(0, 100) / 100.0, coin() ? id("why") : "", text()};
    });
    return made;
  }
  made.coach = list(3, [this] {
    return domain::CoachMatch{id("rule"), one_of(domain::CoachLabel::kJargon), number(0, 100) / 100.0, text()};
  });
  made.promises = list(2, [this] { return promise(); });
  made.acknowledges = coin();
  made.advises_or_closes = coin();
  made.closes = coin();
  return made;
}

inline domain::Event Generate::event() {
  domain::Event made{id("event"), time(), domain::WokeUp{}};
  switch (number(0, 12)) {
    case 0:
      made.what = domain::CallReported{
          id("call"), one_of(domain::CallEvent::kEnded),        coin() ? phone() : "",
          text(),     one_of(domain::CallDirection::kOutgoing), text(),
          language(), maybe([this] { return customer(); }),     maybe([this] { return team_load(); })};
      break;
    case 1: {
      const auto speaker = one_of(domain::Speaker::kAgent);
      made.what = domain::UtteranceSaid{id("call"), made.id, speaker, text(), reading(speaker)};
      break;
    }
    case 2:
      made.what = domain::CardAnswerGiven{id("card"), one_of(domain::CardAnswer::kDoesNotFit)};
      break;
    case 3:
      made.what = domain::WhyChosen{id("why")};
      break;
    case 4:
      made.what = domain::PromptPushed{prompt()};
      break;
    case 5:
      made.what = domain::WrapUpFinished{id("call")};
      break;
    case 6:
      made.what = domain::HeardPinned{id("call"), id("utterance")};
      break;
    case 7:
      made.what = domain::CallMarkedHeavy{id("call"), coin()};
      break;
    case 8:
      made.what = domain::OwnActed{own_act()};
      break;
    case 9:
      made.what = domain::StoryWithdrawn{id("story")};
      break;
    case 10:
      made.what = domain::PromptRecalled{id("prompt")};
      break;
    case 11:
      made.what = domain::Watched{watchers()};
      break;
    case 12:
      break;
  }
  return made;
}

inline domain::Change Generate::change() {
  switch (number(0, 13)) {
    case 0:
      return domain::CallChanged{call()};
    case 1:
      return domain::CallGone{id("call")};
    case 2:
      return domain::CardShown{card()};
    case 3:
      return domain::CardGone{id("card"), one_of(domain::CardGoneReason::kRecalled),
                              maybe([this] { return one_of(domain::CardAnswer::kDoesNotFit); })};
    case 4:
      return domain::CardHeldBack{card(), one_of(domain::HoldBackReason::kNotAsked), coin()};
    case 5:
      return domain::TurnTaken{id("call"), id("utterance"), one_of(domain::Speaker::kAgent), text(),
                               maybe([this] { return sentiment(); })};
    case 6:
      return domain::PromptsChanged{list(3, [this] { return prompt(); })};
    case 7:
      return domain::CardAnswered{id("card"), one_of(domain::CardAnswer::kDoesNotFit)};
    case 8:
      return domain::ExperienceGiven{id("call"), three_es(), three_es()};
    case 9:
      return domain::FatigueChanged{fatigue()};
    case 10:
      return domain::ResetsChanged{reset_book()};
    case 11:
      return domain::HabitsChanged{habit_book()};
    case 12:
      return domain::WatchersChanged{watchers()};
  }
  const domain::Desk books = desk();
  return domain::BookkeepingChanged{books.waiting, books.ended_call_ids, books.refusals,  books.shown_card_ids,
                                    books.wake,    books.card_count,     books.questions, books.stories};
}

inline domain::DeskUpdate Generate::update() {
  return {number(1, 1 << 30), maybe_never(), id("event"), list(5, [this] { return change(); })};
}

}  // namespace aandacht::test
