// Words that carry meaning and words that only tell the language.
#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "shared/base/word_map.h"
#include "shared/base/word_memo.h"
#include "shared/domain/normalise.h"

namespace aandacht::domain {
namespace {

using base::WordSet;

constexpr auto kDutchStopWords = std::to_array<std::string_view>(
    {"de",          "het",         "'t",          "een",         "'n",          "n",     "en",      "of",
     "maar",        "dus",         "want",        "dat",         "die",         "dit",   "deze",    "wat",
     "wie",         "welke",       "er",          "hier",        "daar",        "waar",  "ik",      "'k",
     "k",           "je",          "jij",         "jou",         "jouw",        "u",     "uw",      "hij",
     "zij",         "ze",          "wij",         "we",          "ons",         "onze",  "jullie",  "hun",
     "hen",         "hem",         "haar",        "mij",         "me",          "mijn",  "m'n",     "z'n",
     "zijn",        "ge",          "gij",         "ben",         "bent",        "is",    "was",     "waren",
     "geweest",     "heb",         "hebt",        "heeft",       "hebben",      "had",   "hadden",  "gehad",
     "word",        "wordt",       "worden",      "werd",        "werden",      "zal",   "zullen",  "zou",
     "zouden",      "kan",         "kun",         "kunt",        "kunnen",      "kon",   "konden",  "moet",
     "moeten",      "moest",       "mag",         "mogen",       "wil",         "wilt",  "willen",  "wou",
     "ga",          "gaat",        "gaan",        "ging",        "doe",         "doet",  "doen",    "deed",
     "te",          "om",          "op",          "in",          "aan",         "bij",   "met",     "van",
     "voor",        "door",        "naar",        "uit",         "over",        "tot",   "onder",   "tegen",
     "tussen",      "na",          "sinds",       "per",         "als",         "dan",   "toen",    "nu",
     "nou",         "al",          "nog",         "ook",         "wel",         "niet",  "geen",    "niets",
     "niks",        "iets",        "zo",          "zo'n",        "toch",        "even",  "eens",    "maar",
     "gewoon",      "eigenlijk",   "ja",          "nee",         "jawel",       "hoor",  "he",      "hè",
     "eh",          "euh",         "uh",          "uhm",         "ehm",         "hm",    "hmm",     "oke",
     "oké",         "ah",          "oh",          "o",           "zich",        "heel",  "erg",     "zeer",
     "veel",        "elk",         "elke",        "ieder",       "iedere",      "alle",  "alles",   "hoe",
     "waarom",      "wanneer",     "dag",         "bedankt",     "dank",        "graag", "mevrouw", "meneer",
     "goedemorgen", "goedemiddag", "goeiemorgen", "goeiemiddag", "goedenavond", "hallo", "hoi",     "weet",
     "weten",       "wist"});

constexpr auto kEnglishStopWords = std::to_array<std::string_view>(
    {"the",     "a",       "an",       "and",      "or",      "but",     "so",       "because", "that",   "this",
     "these",   "those",   "what",     "who",      "which",   "there",   "here",     "where",   "i",      "i'm",
     "i've",    "i'd",     "i'll",     "you",      "you're",  "you've",  "your",     "he",      "he's",   "she",
     "she's",   "it",      "it's",     "its",      "we",      "we're",   "we've",    "our",     "us",     "they",
     "they're", "they've", "their",    "them",     "him",     "his",     "her",      "my",      "me",     "am",
     "is",      "are",     "was",      "were",     "be",      "been",    "being",    "have",    "has",    "had",
     "having",  "do",      "does",     "did",      "don't",   "doesn't", "didn't",   "isn't",   "wasn't", "can",
     "can't",   "could",   "couldn't", "will",     "won't",   "would",   "wouldn't", "shall",   "should", "shouldn't",
     "may",     "might",   "must",     "to",       "of",      "in",      "on",       "at",      "by",     "with",
     "for",     "from",    "into",     "out",      "over",    "about",   "up",       "down",    "off",    "as",
     "than",    "then",    "now",      "just",     "also",    "too",     "not",      "no",      "nor",    "any",
     "some",    "all",     "each",     "every",    "how",     "why",     "when",     "yes",     "yeah",   "yep",
     "no",      "nope",    "well",     "um",       "uh",      "er",      "erm",      "ah",      "oh",     "ok",
     "okay",    "right",   "very",     "really",   "again",   "more",    "if",       "go",      "going",  "get",
     "got",     "let",     "let's",    "that's",   "there's", "what's",  "like",     "please",  "thank",  "thanks",
     "hello",   "hi",      "bye",      "actually", "only",    "still"});

// Words of one language that the other does not have.
const WordSet& dutch_marks() {
  static const auto* words = new WordSet{
      "de",   "het",    "een",   "en",          "dat",         "die",         "ik",          "je",      "jij",
      "u",    "uw",     "hij",   "zij",         "ze",          "wij",         "jullie",      "mijn",    "niet",
      "geen", "ook",    "maar",  "voor",        "naar",        "van",         "met",         "aan",     "op",
      "bij",  "om",     "te",    "zijn",        "heb",         "heeft",       "hebben",      "wordt",   "moet",
      "nog",  "nou",    "wel",   "dan",         "dus",         "ja",          "nee",         "er",      "daar",
      "hoe",  "waarom", "wat",   "ben",         "bent",        "kan",         "gaat",        "eens",    "gewoon",
      "oké",  "hoi",    "hallo", "goedemorgen", "goedemiddag", "goeiemorgen", "goeiemiddag", "bedankt", "dank",
      "ge",   "gij",    "euh",   "hè",          "zo'n"};
  return *words;
}

const WordSet& english_marks() {
  static const auto* words =
      new WordSet{"the",    "a",      "an",    "and",   "that",   "this",   "i",    "you",  "your",  "he",   "she",
                  "it",     "they",   "my",    "not",   "no",     "but",    "for",  "to",   "of",    "with", "on",
                  "at",     "by",     "be",    "are",   "have",   "has",    "had",  "do",   "does",  "did",  "don't",
                  "can",    "can't",  "would", "could", "should", "will",   "i'm",  "i've", "i'll",  "i'd",  "it's",
                  "that's", "you're", "yes",   "yeah",  "how",    "why",    "what", "when", "there", "so",   "hello",
                  "hi",     "thanks", "thank", "okay",  "um",     "please", "my",   "me"};
  return *words;
}

const WordSet& dutch_stop_words() {
  static const auto* words = new WordSet(kDutchStopWords);
  return *words;
}

const WordSet& english_stop_words() {
  static const auto* words = new WordSet(kEnglishStopWords);
  return *words;
}

bool is_english(std::string_view language) { return language.substr(0, 2) == "en"; }

struct StemmerDeleter {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};
using Stemmer = std::unique_ptr<sb_stemmer, StemmerDeleter>;

// A stemmer is not safe for two threads at once, so each thread has its own.
sb_stemmer* stemmer_for(bool english) {
  thread_local const Stemmer dutch_stemmer(sb_stemmer_new("dutch", "UTF_8"));
  thread_local const Stemmer english_stemmer(sb_stemmer_new("english", "UTF_8"));
  return english ? english_stemmer.get() : dutch_stemmer.get();
}

std::string fresh_stem_of(std::string_view word, bool english) {
  sb_stemmer* stemmer = stemmer_for(english);
  if (stemmer == nullptr || word.size() > 256) return fold(word);
  const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* stem = sb_stemmer_stem(stemmer, bytes, static_cast<int>(word.size()));
  if (stem == nullptr) return fold(word);
  return fold({reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer))});
}

// The stemmer takes ten times as long as its memo.
const std::string& stem_of(std::string_view word, bool english) {
  thread_local base::WordMemo<std::string> lately;
  return lately.of(word, english ? 1 : 0, [&](std::string_view fresh) { return fresh_stem_of(fresh, english); });
}

template <typename Function>
void each_word(std::string_view text, Function&& function) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) function(text.substr(at, end - at));
    at = end + 1;
  }
}

}  // namespace

std::span<const std::string_view> stop_words(std::string_view language) {
  if (is_english(language)) return kEnglishStopWords;
  return kDutchStopWords;
}

bool is_stop_word(std::string_view word, std::string_view language) {
  return (is_english(language) ? english_stop_words() : dutch_stop_words()).contains(word);
}

std::string stem(std::string_view word, std::string_view language) { return stem_of(word, is_english(language)); }

std::vector<std::string> stems(std::string_view normalised, std::string_view language) {
  std::vector<std::string> found;
  const bool english = is_english(language);
  each_word(normalised, [&](std::string_view word) {
    if (!is_stop_word(word, language)) found.push_back(stem_of(word, english));
  });
  return found;
}

std::string_view guess_language(std::string_view normalised) {
  int dutch = 0;
  int english = 0;
  each_word(normalised, [&](std::string_view word) {
    dutch += dutch_marks().contains(word) ? 1 : 0;
    english += english_marks().contains(word) ? 1 : 0;
  });
  return english > dutch ? "en" : "nl";
}

}  // namespace aandacht::domain
