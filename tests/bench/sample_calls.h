// The annotated calls, ready to be read and applied.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "shared/domain/event.h"
#include "shared/domain/library.h"
#include "shared/domain/reader.h"

namespace aandacht::bench {

struct SampleTurn {
  domain::Speaker speaker = domain::Speaker::kCustomer;
  std::string text;  ///< Redacted.
  domain::ReadingContext context;
};

/// One call with the library of its company. `events` are answered first, then what happened; turns are read already.
struct SampleCall {
  domain::Library library;
  std::unique_ptr<domain::Reader> reader;
  std::vector<SampleTurn> turns;
  std::vector<domain::Event> events;
};

/// Those of tests/data/calls. Throws std::runtime_error, saying what is wrong, when they cannot be had.
[[nodiscard]] std::vector<SampleCall> sample_calls();

}  // namespace aandacht::bench
