#include "tests/bench/sample_calls.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "absl/strings/str_cat.h"
#include "shared/content/load.h"
#include "shared/domain/redaction.h"

namespace aandacht::bench {
namespace {

using nlohmann::json;

template <typename Value>
Value take(absl::StatusOr<Value> value) {
  if (!value.ok()) throw std::runtime_error(std::string(value.status().message()));
  return *std::move(value);
}

void add_whys(domain::Library& library, const json& call) {
  for (const json& j : call.at("company").at("whys")) {
    domain::Why why;
    why.id = absl::StrCat("call/", std::string(j.at("topic")));
    why.language = call.at("lang");
    why.topic = j.at("topic");
    why.rule = j.at("rule");
    why.customer = j.at("customer");
    why.employee = j.at("employee");
    why.organisation = j.at("organisation");
    why.queues = {call.at("company").at("name")};
    library.whys.push_back(why);
  }
}

domain::Customer customer_of(const json& j) {
  domain::Customer customer;
  customer.name = j.at("name");
  customer.language = j.at("language");
  for (const json& step : j.at("journey")) {
    customer.journey.push_back({absl::CivilDay(2026, 11, 1), domain::JourneyStage::kService, step.at("channel"),
                                step.at("what"), domain::Feeling::kNegative, std::nullopt});
  }
  return customer;
}

SampleCall sample_call(const json& call, const domain::Library& shipped) {
  SampleCall sample{shipped, nullptr, {}, {}};
  add_whys(sample.library, call);
  sample.reader = take(domain::Reader::create(sample.library));
  const std::string language = call.at("lang");
  const std::string queue = call.at("company").at("name");
  absl::Time start;
  std::string error;
  if (!absl::ParseTime("%Y-%m-%d", std::string(call.at("date")), &start, &error)) throw std::runtime_error(error);
  domain::CallReported report{"c",      domain::CallEvent::kAnswered,     "",
                              "",       domain::CallDirection::kIncoming, queue,
                              language, customer_of(call.at("customer"))};
  sample.events.push_back({"answered", start, report});
  for (const json& turn : call.at("turns")) {
    const absl::Time at = start + absl::Milliseconds(static_cast<int>(turn.at("at_ms")));
    const std::string id = absl::StrCat("e", sample.events.size());
    if (turn.contains("event")) {
      report.event = turn.at("event") == "hold" ? domain::CallEvent::kHeld : domain::CallEvent::kResumed;
      sample.events.push_back({id, at, report});
      continue;
    }
    const auto speaker = turn.at("speaker") == "agent" ? domain::Speaker::kAgent : domain::Speaker::kCustomer;
    SampleTurn said{
        speaker, domain::redact(std::string(turn.at("text"))).text, {language, queue, at, absl::UTCTimeZone()}};
    domain::Reading reading = sample.reader->read(speaker, said.text, said.context);
    sample.events.push_back({id, at, domain::UtteranceSaid{"c", id, speaker, said.text, std::move(reading)}});
    sample.turns.push_back(std::move(said));
  }
  return sample;
}

}  // namespace

std::vector<SampleCall> sample_calls() {
  const std::string root = AANDACHT_SOURCE_DIR;
  const domain::Library shipped = take(content::load_library(root + "/service/content"));
  std::ifstream lines(root + "/tests/data/calls/calls.jsonl");
  std::vector<SampleCall> calls;
  for (std::string line; std::getline(lines, line);) calls.push_back(sample_call(json::parse(line), shipped));
  if (calls.empty()) throw std::runtime_error("no calls in tests/data/calls");
  return calls;
}

}  // namespace aandacht::bench
