// Figures of the shipped coach on labelled lines. Run: unit_content "[measure]".
#include <chrono>
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

std::string held_out(const std::string& name) {
  return std::string(AANDACHT_SOURCE_DIR "/tests/data/reading/held-out/") + name;
}

TEST_CASE("the coach's figures on the labelled lines", "[.measure]") {
  const auto coach = domain::Coach::create(shipped());
  REQUIRE(coach.ok());
  const bool tell = std::getenv("TELL") != nullptr;
  for (const char* file : {"dev-written.tsv", "dev-short.tsv", "dev-real-star.tsv"}) {
    for (const char* language : {"nl", "en"}) {
      print(std::string(file) + " " + language, measure(**coach, file, language, tell));
    }
  }
  for (const char* file : {"coach-author2.tsv", "coach-chat-en.tsv"}) {
    for (const char* language : {"nl", "en"}) {
      print(std::string("held out: ") + file + " " + language, measure(**coach, held_out(file), language, false));
    }
  }
  if (const char* other = std::getenv("LINES")) {  // A file of the same form, outside tests/data.
    for (const char* language : {"nl", "en"}) print(language, measure(**coach, other, language, tell));
  }
}

TEST_CASE("how long the coach takes for a line", "[.measure]") {
  const domain::Library library = shipped();
  const auto began = std::chrono::steady_clock::now();
  const auto coach = domain::Coach::create(library);
  REQUIRE(coach.ok());
  const std::chrono::duration<double, std::milli> start = std::chrono::steady_clock::now() - began;
  std::vector<double> taken;
  const auto lines = test::coach_lines("dev-written.tsv");
  for (int round = 0; round < 5; ++round) {
    for (const test::CoachLine& line : lines) {
      const domain::Normalised text = domain::folded(domain::normalise(line.text));
      const auto from = std::chrono::steady_clock::now();
      const auto found = (*coach)->find(text, line.text, line.language);
      const std::chrono::duration<double, std::micro> one = std::chrono::steady_clock::now() - from;
      if (round > 0) taken.push_back(one.count());
    }
  }
  std::sort(taken.begin(), taken.end());
  double sum = 0;
  for (const double each : taken) sum += each;
  std::cout << "start " << start.count() << " ms; a line: mean " << sum / static_cast<double>(taken.size())
            << " us, median " << taken[taken.size() / 2] << ", p99 " << taken[taken.size() * 99 / 100] << "\n";
}

/// Mean of the labels' F1.
double macro_f1(const Figures& figures) {
  double sum = 0;
  for (const auto& [label, tally] : figures.labels) {
    const double both = tally.precision() + tally.recall();
    sum += both == 0 ? 0 : 2 * tally.precision() * tally.recall() / both;
  }
  return sum / static_cast<double>(figures.labels.size());
}

/// F1 of "any label that hurts".
double any_bad_f1(const Figures& figures) {
  int wanted = 0;
  for (const auto& [label, tally] : figures.labels) wanted += label == "ok" ? 0 : tally.wanted;
  return 2.0 * (figures.cards - figures.cards_on_ok) / (figures.cards + wanted);
}

double ok_flagged(const Figures& figures) {
  return double(figures.cards_on_ok) / std::max(1, figures.labels.at("ok").wanted);
}

TEST_CASE("on a writer that nothing was learned from, the coach finds most bad lines and leaves good ones alone") {
  const auto coach = domain::Coach::create(shipped());
  REQUIRE(coach.ok());
  const Figures dutch = measure(**coach, held_out("coach-author2.tsv"), "nl", false);
  CHECK(macro_f1(dutch) >= 0.80);
  CHECK(ok_flagged(dutch) <= 0.06);
  const Figures chat = measure(**coach, held_out("coach-chat-en.tsv"), "en", false);
  CHECK(any_bad_f1(chat) >= 0.75);
  CHECK(ok_flagged(chat) <= 0.04);
}

TEST_CASE("the coach stays quiet on good lines and finds most bad ones") {
  const auto coach = domain::Coach::create(shipped());
  REQUIRE(coach.ok());
  for (const char* language : {"nl", "en"}) {
    const Figures written = measure(**coach, "dev-written.tsv", language, false);
    CHECK(written.cards_on_ok <= written.cards / 50);  // A wrong card is worse than none.
    for (const char* label : {"blame", "helpless", "institute", "faceless", "jargon"}) {
      INFO(language << " " << label);
      CHECK(written.labels.at(label).precision() >= 0.93);
      CHECK(written.labels.at(label).recall() >= 0.78);
    }
  }
  const Figures real = measure(**coach, "dev-real-star.tsv", "en", false);
  CHECK(real.cards_on_ok <= 4);
  CHECK(real.labels.at("helpless").recall() >= 0.8);
}

}  // namespace
}  // namespace aandacht
