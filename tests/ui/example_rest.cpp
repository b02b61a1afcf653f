#include "tests/ui/example_rest.h"

#include <algorithm>
#include <array>
#include <string>

namespace aandacht::test {
namespace {

using domain::Exercise;

struct Words {
  const char* title;
  std::vector<std::string> steps;
};

Words dutch_words(Exercise exercise) {
  switch (exercise) {
    case Exercise::kInfluence:
      return {"Jouw helft",
              {"Denk aan het gesprek dat net klaar is.", "Wat daarin kon jij niet veranderen? Laat dat daar.",
               "Wat kon je wel? Hoe je luisterde. Hoe je klonk."}};
    case Exercise::kKindAct:
      return {"Een klein gebaar",
              {"Wie deed vandaag iets aardigs voor je?", "Zie het even voor je: waar was je, wat zei die ander?",
               "Je mag het straks ook zeggen."}};
    case Exercise::kCustomersEyes:
      return {"Door hun ogen",
              {"Zie de laatste klant voor je, met de telefoon in de hand.",
               "Wat was er daar aan de hand, vóór het bellen?", "Die boosheid ging niet over jou."}};
    case Exercise::kBreathing:
      return {"Rustig ademen", {"Zet je voeten plat op de grond.", "Adem mee: langzaam in, langer uit."}};
  }
  return {};
}

Words english_words(Exercise exercise) {
  switch (exercise) {
    case Exercise::kInfluence:
      return {"Your half",
              {"Think of the call that just ended.", "What in it could you not change? Leave that there.",
               "What could you? How you listened. How you sounded."}};
    case Exercise::kKindAct:
      return {"A small gesture",
              {"Who did something kind for you today?", "See it before you: where were you, what did they say?",
               "You may tell them later."}};
    case Exercise::kCustomersEyes:
      return {"Through their eyes",
              {"See the last customer before you, phone in hand.", "What had happened there, before they called?",
               "That anger was not about you."}};
    case Exercise::kBreathing:
      return {"Slow breathing", {"Put your feet flat on the floor.", "Breathe along: slowly in, longer out."}};
  }
  return {};
}

// As long as an exercise may be: titles of four words, lines of 90 characters.
const Words kLongest{
    "Verantwoordelijkheidsgevoelens onderscheiden van werkelijke verantwoordelijkheden",
    {"Onvoorspelbaarheid en ontevredenheid van klanten zijn geen beoordeling van jou of je werk.",
     "Laat verantwoordelijkheden die niet van jou zijn even liggen, precies waar ze thuishoren.", "Kort.", "Adem."}};

domain::Reset past(Exercise exercise, int before, int after, absl::Time at) {
  domain::Reset reset;
  reset.id = "past";
  reset.state = domain::ResetState::kDone;
  reset.exercise = exercise;
  reset.accepted = at;
  reset.ends = at + absl::Seconds(30);
  reset.full_before = before;
  reset.full_after = after;
  return reset;
}

domain::Reset done(domain::Reset reset, domain::ResetEnding ending) {
  reset.state = domain::ResetState::kDone;
  reset.ending = ending;
  reset.full_before = 4;
  return reset;
}

std::optional<domain::Reset> reset_in(Scene scene, model::Language language, bool overfull) {
  const absl::Time now = example_now();
  const auto runs = [&](Exercise exercise, double seconds) {
    return running_reset(exercise, absl::Seconds(seconds), now, language, overfull);
  };
  domain::Reset offer = offered_reset(now);
  switch (scene) {
    case Scene::kOfferFits:
      offer.load = load_of(0.85);
      offer.full_before = 4;
      return offer;
    case Scene::kOfferCosts:
    case Scene::kPillOffer:
      offer.load = load_of(0.95);
      return offer;
    case Scene::kOfferUnknown:
      return offer;
    case Scene::kResetRuns:
    case Scene::kPillReset:
      return runs(Exercise::kKindAct, 14);
    case Scene::kResetBreathes:
      return runs(Exercise::kBreathing, 23.4);
    case Scene::kResetStill:
      return runs(Exercise::kBreathing, 6);
    case Scene::kResetAsked: {
      domain::Reset asked = runs(Exercise::kInfluence, 2);
      asked.asked_by_agent = true;
      return asked;
    }
    case Scene::kAfterReset:
      return done(runs(Exercise::kCustomersEyes, 30), domain::ResetEnding::kTimeUp);
    case Scene::kResetEffects: {
      domain::Reset told = done(runs(Exercise::kBreathing, 30), domain::ResetEnding::kTimeUp);
      told.full_after = 2;
      return told;
    }
    case Scene::kResetAfterCall:
      offer.asked_by_agent = true;
      return offer;
    case Scene::kCallEndsReset:
      return done(runs(Exercise::kBreathing, 12), domain::ResetEnding::kCallCame);
    default:
      return std::nullopt;
  }
}

}  // namespace

bool is_rest_between_calls(Scene scene) {
  constexpr std::array kScenes{Scene::kCalm,          Scene::kElevated,     Scene::kCauses,     Scene::kOfferFits,
                               Scene::kOfferCosts,    Scene::kOfferUnknown, Scene::kAskReset,   Scene::kResetRuns,
                               Scene::kResetBreathes, Scene::kResetAsked,   Scene::kResetStill, Scene::kAfterReset,
                               Scene::kResetEffects,  Scene::kPillOffer,    Scene::kPillReset};
  return std::find(kScenes.begin(), kScenes.end(), scene) != kScenes.end();
}

void add_rest(Scene scene, model::Language language, bool overfull, domain::Desk& desk) {
  const absl::Time now = example_now();
  const bool in_call =
      scene == Scene::kCausesInCall || scene == Scene::kResetAfterCall || scene == Scene::kCallEndsReset;
  if (!is_rest_between_calls(scene) && !in_call) return;
  desk.fatigue = scene == Scene::kCalm ? calm_fatigue(now) : heavy_fatigue(now);
  if (overfull) desk.fatigue = worn_out(now);
  desk.resets.load = load_of(0.9);
  if (scene == Scene::kResetEffects) desk.resets.past = past_resets(now);
  desk.resets.current = reset_in(scene, language, overfull);
}

void direct_rest(Scene scene, model::OverlayModel& model) {
  model.rest.causes_open = scene == Scene::kCauses || scene == Scene::kCausesInCall;
  model.rest.ask_open = scene == Scene::kAskReset;
  if (scene == Scene::kOfferCosts && model.rest.offer) model.rest.offer->chosen = 1;
  if (scene == Scene::kResetStill && model.rest.runs) model.rest.runs->still = true;
}

domain::Fatigue calm_fatigue(absl::Time now) {
  domain::Fatigue fatigue;
  fatigue.shift_began = now - absl::Minutes(100);
  fatigue.pause_ended = now - absl::Minutes(35);
  fatigue.free_since = now - absl::Seconds(40);
  fatigue.calls_since_pause = 4;
  fatigue.calls_in_shift = 11;
  fatigue.busy = {{now - absl::Minutes(34), now - absl::Minutes(12)},
                  {now - absl::Minutes(9), now - absl::Seconds(40)}};
  fatigue.heavy = {{now - absl::Minutes(31), 1.5}, {now - absl::Minutes(12), 1}};
  return fatigue;
}

domain::Fatigue heavy_fatigue(absl::Time now) {
  domain::Fatigue fatigue;
  fatigue.shift_began = now - absl::Hours(6.5);
  fatigue.pause_ended = now - absl::Hours(3);
  fatigue.free_since = now - absl::Seconds(20);
  fatigue.calls_since_pause = 17;
  fatigue.calls_in_shift = 38;
  fatigue.heavy_in_shift = 6;
  fatigue.heavy_in_row = 4;
  fatigue.busy = {{now - absl::Minutes(60), now - absl::Seconds(20)}};
  for (const int minutes : {150, 62, 39, 28, 14, 1}) {
    fatigue.heavy.push_back({now - absl::Minutes(minutes), minutes < 20 ? 1.5 : 1.0});
  }
  fatigue.helpless = {{now - absl::Minutes(28), 1}};
  fatigue.after_call_work.assign(12, absl::Seconds(45));
  fatigue.elevated = true;
  return fatigue;
}

domain::Fatigue worn_out(absl::Time now) {
  domain::Fatigue fatigue = heavy_fatigue(now);
  fatigue.shift_began = now - absl::Hours(9.5);
  fatigue.pause_ended = now - absl::Hours(4.5);
  fatigue.calls_since_pause = fatigue.calls_in_shift = 60;
  fatigue.heavy_in_row = 8;
  fatigue.heavy.assign(8, {now - absl::Minutes(5), 1.5});
  fatigue.helpless.assign(8, {now - absl::Minutes(5), 1});
  fatigue.after_call_work.assign(20, absl::Seconds(20));
  fatigue.after_call_work.insert(fatigue.after_call_work.end(), 5, absl::Seconds(60));
  return fatigue;
}

domain::TeamLoad load_of(double occupancy) { return {absl::Seconds(360), occupancy, 12}; }

domain::Reset offered_reset(absl::Time now) {
  domain::Reset reset;
  reset.id = "ruben/r1";
  reset.requested = now - absl::Seconds(8);
  reset.answer_by = now + absl::Seconds(82);
  reset.score = fatigue_score(heavy_fatigue(now), domain::shipped_fatigue_rules(), now);
  return reset;
}

domain::Reset running_reset(Exercise exercise, absl::Duration elapsed, absl::Time now, model::Language language,
                            bool long_words) {
  domain::Reset reset = offered_reset(now);
  reset.state = domain::ResetState::kAccepted;
  reset.accepted = now - elapsed;
  reset.ends = reset.accepted + reset.length;
  reset.exercise = exercise;
  const Words words = long_words                            ? kLongest
                      : language == model::Language::kDutch ? dutch_words(exercise)
                                                            : english_words(exercise);
  reset.title = words.title;
  reset.steps = words.steps;
  return reset;
}

std::vector<domain::Reset> past_resets(absl::Time now) {
  constexpr std::array<std::array<int, 2>, 7> kBreathing{{{5, 3}, {4, 3}, {4, 2}, {5, 4}, {3, 2}, {5, 3}, {4, 3}}};
  constexpr std::array<std::array<int, 2>, 4> kKindAct{{{4, 4}, {3, 2}, {4, 5}, {5, 4}}};
  std::vector<domain::Reset> all;
  const auto add = [&](Exercise exercise, int before, int after) {
    all.push_back(past(exercise, before, after, now - absl::Hours(static_cast<int>(40 - all.size()))));
  };
  for (const auto& [before, after] : kBreathing) add(Exercise::kBreathing, before, after);
  for (const auto& [before, after] : kKindAct) add(Exercise::kKindAct, before, after);
  add(Exercise::kCustomersEyes, 4, 3);
  add(Exercise::kCustomersEyes, 3, 3);
  return all;
}

model::OverlayModel running_model(Exercise exercise, absl::Duration elapsed, model::Language language) {
  domain::Desk desk;
  desk.agent_id = "ruben";
  desk.fatigue = heavy_fatigue(example_now());
  desk.resets.current = running_reset(exercise, elapsed, example_now(), language);
  model::Connection connection{.state = model::ConnectionState::kConnected, .server = "127.0.0.1:7443"};
  model::OverlayModel model =
      model::make_overlay_model(&desk, connection, {}, language, example_now(), absl::FixedTimeZone(3600));
  model.keys = overlay_model(Scene::kIdle, language).keys;
  return model;
}

}  // namespace aandacht::test
