// The rest of an address for mail of which a part was found.
#include <algorithm>

#include "shared/base/one_of.h"
#include "shared/domain/redaction_complete.h"

namespace aandacht::domain::redaction {
namespace {

using base::is_one_of;

constexpr std::size_t kMostNameWords = 4;  // before the address
constexpr std::size_t kFarthestDot = 8;    // tokens between an address and its last dot

class MailAddress {
 public:
  explicit MailAddress(const Surroundings& in) : in_(in), tokens_(in.tokens) {}

  // "n" "l" behind the last dot, letters that are spelled before.
  void complete_email(std::size_t& first, std::size_t& last) const {
    while (last + 1 < tokens_.size() && is_letter(tokens_[last]) && is_letter(tokens_[last + 1]) &&
           in_.is_free(last + 1)) {
      ++last;
    }
    while (first > 0 && in_.is_free(first - 1) &&
           (is_letter(tokens_[first - 1]) || tokens_[first - 1].has(kEmailPart))) {
      --first;
    }
    last = last_dot(in_.with_spelled(last));
    first = with_mailbox(first);
    const std::size_t spelled = with_letters(first);
    const bool is_spelled = spelled < first;
    first = spelled;
    if (last + 1 < tokens_.size() && tokens_[last].has(kMailHouse) && tokens_[last + 1].has(kTopLevel)) ++last;
    for (std::size_t words = 0; !is_spelled && words < kMostNameWords && first > 0 && is_part_of_name(first - 1);
         ++words)
      --first;
  }

 private:
  // "facturen at voorbeeld.nl" of which the end went
  [[nodiscard]] std::size_t with_mailbox(std::size_t first) const {
    std::size_t at = first;
    while (at > 0 && !tokens_[at].space_before && in_.is_free(at - 1)) --at;
    const bool sign =
        at >= 2 && is_one_of(tokens_[at - 1].key, {"at", "@", "apenstaartje"}) && in_.free_between(at - 2, at);
    return sign && tokens_[at - 2].kind == TokenKind::kWord ? at - 2 : at;
  }

  // "d van dirk e van eduard punt …", "g for george dot …": letters that are spelled by names
  [[nodiscard]] std::size_t with_letters(std::size_t first) const {
    const bool names = first >= 2 && in_.free_between(first - 2, first) && is_letter(tokens_[first - 2]) &&
                       is_one_of(tokens_[first - 1].key, {"van", "for", "like"});
    if (names) first -= 2;
    while (first >= 3 && in_.free_between(first - 3, first) && is_letter(tokens_[first - 3]) &&
           is_one_of(tokens_[first - 2].key, {"van", "for", "like"}) && tokens_[first - 1].kind == TokenKind::kWord) {
      first -= 3;
    }
    return first;
  }

  // "… bij de brug punt n l", "… dot com": behind the last dot that ends a domain.
  [[nodiscard]] std::size_t last_dot(std::size_t last) const {
    for (std::size_t at = last; at + 1 < tokens_.size() && at <= last + kFarthestDot; ++at) {
      const Token& token = tokens_[at];
      const bool ends = token.kind != TokenKind::kWord || !in_.is_free(at) || token.key == "en" || token.key == "and";
      if (ends && at > last) break;
      if (!is_one_of(token.key, {"punt", "dot"})) continue;
      if (tokens_[at + 1].has(kTopLevel)) return at + 1;
      if (tokens_[at + 1].key == "en" && key_at(tokens_, at + 2) == "el") return at + 2;  // "n l" as it sounds
      if (at + 2 < tokens_.size() && is_letter(tokens_[at + 1]) && is_letter(tokens_[at + 2])) return at + 2;
    }
    return last;
  }

  // "berend twee nul nul vier", "amara okafor": what stands before the address and says nothing else.
  [[nodiscard]] bool is_part_of_name(std::size_t at) const {
    const Token& token = tokens_[at];
    if (!in_.is_free(at) || token.cue != Cue::kNone) return false;
    const bool article = token.value == 1 && !(at + 1 < tokens_.size() && is_number(tokens_[at + 1]));
    if (is_number(token) && !article) return true;
    if (token.has(kNameParticle) || is_one_of(token.key, {"met", "bij"})) return true;
    if (token.key == "wil" && at + 1 < tokens_.size() && tokens_[at + 1].has(kNameParticle)) return true;
    return token.kind == TokenKind::kWord &&
           !token.has(kStop | kConnector | kFiller | kUnit | kAsk | kAddress | kDeterminer | kGap | kNegation) &&
           token.value < 0 && !token.key.ends_with("'s");
  }

  const Surroundings& in_;
  const Tokens& tokens_;
};

}  // namespace

Extent whole_email(const Surroundings& in, Extent found) {
  MailAddress(in).complete_email(found.first, found.last);
  return found;
}

}  // namespace aandacht::domain::redaction
