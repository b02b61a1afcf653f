// How much teams have left, as bands.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace grpc {
class Channel;
}

namespace aandacht::net {

enum class EnergyBand { kTooFew, kCalm, kBusy, kHeavy };

/// One team.
struct TeamBand {
  std::string team;
  EnergyBand band = EnergyBand::kTooFew;
  absl::Time since = absl::InfinitePast();

  bool operator==(const TeamBand&) const = default;
};

/// Asks the service; a newer question makes the answer to an older one worthless, and it is not told.
class TeamEnergy {
 public:
  /// In the order of the teams' names. UNAVAILABLE or DEADLINE_EXCEEDED when the service is away.
  using Answer = std::function<void(absl::StatusOr<std::vector<TeamBand>>)>;

  explicit TeamEnergy(const std::shared_ptr<grpc::Channel>& channel, absl::Duration timeout = absl::Seconds(5));

  /// No answer is told any more when this returns; do not destroy from inside one.
  ~TeamEnergy();

  TeamEnergy(const TeamEnergy&) = delete;
  TeamEnergy& operator=(const TeamEnergy&) = delete;

  /// `answer` is called on a thread of this: hand over and return. Ask from one thread, not from an answer.
  void ask(Answer answer);

 private:
  struct Questions;

  std::unique_ptr<Questions> questions_;
};

}  // namespace aandacht::net
