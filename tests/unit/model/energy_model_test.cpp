// The ring and its causes in words.
#include "client/model/energy_model.h"

#include <numeric>

#include "client/model/counts.h"
#include "tests/support/catch.h"

namespace aandacht::model {
namespace {

using domain::FatigueCause;

const absl::Time kNow = absl::FromUnixSeconds(1'790'000'000);

domain::Fatigue tired() {
  domain::Fatigue fatigue;
  fatigue.shift_began = kNow - absl::Hours(6);
  fatigue.pause_ended = kNow - absl::Hours(3);
  fatigue.free_since = kNow - absl::Seconds(20);
  fatigue.heavy_in_row = 4;
  fatigue.heavy = {{kNow - absl::Minutes(20), 1}, {kNow - absl::Minutes(2), 1.5}};
  return fatigue;
}

std::string words(FatigueCause cause, double amount, Language language) {
  return cause_text({cause, 1, amount}, tired(), domain::shipped_fatigue_rules(), kNow, language);
}

RingModel ring_of(const domain::Fatigue& fatigue, absl::Time now = kNow) {
  return make_ring(fatigue, domain::shipped_fatigue_rules(), now, Language::kDutch);
}

TEST_CASE("numbers up to twelve are words, and amounts are said as people say them", "[rest]") {
  CHECK(number_text(1, Language::kDutch) == "een");
  CHECK(number_text(12, Language::kDutch) == "twaalf");
  CHECK(number_text(13, Language::kDutch) == "13");
  CHECK(number_text(7, Language::kEnglish) == "seven");
  CHECK(decimal_text(1.62, Language::kDutch) == "1,6");
  CHECK(decimal_text(1.62, Language::kEnglish) == "1.6");
  CHECK(decimal_text(-1.98, Language::kEnglish) == "2");
}

TEST_CASE("a stretch is told in five minutes and then in half hours", "[rest]") {
  const auto dutch = [](double minutes) { return stretch_text(absl::Minutes(minutes), Language::kDutch); };
  const auto english = [](double minutes) { return stretch_text(absl::Minutes(minutes), Language::kEnglish); };
  CHECK(dutch(9) == "tien minuten");
  CHECK(dutch(47) == "45 minuten");
  CHECK(dutch(57) == "55 minuten");
  CHECK(dutch(58) == "een uur");
  CHECK(dutch(88) == "anderhalf uur");
  CHECK(dutch(150) == "tweeënhalf uur");
  CHECK(dutch(180) == "drie uur");
  CHECK(dutch(390) == "zesenhalf uur");
  CHECK(english(60) == "an hour");
  CHECK(english(90) == "one and a half hours");
  CHECK(english(150) == "two and a half hours");
}

TEST_CASE("every cause has its words, in the singular and in the plural", "[rest]") {
  struct Said {
    FatigueCause cause;
    double amount;
    const char* dutch;
    const char* english;
  };
  const std::vector<Said> all = {
      {FatigueCause::kHeavyInARow, 4, "vier zware gesprekken achter elkaar", "four heavy calls in a row"},
      {FatigueCause::kHeavyInARow, 1, "het laatste gesprek was zwaar", "the last call was heavy"},
      {FatigueCause::kMinutesInARow, 180, "drie uur zonder echte pauze", "three hours without a real break"},
      {FatigueCause::kCallsInARow, 14, "14 gesprekken zonder echte pauze", "14 calls without a real break"},
      {FatigueCause::kCallsInARow, 1, "een gesprek zonder echte pauze", "one call without a real break"},
      {FatigueCause::kOccupancy, .918, "92 % van het laatste uur bezig", "busy 92% of the last hour"},
      {FatigueCause::kAfterCallWork, 1.62, "afronden duurt 1,6 keer zo lang als je gewend bent",
       "wrapping up takes 1.6 times as long as usual for you"},
      {FatigueCause::kHoursIntoShift, 7.5, "zevenenhalf uur aan het werk", "seven and a half hours at work"}};
  for (const Said& said : all) {
    CHECK(words(said.cause, said.amount, Language::kDutch) == said.dutch);
    CHECK(words(said.cause, said.amount, Language::kEnglish) == said.english);
  }
}

TEST_CASE("how many hard calls linger is counted in calls, not in what they still weigh", "[rest]") {
  CHECK(words(FatigueCause::kHeavyCalls, 2.2, Language::kDutch) == "twee zware gesprekken die nog naklinken");
  domain::Fatigue one = tired();
  one.heavy = {{kNow - absl::Hours(9), 1.5}, {kNow - absl::Minutes(9), 1.5}};
  const domain::CausePoints cause{FatigueCause::kHeavyCalls, 9, 1.4};
  CHECK(cause_text(cause, one, domain::shipped_fatigue_rules(), kNow, Language::kDutch) ==
        "een zwaar gesprek dat nog naklinkt");
}

TEST_CASE("the ring is the sum of what it tells", "[rest]") {
  const RingModel ring = ring_of(tired());
  REQUIRE(ring.known);
  CHECK(ring.score == std::accumulate(ring.causes.begin(), ring.causes.end(), 0,
                                      [](int sum, const CauseRow& row) { return sum + row.points; }));
  CHECK(ring.causes[0].line == "vier zware gesprekken achter elkaar: +36");
  CHECK(ring.reason == "Vier zware gesprekken achter elkaar");
  CHECK(ring.total == "Samen " + std::to_string(ring.score) + " van 100");
  CHECK(ring.note.find("Alleen jij ziet dit.") != std::string::npos);
}

TEST_CASE("before the first call, and after a night, it says when something will be known", "[rest]") {
  const std::string later = "Na je eerste gesprek zie je hier wat de dag van je vraagt.";
  CHECK(ring_of({}).reason == later);
  CHECK_FALSE(ring_of({}).known);
  CHECK(ring_of(tired(), kNow + absl::Hours(12)).reason == later);
}

TEST_CASE("a shift in which nothing weighs says so", "[rest]") {
  domain::Fatigue fatigue;
  fatigue.shift_began = fatigue.pause_ended = kNow - absl::Minutes(10);
  fatigue.free_since = kNow - absl::Minutes(1);
  const RingModel ring = ring_of(fatigue);
  CHECK(ring.known);
  CHECK(ring.score == 0);
  CHECK(ring.word == "rustig");
  CHECK(ring.reason == "Niets weegt nu zwaar");
}

TEST_CASE("while a customer is on the line the ring stays as it was", "[rest]") {
  RingHold hold;
  const RingModel before = hold.see(ring_of(tired()), Language::kDutch, false);
  domain::Fatigue worse = tired();
  worse.heavy.push_back({kNow - absl::Minutes(1), 1.5});
  CHECK(hold.see(ring_of(worse), Language::kDutch, true) == before);
  CHECK(hold.see(ring_of(worse), Language::kDutch, false).score > before.score);
}

TEST_CASE("a window that is opened in a call shows what is known then, and keeps it", "[rest]") {
  RingHold hold;
  const RingModel first = hold.see(ring_of(tired()), Language::kDutch, true);
  CHECK(first.known);
  CHECK(hold.see(ring_of({}), Language::kDutch, true) == first);
}

}  // namespace
}  // namespace aandacht::model
