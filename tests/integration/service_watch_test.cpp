// Watching desks and the floor over gRPC.
#include <thread>

#include "aandacht/v1/own.grpc.pb.h"
#include "shared/domain/change.h"
#include "shared/wire/desk.h"
#include "shared/wire/time.h"
#include "tests/integration/service_fixture.h"

using namespace aandacht;
using test::ServiceFixture;
using test::soon;
using test::utterance;

namespace {

v1::WatchDeskRequest desk_of(const std::string& agent) {
  v1::WatchDeskRequest request;
  request.set_agent_id(agent);
  return request;
}

}  // namespace

TEST_CASE("watching a desk gives the whole first and then every version, the same as the service has", "[service]") {
  ServiceFixture fixture;
  fixture.begin_call();
  const auto context = soon();
  const auto stream = fixture.client().desks->WatchDesk(context.get(), desk_of("sanne"));
  v1::WatchDeskResponse response;
  REQUIRE(stream->Read(&response));
  REQUIRE(response.has_desk());
  domain::Desk copy = *wire::from_proto(response.desk());
  REQUIRE(response.has_time());
  CHECK(*wire::from_proto(response.time()) >= copy.time);

  const auto talk = fixture.client().transcripts->StreamUtterances(soon().release());
  v1::StreamUtterancesResponse answer;
  for (int i = 0; i < 30; ++i) {
    REQUIRE(talk->Write(utterance("u" + std::to_string(i), "why does this take so long, I am really angry")));
    REQUIRE(talk->Read(&answer));
    REQUIRE(answer.outcome() == v1::UTTERANCE_OUTCOME_STORED);
  }
  while (copy.version < answer.desk_version()) {
    REQUIRE(stream->Read(&response));
    REQUIRE(response.has_update());
    const auto update = wire::from_proto(response.update());
    REQUIRE(update.ok());
    REQUIRE(domain::reduce(copy, *update));
  }
  CHECK(copy == fixture.service().core().seats().find("sanne")->desk);
  talk->WritesDone();
  CHECK(talk->Finish().ok());
  context->TryCancel();
}

TEST_CASE("watching without an agent's id is refused with the reason", "[service]") {
  ServiceFixture fixture;
  const auto context = soon();
  const auto stream = fixture.client().desks->WatchDesk(context.get(), desk_of(""));
  v1::WatchDeskResponse response;
  CHECK_FALSE(stream->Read(&response));
  const grpc::Status status = stream->Finish();
  CHECK(status.error_code() == grpc::StatusCode::INVALID_ARGUMENT);
  CHECK_THAT(status.error_message(), Catch::Contains("agent_id"));
}

TEST_CASE("a watcher that goes away leaves nothing behind that hinders the next", "[service]") {
  ServiceFixture fixture;
  fixture.begin_call();
  for (int i = 0; i < 50; ++i) {
    const auto context = soon();
    const auto stream = fixture.client().desks->WatchDesk(context.get(), desk_of("sanne"));
    v1::WatchDeskResponse response;
    REQUIRE(stream->Read(&response));
    context->TryCancel();
    REQUIRE(fixture.client().report("r" + std::to_string(i), v1::CALL_EVENT_RINGING, "c" + std::to_string(i)).ok());
  }
}

TEST_CASE("the floor shows all rows, then a prompt that waits or shows at a desk", "[service]") {
  ServiceFixture fixture;
  fixture.begin_call("call-1", "sanne");
  fixture.begin_call("call-2", "joost");
  const auto context = soon();
  const auto stream = fixture.client().floor->WatchFloor(context.get(), {});
  v1::WatchFloorResponse response;
  REQUIRE(stream->Read(&response));
  CHECK(response.complete());
  CHECK(response.rows_size() == 2);
  const auto desk_context = soon();  // Prompts go to desks with a window.
  v1::WatchDeskRequest desk;
  desk.set_agent_id("joost");
  const auto window = fixture.client().desks->WatchDesk(desk_context.get(), desk);
  v1::WatchDeskResponse begun;
  REQUIRE(window->Read(&begun));
  v1::PushPromptRequest prompt;
  prompt.set_prompt_id("p1");
  prompt.add_agent_ids("joost");
  prompt.set_supervisor("Team lead");
  prompt.set_text("Offer the new date");
  prompt.set_reason("The parcels are late");
  prompt.set_urgent(true);
  v1::PushPromptResponse pushed;
  REQUIRE(fixture.client().floor->PushPrompt(soon().get(), prompt, &pushed).ok());
  CHECK(pushed.desk_count() == 1);
  bool seen = false;
  while (!seen && stream->Read(&response)) {
    for (const v1::FloorRow& row : response.rows()) {
      seen = seen || (row.agent_id() == "joost" &&
                      (row.card_kind() == v1::CARD_KIND_PROMPT || row.prompts_waiting_count() > 0));
    }
  }
  CHECK(seen);
  context->TryCancel();
  desk_context->TryCancel();
}

TEST_CASE("nothing that an agent does for themselves between calls is sent to a watcher of the floor", "[service]") {
  ServiceFixture fixture;
  fixture.begin_call("call-1", "sanne");
  REQUIRE(fixture.client().report("ended", v1::CALL_EVENT_ENDED, "call-1", "sanne").ok());
  v1::FinishWrapUpRequest finished;
  finished.set_event_id("finished");
  finished.set_agent_id("sanne");
  finished.set_call_id("call-1");
  v1::FinishWrapUpResponse done;
  REQUIRE(v1::DeskService::NewStub(fixture.client().channel)->FinishWrapUp(soon().get(), finished, &done).ok());
  const auto context = soon();
  const auto stream = fixture.client().floor->WatchFloor(context.get(), {});
  v1::WatchFloorResponse first;
  REQUIRE(stream->Read(&first));
  REQUIRE(first.rows_size() == 1);
  const auto own = v1::OwnService::NewStub(fixture.client().channel);
  int acts = 0;
  const auto does = [&](const std::function<void(v1::OwnAct&)>& fill) {
    v1::RecordActRequest request;
    request.set_event_id("own-" + std::to_string(++acts));
    request.set_agent_id("sanne");
    fill(*request.mutable_act());
    v1::RecordActResponse response;
    const grpc::Status status = own->RecordAct(soon().get(), request, &response);
    INFO(status.error_message());
    CHECK(status.ok());
  };
  const auto answers = [&](v1::ResetAnswer answer) {
    const auto desk_context = soon();
    const auto desk = fixture.client().desks->WatchDesk(desk_context.get(), desk_of("sanne"));
    v1::WatchDeskResponse seen;
    REQUIRE(desk->Read(&seen));
    desk_context->TryCancel();
    does([&](v1::OwnAct& act) {
      act.mutable_answer_reset()->set_reset_id(seen.desk().resets().current().id());
      act.mutable_answer_reset()->set_answer(answer);
    });
  };
  does([](v1::OwnAct& act) { act.mutable_ask_reset()->mutable_length()->set_seconds(30); });
  answers(v1::RESET_ANSWER_STOP);
  answers(v1::RESET_ANSWER_LEAVE);
  does([](v1::OwnAct& act) {
    act.mutable_choose_habit()->set_habit_id("own");
    act.mutable_choose_habit()->set_after("I hang up");
    act.mutable_choose_habit()->set_will("breathe out");
  });
  does([](v1::OwnAct& act) { act.mutable_tick_habit()->set_done(true); });
  does([](v1::OwnAct& act) { act.mutable_set_sensitivity()->set_sensitivity(1.5); });
  does([](v1::OwnAct& act) { act.mutable_share_energy()->mutable_span()->set_seconds(3600); });
  REQUIRE(acts == 7);
  // What comes next is of a colleague.
  fixture.begin_call("call-2", "joost");
  v1::WatchFloorResponse next;
  REQUIRE(stream->Read(&next));
  for (const v1::FloorRow& row : next.rows()) CHECK(row.agent_id() == "joost");
  // A new watcher sees the same row too.
  const auto again_context = soon();
  const auto again = fixture.client().floor->WatchFloor(again_context.get(), {});
  v1::WatchFloorResponse all;
  REQUIRE(again->Read(&all));
  REQUIRE(all.rows_size() == 2);
  CHECK(all.rows(1).SerializeAsString() == first.rows(0).SerializeAsString());
  context->TryCancel();
  again_context->TryCancel();
}
