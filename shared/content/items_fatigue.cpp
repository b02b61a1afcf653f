// What tires, row by row, and from which score on a reset is suggested.
#include "absl/strings/str_cat.h"
#include "shared/content/cause_names.h"
#include "shared/content/item_parts.h"
#include "shared/content/load.h"

namespace aandacht::content {
namespace {

using domain::FatigueCause;
using domain::FatigueRules;
using domain::FatigueWeight;

constexpr int kHighestScore = 100;
constexpr double kHeaviest = 10;  // A sum of these is still a number.

void check_row(TableReader& reader, FatigueWeight& row) {
  if (row.from < 0) reader.wrong("from", "from must not be below 0");
  if (row.full > row.from) return;
  reader.wrong("full", "full must be above from: at from there are no points, at full all of them");
  row.full = row.from + 1;
}

void read_cause(const toml::table& table, const std::string& file, Mistakes& mistakes, FatigueRules& rules) {
  TableReader reader(table, file, "a cause", mistakes);
  const std::size_t before = mistakes.all().size();
  const FatigueCause cause = reader.choice("name", kCauses);
  const bool known = mistakes.all().size() == before;
  for (const std::string_view needed : {"from", "full", "points"}) {
    if (!reader.has(needed)) {
      mistakes.add(file, reader.line(),
                   absl::StrCat("a cause needs ", std::string(needed), "; add ", std::string(needed), " = …"));
    }
  }
  FatigueWeight row;
  row.from = reader.number("from", row.from);
  row.full = reader.number("full", row.from + 1);
  row.points = static_cast<int>(reader.integer("points", 0, 0, kHighestScore));
  row.reason = reader.required_text("reason");
  check_row(reader, row);
  reader.finish();
  if (known && !rules.weights.emplace(cause, std::move(row)).second) {
    reader.wrong("name", absl::StrCat("\"", name_of(kCauses, cause), "\" has two rows; keep one"));
  }
}

void read_causes(TableReader& reader, const std::string& file, Mistakes& mistakes, FatigueRules& rules) {
  rules.weights.clear();
  if (!reader.has("cause")) mistakes.add(file, 0, "no cause weighs anything; add [[cause]] …");
  for (const toml::table* row : reader.rows("cause")) read_cause(*row, file, mistakes, rules);
  int sum = 0;
  for (const auto& [cause, row] : rules.weights) sum += row.points;
  if (sum > kHighestScore) {
    reader.wrong("cause", absl::StrCat("the points of all causes are ", sum, " together; a score is at most ",
                                       kHighestScore, ", so give some of them fewer"));
  }
}

void read_thresholds(TableReader& reader, FatigueRules& rules) {
  rules.suggest_from = static_cast<int>(reader.integer("suggest_from", rules.suggest_from, 1, kHighestScore));
  rules.calm_below = static_cast<int>(reader.integer("calm_below", rules.calm_below, 1, kHighestScore));
  if (rules.calm_below > rules.suggest_from) {
    reader.wrong("calm_below", "calm_below must not be above suggest_from, or a suggestion would end as it begins");
  }
  rules.median_from_calls = static_cast<int>(reader.integer("median_from_calls", rules.median_from_calls, 3, 64));
  rules.heavy_by_text = reader.number("heavy_by_text", rules.heavy_by_text);
  rules.heavy_by_agent = reader.number("heavy_by_agent", rules.heavy_by_agent);
  if (rules.heavy_by_text <= 0) reader.wrong("heavy_by_text", "heavy_by_text must be above 0");
  if (rules.heavy_by_agent > kHeaviest) reader.wrong("heavy_by_agent", "heavy_by_agent must not be above 10");
  if (rules.heavy_by_agent < rules.heavy_by_text) {
    reader.wrong("heavy_by_agent", "heavy_by_agent must not be below heavy_by_text: the agent knows best");
  }
}

void read_spans(TableReader& reader, FatigueRules& rules) {
  rules.real_pause = reader.duration("real_pause", rules.real_pause);
  rules.shift_gap = reader.duration("shift_gap", rules.shift_gap);
  rules.half_life = reader.duration("half_life", rules.half_life);
  rules.offer_gap = reader.duration("offer_gap", rules.offer_gap);
  rules.decline_gap = reader.duration("decline_gap", rules.decline_gap);
  if (rules.half_life <= absl::ZeroDuration()) reader.wrong("half_life", "half_life must be above 0");
  if (rules.real_pause <= absl::ZeroDuration()) reader.wrong("real_pause", "real_pause must be above 0");
  if (rules.shift_gap <= rules.real_pause) {
    reader.wrong("shift_gap", "shift_gap must be longer than real_pause: a pause is not the end of a shift");
  }
}

}  // namespace

void read_fatigue(const toml::table& table, const std::string& file, Mistakes& mistakes, FatigueRules& rules) {
  TableReader reader(table, file, std::string(kFatigueFile), mistakes);
  read_thresholds(reader, rules);
  read_spans(reader, rules);
  read_causes(reader, file, mistakes, rules);
  reader.finish();
}

}  // namespace aandacht::content
