#include "shared/domain/team_habits.h"

#include "absl/strings/str_format.h"
#include "shared/domain/normalise.h"

namespace aandacht::domain {
namespace {

constexpr int kMonthsOfQuarter = 3;

}  // namespace

std::string quarter_of(absl::CivilDay day) {
  return absl::StrFormat("%04d-Q%d", day.year(), (day.month() - 1) / kMonthsOfQuarter + 1);
}

std::string quarter_before(absl::CivilDay day) {
  return quarter_of(absl::CivilDay(absl::CivilMonth(day) - kMonthsOfQuarter));
}

bool same_words(std::string_view one, std::string_view other) { return normalise(one).text == normalise(other).text; }

}  // namespace aandacht::domain
