// Figures of the shipped coach on labelled lines. Run: unit_content "[measure]".
#include <cstdlib>
#include <iostream>

#include "shared/content/load.h"
#include "shared/domain/coach.h"
#include "tests/support/catch.h"
#include "tests/unit/content/coach_lines.h"

namespace aandacht {
namespace {

domain::Library shipped() {
  absl::StatusOr<domain::Library> library = content::load_library(test::content_folder());
  INFO(library.status());
  REQUIRE(library.ok());
  return *std::move(library);
}

std::vector<domain::CoachMatch> matches(const domain::Coach& coach, const test::CoachLine& line) {
  return coach.find(domain::folded(domain::normalise(line.text)), line.text, line.language);
}

struct Figures {
  std::map<std::string, test::Tally> labels;
  int cards = 0;
  int cards_on_ok = 0;
};

Figures measure(const domain::Coach& rules, const std::string& file, const std::string& language, bool tell) {
  Figures figures;
  for (const test::CoachLine& line : test::coach_lines(file)) {
    if (line.language != language) continue;
    const auto found = matches(rules, line);
    const std::string label = found.empty() ? "ok" : test::label_name(found[0].label);
    ++figures.labels[line.label].wanted;
    ++figures.labels[label].said;
    if (label == line.label) ++figures.labels[label].right;
    if (label != "ok") ++figures.labels[line.label].any;
    if (label != "ok") ++figures.cards;
    if (label != "ok" && line.label == "ok") ++figures.cards_on_ok;
    if (tell && label != line.label) {
      std::cout << line.label << " -> " << label << " | " << line.text;
      if (!found.empty()) std::cout << " | " << found[0].rule_id << ": " << found[0].evidence;
      std::cout << "\n";
    }
  }
  return figures;
}

void print(const std::string& title, const Figures& figures) {
  std::cout << title << ": card precision " << 1 - double(figures.cards_on_ok) / std::max(1, figures.cards) << " ("
            << figures.cards_on_ok << " of " << figures.cards << " cards on ok lines)\n";
  for (const auto& [label, tally] : figures.labels) {
    std::cout << "  " << label << ": precision " << tally.precision() << " recall " << tally.recall() << " any card "
              << tally.any << " of " << tally.wanted << "\n";
  }
}

TEST_CASE("the coach rules' figures on the labelled lines", "[.measure]") {
  const auto rules = domain::Coach::create(shipped());
  REQUIRE(rules.ok());
  const bool tell = std::getenv("TELL") != nullptr;
  for (const char* file : {"dev-written.tsv", "dev-short.tsv", "dev-real-star.tsv"}) {
    for (const char* language : {"nl", "en"}) {
      print(std::string(file) + " " + language, measure(**rules, file, language, tell));
    }
  }
  if (const char* other = std::getenv("LINES")) {  // A file of the same form, outside tests/data.
    for (const char* language : {"nl", "en"}) print(language, measure(**rules, other, language, tell));
  }
}

TEST_CASE("the coach stays quiet on good lines and finds most bad ones") {
  const auto rules = domain::Coach::create(shipped());
  REQUIRE(rules.ok());
  for (const char* language : {"nl", "en"}) {
    const Figures written = measure(**rules, "dev-written.tsv", language, false);
    CHECK(written.cards_on_ok <= written.cards / 50);  // A wrong card is worse than none.
    for (const char* label : {"blame", "helpless", "institute", "faceless", "jargon"}) {
      INFO(language << " " << label);
      CHECK(written.labels.at(label).precision() >= 0.93);
      CHECK(written.labels.at(label).recall() >= 0.78);
    }
  }
  const Figures real = measure(**rules, "dev-real-star.tsv", "en", false);
  CHECK(real.cards_on_ok <= 4);
  CHECK(real.labels.at("helpless").recall() >= 0.8);
}

}  // namespace
}  // namespace aandacht
