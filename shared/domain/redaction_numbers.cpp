// Card numbers and codes, phone numbers, citizen numbers, PINs.
#include <algorithm>
#include <optional>

#include "shared/domain/redaction_detail.h"

namespace aandacht::domain::redaction {
namespace {

using Part = Digits::Part;

constexpr std::size_t kShortestCard = 12;
constexpr std::size_t kLongestCard = 19;
constexpr std::size_t kMostParts = 24;  // of a phone number; more digits than any has
// Six may be known to anybody: PCI DSS 3.4 lets the first six be shown.
constexpr std::size_t kShortestCardAfterCue = 7;
constexpr std::size_t kShortestPhone = 9;
constexpr std::size_t kMostContentOfAnswer = 5;
constexpr std::size_t kFarthestInterruption = 12;  // the same when the cue of the number is said
constexpr std::size_t kFarthestRest = 8;           // tokens between two parts of one number

bool is_between(std::size_t value, std::size_t least, std::size_t most) { return value >= least && value <= most; }

// What the large card schemes issue, when a cue says that the number is something else.
bool looks_like_large_scheme(std::string_view digits) {
  if (digits.size() == 15) return digits.starts_with("34") || digits.starts_with("37");
  if (digits.size() != 16) return false;
  return digits[0] == '4' || (digits[0] == '5' && digits[1] >= '1' && digits[1] <= '5');
}

// Articles (EAN-13) and connections of electricity and gas (EAN-18) pass Luhn by chance.
bool is_ean(std::string_view digits) {
  if (digits.size() == 13) return digits[0] != '4' && passes_ean(digits);
  return digits.size() == 18 && (digits.starts_with("87") || digits.starts_with("54")) && passes_ean(digits);
}

// Cards begin with 2 to 6 (ISO/IEC 7812-1, 4.2); those of an unusual length with 4 to 6.
bool may_be_issued(std::string_view digits) {
  const bool usual = digits.size() == 15 || digits.size() == 16;
  return digits.size() == 14 ? digits[0] == '3' : digits[0] >= (usual ? '2' : '4') && digits[0] <= '6';
}

// Numbers of companies: free or paid services (NL 0800, 0900; UK 0800, 0808, 084, 087, 03; US 800).
bool is_service_number(std::string_view lead) {
  for (const std::string_view prefix : {"0800", "0900", "0906", "0909", "0808", "0845", "0844", "0870", "0871", "0300",
                                        "0333", "0345", "1800", "1888", "088"}) {
    if (lead.starts_with(prefix)) return true;
  }
  return false;
}

// A number that the runs so far left unfinished.
struct Open {
  SpanKind kind = SpanKind::kPhone;
  std::size_t missing = 0;  // Digits, at most; 0: nothing is open.
  std::size_t least = 0;    // Digits of a whole one.
  std::size_t first = 0;    // Tokens of the run.
  std::size_t last = 0;
  std::string whole = {};  // Its digits, when they were not hidden.
  bool cued = false;       // Its own cue says what it is.
};

struct Length {
  std::size_t least;
  std::size_t most;
};

// How many digits a number has whose cue was said; none for kinds that are known at once.
std::optional<std::pair<SpanKind, Length>> told_length(Cue cue) {
  if (cue == Cue::kCard) return {{SpanKind::kCardNumber, {kShortestCard, kLongestCard}}};
  if (cue == Cue::kPhone) return {{SpanKind::kPhone, {9, 13}}};
  if (cue == Cue::kBsn) return {{SpanKind::kBsn, {8, 11}}};
  if (cue == Cue::kBank) return {{SpanKind::kIban, {8, 14}}};
  if (cue == Cue::kCardCode) return {{SpanKind::kCardCode, {3, 4}}};
  return std::nullopt;
}

class NumberFinder {
 public:
  NumberFinder(Search& search, Digits run)
      : search_(search), tokens_(search.tokens), run_(std::move(run)), parts_(run_.parts) {
    for (const Part& part : parts_) total_ += part.digits.size();
  }

  /// Hides what this run is. `open` is what the run before left unfinished, and becomes what this one does.
  void find(Open& open) {
    if (parts_.empty()) return;
    drop_article();
    resolve_cue();
    if (continues(open)) return;
    find_here();
    note_open(open);
  }

 private:
  void find_here() {
    if (take_codes() || total_ < 3) return;
    for (std::size_t from = 0; from < parts_.size();) {
      const std::size_t taken = take_at(from);
      from += taken > 0 ? taken : 1;
    }
  }

  // "… nul zes twaalf, heeft u dat, vierendertig …": the rest of a number after words that are no cue.
  bool continues(Open& open) {
    const bool same_cue = told_.cue == Cue::kNone || (open.cued && !asked_ && told_.cue == cue_of(open.kind));
    const bool may = open.missing >= total_ && total_ > 0 && same_cue && !run_.plus;
    const std::size_t farthest = open.cued ? kFarthestInterruption : kFarthestRest;
    const bool near = may && first_token() > open.last && first_token() - open.last <= farthest;
    if (!near || (open.cued && total_ == 1 && open.kind != SpanKind::kCardCode)) return false;
    for (std::size_t at = open.last + 1; at < first_token(); ++at) {
      const Token& token = tokens_[at];
      const bool skipped = token.kind == TokenKind::kWord
                               ? open.cued || token.has(kStop | kFiller | kGap | kConnector | kAsk)
                               : token.kind == TokenKind::kMark && token.key != "€";
      if (!skipped || token.cue != Cue::kNone) return false;
    }
    if (!open.whole.empty()) {  // Nothing is hidden yet: only the two together say what they are.
      const std::string both = open.whole + join(0, parts_.size());
      const std::optional<SpanKind> kind = open.cued ? std::optional(open.kind) : whole_number(both);
      const bool enough = !open.cued || both.size() >= open.least;
      if (!kind || !enough || !search_.is_free(open.first, parts_.back().last)) return false;
      search_.take(open.first, parts_.back().last, *kind);
    } else {
      take(0, parts_.size(), open.kind);
    }
    open.missing -= total_;
    open.last = parts_.back().last;
    return true;
  }

  static std::optional<SpanKind> whole_number(std::string_view digits) {
    if (looks_like_large_scheme(digits) && passes_luhn(digits)) return SpanKind::kCardNumber;
    const bool mobile = digits.starts_with("06") || digits.starts_with("04") || digits.starts_with("07");
    if (mobile && is_between(digits.size(), 10, 11)) return SpanKind::kPhone;
    return std::nullopt;
  }

  void note_open(Open& open) const {
    const std::size_t last = parts_.back().last;
    const bool hidden = !search_.is_free(last, last);
    open = {};
    open.first = first_token();
    open.last = last;
    if (hidden && !search_.found.empty()) {
      open.kind = search_.found.back().kind;
      const std::size_t wanted = open.kind == SpanKind::kCardNumber ? 16
                                 : open.kind == SpanKind::kPhone    ? 10
                                 : open.kind == SpanKind::kBsn      ? 9
                                 : open.kind == SpanKind::kIban     ? 14
                                                                    : 0;
      open.missing = wanted > total_ ? wanted - total_ : 0;
      open.cued = told_.cue != Cue::kNone && !told_.behind && cue_of(open.kind) == told_.cue;
      if (open.kind == SpanKind::kCardCode) open.missing = total_ < 3 ? 4 - total_ : 0;
    } else if (const auto told = told_length(told_.cue);
               !hidden && told && !told_.partial && !told_.behind && told_.content <= 1 && total_ >= 2) {
      open.kind = told->first;
      open.least = told->second.least;
      open.missing = told->second.most > total_ ? told->second.most - total_ : 0;
      open.whole = join(0, parts_.size());
      open.cued = true;
    } else if (!hidden && told_.cue == Cue::kNone && total_ >= 2 && !told_.partial) {
      open.whole = join(0, parts_.size());
      open.missing = open.whole.size() < 16 ? 16 - open.whole.size() : 0;
    }
  }

  std::size_t first_token() const { return run_.plus ? run_.plus_token : parts_.front().first; }

  // "dat is een 06-nummer": the article is no digit.
  void drop_article() {
    const bool article = parts_.size() > 1 && !parts_[0].written && tokens_[parts_[0].first].key == "een" &&
                         parts_[1].written && !run_.plus;
    if (!article) return;
    total_ -= 1;
    parts_.erase(parts_.begin());
    parts_[0].fresh = true;
  }

  // Nothing but fillers and marks up to the end: more may follow in the next turn.
  bool ends_utterance() const {
    for (std::size_t at = parts_.back().last + 1; at < tokens_.size(); ++at) {
      const Token& token = tokens_[at];
      if (token.kind == TokenKind::kDigits || token.kind == TokenKind::kPlaceholder) return false;
      if (token.kind == TokenKind::kWord && !token.has(kFiller | kGap)) return false;
      if (token.has(kUnit)) return false;
    }
    return true;
  }

  // Only words that say nothing follow: "dank u".
  bool ends_politely() const {
    return std::all_of(tokens_.begin() + static_cast<std::ptrdiff_t>(parts_.back().last) + 1, tokens_.end(),
                       [](const Token& token) {
                         const bool word = token.kind == TokenKind::kWord && !token.has(kUnit);
                         return token.kind == TokenKind::kMark ||
                                (word && token.has(kFiller | kGap | kConnector | kStop | kDeterminer));
                       });
  }

  void resolve_cue() {
    told_ = cue_before(tokens_, first_token());
    const bool weak = told_.cue == Cue::kNone || told_.content >= 2 || told_.generic;
    if (weak && total_ <= 19) {
      const Told after = cue_after(tokens_, parts_.back().last);
      if (after.cue != Cue::kNone && !(after.generic && told_.cue != Cue::kNone)) {
        const bool partial = told_.partial;
        told_ = after;
        told_.partial = partial;
      }
    }
    if (told_.cue == Cue::kNone && follows_mobile_prefix()) told_.cue = Cue::kPhone;
    if ((told_.cue == Cue::kNone || told_.cue == Cue::kStays) && follows_card_number()) told_.cue = Cue::kCardCode;
    const bool open = told_.cue == Cue::kNone || (told_.cue == Cue::kPhone && told_.generic) ||
                      told_.cue == Cue::kEmail || told_.cue == Cue::kBirth || told_.cue == Cue::kPostcode;
    if (open && search_.content <= kMostContentOfAnswer) answer_question();
  }

  // "06 12 34 56 78", "0470 12 34 56": nobody numbers orders so.
  bool is_mobile() const {
    const std::string digits = join(0, std::min(parts_.size(), kMostParts));
    const bool dutch = digits.starts_with("06") && digits.size() > 2 && digits[2] >= '1' && digits[2] <= '5';
    const bool belgian = digits.starts_with("04") && digits.size() > 2 && digits[2] >= '5';
    return digits.size() == 10 && (dutch || belgian);
  }

  // A run without a cue of its own that answers what was asked.
  void answer_question() {
    const Expected& asked = search_.expected;
    if (asked.empty() || told_.partial) return;
    const auto answers = [&](Cue cue, std::size_t least, std::size_t most, std::size_t least_bare) {
      return asked.has(cue) && is_between(total_, search_.bare() ? least_bare : least, most);
    };
    const bool others = asked.has(Cue::kStays) && told_.cue != Cue::kPhone && search_.content <= 3 &&
                        (search_.content == 0 || !is_mobile());
    Cue cue = others ? Cue::kStays : Cue::kNone;
    if (answers(Cue::kCardCode, 3, 4, 1)) {
      cue = Cue::kCardCode;
    } else if (answers(Cue::kSecret, 3, 10, 2) && !others) {
      cue = Cue::kSecret;
    } else if (answers(Cue::kBsn, 8, 11, 3) && (!others || total_ == 9)) {
      cue = Cue::kBsn;
    } else if (answers(Cue::kPhone, 8, 15, 3) && (!others || parts_.front().digits[0] == '0')) {
      cue = Cue::kPhone;
    } else if (answers(Cue::kCard, 7, 24, 3) && (!others || total_ >= kShortestCard)) {
      cue = Cue::kCard;
    } else if (answers(Cue::kBank, 6, 24, 3) && !others) {
      cue = Cue::kBank;
    }
    if (cue == Cue::kNone) return;
    asked_ = cue != Cue::kStays;
    told_ = {};
    told_.cue = cue;
  }

  // "mijn nul zes is 12 34 56 78"
  bool follows_mobile_prefix() const {
    if (total_ < 6 || total_ > (is_corrected() ? 16 : 8)) return false;
    std::size_t at = parts_.front().first;
    while (at > 0 && tokens_[at - 1].kind == TokenKind::kWord && tokens_[at - 1].has(kConnector | kFiller) &&
           tokens_[at - 1].value < 0) {
      --at;
    }
    if (at == 0 || at == parts_.front().first) return false;
    if (tokens_[at - 1].key == "06") return true;
    return at >= 2 && tokens_[at - 1].value == 6 && tokens_[at - 2].value == 0;
  }

  // Over an expiry date back to "[card number]".
  bool follows_card_number() const {
    if (total_ != 3 && total_ != 7) return false;
    const std::size_t begin = parts_.front().first;
    for (std::size_t at = begin; at > 0 && begin - at < 14;) {
      const Token& token = tokens_[--at];
      if (token.kind == TokenKind::kPlaceholder) return token.placeholder_kind == SpanKind::kCardNumber;
      const bool expiry = token.cue == Cue::kStays || token.month > 0;
      const bool skipped = token.has(kConnector | kFiller | kGap) || token.value >= 0 || expiry;
      if (token.kind == TokenKind::kWord && !skipped) return false;
      if (token.kind == TokenKind::kDigits && token.key.size() > 4) return false;
      if (token.has(kUnit) || token.key == "." || token.key == "?") return false;
    }
    return false;
  }

  // Digits of parts [from, to).
  std::string join(std::size_t from, std::size_t to) const {
    std::string digits;
    for (std::size_t i = from; i < to; ++i) digits += parts_[i].digits;
    return digits;
  }

  void take(std::size_t from, std::size_t to, SpanKind kind) {
    const bool plus = from == 0 && run_.plus;
    search_.take(plus ? run_.plus_token : parts_[from].first, parts_[to - 1].last, kind);
  }

  bool take_all(SpanKind kind) {
    take(0, parts_.size(), kind);
    return true;
  }

  bool is_corrected() const {
    return std::any_of(parts_.begin(), parts_.end(), [](const Part& part) { return part.corrects; });
  }

  // "een" alone may be an article, and "de drie cijfers" names no digit.
  bool is_begun() const {
    const std::size_t after = parts_.back().last + 1;
    if (after < tokens_.size() && tokens_[after].has(kDigitsNoun)) return false;
    return asked_ || (told_.content == 0 && !told_.behind && ends_utterance());
  }

  // "de cvc staat op 10 plekken"
  bool followed_by_noun() const {
    const std::size_t after = parts_.back().last + 1;
    return after < tokens_.size() && tokens_[after].kind == TokenKind::kWord && !tokens_[after].has(kFiller);
  }

  // Whole runs that their cue explains. True: done with this run.
  bool take_codes() {
    if (told_.cue == Cue::kCardCode) {
      const bool most_of_it = total_ == 2 && told_.content == 0 && !told_.behind && !followed_by_noun();
      if (total_ < 3) return (is_begun() || most_of_it) && !told_.generic ? take_all(SpanKind::kCardCode) : false;
      if (told_.generic && (total_ > 4 || !ends_politely())) return false;
      if (total_ >= kShortestCard && card_end(0) > 0) return false;
      return take_card_code();
    }
    if (told_.cue == Cue::kSecret && !told_.partial && told_.content <= 1) {
      if (total_ < 3) return is_begun() && total_ >= 2 ? take_all(SpanKind::kSecret) : false;
      if (total_ <= 10 || asked_) return take_all(SpanKind::kSecret);
    }
    return false;
  }

  bool take_card_code() {
    std::size_t begin = 0;
    // "cvc2: 123": the 2 is part of the name.
    const bool glued = !tokens_[parts_[0].first].space_before && parts_[0].digits.size() == 1 && parts_.size() > 1;
    if (glued && parts_[0].first > 0 && tokens_[parts_[0].first - 1].kind == TokenKind::kWord) begin = 1;
    if (total_ == 7 && follows_card_number()) {
      if (const std::size_t expiry = boundary(0, 4); expiry > 0) begin = expiry;
    }
    if (is_corrected() && total_ <= 10) {
      take(begin, parts_.size(), SpanKind::kCardCode);
      return true;
    }
    std::size_t length = 0;
    for (std::size_t i = begin; i < parts_.size(); ++i) {
      length += parts_[i].digits.size();
      const bool last = i + 1 == parts_.size();
      if (length == 4 || (length == 3 && (last || parts_[i + 1].fresh || parts_[i + 1].digits.size() > 1))) {
        take(begin, i + 1, SpanKind::kCardCode);
        return true;
      }
      if (length > 4) break;
    }
    // A code that cannot be told from what follows is not kept either.
    if (told_.content <= 1 && total_ <= 11) {
      take(begin, parts_.size(), SpanKind::kCardCode);
      return true;
    }
    return false;
  }

  // What begins at part `from`; how many parts it took, 0 when nothing does.
  std::size_t take_at(std::size_t from) {
    const bool start = from == 0 || parts_[from].fresh || parts_[from].written;
    if (!start) return 0;
    std::size_t to = card_end(from);
    SpanKind kind = SpanKind::kCardNumber;
    // After its cue a part that passes by chance is not all of it.
    if (to > 0 && from == 0 && told_.cue == Cue::kCard && total_ <= kLongestCard) to = parts_.size();
    if (to == 0 && from == 0) to = cued_end(kind);
    if (to == 0) {
      to = phone_end(from);
      kind = SpanKind::kPhone;
    }
    if (to == 0 && from == 0 && is_citizen_number()) {
      to = parts_.size();
      kind = SpanKind::kBsn;
    }
    if (to == 0) return 0;
    to = with_correction(from, to);
    take(from, to, kind);
    return to - from;
  }

  // "… achtenzeventig nee negenenzeventig": the correction of what was taken belongs to it.
  std::size_t with_correction(std::size_t from, std::size_t to) const {
    if (to >= parts_.size() || !parts_[to].corrects) return to;
    std::size_t length = 0;
    for (std::size_t i = to; i < parts_.size(); ++i) length += parts_[i].digits.size();
    return length <= join(from, to).size() ? parts_.size() : to;
  }

  bool stays() const { return told_.cue == Cue::kStays; }

  std::size_t card_end(std::size_t from) const {
    std::string digits;
    std::size_t best = 0;
    std::size_t best_length = 0;
    for (std::size_t i = from; i < parts_.size() && digits.size() < kLongestCard; ++i) {
      digits += parts_[i].digits;
      const std::size_t length = digits.size();
      if (!is_between(length, kShortestCard, kLongestCard) || !passes_luhn(digits)) continue;
      const bool usual = length == 15 || length == 16;
      const bool closed = i + 1 == parts_.size() || parts_[i + 1].fresh || parts_[i + 1].written;
      if (!usual && !closed) continue;
      if (stays() && !looks_like_large_scheme(digits)) continue;
      if (told_.cue != Cue::kCard && (is_ean(digits) || !may_be_issued(digits))) continue;
      if (best_length == 16) continue;
      best = i + 1;
      best_length = length;
    }
    if (best == 0 && from == 0) best = misheard_card_end();
    return best > 0 ? best : corrected_card_end(from);
  }

  // A whole run as long as a card number, of a large scheme: a digit was misheard.
  std::size_t misheard_card_end() const {
    if (stays() || is_corrected() || (total_ != 15 && total_ != 16)) return 0;
    return looks_like_large_scheme(join(0, parts_.size())) ? parts_.size() : 0;
  }

  // "… vier nee wacht zeven": what passes once the digits before the correction are left out.
  std::size_t corrected_card_end(std::size_t from) const {
    if (from > 0 || stays() || total_ > kLongestCard + 8 || !is_corrected()) return 0;
    for (std::size_t i = 1; i < parts_.size(); ++i) {
      if (!parts_[i].corrects) continue;
      for (std::size_t wrong = 1; wrong <= std::min<std::size_t>(4, i); ++wrong) {
        const std::string digits = join(0, i - wrong) + join(i, parts_.size());
        if (is_between(digits.size(), kShortestCard, kLongestCard) && passes_luhn(digits)) return parts_.size();
      }
    }
    return 0;
  }

  // A number that its cue names although its checksum fails: recognisers mishear digits. One that only begins is
  // hidden at once.
  std::size_t cued_end(SpanKind& kind) const {
    if (told_.partial && total_ <= (told_.cue == Cue::kBank ? 4 : 6)) return 0;
    // "mijn nummer is nul zes twaalf" begins as telephone numbers do.
    const bool telling = !told_.generic || (told_.cue == Cue::kPhone && (run_.plus || parts_[0].digits[0] == '0'));
    const bool begun = telling && !told_.behind && told_.content <= 1 && ends_utterance() && total_ >= 4;
    const bool surely = asked_ || begun;
    switch (told_.cue) {
      case Cue::kCard:
        kind = SpanKind::kCardNumber;
        if (surely && total_ < kShortestCardAfterCue) return parts_.size();
        return total_ >= kShortestCardAfterCue && told_.content <= 3 ? longest_up_to(0, card_length()) : 0;
      case Cue::kBsn:
        kind = SpanKind::kBsn;
        return is_between(total_, 8, 11) || (surely && total_ <= 11) || (is_corrected() && total_ <= 14) ? parts_.size()
                                                                                                         : 0;
      case Cue::kBank:
        kind = SpanKind::kIban;
        return (is_between(total_, told_.generic ? 8 : 6, 24) && told_.content <= 2) || surely ? parts_.size() : 0;
      case Cue::kPhone:
        kind = SpanKind::kPhone;
        return surely && total_ < 8 ? parts_.size() : 0;
      case Cue::kNone:
      case Cue::kStays:
      case Cue::kCardCode:
      case Cue::kSecret:
      case Cue::kEmail:
      case Cue::kBirth:
      case Cue::kPostcode:
      case Cue::kPassword:
      case Cue::kBirthPart:
        return 0;
    }
    return 0;
  }

  // With corrections a number has more digits than it keeps.
  std::size_t card_length() const { return is_corrected() ? kLongestCard + 8 : kLongestCard; }

  std::size_t longest_up_to(std::size_t from, std::size_t digits) const {
    std::size_t length = 0;
    std::size_t to = from;
    while (to < parts_.size() && length + parts_[to].digits.size() <= digits) length += parts_[to++].digits.size();
    return length >= kShortestCardAfterCue ? to : 0;
  }

  bool is_citizen_number() const {
    if (stays()) return false;
    const std::string digits = join(0, parts_.size());
    if (digits.size() == 11) return passes_register_test(digits);
    if (digits.size() != 9) return false;
    const bool american = parts_.size() == 3 && parts_[0].digits.size() == 3 && parts_[1].digits.size() == 2 &&
                          key_at(tokens_, parts_[0].last + 1) == "-";
    return american || passes_eleven_test(digits);
  }

  // The end of the number's own stretch: a fresh part that begins with 0 begins another number.
  std::size_t stretch_end(std::size_t from) const {
    const std::size_t farthest = std::min(parts_.size(), from + kMostParts);
    std::size_t to = from + 1;
    std::size_t length = parts_[from].digits.size();
    while (to < farthest &&
           !(parts_[to].fresh && parts_[to].digits[0] == '0' && length >= 8 && digits_from(to) >= kShortestPhone)) {
      length += parts_[to++].digits.size();
    }
    return to;
  }

  std::size_t digits_from(std::size_t from) const {
    std::size_t length = 0;
    for (std::size_t i = from; i < parts_.size() && i < from + kMostParts; ++i) length += parts_[i].digits.size();
    return length;
  }

  // The boundary after exactly `length` digits from part `from`; 0 when none is there.
  std::size_t boundary(std::size_t from, std::size_t length) const {
    std::size_t sum = 0;
    for (std::size_t i = from; i < parts_.size() && sum < length; ++i) {
      sum += parts_[i].digits.size();
      if (sum == length) return i + 1;
    }
    return 0;
  }

  std::size_t phone_end(std::size_t from) const {
    const std::size_t stretch = stretch_end(from);
    std::size_t length = 0;
    std::string lead;
    bool corrected = false;
    for (std::size_t i = from; i < stretch; ++i) {
      length += parts_[i].digits.size();
      corrected = corrected || (i > from && parts_[i].corrects);
      if (lead.size() < 6) lead += parts_[i].digits;
    }
    if (from == 0 && run_.plus) return international_end(from, stretch, length, lead);
    if (stays() && (told_.content <= 2 || told_.behind)) return 0;
    if (is_service_number(lead)) return 0;
    if (lead.starts_with("00")) return international_end(from, stretch, length, lead);
    if (lead[0] == '0') {
      if (corrected && is_between(length, 10, 16)) return stretch;
      return national_end(from, stretch, length);
    }
    if (is_american(from, stretch, length)) return stretch;
    if (from == 0 && is_american_alone(length)) return stretch;
    const bool cued = from == 0 && told_.cue == Cue::kPhone && told_.content <= 3 && !told_.partial;
    return cued && is_between(length, told_.generic ? 7 : 6, 15) ? stretch : 0;
  }

  // 415-555-0132, (415) 555-0132: North American Numbering Plan.
  bool is_american(std::size_t from, std::size_t stretch, std::size_t length) const {
    if (length == 11 && parts_[from].digits == "1") {
      ++from;
      --length;
    }
    if (length != 10 || stretch - from != 3 || !parts_[from].written) return false;
    const bool grouped = parts_[from].digits.size() == 3 && parts_[from + 1].digits.size() == 3;
    return grouped && parts_[from].digits[0] >= '2' && parts_[from + 1].digits[0] >= '2';
  }

  // "4155550132" as the whole of what is said: area and exchange begin with 2 to 9.
  bool is_american_alone(std::size_t length) const {
    if (length != 10 || told_.partial || search_.content > 2 || is_corrected()) return false;
    const bool telling = told_.cue == Cue::kNone || told_.cue == Cue::kPhone;
    const std::string digits = join(0, parts_.size());
    return telling && digits[0] >= '2' && digits[3] >= '2' && digits.substr(1, 2) != "11";
  }

  std::size_t national_end(std::size_t from, std::size_t stretch, std::size_t length) const {
    if (is_between(length, 9, 11)) return stretch;
    if (length < 9) return from == 0 && told_.cue == Cue::kPhone && length >= 6 ? stretch : 0;
    for (const std::size_t usual : {10U, 11U, 9U}) {
      if (const std::size_t to = boundary(from, usual); to > 0) return to;
    }
    return told_.cue == Cue::kPhone && length <= 13 ? stretch : 0;
  }

  std::size_t international_end(std::size_t from, std::size_t stretch, std::size_t length,
                                std::string_view lead) const {
    const std::size_t prefix = lead.starts_with("00") ? 2 : 0;
    if (is_between(length, 8 + prefix, 15 + prefix)) return stretch;
    const std::string_view country = lead.substr(prefix);
    if (length < 8 + prefix) return 0;
    const std::size_t usual = country.starts_with("44") ? 12 : country.starts_with("32") ? 10 : 11;
    for (const std::size_t digits : {usual, usual + 1}) {
      if (const std::size_t to = boundary(from, digits + prefix); to > 0) return to;
    }
    return 0;
  }

  Search& search_;
  const Tokens& tokens_;
  Digits run_;
  std::vector<Part>& parts_;
  std::size_t total_ = 0;
  Told told_;
  bool asked_ = false;  // The cue is a question's.
};

// The stretches of a run that no other detector took.
std::vector<Digits> free_stretches(const Search& search, const Digits& run) {
  std::vector<Digits> stretches;
  bool open = false;
  for (const Part& part : run.parts) {
    if (!search.is_free(part.first, part.last)) {
      open = false;
      continue;
    }
    if (!open) {
      stretches.emplace_back();
      const bool first = &part == &run.parts.front();
      stretches.back().plus = first && run.plus;
      stretches.back().plus_token = run.plus_token;
    }
    stretches.back().parts.push_back(part);
    stretches.back().parts.front().fresh = true;
    open = true;
  }
  return stretches;
}

// "… dubbel nul nee wacht negen nul nul …": the two halves of one number, and the words between.
void join_corrected(Search& search) {
  std::vector<RedactedSpan>& found = search.found;
  std::sort(found.begin(), found.end(), [](const RedactedSpan& a, const RedactedSpan& b) { return a.begin < b.begin; });
  std::size_t at = 0;
  for (std::size_t i = 1; i < found.size();) {
    bool joins = found[i - 1].kind == found[i].kind &&
                 (found[i].kind == SpanKind::kPhone || found[i].kind == SpanKind::kBirthDate);
    bool corrects = false;
    while (at < search.tokens.size() && search.tokens[at].begin < found[i - 1].end) ++at;
    for (std::size_t between = at;
         joins && between < search.tokens.size() && search.tokens[between].begin < found[i].begin; ++between) {
      const Token& token = search.tokens[between];
      joins = token.kind == TokenKind::kMark || token.has(kFiller | kGap | kConnector);
      corrects = corrects || token.has(kCorrection);
    }
    if (joins && corrects) {
      found[i - 1].end = found[i].end;
      found.erase(found.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
}

}  // namespace

void find_numbers(Search& search) {
  Open open;
  for (const Digits& run : digit_runs(search.tokens)) {
    for (Digits& stretch : free_stretches(search, run)) NumberFinder(search, std::move(stretch)).find(open);
  }
  join_corrected(search);
}

}  // namespace aandacht::domain::redaction
