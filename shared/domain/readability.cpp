#include "shared/domain/readability.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "shared/domain/normalise.h"
#include "shared/domain/phrase_list.h"

namespace aandacht::domain {
namespace {

constexpr int kSlotSyllables = 2;    // What fills a slot is not known; a short word most of the time.
constexpr int kDigitsSyllables = 2;  // "25", "2026": read as a word or two.
constexpr int kLongWordSyllables = 4;
constexpr std::size_t kLeastMeasured = 10;  // Words; fewer are measured with what follows.
constexpr std::size_t kLeastAlone = 6;      // A whole text of fewer words is not measured.

bool is_english(std::string_view language) { return base_language(language) == "en"; }

/// Lower case without diacritics, but a diaeresis parts two vowels, so it is kept as a mark between them.
std::string letters_of(std::string_view word) {
  std::string marked;
  for (std::size_t i = 0; i < word.size(); ++i) {
    // "ë", "ï", "ö", "ü" are C3 AB, C3 AF, C3 B6, C3 BC.
    const bool two_dots = static_cast<unsigned char>(word[i]) == 0xC3 && i + 1 < word.size() &&
                          std::string_view("\xAB\xAF\xB6\xBC").find(word[i + 1]) != std::string_view::npos;
    if (two_dots) marked.push_back('-');
    marked.push_back(word[i]);
  }
  return fold(absl::AsciiStrToLower(marked));
}

bool is_vowel(char letter) { return std::string_view("aeiouy").find(letter) != std::string_view::npos; }

int dutch_syllables(std::string_view word) {
  static constexpr std::string_view kOneSound[] = {"aai", "ooi", "oei", "eeu", "ieu", "aa", "ee", "oo", "uu", "ie",
                                                   "oe",  "ui",  "eu",  "ij",  "ei",  "au", "ou", "ai", "oi"};
  int count = 0;
  for (std::size_t i = 0; i < word.size();) {
    std::size_t length = 1;
    for (const std::string_view sound : kOneSound) {
      if (word.substr(i, sound.size()) == sound) length = std::max(length, sound.size());
    }
    if (is_vowel(word[i])) ++count;
    i += length;
  }
  return count;
}

int english_syllables(std::string_view word) {
  int count = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (is_vowel(word[i]) && (i == 0 || !is_vowel(word[i - 1]))) ++count;
  }
  const auto ends = [&](std::string_view tail) { return word.size() > tail.size() + 1 && word.ends_with(tail); };
  const bool sounded_le = ends("le") && !is_vowel(word[word.size() - 3]);
  const bool sounded_ed = ends("ted") || ends("ded");
  const bool sounded_es = ends("ses") || ends("zes") || ends("ches") || ends("shes") || ends("ces") || ends("ges");
  if ((ends("e") && !sounded_le && !is_vowel(word[word.size() - 2])) || (ends("ed") && !sounded_ed) ||
      (ends("es") && !sounded_es)) {
    --count;
  }
  return count;
}

bool has_letter_or_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) {
    return absl::ascii_isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0xC3;
  });
}

bool ends_sentence(std::string_view text, std::size_t at) {
  if (text[at] == '\n') return true;
  if (std::string_view(".!?;:").find(text[at]) == std::string_view::npos) return false;
  return at + 1 == text.size() || absl::ascii_isspace(static_cast<unsigned char>(text[at + 1])) || text[at + 1] == '"';
}

std::vector<std::string> tokens_of(std::string_view sentence) {
  return absl::StrSplit(folded(normalise(sentence)).text, ' ', absl::SkipEmpty());
}

bool is_participle(std::string_view word, bool english) {
  if (english) {
    return word.size() > 4 && (word.ends_with("ed") || word.ends_with("en") || word == "done" || word == "made" ||
                               word == "sent" || word == "looked" || word == "taken");
  }
  static constexpr std::string_view kBegins[] = {"ge", "be", "ver", "ont", "her", "door",
                                                 "op", "af", "aan", "uit", "in"};
  const bool begins = std::any_of(std::begin(kBegins), std::end(kBegins),
                                  [&](std::string_view begin) { return word.starts_with(begin); });
  const bool inside = word.find("ge") != std::string_view::npos || word.starts_with("be") || word.starts_with("ver") ||
                      word.starts_with("ont") || word.starts_with("her");
  return word.size() > 4 && begins && inside && (word.ends_with("d") || word.ends_with("t") || word.ends_with("en"));
}

bool is_noun_of_verb(std::string_view word, bool english) {
  static constexpr std::string_view kDutch[] = {"ingen", "ing", "atie", "aties", "iteit", "heid"};
  static constexpr std::string_view kEnglish[] = {"ation", "ations", "ment", "ments", "ility", "ance"};
  static constexpr std::string_view kOrdinary[] = {"rekening",  "woning",     "regering",   "verzekering", "bezorging",
                                                   "betaling",  "rekeningen", "informatie", "waarheid",    "moment",
                                                   "apartment", "payment",    "insurance",  "station",     "chance",
                                                   "balance",   "distance",   "comment",    "moments",     "payments"};
  if (word.size() < 7 || std::find(std::begin(kOrdinary), std::end(kOrdinary), word) != std::end(kOrdinary))
    return false;
  const auto ends = [&](std::string_view tail) { return word.ends_with(tail); };
  return english ? std::any_of(std::begin(kEnglish), std::end(kEnglish), ends)
                 : std::any_of(std::begin(kDutch), std::end(kDutch), ends);
}

/// Sentences together until they have enough words to be measured; a short rest joins the part before it.
std::vector<std::string> measured_parts(std::string_view text) {
  std::vector<std::string> parts;
  std::string open;
  for (const std::string_view sentence : sentences_of(text)) {
    absl::StrAppend(&open, open.empty() ? "" : " ", std::string(sentence));
    if (spoken_words(open).size() < kLeastMeasured) continue;
    parts.push_back(std::move(open));
    open.clear();
  }
  if (!open.empty() && !parts.empty()) absl::StrAppend(&parts.back(), " ", open);
  if (!open.empty() && parts.empty() && spoken_words(open).size() >= kLeastAlone) parts.push_back(std::move(open));
  return parts;
}

void add_sentence(std::string_view sentence, std::string_view language, std::vector<Hardness>& found) {
  const std::size_t words = spoken_words(sentence).size();
  if (words > static_cast<std::size_t>(kMostSentenceWords)) {
    found.push_back({std::string(sentence), absl::StrCat(words, " words in one sentence; make two of it")});
  }
  const std::vector<std::string> tokens = tokens_of(sentence);
  const auto nouns = std::count_if(tokens.begin(), tokens.end(), [&](const std::string& token) {
    return is_noun_of_verb(token, is_english(language));
  });
  if (nouns > kMostNounsOfVerbs) {
    found.push_back({std::string(sentence), absl::StrCat(nouns, " nouns made of verbs; say who does what")});
  }
}

void add_part(const std::string& part, std::string_view language, std::vector<Hardness>& found) {
  const Ease ease = measure_ease(part, language);
  const double grade = flesch_kincaid_grade(ease);
  const double douma = flesch_douma(ease);
  if (is_english(language) && grade > kMostEnglishGrade) {
    found.push_back({part, absl::StrFormat("grade %.1f (Flesch-Kincaid; at most %.0f): use shorter words and sentences",
                                           grade, kMostEnglishGrade)});
  } else if (!is_english(language) && douma < kLeastDutchEase) {
    found.push_back({part, absl::StrFormat("reading ease %.0f (Flesch-Douma; at least %.0f): use shorter words and "
                                           "sentences",
                                           douma, kLeastDutchEase)});
  } else if (ease.long_words > kMostLongWords) {
    found.push_back({part, absl::StrFormat("%.0f %% of the words are long; use everyday ones", ease.long_words * 100)});
  }
}

/// Passives of which nobody is named who does it.
int passives_in(std::string_view sentence, std::string_view language) {
  static constexpr std::string_view kDutch[] = {"wordt", "worden", "werd", "werden"};
  static constexpr std::string_view kEnglish[] = {"be", "is", "are", "was", "were", "been", "being"};
  int count = 0;
  const bool english = is_english(language);
  const std::vector<std::string> tokens = tokens_of(sentence);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto same = [&](std::string_view word) { return tokens[i] == word; };
    const bool helps = english ? std::any_of(std::begin(kEnglish), std::end(kEnglish), same)
                               : std::any_of(std::begin(kDutch), std::end(kDutch), same);
    if (!helps) continue;
    const std::size_t reach = std::min(tokens.size(), i + (english ? 3 : 10));
    const bool done = std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                  tokens.begin() + static_cast<std::ptrdiff_t>(reach),
                                  [&](const std::string& token) { return is_participle(token, english); });
    const std::string_view agent = english ? "by" : "door";
    if (done && std::find(tokens.begin(), tokens.end(), agent) == tokens.end()) ++count;
  }
  return count;
}

}  // namespace

std::vector<std::string_view> sentences_of(std::string_view text) {
  std::vector<std::string_view> sentences;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    const absl::string_view part = absl::StripAsciiWhitespace({text.data() + begin, end - begin});
    if (has_letter_or_digit({part.data(), part.size()})) sentences.emplace_back(part.data(), part.size());
    begin = end;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (ends_sentence(text, i)) add(i + 1);
  }
  add(text.size());
  return sentences;
}

std::vector<std::string_view> spoken_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (const absl::string_view part :
       absl::StrSplit(absl::string_view(text.data(), text.size()), absl::ByAnyChar(" \t\n"), absl::SkipEmpty())) {
    if (has_letter_or_digit({part.data(), part.size()})) words.emplace_back(part.data(), part.size());
  }
  return words;
}

int count_syllables(std::string_view word, std::string_view language) {
  if (word.find('{') != std::string_view::npos) return kSlotSyllables;
  const std::string letters = letters_of(word);
  const bool digits =
      std::any_of(letters.begin(), letters.end(), [](unsigned char c) { return absl::ascii_isdigit(c); });
  if (digits) return kDigitsSyllables;
  std::string bare;
  std::copy_if(letters.begin(), letters.end(), std::back_inserter(bare),
               [](unsigned char c) { return absl::ascii_isalpha(c) || c == '-'; });
  return std::max(1, is_english(language) ? english_syllables(bare) : dutch_syllables(bare));
}

Ease measure_ease(std::string_view text, std::string_view language) {
  const std::vector<std::string_view> words = spoken_words(text);
  Ease ease;
  if (words.empty()) return ease;
  int sum = 0;
  int most = 0;
  int lengthy = 0;
  for (const std::string_view word : words) {
    const int syllables = count_syllables(word, language);
    sum += syllables;
    most = std::max(most, syllables);
    if (syllables >= kLongWordSyllables) ++lengthy;
  }
  const double left = std::max<double>(1, static_cast<double>(words.size()) - 1);
  const auto sentences = static_cast<double>(std::max<std::size_t>(1, sentences_of(text).size()));
  ease.words_per_sentence = static_cast<double>(words.size()) / sentences;
  ease.syllables_per_word = words.size() == 1 ? sum : (sum - most) / left;
  ease.long_words = std::max(0, lengthy - 1) / left;
  return ease;
}

double flesch_douma(const Ease& ease) { return 206.84 - 0.93 * ease.words_per_sentence - 77 * ease.syllables_per_word; }

double flesch_kincaid_grade(const Ease& ease) {
  return 0.39 * ease.words_per_sentence + 11.8 * ease.syllables_per_word - 15.59;
}

bool is_passive(std::string_view sentence, std::string_view language) { return passives_in(sentence, language) > 0; }

std::vector<Hardness> harder_than_b1(std::string_view text, std::string_view language) {
  std::vector<Hardness> found;
  int passives = 0;
  for (const std::string_view sentence : sentences_of(text)) {
    add_sentence(sentence, language, found);
    passives += passives_in(sentence, language);
  }
  for (const std::string& part : measured_parts(text)) add_part(part, language, found);
  if (passives > 1) {
    found.push_back({std::string(text), absl::StrCat(passives, " times the passive; say who does it")});
  }
  return found;
}

}  // namespace aandacht::domain
