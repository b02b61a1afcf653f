// Lines with what must be taken out of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "shared/domain/reading.h"

namespace aandacht::ctl {

/// Code points [start, end) of a line's text.
struct WantedSpan {
  std::size_t start = 0;
  std::size_t end = 0;
  std::string kind;  ///< As `aandachtctl analyse` writes it: "iban".
};

struct RedactionLine {
  domain::Speaker speaker = domain::Speaker::kCustomer;
  std::string language;
  std::string text;  ///< Well-formed UTF-8.
  std::string call;  ///< Empty: the line stands alone.
  std::vector<WantedSpan> spans;
};

/// INVALID_ARGUMENT: not JSON, or a field is wrong; the message names it.
[[nodiscard]] absl::StatusOr<RedactionLine> parse_redaction_line(std::string_view json);

}  // namespace aandacht::ctl
