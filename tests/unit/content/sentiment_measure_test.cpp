// Figures of the shipped sentiment lists on files of labelled turns. Run: SENTIMENT=a.tsv:b.tsv unit_content "[measure]".
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
    case domain::Feeling::kNegative: return "negative";
    case domain::Feeling::kNeutral: return "neutral";
    case domain::Feeling::kPositive: return "positive";
  }
  return "";
}

using Confusion = std::map<std::string, std::map<std::string, int>>;

void print(const std::string& title, Confusion& confusion) {
  const std::vector<std::string> classes = {"negative", "neutral", "positive"};
  int all = 0;
  int right = 0;
  double f1 = 0;
  for (const std::string& c : classes) {
    int wanted = 0;
    int said = 0;
    for (const std::string& other : classes) {
      wanted += confusion[c][other];
      said += confusion[other][c];
    }
    all += wanted;
    right += confusion[c][c];
    f1 += wanted + said == 0 ? 0 : 2.0 * confusion[c][c] / (wanted + said) / 3;
  }
  const int neutral = confusion["neutral"]["negative"] + confusion["neutral"]["neutral"] + confusion["neutral"]["positive"];
  std::cout << title << ": accuracy " << double(right) / all << " macro-F1 " << f1 << " neutral called negative "
            << double(confusion["neutral"]["negative"]) / std::max(1, neutral) << " of " << all << "\n";
}

TEST_CASE("the sentiment lists' figures on labelled turns", "[.measure]") {
  const auto library = content::load_library(test::content_folder());
  INFO(library.status());
  REQUIRE(library.ok());
  const auto scorer = domain::SentimentScorer::create(*library);
  REQUIRE(scorer.ok());
  const char* files = std::getenv("SENTIMENT");
  if (files == nullptr) return;
  const bool tell = std::getenv("TELL") != nullptr;
  const std::vector<std::string> paths = absl::StrSplit(files, ':');
  for (const std::string& file : paths) {
    std::map<std::string, Confusion> by_language;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
      const std::vector<std::string> fields = absl::StrSplit(line, '\t');
      if (fields.size() < 4) continue;
      const auto score = (*scorer)->score(domain::folded(domain::normalise(fields[3])).text, fields[1]);
      const std::string said = name_of(score.feeling);
      ++by_language[fields[1]][fields[0]][said];
      if (tell && said != fields[0]) std::cout << fields[0] << " -> " << said << " " << score.score << " | " << fields[3] << "\n";
    }
    for (auto& [language, confusion] : by_language) print(file + " " + language, confusion);
  }
}

}  // namespace
}  // namespace aandacht
