// E-mail addresses, written or spoken.
#include <algorithm>
#include <optional>

#include "absl/container/flat_hash_set.h"
#include "shared/domain/redaction_detail.h"

namespace aandacht::domain::redaction {
namespace {

using Words = absl::flat_hash_set<std::string_view>;

constexpr std::size_t kFarthest = 16;  // tokens on either side of the @

bool is_dot(const Token& token) {
  return token.key == "." || token.key == "punt" || token.key == "dot" || token.key == "point";
}

bool is_connector(const Token& token) {
  static const auto* words =
      new Words{".",      "punt",       "dot",     "point", "-",    "_",   "+",           "streepje", "dash",
                "hyphen", "underscore", "liggend", "laag",  "plus", "min", "koppelteken", "%"};
  return words->contains(token.key);
}

bool is_top_level(const Token& token) {
  static const auto* words = new Words{
      "nl",  "be",  "com", "net",       "org",        "eu",       "uk",   "de",     "fr",    "nu",      "info", "biz",
      "io",  "me",  "co",  "lu",        "es",         "it",       "pl",   "tr",     "edu",   "gov",     "ie",   "ac",
      "app", "dev", "frl", "amsterdam", "vlaanderen", "brussels", "gent", "online", "email", "example", "test"};
  return words->contains(token.key);
}

bool is_mail_house(const Token& token) {
  static const auto* words =
      new Words{"gmail", "hotmail",    "outlook",    "icloud", "ziggo",      "telenet", "proximus", "skynet",
                "yahoo", "btinternet", "protonmail", "xs4all", "googlemail", "upcmail", "kpnmail"};
  return words->contains(token.key);
}

bool is_word(const Token& token) { return token.kind == TokenKind::kWord || token.kind == TokenKind::kDigits; }

class EmailReader {
 public:
  EmailReader(const std::vector<Token>& tokens, std::size_t at) : tokens_(tokens), at_(at) {}

  struct Range {
    std::size_t first;
    std::size_t last;
  };

  std::optional<Range> read() const {
    const bool sign = tokens_[at_].key == "@";
    const bool named = tokens_[at_].key == "apenstaartje" || tokens_[at_].key == "apenstaart";
    const auto last = domain_end(sign || named);
    if (!last || at_ == 0 || !(is_word(tokens_[at_ - 1]) || is_connector(tokens_[at_ - 1]))) return std::nullopt;
    return Range{sign && is_tight(at_) ? written_start() : spoken_start(), *last};
  }

 private:
  bool is_tight(std::size_t at) const { return !tokens_[at].space_before; }

  // The last token of the domain: up to the last "dot nl"; `sure`: without one, the next word alone counts.
  std::optional<std::size_t> domain_end(bool sure) const {
    std::optional<std::size_t> end;
    std::size_t words = 0;
    for (std::size_t at = at_ + 1; at + 1 < tokens_.size() + 1 && at <= at_ + kFarthest; ++at) {
      const Token& token = tokens_[at];
      if (token.kind == TokenKind::kPlaceholder || token.key == "@") break;
      // After an @ any label ends a domain that stands together; after "at" only one that is known.
      const bool label = sure && is_tight(at) && is_tight(at - 1) && token.kind == TokenKind::kWord;
      if (at > at_ + 1 && is_dot(tokens_[at - 1]) && (is_top_level(token) || label)) {
        end = at;
        continue;
      }
      if (end && !(is_dot(token) && at + 1 < tokens_.size() && is_word(tokens_[at + 1]))) break;
      if (end && token.key == "." && tokens_[at + 1].space_before) break;
      if (is_word(token) && !is_connector(token) && ++words > 5) break;
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

  // Backwards over "jan punt de vries" and spelled letters; after "mijn e-mail is" everything belongs to it.
  std::size_t spoken_start() const {
    const std::size_t floor = at_ > kFarthest ? at_ - kFarthest : 0;
    for (std::size_t at = at_ - 1; at > floor; --at) {
      if (tokens_[at].kind == TokenKind::kPlaceholder) break;
      if ((tokens_[at].key == "is" || tokens_[at].key == ":" || tokens_[at].key == "email's") && at + 1 < at_)
        return at + 1;
      if (tokens_[at].key == "?" || tokens_[at].key == "!" || tokens_[at].key == ",") break;
    }
    std::size_t first = at_ - 1;
    for (;;) {
      const std::size_t next = reach_back(first, floor);
      if (next == first) return first;
      first = next;
    }
  }

  // One step further back: a connector up to three words away, or a spelled letter or digit right before.
  std::size_t reach_back(std::size_t first, std::size_t floor) const {
    for (std::size_t steps = 1; steps <= 3 && first >= steps + 1 && first - steps > floor; ++steps) {
      const Token& token = tokens_[first - steps];
      if (!is_word(token) && !is_connector(token)) break;
      if (is_connector(token) && is_word(tokens_[first - steps - 1])) return first - steps - 1;
    }
    if (first == 0 || first - 1 < floor) return first;
    const Token& before = tokens_[first - 1];
    std::size_t next = first - 1;
    const bool spelled = before.kind == TokenKind::kWord && before.key.size() == 1;
    const bool digits = !digits_at(tokens_, first - 1, next).empty() && before.key != "een" && before.key != "one";
    return spelled || digits ? first - 1 : first;
  }

  const std::vector<Token>& tokens_;
  std::size_t at_;
};

}  // namespace

void find_emails(const std::vector<Token>& tokens, Finding& finding) {
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const std::string& key = tokens[at].key;
    if (key != "@" && key != "apenstaartje" && key != "apenstaart" && key != "at") continue;
    const auto range = EmailReader(tokens, at).read();
    if (!range || !finding.is_free(range->first, range->last)) continue;
    finding.take(tokens, range->first, range->last, SpanKind::kEmail);
    at = range->last;
  }
}

}  // namespace aandacht::domain::redaction
