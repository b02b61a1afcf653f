// What cannot be said to a customer: jargon, orders, "they", more than a breath.
#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "shared/content/check_detail.h"
#include "shared/domain/normalise.h"
#include "shared/domain/readability.h"

namespace aandacht::content {
namespace {

using Tokens = std::vector<std::string>;
using Set = std::set<std::string, std::less<>>;

Tokens tokens_of(std::string_view text) {
  return absl::StrSplit(domain::folded(domain::normalise(text)).text, ' ', absl::SkipEmpty());
}

std::string in_quotes(std::string_view text) { return absl::StrCat("“", std::string(text), "”"); }

/// Where in a sentence somebody is told what to do, as the words say it; empty: nowhere.
std::string order_in(const Tokens& tokens, bool english) {
  // After these "u moet" tells how things are, not what to do: "als u lang moet wachten", "when you have to wait".
  static const Set kDutchOpen = {"als",  "dat", "of",    "omdat", "wanneer", "waarom",
                                 "wat",  "hoe", "zodat", "want",  "voordat", "terwijl",
                                 "waar", "wie", "die",   "welke", "toch",    "hoelang"};
  static const Set kEnglishOpen = {"that",   "if",    "when",  "what", "why",     "how",   "where", "because",
                                   "before", "after", "while", "than", "whether", "which", "who",   "do",
                                   "don't",  "did",   "and",   "then", "so",      "until", "until", "once"};
  static const Set kDutchYou = {"u", "je", "jij", "jullie", "ge", "gij"};
  static const Set kDutchMust = {"moet", "moeten", "dient"};
  static const Set kEnglishMust = {"must", "should", "ought"};
  static const Set kEnglishMustTo = {"need", "have"};
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const std::string& next = tokens[i + 1];
    const std::string after = i + 2 < tokens.size() ? tokens[i + 2] : "";
    const std::string words = absl::StrCat(tokens[i], " ", next);
    if (english) {
      if (i > 0 && kEnglishOpen.contains(tokens[i - 1])) continue;
      const std::string later = after == "not" && i + 3 < tokens.size() ? tokens[i + 3] : after;
      const bool told = later != "have" && later != "be";  // "you should have heard", "you should be able to".
      if (tokens[i] == "you" && kEnglishMust.contains(next) && told) return words;
      if ((tokens[i] == "you" || tokens[i] == "you'll") && kEnglishMustTo.contains(next) && after == "to") return words;
    } else {
      if (i > 0 && kDutchOpen.contains(tokens[i - 1])) continue;
      if (kDutchYou.contains(tokens[i]) && kDutchMust.contains(next)) return words;
      const bool spared = after == "niet" || after == "niets" || after == "geen" || after == "toch";
      if (kDutchMust.contains(tokens[i]) && kDutchYou.contains(next) && !spared) return words;
    }
  }
  return {};
}

/// "they" so soon after a colleague or a department that it must be them, "they of …", or "they" as the first word of
/// all: who speaks so to a customer speaks of colleagues.
std::string they_in(const Tokens& tokens, bool english) {
  static const Set kDutchThem = {"collega's", "collega",    "afdeling",     "team",         "magazijn",
                                 "planning",  "kantoor",    "facturatie",   "hoofdkantoor", "monteurs",
                                 "technici",  "backoffice", "administratie"};
  static const Set kEnglishThem = {"colleagues", "colleague", "department", "team",      "warehouse",  "planning",
                                   "office",     "billing",   "engineers",  "mechanics", "technicians"};
  static const Set kDutchThey = {"zij", "ze", "hun", "hen", "hullie"};
  static const Set kEnglishThey = {"they", "them", "their", "they'll", "they're", "they've", "they'd"};
  constexpr std::size_t kReach = 8;
  static const Set kSubject = {"zij", "ze", "they"};
  std::size_t since = kReach + 1;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string& token = tokens[i];
    since = (english ? kEnglishThem : kDutchThem).contains(token) ? 0 : since + 1;
    if (!(english ? kEnglishThey : kDutchThey).contains(token)) continue;
    const bool named = i + 1 < tokens.size() && (tokens[i + 1] == "van" || tokens[i + 1] == "of");
    if (since <= kReach || (kSubject.contains(token) && (i == 0 || named))) return token;
  }
  return {};
}

bool is_english(const Passage& said) { return said.language.starts_with("en"); }

}  // namespace

Finding finding(const Passage& at, std::string_view kind, std::string what, std::string advice) {
  return {at.file, at.line, std::string(kind), absl::StrCat(at.item, ", ", at.key, ": ", what), std::move(advice)};
}

JargonFinder::JargonFinder(const std::vector<domain::JargonTerm>& terms) {
  for (const domain::JargonTerm& term : terms) {
    std::vector<std::string> spellings = term.forms;
    spellings.push_back(term.word);
    for (const std::string& spelling : spellings) {
      Tokens words = tokens_of(spelling);
      if (words.empty()) continue;
      const std::string first = words.front();
      by_first_word_[term.language].emplace(first, Spelling{std::move(words), &term});
    }
  }
}

std::vector<const domain::JargonTerm*> JargonFinder::find(std::string_view text, const std::string& language) const {
  std::vector<const domain::JargonTerm*> found;
  const auto spellings = by_first_word_.find(language);
  if (spellings == by_first_word_.end()) return found;
  const Tokens tokens = tokens_of(text);
  const std::string whole = domain::folded(domain::normalise(text)).text;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto [begin, end] = spellings->second.equal_range(tokens[i]);
    for (auto it = begin; it != end; ++it) {
      const Tokens& words = it->second.words;
      const bool here = i + words.size() <= tokens.size() &&
                        std::equal(words.begin(), words.end(), tokens.begin() + static_cast<std::ptrdiff_t>(i));
      const std::string plain = domain::folded(domain::normalise(it->second.term->plain)).text;
      const bool told = std::find(found.begin(), found.end(), it->second.term) != found.end();
      if (here && !told && whole.find(plain) == std::string::npos) found.push_back(it->second.term);
    }
  }
  return found;
}

void check_jargon(const Passage& said, const JargonFinder& jargon, Findings& findings) {
  for (const domain::JargonTerm* term : jargon.find(said.text, said.language)) {
    findings.push_back(finding(said, "jargon", absl::StrCat(in_quotes(term->word), " is jargon"),
                               absl::StrCat("say ", in_quotes(term->plain), ", or say both")));
  }
}

void check_level(const Passage& said, Findings& findings) {
  for (const domain::Hardness& hard : domain::harder_than_b1(said.text, said.language)) {
    const std::size_t semicolon = std::min(hard.reason.find("; "), hard.reason.find(": "));
    findings.push_back(finding(
        said, "level", absl::StrCat("harder than B1, ", hard.reason.substr(0, semicolon), ": ", in_quotes(hard.part)),
        semicolon == std::string::npos ? "" : hard.reason.substr(semicolon + 2)));
  }
}

void check_orders(const Passage& said, Findings& findings) {
  for (const std::string_view sentence : domain::sentences_of(said.text)) {
    if (sentence.ends_with('?')) continue;
    const std::string order = order_in(tokens_of(sentence), is_english(said));
    if (order.empty()) continue;
    findings.push_back(finding(said, "order", absl::StrCat(in_quotes(order), " is an order"),
                               is_english(said) ? "say what I do, or what \"you can\" do"
                                                : "say what \"ik\" do, or what the customer \"kan\" do"));
  }
}

void check_they(const Passage& said, Findings& findings) {
  const std::string they = they_in(tokens_of(said.text), is_english(said));
  if (they.empty()) return;
  findings.push_back(finding(said, "they", absl::StrCat(in_quotes(they), " is about colleagues"),
                             is_english(said) ? "say \"we\": to the customer you are one company"
                                              : "say \"wij\": to the customer you are one company"));
}

void check_form(const Passage& said, std::string_view address_form, Findings& findings) {
  static const Set kInformal = {"je", "jij", "jou", "jouw", "jullie"};
  static const Set kFormal = {"u", "uw", "uzelf"};
  if (!said.language.starts_with("nl") || (address_form != "u" && address_form != "je")) return;
  const Set& wrong = address_form == "u" ? kInformal : kFormal;
  for (const std::string& token : tokens_of(said.text)) {
    if (!wrong.contains(token)) continue;
    findings.push_back(finding(said, "form",
                               absl::StrCat(in_quotes(token), " in a line for “", std::string(address_form), "”"),
                               "use one form of address, or give the line another address_form"));
    return;
  }
}

void check_breath(const Passage& at, const std::string& together, Findings& findings) {
  const std::size_t words = domain::spoken_words(together).size();
  if (words <= kMostBreathWords) return;
  findings.push_back(finding(at, "breath", absl::StrCat(words, " words in one breath"),
                             absl::StrCat("leave out ", words - kMostBreathWords, ": at most ", kMostBreathWords,
                                          ", with what is said just before it")));
}

}  // namespace aandacht::content
