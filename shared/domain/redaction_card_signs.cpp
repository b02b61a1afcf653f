#include "shared/domain/redaction_card_signs.h"

#include <algorithm>
#include <array>

#include "shared/domain/redaction_cue_words.h"
#include "shared/domain/redaction_payment.h"
#include "shared/domain/redaction_told.h"

namespace aandacht::domain::redaction {
namespace {

// "creditcard", "betaalpas", "achterop"
bool is_of_paying(std::string_view key) {
  static constexpr std::array<std::string_view, 12> kParts = {"pas",    "kaart",  "card",  "pay",  "betaal", "code",
                                                              "achter", "cijfer", "digit", "amex", "visa",   "master"};
  return std::any_of(kParts.begin(), kParts.end(),
                     [&](std::string_view part) { return key.find(part) != std::string_view::npos; });
}

}  // namespace

CardSigns card_signs(const Tokens& tokens, bool elsewhere) {
  CardSigns signs;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const Token& token = tokens[at];
    const std::string_view key = token.key;
    const std::string_view before = key_before(tokens, at, 1);
    const bool express = key == "amex" || key == "express";
    const bool front = key == "voorop" || key.starts_with("voork") || key == "front";
    const bool small = key.starts_with("cijfertje") || key.starts_with("cijferke") || key.ends_with("cijferige");
    const bool three = at > 0 && (token.value == 3 || key == "3");
    const bool counted = at > 0 && (tokens[at - 1].value == 3 || is_one_of(before, {"3", "kleine", "little"}));
    const bool all_three = three && !elsewhere && is_one_of(before, {"alle", "all"});  // "dat waren ze alle drie"
    signs.signature = signs.signature || key.starts_with("handtek") || key == "signature" || key == "strip";
    signs.side = signs.side || is_back_of_card(tokens, at) || signs.signature;
    signs.front = signs.front || front;
    signs.four = signs.four || token.value == 4 || key == "4" || key.starts_with("viercijfer") || front || express;
    signs.few = signs.few || all_three || small || (token.has(kDigitsNoun) && counted);
    signs.last_three = signs.last_three || (three && is_one_of(before, {"laatste", "last"}));
    signs.code = signs.code || (token.has(kCode) && cue_at(tokens, at).cue == Cue::kNone);
    signs.card = signs.card || token.cue == Cue::kCard || token.placeholder_kind == SpanKind::kCardNumber || express;
    signs.partial = signs.partial || token.has(kLastDigits);
  }
  return signs;
}

bool names_another_number(const Tokens& tokens) {
  bool another = false;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const CueAt here = cue_at(tokens, at);
    const bool card = here.cue == Cue::kCard || here.cue == Cue::kCardCode || tokens[at].has(kBackOfCard | kCode);
    if (card || is_expiry_word(tokens[at].key)) return false;
    another =
        another || (tokens[at].key != "no" && (here.cue == Cue::kStays || here.cue == Cue::kPostcode) && !here.generic);
  }
  return another;
}

bool may_be_about_card(const Tokens& tokens) {
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const CueAt here = cue_at(tokens, at);
    if (here.cue == Cue::kCard || here.cue == Cue::kCardCode || is_expiry_word(tokens[at].key)) return true;
    if (tokens[at].has(kBackOfCard | kCode | kDigitsNoun | kNumberNoun) || is_of_paying(tokens[at].key)) return true;
  }
  return false;
}

}  // namespace aandacht::domain::redaction
