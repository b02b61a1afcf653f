// Figures of the shipped sentiment model on files of labelled turns. Run: SENTIMENT=a.tsv:b.tsv unit_content
// "[measure]"; TELL=1 shows every turn that was read otherwise.
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "shared/content/load.h"
#include "shared/domain/sentiment.h"
#include "shared/learn/metrics.h"
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

struct Figures {
  learn::Confusion table;
  std::vector<learn::Scored> negative;  ///< By minus the score.

  [[nodiscard]] double auc() const { return learn::roc_auc(negative); }
};

/// Figures by language and kind ("nl", "nl command") of a file of label, language, kind, text.
std::map<std::string, Figures> measure(const domain::SentimentScorer& scorer, const std::string& file, bool tell) {
  std::map<std::string, Figures> by_kind;
  std::ifstream in(file);
  REQUIRE(in);
  for (std::string line; std::getline(in, line);) {
    const std::vector<std::string> fields = absl::StrSplit(line, '\t');
    if (fields.size() < 4) continue;
    const auto score = scorer.score(domain::folded(domain::normalise(fields[3])).text, fields[1], fields[3]);
    const std::string said = name_of(score.feeling);
    for (const std::string& kind : {fields[1], fields[1] + " " + fields[2]}) {
      by_kind[kind].table.add(fields[0], said);
      by_kind[kind].negative.push_back({-score.score, fields[0] == "negative"});
    }
    if (tell && said != fields[0]) {
      std::cout << fields[1] << " " << fields[2] << ": " << fields[0] << " -> " << said << " " << score.score << " | "
                << fields[3] << "\n";
    }
  }
  return by_kind;
}

std::unique_ptr<domain::SentimentScorer> shipped_scorer() {
  const auto library = content::load_library(test::content_folder());
  INFO(library.status());
  REQUIRE(library.ok());
  auto scorer = domain::SentimentScorer::create(*library);
  REQUIRE(scorer.ok());
  return *std::move(scorer);
}

TEST_CASE("the sentiment model's figures on labelled turns", "[.measure]") {
  const auto scorer = shipped_scorer();
  const char* files = std::getenv("SENTIMENT");
  if (files == nullptr) return;
  const std::vector<std::string> paths = absl::StrSplit(files, ':');
  for (const std::string& file : paths) {
    for (const auto& [kind, figures] : measure(*scorer, file, std::getenv("TELL") != nullptr)) {
      std::cout << file << " " << kind << ": AUC(negative) " << figures.auc() << " accuracy "
                << figures.table.accuracy() << " macro-F1 " << figures.table.macro_f1() << " neutral called negative "
                << figures.table.share("neutral", "negative") << " of " << figures.table.total() << "\n";
    }
  }
}

/// Written by another author than every line the model was trained on, and never tuned on.
TEST_CASE("the shipped sentiment model holds on turns by an author it never read") {
  const std::filesystem::path source(AANDACHT_SOURCE_DIR);
  const auto scorer = shipped_scorer();
  CHECK(scorer->score("hoe laat gaat de winkel open", "nl").model.rfind("sentiment-", 0) == 0);
  const auto figures =
      measure(*scorer, source / "tests" / "data" / "reading" / "held-out" / "sentiment-author2.tsv", false);
  CHECK(figures.at("nl service").auc() >= 0.90);
  CHECK(figures.at("nl review").auc() >= 0.90);
  CHECK(figures.at("en tweet").auc() >= 0.90);
  CHECK(figures.at("nl command").table.share("neutral", "negative") <= 0.06);
}

/// Hotel lines of three authors that nobody read before they were measured, and nothing was learned from.
TEST_CASE("the shipped sentiment model holds on hotel reviews by authors it never read") {
  const std::filesystem::path held_out =
      std::filesystem::path(AANDACHT_SOURCE_DIR) / "tests" / "data" / "reading" / "held-out";
  const auto scorer = shipped_scorer();
  for (const auto& [author, least] : {std::pair("6", 0.87), std::pair("8", 0.89), std::pair("9", 0.89)}) {
    INFO("author " << author);
    const auto figures = measure(*scorer, held_out / absl::StrCat("sentiment-author", author, ".tsv"), false);
    CHECK(figures.at("nl review").auc() >= least);
  }
}

TEST_CASE("the shipped sentiment model holds on turns and posts by a third author it never read") {
  const auto scorer = shipped_scorer();
  const auto figures =
      measure(*scorer,
              std::filesystem::path(AANDACHT_SOURCE_DIR) / "tests/data/reading/held-out/sentiment-author13.tsv", false);
  CHECK(figures.at("nl service").auc() >= 0.91);
  CHECK(figures.at("en service").auc() >= 0.90);
  CHECK(figures.at("en tweet").auc() >= 0.86);
  CHECK(figures.at("nl command").table.share("neutral", "negative") <= 0.06);
}

}  // namespace
}  // namespace aandacht
