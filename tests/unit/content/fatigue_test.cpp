// The table of what tires: what ships, and mistakes in it with file and line.

#include "shared/content/check.h"
#include "shared/content/load.h"
#include "tests/support/catch.h"
#include "tests/unit/content/coach_lines.h"

namespace aandacht {
namespace {

using domain::FatigueCause;

const std::string kRow = "[[cause]]\nname = \"occupancy\"\nfrom = 0.8\nfull = 0.9\npoints = 20\nreason = \"busy\"\n";

absl::StatusOr<domain::Library> parse(const std::string& text) {
  const content::SourceFile file{"fatigue.toml", "", text};
  return content::parse_library(std::span(&file, 1));
}

/// The message of a table that must be refused.
std::string refusal(const std::string& text) {
  const auto library = parse(text);
  REQUIRE_FALSE(library.ok());
  return std::string(library.status().message());
}

/// `kRow` with another line in the place of the one that begins like it.
std::string row_with(const std::string& line) {
  const std::string key = line.substr(0, line.find('=') + 1);
  const std::size_t at = kRow.find(key);
  REQUIRE(at != std::string::npos);
  return kRow.substr(0, at) + line + kRow.substr(kRow.find('\n', at));
}

TEST_CASE("What is no number or never ends is refused with its line") {
  for (const char* value : {"inf", "-inf", "nan"}) {
    CHECK(refusal(row_with(std::string("full = ") + value)).find("fatigue.toml:4: full must be a number that") !=
          std::string::npos);
    CHECK(refusal(std::string("heavy_by_agent = ") + value + "\n" + kRow).find("fatigue.toml:1: heavy_by_agent") !=
          std::string::npos);
  }
  for (const char* key : {"real_pause", "shift_gap", "half_life", "offer_gap", "decline_gap"}) {
    INFO(key);
    CHECK(refusal(std::string(key) + " = \"inf\"\n" + kRow).find(std::string("fatigue.toml:1: ") + key) !=
          std::string::npos);
  }
  CHECK(refusal("heavy_by_agent = 1e308\n" + kRow).find("fatigue.toml:1: heavy_by_agent must not be above 10") !=
        std::string::npos);
}

TEST_CASE("The table that ships is the one that a desk without content uses, with a reason for every row") {
  auto library = content::load_library(test::content_folder());
  INFO(library.status());
  REQUIRE(library.ok());
  REQUIRE(library->fatigue.weights.size() == 8);
  for (auto& [cause, row] : library->fatigue.weights) {
    CHECK(row.reason.size() > 40);
    row.reason.clear();
  }
  CHECK(library->fatigue == domain::shipped_fatigue_rules());
}

TEST_CASE("The points of all causes that ship are 100 together") {
  int sum = 0;
  for (const auto& [cause, row] : domain::shipped_fatigue_rules().weights) sum += row.points;
  CHECK(sum == 100);
}

TEST_CASE("A table of one row counts that cause alone, and keeps the thresholds that it does not name") {
  const auto library = parse("suggest_from = 70\nhalf_life = \"30m\"\n" + kRow);
  INFO(library.status());
  REQUIRE(library.ok());
  CHECK(library->fatigue.weights ==
        std::map<FatigueCause, domain::FatigueWeight>{{FatigueCause::kOccupancy, {0.8, 0.9, 20, "busy"}}});
  CHECK(library->fatigue.suggest_from == 70);
  CHECK(library->fatigue.calm_below == 45);
  CHECK(library->fatigue.half_life == absl::Minutes(30));
}

TEST_CASE("Mistakes in the table are told with their line and what to write instead") {
  struct Case {
    std::string text;
    std::string told;
  };
  const std::vector<Case> cases = {
      {row_with("name = \"mouse\""), "fatigue.toml:2: unknown name \"mouse\"; write one of occupancy, calls-in-a-row"},
      {row_with("full = 0.8"), "fatigue.toml:4: full must be above from"},
      {row_with("from = -1"), "fatigue.toml:3: from must not be below 0"},
      {row_with("points = 101"), "fatigue.toml:5: points must be a whole number from 0 to 100"},
      {row_with("reason = \"\""), "fatigue.toml:6: reason is empty"},
      {row_with("reason = 3"), "fatigue.toml:6: reason must be text"},
      {"[[cause]]\nname = \"occupancy\"\nfrom = 0\nfull = 1\npoints = 1\n", "fatigue.toml:1: a cause needs reason"},
      {"[[cause]]\nname = \"occupancy\"\nfull = 1\npoints = 1\nreason = \"r\"\n", "fatigue.toml:1: a cause needs from"},
      {kRow + kRow, "fatigue.toml:8: \"occupancy\" has two rows; keep one"},
      {row_with("points = 60") + "[[cause]]\nname = \"heavy-calls\"\nfrom = 0\nfull = 4\npoints = 41\nreason = \"r\"\n",
       "the points of all causes are 101 together; a score is at most 100"},
      {"cause = \"occupancy\"\n", "fatigue.toml:1: cause must be written as [[cause]]"},
      {"suggest_from = 60\n", "fatigue.toml: no cause weighs anything"},
      {"calm_below = 61\n" + kRow, "fatigue.toml:1: calm_below must not be above suggest_from"},
      {"half_life = \"0s\"\n" + kRow, "fatigue.toml:1: half_life must be above 0"},
      {"shift_gap = \"4m\"\n" + kRow, "fatigue.toml:1: shift_gap must be longer than real_pause"},
      {"heavy_by_agent = 0.5\n" + kRow, "fatigue.toml:1: heavy_by_agent must not be below heavy_by_text"},
      {"median_from_calls = 2\n" + kRow, "fatigue.toml:1: median_from_calls must be a whole number from 3 to 64"},
      {"keystrokes = 3\n" + kRow, "fatigue.toml:1: fatigue.toml has no field \"keystrokes\""},
  };
  for (const Case& each : cases) {
    const std::string told = refusal(each.text);
    INFO(told);
    CHECK(told.find(each.told) != std::string::npos);
  }
}

TEST_CASE("The check of a library finds what is wrong in the table") {
  const std::vector<content::SourceFile> files = {{"fatigue.toml", "", row_with("full = 0.1")}};
  const std::vector<content::Finding> findings = content::check_content(files);
  REQUIRE_FALSE(findings.empty());
  CHECK(findings.front().file == "fatigue.toml");
  CHECK(findings.front().line == 4);
  CHECK(findings.front().kind == "unreadable");
}

}  // namespace
}  // namespace aandacht
