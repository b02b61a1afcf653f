// One line of a transcript that comes in: {"speaker", "text", "lang"?, "id"?, "at"? or "at_ms"?}.
#pragma once

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "client/net/transcript_stream.h"

namespace aandacht::ctl {

/// What a line does not say itself.
struct TranscriptDefaults {
  std::string call_id;
  std::string language;  ///< Empty: the call's.
  absl::Time start;      ///< What `at_ms` counts from.
  std::string id;        ///< For a line without `id`.
};

/// Ill-formed UTF-8 becomes U+FFFD.
///
/// INVALID_ARGUMENT: not JSON, a field is wrong, or the text is longer than the service takes.
[[nodiscard]] absl::StatusOr<net::Utterance> parse_transcript_line(std::string_view line,
                                                                   const TranscriptDefaults& defaults);

}  // namespace aandacht::ctl
