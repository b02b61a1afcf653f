// Whole annotated calls, one JSON object a line; the format is in docs/commands.md.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "shared/domain/customer.h"
#include "shared/domain/event.h"
#include "shared/domain/library.h"

namespace aandacht::ctl {

/// Something a person says.
struct Speech {
  domain::Speaker speaker = domain::Speaker::kCustomer;
  std::string text;  ///< As it was said: not redacted.

  bool operator==(const Speech&) const = default;
};

/// One turn: words, or a hold or resume between them.
struct CallTurn {
  absl::Duration at;  ///< Since the call was answered.
  std::variant<Speech, domain::CallEvent> what;

  bool operator==(const CallTurn&) const = default;
};

struct AnnotatedCall {
  std::string id;
  std::string language;  ///< BCP 47.
  std::string title;     ///< May be empty.
  absl::CivilDay date;
  std::string company;  ///< Also the queue that is called.
  std::vector<domain::Why> whys;
  domain::Customer customer;
  std::vector<CallTurn> turns;  ///< `at` never falls.
};

/// One line of a file of calls. What a call's author expects of an assistant is not read.
///
/// INVALID_ARGUMENT: not JSON, or a field is wrong; the message names the field.
[[nodiscard]] absl::StatusOr<AnnotatedCall> parse_call(std::string_view line);

/// "tijdvak monteur" → "tijdvak-monteur"; letters and digits of any script stay.
[[nodiscard]] std::string slug(std::string_view topic);

}  // namespace aandacht::ctl
