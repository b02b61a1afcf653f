// Card numbers (ISO/IEC 7812-1): what passes the check, also with a digit misheard or corrected.
#include <algorithm>

#include "shared/domain/redaction_checks.h"
#include "shared/domain/redaction_number_kinds.h"

namespace aandacht::domain::redaction {
namespace {

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

// Its own words say that it may be kept, not only a question a few turns ago.
bool is_named_otherwise(const NumberRun& run) {
  const bool near = run.search.situation.payment.near;
  return run.stays() && !(near && cue_before(run.tokens, run.first_token()).cue == Cue::kNone);
}

// A whole run as long as a card number, of a large scheme: a digit was misheard.
std::size_t misheard_card_end(const NumberRun& run) {
  if (is_named_otherwise(run) || run.is_corrected() || (run.total != 15 && run.total != 16)) return 0;
  return looks_like_large_scheme(run.digits(0, run.parts.size())) ? run.parts.size() : 0;
}

// "… vier nee wacht zeven": what passes once the digits before the correction are left out.
std::size_t corrected_card_end(const NumberRun& run, std::size_t from) {
  if (from > 0 || run.stays() || run.total > kLongestCard + 8 || !run.is_corrected()) return 0;
  for (std::size_t i = 1; i < run.parts.size(); ++i) {
    if (!run.parts[i].corrects) continue;
    for (std::size_t wrong = 1; wrong <= std::min<std::size_t>(4, i); ++wrong) {
      const std::string digits = run.digits(0, i - wrong) + run.digits(i, run.parts.size());
      if (is_between(digits.size(), kShortestCard, kLongestCard) && passes_luhn(digits)) return run.parts.size();
    }
  }
  return 0;
}

}  // namespace

bool looks_like_large_scheme(std::string_view digits) {
  if (digits.size() == 15) return digits.starts_with("34") || digits.starts_with("37");
  if (digits.size() != 16) return false;
  const bool two_series = digits.substr(0, 4) >= "2221" && digits.substr(0, 4) <= "2720";
  return digits[0] == '4' || (digits[0] == '5' && digits[1] >= '1' && digits[1] <= '5') || two_series;
}

std::size_t card_end(const NumberRun& run, std::size_t from) {
  std::string digits;
  std::size_t best = 0;
  std::size_t best_length = 0;
  for (std::size_t i = from; i < run.parts.size() && digits.size() < kLongestCard; ++i) {
    digits += run.parts[i].digits;
    const std::size_t length = digits.size();
    if (!is_between(length, kShortestCard, kLongestCard) || !passes_luhn(digits)) continue;
    const bool usual = length == 15 || length == 16;
    const bool closed = i + 1 == run.parts.size() || run.parts[i + 1].fresh || run.parts[i + 1].written;
    if (!usual && !closed) continue;
    if (run.stays() && !looks_like_large_scheme(digits)) continue;
    if (run.told.cue != Cue::kCard && (is_ean(digits) || !may_be_issued(digits))) continue;
    if (best_length == 16) continue;
    best = i + 1;
    best_length = length;
  }
  if (best == 0 && from == 0) best = misheard_card_end(run);
  return best > 0 ? best : corrected_card_end(run, from);
}

}  // namespace aandacht::domain::redaction
