// What the words before and behind a number say it is.
#include <algorithm>

#include "shared/domain/redaction_cue_words.h"
#include "shared/domain/redaction_told.h"

namespace aandacht::domain::redaction {
namespace {

constexpr std::size_t kFarthestBefore = 22;  // tokens
constexpr std::size_t kFarthestAfter = 8;
constexpr std::size_t kMostContent = 5;  // words that say nothing between a cue and its number

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

// Of "pincode van de simkaart", at the last word: the cue of the first.
CueAt head_of(const Tokens& tokens, std::size_t at) {
  for (std::size_t steps = 0; at > 1 && steps < 3; ++steps) {
    const Token& token = tokens[--at];
    if (is_one_of(token.key, {"van", "voor", "of", "for", "op", "on", "from", "bij"})) return cue_at(tokens, at - 1);
    if (!token.has(kDeterminer) && steps > 0) return {};
  }
  return {};
}

// Goes back over the words before a number until one says what it is.
class WayBack {
 public:
  WayBack(const Tokens& tokens, std::size_t number) : tokens_(tokens), number_(number) {}

  Told told() {
    for (std::size_t at = number_; at > 0 && number_ - at < kFarthestBefore;) {
      const Step step = look_at(--at);
      if (step == Step::kFound) {
        told_.partial = told_.partial || is_of_last_digits(at);
        return with_typing();
      }
      if (step == Step::kEnd) break;
    }
    return without_cue();
  }

 private:
  enum class Step { kGoOn, kFound, kEnd };

  // "de laatste cijfers van het rekeningnummer"
  [[nodiscard]] bool is_of_last_digits(std::size_t cue) const {
    for (std::size_t steps = 0; cue > 0 && steps < 5; ++steps) {
      const Token& token = tokens_[--cue];
      if (token.has(kLastDigits)) return true;
      if (!token.has(kDeterminer | kDigitsNoun | kStop) && !is_one_of(token.key, {"van", "of"}) && token.value < 0)
        break;
    }
    return false;
  }

  // "my pin keeps getting refused, I'm typing 6164": what was said between is about what is typed.
  Told with_typing() const {
    Told told = told_;
    const bool types = number_ > 0 && is_one_of(tokens_[number_ - 1].key,
                                                {"typing", "type", "typed", "entering", "enter", "entered", "keying",
                                                 "tik", "typ", "toets", "intoets", "intyp", "tikte", "toetste"});
    const bool subject = candidate_.cue == Cue::kPhone && is_subject({told.cue});
    const bool whose = is_subject({told.cue}) && !said_clause_;  // "de code van de zaal op afdeling drie is"
    if ((types || subject || whose || takes_up_) && told.cue == Cue::kSecret)
      told.content = std::min<std::size_t>(told.content, 1);
    return told;
  }

  Step found(Cue cue) {
    told_.cue = cue;
    return Step::kFound;
  }

  // "mijn ordernummer? eh, 4008": nothing is said between the question mark and the number.
  bool answers_at_once(std::size_t mark) const {
    for (std::size_t at = mark + 1; at < number_; ++at) {
      const Token& token = tokens_[at];
      if (token.key != "," && !(token.has(kFiller) && token.kind == TokenKind::kWord)) return false;
    }
    return true;
  }

  // "the PIN I chose. It's 2086."
  bool takes_up(std::size_t mark) {
    const std::string_view first = key_at(tokens_, mark + 1);
    const bool one = mark + 2 == number_ && is_one_of(first, {"it's", "da's", "that's"});
    const bool two = mark + 3 == number_ && is_one_of(first, {"it", "that", "dat", "die", "het"}) &&
                     is_one_of(key_at(tokens_, mark + 2), {"is", "was"});
    takes_up_ = one || two;
    return takes_up_;
  }

  Step look_at(std::size_t at) {
    const Token& token = tokens_[at];
    const bool in_name = token.key == "2" && !token.space_before;  // "cvc2"
    if (token.kind == TokenKind::kPlaceholder ||
        (token.kind == TokenKind::kDigits && !in_name && token.key.size() > 1)) {
      return Step::kEnd;
    }
    if (token.kind == TokenKind::kMark) {
      said_clause_ = said_clause_ || token.key == ",";
      const bool goes_on = token.key == "." ? takes_up(at) : token.key == "?" && answers_at_once(at);
      return ends_reach(tokens_, at) && !goes_on ? Step::kEnd : Step::kGoOn;
    }
    if (token.kind != TokenKind::kWord) return Step::kGoOn;
    said_clause_ = said_clause_ || token.has(kFresh | kNegation) ||
                   is_one_of(token.key, {"maar", "but", "dat", "that", "so", "dus"});
    if (describes_card_code(at)) return found(Cue::kCardCode);
    said_open_ = said_open_ || says_opened_with(tokens_, at);
    const CueAt here = cue_at(tokens_, at);
    if (here.cue == Cue::kCard || (here.cue == Cue::kPhone && here.generic)) return look_beyond(here);
    if (names_what_is_opened(at)) return found(Cue::kSecret);
    if (here.cue == Cue::kStays) {
      // "de pincode van de simkaart", "the phone number for the order": the head says what it is.
      const CueAt head = head_of(tokens_, at);
      if (head.cue != Cue::kNone && head.cue != Cue::kStays && !head.generic) return found(head.cue);
    }
    if (opens(at)) return found(Cue::kSecret);
    if (tells_own_code(at)) return found(Cue::kSecret);
    return here.cue != Cue::kNone ? settle(here) : count(token);
  }

  // "achterop staat de code", "with amex it's four digits on the front": with the words behind this one.
  bool describes_card_code(std::size_t at) {
    const Token& token = tokens_[at];
    said_code_ = said_code_ || token.has(kCode);
    said_back_ = said_back_ || is_back_of_card(tokens_, at);
    said_digits_ = said_digits_ || token.has(kDigitsNoun);
    told_.partial = told_.partial || token.has(kLastDigits);
    said_number_ = said_number_ || token.has(kNumberNoun);
    said_side_ = said_side_ || is_side_of_card(token.key);
    const bool three = token.value == 3 || token.key == "3" || token.key.starts_with("driecijfer");
    const bool few = three || token.value == 4 || token.key == "4" || token.key.starts_with("viercijfer");
    said_three_ = said_three_ || (three && said_digits_);
    if (few && said_digits_ && said_side_ && !told_.partial) return true;
    return (said_back_ && !said_lock_ && (said_code_ || said_digits_)) ||
           (three && said_digits_ && (said_code_ || said_number_));
  }

  // "the pin of my card": what stands before the card may say more.
  Step look_beyond(const CueAt& here) {
    if (here.cue == Cue::kCard && (said_code_ || said_back_)) return found(Cue::kCardCode);
    if (candidate_.cue == Cue::kNone) {
      candidate_ = told_;
      candidate_.cue = here.cue;
      candidate_.generic = here.generic;
    }
    return Step::kGoOn;
  }

  // "the code for the gate", "het kluisje gaat open met": what a code opens.
  bool names_what_is_opened(std::size_t at) {
    if (!opens_with_code(tokens_[at].key) || (!said_open_ && !opened_by_code(tokens_, at))) return false;
    told_.content = std::min<std::size_t>(told_.content, 1);  // "gaat open" says nothing else
    return true;
  }

  // "de code van den alarm is", "kom je binnen met"
  bool opens(std::size_t at) {
    const Token& token = tokens_[at];
    said_lock_ = said_lock_ || opens_with_code(token.key);
    if (said_lock_ && token.has(kCode) && told_.content <= 3) return true;
    if ((said_code_ || said_open_) && told_.content <= 2 && opens_with_code(token.key)) return true;
    return says_opened_with(tokens_, at) && at + 2 == number_ && token.key != "open" &&
           is_one_of(key_before(tokens_, at, 1), {"kom", "komt", "je", "u", "get", "geraakt", "gaat"});
  }

  // "the key safe by the wall is 4091"
  bool tells_own_code(std::size_t at) {
    if (!has_own_code(tokens_, at) || !is_subject({Cue::kSecret}) || said_clause_) return false;
    told_.content = 0;
    return true;
  }

  // A cue of its own, unless one nearer to the number is as good.
  Step settle(const CueAt& here) {
    const bool outranks =
        candidate_.cue == Cue::kCard
            ? here.cue == Cue::kCardCode || here.cue == Cue::kSecret
            : candidate_.cue == Cue::kPhone && ((here.cue == Cue::kPhone && told_.content <= 1) || is_subject(here));
    if (candidate_.cue != Cue::kNone && !outranks) return Step::kEnd;
    told_.generic = here.generic;
    told_.dated = here.dated;
    return found(here.cue);
  }

  // "the pin I set up on the phone line is 7204"
  [[nodiscard]] bool is_subject(const CueAt& here) const {
    return here.cue == Cue::kSecret && number_ > 0 && is_one_of(tokens_[number_ - 1].key, {"is", "was"});
  }

  Step count(const Token& token) {
    const bool counts =
        token.value > 9 || !token.has(kConnector | kFiller | kBackOfCard | kLastDigits | kCode | kGap | kStop);
    if (token.has(kNegation)) told_.content += 2;  // "de pin werkt niet sinds 2019"
    if (counts && token.value < 0 && token.key.size() > 1) ++told_.content;
    return token.value > 9 || told_.content > kMostContent ? Step::kEnd : Step::kGoOn;
  }

  // The nearest thing that was named, or what the words say together.
  Told without_cue() {
    if (candidate_.cue == Cue::kNone && said_back_ && told_.content <= 2) {  // "achterop staat 123"
      candidate_.cue = Cue::kCardCode;
      candidate_.generic = true;
    }
    if (candidate_.cue == Cue::kNone && said_three_ && said_digits_ && told_.content <= 1 && !told_.partial) {
      candidate_.cue = Cue::kCardCode;  // "de drie cijfertjes zijn 701"
    }
    candidate_.partial = candidate_.partial || told_.partial;
    return candidate_;
  }

  const Tokens& tokens_;
  const std::size_t number_;  // Its first token.
  Told told_;
  Told candidate_;  // A thing that was named, whose number it may be: "kaart".
  bool said_code_ = false;
  bool said_back_ = false;
  bool said_digits_ = false;
  bool said_number_ = false;
  bool said_three_ = false;
  bool said_side_ = false;
  bool said_open_ = false;
  bool said_lock_ = false;
  bool said_clause_ = false;
  bool takes_up_ = false;  // A pronoun stands for what the sentence before named.
};

}  // namespace

Told cue_before(const Tokens& tokens, std::size_t at) {
  const Cue alternative = alternative_to(tokens, at);
  if (alternative != Cue::kNone) return {.cue = alternative};
  return WayBack(tokens, at).told();
}

Told cue_after(const Tokens& tokens, std::size_t last) {
  Told told;
  told.behind = true;
  bool said_code = false;
  for (std::size_t at = last + 1; at < tokens.size() && at <= last + kFarthestAfter; ++at) {
    const Token& token = tokens[at];
    if (token.kind == TokenKind::kMark && !ends_reach(tokens, at)) continue;
    if (token.kind != TokenKind::kWord) break;
    const bool on_the_back = is_back_of_card(tokens, at);
    told.cue = on_the_back ? Cue::kCardCode : cue_at(tokens, at).cue;
    if (told.cue != Cue::kNone) {
      told.generic = !on_the_back && cue_at(tokens, at).generic;
      if (told.cue == Cue::kCard && said_code) {  // "dat is de code van mijn pas"
        told.cue = Cue::kCardCode;
        told.generic = false;
      }
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
    said_code = said_code || token.has(kCode);
    if (token.key == "long") continue;  // "that's the long number"
    if (token.has(kFresh) || !token.has(kConnector | kFiller | kCode | kStop)) break;
  }
  told.cue = Cue::kNone;
  return told;
}

}  // namespace aandacht::domain::redaction
