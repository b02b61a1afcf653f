#include "client/model/day_text.h"

#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"

namespace aandacht::model {

std::string written_day(absl::CivilDay day, Language language) {
  if (language == Language::kDutch) return absl::StrFormat("%02d-%02d-%04d", day.day(), day.month(), day.year());
  return absl::StrFormat("%04d-%02d-%02d", day.year(), day.month(), day.day());
}

std::optional<absl::CivilDay> read_day(std::string_view text) {
  std::vector<int> numbers;
  for (const std::string& part : std::vector<std::string>(absl::StrSplit(std::string(text), absl::ByAnyChar("-/.")))) {
    int number = 0;
    if (!absl::SimpleAtoi(part, &number)) return std::nullopt;
    numbers.push_back(number);
  }
  if (numbers.size() != 3) return std::nullopt;
  if (numbers[0] < 100) std::swap(numbers[0], numbers[2]);
  if (numbers[0] < 2000 || numbers[0] > 2099) return std::nullopt;
  const absl::CivilDay day(numbers[0], numbers[1], numbers[2]);
  // What does not exist is moved to what does.
  if (day.month() != numbers[1] || day.day() != numbers[2]) return std::nullopt;
  return day;
}

}  // namespace aandacht::model
