// Offer, exercise and effect in words, and the pace of an exercise.
#include "client/model/reset_model.h"

#include "tests/support/catch.h"

namespace aandacht::model {
namespace {

using domain::ResetState;

const absl::Time kNow = absl::FromUnixSeconds(1'790'000'000);

domain::Reset running(absl::Duration length = absl::Seconds(30), ResetState state = ResetState::kAccepted) {
  domain::Reset reset;
  reset.id = "ruben/r1";
  reset.state = state;
  reset.length = length;
  reset.accepted = kNow;
  reset.steps = {"een", "twee", "drie"};
  return reset;
}

std::size_t line(const domain::Reset& reset, double seconds) { return line_at(reset, absl::Seconds(seconds)).index; }

std::string left(double seconds) {
  return make_running(running(absl::Minutes(10)), kNow + absl::Minutes(10) - absl::Seconds(seconds), Language::kDutch)
      .left;
}

TEST_CASE("a breath is ten seconds: four in, six out, slow at both ends", "[rest]") {
  CHECK(breath_at(absl::ZeroDuration()).in);
  CHECK(breath_at(absl::Seconds(2)).fullness == Approx(0.5));
  CHECK_FALSE(breath_at(absl::Seconds(4)).in);
  CHECK(breath_at(absl::Seconds(4)).fullness == Approx(1));
  CHECK(breath_at(absl::Seconds(7)).fullness == Approx(0.5));
  CHECK(breath_at(absl::Seconds(10)).in);
  CHECK(breath_at(absl::Seconds(10)).fullness == Approx(0).margin(1e-9));
  const double a_minute = absl::FDivDuration(absl::Minutes(1), kBreathIn + kBreathOut);
  CHECK(a_minute >= 4.5);
  CHECK(a_minute <= 6.5);
}

TEST_CASE("the lines follow one another over half a minute", "[rest]") {
  CHECK(line(running(), 0) == 0);
  CHECK(line(running(), 9.9) == 0);
  CHECK(line(running(), 10.1) == 1);
  CHECK(line(running(), 29) == 2);
  CHECK(line(running(), 31) == 2);  // Until the desk says that it is over.
  CHECK(line_at(running(), absl::Seconds(5)).presence == Approx(1));
  CHECK(line_at(running(), absl::Seconds(10.05)).presence < 0.1);
  CHECK(line_at(running(), absl::Seconds(29.95)).presence == Approx(1));
}

TEST_CASE("in ten minutes the lines come again and none stays longer than twenty seconds", "[rest]") {
  const domain::Reset reset = running(absl::Minutes(10));
  std::size_t before = 0;
  double since = 0;
  for (double at = 0; at < 600; at += 0.5) {
    if (line(reset, at) == before) continue;
    CHECK(at - since <= 20.5);
    since = at;
    before = line(reset, at);
  }
  CHECK(since > 570);
}

TEST_CASE("who extends a reset reads on at the line where they were", "[rest]") {
  for (const double at : {3.0, 12.0, 25.0}) {
    CHECK(line(running(absl::Minutes(2), ResetState::kExtended), at) == line(running(), at));
  }
  CHECK(line(running(absl::Minutes(2), ResetState::kExtended), 31) == 0);
}

TEST_CASE("what is left is told in steps that do not hurry", "[rest]") {
  CHECK(left(3) == "bijna klaar");
  CHECK(left(11) == "nog 15 seconden");
  CHECK(left(58) == "nog 60 seconden");
  CHECK(left(61) == "nog een minuut");
  CHECK(left(170) == "nog drie minuten");
}

TEST_CASE("a reset can be made longer until it is ten minutes", "[rest]") {
  CHECK(make_running(running(), kNow, Language::kDutch).longer == "Langer: 2 minuten");
  CHECK(make_running(running(absl::Minutes(2)), kNow, Language::kEnglish).longer == "Longer: 10 minutes");
  CHECK_FALSE(make_running(running(absl::Minutes(10)), kNow, Language::kDutch).extend);
}

TEST_CASE("without movement the picture is drawn once a second", "[rest]") {
  const ResetLine read{0, 1, absl::Seconds(5)};
  CHECK(next_reset_frame(absl::Seconds(3.25), read, ResetMotion::kBreathes) == kBreathFrame);
  CHECK(next_reset_frame(absl::Seconds(3.25), read, ResetMotion::kSways) == absl::Milliseconds(355));
  CHECK(next_reset_frame(absl::Seconds(3.25), read, ResetMotion::kStill) == absl::Milliseconds(755));
}

TEST_CASE("a reset of thirty seconds is drawn four times a second, breathing twelve") {
  for (const ResetMotion motion : {ResetMotion::kSways, ResetMotion::kBreathes}) {
    int frames = 0;
    bool faded = false;
    for (absl::Duration at; at < absl::Seconds(30); ++frames) {
      const ResetLine shown = line_at(running(), at);
      // A line that goes is never left out, however rarely the rest moves.
      faded = faded || (at > absl::Seconds(2) && shown.presence > 0.1 && shown.presence < 0.9);
      at += next_reset_frame(at, shown, motion);
    }
    CHECK(frames <= (motion == ResetMotion::kSways ? 4 * 30 : 12 * 30));
    CHECK(faded);
  }
}

TEST_CASE("the price is honest: what fits, what it costs, and nothing when nothing is known", "[rest]") {
  const auto price = [](double occupancy, absl::Duration length, Language language) {
    return price_text(domain::TeamLoad{absl::Seconds(360), occupancy, 12}, length, language);
  };
  CHECK(price(0.85, absl::Seconds(30), Language::kDutch) == "Past in de verwachte 63 s tot het volgende gesprek.");
  CHECK(price(0.85, absl::Seconds(30), Language::kEnglish) == "Fits in the expected 63 s until the next call.");
  CHECK(price(0.95, absl::Minutes(2), Language::kDutch).substr(0, 27) == "Kost de wachtrij ongeveer d");
  CHECK(price_text(std::nullopt, absl::Seconds(30), Language::kDutch).empty());
  CHECK(price(0, absl::Seconds(30), Language::kDutch).empty());
}

TEST_CASE("what an exercise did is told with its numbers and how sure they are", "[rest]") {
  const auto told = [](int times, double mean, double low, double high, bool best = false) {
    return effect_text({domain::Exercise::kBreathing, times, mean, low, high, best}, Language::kDutch);
  };
  CHECK(told(0, 0, 0, 0).empty());
  CHECK(told(1, 1, 1, 1) == "Rustig ademen: een keer gedaan. Vanaf drie keer zie je hier wat het met je doet.");
  CHECK(told(7, 1.4, 0.62, 2.2) ==
        "Rustig ademen: je hoofd werd gemiddeld 1,4 leger, tussen 0,6 leger en 2,2 leger. Na zeven keer; dat is nog "
        "weinig.");
  CHECK(told(5, 0.3, -0.5, 1.1) ==
        "Rustig ademen: je hoofd werd gemiddeld 0,3 leger, tussen 0,5 voller en 1,1 leger. Na vijf keer; het kan nog "
        "toeval zijn.");
  CHECK(told(24, 1, 0.7, 1.3, true) ==
        "Rustig ademen: je hoofd werd gemiddeld 1 leger, tussen 0,7 leger en 1,3 leger. Na 24 keer; dat is vrij zeker. "
        "Dit helpt jou het meest.");
}

TEST_CASE("nothing of a reset stands in a call, but that the call ended it", "[rest]") {
  domain::Desk desk;
  desk.resets.current = running();
  desk.calls.push_back({.id = "c", .state = domain::CallState::kRinging});
  CHECK_FALSE(make_rest(desk, domain::shipped_fatigue_rules(), kNow, Language::kDutch).runs);
  desk.resets.current->state = ResetState::kDone;
  desk.resets.current->ending = domain::ResetEnding::kCallCame;
  const RestModel rings = make_rest(desk, domain::shipped_fatigue_rules(), kNow, Language::kDutch);
  CHECK(rings.call_came == "Er belt iemand. De rest bewaar je voor straks.");
  CHECK_FALSE(rings.after);
  desk.calls[0].state = domain::CallState::kInCall;
  CHECK(make_rest(desk, domain::shipped_fatigue_rules(), kNow, Language::kDutch).call_came.empty());
}

TEST_CASE("between calls the ring does not creep: it is counted once a minute", "[rest]") {
  domain::Desk desk;
  desk.fatigue.shift_began = desk.fatigue.pause_ended = kNow - absl::Hours(2);
  desk.fatigue.free_since = desk.time = kNow - absl::Seconds(90);
  desk.fatigue.heavy = {{kNow - absl::Minutes(3), 1.5}};
  const absl::Time minute = absl::FromUnixSeconds(1'790'000'040 / 60 * 60);
  const auto at = [&](int seconds) {
    return make_rest(desk, domain::shipped_fatigue_rules(), minute + absl::Seconds(seconds), Language::kDutch).ring;
  };
  CHECK(at(0) == at(59));
}

}  // namespace
}  // namespace aandacht::model
