// The floor as the service tells of it, kept for drawing.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "client/model/connection.h"
#include "client/model/floor_model.h"
#include "client/net/floor_watch.h"
#include "shared/base/clock.h"

namespace grpc {
class Channel;
}

namespace aandacht::supervisor {

/// Follows the floor. All methods belong to the thread that runs what `post` is given.
class FloorFeed {
 public:
  using Post = std::function<void(std::function<void()>)>;

  using Tell = std::function<void(model::ConnectionState, const std::string& said)>;

  /// Starts at once. `clock`, and what `post` and `tell` refer to, must outlive it. `tell` hears of the connection in
  /// the owning thread; may be empty.
  FloorFeed(std::shared_ptr<grpc::Channel> channel, const base::Clock& clock, Post post, Tell tell = {});
  ~FloorFeed();

  FloorFeed(const FloorFeed&) = delete;
  FloorFeed& operator=(const FloorFeed&) = delete;

  [[nodiscard]] bool empty() const { return desks_.empty(); }
  /// The service told who there is, also when that is nobody.
  [[nodiscard]] bool heard() const { return told_ != absl::InfinitePast(); }
  /// In the order of the agents' ids.
  [[nodiscard]] const std::vector<model::FloorDesk>& desks() const { return desks_; }
  [[nodiscard]] const model::Connection& connection() const { return connection_; }

  /// The service's time.
  [[nodiscard]] absl::Time now() const;

 private:
  void take(const net::FloorUpdate& update);

  const base::Clock& clock_;
  const std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
  std::vector<model::FloorDesk> desks_;
  model::Connection connection_;
  absl::Time told_ = absl::InfinitePast();
  absl::Duration told_at_ = absl::ZeroDuration();
  std::shared_ptr<grpc::Channel> channel_;  // Released last and in this thread: gRPC 1.51 aborts otherwise.
  std::unique_ptr<net::FloorWatch> watch_;
};

}  // namespace aandacht::supervisor
