#include <grpcpp/grpcpp.h>

#include <chrono>
#include <mutex>
#include <utility>

#include "aandacht/v1/alerts.grpc.pb.h"
#include "client/net/alerts.h"
#include "client/net/channel.h"
#include "client/net/completion_thread.h"
#include "shared/wire/alerts.h"
#include "shared/wire/repair.h"
#include "shared/wire/time.h"

namespace aandacht::net {
namespace {

constexpr std::chrono::minutes kLongest{5};

absl::StatusOr<AlertTrialStep> read_step(const v1::TryAlertRuleResponse& response) {
  AlertTrialStep step;
  step.progress = response.progress();
  step.turns = response.turn_count();
  for (const v1::AlertDay& each : response.days()) {
    const auto day = wire::day_from_proto(each.day());
    if (!day.ok()) return day.status();
    step.days.emplace_back(*day, each.count());
  }
  for (const v1::Alert& each : response.alerts()) {
    absl::StatusOr<domain::Alert> alert = wire::from_proto(each);
    if (!alert.ok()) return alert.status();
    step.alerts.push_back(*std::move(alert));
  }
  return step;
}

}  // namespace

class AlertTrial::Stream final : public Step {
 public:
  Stream(const std::shared_ptr<grpc::Channel>& channel, const v1::TryAlertRuleRequest& request,
         std::function<void(AlertTrialStep)> on_step, std::function<void(absl::Status)> on_end)
      : stub_(v1::AlertService::NewStub(channel)), on_step_(std::move(on_step)), on_end_(std::move(on_end)) {
    context_.set_deadline(std::chrono::system_clock::now() + kLongest);
    reader_ = stub_->PrepareAsyncTryAlertRule(&context_, request, thread_.queue());
    reader_->StartCall(tag_of(this));
  }

  /// Returns when gRPC is done with this.
  void stop() {
    const std::scoped_lock lock(mutex_);
    ended_ = true;
    context_.TryCancel();
  }

  void proceed(bool ok) override {
    if (next_ == Next::kEnd) return tell_end();
    if (ok && next_ == Next::kRead) ok = take();
    if (ok) {
      next_ = Next::kRead;
      reader_->Read(&response_, tag_of(this));
    } else {
      next_ = Next::kEnd;
      reader_->Finish(&status_, tag_of(this));
    }
  }

 private:
  enum class Next { kBegin, kRead, kEnd };

  bool take() {
    absl::StatusOr<AlertTrialStep> step = read_step(response_);
    const std::scoped_lock lock(mutex_);
    if (!step.ok()) {
      failure_ = absl::InternalError(step.status().message());
      context_.TryCancel();
      return false;
    }
    if (!ended_) on_step_(*std::move(step));
    return true;
  }

  void tell_end() {
    const std::scoped_lock lock(mutex_);
    if (!ended_) on_end_(failure_.ok() ? to_status(status_) : failure_);
  }

  const std::unique_ptr<v1::AlertService::Stub> stub_;
  const std::function<void(AlertTrialStep)> on_step_;
  const std::function<void(absl::Status)> on_end_;
  grpc::ClientContext context_;
  std::unique_ptr<grpc::ClientAsyncReader<v1::TryAlertRuleResponse>> reader_;
  v1::TryAlertRuleResponse response_;
  grpc::Status status_;
  absl::Status failure_;
  Next next_ = Next::kBegin;
  std::mutex mutex_;  // Guards ended_; held while something is told.
  bool ended_ = false;
  CompletionThread thread_;  // Last: ends when what is under way has come back.
};

AlertTrial::AlertTrial(const std::shared_ptr<grpc::Channel>& channel, const domain::AlertRule& rule, int days,
                       int most_alerts, std::function<void(AlertTrialStep)> on_step,
                       std::function<void(absl::Status)> on_end) {
  v1::TryAlertRuleRequest request;
  *request.mutable_rule() = wire::to_proto(rule);
  request.set_day_count(days);
  request.set_alert_limit(most_alerts);
  wire::repair_text(request);
  stream_ = std::make_unique<Stream>(channel, request, std::move(on_step), std::move(on_end));
}

AlertTrial::~AlertTrial() { stream_->stop(); }

}  // namespace aandacht::net
