// The floor and following a call over gRPC.
#include <future>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "tests/integration/service_fixture.h"
#include "tests/support/eventually.h"

using namespace aandacht;
using test::eventually;
using test::ServiceFixture;
using test::soon;
using test::utterance;

namespace {

v1::WatchCallRequest request_of(const std::string& agent, const std::string& reason = "new colleague",
                                const std::string& watcher = "Kim") {
  v1::WatchCallRequest request;
  request.set_agent_id(agent);
  request.set_reason(reason);
  request.set_watcher(watcher);
  return request;
}

void say(ServiceFixture& fixture, const std::string& id, const std::string& text, const std::string& call = "call-1") {
  const auto context = soon();
  const auto talk = fixture.client().transcripts->StreamUtterances(context.get());
  REQUIRE(talk->Write(utterance(id, text, call)));
  v1::StreamUtterancesResponse answer;
  REQUIRE(talk->Read(&answer));
  talk->WritesDone();
  REQUIRE(talk->Finish().ok());
}

/// A supervisor who reads on a thread of their own.
class Supervisor {
 public:
  Supervisor(ServiceFixture& fixture, const v1::WatchCallRequest& request)
      : stream_(fixture.client().floor->WatchCall(context_.get(), request)) {
    thread_ = std::thread([this] {
      v1::WatchCallResponse response;
      while (stream_->Read(&response)) {
        const std::lock_guard lock(mutex_);
        for (const v1::TurnRecord& turn : response.turns()) texts_[turn.utterance_id()] = turn.text();
        over_ = over_ || response.over();
        state_ = response.call().state();
        began_ = true;
      }
      const grpc::Status status = stream_->Finish();
      const std::lock_guard lock(mutex_);
      end_ = status;
    });
  }
  ~Supervisor() {
    context_->TryCancel();
    thread_.join();
  }
  Supervisor(const Supervisor&) = delete;
  Supervisor& operator=(const Supervisor&) = delete;

  template <typename Condition>
  bool sees(Condition condition) {
    return eventually([&] {
      const std::lock_guard lock(mutex_);
      return condition(*this);
    });
  }

  std::unique_ptr<grpc::ClientContext> context_ = soon();
  std::unique_ptr<grpc::ClientReader<v1::WatchCallResponse>> stream_;
  std::mutex mutex_;
  bool began_ = false;
  bool over_ = false;
  v1::CallState state_ = v1::CALL_STATE_UNSPECIFIED;
  std::map<std::string, std::string> texts_;
  std::optional<grpc::Status> end_;
  std::thread thread_;
};

std::vector<domain::Watcher> watchers(ServiceFixture& fixture, const std::string& agent) {
  return fixture.service().core().seats().find(agent)->desk.watchers;
}

}  // namespace

TEST_CASE("two supervisors follow calls of several agents, and each agent's desk says who and why", "[service]") {
  ServiceFixture fixture;
  fixture.begin_call("call-1", "sanne");
  fixture.begin_call("call-2", "joost");
  say(fixture, "u1", "where is my parcel");
  Supervisor kim(fixture, request_of("sanne"));
  Supervisor robin(fixture, request_of("sanne", "a complaint", "Robin"));
  Supervisor also_robin(fixture, request_of("joost", "she asked", "Robin"));
  REQUIRE(kim.sees([](auto& s) { return s.texts_.contains("u1"); }));
  REQUIRE(robin.sees([](auto& s) { return s.texts_.contains("u1"); }));
  REQUIRE(also_robin.sees([](auto& s) { return s.began_; }));
  CHECK(watchers(fixture, "sanne").size() == 2);
  REQUIRE(watchers(fixture, "joost").size() == 1);
  CHECK(watchers(fixture, "joost")[0].name == "Robin");
  CHECK(watchers(fixture, "joost")[0].reason == "she asked");
  say(fixture, "u2", "I have waited for a week");
  CHECK(kim.sees([](auto& s) { return s.texts_.contains("u2"); }));
  CHECK(robin.sees([](auto& s) { return s.texts_.contains("u2"); }));
  CHECK_FALSE(also_robin.texts_.contains("u2"));
  kim.context_->TryCancel();
  CHECK(eventually([&] { return watchers(fixture, "sanne").size() == 1; }));
}

TEST_CASE("following a call ends well when the call leaves the desk", "[service]") {
  ServiceFixture fixture;
  fixture.begin_call();
  Supervisor kim(fixture, request_of("sanne"));
  REQUIRE(kim.sees([](auto& s) { return s.began_; }));
  REQUIRE(fixture.client().report("ended", v1::CALL_EVENT_ENDED).ok());
  REQUIRE(kim.sees([](auto& s) { return s.state_ == v1::CALL_STATE_WRAP_UP; }));
  v1::FinishWrapUpRequest finish;
  finish.set_event_id("f");
  finish.set_agent_id("sanne");
  finish.set_call_id("call-1");
  v1::FinishWrapUpResponse finished;
  REQUIRE(fixture.client().desks->FinishWrapUp(soon().get(), finish, &finished).ok());
  REQUIRE(kim.sees([](auto& s) { return s.end_.has_value(); }));
  CHECK(kim.over_);
  CHECK(kim.end_->ok());
  CHECK(eventually([&] { return watchers(fixture, "sanne").empty(); }));
}

TEST_CASE("a call is not followed without a reason, a name of a desk, or a call", "[service]") {
  ServiceFixture fixture;
  fixture.begin_call();
  const auto refusal = [&](const v1::WatchCallRequest& request) {
    Supervisor kim(fixture, request);
    REQUIRE(kim.sees([](auto& s) { return s.end_.has_value(); }));
    return kim.end_->error_code();
  };
  CHECK(refusal(request_of("sanne", "")) == grpc::StatusCode::INVALID_ARGUMENT);
  CHECK(refusal(request_of("")) == grpc::StatusCode::INVALID_ARGUMENT);
  CHECK(refusal(request_of("joost")) == grpc::StatusCode::NOT_FOUND);
  CHECK(watchers(fixture, "sanne").empty());
}

TEST_CASE("after a restart nobody watches, and who watched is told that the service went", "[service]") {
  ServiceFixture fixture;
  fixture.begin_call();
  auto kim = std::make_unique<Supervisor>(fixture, request_of("sanne"));
  REQUIRE(kim->sees([](auto& s) { return s.began_; }));
  std::thread restart([&] { fixture.service().drain(); });
  CHECK(kim->sees([](auto& s) { return s.end_.has_value(); }));
  CHECK_FALSE(kim->end_->ok());
  restart.join();
  kim.reset();
  fixture.restart();
  CHECK(eventually([&] { return watchers(fixture, "sanne").empty(); }));
}

TEST_CASE("the floor names teams and who is away, and is told together what changes fast", "[service]") {
  ServiceFixture fixture;
  fixture.begin_call();
  const auto context = soon();
  const auto stream = fixture.client().floor->WatchFloor(context.get(), {});
  v1::WatchFloorResponse response;
  REQUIRE(stream->Read(&response));
  REQUIRE(response.complete());
  REQUIRE(response.rows_size() == 1);
  CHECK(response.rows(0).team_id().empty());
  for (int i = 0; i < 40; ++i) say(fixture, "u" + std::to_string(i), "this is really terrible");
  int messages = 0;
  std::size_t scores = 0;
  while (scores < 40) {
    REQUIRE(stream->Read(&response));
    ++messages;
    for (const v1::FloorRow& row : response.rows()) scores = static_cast<std::size_t>(row.sentiment_scores_size());
  }
  CHECK(messages < 40);
  context->TryCancel();
}
