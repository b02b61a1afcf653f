// What the words around a number say it is.
#include <algorithm>

#include "shared/domain/redaction_detail.h"

namespace aandacht::domain::redaction {
namespace {

constexpr std::size_t kFarthestBefore = 22;  // tokens
constexpr std::size_t kFarthestAfter = 8;
constexpr std::size_t kMostContent = 5;  // words that say nothing between a cue and its number

bool is_one_of(std::string_view key, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (key == word) return true;
  }
  return false;
}

std::string_view before(const Tokens& tokens, std::size_t at, std::size_t steps) {
  return at >= steps ? std::string_view(tokens[at - steps].key) : std::string_view();
}

bool ends_reach(const Tokens& tokens, std::size_t at) {
  const std::string& key = tokens[at].key;
  if (key == ".") {
    const std::string_view abbreviated = before(tokens, at, 1);
    return !is_one_of(abbreviated, {"nr", "no", "tel", "ref", "num"}) && abbreviated.size() != 1;
  }
  return is_one_of(key, {"?", "!", ";", "€", "£", "$"});
}

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

// "number" alone: of what? A determiner leaves the caller's own, a noun names another ("docket number").
CueAt noun_cue(const Tokens& tokens, std::size_t at) {
  if (at == 0) return {};
  const Token& noun = tokens[at - 1];
  if (is_one_of(noun.key, {"long", "lang", "lange", "langwerpig", "langwerpige"})) return {Cue::kCard};
  if (noun.key == "insurance" && before(tokens, at, 2) == "national") return {Cue::kBsn};
  if (noun.key == "account") return {is_bank_account(tokens, at) ? Cue::kBank : Cue::kStays};
  if (noun.key == "verification") return {before(tokens, at, 2) == "card" ? Cue::kCardCode : Cue::kSecret};
  if (noun.key.ends_with("'s")) return {Cue::kPhone, true};  // "my husband's number"
  if (noun.key == "ni" || (noun.key == "service" && before(tokens, at, 2) == "burger")) return {Cue::kBsn};
  if (noun.key == "service" && before(tokens, at, 2) == "citizen") return {Cue::kBsn};
  if (noun.key == "register" && before(tokens, at, 2) == "national") return {Cue::kBsn};
  if (is_one_of(noun.key, {"contact", "home", "work", "vaste", "vast", "landline"})) return {Cue::kPhone};
  if (noun.key == "security" && before(tokens, at, 2) == "social") return {Cue::kBsn};
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
  if (noun_says_nothing ||
      is_one_of(noun.key, {"best",   "beste", "good",   "goed",      "hele",   "volledige", "full",  "whole",
                           "nieuwe", "new",   "juiste", "right",     "andere", "other",     "oude",  "old",
                           "eigen",  "own",   "same",   "zakelijke", "prive",  "correct",   "direct"})) {
    return {};
  }
  // "directe nummer": an adjective, while a Dutch noun would be one word with "nummer".
  if (noun.key.size() > 4 && noun.key.ends_with("e") && tokens[at].key == "nummer") return {Cue::kPhone, true};
  return {Cue::kStays};
}

// What is opened with a code: "het alarm heeft code 2268".
bool opens_with_code(std::string_view key) {
  return is_one_of(key, {"alarm",    "alarmpaneel", "kluis",    "sleutelkluis", "sleutelkluisje", "kluisje",
                         "deur",     "poort",       "voordeur", "hek",          "slot",           "toegang",
                         "simkaart", "sim",         "garage",   "gate",         "door",           "safe",
                         "keysafe",  "lockbox",     "lock",     "padlock",      "entrance",       "cijferslot"});
}

// "gaat open met", "opens with", "kom je binnen met", "get in with": at the first word.
bool says_opened_with(const Tokens& tokens, std::size_t at) {
  if (!is_one_of(tokens[at].key, {"open", "opens", "unlocks", "binnen", "in", "erin"})) return false;
  return is_one_of(key_at(tokens, at + 1), {"met", "with", "using", "via"});
}

// "code van den alarm", "code for the gate": at the last word.
bool opened_by_code(const Tokens& tokens, std::size_t at) {
  for (std::size_t steps = 1; steps <= 4 && steps <= at; ++steps) {
    const Token& token = tokens[at - steps];
    if (token.has(kCode)) return true;
    if (!token.has(kDeterminer | kNameParticle) && !is_one_of(token.key, {"voor", "for", "of", "op", "on", "to"}))
      return false;
  }
  return false;
}

// How a code for one use reaches who must repeat it.
bool is_sent_by(std::string_view key) {
  return is_one_of(key, {"sms", "sms'je", "smsje", "text", "texted", "appje", "authenticator", "berichtje"});
}

// Where on a card its code is printed.
bool is_side_of_card(std::string_view key) {
  return is_one_of(key, {"front", "voorkant", "voorzijde", "voorop", "back", "achterop", "achterkant", "achterzijde",
                         "strip", "handtekening", "signature"});
}

CueAt code_cue(const Tokens& tokens, std::size_t at) {
  if (at == 0) return {};
  const std::string_view noun = before(tokens, at, 1);
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
  const bool plain = token.kind != TokenKind::kWord || token.cue != Cue::kNone ||
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

CueAt cue_at(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens[at];
  if (token.kind != TokenKind::kWord) return {};
  if (token.key == "security") {
    if (before(tokens, at, 1) == "social") return {Cue::kBsn};
    const std::string_view next = key_at(tokens, at + 1);
    return {is_one_of(next, {"code", "number", "digits", "nummer", "cijfers"}) ? Cue::kCardCode : Cue::kNone};
  }
  if (token.key == "social") {
    return {is_one_of(key_at(tokens, at + 1), {"is", "security", "number"}) ? Cue::kBsn : Cue::kNone};
  }
  if (token.key == "insurance") return {before(tokens, at, 1) == "national" ? Cue::kBsn : Cue::kNone};
  if (token.key == "birth") return {before(tokens, at, 2) == "date" ? Cue::kBirth : Cue::kNone};
  if (token.key == "memorable" || token.key == "geheim" || token.key == "geheime") {
    return {is_one_of(key_at(tokens, at + 1), {"word", "woord", "antwoord", "code"}) ? Cue::kSecret : Cue::kNone};
  }
  if (token.has(kNumberNoun)) return noun_cue(tokens, at);
  if (token.has(kCode)) return code_cue(tokens, at);
  if (const Cue spelled = spelled_cue(tokens, at); spelled != Cue::kNone) return {spelled};
  if (token.cue == Cue::kNone) return {};
  CueAt told{token.cue, token.has(kGenericCue), token.has(kDated)};
  const std::string_view next = key_at(tokens, at + 1);
  const bool numbered = is_one_of(next, {"nummer", "number", "nr", "no", "numbers"});
  if (token.cue == Cue::kCard) {
    if (is_one_of(before(tokens, at, 1), {"gift", "loyalty", "membership", "sim", "library", "store", "points", "bonus",
                                          "business", "reward", "rewards", "travel", "oyster", "ov"})) {
      return {Cue::kStays};
    }
    told.generic = told.generic && !numbered;
  }
  if (token.cue == Cue::kPhone || token.cue == Cue::kBank) told.generic = told.generic && !numbered;
  if (token.cue == Cue::kBank && token.key == "bank" && next != "account" && next != "rekening" && !numbered) return {};
  return told;
}

namespace {

// "[secret] or 7402", "[card code] sorry 735": an alternative or a correction of what was hidden.
Cue alternative_to(const Tokens& tokens, std::size_t at) {
  bool other = false;
  for (std::size_t steps = 0; at > 0 && steps < 5; ++steps) {
    const Token& token = tokens[--at];
    if (token.kind == TokenKind::kPlaceholder) return other ? cue_of(*token.placeholder_kind) : Cue::kNone;
    // "my pin was [secret] and now it's 7731"
    const bool changed = is_one_of(token.key, {"now", "nu", "tegenwoordig", "intussen"});
    other = changed || other || token.has(kCorrection) ||
            is_one_of(token.key, {"or", "of", "anders", "ofwel", "maybe", "misschien"});
    if (token.kind == TokenKind::kMark ? ends_reach(tokens, at)
                                       : !token.has(kFiller | kCorrection | kConnector | kGap | kStop)) {
      return Cue::kNone;
    }
  }
  return Cue::kNone;
}

}  // namespace

namespace {

// Of "pincode van de simkaart", at the last word: the cue of the first.
CueAt head_of(const Tokens& tokens, std::size_t at) {
  for (std::size_t steps = 0; at > 1 && steps < 3; ++steps) {
    const Token& token = tokens[--at];
    if (is_one_of(token.key, {"van", "voor", "of", "for", "op", "on", "from", "bij"})) return cue_at(tokens, at - 1);
    if (!token.has(kDeterminer) && steps > 0) return {};
  }
  return {};
}

}  // namespace

Told cue_before(const Tokens& tokens, std::size_t at) {
  Told told;
  told.cue = alternative_to(tokens, at);
  if (told.cue != Cue::kNone) return told;
  Told candidate;
  bool said_code = false;
  bool said_back = false;
  bool said_digits = false;
  bool said_number = false;
  bool said_three = false;
  bool said_side = false;
  bool said_open = false;
  bool said_lock = false;
  const std::size_t begin = at;
  while (at > 0 && begin - at < kFarthestBefore) {
    const Token& token = tokens[--at];
    const bool in_name = token.key == "2" && !token.space_before;  // "cvc2"
    if (token.kind == TokenKind::kPlaceholder ||
        (token.kind == TokenKind::kDigits && !in_name && token.key.size() > 1)) {
      break;
    }
    if (token.kind == TokenKind::kMark) {
      if (ends_reach(tokens, at) && !(token.key == "?" && at + 1 == begin)) break;
      continue;
    }
    if (token.kind != TokenKind::kWord) continue;
    said_code = said_code || token.has(kCode);
    said_back = said_back || token.has(kBackOfCard);
    said_digits = said_digits || token.has(kDigitsNoun);
    told.partial = told.partial || token.has(kLastDigits);
    said_number = said_number || token.has(kNumberNoun);
    const bool three = token.value == 3 || token.key == "3" || token.key.starts_with("driecijfer");
    const bool few = three || token.value == 4 || token.key == "4" || token.key.starts_with("viercijfer");
    said_side = said_side || is_side_of_card(token.key);
    // "with amex it's four digits on the front"
    if (few && said_digits && said_side && !told.partial) {
      told.cue = Cue::kCardCode;
      return told;
    }
    said_three = said_three || (three && said_digits);
    if ((said_back && (said_code || said_digits)) || (three && said_digits && (said_code || said_number))) {
      told.cue = Cue::kCardCode;
      return told;
    }
    said_open = said_open || says_opened_with(tokens, at);
    const CueAt here = cue_at(tokens, at);
    if (here.cue == Cue::kCard || (here.cue == Cue::kPhone && here.generic)) {
      if (here.cue == Cue::kCard && (said_code || said_back)) {
        told.cue = Cue::kCardCode;
        return told;
      }
      // "the pin of my card": what stands before the card may say more.
      if (candidate.cue == Cue::kNone) {
        candidate = told;
        candidate.cue = here.cue;
        candidate.generic = here.generic;
      }
      continue;
    }
    // "de pincode van de simkaart", "the phone number for the order": the head says what it is.
    // "the code for the gate", "het kluisje gaat open met": what a code opens.
    if (opens_with_code(token.key) && (said_open || opened_by_code(tokens, at))) {
      told.content = std::min<std::size_t>(told.content, 1);  // "gaat open" says nothing else
      told.cue = Cue::kSecret;
      return told;
    }
    if (here.cue == Cue::kStays) {
      if (const CueAt head = head_of(tokens, at); head.cue != Cue::kNone && head.cue != Cue::kStays && !head.generic) {
        told.cue = head.cue;
        return told;
      }
    }
    said_lock = said_lock || opens_with_code(token.key);
    if (said_lock && token.has(kCode) && told.content <= 3) {  // "de code van den alarm is"
      told.cue = Cue::kSecret;
      return told;
    }
    if ((said_code || said_open) && told.content <= 2 && opens_with_code(token.key)) {
      told.cue = Cue::kSecret;
      return told;
    }
    const bool entered = says_opened_with(tokens, at) && at + 2 == begin && tokens[at].key != "open" &&
                         is_one_of(before(tokens, at, 1), {"kom", "komt", "je", "u", "get", "geraakt", "gaat"});
    if (entered) {
      told.cue = Cue::kSecret;
      return told;
    }
    if (here.cue != Cue::kNone) {
      const bool outranks = candidate.cue == Cue::kCard
                                ? here.cue == Cue::kCardCode || here.cue == Cue::kSecret
                                : candidate.cue == Cue::kPhone && here.cue == Cue::kPhone && told.content <= 1;
      if (candidate.cue != Cue::kNone && !outranks) break;
      told.cue = here.cue;
      told.generic = here.generic;
      told.dated = here.dated;
      return told;
    }
    const bool counts =
        token.value > 9 || !token.has(kConnector | kFiller | kBackOfCard | kLastDigits | kCode | kGap | kStop);
    if (token.has(kNegation)) told.content += 2;  // "de pin werkt niet sinds 2019"
    if (counts && token.value < 0 && token.key.size() > 1) ++told.content;
    if (token.value > 9 || told.content > kMostContent) break;
  }
  if (candidate.cue == Cue::kNone && said_back && told.content <= 2) {  // "achterop staat 123"
    candidate.cue = Cue::kCardCode;
    candidate.generic = true;
  }
  if (candidate.cue == Cue::kNone && said_three && said_digits && told.content == 0 && !told.partial) {
    candidate.cue = Cue::kCardCode;  // "de drie cijfertjes zijn 701"
  }
  candidate.partial = candidate.partial || told.partial;
  if (candidate.cue == Cue::kNone) candidate.partial = told.partial;
  return candidate;
}

Told cue_after(const Tokens& tokens, std::size_t last) {
  Told told;
  told.behind = true;
  for (std::size_t at = last + 1; at < tokens.size() && at <= last + kFarthestAfter; ++at) {
    const Token& token = tokens[at];
    if (token.kind == TokenKind::kMark && !ends_reach(tokens, at)) continue;
    if (token.kind != TokenKind::kWord) break;
    const bool on_the_back = token.has(kBackOfCard) && (token.key != "back" || before(tokens, at, 1) == "the");
    told.cue = on_the_back ? Cue::kCardCode : cue_at(tokens, at).cue;
    if (told.cue != Cue::kNone) {
      told.generic = !on_the_back && cue_at(tokens, at).generic;
      told.dated = !on_the_back && cue_at(tokens, at).dated;
      // "… en mijn pincode is 1234": the cue of another number.
      for (std::size_t next = at + 1; next < tokens.size() && next <= at + 4; ++next) {
        if (tokens[next].kind == TokenKind::kDigits || tokens[next].value >= 0 ||
            tokens[next].kind == TokenKind::kPlaceholder) {
          told.cue = Cue::kNone;
          return told;
        }
      }
      return told;
    }
    if (token.key == "long") continue;  // "that's the long number"
    if (token.has(kFresh) || !token.has(kConnector | kFiller | kCode | kStop)) break;
  }
  told.cue = Cue::kNone;
  return told;
}

Expected asked_in(const Tokens& tokens) {
  Expected asked;
  bool back = false;
  bool digits = false;
  bool code = false;
  bool opens = false;
  // "only the last two digits": a part that may be known.
  const bool partial = std::any_of(tokens.begin(), tokens.end(), [](const Token& t) { return t.has(kLastDigits); });
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const Token& token = tokens[at];
    if (token.key == "nooit" || token.key == "never") return {};
    back = back || (token.has(kBackOfCard) && (token.key != "back" || before(tokens, at, 1) == "the"));
    digits = digits || token.has(kDigitsNoun | kCode) || token.value == 3;
    code = code || token.has(kCode);
    opens = opens || opens_with_code(token.key) || is_sent_by(token.key);
    if (token.has(kDigitsNoun) && at > 0 && !partial) {  // "the sixteen digits", "de drie cijfers"
      const Token& count = tokens[at - 1];
      if (count.value == 16 || count.key == "16") asked.add(Cue::kCard);
      if (count.value == 3 || count.key == "3") asked.add(Cue::kCardCode);
    }
    const CueAt here = cue_at(tokens, at);
    if (here.cue == Cue::kNone) continue;
    if (here.cue == Cue::kStays && opens_with_code(token.key)) continue;
    if (here.cue == Cue::kBirth) asked.add(Cue::kBirthPart);
    const bool whole =
        here.cue == Cue::kCard || here.cue == Cue::kBank || here.cue == Cue::kBsn || here.cue == Cue::kPhone;
    if (partial && whole) continue;
    const bool names_number = !here.generic && !here.dated;
    if (!names_number && here.cue != Cue::kBirth && here.cue != Cue::kStays) {
      const bool asks_number = here.cue == Cue::kPhone && token.has(kNumberNoun);
      const bool asks_reach = here.cue == Cue::kPhone && tokens.size() <= 14 &&
                              (token.key.starts_with("berei") || token.key == "reach" || token.key == "mobiel");
      if (!asks_number && !asks_reach) continue;
    }
    asked.add(here.cue);
    const bool word = here.cue == Cue::kSecret && (token.key.ends_with("woord") || token.key.ends_with("word"));
    if (word || token.key == "memorable") asked.add(Cue::kPassword);
  }
  if (code && opens) asked.add(Cue::kSecret);
  if (back && digits) asked.add(Cue::kCardCode);
  return asked;
}

}  // namespace aandacht::domain::redaction
