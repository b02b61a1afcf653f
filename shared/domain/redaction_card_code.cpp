// Card codes that stand away from their cue: none may be kept, so that what might be one goes.
#include <algorithm>

#include "shared/domain/redaction_digits.h"
#include "shared/domain/redaction_search.h"
#include "shared/domain/redaction_told.h"

namespace aandacht::domain::redaction {
namespace {

constexpr std::size_t kFarthestBehindCard = 18;  // tokens

bool is_code_length(std::size_t digits) { return digits == 3 || digits == 4; }

bool is_expiry_word(std::string_view key) {
  for (const std::string_view word : {"verval", "verloop", "geldig", "expir", "einddatum"}) {
    if (key.starts_with(word)) return true;
  }
  return key == "exp" || key == "valid";
}

std::string digits_of(const Digits& run) {
  std::string digits;
  for (const Digits::Part& part : run.parts) digits += part.digits;
  return digits;
}

// "0927", "092027": the month and year until which a card is valid.
bool is_month_and_year(std::string_view digits) {
  if (digits.size() != 4 && digits.size() != 6) return false;
  const int month = (digits[0] - '0') * 10 + (digits[1] - '0');
  return month >= 1 && month <= 12 && (digits.size() == 4 || digits.substr(2, 2) == "20");
}

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
        find_after_cue(at + 1);
      }
    }
    // The agent who asked reads it back at most, and that is known by its digits.
    if (search_.expected.has(Cue::kCardCode) && !search_.situation.by_agent) find_after_cue(0);
    find_near_signs();
  }

 private:
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
    return own || told.partial || is_year(run) || is_amount(run);
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

  // What an utterance says of a card code, wherever it says it: "achter die handtekening", "the little one on the
  // front".
  struct Signs {
    bool side = false;     // a side of the card
    bool few = false;      // "drie cijfertjes"
    bool four = false;     // four digits, as American Express has
    bool code = false;     // "code", and nothing that says of what
    bool card = false;     // a card is named, or its number stood here
    bool partial = false;  // "laatste", "eindigt"
  };

  [[nodiscard]] Signs signs() const {
    Signs signs;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      const Token& token = tokens_[at];
      const std::string& key = token.key;
      const bool the_back = token.has(kBackOfCard) && (key != "back" || key_at(tokens_, at + 1) == "of" ||
                                                       (at > 0 && tokens_[at - 1].key == "the"));
      signs.side = signs.side || the_back || key.starts_with("handtek") || key == "strip";
      signs.four = signs.four || token.value == 4 || key == "4" || key.starts_with("viercijfer") || key == "amex" ||
                   key == "front" || key.starts_with("voork") || key == "voorop" || key == "express";
      const bool small = key.starts_with("cijfertje") || key.starts_with("cijferke") || key.ends_with("cijferige");
      const bool counted = at > 0 && (tokens_[at - 1].value == 3 || tokens_[at - 1].key == "3" ||
                                      tokens_[at - 1].key == "kleine" || tokens_[at - 1].key == "little");
      signs.few = signs.few || small || (token.has(kDigitsNoun) && counted);
      signs.code = signs.code || (token.has(kCode) && cue_at(tokens_, at).cue == Cue::kNone);
      signs.card =
          signs.card || token.cue == Cue::kCard || token.placeholder_kind == SpanKind::kCardNumber ||
                   key == "amex" || key == "express";
      signs.partial = signs.partial || token.has(kLastDigits);
    }
    return signs;
  }

  void find_near_signs() {
    const Signs signs = this->signs();
    const bool told = signs.side || signs.few || (signs.card && (signs.code || signs.four));
    if (!told || signs.partial) return;
    for (const Digits& run : runs_) {
      const std::size_t digits = digits_of(run).size();
      const bool fits = digits == 3 || (digits == 4 && signs.four && !signs.few);
      if (!fits || !is_free(run) || is_another(run)) continue;
      take(run, 0);
    }
  }

  // The first three or four digits from token `from` on.
  void find_after_cue(std::size_t from) {
    for (const Digits& run : runs_) {
      if (run.parts.front().first < from) continue;
      if (!is_free(run)) continue;
      if (!is_code_length(digits_of(run).size()) || is_another(run)) continue;
      take(run, 0);
      return;
    }
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
