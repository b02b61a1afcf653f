// Figures of the shipped sentiment lists on files of labelled turns. Run: SENTIMENT=a.tsv:b.tsv unit_content
// "[measure]".
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>

#include "absl/strings/str_split.h"
#include "shared/content/load.h"
#include "shared/domain/sentiment.h"
#include "tests/support/catch.h"
#include "tests/unit/content/coach_lines.h"

namespace aandacht {
namespace {

std::string name_of(domain::Feeling feeling) {
  switch (feeling) {
    case domain::Feeling::kNegative:
      return "negative";
    case domain::Feeling::kNeutral:
      return "neutral";
    case domain::Feeling::kPositive:
      return "positive";
  }
  return "";
}

using Confusion = std::map<std::string, std::map<std::string, int>>;

struct Figures {
  double accuracy = 0;
  double macro_f1 = 0;
  double neutral_called_negative = 0;  ///< Share of the neutral turns.
  int turns = 0;
};

Figures figures_of(Confusion& confusion) {
  const std::vector<std::string> classes = {"negative", "neutral", "positive"};
  Figures figures;
  int right = 0;
  int neutral = 0;
  for (const std::string& c : classes) {
    int wanted = 0;
    int said = 0;
    for (const std::string& other : classes) {
      wanted += confusion[c][other];
      said += confusion[other][c];
    }
    figures.turns += wanted;
    right += confusion[c][c];
    if (c == "neutral") neutral = wanted;
    if (wanted + said > 0) figures.macro_f1 += 2.0 * confusion[c][c] / (wanted + said) / 3;
  }
  figures.accuracy = double(right) / std::max(1, figures.turns);
  figures.neutral_called_negative = double(confusion["neutral"]["negative"]) / std::max(1, neutral);
  return figures;
}

/// Figures by language of one file of labelled turns.
std::map<std::string, Figures> measure(const domain::SentimentScorer& scorer, const std::string& file, bool tell) {
  std::map<std::string, Confusion> by_language;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    const std::vector<std::string> fields = absl::StrSplit(line, '\t');
    if (fields.size() < 4) continue;
    const auto score = scorer.score(domain::folded(domain::normalise(fields[3])).text, fields[1]);
    const std::string said = name_of(score.feeling);
    ++by_language[fields[1]][fields[0]][said];
    if (tell && said != fields[0])
      std::cout << fields[0] << " -> " << said << " " << score.score << " | " << fields[3] << "\n";
  }
  std::map<std::string, Figures> figures;
  for (auto& [language, confusion] : by_language) figures[language] = figures_of(confusion);
  return figures;
}

std::unique_ptr<domain::SentimentScorer> shipped_scorer() {
  const auto library = content::load_library(test::content_folder());
  INFO(library.status());
  REQUIRE(library.ok());
  auto scorer = domain::SentimentScorer::create(*library);
  REQUIRE(scorer.ok());
  return *std::move(scorer);
}

TEST_CASE("the sentiment lists' figures on labelled turns", "[.measure]") {
  const auto scorer = shipped_scorer();
  const char* files = std::getenv("SENTIMENT");
  if (files == nullptr) return;
  const std::vector<std::string> paths = absl::StrSplit(files, ':');
  for (const std::string& file : paths) {
    for (const auto& [language, figures] : measure(*scorer, file, std::getenv("TELL") != nullptr)) {
      std::cout << file << " " << language << ": accuracy " << figures.accuracy << " macro-F1 " << figures.macro_f1
                << " neutral called negative " << figures.neutral_called_negative << " of " << figures.turns << "\n";
    }
  }
}

TEST_CASE("neutral turns are seldom called negative, and most feelings are read") {
  const std::filesystem::path source(AANDACHT_SOURCE_DIR);
  const auto scorer = shipped_scorer();
  const auto figures = measure(*scorer, source / "tests" / "data" / "sentiment" / "customer-written.tsv", false);
  CHECK(figures.at("nl").neutral_called_negative <= 0.06);
  CHECK(figures.at("en").neutral_called_negative <= 0.11);
  CHECK(figures.at("nl").macro_f1 >= 0.65);
  CHECK(figures.at("en").macro_f1 >= 0.5);
}

}  // namespace
}  // namespace aandacht
