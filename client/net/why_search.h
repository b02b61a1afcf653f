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
  struct Questions;

  std::unique_ptr<Questions> questions_;
};

}  // namespace aandacht::net
