// What the service writes down beside the store: nothing of how it goes with a person.
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <cctype>
#include <sstream>

#include "aandacht/v1/energy.grpc.pb.h"
#include "aandacht/v1/own.grpc.pb.h"
#include "tests/integration/service_fixture.h"

using namespace aandacht;
using test::soon;

namespace {

/// Everything that is logged at any level while it lives.
class CapturedLog {
 public:
  CapturedLog() : before_(spdlog::default_logger()) {
    auto logger = std::make_shared<spdlog::logger>("captured", std::make_shared<spdlog::sinks::ostream_sink_mt>(text_));
    logger->set_level(spdlog::level::trace);
    spdlog::set_default_logger(std::move(logger));
  }
  ~CapturedLog() { spdlog::set_default_logger(before_); }
  CapturedLog(const CapturedLog&) = delete;
  CapturedLog& operator=(const CapturedLog&) = delete;

  /// In lower case. To be read when nothing logs any more.
  [[nodiscard]] std::string text() const {
    std::string lower = text_.str();
    for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return lower;
  }

 private:
  std::ostringstream text_;
  std::shared_ptr<spdlog::logger> before_;
};

class Agent {
 public:
  explicit Agent(test::ServiceFixture& house) : house_(house) {}

  grpc::Status does(const v1::OwnAct& act, const std::string& id = {}) {
    v1::RecordActRequest request;
    request.set_event_id(id.empty() ? "act-" + std::to_string(++acts_) : id);
    request.set_agent_id("sanne");
    *request.mutable_act() = act;
    v1::RecordActResponse response;
    return v1::OwnService::NewStub(house_.client().channel)->RecordAct(soon().get(), request, &response);
  }

  void has_a_heavy_call(const std::string& call) {
    house_.begin_call(call);
    auto context = soon();
    const auto stream = house_.client().transcripts->StreamUtterances(context.get());
    stream->Write(test::utterance(call + "-u", "Ik ben woedend, dit is een schande, niemand helpt mij", call));
    stream->WritesDone();
    v1::StreamUtterancesResponse answer;
    while (stream->Read(&answer)) {
    }
    v1::MarkHeavyRequest heavy;
    heavy.set_event_id(call + "-marked");
    heavy.set_agent_id("sanne");
    heavy.set_call_id(call);
    heavy.set_heavy(true);
    v1::MarkHeavyResponse marked;
    CHECK(house_.client().desks->MarkHeavy(soon().get(), heavy, &marked).ok());
    CHECK(house_.client().report(call + "-ended", v1::CALL_EVENT_ENDED, call).ok());
    v1::OwnAct guess;
    guess.mutable_guess_experience()->set_call_id(call);
    guess.mutable_guess_experience()->mutable_guess()->set_emotion(v1::GRADE_LOW);
    CHECK(does(guess).ok());
    v1::FinishWrapUpRequest finish;
    finish.set_event_id(call + "-finished");
    finish.set_agent_id("sanne");
    finish.set_call_id(call);
    v1::FinishWrapUpResponse finished;
    CHECK(house_.client().desks->FinishWrapUp(soon().get(), finish, &finished).ok());
  }

 private:
  test::ServiceFixture& house_;
  int acts_ = 0;
};

v1::OwnAct choose_habit() {
  v1::OwnAct act;
  act.mutable_choose_habit()->set_habit_id("own");
  act.mutable_choose_habit()->set_after("een zwaluwgesprek");
  act.mutable_choose_habit()->set_will("drie tellen wachten");
  act.mutable_choose_habit()->set_celebrate("glimlach");
  return act;
}

v1::OwnAct share(int seconds) {
  v1::OwnAct act;
  act.mutable_share_energy()->mutable_span()->set_seconds(seconds);
  return act;
}

v1::GetTeamEnergyResponse energy(test::ServiceFixture& house) {
  v1::GetTeamEnergyResponse response;
  CHECK(v1::EnergyService::NewStub(house.client().channel)->GetTeamEnergy(soon().get(), {}, &response).ok());
  return response;
}

}  // namespace

TEST_CASE("no line of the service's log tells of an agent's fatigue, resets, habits or guesses", "[privacy]") {
  test::ServiceFixture house;
  const CapturedLog log;
  Agent agent(house);
  for (int i = 0; i < 5; ++i) agent.has_a_heavy_call("call-" + std::to_string(i));
  v1::OwnAct act;
  act.mutable_set_sensitivity()->set_sensitivity(1.37);
  CHECK(agent.does(act).ok());
  CHECK(agent.does(choose_habit()).ok());
  act.mutable_tick_habit()->set_done(true);
  CHECK(agent.does(act).ok());
  act.mutable_ask_reset()->mutable_length()->set_seconds(30);
  CHECK(agent.does(act).ok());
  CHECK(agent.does(share(3600)).ok());
  // What is refused, or comes twice, is not written down either.
  CHECK(agent.does(share(3600), "twice").ok());
  CHECK(agent.does(share(3600), "twice").ok());
  act.mutable_tell_fullness()->set_reset_id("no such one");
  act.mutable_tell_fullness()->set_fullness(9);
  CHECK_FALSE(agent.does(act).ok());
  act.mutable_answer_reset()->set_reset_id("no such one");
  act.mutable_answer_reset()->set_answer(v1::RESET_ANSWER_ACCEPT);
  CHECK_FALSE(agent.does(act).ok());
  CHECK(energy(house).shared_size() == 1);
  house.restart();
  act.mutable_forget_own_side();
  CHECK(agent.does(act).ok());
  house.service().drain();

  const std::string lines = log.text();
  CHECK_THAT(lines, Catch::Contains("store "));  // It does listen.
  for (const std::string word : {"fatigue", "tired", "score", "reset", "habit", "routine", "guess", "heavy", "sensitiv",
                                 "1.37", "energy", "zwaluw", "tellen", "glimlach", "fullness", "woedend", "emotion"}) {
    INFO(word << " in:\n" << lines);
    CHECK(lines.find(word) == std::string::npos);
  }
}

TEST_CASE("a single agent's band is told only while that agent shares it", "[privacy]") {
  test::ServiceFixture house;
  Agent agent(house);
  agent.has_a_heavy_call("call-1");
  CHECK(energy(house).shared_size() == 0);
  REQUIRE(agent.does(share(3600)).ok());
  const v1::GetTeamEnergyResponse shared = energy(house);
  REQUIRE(shared.shared_size() == 1);
  CHECK(shared.shared(0).agent_id() == "sanne");
  CHECK(shared.shared(0).band() == v1::ENERGY_BAND_CALM);
  CHECK(shared.shared(0).end_time().seconds() > 0);
  REQUIRE(agent.does(share(0)).ok());
  CHECK(energy(house).shared_size() == 0);
  CHECK(energy(house).teams_size() == 0);  // Nobody configured one.
}
