// E-mail addresses, written or spoken.
#include <algorithm>
#include <optional>

#include "shared/domain/redaction_cue_words.h"
#include "shared/domain/redaction_search.h"
#include "shared/domain/redaction_told.h"

namespace aandacht::domain::redaction {
namespace {

constexpr std::size_t kFarthest = 16;  // tokens on either side of the @

bool is_dot(const Token& token) {
  return token.key == "." || token.key == "punt" || token.key == "dot" || token.key == "point" || token.key == "period";
}

bool is_connector(const Token& token) {
  return token.has(kEmailPart) || token.key == "." || token.key == "-" || token.key == "_" || token.key == "+" ||
         token.key == "%";
}

bool is_top_level(const Token& token) { return token.has(kTopLevel); }
bool is_mail_house(const Token& token) { return token.has(kMailHouse); }
bool is_word(const Token& token) { return token.kind == TokenKind::kWord || token.kind == TokenKind::kDigits; }

bool is_weak_sign(const Tokens& tokens, std::size_t at) {
  const Key& key = tokens[at].key;
  return key == "at" || key == "ad" || key == "et";
}

class EmailReader {
 public:
  EmailReader(const Tokens& tokens, std::size_t at) : tokens_(tokens), at_(at) {}

  struct Range {
    std::size_t first;
    std::size_t last;
  };

  std::optional<Range> read() const {
    const bool written = tokens_[at_].key == "@";
    // "RT @user", "friday @ 4": a sign that stands apart needs a known domain.
    const bool sign = written && is_tight(at_) && (at_ + 1 == tokens_.size() || touches(tokens_, at_));
    const bool named = is_spoken_sign(tokens_[at_].key);
    if (at_ == 0 || !(is_word(tokens_[at_ - 1]) || is_connector(tokens_[at_ - 1]))) return std::nullopt;
    const std::size_t first = sign && is_tight(at_) ? written_start() : spoken_start();
    if (!written && !named && is_address_of_a_site(first)) return std::nullopt;
    const auto last = domain_end(sign || named);
    if (last) return Range{first, *last};
    // "jan punt de vries apenstaartje", and the rest comes later.
    if ((sign || named) && at_ + 1 == tokens_.size()) return Range{first, at_};
    return std::nullopt;
  }

 private:
  // "look at www.shop.com", "at the courier.co.uk": a dot that is written says nothing about "at".
  bool is_address_of_a_site(std::size_t first) const {
    const Token* next = at_ + 1 < tokens_.size() ? &tokens_[at_ + 1] : nullptr;
    if (next == nullptr || next->key == "www" || next->key == "http" || next->key == "https") return true;
    for (std::size_t at = at_ + 1; at < tokens_.size() && at <= at_ + kFarthest; ++at) {
      if (tokens_[at].key == "." && touches(tokens_, at)) {
        const bool sent = first > 0 && tokens_[first - 1].key == "naar";  // "facturen" in "naar facturen at bedrijf.nl"
        return !next->has(kMailHouse) && !sent && cue_before(tokens_, first).cue != Cue::kEmail;
      }
      if (is_dot(tokens_[at])) return false;
    }
    return false;
  }

  bool is_tight(std::size_t at) const { return !tokens_[at].space_before; }

  // The last token of the domain: up to the last "dot nl"; `sure`: without one, the next word alone counts.
  std::optional<std::size_t> domain_end(bool sure) const {
    std::optional<std::size_t> end;
    std::size_t words = 0;
    const std::size_t most_words = sure ? 12 : 5;
    for (std::size_t at = at_ + 1; at < tokens_.size() && at <= at_ + kFarthest; ++at) {
      const Token& token = tokens_[at];
      if (token.kind == TokenKind::kPlaceholder || token.key == "@" || is_weak_sign(tokens_, at)) break;
      // After an @ any label ends a domain that stands together; after "at" only one that is known.
      const bool label = sure && is_tight(at) && is_tight(at - 1) && token.kind == TokenKind::kWord;
      // "at all. It's": the end of a sentence, no domain.
      const bool sentence = at > 0 && tokens_[at - 1].key == "." && token.space_before;
      const bool house = at > at_ + 1 && is_mail_house(tokens_[at - 1]) && is_top_level(token);  // "gmail com"
      if (at > at_ + 1 && ((is_dot(tokens_[at - 1]) && !sentence && (is_top_level(token) || label)) || house)) {
        end = at;
        continue;
      }
      if (end && !(is_dot(token) && at + 1 < tokens_.size() && is_word(tokens_[at + 1]))) break;
      if (end && token.key == "." && tokens_[at + 1].space_before) break;
      if (token.has(kFiller) && !is_connector(token)) continue;
      if (is_word(token) && !is_connector(token) && ++words > most_words) break;
      if (!is_word(token) && !is_connector(token)) break;
    }
    if (end) return end;
    const bool next_is_word = at_ + 1 < tokens_.size() && is_word(tokens_[at_ + 1]);
    if (next_is_word && (is_mail_house(tokens_[at_ + 1]) || sure)) return at_ + 1;
    return std::nullopt;
  }

  std::size_t written_start() const {
    std::size_t first = at_ - 1;
    while (first > 0 && at_ - first < 4 * kFarthest && is_tight(first) &&
           (is_word(tokens_[first - 1]) || is_connector(tokens_[first - 1]))) {
      --first;
    }
    return first;
  }

  // Backwards over "jan punt de vries" and spelled letters, to the word that introduces the address.
  std::size_t spoken_start() const {
    const std::size_t floor = at_ > kFarthest ? at_ - kFarthest : 0;
    std::size_t first = at_ - 1;
    if (tokens_[first].kind == TokenKind::kPlaceholder) return at_;
    while (first > floor && belongs(first - 1, first)) --first;
    first = std::min(first, introduced_start(floor));
    // What may stand inside an address does not begin one.
    const bool introduced = first == introduced_start(floor) && tokens_[first].has(kNameParticle);
    while (!introduced && first + 1 < at_ && begins_none(tokens_[first])) ++first;
    return first;
  }

  // After "mijn mail is" everything up to the sign belongs to the address.
  std::size_t introduced_start(std::size_t floor) const {
    for (std::size_t at = at_ - 1; at > floor; --at) {
      const Token& token = tokens_[at - 1];
      if (token.kind == TokenKind::kPlaceholder || token.key == "?" || token.key == "!" || token.key == "@") return at_;
      if (token.key == "." && tokens_[at].space_before) return at_;
      const bool link = token.key == "is" || token.key == ":" || token.key == "it's" || token.key == "that's" ||
                        token.key == "wordt" || token.key == "email's" || token.key == "mail's";
      if (link && (cue_before(tokens_, at).cue == Cue::kEmail || says_nothing_before(at - 1))) return at;
      if (token.cue == Cue::kEmail) return at;
    }
    return at_;
  }

  // "ja dat is", "so it's": an answer begins.
  bool says_nothing_before(std::size_t link) const {
    if (link > 4) return false;
    return std::all_of(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(link), [](const Token& token) {
      return token.kind == TokenKind::kMark ||
             (token.has(kFiller | kConnector | kDeterminer) && !token.has(kNegation | kAsk));
    });
  }

  // "kees met een k", "annemiek met i e k op het eind": how the name is written, told after the name.
  bool is_told_of_name(std::size_t at) const {
    for (std::size_t steps = 0; steps <= 6 && steps < at; ++steps) {
      const Token& token = tokens_[at - steps];
      if (!is_word(token) || token.cue != Cue::kNone) return false;
      bool head = false;
      for (const std::string_view word : {"met", "with", "zonder", "without", "no", "all", "alles", "as", "that's"}) {
        head = head || token.key == word;
      }
      if (!head) continue;
      const Token& name = tokens_[at - steps - 1];
      if (is_word(name) && !name.has(kStop | kAsk) && name.cue == Cue::kNone) return true;
    }
    return false;
  }

  // Whether token `at` is part of the local part that goes on at `next`.
  bool belongs(std::size_t at, std::size_t next) const {
    const Token& token = tokens_[at];
    if (is_connector(token)) {
      // "." at the end of a sentence ends reach; "punt" and "dot" do not.
      return token.kind == TokenKind::kWord || !tokens_[next].space_before;
    }
    if (is_remark(token) || is_told_of_name(at)) return true;
    if (!is_word(token))
      return token.key == "," && (is_spelled(at) || is_remark(tokens_[next]) || (at > 0 && is_remark(tokens_[at - 1])));
    if (!tokens_[next].space_before && is_word(tokens_[next])) return true;  // "jansen85"
    if (token.has(kFiller) && !is_connector(tokens_[next])) return at > 0 && is_connector(tokens_[at - 1]);
    if (is_connector(tokens_[next])) return !introduces(token);
    if (token.kind == TokenKind::kDigits || token.value >= 0 || token.has(kMany)) return !is_article(at);
    if (token.key.size() == 1 || token.has(kNameParticle)) return true;
    if (token.has(kStop | kConnector | kAsk) || token.cue != Cue::kNone) return false;
    return is_near_connector(at) || is_introduced(at) || is_name(at);
  }

  // "een" before "jansen": no digit of the address.
  bool is_article(std::size_t at) const {
    return (tokens_[at].key == "een" || tokens_[at].key == "one") && (at == 0 || !is_connector(tokens_[at - 1]));
  }

  bool is_spelled(std::size_t at) const { return at > 0 && tokens_[at - 1].key.size() == 1; }

  // How an address is written: "aan elkaar", "all one word", "met dubbel n".
  static bool is_remark(const Token& token) {
    for (const std::string_view word :
         {"aan",    "elkaar",       "aaneen",      "all",        "one",    "word",  "lowercase",
          "kleine", "letters",      "hoofdletter", "capital",    "met",    "with",  "dubbele",
          "zonder", "spaties",      "mekaar",      "geschreven", "no",     "alles", "dots",
          "spaces", "hoofdletters", "uppercase",   "vast",       "without"}) {
      if (token.key == word) return true;
    }
    return false;
  }

  // "anna bakker apenstaartje": the two words before the sign.
  bool is_name(std::size_t at) const {
    std::size_t words = 0;
    for (std::size_t i = at; i < at_; ++i) {
      if (is_word(tokens_[i]) && !is_remark(tokens_[i]) && tokens_[i].key.size() > 1 && !tokens_[i].has(kMany)) ++words;
    }
    return words <= 2;
  }

  static bool introduces(const Token& token) {
    return token.key == "is" || token.key == "it's" || token.key == "that's" || token.cue == Cue::kEmail;
  }

  static bool begins_none(const Token& token) {
    return is_remark(token) || token.has(kNameParticle) || token.has(kFiller) || token.key == "," ||
           (token.has(kEmailPart) && token.key != "me");
  }

  // "jan de vries": a name of a few words that goes on with a connector, or follows one within three words.
  bool is_near_connector(std::size_t at) const {
    for (std::size_t i = at + 1; i <= at + 3 && i < at_; ++i) {
      if (is_connector(tokens_[i])) return true;
    }
    for (std::size_t steps = 1; steps <= 3 && steps <= at; ++steps) {
      const Token& token = tokens_[at - steps];
      if (is_connector(token)) return token.kind == TokenKind::kWord || touches(tokens_, at - steps);
      if (!is_word(token)) return false;
    }
    return false;
  }

  // "is mary jones at": the words stand right after what introduces an address.
  bool is_introduced(std::size_t at) const {
    for (std::size_t steps = 1; steps <= 3 && steps <= at; ++steps) {
      const Token& token = tokens_[at - steps];
      if (introduces(token) || token.key == "to" || token.key == "naar" || token.key == ":") return true;
      if (token.has(kFiller)) continue;
      if (token.kind != TokenKind::kWord || token.has(kStop | kConnector)) return false;
    }
    return false;
  }

  const Tokens& tokens_;
  std::size_t at_;
};

// "mijn mail is dee punt abara", up to the end: the sign comes in the next turn.
void find_begun_email(Search& search) {
  const Tokens& tokens = search.tokens;
  std::size_t cue = tokens.size();
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (tokens[at].cue == Cue::kEmail) cue = at;
  }
  std::size_t first = cue + 1;
  while (first < tokens.size() && (tokens[first].has(kFiller) || tokens[first].has(kConnector)) &&
         !is_connector(tokens[first])) {
    ++first;
  }
  const bool asked = cue == tokens.size() && search.expected.has(Cue::kEmail) && search.content <= 3;
  if (asked) {
    first = 0;
    while (first < tokens.size() && tokens[first].has(kFiller | kConnector) && tokens[first].key.size() > 1) ++first;
  }
  if (first + 1 >= tokens.size() || tokens.size() - first > kFarthest) return;
  bool joined = false;
  for (std::size_t at = first; at < tokens.size(); ++at) {
    if (!is_word(tokens[at]) && tokens[at].key != "_" && tokens[at].key != "-") return;
    if (search.taken[at] || tokens[at].has(kAsk | kUnit) || tokens[at].cue != Cue::kNone) return;
    if (tokens[at].has(kStop) && !is_connector(tokens[at]) && !tokens[at].has(kFiller | kNameParticle)) return;
    joined = joined || (at > first && tokens[at].has(kEmailPart));
  }
  if (joined) search.take(first, tokens.size() - 1, SpanKind::kEmail);
}

}  // namespace

void find_emails(Search& search) {
  const Tokens& tokens = search.tokens;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (tokens[at].key != "@" && !is_spoken_sign(tokens[at].key) && !is_weak_sign(tokens, at)) continue;
    const auto range = EmailReader(tokens, at).read();
    if (!range || !search.is_free(range->first, range->last)) continue;
    search.take(range->first, range->last, SpanKind::kEmail);
    at = range->last;
  }
  find_begun_email(search);
}

}  // namespace aandacht::domain::redaction
