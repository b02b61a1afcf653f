// What the commands stand on, so that tests can give their own.
#pragma once

#include <functional>
#include <istream>
#include <optional>
#include <ostream>
#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "shared/base/clock.h"
#include "shared/base/ids.h"

namespace aandacht::ctl {

/// The exit status; scripts rely on the numbers.
enum class Exit : int {
  kOk = 0,
  kFailed = 1,  ///< Something could not be done; one sentence on the error stream says what.
  kUsage = 2,   ///< The command line is wrong; nothing was done.
};

struct Environment {
  std::istream& in;
  std::ostream& out;  ///< Results only.
  std::ostream& err;  ///< Sentences for a person.
  const base::Clock& clock;
  base::Ids& ids;
  absl::TimeZone zone;
  std::function<std::optional<std::string>(const std::string& name)> variable;  ///< Of the process; nullopt: not set.
  std::function<void(absl::Duration)> sleep;
};

/// Says on the error stream what went wrong: "aandachtctl: <sentence>".
Exit fail(Environment& environment, const std::string& sentence);

/// The same for an answer of the service at `server`, in words that say what to do.
Exit fail(Environment& environment, const std::string& server, const absl::Status& status);

/// The sentence of the latter.
[[nodiscard]] std::string explain(const std::string& server, const absl::Status& status);

/// Who works here: $AANDACHT_AGENT, else the user's name, with letters that an agent's name may not have left out.
[[nodiscard]] std::string default_agent(const Environment& environment);

/// True for 1 to 64 letters, digits, '.', '-', '_' or '@'.
[[nodiscard]] bool is_agent_name(const std::string& name);

}  // namespace aandacht::ctl
