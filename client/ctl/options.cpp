#include "client/ctl/options.h"

#include <cmath>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "client/ctl/environment.h"

namespace aandacht::ctl {
namespace {

std::string complaint_about_agent(const std::string& name) {
  if (is_agent_name(name)) return {};
  return "'" + name + "' cannot be an agent: use 1 to 64 letters, digits, '.', '-', '_' or '@'";
}

}  // namespace

CLI::Option* add_agent(CLI::App& command, std::string& agent, const std::string& about) {
  return command.add_option("--agent", agent, about)
      ->capture_default_str()
      ->type_name("NAME")
      ->check(CLI::Validator(complaint_about_agent, ""));
}

CLI::Option* add_agents(CLI::App& command, std::vector<std::string>& agents, const std::string& about) {
  return command.add_option("--agent", agents, about)
      ->delimiter(',')
      ->expected(1)
      ->allow_extra_args(false)  // What follows is not one more agent, but words or a file.
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->type_name("NAME,…")
      ->check(CLI::Validator(complaint_about_agent, ""));
}

CLI::Option* add_duration(CLI::App& command, const std::string& name, absl::Duration& span, const std::string& about) {
  CLI::Option* option = command.add_option_function<std::string>(
      name,
      [&span, name](const std::string& word) {
        if (!absl::ParseDuration(word, &span) || span <= absl::ZeroDuration()) {
          throw CLI::ValidationError(name, "'" + word + "' is not a span of time such as 30s, 10m or 1h");
        }
      },
      about);
  option->type_name("TIME");
  if (span != absl::InfiniteDuration()) option->default_str(absl::FormatDuration(span));
  return option;
}

CLI::Option* add_duration(CLI::App& command, const std::string& name, absl::Duration& span, const std::string& about,
                          absl::Duration least, absl::Duration most) {
  const std::string range = absl::StrCat(absl::FormatDuration(least), " to ", absl::FormatDuration(most));
  return add_duration(command, name, span, absl::StrCat(about, " (", range, ")"))
      ->check(CLI::Validator(
          [least, most, range](const std::string& word) {
            absl::Duration given;
            const bool fits = !absl::ParseDuration(word, &given) || (least <= given && given <= most);
            return fits ? std::string() : absl::StrCat("'", word, "' is not ", range);
          },
          ""));
}

CLI::Option* add_number(CLI::App& command, const std::string& name, double& number, const std::string& about,
                        double least, double most) {
  const std::string range = absl::StrCat(least, " to ", most);
  CLI::Option* option = command.add_option_function<std::string>(
      name,
      [&number, name, least, most, range](const std::string& word) {
        double given = 0;
        // In this order: a comparison with what is not a number is false.
        if (!absl::SimpleAtod(word, &given) || !(least <= given && given <= most)) {
          throw CLI::ValidationError(name, absl::StrCat("'", word, "' is not a number from ", range));
        }
        number = given;
      },
      absl::StrCat(about, " (", range, ")"));
  option->type_name("NUMBER");
  if (!std::isnan(number)) option->default_str(absl::StrCat(number));
  return option;
}

CLI::Option* add_moment(CLI::App& command, const std::string& name, absl::Time& moment, const std::string& about) {
  return command
      .add_option_function<std::string>(
          name,
          [&moment, name](const std::string& word) {
            std::string why;
            if (!absl::ParseTime(absl::RFC3339_full, word, &moment, &why)) {
              throw CLI::ValidationError(name, "'" + word + "' is not a moment such as 2026-11-17T10:00:00+01:00");
            }
          },
          about)
      ->type_name("RFC3339");
}

}  // namespace aandacht::ctl
