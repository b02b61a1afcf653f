// Makes what was found whole: the parts of one number, the rest of a date, a street's name and what follows its number.
#include <algorithm>

#include "shared/base/one_of.h"
#include "shared/domain/redaction_complete.h"

namespace aandacht::domain::redaction {
namespace {

using base::is_one_of;

constexpr std::size_t kFarthestRest = 5;  // tokens between a day and its year, or a number and its false start

class Completion {
 public:
  explicit Completion(Search& search) : search_(search), in_(search), tokens_(search.tokens) {}

  void complete() {
    sort();
    join();
    for (RedactedSpan& span : search_.found) complete(span);
    join();
  }

 private:
  void sort() {
    std::stable_sort(search_.found.begin(), search_.found.end(),
                     [](const RedactedSpan& a, const RedactedSpan& b) { return a.begin < b.begin; });
  }

  void join() {
    std::vector<RedactedSpan>& found = search_.found;
    for (std::size_t i = 1; i < found.size();) {
      if (is_false_start(found[i - 1], found[i])) found[i - 1].kind = found[i].kind;
      if (found[i - 1].kind == found[i].kind && are_one(in_, found[i - 1], found[i])) {
        found[i - 1].end = std::max(found[i - 1].end, found[i].end);
        found.erase(found.begin() + static_cast<std::ptrdiff_t>(i));
      } else {
        ++i;
      }
    }
  }

  void complete(RedactedSpan& span) {
    Extent found = whole({in_.first_of(span), in_.last_of(span)}, span.kind);
    found.last = with_letter_behind(with_letter_name(found.first, found.last), span.kind);
    if (span.kind != SpanKind::kEmail) found.first = with_false_start(found.first);
    span.begin = std::min(span.begin, tokens_[found.first].begin);
    span.end = std::max(span.end, tokens_[found.last].end);
    search_.shield(found.first, found.last);
  }

  [[nodiscard]] Extent whole(Extent found, SpanKind kind) const {
    switch (kind) {
      case SpanKind::kBirthDate:
        complete_date(found.first, found.last);
        found.first = with_day_before(found.first, found.last);
        return found;
      case SpanKind::kPostcode:
        return whole_address(in_, found);
      case SpanKind::kEmail:
        return whole_email(in_, found);
      case SpanKind::kSecret:
        complete_secret(found.first, found.last);
        return found;
      case SpanKind::kCardCode:
        return whole_code(in_, found);
      case SpanKind::kCardNumber:
      case SpanKind::kIban:
      case SpanKind::kPhone:
      case SpanKind::kBsn:
        return whole_number(in_, found, length_of(kind).most);
    }
    return found;
  }

  // "a for apple", "b van bernard" at the end of what went
  [[nodiscard]] std::size_t with_letter_name(std::size_t first, std::size_t last) const {
    const std::size_t name = last + 2;
    if (name >= tokens_.size() || last == first || !is_letter(tokens_[last])) return last;
    const bool names = is_one_of(tokens_[last + 1].key, {"for", "van"}) && tokens_[name].key.size() > 2 &&
                       tokens_[name].key.starts_with(tokens_[last].key);
    return names && in_.is_free(last + 1) && in_.is_free(name) ? name : last;
  }

  // "… double two and a d at the end", "57 bis"
  [[nodiscard]] std::size_t with_letter_behind(std::size_t last, SpanKind kind) const {
    std::size_t at = last + 1;
    if (at < tokens_.size() && is_number(tokens_[last]) && is_one_of(tokens_[at].key, {"bis", "zwart", "rood"}) &&
        in_.is_free(at))
      return at;
    if (kind != SpanKind::kBsn && kind != SpanKind::kSecret && kind != SpanKind::kPostcode) return last;
    if (at >= tokens_.size() || !is_one_of(tokens_[at].key, {"and", "en"})) return last;
    ++at;
    while (at < tokens_.size() && is_one_of(tokens_[at].key, {"a", "an", "een", "dan", "then", "de", "the"}) &&
           at < last + 4)
      ++at;
    const bool ends = at + 1 >= tokens_.size() || is_one_of(tokens_[at + 1].key, {"at", "op", "aan", "on", ",", "."});
    if (at >= tokens_.size() || !is_letter(tokens_[at]) || !ends || !in_.free_between(last + 1, at + 1)) return last;
    return key_at(tokens_, at + 1) == "at" && key_at(tokens_, at + 3) == "end" ? at + 3 : at;
  }

  static bool corrects(const Token& token) {
    return is_one_of(token.key, {"nee", "sorry", "no", "pardon", "correctie", "wacht", "joh"});
  }

  [[nodiscard]] bool is_between(const Token& token) const {
    return !is_number(token) && (token.has(kFiller | kCorrection) || is_one_of(token.key, {",", "."}));
  }

  // "zeventig, nee," taken for something else than the "tweeënzeventig zeventien s v" that is said instead.
  [[nodiscard]] bool is_false_start(const RedactedSpan& begun, const RedactedSpan& instead) const {
    const auto begin = tokens_.begin() + static_cast<std::ptrdiff_t>(in_.first_of(begun));
    const auto end = tokens_.begin() + static_cast<std::ptrdiff_t>(in_.first_of(instead));
    return end - begin > 1 && end - begin <= static_cast<std::ptrdiff_t>(kFarthestRest) && is_number(*begin) &&
           std::all_of(begin + 1, end, [&](const Token& token) { return is_between(token); }) &&
           std::any_of(begin + 1, end, corrects);
  }

  // "zeventig zeventien nee" before "tweeënzeventig zeventien s v": begun wrongly, said again.
  [[nodiscard]] std::size_t with_false_start(std::size_t first) const {
    std::size_t at = first;
    bool corrected = false;
    while (at > 0 && first - at < kFarthestRest && in_.is_free(at - 1) && is_between(tokens_[at - 1])) {
      --at;
      corrected = corrected || corrects(tokens_[at]);
    }
    if (!corrected || at == 0 || !is_number(tokens_[at - 1])) return first;
    while (at > 0 && in_.is_free(at - 1) && (is_number(tokens_[at - 1]) || is_zero_letter(tokens_[at - 1]))) --at;
    return at;
  }

  // "h 4 4 0 9", "kx7-44": the letters that stand with it.
  void complete_secret(std::size_t& first, std::size_t& last) const {
    const auto joins = [&](std::size_t at) {
      return in_.is_free(at) && is_letter(tokens_[at]) && tokens_[at].key != "u";
    };
    while (first > 0 && (joins(first - 1) || (!tokens_[first].space_before && in_.is_free(first - 1)))) --first;
    while (last + 1 < tokens_.size() && joins(last + 1)) ++last;
    last = in_.with_spelled(last);
    const auto is_key = [&](std::size_t at) {  // "star 7381"
      return in_.is_free(at) && is_one_of(tokens_[at].key, {"star", "ster", "sterretje", "hash", "hekje", "hashtag"});
    };
    if (first > 0 && is_key(first - 1)) --first;
    if (last + 1 < tokens_.size() && is_key(last + 1)) ++last;
    for (const DateShape& date : in_.dates) {  // "3 juli 2012" of which the year went
      if (date.last < first || date.first > last || !in_.free_between(date.first, first)) continue;
      first = std::min(first, date.first);
    }
  }

  void complete_date(std::size_t& first, std::size_t& last) const {
    const std::size_t from = first;
    const std::size_t to = last;
    for (const DateShape& date : in_.dates) {
      if (date.last < from || date.first > to) continue;
      first = std::min(first, date.first);
      last = std::max(last, date.last);
    }
    if (first > 0 && in_.is_free(first - 1) && is_one_of(tokens_[first - 1].key, {"de", "den", "the"})) --first;
  }

  // "july twenty second and the year is sixty one" of which the year went.
  [[nodiscard]] std::size_t with_day_before(std::size_t first, std::size_t last) const {
    const bool year = last <= first + 1 && is_number(tokens_[first]) && is_number(tokens_[last]);
    if (!year) return first;
    for (const DateShape& date : in_.dates) {
      if (date.last >= first || first - date.last > kFarthestRest) continue;
      const auto begin = tokens_.begin() + static_cast<std::ptrdiff_t>(date.last) + 1;
      const auto end = tokens_.begin() + static_cast<std::ptrdiff_t>(first);
      const bool leads = std::any_of(begin, end, [](const Token& token) {
        return is_one_of(token.key, {"jaar", "year", "geboortejaar", "jaartal"});
      });
      const bool free = std::all_of(begin, end, [](const Token& token) {
        return token.kind == TokenKind::kMark || (token.value < 0 && token.cue == Cue::kNone);
      });
      const bool goes_on =
          std::all_of(begin, end, [](const Token& token) { return token.has(kGap | kFresh | kFiller); });
      if ((leads || goes_on) && free && in_.free_between(date.first, first)) return date.first;
    }
    return first;
  }

  Search& search_;
  const Surroundings in_;
  const Tokens& tokens_;
};

}  // namespace

void complete_found(Search& search) {
  // Nobody says more in one breath; what is written longer is left as it was found.
  if (search.found.empty() || search.tokens.size() > kMostTokens) return;
  Completion(search).complete();
}

}  // namespace aandacht::domain::redaction
