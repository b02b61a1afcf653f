// Tells the service which prompts a window has, and which it shows.
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

/// Answers come on one thread of this, begun with the first receipt: hand over and return. Send from one thread.
class PromptReceipts {
 public:
  explicit PromptReceipts(const std::shared_ptr<grpc::Channel>& channel, absl::Duration timeout = absl::Seconds(5));

  /// No answer is told any more when this returns; do not destroy from inside one.
  ~PromptReceipts();

  PromptReceipts(const PromptReceipts&) = delete;
  PromptReceipts& operator=(const PromptReceipts&) = delete;

  /// \param shown  the prompt that stands on screen; empty: none. \param told  whether the service has that one as
  /// shown; while it stands on screen and the service does not, and after a failure, send it again, each time later.
  void send(const std::string& agent_id, const std::vector<std::string>& received, const std::string& shown,
            std::function<void(absl::StatusOr<bool>)> told);

 private:
  struct Shared;
  const std::unique_ptr<Shared> shared_;
};

}  // namespace aandacht::net
