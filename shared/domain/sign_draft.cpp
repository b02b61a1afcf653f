#include "shared/domain/sign_draft.h"

#include <algorithm>
#include <optional>
#include <set>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "shared/domain/normalise.h"
#include "shared/domain/readability.h"

namespace aandacht::domain {
namespace {

/// The same sentence in both languages.
struct Both {
  const char* dutch;
  const char* english;

  [[nodiscard]] std::string in(bool english_wanted) const { return english_wanted ? english : dutch; }
};

constexpr Both kRuleGap = {"[vul aan: het antwoord, in één zin]", "[fill in: the answer, in one sentence]"};
constexpr Both kReasonGap = {"[vul aan: waarom dat zo is, wat de klant eraan heeft]",
                             "[fill in: why it is so, what good it does the customer]"};
constexpr Both kTopicGap = {"[vul aan: waar het over gaat]", "[fill in: what it is about]"};
constexpr Both kShortGap = {"[vul aan: het antwoord, in hooguit 15 woorden]", "[fill in: the answer, in 15 words]"};
constexpr Both kIvr = {"Belt u over ", "Are you calling about "};
constexpr Both kGreeting = {"Belt u over ", "If you are calling about "};
constexpr Both kGreetingThen = {", dan kan ik u meteen zeggen: ", ", I can tell you straight away: "};
constexpr Both kLetterAbout = {"Veel klanten vragen ons naar ", "Many customers ask us about "};
constexpr Both kLetterEnd = {"Heeft u daarna nog een vraag, dan helpen wij u graag.",
                             "If you have another question after this, we are glad to help."};

bool is_english(std::string_view language) { return language.substr(0, 2) == "en"; }

/// How much of `text` its first character takes.
std::size_t first_size(const std::string& text) {
  std::size_t size = 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) ++size;
  return size;
}

std::string capital(std::string text) {
  if (!text.empty() && first_size(text) == 1) text[0] = absl::ascii_toupper(static_cast<unsigned char>(text[0]));
  return text;
}

/// For the middle of a sentence; a word that is all capitals ("VAT", "I") stays.
std::string lower_first(std::string text) {
  if (text.size() < 2 || first_size(text) > 1) return text;
  const bool is_i = text[0] == 'I' && (text[1] == ' ' || text[1] == '\'');
  if (absl::ascii_isupper(static_cast<unsigned char>(text[1])) || is_i) return text;
  text[0] = absl::ascii_tolower(static_cast<unsigned char>(text[0]));
  return text;
}

std::string without_mark(std::string_view text) {
  std::string bare(absl::StripAsciiWhitespace(absl::string_view(text.data(), text.size())));
  while (!bare.empty() && (bare.back() == '.' || bare.back() == '?' || bare.back() == '!' || bare.back() == ',')) {
    bare.pop_back();
  }
  return bare;
}

std::string sentence(const std::string& text) {
  std::string whole = capital(std::string(absl::StripAsciiWhitespace(text)));
  if (!whole.empty() && whole.back() != '.' && whole.back() != '?' && whole.back() != '!') whole += '.';
  return whole;
}

bool asks(const std::string& words, bool english) {
  static const std::set<std::string> kDutch = {"waar",  "wanneer", "waarom", "hoe",   "wat",     "wie",    "welke",
                                               "kan",   "kunt",    "kun",    "mag",   "moet",    "is",     "zijn",
                                               "heeft", "hebben",  "komt",   "krijg", "hoelang", "hoeveel"};
  static const std::set<std::string> kEnglish = {"where", "when",  "why", "how",  "what",  "who", "which",
                                                 "can",   "could", "may", "do",   "does",  "is",  "are",
                                                 "will",  "have",  "has", "must", "should"};
  const std::string folded_words = folded(normalise(words)).text;
  const std::string first = folded_words.substr(0, folded_words.find(' '));
  return (english ? kEnglish : kDutch).contains(first);
}

/// The topic as it stands in a sentence.
std::optional<std::string> topic_of(const Why* why) {
  if (why == nullptr) return std::nullopt;
  return why->spoken.empty() ? why->topic : why->spoken;
}

/// The first sentence of a text.
std::string first_sentence(const std::string& text) {
  const std::vector<std::string_view> all = sentences_of(text);
  return all.empty() ? std::string() : std::string(all.front());
}

/// Puts a draft together and notes what is missing.
class Draft {
 public:
  Draft(bool english, const Why* why) : english_(english), why_(why) {}

  [[nodiscard]] std::string rule() {
    if (why_ != nullptr && !why_->rule.empty()) return sentence(why_->rule);
    return gap(SignGap::kRule, kRuleGap);
  }
  [[nodiscard]] std::string reason() {
    if (why_ != nullptr && !why_->customer.empty()) return sentence(first_sentence(why_->customer));
    return gap(SignGap::kReason, kReasonGap);
  }
  [[nodiscard]] std::string topic() {
    const std::optional<std::string> known = topic_of(why_);
    return known && !known->empty() ? lower_first(*known) : gap(SignGap::kTopic, kTopicGap);
  }
  [[nodiscard]] std::string gap(SignGap missing, const Both& words) {
    gaps_.push_back(missing);
    return words.in(english_);
  }
  [[nodiscard]] std::string in(const Both& words) const { return words.in(english_); }
  [[nodiscard]] SignDraft made(std::string text) { return {std::move(text), std::move(gaps_)}; }

 private:
  bool english_;
  const Why* why_;
  std::vector<SignGap> gaps_;
};

SignDraft for_site(Draft draft, const std::vector<std::string>& wordings, std::string_view language) {
  std::string title = sign_title(wordings, language);
  if (title.empty()) title = capital(draft.topic());
  const std::string rule = draft.rule();
  return draft.made(absl::StrCat(title, "\n", rule, " ", draft.reason()));
}

SignDraft for_ivr(Draft draft) {
  std::string begin = absl::StrCat(draft.in(kIvr), draft.topic(), "? ");
  const std::string whole = absl::StrCat(begin, draft.rule());
  if (spoken_words(whole).size() <= kMostIvrWords) return draft.made(whole);
  return draft.made(absl::StrCat(begin, draft.gap(SignGap::kShorter, kShortGap)));
}

SignDraft for_greeting(Draft draft) {
  const std::string topic = draft.topic();
  return draft.made(
      absl::StrCat(draft.in(kGreeting), topic, draft.in(kGreetingThen), lower_first(without_mark(draft.rule())), "."));
}

SignDraft for_letter(Draft draft) {
  const std::string about = absl::StrCat(draft.in(kLetterAbout), draft.topic(), ". ");
  const std::string rule = draft.rule();
  return draft.made(absl::StrCat(about, rule, " ", draft.reason(), " ", draft.in(kLetterEnd)));
}

}  // namespace

std::string sign_title(const std::vector<std::string>& wordings, std::string_view language) {
  for (const std::string& words : wordings) {
    // What was redacted stands in square brackets.
    if (words.find('[') != std::string::npos) continue;
    const std::string bare = capital(without_mark(words));
    if (bare.empty()) continue;
    return asks(bare, is_english(language)) ? bare + "?" : absl::StrCat("“", bare, "”");
  }
  return {};
}

SignDraft draft_sign(SignPlace place, std::string_view language, const std::vector<std::string>& wordings,
                     const Why* why) {
  Draft draft(is_english(language), why);
  switch (place) {
    case SignPlace::kSite:
      return for_site(std::move(draft), wordings, language);
    case SignPlace::kIvr:
      return for_ivr(std::move(draft));
    case SignPlace::kGreeting:
      return for_greeting(std::move(draft));
    case SignPlace::kLetter:
      return for_letter(std::move(draft));
  }
  return {};
}

}  // namespace aandacht::domain
