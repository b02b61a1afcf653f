// How well questions in other words come together. Run: unit_content "[question-measure]"; TELL=1 lists the mistakes.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "shared/content/load.h"
#include "shared/domain/question.h"
#include "shared/domain/question_groups.h"
#include "tests/support/catch.h"
#include "tests/unit/content/coach_lines.h"

namespace aandacht {
namespace {

struct Asked {
  std::string group;
  std::string language;
  std::string text;
};

std::vector<Asked> read_questions(const std::filesystem::path& file) {
  std::vector<Asked> questions;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    const std::vector<std::string> fields = absl::StrSplit(line, '\t');
    if (fields.size() == 3) questions.push_back({fields[0], fields[1], fields[2]});
  }
  return questions;
}

struct PairFigures {
  int both = 0, together = 0, alike = 0;  // Pairs right, put together, that belong together.
};

void count_pairs(const std::vector<Asked>& questions, const std::vector<std::string>& placed, bool tell,
                 PairFigures& figures) {
  for (std::size_t i = 0; i < questions.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const bool together = !placed[i].empty() && placed[i] == placed[j];
      const bool alike = questions[i].group == questions[j].group;
      figures.both += together && alike;
      figures.together += together;
      figures.alike += alike;
      if (tell && together != alike) {
        std::cout << (together ? "WRONG  " : "missed ") << questions[i].text << " | " << questions[j].text << "\n";
      }
    }
  }
}

void measure(const std::string& name, std::vector<Asked> questions, const domain::Library& library, bool tell) {
  PairFigures figures;
  std::mt19937 random(7);  // Fixed: a measure repeats.
  constexpr int kOrders = 20;
  int merges = 0;
  for (int order = 0; order < kOrders; ++order) {
    domain::QuestionGroups groups(library.lexicons);
    std::vector<std::string> placed;
    for (std::size_t next = 0; next < questions.size(); ++next) {
      const Asked& asked = questions[next];
      auto answer = groups.place({asked.language, asked.text, ""}, absl::StrCat(asked.group, "#", next));
      placed.push_back(answer.group);
      for (const domain::QuestionMerge& merge : answer.merges) {
        for (std::string& group : placed) group = group == merge.gone ? merge.kept : group;
        ++merges;
      }
    }
    count_pairs(questions, placed, tell && order == 0, figures);
    std::shuffle(questions.begin(), questions.end(), random);
  }
  std::cout << name << ": " << questions.size() << " questions, merges " << merges << ", precision "
            << static_cast<double>(figures.both) / std::max(1, figures.together) << ", recall "
            << static_cast<double>(figures.both) / std::max(1, figures.alike) << "\n";
}

/// Half of the groups, by their place in the alphabet.
std::vector<Asked> half_of(const std::vector<Asked>& questions, std::size_t half) {
  std::set<std::string> names;
  for (const Asked& asked : questions) names.insert(asked.group);
  std::vector<Asked> result;
  for (const Asked& asked : questions) {
    if (static_cast<std::size_t>(std::distance(names.begin(), names.find(asked.group))) % 2 == half)
      result.push_back(asked);
  }
  return result;
}

TEST_CASE("questions in other words come together", "[.question-measure]") {
  const auto library = content::load_library(test::content_folder());
  INFO(library.status());
  REQUIRE(library.ok());
  const bool tell = std::getenv("TELL") != nullptr;
  const std::filesystem::path source(AANDACHT_SOURCE_DIR);
  const char* other = std::getenv("QUESTIONS");
  if (other != nullptr) return measure("other", read_questions(other), *library, tell);
  const std::vector<Asked> questions = read_questions(source / "tests/data/reading/questions-own.tsv");
  REQUIRE(questions.size() > 100);
  measure("tuned on", half_of(questions, 0), *library, tell);
  measure("held out", half_of(questions, 1), *library, tell && std::getenv("HELD") != nullptr);
}

TEST_CASE("the question of annotated calls", "[.question-measure]") {
  const auto library = content::load_library(test::content_folder());
  REQUIRE(library.ok());
  const auto finder = domain::QuestionFinder::create(library->lexicons);
  INFO(finder.status());
  REQUIRE(finder.ok());
  domain::QuestionGroups groups(library->lexicons);
  for (const auto& file : {std::filesystem::path(AANDACHT_SOURCE_DIR) / "tests/data/calls/calls.jsonl",
                           test::content_folder() / "demo/calls.jsonl"}) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
      const nlohmann::json json = nlohmann::json::parse(line);
      domain::Call call;
      for (const nlohmann::json& turn : json.at("turns")) {
        if (!turn.contains("text")) continue;
        ++call.turns;
        if (turn.at("speaker") != "customer") continue;
        const std::string text = turn.at("text");
        domain::Reading reading;
        reading.question = (*finder)->find(domain::folded(domain::normalise(text)), text, std::string(json.at("lang")));
        domain::take_question(call, absl::StrCat(call.turns), reading);
      }
      const std::string id = json.at("id");
      if (!call.question) {
        std::cout << id << ": no question\n";
        continue;
      }
      std::cout << id << " (" << json.value("question_group", "") << ") -> "
                << groups.place({std::string(json.at("lang")), call.question->words, ""}, id).group << " turn "
                << call.question->utterance_id << " " << call.question->confidence << ": " << call.question->words
                << "\n";
    }
  }
}

}  // namespace
}  // namespace aandacht
