// How the regular expressions of alerts are compiled. For the .cpp files of this folder.
#pragma once

#include <re2/re2.h>

#include <cstdint>

namespace aandacht::domain {

/// Capitals do not matter; more than 1 MB is refused.
[[nodiscard]] inline RE2::Options alert_regex_options() {
  constexpr std::int64_t kMemory = 1 << 20;
  RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(false);
  options.set_max_mem(kMemory);
  return options;
}

}  // namespace aandacht::domain
