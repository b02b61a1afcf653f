// The why check at the service: what is asked of an agent, their answer, and what teams know.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "shared/domain/why_check.h"

namespace grpc {
class Channel;
}

namespace aandacht::net {

/// Asks one thing at a time or several; every answer comes. They come on one thread of this, begun with the first
/// question: hand over and return. Ask from one thread, not from an answer.
///
/// Statuses are the service's, see why_checks.proto; UNAVAILABLE or DEADLINE_EXCEEDED when it is away.
class WhyChecks {
 public:
  template <typename Result>
  using Answer = std::function<void(absl::StatusOr<Result>)>;

  explicit WhyChecks(const std::shared_ptr<grpc::Channel>& channel, absl::Duration timeout = absl::Seconds(5));

  /// No answer is told any more when this returns; do not destroy from inside one.
  ~WhyChecks();

  /// \param language  BCP 47, of the why.
  void take(const std::string& agent_id, const std::string& language, Answer<domain::WhyCheckOffer> answer);

  /// The answer is whether they do not want to be asked; nothing is asked by it.
  void wants_none(const std::string& agent_id, Answer<bool> answer);

  /// The answer is true.
  void answer(const std::string& request_id, const std::string& agent_id, const std::string& why_id,
              domain::WhyLevel level, Answer<bool> answer);
  void wish(const std::string& request_id, const std::string& agent_id, domain::WhyCheckChoice choice,
            Answer<bool> answer);

  /// \param team  empty: every team that the caller leads.
  void map(const std::string& team, Answer<domain::WhyMaps> answer);

 private:
  struct Shared;
  std::unique_ptr<Shared> shared_;
};

}  // namespace aandacht::net
