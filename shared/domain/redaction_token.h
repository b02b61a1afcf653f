// Inside redaction: an utterance as tokens, each with what the lexicon knows of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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
  kSecretLead = 1U << 24U,    ///< Leads to a secret that need not have a digit: "wachtwoord", "security", "huisdier".
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

/// A text that is compared with many literals: their lengths are looked at first, which std::string does not do.
struct Key : std::string {
  using std::string::string;
  using std::string::operator=;

  template <std::size_t kBytes>
  [[nodiscard]] friend bool operator==(const Key& key, const char (&literal)[kBytes]) {
    return std::string_view(key) == std::string_view(literal, kBytes - 1);
  }
};

struct Token : Lexeme {
  TokenKind kind = TokenKind::kMark;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool space_before = false;
  bool upper = false;                        ///< Begins with a capital A … Z.
  std::optional<SpanKind> placeholder_kind;  ///< Of a placeholder.
  Key key;  ///< Words: lower case, folded, empty when very long. Digits: themselves. Marks: the character.

  [[nodiscard]] bool has(Roles any) const { return (roles & any) != 0; }
};

using Tokens = std::vector<Token>;

/// A folded word in lower case. Words that no list has are judged by their parts ("vergunningsnummer",
/// "zesennegentig").
[[nodiscard]] Lexeme look_up(std::string_view word);

/// Linear in the text.
[[nodiscard]] Tokens tokenise(std::string_view text);

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

}  // namespace aandacht::domain::redaction
