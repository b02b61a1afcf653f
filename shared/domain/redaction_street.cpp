// Street and house number: "Kerkstraat 12", "14 Quarry Lane", with the postcode beside them.
#include <algorithm>
#include <optional>

#include "shared/base/one_of.h"
#include "shared/domain/redaction_search.h"

namespace aandacht::domain::redaction {
namespace {

constexpr std::size_t kMostNameWords = 3;
constexpr std::size_t kFarthestPostcode = 14;   // tokens between street and postcode
constexpr std::size_t kFarthestAddressCue = 9;  // tokens

using base::is_one_of;

bool is_unit_name(std::string_view key) {
  return is_one_of(key, {"flat", "apt", "apartment", "unit", "suite", "bus", "box", "appartement", "bte"});
}

class Streets {
 public:
  explicit Streets(Search& search) : search_(search), tokens_(search.tokens) {}

  void find() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (!is_street(at) || !search_.is_free(at, at)) continue;
      auto range = number_behind(at);
      if (!range) range = number_before(at);
      if (!range) range = before_postcode(at);
      if (!range) continue;
      const bool joined = join_postcode(*range);
      if (joined || has_hidden_number(*range) || is_plain_address(at, *range) || is_address_told(range->first)) {
        take(*range);
        at = range->last;
      }
    }
  }

 private:
  struct Range {
    std::size_t first = 0;
    std::size_t last = 0;
  };

  bool is_street(std::size_t at) const {
    const Token& token = tokens_[at];
    if (token.kind != TokenKind::kWord) return false;
    return token.has(kStreet) || is_one_of(token.key, {"grove", "gardens", "mews", "parkway", "highway"});
  }

  // Free, or hidden as part of an address.
  bool is_open(std::size_t at) const {
    return tokens_[at].kind != TokenKind::kPlaceholder && (search_.is_free(at, at) || is_hidden_postcode(at));
  }

  bool is_hidden_postcode(std::size_t at) const {
    return std::any_of(search_.found.begin(), search_.found.end(), [&](const RedactedSpan& span) {
      return span.kind == SpanKind::kPostcode && span.begin <= tokens_[at].begin && tokens_[at].end <= span.end;
    });
  }

  bool is_number(std::size_t at) const {
    if (at >= tokens_.size() || !is_open(at)) return false;
    const Token& token = tokens_[at];
    if (token.kind == TokenKind::kDigits) return token.key.size() <= 4;
    return token.value >= 0 && token.value <= 999 && token.key != "een";
  }

  bool is_number_part(std::size_t at) const {
    return is_number(at) || (at < tokens_.size() && is_zero_letter(tokens_[at]));
  }

  bool is_name_word(std::size_t at) const {
    const Token& token = tokens_[at];
    return token.kind == TokenKind::kWord && is_open(at) && token.value < 0 && token.cue == Cue::kNone &&
           !token.has(kUnit | kFiller | kStop | kConnector | kAddress);
  }

  // "Kerkstraat 12 bus 3", "steenweg op gierle tweehonderdvijf", "de meidoornlaan nummer drieëntachtig"
  std::optional<Range> number_behind(std::size_t street) const {
    std::size_t at = street + 1;
    const bool towards = at + 1 < tokens_.size() && is_one_of(tokens_[at].key, {"op", "naar", "van"}) &&
                         tokens_[street].key.ends_with("weg") && is_name_word(at + 1);
    if (towards) at += 2;
    for (std::size_t steps = 0; at < tokens_.size() && steps < 3; ++steps, ++at) {
      const Token& token = tokens_[at];
      const bool link = token.key == "," || token.has(kNumberNoun) || token.key.starts_with("huisn") ||
                        (token.has(kFiller) && token.value < 0);
      if (!link) break;
    }
    if (!is_number(at)) return std::nullopt;
    std::size_t last = at;
    while (is_number_part(last + 1) && tokens_[last + 1].kind == TokenKind::kWord) ++last;
    if (last + 1 < tokens_.size() && tokens_[last + 1].has(kUnit)) return std::nullopt;
    if (last - at > 3 && search_.is_free(at, last)) return std::nullopt;  // a longer number
    return Range{name_begin(street), with_unit(last)};
  }

  // Past "bus 3", ", Apt 6B", "a", "bis".
  std::size_t with_unit(std::size_t last) const {
    std::size_t at = last + 1;
    if (at < tokens_.size() && tokens_[at].key == ",") ++at;
    if (at + 1 < tokens_.size() && is_unit_name(tokens_[at].key) && is_open(at) && is_open(at + 1)) {
      last = at + 1;
      while (last + 1 < tokens_.size() && touches(tokens_, last) && tokens_[last + 1].kind == TokenKind::kWord) ++last;
      return last;
    }
    at = last + 1;
    if (at >= tokens_.size() || !is_open(at) || tokens_[at].kind != TokenKind::kWord) return last;
    const bool letter = tokens_[at].key.size() == 1 && (touches(tokens_, last) || at + 1 == tokens_.size());
    return letter || tokens_[at].key == "bis" || tokens_[at].key == "hs" ? at : last;
  }

  // "Lange Nieuwstraat", "Van der Helststraat": the first word of the name.
  std::size_t name_begin(std::size_t street) const {
    std::size_t first = street;
    for (std::size_t at = street; at > 0 && street - at < kMostNameWords;) {
      const Token& token = tokens_[--at];
      const bool old = is_one_of(token.key, {"lange", "korte", "oude", "nieuwe", "grote", "kleine", "eerste", "tweede",
                                             "derde", "sint", "st", "burgemeester", "dokter", "prins", "prinses"});
      const bool capital = token.upper && at > 0 && is_open(at) && !token.has(kAddress) && token.cue == Cue::kNone;
      if (old || (capital && token.kind == TokenKind::kWord)) {
        first = at;
      } else if (!token.has(kNameParticle)) {
        break;
      }
    }
    return first;
  }

  // "fourteen quarry lane", "flat three eighty one wexcombe road"
  std::optional<Range> number_before(std::size_t street) const {
    std::size_t at = street;
    while (at > 0 && street - at < kMostNameWords && is_name_word(at - 1) && !is_unit_name(tokens_[at - 1].key)) --at;
    if (at == street || at == 0) return std::nullopt;
    if (tokens_[at - 1].key == "," && at > 1) --at;
    if (!is_number(at - 1)) return std::nullopt;
    std::size_t first = at - 1;
    while (first > 0 && is_number_part(first - 1) && tokens_[first].kind == TokenKind::kWord) --first;
    if (first > 1 && tokens_[first - 1].key == "," && is_number(first - 2)) first -= 2;  // "Flat 3, 81 …"
    while (first > 0 && is_unit_name(tokens_[first - 1].key)) --first;
    return Range{first, with_unit(street)};
  }

  // "kerkstraat [1234 ab 12]": the number stands behind the postcode.
  std::optional<Range> before_postcode(std::size_t street) const {
    std::size_t at = street + 1;
    if (at < tokens_.size() && tokens_[at].key == ",") ++at;
    if (at >= tokens_.size() || !is_hidden_postcode(at)) return std::nullopt;
    return Range{name_begin(street), street};
  }

  // Over a place, a state and "postcode" to the postcode on either side; `range` becomes both.
  bool join_postcode(Range& range) const {
    for (std::size_t at = range.last + 1; at < tokens_.size() && at - range.last <= kFarthestPostcode; ++at) {
      if (tokens_[at].placeholder_kind == SpanKind::kPostcode) return true;
      if (is_hidden_postcode(at)) {
        while (at + 1 < tokens_.size() && is_hidden_postcode(at + 1)) ++at;
        range.last = at;
        return true;
      }
      const Token& token = tokens_[at];
      const bool leads = token.key == "," || token.cue == Cue::kPostcode || is_name_word(at) || token.key == "in" ||
                         (token.upper && token.key.size() == 2) || token.has(kFiller | kDeterminer) ||
                         token.key == "is" || token.key == "te" || token.key == "en" || token.key == "and";
      if (!leads || !is_open(at)) break;
    }
    for (std::size_t at = range.first; at > 0 && range.first - at < 5;) {
      const Token& token = tokens_[--at];
      if (token.placeholder_kind == SpanKind::kPostcode) return true;
      if (is_hidden_postcode(at)) {
        while (at > 0 && is_hidden_postcode(at - 1)) --at;
        range.first = at;
        return true;
      }
      if (token.key != "," && !is_name_word(at)) break;
    }
    return false;
  }

  bool has_hidden_number(const Range& range) const {
    for (std::size_t at = range.first; at <= range.last; ++at) {
      if (is_hidden_postcode(at)) return true;
    }
    return false;
  }

  // "molenweg honderdnegen", "2205 lakeshore drive": a street's own name with a number.
  bool is_plain_address(std::size_t street, const Range& range) const {
    const std::string& key = tokens_[street].key;
    const bool compound =
        key.size() > 6 &&
        !is_one_of(key, {"snelweg", "rijksweg", "onderweg", "halverwege", "fietspad", "spoorweg", "autoweg",
                         "supermarkt", "achterweg", "voorhof", "feestmarkt", "winkelstraat", "steenweg", "boulevard",
                         "crescent", "terrace", "highway", "parkway"});
    if (range.first < street && is_number(range.first)) return tokens_[range.first].value != 1;  // it comes first
    return compound && range.last > street;
  }

  // "ik woon op …", "het adres is …", "deliver it to …", or the answer to the question for it.
  bool is_address_told(std::size_t first) const {
    if (search_.expected.has(Cue::kPostcode) && search_.content <= 6) return true;
    for (std::size_t at = first; at > 0 && first - at < kFarthestAddressCue;) {
      const Token& token = tokens_[--at];
      if (token.key == "?" || token.key == "." || token.has(kNegation)) return false;
      if (token.has(kAddress) || is_one_of(token.key, {"bezorgen", "afleveren", "deliver", "ship"})) return true;
    }
    return false;
  }

  // One span in place of those inside.
  void take(const Range& range) {
    const std::size_t begin = tokens_[range.first].begin;
    const std::size_t end = tokens_[range.last].end;
    for (std::size_t at = range.first; at <= range.last; ++at) {
      if (!is_open(at)) return;
    }
    std::vector<RedactedSpan>& found = search_.found;
    found.erase(std::remove_if(found.begin(), found.end(),
                               [&](const RedactedSpan& span) { return begin <= span.begin && span.end <= end; }),
                found.end());
    search_.take(range.first, range.last, SpanKind::kPostcode);
  }

  Search& search_;
  const Tokens& tokens_;
};

}  // namespace

void find_streets(Search& search) { Streets(search).find(); }

}  // namespace aandacht::domain::redaction
