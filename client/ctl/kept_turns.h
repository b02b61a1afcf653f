// Turns that wait on this machine for the service.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "client/net/outbox.h"
#include "client/net/sender.h"
#include "client/net/transcript_stream.h"
#include "shared/base/clock.h"

namespace grpc {
class Channel;
}

namespace aandacht::ctl {

/// Puts redacted turns in the outbox, where the overlay reads them while the service is away, and sends what is there
/// as soon as the service is back. One thread.
class KeptTurns {
 public:
  /// Errors are those of net::Outbox::open. `clock` must outlive this.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<KeptTurns>> open(const std::filesystem::path& file,
                                                                       std::shared_ptr<grpc::Channel> channel,
                                                                       const base::Clock& clock);

  /// On disk when it returns true. False: said on hold, as far as the reports that wait here tell; not kept.
  /// `turn.said` must be finite. Errors are those of net::Outbox::append.
  [[nodiscard]] absl::StatusOr<bool> keep(const net::Utterance& turn);

  /// Tries once more to send what waits, and stops; the rest is for the overlay or the next command.
  void leave(absl::Duration patience);

 private:
  KeptTurns(std::unique_ptr<net::Outbox> outbox, std::shared_ptr<grpc::Channel> channel, const base::Clock& clock);

  [[nodiscard]] absl::Status look_for_holds();

  std::shared_ptr<grpc::Channel> channel_;
  const base::Clock& clock_;
  std::unique_ptr<net::Outbox> outbox_;
  std::unique_ptr<net::Transport> transport_;
  std::unique_ptr<net::Sleeper> sleeper_;
  std::unique_ptr<net::Sender> sender_;
  std::int64_t looked_until_ = 0;     ///< Of the outbox's sequence.
  std::set<std::string> held_calls_;  ///< As the reports up to there tell.
};

}  // namespace aandacht::ctl
