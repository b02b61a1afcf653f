// Inside redaction: one utterance as tokens, and the detectors that look at them. For redaction*.cpp only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/classify/tagger.h"
#include "shared/domain/redaction.h"

namespace aandacht::domain::redaction {

enum class TokenKind {
  kWord,         ///< Letters, apostrophes inside.
  kDigits,       ///< ASCII digits.
  kMark,         ///< One other character.
  kPlaceholder,  ///< "[phone]" and its like: never looked into.
};

/// What a word says the number beside it is.
enum class Cue : std::uint8_t {
  kNone,
  kStays,
  kCard,
  kCardCode,
  kBank,
  kBsn,
  kPhone,
  kSecret,
  kEmail,
  kBirth,
  kPostcode,
  kPassword,   ///< Only asked for: a secret in words.
  kBirthPart,  ///< Only asked for: a year or a day alone.
};

/// What else a word does beside numbers.
enum Role : std::uint32_t {
  kFiller = 1U << 0U,         ///< "eh", "ja".
  kGap = 1U << 1U,            ///< May stand between two digits of one number.
  kFresh = 1U << 2U,          ///< A gap after which another number may begin.
  kConnector = 1U << 3U,      ///< Between a cue and its number: "is", "mijn".
  kUnit = 1U << 4U,           ///< After an amount or a quantity.
  kCorrection = 1U << 5U,     ///< "nee wacht".
  kLastDigits = 1U << 6U,     ///< "laatste", "ending": what follows is a part that may be known.
  kBackOfCard = 1U << 7U,     ///< "achterop", "back".
  kCode = 1U << 8U,           ///< "code".
  kNumberNoun = 1U << 9U,     ///< "nummer".
  kDigitsNoun = 1U << 10U,    ///< "cijfers".
  kDeterminer = 1U << 11U,    ///< "mijn", "het".
  kStreet = 1U << 12U,        ///< "kerkstraat", "road".
  kAddress = 1U << 13U,       ///< "woon", "adres".
  kGenericCue = 1U << 14U,    ///< A cue that names a thing and not its number: "kaart", "rekening".
  kDated = 1U << 15U,         ///< A birth cue that is about other days too: "verjaardag".
  kAsk = 1U << 16U,           ///< "mag", "could", "welke".
  kNegation = 1U << 17U,      ///< "nooit", "not".
  kEmailPart = 1U << 18U,     ///< "punt", "streepje": between the words of an address.
  kTopLevel = 1U << 19U,      ///< "nl", "com".
  kMailHouse = 1U << 20U,     ///< "gmail".
  kNameParticle = 1U << 21U,  ///< "van", "der".
  kStop = 1U << 22U,          ///< A common word: no part of a name or a password.
  kMany = 1U << 23U,          ///< "double", "dubbel".
};

using Roles = std::uint32_t;

/// What the lexicon knows of one word.
struct Lexeme {
  Cue cue = Cue::kNone;
  Roles roles = 0;
  std::int16_t value = -1;  ///< Of a number word, 0 … 9999.
  std::int8_t month = 0;    ///< 1 … 12.
  char letter = 0;          ///< Of a letter's name: "bee", "bravo".
};

struct Token : Lexeme {
  TokenKind kind = TokenKind::kMark;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool space_before = false;
  bool upper = false;                        ///< Begins with a capital A … Z.
  std::optional<SpanKind> placeholder_kind;  ///< Of a placeholder.
  std::string key;  ///< Words: lower case, folded, empty when very long. Digits: themselves. Marks: the character.

  [[nodiscard]] bool has(Roles any) const { return (roles & any) != 0; }
};

using Tokens = std::vector<Token>;

/// A folded word in lower case. Words that no list has are judged by their parts ("vergunningsnummer",
/// "zesennegentig").
[[nodiscard]] Lexeme look_up(std::string_view word);

/// Linear in the text.
[[nodiscard]] Tokens tokenise(std::string_view text);

/// Kinds that somebody asked for, one bit for each Cue.
class Expected {
 public:
  void add(Cue cue) { bits_ |= bit(cue); }
  [[nodiscard]] bool has(Cue cue) const { return (bits_ & bit(cue)) != 0; }
  void add(Expected others) { bits_ |= others.bits_; }
  [[nodiscard]] bool empty() const { return bits_ == 0; }
  [[nodiscard]] std::uint32_t bits() const { return bits_; }
  static Expected from_bits(std::uint32_t bits) {
    Expected expected;
    expected.bits_ = bits;
    return expected;
  }
  /// Exactly this one.
  [[nodiscard]] bool only(Cue cue) const { return bits_ == bit(cue); }

 private:
  static std::uint32_t bit(Cue cue) { return 1U << static_cast<unsigned>(cue); }
  std::uint32_t bits_ = 0;
};

/// What the conversation has shown before an utterance.
struct Situation {
  Expected expected;
  std::vector<std::uint32_t> question = {};  ///< Hashes of what the other speaker said last, without what says nothing.
  bool by_agent = false;                     ///< The agent speaks.
  const classify::Tagger* tagger = nullptr;  ///< nullptr: the rules alone.
};

/// The tagger that the product has, compiled in: redaction must not depend on a file being there. Lives for ever.
/// nullptr when there is none.
[[nodiscard]] const classify::Tagger* shipped_tagger();

/// One utterance under search. Each detector adds to `found` and marks the tokens it took; tokens taken before are left
/// alone. All are linear in the number of tokens.
struct Search {
  Tokens tokens;
  const Situation& situation;
  const Expected& expected = situation.expected;
  std::vector<RedactedSpan> found = {};
  std::vector<bool> taken = {};
  std::size_t content = 0;  ///< Words that are no number, filler or connector: 0 to 2 in a bare answer.

  /// Borrows `situation`.
  Search(std::string_view text, const Situation& situation);

  /// Takes tokens [first, last].
  void take(std::size_t first, std::size_t last, SpanKind kind);
  /// Keeps tokens [first, last] from later detectors.
  void shield(std::size_t first, std::size_t last);
  [[nodiscard]] bool is_free(std::size_t first, std::size_t last) const;
  [[nodiscard]] bool bare() const { return content <= 2; }
};

void find_emails(Search& search);
void find_ibans(Search& search);
void find_passwords(Search& search);
void find_birth_dates(Search& search);
void find_postcodes(Search& search);
/// After find_postcodes: the street joins the number or the postcode that is hidden beside it.
void find_streets(Search& search);
void find_insurance_numbers(Search& search);
void find_numbers(Search& search);
/// After find_numbers, of what is left.
void find_card_codes(Search& search);
/// All of the above, in their order.
void find_by_rules(Search& search);
/// After the rules: what the trained tagger takes besides.
void find_by_tagger(Search& search);
/// After all that finds: what was found in part becomes whole.
void complete_found(Search& search);

/// Whether an utterance has anything that could belong to a number, an address or a secret; most have not.
[[nodiscard]] bool may_hide(const Search& search);

/// What the tagger knows of each token, after find_by_rules().
[[nodiscard]] classify::TokenFeatures token_features(const Search& search);

/// The hash by which Situation::question knows a word.
[[nodiscard]] std::uint32_t word_hash(std::string_view key);

/// What must be hidden in `text`, which must be well-formed: in order, not overlapping, placeholders left alone.
[[nodiscard]] std::vector<RedactedSpan> find_once(std::string_view text, const Situation& situation);

/// redact() of well-formed text in a conversation.
[[nodiscard]] Redacted redact_in(std::string_view text, const Situation& situation);

/// The spans of `before` and those of `added`, which refer to the text in which `before` were replaced, as spans of the
/// one input.
[[nodiscard]] std::vector<RedactedSpan> merge_rounds(const std::vector<RedactedSpan>& before,
                                                     const std::vector<RedactedSpan>& added);

/// `text` with each span replaced by its placeholder.
[[nodiscard]] std::string replace(std::string_view text, const std::vector<RedactedSpan>& spans);

/// The cue that says the same as a placeholder of this kind.
[[nodiscard]] Cue cue_of(SpanKind kind);

/// The cue of token `at` together with the words beside it ("date of birth", "gift card", "long number").
struct CueAt {
  Cue cue = Cue::kNone;
  bool generic = false;  ///< Names the thing ("kaart"), not its number ("kaartnummer").
  bool dated = false;    ///< See kDated.
};
[[nodiscard]] CueAt cue_at(const Tokens& tokens, std::size_t at);

/// What the words around a number say it is.
struct Told {
  Cue cue = Cue::kNone;
  std::size_t content = 0;  ///< Words between cue and number that are neither filler nor connector.
  bool generic = false;
  bool dated = false;
  bool partial = false;  ///< "the last four digits", "ending in".
  bool behind = false;   ///< It was said after the number.
};

/// The nearest cue before token `at`, at most a clause away.
[[nodiscard]] Told cue_before(const Tokens& tokens, std::size_t at);

/// A cue right behind token `last` that no other number follows ("123 achterop", "… is mijn pincode").
[[nodiscard]] Told cue_after(const Tokens& tokens, std::size_t last);

/// The kinds that an utterance names without giving them: what the next one may answer. Empty when it names none.
[[nodiscard]] Expected asked_in(const Tokens& tokens);

/// Digits said or written one after the other.
struct Digits {
  struct Part {
    std::string digits;
    std::size_t first = 0;  ///< Tokens.
    std::size_t last = 0;
    bool fresh = false;  ///< A number may begin here: the run begins, or "en" or a comma came before.
    bool written = false;
    bool corrects = false;  ///< "nee wacht" came before.
  };
  std::vector<Part> parts;
  bool plus = false;           ///< "+" or "plus" before it.
  std::size_t plus_token = 0;  ///< Read when `plus`.
};

/// The digits of token `at` and of what belongs to it ("double seven", "twenty one"); `next` becomes the token after.
/// Empty, and `next` as it was, when no digits begin there.
[[nodiscard]] std::string digits_at(const Tokens& tokens, std::size_t at, std::size_t& next);

/// All runs of digits, in order.
[[nodiscard]] std::vector<Digits> digit_runs(const Tokens& tokens);

/// A day that was said, tokens [first, last]; `shape` says which of its parts and of what years, below 32.
struct DateShape {
  std::size_t first = 0;
  std::size_t last = 0;
  std::uint32_t shape = 0;
};

/// All days of which more than one part is said, in order.
[[nodiscard]] std::vector<DateShape> date_shapes(const Tokens& tokens);

/// The letter that is spelled at `at`: "b", "bee", "bravo", "b van bernard", "b for bravo"; `next` becomes the token
/// after. 0 when none is.
[[nodiscard]] char letter_at(const Tokens& tokens, std::size_t at, std::size_t& next);

/// No space between token `left` and the next.
[[nodiscard]] inline bool touches(const Tokens& tokens, std::size_t left) {
  return left + 1 < tokens.size() && !tokens[left + 1].space_before;
}

/// "o" and "oh", which are a zero between digits.
[[nodiscard]] inline bool is_zero_letter(const Token& token) { return token.key == "o" || token.key == "oh"; }

/// The key of token `at`, empty beyond the end.
[[nodiscard]] inline std::string_view key_at(const Tokens& tokens, std::size_t at) {
  return at < tokens.size() ? std::string_view(tokens[at].key) : std::string_view();
}

/// Luhn's check digit (ISO/IEC 7812-1, annex B).
[[nodiscard]] bool passes_luhn(std::string_view digits);
/// The Dutch 11-test of a citizen number: weights 9 … 2 and -1.
[[nodiscard]] bool passes_eleven_test(std::string_view digits);
/// The Belgian check of a national register number: 97 minus the rest of the first nine digits (2 before them from
/// 2000).
[[nodiscard]] bool passes_register_test(std::string_view digits);
/// GS1's check digit of an article (13 digits) or a connection (18).
[[nodiscard]] bool passes_ean(std::string_view digits);

}  // namespace aandacht::domain::redaction
