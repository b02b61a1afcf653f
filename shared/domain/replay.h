// A whole call through reading and desk without a service: what would have been shown, turn by turn. For tests, for
// measuring, and for whoever judges a library.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "absl/time/time.h"
#include "shared/domain/apply.h"
#include "shared/domain/reader.h"
#include "shared/domain/redaction.h"

namespace aandacht::domain {

struct ReplayWords {
  Speaker speaker = Speaker::kCustomer;
  std::string text;  ///< As it was said: not redacted.
};

/// Words, or a hold or resume between them.
struct ReplayTurn {
  absl::Time at;  ///< Never before the turn above it.
  std::variant<ReplayWords, CallEvent> what;
};

struct ReplayScript {
  std::string call_id;
  std::string queue;
  std::string language;  ///< BCP 47.
  std::optional<Customer> customer;
  absl::Time answered;
  absl::TimeZone zone;
  std::vector<ReplayTurn> turns;
};

/// What one turn, or time passing, brought.
struct ReplayStep {
  int turn = -1;  ///< Place in the script; -1: the answer of the call. Time passing belongs to the turn before it.
  bool waited = false;  ///< Time passed; nothing was said.
  absl::Time at;
  Redacted redacted;  ///< Of words; otherwise empty, as is `reading`.
  Reading reading;
  std::vector<Change> changes;
  Call call;  ///< As it is afterwards.
};

/// The steps of a call that is answered at an empty desk, in order: redacted, read, applied, and woken whenever the
/// desk asks for it, up to the last turn. Pure.
///
/// \param reader   made from `library`
[[nodiscard]] std::vector<ReplayStep> replay(const ReplayScript& script, const Reader& reader, const Library& library);

}  // namespace aandacht::domain
