#include "shared/domain/redaction_asked.h"

#include <algorithm>

#include "shared/domain/redaction_cue_words.h"
#include "shared/domain/redaction_told.h"

namespace aandacht::domain::redaction {

Expected asked_in(const Tokens& tokens) {
  Expected asked;
  bool back = false;
  bool digits = false;
  bool code = false;
  bool opens = false;
  bool calls = false;   // "bel", "bereiken"
  bool number = false;  // "nummer" that no noun says is another's
  // "only the last two digits": a part that may be known.
  const bool partial = std::any_of(tokens.begin(), tokens.end(), [](const Token& t) { return t.has(kLastDigits); });
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const Token& token = tokens[at];
    if (token.key == "nooit" || token.key == "never") return {};
    back = back || (token.has(kBackOfCard) && (token.key != "back" || key_before(tokens, at, 1) == "the"));
    digits = digits || token.has(kDigitsNoun | kCode) || token.value == 3;
    code = code || token.has(kCode);
    opens = opens || opens_with_code(token.key) || is_sent_by(token.key);
    if (token.has(kDigitsNoun) && at > 0 && !partial) {  // "the sixteen digits", "de drie cijfers"
      const Token& count = tokens[at - 1];
      if (count.value == 16 || count.key == "16") asked.add(Cue::kCard);
      if (count.value == 3 || count.key == "3") asked.add(Cue::kCardCode);
    }
    const CueAt here = cue_at(tokens, at);
    calls = calls || (here.cue == Cue::kPhone && here.generic);
    number = number || (token.has(kNumberNoun) && here.cue != Cue::kStays);
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
