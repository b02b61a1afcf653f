#include "shared/domain/redaction_asked.h"

#include <algorithm>

#include "shared/domain/redaction_cue_words.h"
#include "shared/domain/redaction_told.h"

namespace aandacht::domain::redaction {
namespace {

// "de meisjesnaam van uw moeder", "your security question": what is asked so has words for an answer.
bool asks_in_words(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens[at];
  const std::string_view before = key_before(tokens, at, 1);
  static constexpr base::OneOf kNames{"maiden", "codewoord", "codeword", "passphrase", "memorable"};
  if (kNames.has(token.key)) return true;
  const std::string_view key = token.key;
  if (key.starts_with("meisjesna") || key.ends_with("wachtwoord") || key.ends_with("ingswoord")) return true;
  const bool question = key == "vraag" || key == "question" || key == "answer" || key == "antwoord" || key == "word" ||
                        key == "woord" || key == "woordje" || key == "phrase";
  if (question && is_one_of(before, {"geheime", "geheim", "security", "secret", "verification", "safety", "pass",
                                     "code", "beveiligings", "veiligheids", "controle", "memorable"})) {
    return true;
  }
  if (key.ends_with("svraag") || key.ends_with("geheimwoord")) {
    return key.starts_with("beveilig") || key.starts_with("veilig") || key.starts_with("controle") ||
           key.starts_with("herstel") || key.starts_with("verificatie");
  }
  static constexpr base::OneOf kFirst{"eerste", "first", "favoriete", "favourite", "favorite", "lievelings"};
  return kFirst.has(before) &&
         is_one_of(key, {"school", "huisdier", "pet", "basisschool", "auto", "car", "leraar", "juf", "teacher",
                         "straat", "street", "film", "movie", "boek", "knuffel", "meester"});
}

// "welke code geeft u in"
bool is_keyed_in(std::string_view key) {
  return is_one_of(
      key, {"geeft", "ingeven", "toetst", "intoetsen", "tikt", "intikken", "intypen", "entering", "keying", "enter"});
}

}  // namespace

Expected asked_in(const Tokens& tokens) {
  Expected asked;
  bool back = false;
  bool digits = false;
  bool opens = false;
  bool calls = false;   // "bel", "bereiken"
  bool number = false;  // "nummer" that no noun says is another's
  const bool code = std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.has(kCode); });
  // "only the last two digits": a part that may be known.
  bool partial = false;
  for (std::size_t at = 0; at < tokens.size(); ++at) {  // "als laatste": in the end
    partial = partial || (tokens[at].has(kLastDigits) && key_before(tokens, at, 1) != "als");
  }
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const Token& token = tokens[at];
    if (token.key == "nooit" || token.key == "never") return {};
    back = back || is_back_of_card(tokens, at);
    digits = digits || token.has(kDigitsNoun | kCode) || token.value == 3;
    opens = opens || (code && (opens_with_code(token.key) || is_sent_by(token.key) || is_keyed_in(token.key)));
    if (token.has(kDigitsNoun) && at > 0 && !partial) {  // "the sixteen digits", "de drie cijfers"
      const Token& count = tokens[at - 1];
      if (count.value == 16 || count.key == "16") asked.add(Cue::kCard);
      if (count.value == 3 || count.key == "3") asked.add(Cue::kCardCode);
    }
    if (asks_in_words(tokens, at)) asked.add(Cue::kPassword);
    if (token.has(kCode) && key_before(tokens, at, 1).ends_with("cijferige")) {  // "de viercijferige code"
      asked.add(key_before(tokens, at, 1).starts_with("drie") ? Cue::kCardCode : Cue::kSecret);
    }
    const CueAt here = cue_at(tokens, at);
    calls = calls || (here.cue == Cue::kPhone && here.generic);
    number = number || (token.has(kNumberNoun) && here.cue != Cue::kStays);
    if (token.key == "binnenkomen" || (token.key == "in" && key_before(tokens, at, 1).starts_with("get"))) {
      asked.add(Cue::kSecret);  // "how does she get in"
    }
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
  if (calls && number && !partial) asked.add(Cue::kPhone);
  return asked;
}

}  // namespace aandacht::domain::redaction
