#include "service/core/quiet_hours.h"

#include <algorithm>
#include <charconv>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/time/civil_time.h"

namespace aandacht::core {
namespace {

// "07:05" in minutes; absent: no time of a day.
std::optional<int> minutes_of(const std::string& text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  int hour = 0;
  int minute = 0;
  const char* begin = text.data();
  const bool read = std::from_chars(begin, begin + 2, hour).ptr == begin + 2 &&
                    std::from_chars(begin + 3, begin + 5, minute).ptr == begin + 5;
  if (!read || hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
  return hour * 60 + minute;
}

}  // namespace

absl::StatusOr<QuietHours> QuietHours::parse(const std::vector<std::string>& spans) {
  QuietHours hours;
  for (const std::string& span : spans) {
    const std::vector<std::string> ends = absl::StrSplit(span, '-');
    const std::optional<int> from = ends.size() == 2 ? minutes_of(ends[0]) : std::nullopt;
    const std::optional<int> to = ends.size() == 2 ? minutes_of(ends[1]) : std::nullopt;
    if (!from || !to || *from == *to) {
      return absl::InvalidArgumentError(
          absl::StrCat("must be two times of a day such as \"12:00-12:30\", not \"", span, "\""));
    }
    hours.spans_.push_back({*from, *to});
  }
  return hours;
}

std::optional<absl::Time> QuietHours::until(absl::Time now, const absl::TimeZone& zone) const {
  absl::Time end = now;
  // Spans may follow each other, and a chain of them over more than a day goes on for ever.
  for (std::size_t i = 0; i <= 2 * spans_.size() + 1; ++i) {
    const absl::Time before = end;
    for (const Span& span : spans_) {
      const absl::CivilMinute local = absl::ToCivilMinute(end, zone);
      const int minute = local.hour() * 60 + local.minute();
      const bool overnight = span.to < span.from;
      const bool inside = overnight ? minute >= span.from || minute < span.to : minute >= span.from && minute < span.to;
      if (!inside) continue;
      const absl::CivilDay day = absl::CivilDay(local) + (overnight && minute >= span.from ? 1 : 0);
      end = absl::FromCivil(absl::CivilMinute(day) + span.to, zone);
    }
    if (end == before) return end == now ? std::nullopt : std::optional(end);
    if (end - now > absl::Hours(48)) break;
  }
  return absl::InfiniteFuture();
}

}  // namespace aandacht::core
