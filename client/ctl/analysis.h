// One line of `aandachtctl analyse`: what the mind reads in one utterance.
#pragma once

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "client/ctl/json_out.h"
#include "shared/domain/library.h"
#include "shared/domain/reader.h"
#include "shared/domain/redaction.h"

namespace aandacht::ctl {

/// Reads utterances the way the service does: redacted first. Safe to use from any number of threads.
class Analyst {
 public:
  /// INVALID_ARGUMENT: as Reader::create().
  [[nodiscard]] static absl::StatusOr<Analyst> create(domain::Library library, absl::TimeZone zone);

  /// Analyses {"speaker": …, "lang": …, "text": …}; `now` is when it was said unless the line has `at`.
  ///
  /// INVALID_ARGUMENT: not JSON, or a field is wrong; the message names the field.
  [[nodiscard]] absl::StatusOr<Json> analyse(std::string_view line, absl::Time now) const;

 private:
  Analyst(domain::Library library, std::unique_ptr<domain::Reader> reader, absl::TimeZone zone);

  [[nodiscard]] Json whys_json(const domain::Reading& reading) const;

  domain::Library library_;
  std::unique_ptr<domain::Reader> reader_;
  absl::TimeZone zone_;
};

/// Spans of bytes of well-formed `text` as spans of code points: [{"start", "end", "kind"}].
[[nodiscard]] Json spans_json(std::string_view text, const std::vector<domain::RedactedSpan>& spans);

}  // namespace aandacht::ctl
