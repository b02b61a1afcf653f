#include "tests/ui/example_desks.h"

#include <algorithm>
#include <initializer_list>

#include "absl/strings/str_format.h"
#include "client/overlay/keys.h"
#include "tests/ui/example_rest.h"
#include "tests/ui/example_words.h"

namespace aandacht::test {
namespace {

using domain::Feeling;
using domain::PromiseState;

absl::TimeZone zone() { return absl::FixedTimeZone(3600); }

absl::Time at(int day, int hour, int minute) {
  return absl::FromCivil(absl::CivilSecond(2026, 11, day, hour, minute, 0), zone());
}

absl::Time whole_day(absl::CivilDay day) { return absl::FromCivil(day, absl::UTCTimeZone()); }

domain::Customer customer_of(const ExampleWords& words) {
  domain::Customer customer;
  customer.name = words.customer;
  customer.since_year = 2009;
  customer.address_form = domain::AddressForm::kFormal;
  const std::vector<absl::CivilDay> days{absl::CivilDay(2026, 9, 28),  absl::CivilDay(2026, 10, 6),
                                         absl::CivilDay(2026, 10, 15), absl::CivilDay(2026, 10, 29),
                                         absl::CivilDay(2026, 11, 12), absl::CivilDay(2026, 11, 13)};
  const std::vector<Feeling> felt{Feeling::kNeutral,  Feeling::kNegative, Feeling::kPositive,
                                  Feeling::kNegative, Feeling::kNegative, Feeling::kNegative};
  for (std::size_t i = 0; i < words.steps.size(); ++i) {
    customer.journey.push_back({.day = days[i],
                                .stage = domain::JourneyStage::kService,
                                .channel = words.steps[i].channel,
                                .what = words.steps[i].what,
                                .felt = felt[i],
                                .promise = std::nullopt});
  }
  customer.journey[2].promise = domain::Promise{words.kept_promise, std::nullopt, PromiseState::kKept};
  customer.journey[3].promise =
      domain::Promise{words.broken_promise, whole_day(absl::CivilDay(2026, 11, 12)), PromiseState::kBroken};
  customer.journey[5].promise = domain::Promise{words.open_promise, at(20, 12, 0), PromiseState::kOpen};
  return customer;
}

domain::Call call_of(const ExampleWords& words, domain::CallState state) {
  domain::Call call;
  call.id = "call-1";
  call.state = state;
  call.from = "+31600110201";
  call.rang = example_now() - absl::Seconds(6);
  call.customer = customer_of(words);
  call.repeat_contact = domain::RepeatContact{4, words.about, absl::Hours(24 * 42)};
  call.opening = words.opening;
  if (state == domain::CallState::kRinging) return call;
  call.rang = example_now() - absl::Seconds(140);
  call.answered = example_now() - absl::Seconds(134);
  call.phase = domain::CallPhase::kSolving;
  call.turns = 14;
  call.sentiment.scores = {-0.2, -0.55, -0.8, -0.45, -0.6, -0.1, 0.0, 0.25, 0.5};
  call.sentiment.turns = static_cast<int>(call.sentiment.scores.size());
  call.sentiment.start = -0.4;
  call.sentiment.end = 0.4;
  call.sentiment.lowest = -0.8;
  call.sentiment.trend = 0.8;
  call.sentiment.feeling = Feeling::kPositive;
  call.heard = {{words.heard[0], domain::HeardKind::kPerson, std::nullopt, example_now(), true},
                {words.heard[1], domain::HeardKind::kFeeling, std::nullopt, example_now(), false},
                {words.heard[2], domain::HeardKind::kPlan, absl::CivilDay(2026, 11, 20), example_now(), false}};
  call.attention = {1, 4, example_now()};
  return call;
}

domain::Card card_of(domain::CardKind kind, std::string line, std::string words) {
  domain::Card card;
  card.id = "card-1";
  card.kind = kind;
  card.line = std::move(line);
  card.evidence.words = std::move(words);
  card.evidence.rule_id = "nl/blame-department";
  card.evidence.author = "Aandacht";
  card.call_id = "call-1";
  return card;
}

domain::Card card_in(Scene scene, const ExampleWords& words) {
  if (scene == Scene::kWhyCard) {
    domain::Card card = card_of(domain::CardKind::kWhy, words.why_line, words.why_evidence);
    card.topic = words.why_topic;
    card.detail = words.why_detail;
    return card;
  }
  if (scene == Scene::kPromptCard) {
    domain::Card card = card_of(domain::CardKind::kPrompt, words.prompt_line, "");
    card.topic = "Noor";
    card.detail = words.prompt_reason;
    return card;
  }
  if (scene == Scene::kFirstTimeCard) {
    domain::Card card = card_of(domain::CardKind::kFirstTime, words.why_line, words.question);
    card.topic = words.why_topic;
    return card;
  }
  return card_of(domain::CardKind::kWe, words.we_line, words.we_evidence);
}

domain::Card story_card(const ExampleWords& words) {
  domain::Card card = card_of(domain::CardKind::kEmpathy, words.story[0], "");
  card.topic = words.story_customer;
  card.detail = words.story[1] + "\n" + words.story[2];
  card.source_id = "story-1";
  card.call_id.clear();
  return card;
}

domain::CallState state_in(Scene scene) {
  switch (scene) {
    case Scene::kRinging:
    case Scene::kUnknownCaller:
    case Scene::kWithheld:
    case Scene::kCallEndsReset:
      return domain::CallState::kRinging;
    case Scene::kOnHold:
    case Scene::kPillOnHold:
      return domain::CallState::kOnHold;
    case Scene::kWrapUp:
    case Scene::kResetAfterCall:
    case Scene::kWrapUpGuessed:
    case Scene::kWrapUpRoutine:
    case Scene::kPillWrapUp:
      return domain::CallState::kWrapUp;
    default:
      return domain::CallState::kInCall;
  }
}

bool is_one_of(Scene scene, std::initializer_list<Scene> scenes) {
  return std::find(scenes.begin(), scenes.end(), scene) != scenes.end();
}

bool before_any_desk(Scene scene) {
  return is_one_of(scene, {Scene::kConnecting, Scene::kDisconnected, Scene::kNeverAdmitted});
}

bool between_calls(Scene scene) {
  return before_any_desk(scene) ||
         is_one_of(scene, {Scene::kIdle, Scene::kStory, Scene::kOffline, Scene::kExpired, Scene::kOtherVersion,
                           Scene::kRefused, Scene::kPillIdle, Scene::kPillOffline, Scene::kClickThrough}) ||
         is_rest_between_calls(scene);
}

bool has_card(Scene scene) {
  return is_one_of(scene, {Scene::kWeCard, Scene::kWhyCard, Scene::kPromptCard, Scene::kFirstTimeCard,
                           Scene::kLostInCall, Scene::kSecondCall, Scene::kPillInCall, Scene::kKeys, Scene::kKeyboard,
                           Scene::kHeavy, Scene::kWatched, Scene::kWatchedByTwo});
}

domain::ChosenHabit habit_of(const ExampleWords& words) {
  domain::ChosenHabit habit;
  habit.id = "habit-1";
  habit.after = words.habit[0];
  habit.will = words.habit[1];
  habit.celebrate = words.habit[2];
  habit.since = at(2, 9, 0);
  habit.repetitions = 13;
  return habit;
}

domain::Call second_call(const ExampleWords& words, const std::string& id) {
  domain::Call call;
  call.id = id;
  call.state = domain::CallState::kRinging;
  call.rang = example_now() - absl::Seconds(4);
  call.from = "+31600110999";
  call.customer = domain::Customer{};
  call.customer->name = words.second_customer;
  return call;
}

domain::Desk desk_in(Scene scene, const ExampleWords& words) {
  domain::Desk desk;
  desk.agent_id = "ruben";
  if (scene == Scene::kStory) desk.card = story_card(words);
  if (between_calls(scene)) return desk;
  domain::Call call = call_of(words, state_in(scene));
  if (is_one_of(scene, {Scene::kUnknownCaller, Scene::kWithheld})) {
    call.customer.reset();
    call.repeat_contact.reset();
    call.opening.clear();
    if (scene == Scene::kWithheld) call.from.clear();
  }
  if (scene == Scene::kOpening) {
    call.phase = domain::CallPhase::kOpening;
    call.answered = example_now() - absl::Seconds(9);
    call.heard.clear();
    call.sentiment = {};
  }
  if (call.state == domain::CallState::kOnHold) call.held = example_now() - absl::Seconds(42);
  if (call.state == domain::CallState::kWrapUp) {
    call.ended = example_now() - absl::Seconds(12);
    call.promises = {{words.promises[0], std::nullopt, PromiseState::kOpen},
                     {words.promises[1], at(20, 16, 0), PromiseState::kOpen}};
    call.wrap_up_ends = example_now() + absl::Seconds(48);
  }
  if (scene == Scene::kWrapUpGuessed) {
    call.guess = {domain::Grade::kHigh, domain::Grade::kMiddle, domain::Grade::kUnknown};
    call.outcome.solved = domain::Verdict::kYes;
  }
  if (is_one_of(scene, {Scene::kWrapUpGuessed, Scene::kWrapUpRoutine})) {
    desk.habits.current = habit_of(words);
    if (scene == Scene::kWrapUpGuessed) desk.habits.current->last_call_id = call.id;
    if (scene == Scene::kWrapUpRoutine) desk.habits.current->repetitions = 20;
  }
  if (scene == Scene::kHeavy) {
    call.heavy = true;
    call.late_turns = {{"u-12", words.last_words, example_now()}};
    call.heard.push_back({words.last_words, domain::HeardKind::kPinned, std::nullopt, example_now()});
  }
  if (has_card(scene)) desk.card = card_in(scene, words);
  if (scene == Scene::kFirstTimeCard) {
    call.question = domain::Question{words.question, "u-3", 0.9, "nl/tijdvak", "q-1"};
    desk.questions.calls["q-1"] = 11;
  }
  desk.calls.push_back(std::move(call));
  if (is_one_of(scene, {Scene::kWatched, Scene::kWatchedByTwo, Scene::kPillWatched})) {
    desk.watchers.push_back({"w-1", "Noor", words.watch_reason, "call-1", example_now() - absl::Minutes(1)});
  }
  if (scene == Scene::kWatchedByTwo) {
    desk.watchers.push_back({"w-2", words.second_watcher, words.watch_reason, "call-1", example_now()});
  }
  if (is_one_of(scene, {Scene::kSecondCall, Scene::kPillSecondCall, Scene::kWatchedByTwo})) {
    desk.calls.push_back(second_call(words, "call-2"));
  }
  return desk;
}

model::ConnectionState connection_state_in(Scene scene) {
  switch (scene) {
    case Scene::kConnecting:
      return model::ConnectionState::kConnecting;
    case Scene::kRefused:
    case Scene::kNeverAdmitted:
      return model::ConnectionState::kRefused;
    case Scene::kExpired:
      return model::ConnectionState::kExpired;
    case Scene::kOtherVersion:
      return model::ConnectionState::kOtherVersion;
    case Scene::kDisconnected:
    case Scene::kLostInCall:
    case Scene::kOffline:
    case Scene::kPillOffline:
      return model::ConnectionState::kLost;
    default:
      return model::ConnectionState::kConnected;
  }
}

model::Connection connection_in(Scene scene) {
  model::Connection connection{.state = connection_state_in(scene), .server = "127.0.0.1:7443"};
  const bool waits = connection.state != model::ConnectionState::kConnected &&
                     connection.state != model::ConnectionState::kConnecting && scene != Scene::kNeverAdmitted;
  if (waits) connection.pending = 2;
  return connection;
}

model::Search search_in(Scene scene, const ExampleWords& words) {
  model::Search search;
  search.open = scene == Scene::kSearch || scene == Scene::kSearchNothing;
  if (search.open) search.text = scene == Scene::kSearch ? words.search : "xyz";
  for (std::size_t i = 0; scene == Scene::kSearch && i < words.why_topics.size(); ++i) {
    domain::Why why;
    why.id = "why-" + std::to_string(i);
    why.topic = words.why_topics[i];
    why.customer = words.why_lines[i];
    search.whys.push_back(why);
  }
  return search;
}

/// Only what a call cannot be without.
void empty(domain::Desk& desk) {
  for (domain::Call& call : desk.calls) {
    if (call.customer) call.customer = domain::Customer{.name = call.customer->name};
    call.repeat_contact.reset();
    call.opening.clear();
    call.sentiment = {};
    call.heard.clear();
    call.promises.clear();
  }
  if (!desk.card) return;
  desk.card->evidence = {};
  desk.card->detail.clear();
  desk.card->topic.clear();
}

template <typename Value>
void repeat(std::vector<Value>& values, std::size_t count) {
  for (std::size_t i = 0; !values.empty() && values.size() < count; ++i) values.push_back(Value(values[i]));
}

/// As much as a desk may hold.
void overfill(domain::Desk& desk, const ExampleWords& words) {
  for (domain::Call& call : desk.calls) {
    if (call.customer) repeat(call.customer->journey, 40);
    repeat(call.heard, 12);
    repeat(call.promises, 12);
    repeat(call.sentiment.scores, 64);
    if (call.answered != absl::InfinitePast()) call.answered -= absl::Hours(11);
    if (call.repeat_contact) call.repeat_contact->ordinal = 27;
    call.attention.shown = 4;
  }
  if (desk.calls.size() < 2) return;
  for (int i = 3; i <= 8; ++i) desk.calls.push_back(second_call(words, "call-" + std::to_string(i)));
}

model::KeysModel keys_in(Scene scene, const model::OverlayModel& model) {
  // One that another program has, one that this keyboard does not have, and one that nobody chose.
  overlay::KeyChords chords;
  std::vector<platform::HotkeyFault> faults;
  if (scene == Scene::kKeys) {
    chords.pill.clear();
    faults = {{"heavy", platform::HotkeyTrouble::kTaken}, {"keyboard", platform::HotkeyTrouble::kNoSuchKey}};
  }
  model::OverlayModel with = model;
  with.keys = model::make_keys({overlay::key_states(chords, faults), scene == Scene::kKeys, false,
                                scene == Scene::kKeyboard, scene == Scene::kClickThrough},
                               model.heavy, model.language);
  for (model::KeyRow& row : with.keys.rows) row.does = overlay::action_of(row.command, with, false).has_value();
  return with.keys;
}

model::OverlayModel model_of(Scene scene, const ExampleWords& words, model::Language language,
                             Content content = Content::kTypical) {
  domain::Desk desk = desk_in(scene, words);
  model::Connection connection = connection_in(scene);
  model::Search search = search_in(scene, words);
  if (content == Content::kEmpty) {
    empty(desk);
    connection.server.clear();
    connection.pending = 0;
  }
  if (content == Content::kOverfull) {
    overfill(desk, words);
    repeat(search.whys, 12);
    if (connection.pending > 0) connection.pending = 1284;
  }
  add_rest(scene, language, content == Content::kOverfull, desk);
  model::OverlayModel model =
      model::make_overlay_model(before_any_desk(scene) ? nullptr : &desk, connection, search, language, example_now(),
                                zone(), content == Content::kEmpty ? "" : words.last_words);
  model.journey_open = scene == Scene::kJourney && model.journey.size() > 1;
  direct_rest(scene, model);
  model.keys = keys_in(scene, model);
  if (scene >= Scene::kPillIdle) model.pill = model::make_pill(model);
  return model;
}

}  // namespace

absl::Time example_now() { return at(17, 10, 0); }

std::vector<Scene> all_scenes() {
  return {Scene::kIdle,          Scene::kRinging,       Scene::kUnknownCaller, Scene::kWithheld,
          Scene::kOpening,       Scene::kWeCard,        Scene::kWhyCard,       Scene::kPromptCard,
          Scene::kFirstTimeCard, Scene::kStory,         Scene::kQuietCall,     Scene::kJourney,
          Scene::kSecondCall,    Scene::kOnHold,        Scene::kSearch,        Scene::kSearchNothing,
          Scene::kWrapUp,        Scene::kLostInCall,    Scene::kOffline,       Scene::kExpired,
          Scene::kOtherVersion,  Scene::kRefused,       Scene::kConnecting,    Scene::kDisconnected,
          Scene::kNeverAdmitted, Scene::kKeys,          Scene::kKeyboard,      Scene::kHeavy,
          Scene::kClickThrough,  Scene::kCalm,          Scene::kElevated,      Scene::kCauses,
          Scene::kCausesInCall,  Scene::kOfferFits,     Scene::kOfferCosts,    Scene::kOfferUnknown,
          Scene::kAskReset,      Scene::kResetRuns,     Scene::kResetBreathes, Scene::kResetAsked,
          Scene::kResetStill,    Scene::kAfterReset,    Scene::kResetEffects,  Scene::kResetAfterCall,
          Scene::kCallEndsReset, Scene::kWrapUpGuessed, Scene::kWrapUpRoutine, Scene::kWatched,
          Scene::kWatchedByTwo};
}

std::vector<Scene> pill_scenes() {
  return {Scene::kPillIdle,    Scene::kPillInCall, Scene::kPillOnHold, Scene::kPillSecondCall, Scene::kPillWrapUp,
          Scene::kPillOffline, Scene::kPillOffer,  Scene::kPillReset,  Scene::kPillWatched};
}

int design_height(Scene scene) { return scene >= Scene::kPillIdle ? 48 : 720; }

std::vector<Content> all_contents() { return {Content::kTypical, Content::kEmpty, Content::kOverfull}; }

std::string name_of(Content content) {
  switch (content) {
    case Content::kTypical:
      return "typical";
    case Content::kEmpty:
      return "empty";
    case Content::kOverfull:
      return "overfull";
  }
  return "";
}

std::string name_of(Scene scene) {
  switch (scene) {
    case Scene::kIdle:
      return "idle";
    case Scene::kRinging:
      return "ringing";
    case Scene::kUnknownCaller:
      return "ringing-unknown";
    case Scene::kWithheld:
      return "ringing-withheld";
    case Scene::kOpening:
      return "in-call-opening";
    case Scene::kWeCard:
      return "in-call-we";
    case Scene::kWhyCard:
      return "in-call-why";
    case Scene::kPromptCard:
      return "in-call-prompt";
    case Scene::kFirstTimeCard:
      return "in-call-first-time";
    case Scene::kStory:
      return "story";
    case Scene::kQuietCall:
      return "in-call-quiet";
    case Scene::kJourney:
      return "in-call-journey";
    case Scene::kSecondCall:
      return "in-call-second";
    case Scene::kOnHold:
      return "on-hold";
    case Scene::kSearch:
      return "search";
    case Scene::kSearchNothing:
      return "search-nothing";
    case Scene::kWrapUp:
      return "wrap-up";
    case Scene::kLostInCall:
      return "in-call-lost";
    case Scene::kOffline:
      return "offline";
    case Scene::kExpired:
      return "expired";
    case Scene::kOtherVersion:
      return "other-version";
    case Scene::kRefused:
      return "refused";
    case Scene::kConnecting:
      return "connecting";
    case Scene::kDisconnected:
      return "disconnected";
    case Scene::kNeverAdmitted:
      return "never-admitted";
    case Scene::kKeys:
      return "keys";
    case Scene::kKeyboard:
      return "keyboard";
    case Scene::kHeavy:
      return "in-call-heavy";
    case Scene::kWatched:
      return "in-call-watched";
    case Scene::kWatchedByTwo:
      return "in-call-watched-by-two";
    case Scene::kClickThrough:
      return "click-through";
    case Scene::kCalm:
      return "idle-calm";
    case Scene::kElevated:
      return "idle-elevated";
    case Scene::kCauses:
      return "causes";
    case Scene::kCausesInCall:
      return "in-call-causes";
    case Scene::kOfferFits:
      return "offer-fits";
    case Scene::kOfferCosts:
      return "offer-costs";
    case Scene::kOfferUnknown:
      return "offer-unknown";
    case Scene::kAskReset:
      return "ask-reset";
    case Scene::kResetRuns:
      return "reset-kind-act";
    case Scene::kResetBreathes:
      return "reset-breathing";
    case Scene::kResetAsked:
      return "reset-asked";
    case Scene::kResetStill:
      return "reset-still";
    case Scene::kAfterReset:
      return "after-reset";
    case Scene::kResetEffects:
      return "reset-effects";
    case Scene::kWrapUpGuessed:
      return "wrap-up-guessed";
    case Scene::kWrapUpRoutine:
      return "wrap-up-routine";
    case Scene::kResetAfterCall:
      return "wrap-up-reset-asked";
    case Scene::kCallEndsReset:
      return "ringing-ends-reset";
    case Scene::kPillOffer:
      return "pill-offer";
    case Scene::kPillReset:
      return "pill-reset";
    case Scene::kPillWatched:
      return "pill-watched";
    case Scene::kPillIdle:
      return "pill-idle";
    case Scene::kPillInCall:
      return "pill-in-call";
    case Scene::kPillOnHold:
      return "pill-on-hold";
    case Scene::kPillSecondCall:
      return "pill-second";
    case Scene::kPillWrapUp:
      return "pill-wrap-up";
    case Scene::kPillOffline:
      return "pill-offline";
  }
  return "";
}

model::OverlayModel overlay_model(Scene scene, model::Language language) {
  return model_of(scene, example_words(language), language);
}

model::OverlayModel overlay_model(Scene scene, model::Language language, Content content) {
  return model_of(scene, content == Content::kOverfull ? long_words(language) : example_words(language), language,
                  content);
}

model::OverlayModel long_words_model(Scene scene, model::Language language) {
  return model_of(scene, long_words(language), language);
}

model::FloorModel empty_floor_model(model::Language language) {
  return model::make_floor_model({}, connection_in(Scene::kIdle), language, example_now());
}

namespace {

std::vector<model::FloorDesk> floor_desks() {
  using domain::CallPhase;
  using domain::CallState;
  const auto ago = [](int seconds) { return example_now() - absl::Seconds(seconds); };
  const std::vector<model::FloorDesk> desks{
      {"amir",
       CallState::kInCall,
       ago(134),
       "Gerda Hoekstra-Baaij",
       CallPhase::kSolving,
       {-0.2, -0.55, -0.8, -0.45, -0.6, -0.1, 0.0, 0.25, 0.5},
       Feeling::kPositive,
       2,
       0,
       domain::CardKind::kWe},
      {"bente", std::nullopt, ago(41), "", CallPhase::kOpening, {}, Feeling::kNeutral, 0, 0, std::nullopt},
      {"cees",
       CallState::kOnHold,
       ago(402),
       "Youssef el Amrani",
       CallPhase::kSolving,
       {0.1, -0.2, -0.3, -0.3},
       Feeling::kNegative,
       1,
       0,
       std::nullopt},
      {"dewi", CallState::kRinging, ago(4), "", CallPhase::kOpening, {}, Feeling::kNeutral, 0, 1, std::nullopt},
      {"eline",
       CallState::kInCall,
       ago(58),
       "J. de Vries",
       CallPhase::kOpening,
       {-0.4, -0.5},
       Feeling::kNegative,
       0,
       0,
       std::nullopt},
      {"fatima",
       CallState::kInCall,
       ago(731),
       "Marieke van den Broeck",
       CallPhase::kClosing,
       {-0.7, -0.6, -0.2, 0.1, 0.3, 0.2, 0.5, 0.6, 0.7, 0.6, 0.8},
       Feeling::kPositive,
       3,
       0,
       std::nullopt},
      {"gijs",
       CallState::kWrapUp,
       ago(17),
       "Tom Bakker",
       CallPhase::kClosing,
       {0.0, 0.1, 0.0, 0.2},
       Feeling::kNeutral,
       1,
       0,
       std::nullopt},
      {"hanna",
       CallState::kInCall,
       ago(3725),
       "Wilhelmina-Adriana van Hoogstraten-Oosterdiepenveen",
       CallPhase::kSolving,
       {0.2, 0.1, 0.0, -0.2, -0.4, -0.4, -0.6, -0.7, -0.6},
       Feeling::kNegative,
       4,
       2,
       std::nullopt},
      {"ilias", std::nullopt, ago(1260), "", CallPhase::kOpening, {}, Feeling::kNeutral, 0, 0, std::nullopt},
  };
  return desks;
}

}  // namespace

model::FloorModel floor_model(model::Language language) {
  return model::make_floor_model(floor_desks(), connection_in(Scene::kIdle), language, example_now());
}

model::FloorModel selected_floor_model(model::Language language, model::WatchStage stage) {
  std::vector<model::FloorDesk> desks = floor_desks();
  for (std::size_t i = 0; i < desks.size(); ++i) desks[i].team = i % 2 == 0 ? "pakketten" : "retouren";
  desks[0].watchers = {"Kim"};
  desks[1].away = true;
  const model::FloorChoice choice{.selected = "amir"};
  const std::vector<model::TeamBandData> energy{
      {"pakketten", model::TeamBandKind::kBusy, example_now() - absl::Minutes(30)},
      {"retouren", model::TeamBandKind::kTooFew}};
  model::WatchData watch{.stage = stage, .agent_id = "amir", .reason = "inwerken nieuwe collega"};
  if (stage == model::WatchStage::kLive || stage == model::WatchStage::kOver) {
    const auto ago = [](int seconds) { return example_now() - absl::Seconds(seconds); };
    watch.lines = {{"u1", true, "Goedemorgen, waar blijft mijn pakket? Het zou er dinsdag zijn.", ago(120),
                    domain::Feeling::kNegative},
                   {"u2", false, "Dat doet de vervoerder, daar ga ik niet over.", ago(96)},
                   {"u3", true, "Ja maar ik heb bij u besteld.", ago(80), domain::Feeling::kNegative},
                   {"u4", false, "Daar heeft u gelijk in. Ik zoek nu zelf uit waar het is.", ago(60)},
                   {"u5", true, "Fijn, dank u wel.", ago(41), domain::Feeling::kPositive}};
    watch.cards = {
        {"c1", domain::CardKind::kWe, "Dat hebben wij niet goed gedaan. Ik zoek nu zelf uit waar het is.", ago(95)}};
  }
  return model::make_floor_model(model::FloorSources{desks, choice, energy, watch}, connection_in(Scene::kIdle),
                                 language, example_now());
}

model::FloorModel crowded_floor_model(model::Language language, int agents) {
  const std::vector<model::FloorDesk> nine = floor_desks();
  std::vector<model::FloorDesk> desks;
  for (int i = 0; i < agents; ++i) {
    desks.push_back(nine[static_cast<std::size_t>(i) % nine.size()]);
    desks.back().agent_id = absl::StrFormat("agent-%03d", i);
  }
  return model::make_floor_model(desks, connection_in(Scene::kIdle), language, example_now());
}

}  // namespace aandacht::test
