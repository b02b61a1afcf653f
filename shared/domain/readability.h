// How hard a text is to follow by ear, against level B1 of the Common European Framework: what most people read and
// hear without effort.
//
// No formula measures B1; these are the usual ones, with thresholds of ours, set so that spoken lines of people pass
// and letters of institutions do not:
// - Dutch: Flesch-Douma reading ease, 206.84 - 0.93 * words per sentence - 77 * syllables per word (W.H. Douma, De
//   leesbaarheid van landbouwbladen, Wageningen 1960; R. Flesch's formula of 1948 for Dutch). "Standard" begins at 60.
// - English: Flesch-Kincaid grade, 0.39 * words per sentence + 11.8 * syllables per word - 15.59 (J.P. Kincaid et al.,
//   Navy Research Branch Report 8-75, 1975). Plain English is about grade 8.
// - Both: how long a sentence is, how many words in it are long, the passive, and nouns made of verbs.
// A formula made for whole texts is unsteady over ten words. So sentences of fewer than 10 words are measured together
// with what follows them, and the longest word of each measured part is left out: one compound that has to be there,
// and is explained, may pass.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aandacht::domain {

/// Above these a text is harder than B1.
inline constexpr int kMostSentenceWords = 24;  ///< Both languages.
inline constexpr double kLeastDutchEase =
    55;  ///< Flesch-Douma of one measured part; of a whole text, "standard" begins at 60.
inline constexpr double kMostEnglishGrade =
    9;  ///< Flesch-Kincaid of one measured part; a whole text in plain English is about 8.
inline constexpr double kMostLongWords = 0.2;  ///< Share of words with four syllables and more.
inline constexpr int kMostNounsOfVerbs = 2;    ///< In one sentence: "verwerking", "controle", "application".

/// The sentences of `text`, ended by . ! ? ; : or a line break; with their mark, without spaces around them.
[[nodiscard]] std::vector<std::string_view> sentences_of(std::string_view text);

/// Words as they are said: parts between spaces that have a letter or digit, or are a {slot}.
[[nodiscard]] std::vector<std::string_view> spoken_words(std::string_view text);

/// Syllables of one written word, at least 1; by groups of vowels, so right in about nine of ten words.
[[nodiscard]] int count_syllables(std::string_view word, std::string_view language);

/// The measures of one part of a text, its longest word left out.
struct Ease {
  double words_per_sentence = 0;
  double syllables_per_word = 0;
  double long_words = 0;  ///< Share.
};

[[nodiscard]] Ease measure_ease(std::string_view text, std::string_view language);
[[nodiscard]] double flesch_douma(const Ease& ease);
[[nodiscard]] double flesch_kincaid_grade(const Ease& ease);

/// Why a part of a text is harder than B1.
struct Hardness {
  std::string part;    ///< The sentence or sentences.
  std::string reason;  ///< In English, with the figure: "27 words in one sentence; make two of it".
};

/// Everything in `text` that is harder than B1; empty: all of it can be followed. "en…" is measured as English, all
/// else as Dutch.
[[nodiscard]] std::vector<Hardness> harder_than_b1(std::string_view text, std::string_view language);

/// True for a passive without who does it: "er wordt naar gekeken", "it will be looked into".
[[nodiscard]] bool is_passive(std::string_view sentence, std::string_view language);

}  // namespace aandacht::domain
