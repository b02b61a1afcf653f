// What the tagger of the redaction knows of each token: never the digits themselves, but how many there are, what
// stands around them, what was asked, and what the rules made of it.
#include <algorithm>
#include <array>

#include "absl/container/flat_hash_set.h"
#include "shared/domain/redaction_checks.h"
#include "shared/domain/redaction_cue_words.h"
#include "shared/domain/redaction_date.h"
#include "shared/domain/redaction_digits.h"
#include "shared/domain/redaction_near.h"
#include "shared/domain/redaction_search.h"
#include "shared/domain/redaction_sort.h"
#include "shared/domain/redaction_tagger.h"
#include "shared/domain/redaction_told.h"

namespace aandacht::domain::redaction {
namespace {

constexpr int kWindow = 4;               // tokens on either side
constexpr int kWordWindow = 3;           // of which the words themselves count
constexpr std::size_t kWordsBefore = 4;  // telling words before a number
constexpr std::size_t kWordsAfter = 2;
constexpr std::size_t kFarthestWord = 14;     // tokens between a number and such a word
constexpr std::size_t kFarthestInPhrase = 4;  // tokens between two runs of one number
constexpr std::size_t kMostDigits = 24;
constexpr std::size_t kFarthestSign = 8;
constexpr std::size_t kFarthestLink = 5;
constexpr std::uint32_t kFarthestCue = 12;
constexpr std::size_t kShortestCompound = 7;  // letters
constexpr std::size_t kTail = 4;

constexpr std::size_t kUsualFeatures = 96;  // of a token

constexpr std::uint32_t kPrime = 0x01000193U;

constexpr std::uint32_t mix(std::uint32_t a, std::uint32_t b) {
  a ^= b + 0x9e3779b9U + (a << 6U) + (a >> 2U);
  return a * 0x85ebca6bU;
}

/// One number, as far as it can be told: a run of digits, with the runs beside it.
struct Phrase {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t digits = 0;    // of the run
  std::size_t all = 0;       // of the runs that stand near
  std::uint32_t nature = 0;  // how it begins and which checks it passes
  Told before;
  Told after;
};

struct NearCue {
  std::uint32_t cue = 0;
  std::uint32_t far = 0;
};

std::uint32_t nature_of(std::string_view digits) {
  std::uint32_t nature = 0;
  if (digits[0] == '0') nature = 1;
  if (digits.starts_with("06") || digits.starts_with("04") || digits.starts_with("07")) nature = 2;
  if (digits.starts_with("00") || digits.starts_with("31") || digits.starts_with("32")) nature = 3;
  if (digits.size() >= 12 && passes_luhn(digits)) nature |= 4U;
  if (passes_eleven_test(digits) || passes_register_test(digits)) nature |= 8U;
  return nature;
}

class Features {
 public:
  explicit Features(const Search& search) : search_(search), tokens_(search.tokens) {
    const std::size_t count = tokens_.size();
    features_.reserve(count, count * kUsualFeatures);
    sorts_.reserve(count);
    hashes_.reserve(count);
    links_.reserve(count);
    tells_.reserve(count);
    for (const Token& token : tokens_) {
      sorts_.push_back(sort_of(token));
      hashes_.push_back(word_hash(token.key));
      tails_.push_back(tail_hash(token.key));
      tells_.push_back(tells(sorts_.back()));
    }
    mix_neighbours();
    ruled_.assign(count, 0);
    for (std::size_t at = 0; at < count; ++at) ruled_[at] = search.taken[at] ? 1 : 0;
    for (const RedactedSpan& span : search.found) mark_ruled(span);
    find_phrases();
    find_signs();
    find_dates();
    find_near_cues();
    near_any_ = near_candidates(search, [&](std::size_t at) { return ruled_[at] != 0 || date_of_[at] != 0; });
    for (std::size_t at = 0; at < tokens_.size(); ++at) links_.push_back(is_link(tokens_[at], hashes_[at]));
  }

  classify::TokenFeatures all() {
    for (at_ = 0; at_ < tokens_.size(); ++at_) {
      features_.begin_token();
      sort_ = sorts_[at_];
      if (!near_any_[at_]) {
        add(140, sort_);
        add(141, 0);
        continue;
      }
      add_around();
      add_words();
      add_link();
      add_rules();
      add_phrase();
      add_asked();
    }
    return std::move(features_);
  }

 private:
  void mark_ruled(const RedactedSpan& span) {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (tokens_[at].begin >= span.begin && tokens_[at].end <= span.end) {
        ruled_[at] = 2 + static_cast<std::uint32_t>(span.kind);
      }
    }
  }

  void find_phrases() {
    phrase_of_.assign(tokens_.size(), 0);
    for (const Digits& run : digit_runs(tokens_)) {
      std::string digits;
      digits += digits_of(run);
      Phrase phrase;
      phrase.first = run.plus ? run.plus_token : run.parts.front().first;
      phrase.last = run.parts.back().last;
      phrase.digits = phrase.all = digits.size();
      phrase.nature = nature_of(digits) | (run.plus ? 16U : 0U);
      phrase.before = cue_before(tokens_, phrase.first);
      phrase.after = cue_after(tokens_, phrase.last);
      phrases_.push_back(phrase);
      for (std::size_t at = phrase.first; at <= phrase.last; ++at) phrase_of_[at] = phrases_.size();
    }
    for (std::size_t from = 0; from < phrases_.size();) {
      std::size_t to = from + 1;
      std::size_t sum = phrases_[from].digits;
      while (to < phrases_.size() && are_near(phrases_[to - 1], phrases_[to])) sum += phrases_[to++].digits;
      for (; from < to; ++from) phrases_[from].all = sum;
    }
  }

  // The cue before each token, and how far it is.
  void find_near_cues() {
    near_.resize(tokens_.size());
    std::uint32_t cue = 0;
    std::uint32_t far = 0;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      near_[at] = {cue, far};
      const Token& token = tokens_[at];
      const bool may = token.cue != Cue::kNone || token.has(kNumberNoun | kCode);
      const Cue here = may ? cue_at(tokens_, at).cue : Cue::kNone;
      if (here != Cue::kNone) {
        cue = static_cast<std::uint32_t>(here);
        far = 0;
      } else if (cue != 0 && (++far > kFarthestCue || token.key == "?")) {
        cue = far = 0;
      }
    }
  }

  [[nodiscard]] bool are_near(const Phrase& left, const Phrase& right) const {
    if (right.first - left.last > kFarthestInPhrase + 1) return false;
    for (std::size_t at = left.last + 1; at < right.first; ++at) {
      const Sort sort = sorts_[at];
      if (sort == kUnitSort || (sort >= kCueSort && sort < kMarkSort) || tokens_[at].key == "?") return false;
    }
    return true;
  }

  void find_signs() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (may_be_mail_sign(tokens_[at].key)) signs_.push_back(at);
    }
  }

  [[gnu::always_inline]] void add(std::uint32_t id, std::uint32_t value) { features_.add(mix(id * kPrime, value)); }

  [[nodiscard]] Sort sort_at(int by) const {
    const auto place = static_cast<std::ptrdiff_t>(at_) + by;
    return place < 0 || place >= static_cast<std::ptrdiff_t>(sorts_.size()) ? kEdge
                                                                            : sorts_[static_cast<std::size_t>(place)];
  }

  // Sorts that stand side by side, from the two before the first token on.
  void mix_neighbours() {
    const std::size_t count = sorts_.size() + 3;
    pairs_.reserve(count);
    at_ = 0;
    for (int first = -2; first + 2 < static_cast<int>(count); ++first) {
      pairs_.push_back(mix(sort_at(first), sort_at(first + 1)));
    }
  }

  void add_around() {
    add(1, 0);
    for (int by = -kWindow; by <= kWindow; ++by) add(10U + static_cast<std::uint32_t>(by + kWindow), sort_at(by));
    for (std::uint32_t by = 0; by < 4; ++by) add(20U + by, pairs_[at_ + by]);
    const Token& token = tokens_[at_];
    const bool touched = !token.space_before;
    const bool touching = at_ + 1 < tokens_.size() && !tokens_[at_ + 1].space_before;
    add(40, mix(sort_, (touched ? 1U : 0U) | (touching ? 2U : 0U) | (token.upper ? 4U : 0U)));
    add(41, mix(sort_, at_ == 0 ? 1U : at_ + 1 == tokens_.size() ? 2U : 0U));
    if (token.kind == TokenKind::kWord && token.value < 0 && token.key.size() > 3) {
      add(42, word_hash(std::string_view(token.key).substr(token.key.size() - 3)));
      add(43, mix(sort_, static_cast<std::uint32_t>(std::min<std::size_t>(token.key.size(), 12))));
    }
    add_sign();
    add_date();
  }

  void add_date() {
    const std::uint32_t date = date_of_[at_];
    if (date == 0) return;
    add(110, date);
    add(111, mix(date, sort_));
    const Told& told = told_of_date_[at_];
    add(112, mix(date, mix(static_cast<std::uint32_t>(told.cue), told.dated ? 1U : 0U)));
    add(113, mix(date, search_.expected.bits()));
    add(114, mix(date, search_.bare() ? 1U : 0U));
    for (const std::uint32_t word : search_.situation.question) add(115, mix(date, word));
    telling_words(at_, at_, [&](std::size_t at, std::size_t) { add(116, mix(date, hashes_[at])); });
  }

  void find_dates() {
    date_of_.assign(tokens_.size(), 0);
    told_of_date_.resize(tokens_.size());
    if (std::none_of(tokens_.begin(), tokens_.end(), [](const Token& token) {
          return token.kind == TokenKind::kDigits || token.value >= 0 || token.month > 0;
        })) {
      return;
    }
    for (const DateShape& date : date_shapes(tokens_)) {
      const Told told = cue_before(tokens_, date.first);
      for (std::size_t at = date.first; at <= date.last; ++at) {
        date_of_[at] = 1 + date.shape;
        told_of_date_[at] = told;
      }
    }
  }

  void add_sign() {
    for (const std::size_t sign : signs_) {
      const bool before = at_ < sign;
      const std::size_t far = before ? sign - at_ : at_ - sign;
      if (far > kFarthestSign) continue;
      const auto value = static_cast<std::uint32_t>(far) | (before ? 16U : 0U);
      add(44, value);
      add(45, mix(sort_, value));
    }
  }

  [[nodiscard]] std::uint32_t hash_or_sort(std::size_t at) const {
    return is_number(sorts_[at]) ? static_cast<std::uint32_t>(sorts_[at]) : hashes_[at];
  }

  void add_words() {
    for (int by = -kWordWindow; by <= kWordWindow; ++by) {
      const auto place = static_cast<std::ptrdiff_t>(at_) + by;
      if (place < 0 || place >= static_cast<std::ptrdiff_t>(tokens_.size())) continue;
      const auto at = static_cast<std::size_t>(place);
      if (is_number(sorts_[at])) continue;
      const auto id = 50U + static_cast<std::uint32_t>(by + kWordWindow);
      add(id, hashes_[at]);
      if (by != 0) add(id + 10U, mix(hashes_[at], sort_));
    }
    if (at_ >= 2) add(48, mix(hash_or_sort(at_ - 2), mix(hash_or_sort(at_ - 1), sort_)));
    if (at_ + 2 < tokens_.size()) add(49, mix(hash_or_sort(at_ + 1), mix(hash_or_sort(at_ + 2), sort_)));
  }

  // "mijn code is …", "mijn eerste huisdier heette …": what leads on, how near, and what it leads on from.
  void add_link() {
    for (std::size_t steps = 1; steps <= kFarthestLink && steps <= at_; ++steps) {
      const std::size_t link = at_ - steps;
      if (tokens_[link].kind == TokenKind::kPlaceholder || tokens_[link].key == "?") return;
      if (!links_[link]) continue;
      const auto far = static_cast<std::uint32_t>(steps);
      const std::uint32_t sort = phrase_of_[at_] == 0 ? static_cast<std::uint32_t>(sort_) : 0U;
      add(120, mix(hashes_[link], mix(sort, far)));
      std::size_t words = 0;
      for (std::size_t at = link; at-- > 0 && link - at <= kFarthestWord && words < 3;) {
        if (!tells_[at]) continue;
        add(121, mix(hashes_[at], sort));
        add(122, mix(hashes_[at], mix(sort, far)));
        if (words == 0) add(123, mix(hashes_[at], mix(hashes_[link], sort)));
        ++words;
      }
      return;
    }
  }

  static bool is_link(const Token& token, std::uint32_t hash) {
    static const auto* const links = [] {
      auto* hashes = new absl::flat_hash_set<std::uint32_t>;
      for (const std::string_view link :
           {"is",  "was",  ":",     "heet", "heette", "als",  "luidt", "zijn",   "wordt",
            "dus", "naar", "in",    "op",   "van",    "it's", "'s",    "that's", "met",
            "dat", "code", "under", "to",   "da's",   "are",  "says",  "zegt",   "staat"}) {
        hashes->insert(word_hash(link));
      }
      return hashes;
    }();
    return links->contains(hash) || (token.kind == TokenKind::kWord && token.key.ends_with("'s"));
  }

  void add_rules() {
    add(70, ruled_[at_]);
    add(71, mix(ruled_[at_], sort_));
  }

  // The telling words around [first, last], nearest first.
  template <typename Add>
  void telling_words(std::size_t first, std::size_t last, const Add& use) const {
    std::size_t words = 0;
    for (std::size_t at = first; at-- > 0 && first - at <= kFarthestWord && words < kWordsBefore;) {
      if (tells_[at]) use(at, words++);
    }
    words = 0;
    for (std::size_t at = last + 1; at < tokens_.size() && at - last <= kFarthestWord && words < kWordsAfter; ++at) {
      if (tells_[at]) use(at, 8 + words++);
    }
  }

  void add_phrase() {
    const std::size_t place = phrase_of_[at_];
    if (place == 0) {
      telling_words(at_, at_, [&](std::size_t at, std::size_t) {
        add(80, mix(hashes_[at], sort_));
        if (tails_[at] != 0) add(125, mix(tails_[at], sort_));
      });
      const NearCue& near = near_[at_];
      add(81, mix(near.cue, sort_));
      add(82, mix(mix(near.cue, near.far), sort_));
      return;
    }
    const Phrase& phrase = phrases_[place - 1];
    const auto digits = static_cast<std::uint32_t>(std::min(phrase.digits, kMostDigits));
    const auto all = static_cast<std::uint32_t>(std::min(phrase.all, kMostDigits));
    const auto cue = static_cast<std::uint32_t>(phrase.before.cue);
    const auto behind = static_cast<std::uint32_t>(phrase.after.cue);
    const std::uint32_t told = mix(cue, static_cast<std::uint32_t>(std::min<std::size_t>(phrase.before.content, 4)) |
                                            (phrase.before.generic ? 8U : 0U) | (phrase.before.partial ? 16U : 0U));
    add(83, digits);
    add(84, all);
    add(85, mix(digits, phrase.nature));
    add(86, mix(all, phrase.nature));
    add(87, told);
    if (ruled_[at_] != 0) add(98, mix(ruled_[at_], mix(told, digits)));
    if (ruled_[at_] != 0) add(99, mix(ruled_[at_], mix(all, phrase.nature)));
    add(88, mix(told, digits));
    add(89, mix(cue, all));
    add(90, mix(behind, digits));
    add(91, mix(mix(cue, behind), phrase.nature));
    add(92, mix(digits, at_ == phrase.first ? 1U : at_ == phrase.last ? 2U : 0U));
    add(93, mix(digits, sort_at(-1)));
    const std::uint32_t length = all < 3 ? all : all < 6 ? 3U : all < 8 ? 4U : all < 12 ? 5U : 6U;
    telling_words(phrase.first, phrase.last, [&](std::size_t at, std::size_t rank) {
      const std::uint32_t word = hashes_[at];
      if (tails_[at] != 0) {
        add(126, mix(tails_[at], rank < 8 ? 0U : 1U));
        add(127, mix(mix(tails_[at], length), rank < 8 ? 0U : 1U));
      }
      if (ruled_[at_] != 0) add(97, mix(word, mix(ruled_[at_], rank < 8 ? 0U : 1U)));
      add(94, mix(word, rank < 8 ? 0U : 1U));
      add(95, mix(mix(word, length), rank < 8 ? 0U : 1U));
      if (rank == 0 || rank == 8) add(96, mix(word, static_cast<std::uint32_t>(rank)));
    });
  }

  void add_asked() {
    const std::size_t place = phrase_of_[at_];
    const auto digits = static_cast<std::uint32_t>(place == 0 ? 0 : std::min(phrases_[place - 1].all, kMostDigits));
    const std::uint32_t sort = place == 0 ? static_cast<std::uint32_t>(sort_) : 0U;
    const std::uint32_t talk = search_.bare() ? 1U : search_.content <= 5 ? 2U : 3U;
    const std::uint32_t bits = search_.expected.bits();
    if (bits == 0) add(100, mix(sort, talk));
    for (std::uint32_t bit = 0; bit < 16; ++bit) {
      if ((bits >> bit & 1U) == 0) continue;
      add(101, mix(mix(bit, sort), digits == 0 ? 0U : 1U));
      add(102, mix(mix(bit, sort), mix(digits, talk)));
      add(103, mix(mix(bit, sort), talk));
    }
    add(104, mix(bits, mix(sort, digits)));
    if (ruled_[at_] != 0) add(109, mix(bits, mix(ruled_[at_], talk)));
    if (place == 0 && !tells(sort_) && sort_ != kLetterSort && sort_ != kLetterNameSort) return;
    const std::uint32_t length = digits < 3 ? digits : digits < 6 ? 3U : digits < 8 ? 4U : digits < 12 ? 5U : 6U;
    for (const std::uint32_t word : search_.situation.question) {
      if (ruled_[at_] != 0) add(108, mix(word, ruled_[at_]));
      add(105, mix(word, sort));
      add(106, mix(mix(word, sort), mix(length, talk)));
    }
    add(107, mix(search_.situation.by_agent ? 1U : 0U, mix(sort, digits)));
  }

  const Search& search_;
  const Tokens& tokens_;
  std::vector<Sort> sorts_;
  std::vector<bool> tells_;           // By token.
  std::vector<bool> near_any_;        // By token: near what could have to go.
  std::vector<std::uint32_t> pairs_;  // Of sorts, see mix_neighbours().
  std::vector<std::uint32_t> hashes_;
  std::vector<std::uint32_t> tails_;  // Of long words: of how they end, as Dutch compounds say there what they are.
  std::vector<std::uint32_t> ruled_;  // 0: left alone, 1: kept from others, 2 and up: the kind it was taken for.
  std::vector<Phrase> phrases_;
  std::vector<std::size_t> phrase_of_;  // By token: 1 and up, 0 in none.
  std::vector<std::size_t> signs_;
  std::vector<NearCue> near_;  // By token.
  std::vector<bool> links_;
  std::vector<std::uint32_t> date_of_;  // By token: 1 and its shape, 0 in none.
  std::vector<Told> told_of_date_;
  classify::TokenFeatures features_;
  std::size_t at_ = 0;
  Sort sort_ = kEdge;
};

}  // namespace

std::uint32_t word_hash(std::string_view key) {
  std::uint32_t hash = 2166136261U;
  for (const char c : key) hash = (hash ^ static_cast<std::uint8_t>(c)) * kPrime;
  return hash;
}

std::uint32_t tail_hash(std::string_view key) {
  return key.size() < kShortestCompound ? 0 : word_hash(key.substr(key.size() - kTail)) | 1U;
}

classify::TokenFeatures token_features(const Search& search) { return Features(search).all(); }

}  // namespace aandacht::domain::redaction
