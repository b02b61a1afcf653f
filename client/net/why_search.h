// Finds whys while somebody types.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "shared/domain/library.h"

namespace grpc {
class Channel;
}

namespace aandacht::net {

class CompletionThread;

/// What is typed, and for whom.
struct WhyQuery {
  std::string text;
  std::string language;  ///< BCP 47; empty: all.
  std::string queue;     ///< Empty: all.
};

/// Asks the service; a newer question makes the answer to an older one worthless, and it is not told.
class WhySearch {
 public:
  /// Best first; UNAVAILABLE or DEADLINE_EXCEEDED when the service is away.
  using Answer = std::function<void(absl::StatusOr<std::vector<domain::Why>>)>;

  explicit WhySearch(std::shared_ptr<grpc::Channel> channel, absl::Duration timeout = absl::Seconds(2));

  /// No answer is told any more when this returns; do not destroy from inside one.
  ~WhySearch();

  WhySearch(const WhySearch&) = delete;
  WhySearch& operator=(const WhySearch&) = delete;

  /// `answer` is called on a thread of the search: hand over and return. Ask from one thread, not from an answer.
  void ask(const WhyQuery& query, Answer answer);

 private:
  struct Shared;
  struct Question;
  std::shared_ptr<Shared> shared_;
  absl::Duration timeout_;
  std::unique_ptr<CompletionThread> thread_;  // Begun with the first question: most calls have none.
};

}  // namespace aandacht::net
