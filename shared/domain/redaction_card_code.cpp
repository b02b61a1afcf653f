// Card codes that stand away from their cue: none may be kept, so that what might be one goes.
#include <algorithm>

#include "shared/domain/redaction_card_signs.h"
#include "shared/domain/redaction_cue_words.h"
#include "shared/domain/redaction_digits.h"
#include "shared/domain/redaction_payment.h"
#include "shared/domain/redaction_search.h"
#include "shared/domain/redaction_told.h"

namespace aandacht::domain::redaction {
namespace {

constexpr std::size_t kFarthestBehindCard = 18;  // tokens
constexpr std::size_t kMostContentOfCode = 2;    // words beside a code that nothing explains

bool is_code_length(std::size_t digits) { return digits == 3 || digits == 4; }

class CardCodes {
 public:
  explicit CardCodes(Search& search) : search_(search), tokens_(search.tokens), runs_(digit_runs(search.tokens)) {}

  void find() {
    if (runs_.empty()) return;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      const Token& token = tokens_[at];
      if (token.placeholder_kind == SpanKind::kCardNumber || is_expiry_word(token.key)) {
        find_behind_card(at);
      } else if (token.kind == TokenKind::kWord && cue_at(tokens_, at).cue == Cue::kCardCode) {
        find_before_cue(at);
        find_on_back_before(at);
        find_after_cue(at + 1);
      }
    }
    find_named();
    // The agent who asked reads it back at most, and that is known by its digits.
    const bool elsewhere = search_.situation.payment.stage == Payment::Stage::kElsewhere;
    if (search_.expected.has(Cue::kCardCode) && !search_.situation.by_agent && !elsewhere) find_after_cue(0);
    find_near_signs();
    find_while_paying();
    find_missing();
  }

 private:
  // "730" of "03/29. En 730.", when the date is taken for one.
  Digits free_tail(const Digits& run) const {
    Digits tail;
    for (const Digits::Part& part : run.parts) {
      if (search_.is_free(part.first, part.last)) {
        tail.parts.push_back(part);
      } else {
        tail.parts.clear();
      }
    }
    return tail;
  }

  bool is_free(const Digits& run) const { return search_.is_free(run.parts.front().first, run.parts.back().last); }

  void take(const Digits& run, std::size_t from) {
    search_.take(run.parts[from].first, run.parts.back().last, SpanKind::kCardCode);
  }

  // "… doet het niet sinds 2019"
  bool is_year(const Digits& run) const {
    const std::size_t first = run.parts.front().first;
    const std::string digits = digits_of(run);
    if (first == 0 || digits.size() != 4 || (!digits.starts_with("19") && !digits.starts_with("20"))) return false;
    if (tokens_[first - 1].month > 0) return true;
    for (const std::string_view word : {"in", "sinds", "since", "tot", "until", "uit", "jaar", "year"}) {
      if (tokens_[first - 1].key == word) return true;
    }
    return false;
  }

  // Digits that say themselves that they are something else.
  bool is_another(const Digits& run) const {
    const Told told = cue_before(tokens_, run.parts.front().first);
    const bool own = told.cue != Cue::kNone && told.cue != Cue::kCardCode && !told.generic;
    return own || told.partial || is_year(run) || is_amount(run) ||
           answers_last_digits(search_.situation.payment, digits_of(run).size());
  }

  // "€ 1.118,50", "ten fifty two pounds"
  [[nodiscard]] bool is_amount(const Digits& run) const {
    const std::size_t first = run.parts.front().first;
    const std::size_t after = run.parts.back().last + 1;
    const bool currency =
        first > 0 && (tokens_[first - 1].key == "€" || tokens_[first - 1].key == "£" || tokens_[first - 1].key == "$");
    const bool decimals = after + 1 < tokens_.size() && (tokens_[after].key == "," || tokens_[after].key == ".") &&
                          !tokens_[after].space_before && !tokens_[after + 1].space_before &&
                          tokens_[after + 1].kind == TokenKind::kDigits;
    return currency || decimals || (after < tokens_.size() && tokens_[after].has(kUnit));
  }

  void find_counted(bool of_four) {
    for (const Digits& run : runs_) {
      if (!counts_itself(run) || !is_free(run)) continue;
      if (of_four && digits_of(run).size() == 4) continue;  // "the four on the front are three nine oh six"
      take(run, 1);
      search_.sure.push_back(search_.found.back());
    }
  }

  // "voorop staan er vier acht nul drie zes": four, and these.
  [[nodiscard]] bool counts_itself(const Digits& run) const {
    const std::string& count = run.parts.front().digits;
    const std::size_t rest = digits_of(run).size() - 1;
    const std::size_t first = run.parts.front().first;
    if (first == 0 || !is_one_of(tokens_[first - 1].key, {"er", "are", "zijn", "the", "de", "alle", "those"}))
      return false;
    return run.parts.size() > 1 && !run.parts.front().written && (rest == 3 || rest == 4) &&
           count == std::to_string(rest);
  }

  // "u wilt de laatste drie dus negen nul twee": of a card's number four may be known, not three.
  void find_last_three() {
    for (const Digits& run : runs_) {
      if (digits_of(run).size() == 3 && is_free(run) && !is_year(run) && !is_amount(run)) take_surely(run);
    }
  }

  void find_near_signs() {
    const bool elsewhere = search_.situation.payment.stage == Payment::Stage::kElsewhere;
    const CardSigns signs = card_signs(tokens_, elsewhere);
    const bool card = signs.card || search_.situation.payment.near;  // "moet u de code ook? die is …"
    const bool told = signs.side || signs.few || (signs.card && signs.four) || (card && signs.code);
    if (signs.last_three && !names_another(true)) return find_last_three();
    if ((signs.side || signs.front) && !signs.partial) find_counted(signs.four);
    if (!told || signs.partial) return;
    if (signs.side && signs.card) find_pieces();
    for (const Digits& run : runs_) {
      const std::size_t digits = digits_of(run).size();
      const bool fits = digits == 3 || (digits == 4 && signs.four && !signs.few);
      if (!fits || !is_free(run) || is_another(run)) continue;
      // "oh six nine, that's the little number on the back"
      const bool only = digits == 3 && signs.side && runs_.size() == 1 && !elsewhere;
      if (only || signs.signature || (digits == 4 && signs.card && runs_.size() == 1)) {
        take_surely(run);
      } else {
        take(run, 0);
      }
    }
  }

  // "zeven nul drie", after a card was paid with so far: nothing else has these digits. Also in pieces, when its code
  // was asked for.
  void find_while_paying() {
    const Payment& payment = search_.situation.payment;
    if (payment.begins) find_bare();
    if (payment.stage != Payment::Stage::kPaying) return;
    const bool bare = search_.content <= kMostContentOfCode;
    const bool code_asked = payment.asked == Payment::Asked::kCode;
    // An agent says a code when it was given, or is being mended: "I've got nine four three".
    if ((search_.situation.by_agent && !payment.given && !code_asked) || names_another() ||
        answers_expiry(payment, tokens_))
      return;
    if (code_asked && !search_.situation.by_agent) find_pieces();
    const bool says_date = this->says_date();
    bool dated = payment.asked != Payment::Asked::kDate || says_date;
    for (const Digits& whole : runs_) {
      const Digits run = free_tail(whole);
      if (run.parts.empty() || is_another(run) || is_part_of_more(run) || is_date(run)) continue;
      const std::string digits = digits_of(run);
      if (!bare && !((payment.given || says_date) && is_alone(run))) continue;
      if (const std::size_t from = after_expiry(run); from > 0) {
        take(run, from);
        continue;
      }
      if (!dated && (is_month_and_year(digits) || is_short_month_and_year(digits))) {
        dated = true;
        continue;
      }
      const bool four = payment.four || (code_asked && !is_month_and_year(digits));
      const bool piece = code_asked && search_.content == 0 && !search_.situation.by_agent;
      if (digits.size() == 3 || (digits.size() == 4 && four) || (digits.size() < 3 && piece)) take_surely(run);
    }
  }

  // "het is drie als ik hem in het licht houd en dan een zes": all digits of the turn, where they are as many as a
  // code.
  void find_pieces() {
    std::size_t digits = 0;
    std::vector<const Digits*> pieces;
    for (const Digits& run : runs_) {
      const std::size_t first = run.parts.front().first;
      const bool article = digits_of(run) == "1" && first + 1 < tokens_.size() && tokens_[first].key == "een";
      if (article) continue;  // "een beetje"
      if (!is_free(run) || is_another(run) || is_part_of_more(run)) return;
      digits += digits_of(run).size();
      pieces.push_back(&run);
    }
    if (pieces.size() < 2 || digits != 3) return;
    for (const Digits* run : pieces) take_surely(*run);
  }

  // "oh it's two, i had my thumb over it": what a code that was said in part still lacks.
  void find_missing() {
    const std::size_t missing = search_.situation.payment.missing;
    if (missing == 0 || search_.situation.by_agent || names_another()) return;
    const Digits* rest = nullptr;
    for (const Digits& run : runs_) {
      const std::size_t first = run.parts.front().first;
      if (digits_of(run).size() != missing || !is_free(run) || is_another(run) || is_part_of_more(run)) continue;
      const bool article = missing == 1 && tokens_[first].value == 1;  // "the last one is two"
      if (says_little_before(first) && (rest == nullptr || !article)) rest = &run;
    }
    if (rest != nullptr) take_surely(*rest);
  }

  [[nodiscard]] bool says_little_before(std::size_t at) const {
    return std::all_of(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(at), [](const Token& token) {
      return token.kind == TokenKind::kMark || token.value == 1 || token.key == "oh" ||
             token.has(kFiller | kConnector | kStop | kGap | kDeterminer | kCorrection | kLastDigits | kDigitsNoun);
    });
  }

  // "i put in seven five seven as the cvv": the only digits of a turn that names a card's code.
  void find_named() {
    if (runs_.size() != 1 || digits_of(runs_.front()).size() != 3) return;
    const Digits& run = runs_.front();
    if (!is_free(run) || is_another(run) || is_part_of_more(run) || names_another()) return;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (tokens_[at].kind == TokenKind::kWord && cue_at(tokens_, at).cue == Cue::kCardCode) return take_surely(run);
    }
  }

  // Three digits and nothing else, when nobody knows what was said before, as after a restart.
  void find_bare() {
    if (runs_.size() != 1 || digits_of(runs_.front()).size() != 3 || !is_free(runs_.front())) return;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      const Token& token = tokens_[at];
      if (at >= runs_.front().parts.front().first && at <= runs_.front().parts.back().last) continue;
      const bool mark = token.kind == TokenKind::kMark && is_one_of(token.key, {",", ".", "-", "!"});
      const bool little = token.kind == TokenKind::kWord && token.cue == Cue::kNone &&
                          !token.has(kUnit | kLastDigits) &&
                          (token.has(kFiller | kConnector) ||
                           is_one_of(token.key, {"sure", "zeker", "natuurlijk", "course", "kidding"}));
      if (!mark && !little) return;
    }
    if (!is_part_of_more(runs_.front())) take_surely(runs_.front());
  }

  // No model knows as much of it.
  void take_surely(const Digits& run) {
    take(run, 0);
    search_.sure.push_back(search_.found.back());
  }

  // "mijn ordernummer is 703"
  [[nodiscard]] bool names_another(bool also_things = false) const {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      const CueAt here = cue_at(tokens_, at);
      const bool of_card = here.cue == Cue::kNone || here.cue == Cue::kCard || here.cue == Cue::kCardCode;
      if (!of_card && (also_things || !here.generic) && !is_expiry_word(tokens_[at].key)) return true;
      if (is_one_of(tokens_[at].key, {"pas", "pasnummer", "account"}) || tokens_[at].has(kStreet)) return true;
    }
    return false;
  }

  // "3,5", "14:30", "b 304", "304 b"
  [[nodiscard]] bool is_part_of_more(const Digits& run) const {
    const std::size_t first = run.parts.front().first;
    const std::size_t after = run.parts.back().last + 1;
    const bool led = first > 0 && !tokens_[first].space_before &&
                     (tokens_[first - 1].kind != TokenKind::kMark || tokens_[first - 1].key == "-");
    const bool followed =
        after + 1 < tokens_.size() && !tokens_[after].space_before && !tokens_[after + 1].space_before;
    const bool hour = first > 0 && is_one_of(tokens_[first - 1].key, {"at", "om", "around", "rond"});
    const bool counts = after < tokens_.size() && tokens_[after].has(kDigitsNoun);  // "drie cijfers"
    return led || followed || hour || counts ||
           (first > 0 && tokens_[first - 1].kind == TokenKind::kWord && tokens_[first - 1].key.size() == 1 &&
            !tokens_[first - 1].has(kFiller | kConnector));
  }

  // The first three or four digits from token `from` on.
  void find_after_cue(std::size_t from) {
    for (const Digits& run : runs_) {
      if (run.parts.front().first < from) continue;
      if (!is_free(run)) continue;
      if (!is_code_length(digits_of(run).size()) || is_another(run) || is_date(run)) continue;
      take(run, 0);
      return;
    }
  }

  // "er staat 704 bij cvc", "four one nine for the cvv"
  void find_before_cue(std::size_t cue) {
    if (cue > 0 && tokens_[cue - 1].has(kDeterminer)) --cue;
    if (cue < 2 || !is_one_of(tokens_[cue - 1].key, {"bij", "voor", "als", "for", "as", "under", "onder"})) return;
    for (const Digits& run : runs_) {
      const bool fits = run.parts.back().last + 2 == cue && digits_of(run).size() == 3;
      if (fits && is_free(run) && !is_another(run)) take_surely(run);
    }
  }

  // "396 staat achter op de pas, is dat de cvc?"
  void find_on_back_before(std::size_t cue) {
    for (const Digits& run : runs_) {
      const std::size_t after = run.parts.back().last + 1;
      if (after >= cue || digits_of(run).size() != 3 || !says_back(after, cue)) continue;
      if (is_free(run) && !is_another(run) && !is_part_of_more(run)) take_surely(run);
    }
  }

  // "achterop", "achter op", and no other number on the way.
  [[nodiscard]] bool says_back(std::size_t from, std::size_t to) const {
    bool back = false;
    for (std::size_t at = from; at < to; ++at) {
      if (tokens_[at].kind == TokenKind::kDigits || tokens_[at].value > 1) return false;
      back = back || is_back_of_card(tokens_, at) || (tokens_[at].key == "achter" && key_at(tokens_, at + 1) == "op");
    }
    return back;
  }

  [[nodiscard]] bool is_date(const Digits& run) const {
    if (search_.situation.payment.four) return false;  // "1228, en toestel 150": four digits are the code
    return is_date_beside_code(tokens_, digits_of(run), run.parts.front().first, run.parts.back().last);
  }

  // "03/29", "november 2027": when a card expires, apart from what else is said.
  [[nodiscard]] bool says_date() const {
    for (std::size_t at = 0; at + 1 < tokens_.size(); ++at) {
      const bool number = tokens_[at + 1].kind == TokenKind::kDigits || tokens_[at + 1].value >= 0;
      if (tokens_[at].month > 0 && number) return true;
      if (at > 0 && is_one_of(tokens_[at].key, {"/", "slash"}) && number && tokens_[at - 1].kind != TokenKind::kMark)
        return true;
    }
    return std::any_of(runs_.begin(), runs_.end(), [&](const Digits& run) { return is_date(run); });
  }

  // A sentence of its own: "nee, de verkeerde kaart. 339."
  [[nodiscard]] bool is_alone(const Digits& run) const {
    const auto ends = [](const Token& token) {
      return token.kind == TokenKind::kMark && is_one_of(token.key, {".", "!", "?", "…", ":"});
    };
    const std::size_t first = run.parts.front().first;
    const std::size_t after = run.parts.back().last + 1;
    return (first == 0 || ends(tokens_[first - 1])) && (after >= tokens_.size() || ends(tokens_[after]));
  }

  // Nothing is said between [from, to) but dates and words that lead on.
  bool leads_on(std::size_t from, std::size_t to) const {
    return std::all_of(tokens_.begin() + static_cast<std::ptrdiff_t>(from),
                       tokens_.begin() + static_cast<std::ptrdiff_t>(to), [](const Token& token) {
                         const bool expiry = is_expiry_word(token.key) || token.month > 0 || token.value >= 0;
                         return token.kind == TokenKind::kMark || token.kind == TokenKind::kDigits || expiry ||
                                token.has(kConnector | kFiller | kGap);
                       });
  }

  // "[card number] 09/27 123", "verloopt nul negen zevenentwintig en dan een twee drie"
  void find_behind_card(std::size_t at) {
    bool dated = false;
    for (const Digits& run : runs_) {
      const std::size_t first = run.parts.front().first;
      if (first <= at) continue;
      if (first - at > kFarthestBehindCard || !is_free(run) || !leads_on(at + 1, first)) return;
      const std::string digits = digits_of(run);
      const bool card = tokens_[at].kind == TokenKind::kPlaceholder;
      if (is_month_and_year(digits) && !dated) {
        dated = true;
      } else if (is_code_length(digits.size()) && (card || dated) && !is_year(run)) {
        take(run, 0);
        return;
      } else if (const std::size_t from = dated ? 0 : after_expiry(run); from > 0) {
        take(run, from);
        return;
      } else if (digits.size() > 4) {
        return;
      }
    }
  }

  // The part behind the expiry that a run begins with, when a code's digits are left; else 0.
  static std::size_t after_expiry(const Digits& run) {
    const std::size_t total = digits_of(run).size();
    std::string begun;
    for (std::size_t i = 0; i < run.parts.size() && begun.size() <= 6; ++i) {
      if (is_month_and_year(begun) && is_code_length(total - begun.size())) return i;
      if (is_short_month_and_year(begun) && total == 6) return i;
      begun += run.parts[i].digits;
    }
    return 0;
  }

  Search& search_;
  const Tokens& tokens_;
  const std::vector<Digits> runs_;
};

}  // namespace

void find_card_codes(Search& search) { CardCodes(search).find(); }

}  // namespace aandacht::domain::redaction
