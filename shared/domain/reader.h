// The mind: reads one utterance. Compiled once from a library, then used by any thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "shared/domain/library.h"
#include "shared/domain/reading.h"

namespace aandacht::domain {

/// What is known around the utterance.
struct ReadingContext {
  std::string language;                                ///< BCP 47; empty: guessed from the words, "nl" when in doubt.
  std::string queue;                                   ///< Only whys of this queue, and those of all queues, are named.
  absl::Time said;                                     ///< When; dates are resolved from it.
  absl::TimeZone time_zone;                            ///< Of the call.
  std::optional<SpokenDay> spoken_day = std::nullopt;  ///< See day_in_mind(): what "then, at ten" is on.
};

/// Reads utterances against one library. Immutable after creation and safe to use from any number of threads.
class Reader {
 public:
  /// Compiles the phrases of `library`; keeps a copy of what it needs.
  ///
  /// INVALID_ARGUMENT: a phrase is not valid RE2; the message names the rule's file and line.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<Reader>> create(const Library& library);

  virtual ~Reader() = default;

  /// Reads one utterance. `text` is what was said, redacted or not; any bytes are taken (invalid UTF-8 is read as
  /// U+FFFD), at most 16 KiB of it are read. Never fails.
  [[nodiscard]] virtual Reading read(Speaker speaker, std::string_view text, const ReadingContext& context) const = 0;

  /// Whys that fit typed letters, best first. An empty query lists the queue's whys by topic.
  [[nodiscard]] virtual std::vector<const Why*> search_whys(std::string_view query, std::string_view language,
                                                            std::string_view queue, std::size_t limit) const = 0;
};

}  // namespace aandacht::domain
