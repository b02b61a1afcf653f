// The library in force and what reads with it.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/core/live_items.h"
#include "service/core/questions.h"
#include "shared/domain/library.h"
#include "shared/domain/reader.h"
#include "shared/domain/redaction_conversation.h"

namespace aandacht::core {

/// One library with its compiled reader. Never changes.
struct Knowledge {
  domain::Library library;
  std::shared_ptr<const domain::Reader> reader;  ///< Reads no stories: shared with whoever has other ones.
  std::shared_ptr<Questions> questions;          ///< The same one whatever is put; changes by itself.
};

/// Redacts and reads utterances. Safe to use from any thread; putting items swaps the knowledge, who reads goes on with
/// what it took.
class Mind {
 public:
  /// INVALID_ARGUMENT: a phrase that cannot be compiled, with its file and line.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<Mind>> create(domain::Library library, absl::TimeZone time_zone);

  [[nodiscard]] std::shared_ptr<const Knowledge> knowledge() const;

  /// An utterance as it may be stored, and what was read in it.
  struct Heard {
    std::string text;  ///< Redacted.
    domain::Reading reading;
    std::vector<domain::LateRedaction> earlier = {};  ///< Turns before it that are to be rewritten; hear() leaves it.
  };

  /// \param text        any bytes.
  /// \param spoken_day  the day the call is about, see domain::day_in_mind()
  [[nodiscard]] Heard hear(domain::Speaker speaker, std::string_view text, const std::string& language,
                           const std::string& queue, absl::Time said,
                           std::optional<domain::SpokenDay> spoken_day = std::nullopt) const;

  /// What is in force with these items in the place of its own, compiled; nothing changes yet. INVALID_ARGUMENT: a
  /// phrase that cannot be compiled, with its item.
  [[nodiscard]] absl::StatusOr<std::shared_ptr<const Knowledge>> with_items(const LibraryItems& items) const;

  /// From now on this is read with, but for the stories, which stay those in force.
  void take(std::shared_ptr<const Knowledge> knowledge);

  /// From now on these are all stories.
  void set_stories(std::vector<domain::Story> stories);

 private:
  Mind(std::shared_ptr<const Knowledge> knowledge, absl::TimeZone time_zone)
      : time_zone_(time_zone), knowledge_(std::move(knowledge)) {}

  const absl::TimeZone time_zone_;
  std::mutex putting_;  // Held while knowledge is swapped: two swaps must not lose one another.
  mutable std::mutex mutex_;
  std::shared_ptr<const Knowledge> knowledge_;
};

}  // namespace aandacht::core
