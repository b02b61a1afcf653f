// Runs aandachtctl inside the test, with streams and a clock of the test's own.
#pragma once

#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "client/ctl/program.h"

namespace aandacht::ctl {

struct Ran {
  Exit exit = Exit::kOk;
  std::string out;
  std::string err;
};

inline absl::TimeZone one_hour_east() { return absl::FixedTimeZone(3600); }

inline Ran run_ctl_on(const std::vector<std::string>& arguments, std::istream& in,
                      const std::map<std::string, std::string>& variables = {}) {
  const base::SystemClock clock;
  base::RandomIds ids;
  std::ostringstream out;
  std::ostringstream err;
  Environment environment{.in = in,
                          .out = out,
                          .err = err,
                          .clock = clock,
                          .ids = ids,
                          .zone = one_hour_east(),
                          .variable = [&](const std::string& name) -> std::optional<std::string> {
                            const auto found = variables.find(name);
                            if (found == variables.end()) return std::nullopt;
                            return found->second;
                          },
                          .sleep = [](absl::Duration) {}};
  const Exit exit = run(arguments, "9.9.9", environment);
  return {exit, out.str(), err.str()};
}

inline Ran run_ctl(const std::vector<std::string>& arguments, const std::string& input = {},
                   const std::map<std::string, std::string>& variables = {}) {
  std::istringstream in(input);
  return run_ctl_on(arguments, in, variables);
}

/// The lines of a text.
inline std::vector<std::string> lines_in(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace aandacht::ctl
