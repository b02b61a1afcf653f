// The cue that one word is, together with the words beside it.
#include "shared/domain/redaction_cue_words.h"
#include "shared/domain/redaction_told.h"

namespace aandacht::domain::redaction {
namespace {

// "c v c" and "d o b", spelled; at the last letter.
Cue spelled_cue(const Tokens& tokens, std::size_t at) {
  const auto skip_dot = [&](std::size_t& i) {
    if (i > 0 && tokens[i - 1].key == ".") --i;
    return i > 0;
  };
  const std::string_view last = tokens[at].key;
  if (last.size() != 1 && last != "cee" && last != "vee" && last != "see") return Cue::kNone;
  std::size_t i = at;
  if (!skip_dot(i)) return Cue::kNone;
  const std::string_view middle = tokens[--i].key;
  if (!skip_dot(i)) return Cue::kNone;
  const std::string_view first = tokens[--i].key;
  const auto is = [](std::string_view said, std::string_view letter, std::string_view name) {
    return said == letter || said == name;
  };
  const bool c = is(first, "c", "cee") || first == "see";
  if (c && is(middle, "v", "vee") && (is(last, "c", "cee") || is(last, "v", "vee") || last == "see"))
    return Cue::kCardCode;
  if (first == "d" && middle == "o" && last == "b") return Cue::kBirth;
  if (first == "b" && middle == "s" && last == "n") return Cue::kBsn;
  if (first == "s" && middle == "s" && last == "n") return Cue::kBsn;
  return Cue::kNone;
}

// "account number" is the bank's when a sort code or a bank was named just before, else a customer's.
bool is_bank_account(const Tokens& tokens, std::size_t at) {
  for (std::size_t ahead = at + 1; ahead < tokens.size() && ahead <= at + 20; ++ahead) {
    if (tokens[ahead].key == "sort" && key_at(tokens, ahead + 1) == "code") return true;
  }
  for (std::size_t steps = 1; steps <= 10 && steps <= at; ++steps) {
    const Token& token = tokens[at - steps];
    if (token.placeholder_kind == SpanKind::kIban || token.key == "bank" || token.key == "sort") return true;
  }
  return false;
}

// Of a number or a code they do not tell which: "the little code", where "the booking code" would.
constexpr base::OneOf kPlainAdjectives{
    "best",   "beste",   "good",   "goed",   "hele",  "volledige", "full",  "whole",  "nieuwe", "new",
    "juiste", "right",   "andere", "other",  "oude",  "old",       "eigen", "own",    "same",   "zakelijke",
    "prive",  "correct", "direct", "little", "small", "tiny",      "short", "kleine", "korte",  "zelfde"};

// "number" alone: of what? A determiner leaves the caller's own, a noun names another ("docket number").
CueAt noun_cue(const Tokens& tokens, std::size_t at) {
  if (at == 0) return {};
  const Token& noun = tokens[at - 1];
  if (is_one_of(noun.key, {"long", "lang", "lange", "langwerpig", "langwerpige"})) return {Cue::kCard};
  if (noun.key == "cv" && tokens[at].key == "number") return {Cue::kCardCode};
  if (noun.key == "insurance" && key_before(tokens, at, 2) == "national") return {Cue::kBsn};
  if (noun.key == "account") return {is_bank_account(tokens, at) ? Cue::kBank : Cue::kStays};
  if (noun.key == "verification") return {key_before(tokens, at, 2) == "card" ? Cue::kCardCode : Cue::kSecret};
  if (noun.key.ends_with("'s")) return {Cue::kPhone, true};  // "my husband's number"
  if (noun.key == "ni" || (noun.key == "service" && key_before(tokens, at, 2) == "burger")) return {Cue::kBsn};
  if (noun.key == "citizen" || (noun.key == "service" && key_before(tokens, at, 2) == "citizen")) return {Cue::kBsn};
  if (noun.key == "register" && key_before(tokens, at, 2) == "national") return {Cue::kBsn};
  if (is_one_of(noun.key, {"house", "door", "street", "flat", "huis"})) return {Cue::kPostcode};
  if (is_one_of(noun.key, {"contact", "home", "work", "vaste", "vast", "landline"})) return {Cue::kPhone};
  if (noun.key == "security" && key_before(tokens, at, 2) == "social") return {Cue::kBsn};
  if (noun.key == "-" && at >= 2 && touches(tokens, at - 2) && touches(tokens, at - 1)) {  // "gsm-nummer"
    return {look_up(tokens[at - 2].key + "nummer").cue};
  }
  if (is_one_of(noun.key, {"mijn",   "my",   "m'n",  "our", "ons", "t",     "'t",    "her", "his",
                           "haar",   "your", "uw",   "you", "z'n", "zijn",  "hun",   "d'r", "onze",
                           "jullie", "je",   "jouw", "mn",  "zn",  "their", "mijne", "the"})) {
    return {Cue::kPhone, true};
  }
  const bool noun_says_nothing = noun.kind != TokenKind::kWord || noun.cue != Cue::kNone || noun.value >= 0 ||
                                 noun.has(kConnector | kFiller | kGap | kStop | kLastDigits | kBackOfCard | kAsk);
  if (noun_says_nothing || kPlainAdjectives.has(noun.key)) return {};
  // "directe nummer": an adjective, while a Dutch noun would be one word with "nummer".
  if (noun.key.size() > 4 && noun.key.ends_with("e") && tokens[at].key == "nummer") return {Cue::kPhone, true};
  return {Cue::kStays};
}

CueAt code_cue(const Tokens& tokens, std::size_t at) {
  if (at == 0) return {};
  const std::string_view noun = key_before(tokens, at, 1);
  if (is_one_of(noun, {"access", "verification", "sms", "login", "unlock", "pass", "alarm", "authentication", "gate",
                       "door", "entry", "safe", "garage", "entrance", "lock", "voicemail", "poort", "deur"})) {
    return {Cue::kSecret};
  }
  if (is_one_of(noun, {"geheime", "secret", "persoonlijke", "personal", "private"})) return {Cue::kSecret};
  if (noun == "area") return {Cue::kPhone};
  if (noun == "security") return {Cue::kCardCode};
  if (noun == "sort") return {Cue::kBank};
  if (noun == "post" || noun == "zip") return {Cue::kPostcode};
  const Token& token = tokens[at - 1];
  const bool plain = token.kind != TokenKind::kWord || token.cue != Cue::kNone || kPlainAdjectives.has(token.key) ||
                     token.has(kConnector | kFiller | kStop | kDeterminer | kAsk) || token.value >= 0;
  return {plain ? Cue::kNone : Cue::kStays};
}

}  // namespace

Cue cue_of(SpanKind kind) {
  switch (kind) {
    case SpanKind::kCardNumber:
      return Cue::kCard;
    case SpanKind::kCardCode:
      return Cue::kCardCode;
    case SpanKind::kIban:
      return Cue::kBank;
    case SpanKind::kBsn:
      return Cue::kBsn;
    case SpanKind::kEmail:
      return Cue::kEmail;
    case SpanKind::kPhone:
      return Cue::kPhone;
    case SpanKind::kSecret:
      return Cue::kSecret;
    case SpanKind::kBirthDate:
      return Cue::kBirth;
    case SpanKind::kPostcode:
      return Cue::kPostcode;
  }
  return Cue::kNone;
}

namespace {

// Words that are a cue beside another only; nullopt: it may be one by itself.
std::optional<CueAt> cue_beside(const Tokens& tokens, std::size_t at) {
  static constexpr base::OneOf kWords{"security", "social",    "account", "insurance",
                                      "birth",    "memorable", "geheim",  "geheime"};
  const Token& token = tokens[at];
  if (!kWords.has(token.key)) return std::nullopt;
  const std::string_view before = key_before(tokens, at, 1);
  const std::string_view next = key_at(tokens, at + 1);
  if (token.key == "security") {
    if (before == "social") return CueAt{Cue::kBsn};
    return CueAt{is_one_of(next, {"code", "number", "digits", "nummer", "cijfers"}) ? Cue::kCardCode : Cue::kNone};
  }
  if (token.key == "social") return CueAt{is_one_of(next, {"is", "security", "number"}) ? Cue::kBsn : Cue::kNone};
  if (token.key == "account") {
    return is_one_of(before, {"customer", "client", "tax"}) ? std::optional(CueAt{Cue::kStays}) : std::nullopt;
  }
  if (token.key == "insurance") return CueAt{before == "national" ? Cue::kBsn : Cue::kNone};
  if (token.key == "birth") return CueAt{key_before(tokens, at, 2) == "date" ? Cue::kBirth : Cue::kNone};
  return CueAt{is_one_of(next, {"word", "woord", "antwoord", "code"}) ? Cue::kSecret : Cue::kNone};
}

}  // namespace

CueAt cue_at(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens[at];
  if (token.kind != TokenKind::kWord) return {};
  if (const auto beside = cue_beside(tokens, at)) return *beside;
  if (token.has(kNumberNoun)) return noun_cue(tokens, at);
  if (token.has(kCode)) return code_cue(tokens, at);
  if (const Cue spelled = spelled_cue(tokens, at); spelled != Cue::kNone) return {spelled};
  if (token.cue == Cue::kNone) return {};
  CueAt told{token.cue, token.has(kGenericCue), token.has(kDated)};
  const std::string_view next = key_at(tokens, at + 1);
  const bool numbered = is_one_of(next, {"nummer", "number", "nr", "no", "numbers"});
  if (token.cue == Cue::kCard) {
    if (is_one_of(key_before(tokens, at, 1), {"gift", "loyalty", "membership", "sim", "library", "store", "points",
                                              "bonus", "business", "reward", "rewards", "travel", "oyster", "ov"})) {
      return {Cue::kStays};
    }
    told.generic = told.generic && !numbered;
  }
  if (token.cue == Cue::kPhone || token.cue == Cue::kBank) told.generic = told.generic && !numbered;
  if (token.cue == Cue::kBank && token.key == "bank" && next != "account" && next != "rekening" && !numbered) return {};
  return told;
}

}  // namespace aandacht::domain::redaction
