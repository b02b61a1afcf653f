// An agent's day and a team's habits, there and back.
#include "shared/wire/my_day.h"

#include "tests/support/catch.h"
#include "tests/support/generate.h"

using namespace aandacht;

namespace {

domain::CallExperience experience(test::Generate& generate) {
  return {generate.id("call"), generate.time(), generate.three_es(), generate.three_es(), generate.three_es()};
}

domain::MyDay random_day(test::Generate& generate) {
  domain::MyDay day;
  day.day = generate.day();
  day.calls = generate.number(0, 90);
  day.heavy_calls = generate.number(0, 9);
  day.handling = absl::Seconds(generate.number(0, 30000));
  day.resets = generate.list(3, [&] { return generate.reset(); });
  day.experiences = generate.list(3, [&] { return experience(generate); });
  day.earlier_experiences = generate.list(3, [&] { return experience(generate); });
  day.stored = generate.list(3, [&] {
    return domain::StoredKind{generate.text(), generate.number(0, 99),
                              generate.coin() ? generate.time() : absl::InfinitePast()};
  });
  day.looks = generate.list(3, [&] {
    return domain::Look{generate.time(), generate.text(), generate.text(), generate.text()};
  });
  return day;
}

}  // namespace

TEST_CASE("every day of an agent comes back as it was sent") {
  test::Generate generate(51);
  for (int round = 0; round < 200; ++round) {
    const domain::MyDay day = random_day(generate);
    const auto back = wire::from_proto(wire::to_proto(day));
    REQUIRE(back.ok());
    REQUIRE(*back == day);
  }
}

TEST_CASE("every list of habits comes back as it was sent") {
  test::Generate generate(52);
  for (int round = 0; round < 200; ++round) {
    domain::TeamHabits habits{{}, "2026-Q4", generate.number(0, 12)};
    habits.habits = generate.list(5, [&] {
      return domain::TeamHabit{generate.id("h"), generate.text(),        generate.text(),       generate.text(),
                               generate.text(),  generate.number(0, 30), generate.number(0, 3), generate.coin()};
    });
    CHECK(wire::from_proto(wire::to_proto(habits)) == habits);
  }
}

TEST_CASE("a day with a time that is none is refused with the field's name") {
  v1::GetMyDayResponse message;
  message.add_looks()->mutable_time()->set_nanos(-1);
  const auto day = wire::from_proto(message);
  CHECK(absl::IsInvalidArgument(day.status()));
  CHECK(std::string(day.status().message()).find("looks[0]") != std::string::npos);
}
