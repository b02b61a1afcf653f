#include "shared/content/check_prompt.h"

#include <set>
#include <string_view>

#include "absl/strings/str_split.h"
#include "shared/content/check.h"
#include "shared/content/check_detail.h"
#include "shared/domain/normalise.h"
#include "shared/domain/pushed_prompt.h"
#include "shared/domain/readability.h"

namespace aandacht::content {
namespace {

using domain::PromptFinding;
using domain::PromptFlaw;
using Words = std::set<std::string, std::less<>>;

// The words that a finding of the library's checks is about stand in its quotation marks.
std::string quoted_part(const std::string& what) {
  const std::size_t open = what.find("“");
  const std::size_t close = open == std::string::npos ? open : what.find("”", open);
  if (close == std::string::npos) return {};
  const std::size_t begin = open + std::string_view("“").size();
  return what.substr(begin, close - begin);
}

// "Zeg dat het morgen komt": a sentence that begins with what to do and offers nothing.
bool begins_with_order(std::string_view sentence, bool english) {
  static const Words kDutch = {"zeg",        "bel",     "doe",     "stop", "ga",     "geef",  "vraag", "vermijd",
                               "gebruik",    "zorg",    "let",     "noem", "maak",   "stuur", "meld",  "schrijf",
                               "controleer", "verwijs", "verbind", "rond", "houd",   "hou",   "leg",   "begin",
                               "wacht",      "denk",    "vergeet", "bied", "probeer"};
  static const Words kEnglish = {"say",  "call",  "do",     "don't",    "stop",  "go",    "give",  "ask",      "avoid",
                                 "use",  "make",  "tell",   "send",     "write", "check", "refer", "transfer", "close",
                                 "keep", "never", "always", "remember", "offer", "wait",  "try"};
  static const Words kDutchOffers = {"gerust", "even", "maar", "graag", "eventueel", "mag", "kan", "kunt"};
  static const Words kEnglishOffers = {"please", "feel", "like", "maybe", "perhaps", "may", "can", "could"};
  const std::vector<std::string> tokens =
      absl::StrSplit(domain::folded(domain::normalise(sentence)).text, ' ', absl::SkipEmpty());
  if (tokens.empty() || !(english ? kEnglish : kDutch).contains(tokens.front())) return false;
  for (const std::string& token : tokens) {
    if ((english ? kEnglishOffers : kDutchOffers).contains(token)) return false;
  }
  return true;
}

class PromptCheck {
 public:
  PromptCheck(std::string language, const std::vector<domain::JargonTerm>& jargon)
      : language_(language.empty() ? "nl" : std::move(language)), jargon_(jargon) {}

  void look_at(const std::string& words, bool in_reason) {
    in_reason_ = in_reason;
    const Passage said{"", language_, 0, "", "", words};
    for (const domain::JargonTerm* term : jargon_.find(words, language_.substr(0, 2)))
      add(PromptFlaw::kJargon, term->word, term->plain);
    const auto count = static_cast<int>(domain::spoken_words(words).size());
    if (count > static_cast<int>(kMostBreathWords)) add(PromptFlaw::kLength, "", "", count);
    if (!in_reason) look_for_orders(said);
    Findings they;
    check_they(said, they);
    for (const Finding& each : they) add(PromptFlaw::kThey, quoted_part(each.what), is_english() ? "we" : "wij");
    for (const std::string_view sentence : domain::sentences_of(words)) {
      if (domain::is_passive(sentence, language_)) add(PromptFlaw::kPassive, std::string(sentence));
    }
    for (const domain::Hardness& hard : domain::harder_than_b1(words, language_)) add(PromptFlaw::kLevel, hard.part);
    for (const std::string& slot : domain::open_slots(words)) add(PromptFlaw::kSlot, "{" + slot + "}");
  }

  [[nodiscard]] std::vector<PromptFinding> take() { return std::move(findings_); }

 private:
  [[nodiscard]] bool is_english() const { return language_.starts_with("en"); }

  void look_for_orders(const Passage& said) {
    Findings orders;
    check_orders(said, orders);
    for (const Finding& each : orders) add(PromptFlaw::kOrder, quoted_part(each.what));
    for (const std::string_view sentence : domain::sentences_of(said.text)) {
      if (begins_with_order(sentence, is_english())) add(PromptFlaw::kOrder, std::string(sentence));
    }
  }

  void add(PromptFlaw flaw, std::string part, std::string instead = {}, int words = 0) {
    findings_.push_back({flaw, in_reason_, std::move(part), std::move(instead), words});
  }

  const std::string language_;
  const JargonFinder jargon_;
  bool in_reason_ = false;
  std::vector<PromptFinding> findings_;
};

}  // namespace

std::vector<PromptFinding> check_prompt_words(const std::string& text, const std::string& reason,
                                              const std::string& language,
                                              const std::vector<domain::JargonTerm>& jargon) {
  PromptCheck check(language, jargon);
  check.look_at(text, false);
  check.look_at(reason, true);
  return check.take();
}

}  // namespace aandacht::content
