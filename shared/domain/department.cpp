#include "shared/domain/department.h"

#include <algorithm>
#include <array>
#include <utility>

#include "absl/strings/str_cat.h"

namespace aandacht::domain {
namespace {

constexpr char kDepartment = 'D';
constexpr char kColleague = 'C';
constexpr std::size_t kLongestName = 40;  // Bytes; a longer one is no name.

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Words that name no department by themselves.
constexpr std::array<std::string_view, 18> kGeneric = {
    "afdeling", "afdelingen", "team",   "teams",  "dienst",      "diensten", "kantoor",    "locatie", "regio",
    "zaken",    "zorg",       "bureau", "office", "departments", "dept",     "department", "central", "admin"};
// The agent's own, or the head of the company: "we" of these would sound odd.
constexpr std::array<std::string_view, 24> kNotNamed = {
    "klantenservice", "callcenter",  "helpdesk",     "servicedesk", "call centre", "call center",
    "contact centre", "switchboard", "directie",     "management",  "bestuur",     "leiding",
    "hogerhand",      "bovenaf",     "hoofdkantoor", "head office", "corporate",   "upstairs",
    "the board",      "higher ups",  "that side",    "chat",        "webcare",     "gate"};
constexpr std::array<std::string_view, 26> kAnyColleague = {
    "collega",     "collega's",  "collegas", "medewerker", "medewerkers", "medewerkster", "leidinggevende",
    "manager",     "chef",       "baas",     "voorganger", "teamleider",  "leverancier",  "partner",
    "colleague",   "colleagues", "coworker", "managers",   "supervisor",  "boss",         "whoever",
    "predecessor", "partners",   "agent",    "agents",     "supplier"};
constexpr std::array<std::string_view, 3> kVague = {"andere", "ander", "aparte"};
constexpr std::array<std::string_view, 5> kConcerned = {"betreffende", "desbetreffende", "verantwoordelijke", "juiste",
                                                        "eigen"};
constexpr std::array<std::string_view, 14> kNeuter = {"team",   "kantoor", "magazijn",     "loket",    "filiaal",
                                                      "bureau", "centrum", "depot",        "lab",      "laboratorium",
                                                      "beheer", "rooster", "secretariaat", "warehouse"};

struct Word {
  std::string_view text;
  std::size_t begin = 0;
};

Word word_before(std::string_view text, std::size_t at) {
  if (at < 2) return {};
  const std::size_t space = text.rfind(' ', at - 2);
  const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
  return {text.substr(begin, at - 1 - begin), begin};
}

Word word_after(std::string_view text, std::size_t end) {
  if (end + 1 >= text.size()) return {};
  return {text.substr(end + 1, text.find(' ', end + 1) - end - 1), end + 1};
}

/// As it was written, without a capital that only began a sentence.
std::string as_said(const Normalised& text, std::string_view original, std::size_t begin, std::size_t end) {
  std::string said(original_words(text, original, begin, end));
  const bool shouted = said.size() > 1 && said[1] >= 'A' && said[1] <= 'Z';
  if (!said.empty() && !shouted && said[0] >= 'A' && said[0] <= 'Z') said[0] = static_cast<char>(said[0] - 'A' + 'a');
  return said;
}

bool is_neuter(std::string_view name) {
  return std::any_of(kNeuter.begin(), kNeuter.end(), [&](std::string_view end) { return name.ends_with(end); });
}

std::optional<std::string> dutch(const Normalised& text, std::string_view original, std::size_t begin,
                                 std::size_t end) {
  const std::string_view all = text.text;
  const std::string_view name = all.substr(begin, end - begin);
  Word before = word_before(all, begin);
  if (is_one_of(before.text, kVague) || is_one_of(before.text, kConcerned)) return std::nullopt;
  bool has_kind = false;
  if (is_one_of(name, kGeneric)) {  // "afdeling hypotheken", "de technische dienst".
    const Word after = word_after(all, end);
    if (name.starts_with("afdeling") && after.text.size() > 3 && !is_stop_word(after.text, "nl")) {
      end = after.begin + after.text.size();
      has_kind = true;
    } else if (before.text.size() > 4 && before.text.ends_with("e") && !is_stop_word(before.text, "nl")) {
      begin = before.begin;
      before = word_before(all, begin);
      has_kind = true;
    } else {
      return std::nullopt;
    }
  }
  if (end - begin > kLongestName) return std::nullopt;
  const std::string said = as_said(text, original, begin, end);
  const bool article = has_kind || before.text == "de" || before.text == "het" || before.text == "die" ||
                       before.text == "onze" || before.text == "ons" || before.text == "dat" || before.text == "'t";
  if (!article) return absl::StrCat("wij van ", said);
  const bool neuter = before.text == "het" || before.text == "ons" || before.text == "'t" || is_neuter(name);
  return absl::StrCat("wij van ", neuter ? "het " : "de ", said);
}

std::optional<std::string> english(const Normalised& text, std::string_view original, std::size_t begin,
                                   std::size_t end) {
  static constexpr std::array<std::string_view, 13> kPlaces = {
      "branch", "store",  "shop",     "depot",     "ward",    "clinic",  "front desk",
      "hub",    "office", "workshop", "warehouse", "kitchen", "pharmacy"};
  const std::string_view all = text.text;
  const std::string_view name = all.substr(begin, end - begin);
  Word before = word_before(all, begin);
  if (before.text == "other" || before.text == "another" || before.text == "different" || before.text == "separate" ||
      before.text == "relevant" || before.text == "appropriate" || before.text == "wrong") {
    return std::nullopt;
  }
  const bool team = name == "team" || name == "department" || name == "office" || name == "dept";
  if (is_one_of(name, kGeneric) || team) {  // "the claims team".
    const bool kind = before.text.size() > 3 && !is_stop_word(before.text, "en") && before.text != "whole";
    if (!kind || !team) return std::nullopt;
    return absl::StrCat("we in the ", as_said(text, original, before.begin, end));
  }
  if (end - begin > kLongestName) return std::nullopt;
  const std::string said = as_said(text, original, begin, end);
  if (is_one_of(name, kPlaces)) return absl::StrCat("we at the ", said);
  return name.ends_with("team") || name.ends_with("desk") ? absl::StrCat("we in the ", said)
                                                          : absl::StrCat("we in ", said);
}

bool is_plural(std::string_view word, bool is_english) {
  if (is_english) return word.ends_with("s") && !word.ends_with("ss");
  return word.ends_with("s") || word.ends_with("en");
}

}  // namespace

std::optional<std::string> department_as_we(const TurnShape& shape, const Normalised& text, std::string_view original,
                                            std::string_view language) {
  const std::string_view all = text.text;
  for (std::size_t i = 0; i < shape.kinds.size(); ++i) {
    if (shape.kinds[i] != kDepartment) continue;
    const std::string_view name = all.substr(shape.begins[i], shape.ends[i] - shape.begins[i]);
    if (is_one_of(name, kNotNamed)) continue;
    auto said = language == "en" ? english(text, original, shape.begins[i], shape.ends[i])
                                 : dutch(text, original, shape.begins[i], shape.ends[i]);
    if (said) return said;
  }
  return std::nullopt;
}

std::optional<std::string> colleague_as_ours(const TurnShape& shape, const Normalised& text, std::string_view original,
                                             std::string_view language) {
  const bool is_english = language == "en";
  for (std::size_t i = 0; i < shape.kinds.size(); ++i) {
    if (shape.kinds[i] != kColleague) continue;
    const std::string_view name = std::string_view(text.text).substr(shape.begins[i], shape.ends[i] - shape.begins[i]);
    if (is_one_of(name, kAnyColleague) || name.find("collega") != std::string_view::npos) continue;
    const std::string said = as_said(text, original, shape.begins[i], shape.ends[i]);
    if (is_plural(name, is_english)) return absl::StrCat(is_english ? "one of our " : "een van onze ", said);
    return absl::StrCat(is_english ? "our " : "onze ", said);
  }
  return std::nullopt;
}

}  // namespace aandacht::domain
