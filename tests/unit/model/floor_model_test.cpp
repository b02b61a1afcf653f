#include "client/model/floor_model.h"

#include "tests/support/catch.h"
#include "tests/unit/model/example_desk.h"

namespace aandacht::model {
namespace {

FloorModel floor_of(const std::vector<FloorDesk>& desks, Language language = Language::kDutch) {
  return make_floor_model(desks, connected(), language, now());
}

TEST_CASE("an empty floor has no rows and no summary") {
  CHECK(floor_of({}).rows.empty());
  CHECK(floor_of({}).summary.empty());
}

TEST_CASE("the floor is in the order of names and counts who is talking") {
  FloorDesk busy{.agent_id = "sanne", .state = domain::CallState::kInCall, .since = now() - absl::Seconds(75)};
  busy.customer_name = "Gerda Hoekstra";
  busy.scores = {-0.5, 0.1};
  busy.cards_shown = 2;
  const FloorDesk free{.agent_id = "amir", .state = std::nullopt, .since = now() - absl::Minutes(5)};
  const FloorModel model = floor_of({busy, free});
  CHECK(model.summary == "2 medewerkers, 1 in gesprek");
  REQUIRE(model.rows.size() == 2);
  CHECK(model.rows[0].agent == "amir");
  CHECK(model.rows[0].state_text == "vrij");
  CHECK(model.rows[0].duration == "05:00");
  CHECK(model.rows[0].customer.empty());
  CHECK(model.rows[1].duration == "01:15");
  CHECK(model.rows[1].customer == "Gerda Hoekstra");
  CHECK(model.rows[1].phase == "begin");
  CHECK(model.rows[1].cards == "2");
  CHECK(model.rows[1].prompts.empty());
  CHECK(model.rows[1].sentiment.scores.size() == 2);
}

TEST_CASE("a caller nobody knows is called unknown, in the language of the window") {
  const FloorDesk desk{.agent_id = "amir", .state = domain::CallState::kRinging, .since = now()};
  CHECK(floor_of({desk}).rows[0].customer == "Onbekend");
  CHECK(floor_of({desk}, Language::kEnglish).rows[0].customer == "Unknown caller");
  CHECK(floor_of({desk}).rows[0].phase.empty());
  CHECK(floor_of({desk}, Language::kEnglish).summary == "1 agent");
}

}  // namespace
}  // namespace aandacht::model
