// What the reader notices in whole annotated calls, turn by turn. Run: unit_content "[measure]".
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>

#include "shared/content/load.h"
#include "shared/domain/reader.h"
#include "tests/support/catch.h"
#include "tests/unit/content/coach_lines.h"

namespace aandacht {
namespace {

using nlohmann::json;

struct CallFigures {
  int we_wanted = 0, we_right = 0, we_card = 0, we_extra = 0;
  int why_wanted = 0, why_right = 0, why_quiet = 0;
  int asks_wanted = 0, asks_right = 0, asks_extra = 0;
};

std::vector<domain::Why> company_whys(const json& call) {
  std::vector<domain::Why> whys;
  for (const json& item : call["company"].value("whys", json::array())) {
    domain::Why why;
    why.language = call["lang"];
    why.topic = item["topic"];
    why.id = "call/" + why.topic;
    why.rule = item["rule"];
    why.customer = item["customer"];
    why.employee = item["employee"];
    why.organisation = item["organisation"];
    whys.push_back(why);
  }
  return whys;
}

void measure(const json& call, const domain::Library& shipped, bool tell, CallFigures& figures) {
  domain::Library library = shipped;
  if (auto own = company_whys(call); !own.empty()) library.whys = own;
  const auto reader = domain::Reader::create(library);
  REQUIRE(reader.ok());
  std::map<std::string, double> weights;  // As apply() keeps them.
  const json& turns = call["turns"];
  for (std::size_t i = 0; i < turns.size(); ++i) {
    if (!turns[i].contains("text")) continue;
    const std::string text = turns[i]["text"];
    const bool agent = turns[i]["speaker"] == "agent";
    const domain::Reading reading = (*reader)->read(agent ? domain::Speaker::kAgent : domain::Speaker::kCustomer, text,
                                                    {call["lang"], "", absl::UnixEpoch(), absl::UTCTimeZone()});
    for (auto& [id, weight] : weights) weight *= 0.7;
    for (const domain::WhyMatch& match : reading.whys) weights[match.why_id] += match.score;
    std::string topic;
    double most = library.attention.why_threshold;
    for (const auto& [id, weight] : weights) {
      if (weight >= most) {
        most = weight;
        topic = domain::find_why(library, id)->topic;
      }
    }
    std::string label = "ok";
    std::string why;
    for (const json& expected : call["expect"]) {
      if (expected["turn"] != i) continue;
      if (expected["kind"] == "we") label = expected["label"];
      if (expected["kind"] == "why") why = expected["topic"];
    }
    const std::string said = reading.coach.empty() ? "ok" : test::label_name(reading.coach[0].label);
    if (agent) {
      figures.we_wanted += label != "ok";
      figures.we_right += label != "ok" && said == label;
      figures.we_card += label != "ok" && said != "ok";
      figures.we_extra += label == "ok" && said != "ok";
      if (tell && said != label) {
        std::cout << call["id"] << " " << i << " we " << label << " -> " << said << " | " << text;
        if (said != "ok") std::cout << " | " << reading.coach[0].rule_id << ": " << reading.coach[0].evidence;
        std::cout << "\n";
      }
    }
    if (!why.empty()) {
      ++figures.why_wanted;
      figures.why_right += topic == why;
      figures.why_quiet += topic.empty();
      if (tell && topic != why)
        std::cout << call["id"] << " " << i << " why " << why << " -> " << topic << " " << weights["call/" + why]
                  << " | " << text << "\n";
      if (!agent) {
        ++figures.asks_wanted;
        figures.asks_right += reading.asks_why;
        if (tell && !reading.asks_why) std::cout << call["id"] << " " << i << " asks why, not heard | " << text << "\n";
      }
    } else if (reading.asks_why) {
      ++figures.asks_extra;
    }
  }
}

TEST_CASE("what the reader notices in whole calls", "[.measure]") {
  const auto library = content::load_library(test::content_folder());
  INFO(library.status());
  REQUIRE(library.ok());
  const bool tell = std::getenv("TELL") != nullptr;
  const std::filesystem::path source(AANDACHT_SOURCE_DIR);
  for (const auto& file :
       {source / "tests" / "data" / "calls" / "calls.jsonl", test::content_folder() / "demo" / "calls.jsonl"}) {
    std::ifstream in(file);
    CallFigures figures;
    for (std::string line; std::getline(in, line);) measure(json::parse(line), *library, tell, figures);
    std::cout << file.filename() << ": we " << figures.we_right << " right and " << figures.we_card
              << " with a card of " << figures.we_wanted << ", extra " << figures.we_extra << "; why "
              << figures.why_right << " right, " << figures.why_quiet << " none, of " << figures.why_wanted
              << "; asks why " << figures.asks_right << " of " << figures.asks_wanted << ", extra "
              << figures.asks_extra << "\n";
  }
}

}  // namespace
}  // namespace aandacht
