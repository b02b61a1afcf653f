#include "client/net/desk_watch.h"
#include "client/net/floor_watch.h"

#include <atomic>
#include <limits>
#include <mutex>

#include "absl/strings/str_cat.h"
#include "client/net/channel.h"
#include "shared/wire/fatigue_rules.h"
#include "tests/support/catch.h"
#include "tests/support/eventually.h"
#include "tests/support/fake_service.h"
#include "tests/support/manual_timer.h"

#include <grpcpp/grpcpp.h>

namespace aandacht::net {
namespace {

using test::eventually;

v1::WatchDeskResponse desk(std::int64_t version) {
  v1::WatchDeskResponse response;
  response.mutable_desk()->set_agent_id("agent-7");
  response.mutable_desk()->set_version(version);
  return response;
}

v1::WatchDeskResponse update(std::int64_t version) {
  v1::WatchDeskResponse response;
  response.mutable_update()->set_version(version);
  response.mutable_update()->set_cause_id(absl::StrCat("event-", version));
  return response;
}

void wait_until(const std::function<bool()>& over) {
  while (!over()) {
    absl::SleepFor(absl::Milliseconds(2));
  }
}

/// Everything a watch tells, as lines.
class Told {
 public:
  void note(std::string line) {
    const std::scoped_lock lock(mutex_);
    lines_.push_back(std::move(line));
  }

  DeskHandlers desk_handlers() {
    return {.on_desk = [this](const domain::Desk& each, absl::Time) { note(absl::StrCat("desk ", each.version)); },
            .on_update = [this](const domain::DeskUpdate& each) { note(absl::StrCat("update ", each.version)); },
            .on_connection = [this](ConnectionState state, const std::string&) { note(name(state)); }};
  }

  static const char* name(ConnectionState state) {
    switch (state) {
      case ConnectionState::kConnecting:
        return "connecting";
      case ConnectionState::kConnected:
        return "connected";
      case ConnectionState::kDisconnected:
        return "disconnected";
      case ConnectionState::kRefused:
        return "refused";
      case ConnectionState::kExpired:
        return "expired";
      case ConnectionState::kForbidden:
        return "forbidden";
      case ConnectionState::kOtherVersion:
        return "other version";
    }
    return "?";
  }

  bool become(const std::vector<std::string>& expected) {
    const bool same = eventually([&] { return lines() == expected; }, absl::Seconds(5));
    CHECK(lines() == expected);
    return same;
  }

  std::vector<std::string> lines() const {
    const std::scoped_lock lock(mutex_);
    return lines_;
  }

 private:
  mutable std::mutex mutex_;
  std::vector<std::string> lines_;
};

struct Fixture {
  test::ManualTimers timers;
  Told told;

  WatchOptions options() {
    return {.backoff = {.first = absl::Milliseconds(100), .factor = 2, .longest = absl::Seconds(5)},
            .random = [] { return 0.5; },
            .make_timer = timers.factory()};
  }

  bool waits(std::size_t times) {
    return eventually([&] { return timers.delays().size() == times; });
  }
};

TEST_CASE("the service's table of what tires comes before its desk; one that is no table costs nobody the desk") {
  Fixture fixture;
  test::FakeService service({.watch_desk = [](const auto&, const auto& write, const auto& cancelled) {
    v1::WatchDeskResponse first = desk(1);
    *first.mutable_fatigue_rules() = wire::to_proto(domain::shipped_fatigue_rules());
    first.mutable_fatigue_rules()->set_suggest_from(77);
    write(first);
    first.mutable_desk()->set_version(2);
    first.mutable_fatigue_rules()->mutable_weights(0)->set_full(std::numeric_limits<double>::quiet_NaN());
    write(first);
    wait_until(cancelled);
    return absl::OkStatus();
  }});
  DeskHandlers handlers = fixture.told.desk_handlers();
  handlers.on_fatigue_rules = [&](const domain::FatigueRules& rules) {
    fixture.told.note(absl::StrCat("rules ", rules.suggest_from));
  };
  DeskWatch watch(open_channel(service.address()), "agent-7", handlers, fixture.options());
  REQUIRE(fixture.told.become({"connecting", "connected", "rules 77", "desk 1", "desk 2"}));
}

TEST_CASE("a desk comes whole, then in updates") {
  Fixture fixture;
  test::FakeService service({.watch_desk = [](const auto& request, const auto& write, const auto& cancelled) {
    CHECK(request.agent_id() == "agent-7");
    write(desk(41));
    write(update(42));
    write(update(43));
    wait_until(cancelled);
    return absl::OkStatus();
  }});
  DeskWatch watch(open_channel(service.address()), "agent-7", fixture.told.desk_handlers(), fixture.options());
  CHECK(fixture.told.become({"connecting", "connected", "desk 41", "update 42", "update 43"}));
}

TEST_CASE("a desk comes with its time now; from a service that does not tell, with that of its latest event") {
  Fixture fixture;
  test::FakeService service({.watch_desk = [](const auto&, const auto& write, const auto& cancelled) {
    v1::WatchDeskResponse response = desk(1);
    response.mutable_desk()->mutable_time()->set_seconds(100);
    write(response);
    response.mutable_time()->set_seconds(160);
    write(response);
    wait_until(cancelled);
    return absl::OkStatus();
  }});
  DeskHandlers handlers{.on_desk = [&](const domain::Desk&, absl::Time now) {
    fixture.told.note(absl::StrCat("now ", absl::ToUnixSeconds(now)));
  }};
  DeskWatch watch(open_channel(service.address()), "agent-7", handlers, fixture.options());
  CHECK(fixture.told.become({"now 100", "now 160"}));
}

TEST_CASE("a missing version asks for the whole desk again, without a word about the connection") {
  Fixture fixture;
  std::atomic<int> opened = 0;
  test::FakeService service({.watch_desk = [&](const auto&, const auto& write, const auto& cancelled) {
    const bool first = opened++ == 0;
    write(desk(first ? 1 : 5));
    write(update(first ? 4 : 6));
    wait_until(cancelled);
    return absl::OkStatus();
  }});
  DeskWatch watch(open_channel(service.address()), "agent-7", fixture.told.desk_handlers(), fixture.options());
  REQUIRE(fixture.waits(1));
  CHECK(fixture.timers.delays()[0] == absl::Milliseconds(100));
  REQUIRE(fixture.timers.fire());
  CHECK(fixture.told.become({"connecting", "connected", "desk 1", "desk 5", "update 6"}));
}

TEST_CASE("an update before any desk, or one that cannot be read, opens the stream again") {
  Fixture fixture;
  std::atomic<int> opened = 0;
  test::FakeService service({.watch_desk = [&](const auto&, const auto& write, const auto& cancelled) {
    switch (opened++) {
      case 0:
        write(update(1));
        break;
      case 1: {
        write(desk(1));
        v1::WatchDeskResponse bad = update(2);
        bad.mutable_update()->add_changes();
        write(bad);
        break;
      }
      default:
        write(v1::WatchDeskResponse());  // A kind of content from a newer service.
        write(desk(9));
    }
    wait_until(cancelled);
    return absl::OkStatus();
  }});
  DeskWatch watch(open_channel(service.address()), "agent-7", fixture.told.desk_handlers(), fixture.options());
  REQUIRE(fixture.waits(1));
  REQUIRE(fixture.timers.fire());
  REQUIRE(fixture.waits(2));
  REQUIRE(fixture.timers.fire());
  CHECK(fixture.told.become({"connecting", "connected", "desk 1", "desk 9"}));
}

TEST_CASE("a service that is away is tried with growing waits until it comes back") {
  Fixture fixture;
  std::string address;
  {
    const test::FakeService short_lived({});
    address = short_lived.address();
  }
  DeskWatch watch(
      open_channel(address, {.first_reconnect = absl::Milliseconds(1), .longest_reconnect = absl::Milliseconds(1)}),
      "agent-7", fixture.told.desk_handlers(), fixture.options());
  REQUIRE(fixture.waits(1));
  fixture.timers.fire();
  REQUIRE(fixture.waits(2));
  CHECK(fixture.timers.delays() == std::vector<absl::Duration>{absl::Milliseconds(100), absl::Milliseconds(200)});
  const test::FakeService service({.watch_desk =
                                       [](const auto&, const auto& write, const auto& cancelled) {
                                         write(desk(1));
                                         wait_until(cancelled);
                                         return absl::OkStatus();
                                       }},
                                  address);
  CHECK(eventually([&] {
    fixture.timers.fire();
    return fixture.told.lines().back() == "desk 1";
  }));
  CHECK(fixture.told.lines() == std::vector<std::string>{"connecting", "disconnected", "connected", "desk 1"});
}

TEST_CASE("a service that says no is asked slowly") {
  Fixture fixture;
  test::FakeService service({.watch_desk = [](const auto&, const auto&, const auto&) {
    return absl::NotFoundError("nobody is called agent-8");
  }});
  DeskWatch watch(open_channel(service.address()), "agent-8", fixture.told.desk_handlers(), fixture.options());
  REQUIRE(fixture.waits(1));
  CHECK(fixture.timers.delays()[0] == absl::Seconds(30));
  CHECK(fixture.told.become({"connecting", "refused"}));
}

TEST_CASE("why a service says no is told: a token that is not taken, or another version") {
  struct Row {
    absl::Status answer;
    const char* told;
  };
  const auto row = GENERATE(Row{absl::UnauthenticatedError("the token has expired"), "expired"},
                            Row{absl::PermissionDeniedError("the token is of another agent"), "forbidden"},
                            Row{absl::UnimplementedError("no such method"), "other version"});
  Fixture fixture;
  test::FakeService service({.watch_desk = [&](const auto&, const auto&, const auto&) { return row.answer; }});
  DeskWatch watch(open_channel(service.address()), "agent-7", fixture.told.desk_handlers(), fixture.options());
  REQUIRE(fixture.waits(1));
  CHECK(fixture.timers.delays()[0] == absl::Seconds(30));
  CHECK(fixture.told.become({"connecting", row.told}));
}

TEST_CASE("a desk that cannot be understood is of another version, and is asked for again slowly") {
  Fixture fixture;
  test::FakeService service({.watch_desk = [](const auto&, const auto& write, const auto& cancelled) {
    v1::WatchDeskResponse response = desk(1);
    response.mutable_desk()->mutable_time()->set_nanos(-1);
    write(response);
    wait_until(cancelled);
    return absl::OkStatus();
  }});
  DeskWatch watch(open_channel(service.address()), "agent-7", fixture.told.desk_handlers(), fixture.options());
  REQUIRE(fixture.waits(1));
  CHECK(fixture.timers.delays()[0] == absl::Seconds(30));
  CHECK(fixture.told.become({"connecting", "connected", "other version"}));
}

TEST_CASE("a service that drains is left and found again") {
  Fixture fixture;
  std::atomic<int> opened = 0;
  test::FakeService service({.watch_desk = [&](const auto&, const auto& write, const auto& cancelled) {
    write(desk(++opened));
    if (opened == 1) {
      return absl::UnavailableError("draining");
    }
    wait_until(cancelled);
    return absl::OkStatus();
  }});
  DeskWatch watch(open_channel(service.address()), "agent-7", fixture.told.desk_handlers(), fixture.options());
  REQUIRE(fixture.waits(1));
  fixture.timers.fire();
  CHECK(fixture.told.become({"connecting", "connected", "desk 1", "disconnected", "connected", "desk 2"}));
}

TEST_CASE("watches end at any moment without a handler running after them") {
  std::atomic<bool> alive = true;
  std::atomic<int> late = 0;
  test::FakeService service({.watch_desk = [](const auto&, const auto& write, const auto&) {
    write(desk(0));
    for (std::int64_t version = 1; write(update(version)); ++version) {
    }
    return absl::OkStatus();
  }});
  for (int round = 0; round < 20; ++round) {
    alive = true;
    std::atomic<int> updates = 0;
    {
      DeskWatch watch(open_channel(service.address()), "agent-7", {.on_update = [&](const domain::DeskUpdate&) {
                        ++updates;
                        late += alive ? 0 : 1;
                      }});
      REQUIRE(eventually([&] { return updates >= round * 5; }));
    }
    alive = false;
  }
  CHECK(late == 0);
}

TEST_CASE("a floor comes whole, then in rows") {
  Fixture fixture;
  test::FakeService service({.watch_floor = [](const auto& write, const auto& cancelled) {
    v1::WatchFloorResponse response;
    response.set_complete(true);
    response.mutable_time()->set_seconds(100);
    v1::FloorRow& row = *response.add_rows();
    row.set_agent_id("agent-7");
    row.set_state(v1::CALL_STATE_IN_CALL);
    row.mutable_since_time()->set_seconds(60);
    row.set_call_id("call-1");
    row.set_customer_name("Jan");
    row.set_phase(v1::CALL_PHASE_SOLVING);
    row.add_sentiment_scores(-0.5);
    row.set_feeling(v1::FEELING_NEGATIVE);
    row.set_cards_shown_count(2);
    row.set_prompts_waiting_count(1);
    row.set_card_kind(v1::CARD_KIND_WE);
    response.add_rows()->set_agent_id("agent-8");
    write(response);
    wait_until(cancelled);
    return absl::OkStatus();
  }});
  std::mutex mutex;
  std::vector<FloorUpdate> updates;
  FloorWatch watch(open_channel(service.address()),
                   {.on_update =
                        [&](FloorUpdate each) {
                          const std::scoped_lock lock(mutex);
                          updates.push_back(std::move(each));
                        }},
                   fixture.options());
  REQUIRE(eventually([&] {
    const std::scoped_lock lock(mutex);
    return updates.size() == 1;
  }));
  const std::scoped_lock lock(mutex);
  CHECK(updates[0].complete);
  CHECK(updates[0].time == absl::FromUnixSeconds(100));
  REQUIRE(updates[0].rows.size() == 2);
  const FloorRow expected{.agent_id = "agent-7",
                          .state = domain::CallState::kInCall,
                          .since = absl::FromUnixSeconds(60),
                          .call_id = "call-1",
                          .customer_name = "Jan",
                          .phase = domain::CallPhase::kSolving,
                          .sentiment_scores = {-0.5},
                          .feeling = domain::Feeling::kNegative,
                          .cards_shown = 2,
                          .prompts_waiting = 1,
                          .card = domain::CardKind::kWe};
  CHECK(updates[0].rows[0] == expected);
  CHECK(updates[0].rows[1] == FloorRow{.agent_id = "agent-8"});
}

}  // namespace
}  // namespace aandacht::net
