// What the trained tagger takes out besides the rules.
#include <algorithm>
#include <array>
#include <optional>

#include "shared/base/one_of.h"
#include "shared/domain/redaction_candidate.h"
#include "shared/domain/redaction_card_signs.h"
#include "shared/domain/redaction_digits.h"
#include "shared/domain/redaction_near.h"
#include "shared/domain/redaction_number_kinds.h"
#include "shared/domain/redaction_search.h"
#include "shared/domain/redaction_tagger.h"
#include "shared/domain/redaction_told.h"

namespace aandacht::domain::redaction {
namespace {

// A word goes when it is this likely that it must: what is kept wrongly costs more than what is hidden wrongly. Of a
// card code most of all, of a day least: days are said about everything.
constexpr float kLikely = 0.1F;
constexpr float kLikelyCardCode = 0.04F;
constexpr float kLikelyBirthDate = 0.3F;
constexpr float kLikelySecret = 0.15F;  // Any word may be one.
// The same of a card code while the turn, or the call, is about something else.
constexpr float kLikelyCodeBeside = 0.5F;
constexpr float kLikelyCodeElsewhere = 0.8F;
// The same of digits right behind a cue that says they may be known.
constexpr float kLikelyNamedOtherwise = 0.6F;
// What a rule took stays when it is less likely than this that it must go.
constexpr float kUnlikely = 0.2F;
constexpr std::size_t kMostWordsOfCode = 4;  // digits that are said one by one
// So likely that a word goes although those it belongs with do not.
constexpr float kSure = 0.9F;

bool says_something(const Token& token) { return token.kind == TokenKind::kWord || token.kind == TokenKind::kDigits; }

class Tagged {
 public:
  Tagged(Search& search, std::vector<float> probabilities)
      : search_(search), tokens_(search.tokens), likely_(std::move(probabilities)) {}

  void find() {
    expiry_ = answers_expiry(search_.situation.payment, tokens_);
    find_amounts();
    weigh_rules();
    lift_shields();
    pool_chunks();
    pool_groups();
    for (std::size_t at = 0; at < tokens_.size();) {
      if (!goes(at)) {
        ++at;
        continue;
      }
      std::size_t end = at + 1;
      while (end < tokens_.size() && goes(end)) ++end;
      take(at, end);
      at = end;
    }
  }

 private:
  [[nodiscard]] float of(std::size_t token, std::size_t label) const { return likely_[token * (kKinds + 1) + label]; }
  [[nodiscard]] float hidden(std::size_t token) const { return 1 - of(token, 0); }

  [[nodiscard]] SpanKind likeliest_kind(std::size_t from, std::size_t to) const {
    std::array<float, kKinds> sums = {};
    for (std::size_t token = from; token < to; ++token) {
      for (std::size_t kind = 0; kind < kKinds; ++kind) sums[kind] += of(token, kind + 1);
    }
    return static_cast<SpanKind>(std::max_element(sums.begin(), sums.end()) - sums.begin());
  }

  [[nodiscard]] float enough(std::size_t token) {
    const SpanKind kind = likeliest_kind(token, token + 1);
    if (kind == SpanKind::kCardCode) {
      if (search_.situation.payment.stage == Payment::Stage::kElsewhere) return kLikelyCodeElsewhere;
      const bool doubtful = hidden(token) >= kLikelyCardCode && hidden(token) < kLikelyCodeBeside;
      if (doubtful && !beside_) beside_ = names_another_number(tokens_) || talks_of_no_card();
      return doubtful && *beside_ ? kLikelyCodeBeside : kLikelyCardCode;
    }
    if (kind == SpanKind::kBirthDate) return kLikelyBirthDate;
    return kind == SpanKind::kSecret ? kLikelySecret : kLikely;
  }

  [[nodiscard]] bool goes(std::size_t token) {
    return tokens_[token].kind != TokenKind::kPlaceholder && !expiry_ && !amounts_[token] &&
           hidden(token) >= enough(token);
  }

  // What its checks, its cue or its first digits prove needs no second opinion.
  [[nodiscard]] bool is_certain(const RedactedSpan& span, std::size_t first) const {
    if (span.kind == SpanKind::kPhone) {
      const Token& token = tokens_[first];
      const bool leads = token.key.starts_with("0") || token.value == 0 || is_zero_letter(token) || token.key == "+" ||
                         token.key == "plus";
      if (leads) return true;
    }
    if (span.kind == SpanKind::kCardNumber) return is_certain_card();
    return cue_before(tokens_, first).cue == cue_of(span.kind) || span.kind == SpanKind::kEmail;
  }

  // Libraries and shops have cards as well, with shorter numbers, and nobody pays with them.
  [[nodiscard]] bool is_certain_card() const {
    if (search_.situation.payment.stage == Payment::Stage::kPaying) return true;
    std::size_t digits = 0;
    for (const Digits& run : digit_runs(tokens_)) {
      for (const Digits::Part& part : run.parts) digits += part.digits.size();
    }
    return digits > kShortestCard;
  }

  void weigh_rules() {
    std::erase_if(search_.found, [&](const RedactedSpan& span) {
      float sum = 0;
      float words = 0;
      std::size_t first = tokens_.size();
      for (std::size_t at = 0; at < tokens_.size(); ++at) {
        if (tokens_[at].begin < span.begin || tokens_[at].end > span.end) continue;
        first = std::min(first, at);
        if (!says_something(tokens_[at])) continue;
        sum += hidden(at);
        ++words;
      }
      if (expiry_) return true;
      const bool sure = std::find(search_.sure.begin(), search_.sure.end(), span) != search_.sure.end();
      return words > 0 && sum / words < kUnlikely && !sure && !is_certain(span, first);
    });
  }

  // "€ 1.118,50", "£84.50": what a sign of money leads, and times.
  void find_amounts() {
    amounts_.assign(tokens_.size(), false);
    const bool says_time = std::any_of(tokens_.begin(), tokens_.end(),
                                       [](const Token& token) { return token.key == "uur" || token.key == "om"; });
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (tokens_[at].kind == TokenKind::kDigits && follows_currency(tokens_, at)) amounts_[at] = true;
      if (has_cents(at) || (says_time && is_time(at))) amounts_[at] = amounts_[at + 2] = true;
    }
  }

  // "22.10" of "om 22.10 en 22.14 uur"
  [[nodiscard]] bool is_time(std::size_t at) const {
    if (at + 2 >= tokens_.size() || tokens_[at + 1].key != "." || !touches(tokens_, at) || !touches(tokens_, at + 1))
      return false;
    const auto two_digits = [&](std::size_t token, char most) {
      return tokens_[token].kind == TokenKind::kDigits && tokens_[token].key.size() == 2 &&
             tokens_[token].key[0] <= most;
    };
    const bool apart = at == 0 || tokens_[at].space_before;
    return apart && two_digits(at, '2') && two_digits(at + 2, '5') &&
           (at + 3 == tokens_.size() || tokens_[at + 3].space_before || tokens_[at + 3].kind == TokenKind::kMark);
  }

  // "649,68"
  [[nodiscard]] bool has_cents(std::size_t at) const {
    if (at + 2 >= tokens_.size() || tokens_[at].kind != TokenKind::kDigits || tokens_[at + 1].key != ",") return false;
    const bool ends = at + 3 == tokens_.size() || tokens_[at + 3].space_before || !touches(tokens_, at + 2) ||
                      tokens_[at + 3].key == "." || tokens_[at + 3].key == "?";
    return touches(tokens_, at) && touches(tokens_, at + 1) && tokens_[at + 2].kind == TokenKind::kDigits &&
           tokens_[at + 2].key.size() == 2 && ends && (at == 0 || tokens_[at].space_before);
  }

  // What the rules only kept from each other, as a day that is nobody's birthday to them, is open to the tagger.
  void lift_shields() {
    std::fill(search_.taken.begin(), search_.taken.end(), false);
    for (const RedactedSpan& span : search_.found) {
      for (std::size_t at = 0; at < tokens_.size(); ++at) {
        if (tokens_[at].begin >= span.begin && tokens_[at].end <= span.end) search_.taken[at] = true;
      }
    }
  }

  // The words of [from, to) belong together: each is as likely as all of them.
  void pool(std::size_t from, std::size_t to) {
    std::array<float, kKinds + 1> sums = {};
    float words = 0;
    for (std::size_t at = from; at < to; ++at) {
      if (!says_something(tokens_[at])) continue;
      for (std::size_t label = 0; label <= kKinds; ++label) sums[label] += of(at, label);
      ++words;
    }
    if (words < 2) return;
    for (std::size_t at = from; at < to; ++at) {
      if (hidden(at) >= kSure && 1 - sums[0] / words < kLikely) continue;
      for (std::size_t label = 0; label <= kKinds; ++label) likely_[at * (kKinds + 1) + label] = sums[label] / words;
    }
  }

  // Written without a space: "28-02-2025", "W-7730218".
  void pool_chunks() {
    for (std::size_t from = 0; from < tokens_.size();) {
      if (tokens_[from].cue != Cue::kNone) {  // "tel0612345678"
        ++from;
        continue;
      }
      std::size_t to = from + 1;
      bool digits = tokens_[from].kind == TokenKind::kDigits;
      while (to < tokens_.size() && !tokens_[to].space_before)
        digits = tokens_[to++].kind == TokenKind::kDigits || digits;
      while (to > from && !says_something(tokens_[to - 1])) --to;
      if (digits) pool(from, to);
      from = std::max(to, from + 1);
    }
  }

  // Numbers and letters that follow each other, over fillers: "kx negen zeven b drie".
  void pool_groups() {
    for (std::size_t from = 0; from < tokens_.size();) {
      if (!in_group(from)) {
        ++from;
        continue;
      }
      std::size_t to = from + 1;
      bool number = is_number(from);
      for (std::size_t at = to; at < tokens_.size() && at < to + 3 && (in_group(at) || is_gap(at)); ++at) {
        if (!in_group(at)) continue;
        number = number || is_number(at);
        to = at + 1;
      }
      if (number) pool(from, to);
      from = to;
    }
  }

  [[nodiscard]] bool is_number(std::size_t at) const {
    return tokens_[at].kind == TokenKind::kDigits || tokens_[at].value >= 0;
  }

  [[nodiscard]] bool in_group(std::size_t at) const {
    if (search_.taken[at]) return false;
    const Token& token = tokens_[at];
    return is_number(at) || token.has(kMany) || is_zero_letter(token) ||
           (token.kind == TokenKind::kWord && token.key.size() == 1 && token.key != "u");
  }

  [[nodiscard]] bool is_gap(std::size_t at) const {
    const Token& token = tokens_[at];
    if (search_.taken[at] || token.has(kFresh | kUnit)) return false;
    return token.has(kFiller | kGap) || (token.kind == TokenKind::kMark && token.key != "?" && token.key != "€");
  }

  [[nodiscard]] SpanKind kind_of(std::size_t from, std::size_t to) const {
    for (const RedactedSpan& span : search_.found) {  // What a rule calls it is what it is.
      if (span.begin < tokens_[to - 1].end && span.end > tokens_[from].begin) return span.kind;
    }
    const SpanKind kind = likeliest_kind(from, to);
    if (kind == SpanKind::kSecret && is_of_card(from, to)) return SpanKind::kCardCode;
    const bool mobile = tokens_[from].value == 0 && from + 1 < to && tokens_[from + 1].value == 6;
    const bool written = tokens_[from].key == "06" && from + 1 < to;
    if (kind == SpanKind::kSecret && written) return SpanKind::kPhone;        // "06 4413"
    return kind == SpanKind::kBirthDate && mobile ? SpanKind::kPhone : kind;  // "nul zes twaalf"
  }

  // "een acht en dan iets van een drie" where a card is talked of
  [[nodiscard]] bool is_of_card(std::size_t from, std::size_t to) const {
    const Payment& payment = search_.situation.payment;
    if ((!payment.near && payment.stage != Payment::Stage::kPaying) || to - from > kMostWordsOfCode) return false;
    if (search_.expected.has(Cue::kSecret)) return false;
    for (std::size_t at = from; at < to; ++at) {
      if (tokens_[at].value < 0 || tokens_[at].value > 9) return false;
    }
    return std::none_of(tokens_.begin(), tokens_.end(), [](const Token& token) { return token.cue == Cue::kSecret; });
  }

  // "eindigt op 4412": what may be known.
  [[nodiscard]] bool is_known_part(SpanKind kind, std::size_t from, std::size_t to) const {
    std::size_t digits = 0;
    for (std::size_t at = from; at < to; ++at) {
      digits += tokens_[at].kind == TokenKind::kDigits ? tokens_[at].key.size() : tokens_[at].value > 9 ? 2 : 1;
    }
    if (!search_.is_free(from, to - 1)) return false;
    return answers_last_digits(search_.situation.payment, digits) ||
           (kind != SpanKind::kCardCode && digits <= 4 && cue_before(tokens_, from).partial);
  }

  // "case number oh one two …": what its own cue says stays, unless it is clearly something else.
  [[nodiscard]] bool is_named_otherwise(std::size_t from, std::size_t to) const {
    if (from >= to || !search_.is_free(from, to - 1)) return false;
    const Told told = cue_before(tokens_, from);
    if (told.cue != Cue::kStays || told.generic || told.content > 0) return false;
    float sum = 0;
    for (std::size_t at = from; at < to; ++at) sum += hidden(at);
    return sum / static_cast<float>(to - from) < kLikelyNamedOtherwise;
  }

  // "seven seven two, oh four, one nine": more than a code, where nobody pays; with its date it is clearer.
  [[nodiscard]] bool is_long_for_code(std::size_t from, std::size_t to) const {
    const Payment::Stage stage = search_.situation.payment.stage;
    if (stage == Payment::Stage::kPaying || search_.expected.has(Cue::kCardCode)) return false;
    std::size_t digits = 0;
    float sum = 0;
    for (std::size_t at = from; at < to; ++at) {
      digits += tokens_[at].kind == TokenKind::kDigits ? tokens_[at].key.size() : tokens_[at].value >= 0 ? 1 : 0;
      sum += hidden(at);
    }
    return digits > kMostWordsOfCode && sum / static_cast<float>(to - from) < kLikely;
  }

  // "per een oktober": a day on which something else begins or ends.
  [[nodiscard]] bool is_term(std::size_t from, std::size_t to) const {
    return from > 0 && search_.is_free(from, to - 1) &&
           base::is_one_of(tokens_[from - 1].key, {"per", "vanaf", "sinds", "tot", "since", "until", "till"});
  }

  // "in twintig vierentwintig"
  [[nodiscard]] bool is_year(std::size_t from, std::size_t to) const {
    return from > 0 && to - from == 2 && base::is_one_of(tokens_[from - 1].key, {"in", "sinds", "since", "uit"}) &&
           (tokens_[from].value == 19 || tokens_[from].value == 20) && tokens_[from + 1].value > 9 &&
           tokens_[from + 1].value < 100;
  }

  // "lost the key fob at mile marker 118": much is said, and nothing of a card or of a code.
  [[nodiscard]] bool talks_of_no_card() const {
    const Payment& payment = search_.situation.payment;
    if (search_.bare() || payment.near || payment.stage == Payment::Stage::kPaying) return false;
    if (search_.expected.has(Cue::kCardCode) || search_.expected.has(Cue::kCard)) return false;
    return !may_be_about_card(tokens_);
  }

  // What of [from, to) no rule took, without the marks and fillers at its ends.
  void take(std::size_t from, std::size_t to) {
    const SpanKind kind = kind_of(from, to);
    for (std::size_t begin = from; begin < to; ++begin) {
      std::size_t end = begin;
      while (end < to && search_.is_free(end, end)) ++end;
      const std::size_t next = std::max(end, begin);
      while (begin < end && (!says_much(tokens_[begin]) || (kind == SpanKind::kPostcode && leads_to_address(begin)) ||
                             (kind == SpanKind::kSecret && tokens_[begin].key == "either"))) {
        ++begin;
      }
      while (end > begin && !says_much(tokens_[end - 1])) --end;
      const bool between = begin > from && end < to && only_links(begin, end);
      const bool known = begin < end && is_known_part(kind, begin, end);
      const bool another = (kind != SpanKind::kCardCode && is_named_otherwise(begin, end)) || is_year(begin, end) ||
                           (kind == SpanKind::kBirthDate && begin < end && is_term(begin, end)) ||
                           (kind == SpanKind::kCardCode && begin < end && is_long_for_code(begin, end));
      if (begin < end && !between && !known && !another && may_be({search_, begin, end}, kind))
        search_.take(begin, end - 1, kind);
      begin = next;
    }
  }

  // "woon", "3 mei" before "kerkstraat 14", "van" in "het adres van kerkstraat 12"
  [[nodiscard]] bool leads_to_address(std::size_t at) const {
    const Token& token = tokens_[at];
    if (token.has(kStreet) || token.value >= 0) return false;
    if (token.has(kNameParticle)) return at > 0 && tokens_[at - 1].has(kAddress);
    return token.has(kAddress) || token.month > 0;
  }

  // "0314 or 7402": what stands between two that a rule took.
  [[nodiscard]] bool only_links(std::size_t from, std::size_t to) const {
    return std::all_of(tokens_.begin() + static_cast<std::ptrdiff_t>(from),
                       tokens_.begin() + static_cast<std::ptrdiff_t>(to), [](const Token& token) {
                         return token.kind == TokenKind::kMark ||
                                (token.value < 0 && token.has(kStop | kConnector | kFiller | kFresh));
                       });
  }

  // "u" at an end is whom one speaks to, no letter that is spelled.
  static bool says_much(const Token& token) {
    return says_something(token) && !token.has(kFiller | kFresh) && token.key != "u";
  }

  Search& search_;
  const Tokens& tokens_;
  std::vector<float> likely_;
  std::vector<bool> amounts_;   // By token.
  std::optional<bool> beside_;  // Something else than a card is named; not looked at yet.
  bool expiry_ = false;         // All that is said is when a card expires.
};

}  // namespace

void find_by_tagger(Search& search) {
  const classify::Tagger* tagger = search.situation.tagger;
  if (tagger == nullptr || tagger->labels() != kKinds + 1) return;
  if (search.tokens.empty() || search.tokens.size() > kMostTokens) return;
  // It has seen this text before something was taken out: a second look would only see ghosts.
  const bool is_redacted = std::any_of(search.tokens.begin(), search.tokens.end(),
                                       [](const Token& token) { return token.kind == TokenKind::kPlaceholder; });
  if (is_redacted || (search.found.empty() && none_is_near(search))) return;
  Tagged(search, tagger->probabilities(token_features(search))).find();
}

}  // namespace aandacht::domain::redaction
