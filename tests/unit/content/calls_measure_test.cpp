// What the reader notices in whole annotated calls, turn by turn. Run: unit_content "[measure]".
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <tuple>

#include "absl/time/clock.h"
#include "shared/content/load.h"
#include "shared/domain/cues.h"
#include "shared/domain/heard.h"
#include "shared/domain/normalise.h"
#include "shared/domain/promises.h"
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

// Whether `found` is about `wanted`: half of the words of the shorter are in the other.
bool same_words(const std::string& found, const std::string& wanted) {
  const auto words = [&](const std::string& text) {
    const std::string plain = domain::folded(domain::normalise(text)).text;
    std::istringstream in(plain);
    return std::set<std::string>(std::istream_iterator<std::string>(in), {});
  };
  const std::set<std::string> a = words(found);
  const std::set<std::string> b = words(wanted);
  const auto shared = std::count_if(a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); });
  return 2 * static_cast<std::size_t>(shared) >= std::max<std::size_t>(1, std::min(a.size(), b.size()));
}

struct LineFigures {
  int wanted = 0, found = 0, dated = 0, day_right = 0, quiet = 0, disturbed = 0;
};

void measure_line(const json& line, const domain::Reader& reader, LineFigures& told, LineFigures& promised) {
  absl::TimeZone zone;
  REQUIRE(absl::LoadTimeZone("Europe/Amsterdam", &zone));
  absl::Time at;
  std::string error;
  REQUIRE(absl::ParseTime(absl::RFC3339_full, std::string(line["at"]), &at, &error));
  const std::string language = line["lang"];
  const bool agent = line["speaker"] == "agent";
  const domain::Reading reading = reader.read(agent ? domain::Speaker::kAgent : domain::Speaker::kCustomer,
                                              std::string(line["text"]), {language, "", at, zone});
  if (line.contains("heard")) {
    told.quiet += line["heard"].empty();
    told.disturbed += line["heard"].empty() && !reading.heard.empty();
    for (const json& wanted : line["heard"]) {
      ++told.wanted;
      const auto fact = std::find_if(reading.heard.begin(), reading.heard.end(),
                                     [&](const domain::HeardFact& f) { return same_words(f.words, wanted["words"]); });
      if (fact == reading.heard.end()) continue;
      ++told.found;
      if (!wanted.contains("day")) continue;
      ++told.dated;
      told.day_right +=
          fact->day && absl::FormatCivilTime(*fact->day) == wanted["day"].get<std::string>().substr(0, 10);
    }
  }
  if (line.contains("promises")) {
    promised.quiet += line["promises"].empty();
    promised.disturbed += line["promises"].empty() && !reading.promises.empty();
    for (const json& wanted : line["promises"]) {
      ++promised.wanted;
      const auto made = std::find_if(reading.promises.begin(), reading.promises.end(),
                                     [&](const domain::Promise& p) { return same_words(p.text, wanted["words"]); });
      if (made == reading.promises.end()) continue;
      ++promised.found;
      if (!wanted.contains("due")) continue;
      ++promised.dated;
      const std::string due = wanted["due"];
      promised.day_right += made->due && absl::FormatTime("%Y-%m-%d", *made->due, zone) == due.substr(0, 10);
    }
  }
}

void print(const std::string& what, const LineFigures& figures) {
  if (figures.wanted == 0) return;
  std::cout << what << ": " << figures.found << " of " << figures.wanted << ", the day right in " << figures.day_right
            << " of " << figures.dated << "; " << figures.disturbed << " of " << figures.quiet << " lines without\n";
}

TEST_CASE("what customers told and agents promised, line by line", "[.measure]") {
  const auto library = content::load_library(test::content_folder());
  REQUIRE(library.ok());
  const auto reader = domain::Reader::create(*library);
  REQUIRE(reader.ok());
  const std::filesystem::path folder = std::filesystem::path(AANDACHT_SOURCE_DIR) / "tests" / "data" / "reading";
  for (const char* name :
       {"told-and-promised-own.jsonl", "held-out/heard-author2.jsonl", "held-out/promise-author2.jsonl"}) {
    std::map<std::string, std::pair<LineFigures, LineFigures>> by_language;
    std::ifstream in(folder / name);
    for (std::string line; std::getline(in, line);) {
      const json parsed = json::parse(line);
      auto& [told, promised] = by_language[parsed["lang"]];
      measure_line(parsed, **reader, told, promised);
    }
    for (const auto& [language, figures] : by_language) {
      print(std::string(name) + " " + language + " told", figures.first);
      print(std::string(name) + " " + language + " promised", figures.second);
    }
  }
}

TEST_CASE("what reading facts, promises and cues of a line costs", "[.measure]") {
  const auto library = content::load_library(test::content_folder());
  REQUIRE(library.ok());
  const auto heard = domain::HeardFinder::create(library->lexicons);
  const auto promises = domain::PromiseFinder::create(library->lexicons);
  const auto cues = domain::Cues::create(library->lexicons);
  REQUIRE((heard.ok() && promises.ok() && cues.ok()));
  std::ifstream in(std::filesystem::path(AANDACHT_SOURCE_DIR) / "tests" / "data" / "calls" / "calls.jsonl");
  std::vector<std::tuple<bool, std::string, std::string, domain::Normalised>> lines;
  for (std::string line; std::getline(in, line);) {
    const json call = json::parse(line);
    for (const json& turn : call["turns"]) {
      if (!turn.contains("text")) continue;
      const std::string text = turn["text"];
      lines.emplace_back(turn["speaker"] == "agent", call["lang"], text, domain::folded(domain::normalise(text)));
    }
  }
  const absl::Time at = absl::FromUnixSeconds(1'790'000'000);
  absl::Duration spent[3];
  constexpr int kRounds = 20;
  for (int round = 0; round < kRounds; ++round) {
    for (const auto& [agent, language, text, words] : lines) {
      const absl::Time begin = absl::Now();
      const domain::Signs signs = (*cues)->read(words.text, language);
      const absl::Time after_cues = absl::Now();
      const std::size_t count = agent ? (*promises)->find(words, text, language, at, absl::UTCTimeZone()).size()
                                      : (*heard)->find(words, text, language, at, absl::UTCTimeZone()).size();
      CHECK((count <= 3 && !(signs.content && signs.closes && count > 3)));
      spent[0] += after_cues - begin;
      spent[agent ? 1 : 2] += absl::Now() - after_cues;
    }
  }
  const auto each = [&](absl::Duration all, std::size_t count) {
    return absl::ToDoubleMicroseconds(all) / kRounds / static_cast<double>(count);
  };
  const auto agents = static_cast<std::size_t>(
      std::count_if(lines.begin(), lines.end(), [](const auto& line) { return std::get<0>(line); }));
  std::cout << "us a line: cues " << each(spent[0], lines.size()) << ", promises " << each(spent[1], agents)
            << ", heard " << each(spent[2], lines.size() - agents) << "\n";
}

}  // namespace
}  // namespace aandacht
