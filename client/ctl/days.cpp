#include "client/ctl/days.h"

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
  add_day(command, "--from", days.from, "The first day, e.g. 2026-11-01; left out: a week until the last");
  add_day(command, "--to", days.to, "The last day, which counts too; left out: today");
}

}  // namespace aandacht::ctl
