// Stories of customers who agreed to be shown: putting, withdrawing, expiring.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/core/mind.h"
#include "service/core/writer.h"
#include "service/store/store.h"
#include "shared/base/clock.h"

namespace aandacht::core {

/// Safe to use from any thread. References must outlive it.
class Stories {
 public:
  /// `next` is told when to call sweep(); InfiniteFuture: not any more.
  using Next = std::function<void(absl::Time)>;

  Stories(Writer& writer, Mind& mind, store::Store& store, const base::Clock& clock, Next next)
      : writer_(writer), mind_(mind), store_(store), clock_(clock), next_(std::move(next)) {}

  /// Creates or replaces, with its photo (a PNG or JPEG file, empty for none); a desk that shows what is replaced shows
  /// it no longer. The same request again changes nothing. Texts are redacted; of the photo only a small one is kept.
  ///
  /// INVALID_ARGUMENT: something is missing or too long, a consent that is over, not given yet or runs for more than
  /// two years, or a picture that cannot be read. RESOURCE_EXHAUSTED: 500 stories are kept, or too many wait.
  void put(const std::string& request_id, store::StoryRecord story, const std::string& picture, Done<bool> done);

  /// Deletes words and photo and takes the story off every desk, in one transaction. NOT_FOUND: no such story.
  void withdraw(const std::string& request_id, const std::string& story_id, Done<bool> done);

  /// In the order of their ids, without those whose consent is over.
  [[nodiscard]] absl::StatusOr<std::vector<store::StoryRecord>> list() const;

  /// NOT_FOUND: no such story, none with a photo, or its consent is over.
  [[nodiscard]] absl::StatusOr<store::Photo> photo(const std::string& story_id) const;

  /// Withdraws what expired and asks for the next time. For the scheduler.
  void sweep();

  /// Reads what is stored; before anything else.
  [[nodiscard]] absl::Status load();

 private:
  /// What became of a change: whether anything changed, and all stories after it.
  struct Changed {
    bool changed = false;
    std::vector<store::StoryRecord> stories;
  };

  void change(std::function<absl::StatusOr<bool>(Batch&)> work, Done<bool> done);
  void take(const std::vector<store::StoryRecord>& stories);

  Writer& writer_;
  Mind& mind_;
  store::Store& store_;
  const base::Clock& clock_;
  const Next next_;
  std::mutex decoding_;  // One picture at a time: each may take a hundred megabytes.
};

}  // namespace aandacht::core
