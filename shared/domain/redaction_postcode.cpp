// Postcodes with the house number: Dutch, Belgian, British, American.
#include "shared/domain/redaction_postcode.h"

#include "shared/domain/redaction_digits.h"
#include "shared/domain/redaction_house_number.h"

namespace aandacht::domain::redaction {
namespace {

constexpr std::size_t kLongestZip = 9;  // ZIP+4

std::optional<TokenRange> read_postcode(const Search& search, std::size_t at) {
  bool letters = true;
  std::optional<TokenRange> range = dutch_postcode(search, at);
  if (!range) range = british_postcode(search, at);
  if (!range) {
    range = belgian_postcode(search, at);
    letters = false;
  }
  if (!range) range = plain_postcode(search, at);
  if (!range) return std::nullopt;
  range->last = with_house_number(search, range->last);
  range->first = with_street_number(search, range->first, true);
  if (letters) range->first = with_number_before(search, range->first);
  return range;
}

// "6655PL 195": nothing else is written so.
bool is_written_whole(const Tokens& tokens, const TokenRange& range) {
  return range.last == range.first + 2 && tokens[range.first].kind == TokenKind::kDigits &&
         tokens[range.first].key.size() == 4 && touches(tokens, range.first) && tokens[range.first + 1].upper &&
         tokens[range.first + 1].key.size() == 2 && tokens[range.last].kind == TokenKind::kDigits;
}

// An answer to the question for a postcode or house number that has no postcode's shape: "nummer twaalf".
void find_asked_house_number(Search& search) {
  if (!search.expected.only(Cue::kPostcode) || !search.bare()) return;
  for (const Digits& run : digit_runs(search.tokens)) {
    std::size_t total = 0;
    for (const Digits::Part& part : run.parts) total += part.digits.size();
    const std::size_t first = run.parts.front().first;
    const std::size_t last = run.parts.back().last;
    if (total > kLongestZip || !search.is_free(first, last) || cue_before(search.tokens, first).cue == Cue::kStays)
      continue;
    search.take(first, last, SpanKind::kPostcode);
  }
}

}  // namespace

void find_postcodes(Search& search) {
  for (std::size_t at = 0; at < search.tokens.size(); ++at) {
    const Token& token = search.tokens[at];
    const bool begins = token.kind == TokenKind::kDigits || token.value >= 0 || token.has(kMany) ||
                        token.key.size() <= 2 || token.letter != 0;
    if (!begins || search.taken[at] || token.kind == TokenKind::kPlaceholder || token.kind == TokenKind::kMark)
      continue;
    const auto range = read_postcode(search, at);
    if (!range || !search.is_free(range->first, range->last)) continue;
    const std::size_t before = house_before_street(search.tokens, range->first);
    if (before < range->first && search.is_free(before, before)) search.take(before, before, SpanKind::kPostcode);
    search.take(range->first, range->last, SpanKind::kPostcode);
    if (is_written_whole(search.tokens, *range)) search.sure.push_back(search.found.back());
    at = range->last;
  }
  find_asked_house_number(search);
}

}  // namespace aandacht::domain::redaction
