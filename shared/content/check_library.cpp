// Checks that look further than one text: a rule against its examples, one language against another.
#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "shared/content/check_detail.h"
#include "shared/content/choices.h"
#include "shared/content/items.h"
#include "shared/domain/normalise.h"
#include "shared/domain/phrase_rules.h"

namespace aandacht::content {
namespace {

using domain::Library;

/// A library in which this rule is the only one.
std::unique_ptr<domain::PhraseRules> rules_of(domain::CoachRule rule, const Library& library) {
  Library alone;
  alone.lexicons = library.lexicons;
  alone.coach_rules = {std::move(rule)};
  absl::StatusOr<std::unique_ptr<domain::PhraseRules>> rules = domain::PhraseRules::create(alone);
  return rules.ok() ? *std::move(rules) : nullptr;
}

bool fires(const domain::PhraseRules& rules, const Passage& line) {
  return !rules.find(domain::folded(domain::normalise(line.text)), line.text, line.language).empty();
}

void check_phrases(const Item& item, const domain::CoachRule& rule, const std::vector<Passage>& examples,
                   const Library& library, Findings& findings) {
  const std::vector<Passage> phrases = item.texts("phrases");
  for (std::size_t i = 0; i < phrases.size() && phrases.size() == rule.phrases.size(); ++i) {
    domain::CoachRule one = rule;
    one.phrases = {rule.phrases[i]};
    one.unless.clear();
    const auto compiled = rules_of(std::move(one), library);
    const auto matches = [&](const Passage& example) { return fires(*compiled, example); };
    if (compiled == nullptr || std::any_of(examples.begin(), examples.end(), matches)) continue;
    findings.push_back(finding(phrases[i], "example",
                               absl::StrCat("“", phrases[i].text, "” matches none of the examples"),
                               "add an example that it is for, or leave the phrase out"));
  }
}

using Things = std::map<std::string, std::set<std::string>>;  ///< By language.

/// Everything of which a language has at least one, if another has.
Things kinds_of(const Library& library) {
  Things things;
  for (const auto& rule : library.coach_rules)
    things[rule.language].insert(absl::StrCat("rule for ", name_of(kLabels, rule.label)));
  for (const auto& line : library.we_lines)
    things[line.language].insert(absl::StrCat("we_line for ", name_of(kLabels, line.label)));
  for (const auto& line : library.warmth_lines) {
    things[line.language].insert(line.opening
                                     ? absl::StrCat("warmth_line with opening ", name_of(kOccasions, line.occasion))
                                     : absl::StrCat("warmth_line with phase ", name_of(kPhases, line.phase)));
  }
  return things;
}

std::string file_of(const std::string& path) { return path.substr(path.find('/') + 1); }

/// How many items of each kind a file has: "12 × why in whys.toml".
std::map<std::string, std::map<std::string, std::size_t>> counts_of(const std::vector<Item>& items) {
  static const std::set<std::string> kSame = {"why", "habit", "prompt", "exercise"};
  std::map<std::string, std::map<std::string, std::size_t>> counts;
  for (const Item& item : items) {
    const std::size_t begin = item.name.find(' ') + 1;
    const std::string kind = item.name.substr(begin, item.name.find(' ', begin) - begin);
    if (kSame.contains(kind)) ++counts[absl::StrCat(file_of(item.file), " ", kind)][item.language];
  }
  return counts;
}

}  // namespace

void check_rule(const Item& item, const Library& library, Findings& findings) {
  const domain::CoachRule* rule = domain::find_rule(library, full_id(item.text("id"), item.language));
  const std::vector<Passage> examples = item.texts("examples");
  const std::vector<Passage> counters = item.texts("counter_examples");
  if (rule == nullptr || (examples.empty() && counters.empty())) return;
  const auto compiled = rules_of(*rule, library);
  if (compiled == nullptr) return;
  for (const Passage& example : examples) {
    if (fires(*compiled, example)) continue;
    findings.push_back(finding(example, "example", absl::StrCat("the rule stays quiet at “", example.text, "”"),
                               "widen a phrase or leave the example out"));
  }
  for (const Passage& counter : counters) {
    if (!fires(*compiled, counter)) continue;
    findings.push_back(finding(counter, "example", absl::StrCat("the rule speaks at “", counter.text, "”"),
                               "narrow a phrase or add to unless"));
  }
  if (!examples.empty()) check_phrases(item, *rule, examples, library, findings);
}

void check_languages(const Library& library, const std::vector<Item>& items, Findings& findings) {
  const Things things = kinds_of(library);
  if (things.size() < 2) return;
  std::set<std::string> all;
  for (const auto& [language, some] : things) all.insert(some.begin(), some.end());
  for (const auto& [language, some] : things) {
    for (const std::string& thing : all) {
      if (some.contains(thing)) continue;
      findings.push_back(
          {language + "/", 0, "languages", absl::StrCat("no ", thing), "write one: another language has it"});
    }
  }
  for (const auto& [what, by_language] : counts_of(items)) {
    const std::string file = what.substr(0, what.find(' '));
    const std::string kind = what.substr(what.find(' ') + 1);
    std::size_t most = 0;
    for (const auto& [language, count] : by_language) most = std::max(most, count);
    for (const auto& [language, some] : things) {
      const auto found = by_language.find(language);
      const std::size_t count = found == by_language.end() ? 0 : found->second;
      if (count == most) continue;
      findings.push_back({absl::StrCat(language, "/", file), 0, "languages",
                          absl::StrCat(count, " [[", kind, "]] where another language has ", most),
                          "write the rest, or put what one language alone needs in a file of its own name"});
    }
  }
}

}  // namespace aandacht::content
