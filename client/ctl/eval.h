// How good the reading is on somebody's labelled lines and calls: one JSON object of figures.
#pragma once

#include <istream>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "client/ctl/json_out.h"
#include "shared/base/clock.h"
#include "shared/classify/tagger.h"
#include "shared/domain/library.h"
#include "shared/domain/reader.h"

namespace aandacht::ctl {

/// What is measured, and with what. Borrows everything but the small.
struct Evaluation {
  const domain::Library& library;
  const base::Clock& clock;  ///< For microseconds a line, and as the moment when lines were said.
  absl::TimeZone zone;
  std::string language;                      ///< Only lines of this language; empty: all.
  std::size_t mistakes = 0;                  ///< How many of the worst to list.
  const classify::Tagger* tagger = nullptr;  ///< Of the redaction, instead of the product's.
};

/// Each reads the whole stream.
///
/// INVALID_ARGUMENT: a line is not as the format says; the message begins with "line N: ". FAILED_PRECONDITION: no line
/// is left to measure. Otherwise as Reader::create().
[[nodiscard]] absl::StatusOr<Json> eval_coach(std::istream& in, const Evaluation& evaluation);
[[nodiscard]] absl::StatusOr<Json> eval_sentiment(std::istream& in, const Evaluation& evaluation);
[[nodiscard]] absl::StatusOr<Json> eval_redaction(std::istream& in, const Evaluation& evaluation);
[[nodiscard]] absl::StatusOr<Json> eval_calls(std::istream& in, const Evaluation& evaluation);

}  // namespace aandacht::ctl
