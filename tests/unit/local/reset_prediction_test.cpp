// Resets without the service: the overlay's own desk runs them by the same rules.
#include "client/local/library.h"
#include "client/local/prediction.h"
#include "tests/support/catch.h"
#include "tests/unit/domain/reset_desk.h"

namespace aandacht::local {
namespace {

using domain::kNine;
using domain::ResetAnswer;
using domain::ResetDesk;
using domain::ResetState;

domain::Event answered(const std::string& id, double seconds, const domain::Desk& desk, ResetAnswer answer) {
  const std::string reset = desk.resets.current.value().id;
  return {id, kNine + absl::Seconds(seconds), domain::OwnActed{domain::ResetAnswered{reset, answer, "nl"}}};
}

}  // namespace

TEST_CASE("A reset is accepted, extended and runs out while the service is away, and then both desks agree") {
  ResetDesk service;
  service.take_call(0);
  Prediction here("sanne");
  here.use(service.library);
  here.take_desk(service.desk);
  const auto both = [&](double seconds, ResetAnswer answer) {
    here.add(answered(absl::StrCat("e", service.count + 1), seconds, *here.desk(), answer));
    service.answer(seconds, answer);
    return service.last;
  };
  const domain::DeskUpdate accepted = both(105, ResetAnswer::kAccept);
  CHECK(here.desk()->resets == service.book());
  CHECK(here.desk()->resets.current->title == "title nl/0-0");
  const domain::DeskUpdate extended = both(110, ResetAnswer::kExtend);
  here.wake(kNine + absl::Seconds(224));
  CHECK(here.desk()->resets.current->state == ResetState::kExtended);
  here.wake(kNine + absl::Seconds(225));
  CHECK(here.desk()->resets.current->state == ResetState::kDone);
  REQUIRE(here.take_update(accepted));
  REQUIRE(here.take_update(extended));
  CHECK(here.pending().empty());
  service.wake(225);
  REQUIRE(here.take_update(service.last));
  CHECK(*here.desk() == service.desk);
}

TEST_CASE("An offer that the service has taken back meanwhile is gone here too") {
  ResetDesk service;
  service.take_call(0);
  Prediction here("sanne");
  here.use(service.library);
  here.take_desk(service.desk);
  here.add(answered("late", 189, service.desk, ResetAnswer::kAccept));
  CHECK(here.desk()->resets.current->state == ResetState::kAccepted);
  service.wake(190);
  REQUIRE(here.take_update(service.last));
  here.refused("late");
  CHECK_FALSE(here.desk()->resets.current);
}

TEST_CASE("A reset that is asked for without the service has an exercise as shipped, in the language that was asked") {
  const auto lines = load_lines(AANDACHT_SOURCE_DIR "/service/content");
  REQUIRE(lines.ok());
  Prediction here("sanne");
  here.use(*lines);
  here.add({"ask", kNine, domain::OwnActed{domain::ResetAsked{absl::Seconds(30), "en"}}});
  REQUIRE(here.desk()->resets.current);
  CHECK(here.desk()->resets.current->title == "Your half of it");
  CHECK(here.desk()->resets.current->steps.size() == 4);
}

}  // namespace aandacht::local
