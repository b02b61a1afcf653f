#include "client/net/desk_actions.h"

#include <mutex>

#include "absl/strings/str_cat.h"
#include "client/net/channel.h"
#include "client/net/sender.h"
#include "tests/support/catch.h"
#include "tests/support/fake_service.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

#include <grpcpp/grpcpp.h>

namespace aandacht::net {
namespace {

class CountingIds final : public base::Ids {
 public:
  std::string next() override { return absl::StrCat("id-", ++count_); }

 private:
  int count_ = 0;
};

TEST_CASE("what an agent does reaches the service with every field, in order") {
  std::mutex mutex;
  std::vector<std::string> arrived;
  const auto note = [&](const auto& request) {
    const std::scoped_lock lock(mutex);
    arrived.push_back(request.ShortDebugString());
    return absl::OkStatus();
  };
  test::FakeService service({.report_call = note,
                             .answer_card = note,
                             .show_why = note,
                             .finish_wrap_up = note,
                             .pin_heard = note,
                             .mark_heavy = note});
  test::TemporaryFolder folder;
  test::ManualClock clock(absl::FromUnixSeconds(1'000));
  const auto outbox = *Outbox::open(folder.path() / "outbox.db", clock);
  CountingIds ids;
  int woken = 0;
  DeskActions actions(*outbox, ids, "agent-7", [&] { ++woken; });

  domain::CallReported report;
  report.call_id = "call-1";
  report.event = domain::CallEvent::kAnswered;
  report.from = "+316";
  report.display_name = "Zo\xff";
  report.direction = domain::CallDirection::kOutgoing;
  report.queue = "energie";
  report.language = "nl";
  REQUIRE(actions.report_call(report, clock.now()).ok());
  REQUIRE(actions.answer_card("card-1", domain::CardAnswer::kDoesNotFit).ok());
  REQUIRE(actions.show_why("nl/why").ok());
  REQUIRE(actions.finish_wrap_up("call-1").ok());
  REQUIRE(actions.pin_heard("call-1", "u-9").ok());
  REQUIRE(actions.mark_heavy("call-1", true).ok());
  CHECK(woken == 6);

  const auto transport = make_transport(open_channel(service.address()));
  const auto sleeper = make_sleeper();
  CHECK(*Sender(*outbox, *transport, *sleeper, clock).flush(absl::Seconds(10)) == 0);
  const std::scoped_lock lock(mutex);
  REQUIRE(arrived.size() == 6);
  CHECK(arrived[0] ==
        "event_id: \"id-1\" agent_id: \"agent-7\" call_id: \"call-1\" event: CALL_EVENT_ANSWERED occur_time { seconds: "
        "1000 } from: \"+316\" display_name: \"Zo\\357\\277\\275\" direction: CALL_DIRECTION_OUTGOING queue: "
        "\"energie\" language: \"nl\"");
  CHECK(arrived[1] == "event_id: \"id-2\" agent_id: \"agent-7\" card_id: \"card-1\" answer: CARD_ANSWER_DOES_NOT_FIT");
  CHECK(arrived[2] == "event_id: \"id-3\" agent_id: \"agent-7\" why_id: \"nl/why\"");
  CHECK(arrived[3] == "event_id: \"id-4\" agent_id: \"agent-7\" call_id: \"call-1\"");
  CHECK(arrived[4] == "event_id: \"id-5\" agent_id: \"agent-7\" call_id: \"call-1\" utterance_id: \"u-9\"");
  CHECK(arrived[5] == "event_id: \"id-6\" agent_id: \"agent-7\" call_id: \"call-1\" heavy: true");
}

TEST_CASE("the transport tells a service that is away from one that refuses, and rubbish from both") {
  std::string address;
  {
    test::FakeService service({.show_why = [](const auto&) { return absl::NotFoundError("no such why"); }});
    address = service.address();
    const auto transport = make_transport(open_channel(address));
    CHECK(transport->send({.kind = OutboxKind::kShowWhy}, absl::Seconds(5)).status() ==
          absl::NotFoundError("no such why"));
    CHECK(absl::IsInvalidArgument(
        transport->send({.kind = OutboxKind::kReportCall, .request = "\xff\xff"}, absl::Seconds(5)).status()));
    CHECK(absl::IsInvalidArgument(transport->send({.kind = static_cast<OutboxKind>(99)}, absl::Seconds(5)).status()));
  }
  const auto transport = make_transport(open_channel(address));
  CHECK(judge(transport->send({.kind = OutboxKind::kShowWhy}, absl::Seconds(5)).status()) == Verdict::kTryAgain);
}

}  // namespace
}  // namespace aandacht::net
