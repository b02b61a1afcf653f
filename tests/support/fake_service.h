// A service in this process that does what a test says, on a free port of loopback.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "aandacht/v1/calls.pb.h"
#include "aandacht/v1/desk.pb.h"
#include "aandacht/v1/floor.pb.h"
#include "aandacht/v1/transcripts.pb.h"
#include "absl/status/status.h"

namespace aandacht::test {

class FakeService {
 public:
  /// What a test decides. Called on the server's threads. Left out: the rpc ends at once, well.
  struct Script {
    /// Writes what it likes with `write` (false: the client went); the stream ends with the status when it returns.
    std::function<absl::Status(const v1::WatchDeskRequest&,
                               const std::function<bool(const v1::WatchDeskResponse&)>& write,
                               const std::function<bool()>& cancelled)>
        watch_desk;
    std::function<absl::Status(const std::function<bool(const v1::WatchFloorResponse&)>& write,
                               const std::function<bool()>& cancelled)>
        watch_floor;
    /// The answer to one utterance; an error ends the stream with it.
    std::function<absl::Status(const v1::StreamUtterancesRequest&, v1::StreamUtterancesResponse&)> utterance;
    std::function<absl::Status(const v1::ReportCallRequest&)> report_call;
    std::function<absl::Status(const v1::AnswerCardRequest&)> answer_card;
    std::function<absl::Status(const v1::ShowWhyRequest&)> show_why;
    std::function<absl::Status(const v1::FinishWrapUpRequest&)> finish_wrap_up;
    std::function<absl::Status(const v1::PinHeardRequest&)> pin_heard;
    std::function<absl::Status(const v1::MarkHeavyRequest&)> mark_heavy;
  };

  /// `address`: "127.0.0.1:0" takes a free port.
  explicit FakeService(Script script, const std::string& address = "127.0.0.1:0");
  ~FakeService();

  FakeService(const FakeService&) = delete;
  FakeService& operator=(const FakeService&) = delete;

  [[nodiscard]] const std::string& address() const { return address_; }

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
  std::string address_;
};

}  // namespace aandacht::test
