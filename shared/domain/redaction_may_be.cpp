// Whether words may be an address, a day of birth, a secret or a mailbox.
#include <algorithm>

#include "shared/domain/redaction_candidate.h"
#include "shared/domain/redaction_cue_words.h"
#include "shared/domain/redaction_date.h"
#include "shared/domain/redaction_told.h"

namespace aandacht::domain::redaction {
namespace {

constexpr int kMostDay = 31;

// "ordered at shop.com", where no mail is talked of
bool names_only_a_site(const Candidate& it) {
  if (it.search.expected.has(Cue::kEmail)) return false;
  bool at = false;
  bool dot = false;
  for (std::size_t i = 0; i < it.tokens.size(); ++i) {
    const Token& token = it.tokens[i];
    const bool sign = token.key == "@" || is_spoken_sign(token.key);
    const bool mail = token.cue == Cue::kEmail || token.has(kMailHouse) || token.key.starts_with("mail");
    if (sign || mail || is_one_of(token.key, {"dot", "punt", "point", "send", "sent", "forward", "stuur", "sturen"}))
      return false;
    at = at || token.key == "at";
    dot = dot || (at && token.key == "." && touches(it.tokens, i));
  }
  return dot;
}

// "peak at": words that no address has, where none was asked for
bool is_plain(const Candidate& it) {
  if (it.search.expected.has(Cue::kEmail)) return false;
  for (std::size_t at = 0; at < it.tokens.size(); ++at) {
    const Token& token = it.tokens[at];
    if (token.cue == Cue::kEmail || token.key == "@" || is_spoken_sign(token.key)) return false;
    if (at >= it.from && at < it.to && (token.has(kEmailPart | kMailHouse) || token.key == ".")) return false;
  }
  return true;
}

bool talks_of_address(const Candidate& it) {
  if (it.search.expected.has(Cue::kPostcode) && !it.search.situation.by_agent) return true;
  for (std::size_t at = 0; at < it.tokens.size(); ++at) {
    const Token& token = it.tokens[at];
    const bool noun = token.has(kNumberNoun) && cue_at(it.tokens, at).cue != Cue::kStays;
    if (token.has(kStreet | kAddress) || token.cue == Cue::kPostcode || noun) return true;
    if (token.placeholder_kind == SpanKind::kPostcode || it.search.taken[at]) return true;
  }
  return false;
}

// Four digits may be a Belgian postcode; of an agent who repeats it, its town is said.
bool is_no_house(const Candidate& it) {
  if (!it.is_number_alone() || talks_of_address(it)) return false;
  return it.search.situation.by_agent || it.digits().size() != 4;
}

// "3 hoog": of what house, nobody said.
bool is_floor(const Candidate& it) {
  return !it.is_beside_found() && it.to - it.from == 1 && it.to < it.tokens.size() &&
         is_one_of(it.tokens[it.to].key, {"hoog", "verdiepingen", "floors"});
}

// "tegenover de lidl aan de mercatorlaan": no address without a number.
bool names_street_alone(const Candidate& it) {
  const bool beside =
      (it.from > 0 && it.search.taken[it.from - 1]) || (it.to < it.tokens.size() && it.search.taken[it.to]);
  return !beside && it.to - it.from == 1 && it.tokens[it.from].has(kStreet) &&
         (!it.search.expected.has(Cue::kPostcode) || it.search.situation.by_agent);
}

// "een nokia uit 2001"
bool is_year(const Candidate& it) {
  const Token& token = it.tokens[it.from];
  return it.from > 0 && it.to - it.from == 1 && token.kind == TokenKind::kDigits && token.key.size() == 4 &&
         (token.key.starts_with("19") || token.key.starts_with("20")) &&
         !(it.to < it.tokens.size() && it.tokens[it.to].upper) &&  // "uit 2000 Antwerpen"
         is_one_of(it.tokens[it.from - 1].key, {"uit", "sinds", "since", "anno", "bouwjaar", "model"});
}

// "i'm eighty three"
bool is_age(const Candidate& it) {
  return it.from > 0 && it.to - it.from <= 2 && it.is_number_alone() &&
         is_one_of(it.tokens[it.from - 1].key, {"i'm", "she's", "he's", "i'll", "turning"});
}

bool talks_of_birth(const Candidate& it) {
  return std::any_of(it.tokens.begin(), it.tokens.end(), [](const Token& near) {
    return near.cue == Cue::kBirth || near.month > 0 || near.placeholder_kind == SpanKind::kBirthDate;
  });
}

// "achttien twee vierenvijftig"
bool is_day_month_year(const Candidate& it) {
  const auto value = [&](std::size_t at) { return static_cast<int>(it.tokens[at].value); };
  return it.to - it.from == 3 && value(it.from) >= 1 && value(it.from) <= 31 && value(it.from + 1) >= 1 &&
         value(it.from + 1) <= 12 && value(it.from + 2) > 31;
}

// "the first", "elf dus twee", and an agent's "two eighteen forty": no month, and nothing of a birth
bool is_no_day(const Candidate& it) {
  if (it.search.expected.has(Cue::kBirth) || it.search.expected.has(Cue::kBirthPart)) return false;
  bool says = false;
  std::size_t numbers = 0;
  for (std::size_t at = it.from; at < it.to; ++at) {
    const Token& token = it.tokens[at];
    if (token.month > 0 || token.kind == TokenKind::kMark || token.value > 99) return false;
    if (token.kind == TokenKind::kDigits && token.key.size() > 2) return false;  // "12031938"
    says = says || token.has(kStop | kFiller | kDeterminer);
    numbers += token.kind == TokenKind::kDigits || token.value >= 0 ? 1 : 0;
  }
  const int alone = it.to - it.from == 1 ? static_cast<int>(it.tokens[it.from].value) : -1;
  if (alone >= 0 && alone <= kMostDay && !talks_of_birth(it)) return true;  // "twaalf"
  if (is_day_month_year(it)) return false;
  const bool told = it.from > 0 && is_one_of(it.tokens[it.from - 1].key, {"van", "born", "geboren"});
  return ((says && numbers <= 2) || (it.search.situation.by_agent && !told)) && !talks_of_birth(it);
}

// "and it runs out june twenty eight"
bool is_when_card_expires(const Candidate& it) {
  return it.search.situation.payment.stage == Payment::Stage::kPaying && !it.search.expected.has(Cue::kBirth) &&
         std::none_of(it.tokens.begin(), it.tokens.end(), [](const Token& token) { return token.cue == Cue::kBirth; });
}

bool talks_of_secret(const Candidate& it) {
  return std::any_of(it.tokens.begin(), it.tokens.end(), [](const Token& token) {
    return token.cue == Cue::kSecret || token.has(kCode) || token.key.ends_with("code") || token.key == "ww";
  });
}

// "option four"
bool is_one_digit(const Token& token) {
  return token.kind == TokenKind::kDigits ? token.key.size() == 1 : token.value >= 0 && token.value < 10;
}

// "thank you mr brennan", "starts with FX"
bool is_known_word(const Candidate& it) {
  if (it.from == 0) return false;
  const std::string_view before = it.tokens[it.from - 1].key;
  const bool title = is_one_of(before, {"mr", "mrs", "ms", "miss", "meneer", "mevrouw", "mijnheer", "dhr", "mevr"});
  const bool begins =
      it.from > 1 && is_one_of(before, {"with", "met"}) &&
      is_one_of(it.tokens[it.from - 2].key, {"starts", "begins", "starting", "beginning", "begint", "beginnend"});
  return it.search.situation.by_agent && (title || begins);
}

// "er staat C", "use staircase b"
bool is_letter_alone(const Candidate& it) {
  const bool spells = std::any_of(it.tokens.begin(), it.tokens.end(), [](const Token& token) {
    return token.key.starts_with("letter") || token.key.starts_with("character") || token.key.starts_with("karakter");
  });
  return !spells && !it.is_beside_found() && it.to - it.from == 1 && it.tokens[it.from].kind == TokenKind::kWord &&
         it.tokens[it.from].key.size() == 1;
}

// "my password is not working", "mijn code is niet meer geldig"
bool says_it_fails(const Candidate& it) {
  return it.from > 0 && it.to - it.from == 1 &&
         is_one_of(it.tokens[it.from - 1].key, {"not", "niet", "meer", "longer"}) &&
         is_one_of(it.tokens[it.from].key, {"working", "accepted", "valid", "recognised", "recognized", "correct",
                                            "right", "geldig", "juist", "goed", "bekend", "geaccepteerd"});
}

bool may_be_secret(const Candidate& it) {
  const bool asked = it.search.expected.has(Cue::kSecret) || it.search.expected.has(Cue::kPassword);
  if (is_known_word(it) || is_mail_port(it) || says_it_fails(it) ||
      (!asked && (is_letter_alone(it) || follows_fault(it))))
    return false;
  if (it.to - it.from == 1 && is_one_digit(it.tokens[it.from])) {
    return it.search.expected.has(Cue::kSecret) || it.search.expected.has(Cue::kPassword);
  }
  return !it.search.situation.by_agent || !it.is_number_alone() || talks_of_secret(it);
}

}  // namespace

bool may_be(const Candidate& candidate, SpanKind kind) {
  if (candidate.is_everybodys_number() && candidate.to - candidate.from == 1) return false;
  switch (kind) {
    case SpanKind::kPostcode:
      return !names_street_alone(candidate) && !is_no_house(candidate) && !is_age(candidate) && !is_year(candidate) &&
             !is_floor(candidate);
    case SpanKind::kBirthDate:
      return !is_when_card_expires(candidate) && !is_age(candidate) && !is_no_day(candidate) &&
             !is_first_of_several(candidate.tokens, candidate.to - 1);
    case SpanKind::kSecret:
      return may_be_secret(candidate);
    case SpanKind::kEmail:
      return !names_only_a_site(candidate) && !is_plain(candidate);
    case SpanKind::kCardNumber:
    case SpanKind::kCardCode:
    case SpanKind::kIban:
    case SpanKind::kBsn:
    case SpanKind::kPhone:
      return may_be_number(candidate, kind);
  }
  return true;
}

}  // namespace aandacht::domain::redaction
