// One desk that calls are replayed at: sends, follows the desk's stream, prints what the agent was shown.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "client/ctl/environment.h"
#include "client/ctl/mailbox.h"
#include "client/ctl/replay_printer.h"
#include "client/ctl/service.h"
#include "client/net/desk_watch.h"
#include "client/net/transcript_stream.h"
#include "shared/domain/desk.h"

namespace aandacht::ctl {

/// One thread.
class ReplayDesk {
 public:
  /// \param run  Part of every id that is sent, so that no two runs have an id in common.
  /// `environment` and `printer` must outlive this; the printer is shared with other desks.
  ReplayDesk(std::shared_ptr<grpc::Channel> channel, std::string agent, const std::string& run,
             Environment& environment, ReplayPrinter& printer);

  /// Waits for the whole desk, then ends calls that an interrupted replay left there.
  ///
  /// UNAVAILABLE: the service did not answer. PERMISSION_DENIED: it does not serve this agent.
  [[nodiscard]] absl::Status open();

  /// From now on lines of this call are printed under the name `shown`.
  void begin_call(const std::string& call_id, const std::string& shown);

  /// Reports; returns once the desk's stream got to it. `turn`: which turn this is, for the lines that it brings.
  [[nodiscard]] absl::Status report(const domain::CallReported& report, absl::Time occurred, std::optional<int> turn);

  /// Sends words; returns once they are on disk and the desk's stream got to them.
  [[nodiscard]] absl::Status say(net::Utterance utterance, int turn);

  [[nodiscard]] absl::Status finish_wrap_up(const std::string& call_id);

  /// Prints what comes for so long.
  void follow(absl::Duration span);

  /// Prints what comes until `reached` is true of the desk. DEADLINE_EXCEEDED: it was not for `limit`.
  template <typename Reached>
  [[nodiscard]] absl::Status follow_until(absl::Duration limit, Reached reached);

  /// As the stream shows it.
  [[nodiscard]] const domain::Desk& desk() const { return desk_; }
  [[nodiscard]] const std::string& agent() const { return agent_; }

 private:
  struct Refused {
    std::string detail;
  };
  using Letter = std::variant<domain::Desk, domain::DeskUpdate, Refused, net::UtteranceAnswer>;

  [[nodiscard]] absl::Status follow_to(const absl::StatusOr<std::int64_t>& version);
  [[nodiscard]] absl::Status clear();
  void take(Letter letter);
  void print(const std::vector<DeskLine>& lines);
  [[nodiscard]] std::string next_id() { return ids_ + std::to_string(++sent_); }

  std::string agent_;
  Environment& environment_;
  ReplayPrinter& printer_;
  Service service_;
  std::string run_;
  std::string ids_;  ///< What ids begin with; not the agent: an export has ids, and names no agent.
  int sent_ = 0;
  bool known_ = false;  ///< The desk was seen.
  std::optional<std::string> refused_;
  domain::Desk desk_;
  std::map<std::string, std::string> shown_;  ///< By call id: the name that lines give it.
  std::map<std::string, int> turns_;          ///< By event id: the turn that it was.
  std::map<std::string, net::UtteranceAnswer> answers_;
  Mailbox<Letter> mailbox_;
  net::TranscriptStream words_;  ///< The last two: their threads use what is above.
  net::DeskWatch watch_;
};

template <typename Reached>
absl::Status ReplayDesk::follow_until(absl::Duration limit, Reached reached) {
  const absl::Duration end = environment_.clock.steady() + limit;
  while (!reached()) {
    std::optional<Letter> letter = mailbox_.take(end - environment_.clock.steady());
    if (!letter) return absl::DeadlineExceededError("");
    take(*std::move(letter));
    if (refused_) return absl::PermissionDeniedError(*refused_);
  }
  return absl::OkStatus();
}

}  // namespace aandacht::ctl
