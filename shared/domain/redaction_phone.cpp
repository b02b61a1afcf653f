// Phone numbers: Dutch, Belgian, British, American, and any with a country code.
#include <algorithm>

#include "shared/domain/redaction_number_kinds.h"

namespace aandacht::domain::redaction {
namespace {

constexpr std::size_t kShortestPhone = 9;
constexpr std::size_t kIrishLandline = 10;
constexpr std::size_t kBritishMobile = 11;

// Numbers of companies: free or paid services (NL 0800, 0900; UK 0800, 0808, 084, 087, 03; US 800).
bool is_service_number(std::string_view lead, std::size_t length) {
  if (lead.starts_with("090") && length == kIrishLandline) return false;  // of Athlone
  for (const std::string_view prefix : {"0800", "0900", "0906", "0909", "0808", "0845", "0844", "0870", "0871", "0300",
                                        "0333", "0345", "1800", "1888", "088"}) {
    if (lead.starts_with(prefix)) return true;
  }
  return false;
}

// The end of the number's own stretch: a fresh part that begins with 0 begins another number.
std::size_t stretch_end(const NumberRun& run, std::size_t from) {
  const std::size_t farthest = std::min(run.parts.size(), from + kMostParts);
  std::size_t to = from + 1;
  std::size_t length = run.parts[from].digits.size();
  while (to < farthest && !(run.parts[to].fresh && run.parts[to].digits[0] == '0' && length >= 8 &&
                            run.digits_from(to) >= kShortestPhone)) {
    length += run.parts[to++].digits.size();
  }
  return to;
}

// 415-555-0132, (415) 555-0132: North American Numbering Plan.
bool is_american(const NumberRun& run, std::size_t from, std::size_t stretch, std::size_t length) {
  if (length == 11 && run.parts[from].digits == "1") {
    ++from;
    --length;
  }
  if (length != 10 || stretch - from != 3 || !run.parts[from].written) return false;
  const bool grouped = run.parts[from].digits.size() == 3 && run.parts[from + 1].digits.size() == 3;
  return grouped && run.parts[from].digits[0] >= '2' && run.parts[from + 1].digits[0] >= '2';
}

// "4155550132" as the whole of what is said: area and exchange begin with 2 to 9.
bool is_american_alone(const NumberRun& run, std::size_t length) {
  if (length != 10 || run.told.partial || run.search.content > 2 || run.is_corrected()) return false;
  const bool telling = run.told.cue == Cue::kNone || run.told.cue == Cue::kPhone;
  const std::string digits = run.digits(0, run.parts.size());
  return telling && digits[0] >= '2' && digits[3] >= '2' && digits.substr(1, 2) != "11";
}

std::size_t national_end(const NumberRun& run, std::size_t from, std::size_t stretch, std::size_t length) {
  if (is_between(length, 9, 11)) return stretch;
  if (length < 9) return from == 0 && run.told.cue == Cue::kPhone && length >= 6 ? stretch : 0;
  for (const std::size_t usual : {10U, 11U, 9U}) {
    if (const std::size_t to = run.boundary(from, usual); to > 0) return to;
  }
  return run.told.cue == Cue::kPhone && length <= 13 ? stretch : 0;
}

std::size_t international_end(const NumberRun& run, std::size_t from, std::size_t stretch, std::size_t length,
                              std::string_view lead) {
  const std::size_t prefix = lead.starts_with("00") ? 2 : 0;
  if (is_between(length, 8 + prefix, 15 + prefix)) return stretch;
  const std::string_view country = lead.substr(prefix);
  if (length < 8 + prefix) return 0;
  const std::size_t usual = country.starts_with("44") ? 12 : country.starts_with("32") ? 10 : 11;
  for (const std::size_t digits : {usual, usual + 1}) {
    if (const std::size_t to = run.boundary(from, digits + prefix); to > 0) return to;
  }
  return 0;
}

// "0035 2 …", "01273 599087", "06 12 34 56 78", "077 …": few other numbers are made so.
bool is_shaped_as_phone(const NumberRun& run, std::size_t from, std::size_t length, std::string_view lead) {
  if (lead.starts_with("00")) return lead.size() > 2 && lead[2] != '0' && is_between(length, 11, 15);
  const bool mobile =
      lead.starts_with("06") && lead.size() > 2 && is_between(static_cast<std::size_t>(lead[2]), '1', '5');
  if (mobile && length == 10) return true;
  if (lead.starts_with("07") && length == kBritishMobile) return true;
  return lead[0] == '0' && length == 11 && run.parts[from].written && run.parts[from].digits.size() == 5;
}

}  // namespace

std::size_t phone_end(const NumberRun& run, std::size_t from) {
  const std::size_t stretch = stretch_end(run, from);
  std::size_t length = 0;
  std::string lead;
  bool corrected = false;
  for (std::size_t i = from; i < stretch; ++i) {
    length += run.parts[i].digits.size();
    corrected = corrected || (i > from && run.parts[i].corrects);
    if (lead.size() < 6) lead += run.parts[i].digits;
  }
  if (from == 0 && run.plus) return international_end(run, from, stretch, length, lead);
  const bool loosely = run.told.behind || run.told.content > 0;  // said what it is, and more
  const bool named = run.stays() && (run.told.content <= 2 || run.told.behind);
  const bool shaped = is_shaped_as_phone(run, from, length, lead) || is_american(run, from, stretch, length);
  if (named && !(loosely && shaped)) return 0;
  if (is_service_number(lead, length)) return 0;
  if (lead.starts_with("00")) return international_end(run, from, stretch, length, lead);
  if (lead[0] == '0') {
    if (corrected && is_between(length, 10, 16)) return stretch;
    return national_end(run, from, stretch, length);
  }
  if (is_american(run, from, stretch, length)) return stretch;
  if (from == 0 && is_american_alone(run, length)) return stretch;
  const bool cued = from == 0 && run.told.cue == Cue::kPhone && run.told.content <= 3 && !run.told.partial;
  return cued && is_between(length, run.told.generic ? 7 : 6, 15) ? stretch : 0;
}

}  // namespace aandacht::domain::redaction
