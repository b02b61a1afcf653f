// Whole annotated calls through reading and desk: what the agent is shown, turn by turn, held against an approved text.
//
// To approve a change after reading it: AANDACHT_APPROVE=1 build/dev/tests/golden_calls
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "shared/content/load.h"
#include "shared/domain/replay.h"
#include "tests/support/catch.h"
#include "tests/support/slurp.h"

namespace aandacht::domain {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

const fs::path kRoot = AANDACHT_SOURCE_DIR;

const char* name(CoachLabel label) {
  static constexpr const char* kNames[] = {"blame", "helpless", "institute", "faceless", "jargon"};
  return kNames[static_cast<int>(label)];
}

const char* name(CardKind kind) {
  static constexpr const char* kNames[] = {"we", "why", "heard", "warmth", "prompt"};
  return kNames[static_cast<int>(kind)];
}

const char* name(HoldBackReason reason) {
  static constexpr const char* kNames[] = {"too soon", "call budget", "cooldown", "rule maximum", "phase",
                                           "silenced", "outranked",   "stale",    "not asked"};
  return kNames[static_cast<int>(reason)];
}

std::string title(const Card& card) {
  return absl::StrCat(name(card.kind), card.label ? absl::StrCat(" ", name(*card.label)) : "",
                      card.topic.empty() ? "" : absl::StrCat(" ", card.topic));
}

struct Teller {
  std::string& text;
  void operator()(const CallChanged&) const {}
  void operator()(const CallGone&) const {}
  void operator()(const CardShown& change) const {
    absl::StrAppend(&text, "      + ", title(change.card), ": ", change.card.line, "\n");
    if (!change.card.evidence.words.empty())
      absl::StrAppend(&text, "        heard: ", change.card.evidence.words, "\n");
  }
  void operator()(const CardGone&) const {}
  void operator()(const CardHeldBack& change) const {
    absl::StrAppend(&text, "      - ", title(change.card), " (", name(change.reason), change.waits ? ", waits" : "",
                    ")\n");
  }
  void operator()(const TurnTaken&) const {}
  void operator()(const PromptsChanged&) const {}
  void operator()(const CardAnswered&) const {}
  void operator()(const ExperienceGiven&) const {}
  void operator()(const FatigueChanged&) const {}
  void operator()(const ResetsChanged&) const {}
  void operator()(const HabitsChanged&) const {}
  void operator()(const WatchersChanged&) const {}
  void operator()(const BookkeepingChanged&) const {}
};

Customer customer_of(const json& j) {
  Customer customer;
  customer.name = j.at("name");
  customer.language = j.at("language");
  customer.address_form = j.at("address_form") == "u" ? AddressForm::kFormal : AddressForm::kInformal;
  return customer;
}

void add_whys(Library& library, const json& call) {
  for (const json& j : call.at("company").at("whys")) {
    Why why;
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

ReplayScript script_of(const json& call) {
  ReplayScript script;
  script.call_id = "c";
  script.queue = call.at("company").at("name");
  script.language = call.at("lang");
  script.customer = customer_of(call.at("customer"));
  std::string error;
  REQUIRE(absl::ParseTime("%Y-%m-%d", std::string(call.at("date")), &script.answered, &error));
  script.answered += absl::Hours(9);
  REQUIRE(absl::LoadTimeZone("Europe/Amsterdam", &script.zone));
  for (const json& turn : call.at("turns")) {
    ReplayTurn made{script.answered + absl::Milliseconds(static_cast<int>(turn.at("at_ms"))), CallEvent::kHeld};
    if (!turn.contains("event")) {
      made.what = ReplayWords{turn.at("speaker") == "agent" ? Speaker::kAgent : Speaker::kCustomer, turn.at("text")};
    } else if (turn.at("event") == "resume") {
      made.what = CallEvent::kResumed;
    }
    script.turns.push_back(std::move(made));
  }
  return script;
}

std::string told(const ReplayStep& step, const ReplayScript& script) {
  std::string text;
  const auto* words = step.turn < 0 || step.waited
                          ? nullptr
                          : std::get_if<ReplayWords>(&script.turns[static_cast<std::size_t>(step.turn)].what);
  if (words != nullptr) {
    const bool agent = words->speaker == Speaker::kAgent;
    text = absl::StrFormat("%3d %s %s\n", step.turn, agent ? "agent   " : "customer", step.redacted.text);
  }
  for (const HeardFact& fact : step.reading.heard) absl::StrAppend(&text, "      heard “", fact.words, "”\n");
  for (const Promise& promise : step.reading.promises) {
    absl::StrAppend(&text, "      promise “", promise.text, "”",
                    promise.due ? absl::FormatTime(" due %Y-%m-%d %H:%M", *promise.due, script.zone) : "", "\n");
  }
  for (const Change& change : step.changes) std::visit(Teller{text}, change);
  return text;
}

std::string replayed(const json& call, Library library) {
  add_whys(library, call);
  auto reader = Reader::create(library);
  REQUIRE(reader.ok());
  const ReplayScript script = script_of(call);
  std::string text = absl::StrCat("== ", std::string(call.at("id")), "\n");
  for (const ReplayStep& step : replay(script, **reader, library)) text += told(step, script);
  return text;
}

}  // namespace

TEST_CASE("Replaying the annotated calls shows the approved cards, turn by turn") {
  auto library = content::load_library(kRoot / "service/content");
  INFO(library.status().ToString());
  REQUIRE(library.ok());
  std::ifstream calls(kRoot / "tests/data/calls/calls.jsonl");
  std::string told_all;
  std::string line;
  int count = 0;
  while (std::getline(calls, line)) {
    told_all += replayed(json::parse(line), *library);
    ++count;
  }
  REQUIRE(count == 20);
  const fs::path approved = kRoot / "tests/golden/calls.approved.txt";
  if (std::getenv("AANDACHT_APPROVE") != nullptr) std::ofstream(approved) << told_all;
  std::istringstream expected(test::slurp(approved));
  std::istringstream actual(told_all);
  std::string expected_line;
  std::string actual_line;
  for (int number = 1; std::getline(actual, actual_line); ++number) {
    expected_line.clear();
    std::getline(expected, expected_line);
    INFO("calls.approved.txt:" << number
                               << "; read the difference and approve it with AANDACHT_APPROVE=1 if it is better");
    REQUIRE(actual_line == expected_line);
  }
  CHECK_FALSE(std::getline(expected, expected_line));
}

}  // namespace aandacht::domain
