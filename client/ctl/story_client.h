// What is asked of the service about stories.
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
class ClientContext;
class Status;
}  // namespace grpc

namespace aandacht::ctl {

/// A story with what its customer agreed to.
struct ConsentedStory {
  domain::Story story;  ///< `expires` is the consent's end.
  absl::Time given;
  std::string purpose;
};

/// Each method blocks until the service answered, at most `timeout`, and gives back its status. Ids make repetitions
/// harmless. One thread.
class StoryClient {
 public:
  explicit StoryClient(std::shared_ptr<grpc::Channel> channel, absl::Duration timeout = absl::Seconds(20))
      : channel_(std::move(channel)), timeout_(timeout) {}

  /// `picture`: a PNG or JPEG file, empty for none.
  [[nodiscard]] absl::Status put(const std::string& request_id, const ConsentedStory& story,
                                 const std::string& picture);
  [[nodiscard]] absl::Status withdraw(const std::string& request_id, const std::string& story_id);
  [[nodiscard]] absl::StatusOr<std::vector<ConsentedStory>> list();

 private:
  absl::Status ask(const std::function<grpc::Status(grpc::ClientContext&)>& question) const;

  std::shared_ptr<grpc::Channel> channel_;
  absl::Duration timeout_;
};

}  // namespace aandacht::ctl
