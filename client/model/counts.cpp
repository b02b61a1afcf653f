#include "client/model/counts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "absl/strings/str_cat.h"
#include "client/model/strings.h"

namespace aandacht::model {
namespace {

constexpr std::array<const char*, 13> kDutch{"nul",   "een",  "twee",  "drie", "vier", "vijf",  "zes",
                                             "zeven", "acht", "negen", "tien", "elf",  "twaalf"};
constexpr std::array<const char*, 13> kEnglish{"zero",  "one",   "two",  "three", "four",   "five",  "six",
                                               "seven", "eight", "nine", "ten",   "eleven", "twelve"};

/// A vowel at the end asks for a diaeresis: "tweeënhalf" beside "vierenhalf".
std::string dutch_half(int whole) {
  if (whole == 1) return "anderhalf";
  if (whole > 12) return absl::StrCat(whole, ",5");
  return absl::StrCat(kDutch[static_cast<std::size_t>(whole)], whole == 2 || whole == 3 ? "ënhalf" : "enhalf");
}

std::string english_half(int whole) {
  if (whole == 1) return "one and a half";
  return whole > 12 ? absl::StrCat(whole, ".5") : absl::StrCat(number_text(whole, Language::kEnglish), " and a half");
}

std::string hours_text(int halves, Language language) {
  const int whole = halves / 2;
  if (halves == 2) return text(Text::kOneHour, language);
  if (halves % 2 == 0) return fill(Text::kHours, language, number_text(whole, language));
  return fill(Text::kHours, language, language == Language::kDutch ? dutch_half(whole) : english_half(whole));
}

}  // namespace

std::string number_text(int number, Language language) {
  if (number < 0 || number > 12) return absl::StrCat(number);
  const auto& words = language == Language::kDutch ? kDutch : kEnglish;
  return words[static_cast<std::size_t>(number)];
}

std::string decimal_text(double number, Language language) {
  const auto tenths = static_cast<int>(std::lround(std::abs(number) * 10));
  if (tenths % 10 == 0) return absl::StrCat(tenths / 10);
  return absl::StrCat(tenths / 10, language == Language::kDutch ? "," : ".", tenths % 10);
}

std::string stretch_text(absl::Duration stretch, Language language) {
  const double minutes = absl::ToDoubleMinutes(stretch);
  if (minutes >= 57.5) {
    return hours_text(std::max(2, static_cast<int>(std::lround(minutes / 30))), language);
  }
  const int fives = std::max(5, 5 * static_cast<int>(std::lround(minutes / 5)));
  return fill(Text::kMinutes, language, number_text(fives, language));
}

std::string moment_text(absl::Duration moment, Language language) {
  const auto seconds = static_cast<int>(std::lround(absl::ToDoubleSeconds(moment)));
  if (seconds < 120) return fill(Text::kSecondsShort, language, std::max(1, seconds));
  return fill(Text::kMinutes, language, number_text((seconds + 30) / 60, language));
}

}  // namespace aandacht::model
