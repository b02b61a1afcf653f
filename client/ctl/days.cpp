#include "client/ctl/days.h"

#include "absl/strings/str_cat.h"
#include "client/ctl/wait_for.h"
#include "client/net/channel.h"
#include "client/net/reports.h"

namespace aandacht::ctl {
namespace {

void add_day(CLI::App& command, const std::string& name, std::optional<absl::CivilDay>& day, const std::string& about) {
  command
      .add_option_function<std::string>(
          name,
          [&day, name](const std::string& word) {
            absl::CivilDay given;
            if (!absl::ParseCivilTime(word, &given)) {
              throw CLI::ValidationError(name, "'" + word + "' is not a day such as 2026-11-22");
            }
            day = given;
          },
          about)
      ->type_name("DAY");
}

}  // namespace

void add_days(CLI::App& command, Days& days) {
  add_day(command, "--from", days.from,
          "The first day, e.g. 2026-11-01, in the service's time zone; left out: a week until the last");
  add_day(command, "--to", days.to, "The last day, which counts too; left out: today there");
}

absl::StatusOr<Environment> in_zone_of_service(const Session& session, const Environment& environment) {
  domain::ReportQuestion any_day;
  any_day.from = absl::ToCivilDay(environment.clock.now(), absl::UTCTimeZone());
  any_day.to = any_day.from;
  net::Reports reports(net::open_channel(session.server));
  const auto report =
      wait_for<domain::SentimentReport>([&](auto answer) { reports.sentiment(any_day, std::move(answer)); });
  if (!report.ok()) return report.status();
  absl::TimeZone zone;
  if (!absl::LoadTimeZone(report->time_zone, &zone)) {
    return absl::FailedPreconditionError(
        absl::StrCat("this machine does not know the service's time zone \"", report->time_zone, "\"; install tzdata"));
  }
  Environment there = environment;
  there.zone = zone;
  return there;
}

}  // namespace aandacht::ctl
