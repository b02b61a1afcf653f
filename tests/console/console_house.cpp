#include "tests/console/console_house.h"

#include "absl/strings/str_cat.h"

namespace aandacht::test {

ConsoleHouse::ConsoleHouse(const Change& change)
    : house_([&](service_app::Config& config) {
        config.teams = {{"blue", {"sanne", "joost", "amir", "lotte", "daan", "fleur"}}, {"red", {"bram"}}};
        change(config);
        config_ = &config;
      }),
      address_(house_.address()) {
  config_->listen = address_;
}

void ConsoleHouse::start() { house_.restart(); }

std::string ConsoleHouse::token_file(const std::string& id, const std::vector<std::string>& teams,
                                     absl::Duration valid) {
  const std::string file = house_.folder.file(absl::StrCat("token-", id));
  std::ofstream(file, std::ios::trunc) << house_.token(security::Role::kSupervisor, id, teams, valid);
  return file;
}

void ConsoleHouse::report(const std::string& call, const std::string& agent, v1::CallEvent event,
                          const std::string& queue) {
  v1::ReportCallRequest request;
  request.set_event_id(absl::StrCat(call, "-", static_cast<int>(event)));
  request.set_agent_id(agent);
  request.set_call_id(call);
  request.set_event(event);
  request.set_queue(queue);
  if (time_) request.mutable_occur_time()->set_seconds(absl::ToUnixSeconds(*time_));
  ask("CallService/ReportCall", house_.integrator(), request, v1::ReportCallResponse());
}

void ConsoleHouse::begin_call(const std::string& call, const std::string& agent, const std::string& queue) {
  report(call, agent, v1::CALL_EVENT_RINGING, queue);
  report(call, agent, v1::CALL_EVENT_ANSWERED, queue);
}

void ConsoleHouse::end_call(const std::string& call, const std::string& agent) {
  report(call, agent, v1::CALL_EVENT_ENDED, "");
}

void ConsoleHouse::say(const std::string& call, v1::Speaker speaker, const std::string& text) {
  v1::StreamUtterancesRequest said = utterance(absl::StrCat(call, "-u", ++said_), text, call);
  said.set_speaker(speaker);
  said.set_language(spoken_);
  if (time_) said.mutable_said_time()->set_seconds(absl::ToUnixSeconds(*time_));
  const auto answer =
      ask("TranscriptService/StreamUtterances", house_.integrator(), said, v1::StreamUtterancesResponse());
  REQUIRE(answer.outcome() == v1::UTTERANCE_OUTCOME_STORED);
}

void ConsoleHouse::have_call(const std::string& call, const std::string& agent, const std::vector<std::string>& words,
                             const std::string& queue) {
  begin_call(call, agent, queue);
  for (const std::string& each : words) customer_says(call, each);
  end_call(call, agent);
}

}  // namespace aandacht::test
