// What the trained tagger takes out besides the rules.
#include <algorithm>
#include <array>

#include "shared/domain/redaction_search.h"
#include "shared/domain/redaction_tagger.h"
#include "shared/domain/redaction_told.h"

namespace aandacht::domain::redaction {
namespace {

// A word goes when it is this likely that it must: what is kept wrongly costs more than what is hidden wrongly.
constexpr float kLikely = 0.2F;
// What a rule took stays when it is less likely than this that it must go.
constexpr float kUnlikely = 0.05F;
// So likely that a word goes although those it belongs with do not.
constexpr float kSure = 0.9F;

bool says_something(const Token& token) { return token.kind == TokenKind::kWord || token.kind == TokenKind::kDigits; }

class Tagged {
 public:
  Tagged(Search& search, std::vector<float> probabilities)
      : search_(search), tokens_(search.tokens), likely_(std::move(probabilities)) {}

  void find() {
    weigh_rules();
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

  [[nodiscard]] bool goes(std::size_t token) const {
    return tokens_[token].kind != TokenKind::kPlaceholder && hidden(token) >= kLikely;
  }

  // What its checks, its cue or its first digits prove needs no second opinion.
  [[nodiscard]] bool is_certain(const RedactedSpan& span, std::size_t first) const {
    if (span.kind == SpanKind::kPhone) {
      const Token& token = tokens_[first];
      const bool leads = token.key.starts_with("0") || token.value == 0 || is_zero_letter(token) || token.key == "+" ||
                         token.key == "plus";
      if (leads) return true;
    }
    if (cue_before(tokens_, first).cue == cue_of(span.kind)) return true;
    return span.kind != SpanKind::kPostcode && span.kind != SpanKind::kSecret && span.kind != SpanKind::kBirthDate;
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
      return words > 0 && sum / words < kUnlikely && !is_certain(span, first);
    });
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
    std::array<float, kKinds> sums = {};
    for (std::size_t token = from; token < to; ++token) {
      for (std::size_t kind = 0; kind < kKinds; ++kind) sums[kind] += of(token, kind + 1);
    }
    const auto kind = static_cast<SpanKind>(std::max_element(sums.begin(), sums.end()) - sums.begin());
    const bool mobile = tokens_[from].value == 0 && from + 1 < to && tokens_[from + 1].value == 6;
    return kind == SpanKind::kBirthDate && mobile ? SpanKind::kPhone : kind;  // "nul zes twaalf"
  }

  // "eindigt op 4412": what may be known.
  [[nodiscard]] bool is_known_part(std::size_t from, std::size_t to) const {
    return to - from <= 4 && cue_before(tokens_, from).partial && search_.is_free(from, to - 1);
  }

  // What of [from, to) no rule took, without the marks and fillers at its ends.
  void take(std::size_t from, std::size_t to) {
    const SpanKind kind = kind_of(from, to);
    for (std::size_t begin = from; begin < to; ++begin) {
      std::size_t end = begin;
      while (end < to && search_.is_free(end, end)) ++end;
      const std::size_t next = std::max(end, begin);
      while (begin < end && !says_much(tokens_[begin])) ++begin;
      while (end > begin && !says_much(tokens_[end - 1])) --end;
      const bool between = begin > from && end < to && only_links(begin, end);
      if (begin < end && !between && !is_known_part(begin, end)) search_.take(begin, end - 1, kind);
      begin = next;
    }
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
};

}  // namespace

void find_by_tagger(Search& search) {
  const classify::Tagger* tagger = search.situation.tagger;
  if (tagger == nullptr || tagger->labels() != kKinds + 1) return;
  if (search.tokens.empty() || search.tokens.size() > kMostTokens) return;
  // It has seen this text before something was taken out: a second look would only see ghosts.
  const bool is_redacted = std::any_of(search.tokens.begin(), search.tokens.end(),
                                       [](const Token& token) { return token.kind == TokenKind::kPlaceholder; });
  if (is_redacted) return;
  Tagged(search, tagger->probabilities(token_features(search))).find();
}

}  // namespace aandacht::domain::redaction
